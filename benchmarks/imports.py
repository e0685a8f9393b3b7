"""
Imports on PostgreSQL: articles a second, memory, and counts after workers were killed.

    python -m benchmarks.imports           # 10,000 articles
    python -m benchmarks.imports 50000     # so many

A real PostgreSQL, Redis and two real worker processes. The articles are made up here:
JSONL, an article a line, three to five kilobytes each, as many claims to a kilobyte as
in real news, half of which name a source. The first run goes through; in the second
both workers are killed again and again, and the import is canceled and resumed once.
Memory is read from /proc, so this needs Linux.
"""

import io
import json
import os
import random
import secrets
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.scale import cpu, database_cpu, peak

WORKERS = 2
KILLS = 6
PLACES = ["Aldermoor", "Brackwater", "Carrow", "Dunhollow", "Eastmere", "Fallowby"]
NAMES = ["Mara Holt", "Jonas Pike", "Ines Caldera", "Tomas Rell", "Ada Quill"]
BODIES = ["The harbor board", "The school council", "The water company", "The ministry"]
UNNAMED = ["Two people who saw the plan", "A senior official", "People in the office"]
THINGS = ["the bridge", "the new clinic", "the ferry", "the old mill", "the budget"]
HAPPENINGS = [
    "will close for a year",
    "costs twice what was planned",
    "opened without a permit",
    "needs forty more people",
    "has to be moved to the north bank",
]
TIMES = ["on Monday", "last week", "in a letter", "after the meeting", "at noon"]
MORE = [
    "although the plans had been shown to everybody in {place} twice",
    "which is more than the {number} people of {place} had been told before",
    "because the money that was set aside for {other} has been spent already",
    "and that the work on {other} would have to wait until the winter is over",
    "a month after {other} was in the news for much the same reason",
]
FORMS = [
    "{thing} {happens} {more}, {name} said {time}.",
    "{body} said {time} that {thing} {happens}, {more}.",
    "“{thing} {happens},” said {name}, who has lived in {place} for years, {more}.",
    "{unnamed} said that {thing} {happens}, {more}.",
    "According to {name}, {thing} {happens}, {more}.",
    "In {place}, {thing} {happens}, {more}.",
    "Few in {place} had heard of it {time}.",
    "{place} has about {number} inhabitants, and {thing} matters to most of them.",
    "The works at {place} took {number} days, {more}.",
    "Nobody in {place} knows whether {thing} {happens}, and many do not care.",
]


def article(number: int) -> dict[str, str]:
    """Make up an article that is like no other of these."""
    chance = random.Random(number)  # noqa: S311  # no secret
    wanted, text = chance.randint(3000, 5000), ""
    while len(text) < wanted:
        sentences = [sentence(chance) for _ in range(chance.randint(2, 5))]
        text += " ".join(sentences) + "\n\n"
    return {
        "id": str(number),
        "title": f"{chance.choice(PLACES)} and {chance.choice(THINGS)}, part {number}",
        "outlet": "The Made-up Gazette",
        "published_on": f"2026-{1 + number % 12:02}-{1 + number % 28:02}",
        "text": f"{text}This was part {number}.\n",
    }


def sentence(chance: random.Random) -> str:
    """Make up a sentence."""
    form = chance.choice(FORMS).replace("{more}", chance.choice(MORE))
    made = form.format(
        thing=chance.choice(THINGS),
        other=chance.choice(THINGS),
        happens=chance.choice(HAPPENINGS),
        name=chance.choice(NAMES),
        body=chance.choice(BODIES),
        unnamed=chance.choice(UNNAMED),
        place=chance.choice(PLACES),
        time=chance.choice(TIMES),
        number=chance.randint(100, 90_000),
    )
    return made[0].upper() + made[1:]


@contextmanager
def workers_running(stack: ExitStack) -> Iterator[list[Any]]:
    """Start PostgreSQL, Redis, the timer and the workers; give the workers."""
    from tests import servers
    from tests.postgres import postgres

    folder = stack.enter_context(TemporaryDirectory(prefix="onr-imports-"))
    database = stack.enter_context(postgres())
    _, redis_url = stack.enter_context(servers.redis())
    ours = {
        "DATA_DIR": str(Path(folder) / "data"),
        "DATABASE_URL": stack.enter_context(database.database()),
        "REDIS_URL": redis_url,
        "SECRET_KEY": secrets.token_urlsafe(64),
        "HTTPS": "0",
        "SWEEP_SECONDS": "2",
    }
    os.environ.update(ours, DJANGO_SETTINGS_MODULE="annotator.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    environ = servers.environment(**ours)
    workers = [servers.worker(environ, name=f"worker{n}") for n in range(WORKERS)]
    for server in (*workers, servers.beat(environ)):
        stack.enter_context(server)
    yield workers


def main(count: int) -> None:
    """Measure both runs and print what came out."""
    lines = [json.dumps(article(number), ensure_ascii=False) for number in range(count)]
    content = "\n".join(lines).encode()
    print(f"{count:,} articles, {len(content) / count / 1000:.1f} kB each")
    with ExitStack() as stack, workers_running(stack) as workers:
        undisturbed(content, count, workers)
        killed(content, count, workers)


def start(content: bytes, slug: str):
    """Begin the import of a file to a project of its own."""
    from django.core.files.base import File
    from django.utils import timezone

    from annotator.models import User
    from annotator.services.import_uploads import start_import
    from annotator.services.projects import create_project

    lead = User.objects.create_user(f"{slug}@example.org", None, name="Lead")
    project = create_project(name=slug, slug=slug, lead=lead, now=timezone.now())
    return start_import(
        project=project,
        lead=lead,
        files=[File(io.BytesIO(content), name="articles.jsonl")],
        mapping=None,
        now=timezone.now(),
    )


def undisturbed(content, count, workers):
    """Import a file; print how fast, and the workers' memory on the way."""
    pids = [worker.popen.pid for worker in workers]
    used, used_by_database = cpu(pids), database_cpu()
    began, told = time.monotonic(), 0
    made = start(content, "undisturbed")
    print(f"kept after {time.monotonic() - began:.1f} s")
    while not made.ended_at:
        time.sleep(0.1)
        made.refresh_from_db()
        if made.total and made.done >= told:
            memory = " / ".join(f"{resident(pid):.0f}" for pid in pids)
            seconds = time.monotonic() - began
            print(f"{made.done:>7,} after {seconds:5.1f} s; memory {memory} MB")
            told += count / 10
    seconds = time.monotonic() - began
    print(
        f"{count / seconds:,.0f} articles/s: {seconds:.1f} s; CPU of the workers "
        f"{cpu(pids) - used:.1f} s, of the database "
        f"{database_cpu() - used_by_database:.1f} s; peak memory "
        f"{' / '.join(f'{peak(pid):.0f}' for pid in pids)} MB"
    )
    check(made, count)


def killed(content, count, workers):
    """Import a file under workers that are killed; print that the count is exact."""
    from django.utils import timezone

    from annotator.services.imports import cancel_import, resume_import

    began = time.monotonic()
    made = start(content, "killed")
    for number in range(KILLS):
        at = number * count / (2 * KILLS)
        while made.done < at or not made.total:
            time.sleep(0.05)
            made.refresh_from_db()
        victim = workers[number % WORKERS]
        victim.kill()
        print(f"killed worker {number % WORKERS} after {made.done:,} articles")
        victim.start()
    cancel_import(article_import=made, by=None, now=timezone.now())
    time.sleep(3)
    made.refresh_from_db()
    print(f"canceled after {made.done:,}, and resumed")
    resume_import(article_import=made, by=None, now=timezone.now())
    made.refresh_from_db()
    while not made.ended_at:
        time.sleep(0.1)
        made.refresh_from_db()
    print(f"killed, canceled, resumed: {time.monotonic() - began:.1f} s")
    check(made, count)


def check(made, count):
    """Make sure that every article is there once, with all of its claims."""
    from django.db.models import Count, F

    from annotator.models import Claim, ImportBlock, ImportPiece

    articles = made.project.articles
    assert (made.state, made.total, made.stored) == ("done", count, count), (
        made.__dict__
    )
    assert articles.count() == count
    assert articles.values("sha256").distinct().count() == count
    counted = articles.annotate(found=Count("claims"))
    assert not counted.exclude(found=F("claim_count")).exists()
    assert not ImportBlock.objects.exists()
    assert not ImportPiece.objects.exists()
    claims = Claim.objects.filter(article__project=made.project)
    assert not claims.filter(suggestion=None).exists()
    print(f"exact: {count:,} articles once each, {claims.count():,} claims with theirs")


def resident(pid: int) -> float:
    """Give the memory (MB) that a process has in use."""
    status = Path(f"/proc/{pid}/status").read_text()
    (line,) = (line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
