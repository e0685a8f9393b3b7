"""
Agreement jobs on PostgreSQL: counting everything anew, and taking in one answer.

    python -m benchmarks.scale                 # 10^4, 10^5 and 10^6 claims
    python -m benchmarks.scale 10000 100000    # other sizes

A real PostgreSQL, Redis and two real worker processes. Every claim has the answers of 5
of 50 annotators, every article 20 claims. CPU and memory are those of the workers alone
(the database's are shown beside them), read from /proc, so this needs Linux.
"""

import os
import secrets
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

WORKERS = 2
PER_ARTICLE = 20
SAVES = 7
TICKS = os.sysconf("SC_CLK_TCK")

ARTICLES = """
INSERT INTO annotator_article (project_id, title, outlet, author, url, direction, text,
    sha256, words, dropped, excluded, extraction_version, claim_count, open_places,
    queue_rank, created_by_id, created_at)
SELECT %(project)s, 'Article ' || n, '', '', '', 'ltr', 'x', %(project)s || '-' || n, 1,
    '[]', '[]', '1', %(claims)s, 6, 0, %(lead)s, now()
FROM generate_series(1, %(articles)s) n
"""
CLAIMS = """
INSERT INTO annotator_claim (article_id, number, start, "end", quote, prefix, suffix,
    origin)
SELECT r.id, n, n * 100, n * 100 + 80, repeat('A claim of usual length. ', 3), '', '',
    'extracted'
FROM annotator_article r, generate_series(1, %(claims)s) n
WHERE r.project_id = %(project)s
ORDER BY r.id, n
"""
# Each article has its own five annotators, so that all 1,225 pairs meet; three answers
# in four are the claim's own type.
ANNOTATIONS = """
INSERT INTO annotator_annotation (claim_id, annotator_id, source_type_id, confidence,
    skipped, skip_reason, flags, note, guidelines_id, suggestion_shown, version,
    client_id, created_at, updated_at)
SELECT c.id, (%(annotators)s::bigint[])[1 + (c.article_id * 7
        + CASE WHEN n = 4 THEN 25 ELSE n * (1 + c.article_id %% 12) END) %% 50],
    (%(types)s::bigint[])[1 + CASE WHEN random() < .75 THEN (c.id * 13) %% 5
        ELSE floor(random() * 5)::int END],
    1 + floor(random() * 3)::int, false, '', '[]', '', %(guidelines)s, false, 1,
    gen_random_uuid(), now(), now() - (c.article_id %% 4) * interval '1 week'
FROM annotator_claim c
JOIN annotator_article r ON r.id = c.article_id AND r.project_id = %(project)s
CROSS JOIN generate_series(0, 4) n
"""


@contextmanager
def servers_running(stack: ExitStack) -> Iterator[list[int]]:
    """Start PostgreSQL, Redis and the workers; give the workers' process ids."""
    from tests import servers
    from tests.postgres import postgres

    folder = stack.enter_context(TemporaryDirectory(prefix="onr-scale-"))
    database = stack.enter_context(postgres())
    _, redis_url = stack.enter_context(servers.redis())
    ours = {
        "DATA_DIR": str(Path(folder) / "data"),
        "DATABASE_URL": stack.enter_context(database.database()),
        "REDIS_URL": redis_url,
        "SECRET_KEY": secrets.token_urlsafe(64),
        "HTTPS": "0",
    }
    os.environ.update(ours, DJANGO_SETTINGS_MODULE="annotator.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    environ = servers.environment(**ours)
    workers = [
        stack.enter_context(servers.worker(environ, name=f"worker{n}"))
        for n in range(WORKERS)
    ]
    yield [worker.popen.pid for worker in workers if worker.popen]


def main(sizes: list[int]) -> None:
    """Measure each size in a project of its own, and print the table."""
    with ExitStack() as stack, servers_running(stack) as pids:
        people, lead = make_people()
        print(
            "| claims | answers | from scratch, s | workers' CPU, s | database, s "
            "| one answer: CPU, s | until reported, s | worker memory, MB |\n"
            "|---|---|---|---|---|---|---|---|"
        )
        for claims in sizes:
            project = make_project(claims, people, lead)
            row = [f"{claims:,}", f"{claims * 5:,}"]
            row += [f"{value:.2f}" for value in from_scratch(project, pids)]
            row += [f"{value:.3f}" for value in one_answer(project, people, pids)]
            row.append(" / ".join(f"{peak(pid):.0f}" for pid in pids))
            print(f"| {' | '.join(row)} |", flush=True)


def make_people():
    """Make fifty annotators and a lead."""
    from annotator.models import User

    people = User.objects.bulk_create(
        User(email=f"a{n}@example.org", name=f"Annotator {n}", password="!")  # noqa: S106
        for n in range(51)
    )
    return people[:50], people[50]


def make_project(claims, people, lead):
    """Make a project whose every claim has five answers."""
    from django.db import connection
    from django.utils import timezone

    from annotator.services.projects import create_project

    project = create_project(
        name=f"{claims} claims",
        slug=f"scale-{claims}",
        lead=lead,
        now=timezone.now(),
        overlap=6,
    )
    values = {
        "project": project.pk,
        "lead": lead.pk,
        "articles": claims // PER_ARTICLE,
        "claims": PER_ARTICLE,
        "annotators": [one.pk for one in people],
        "types": list(project.source_types.values_list("pk", flat=True)),
        "guidelines": project.guidelines.get().pk,
    }
    with connection.cursor() as cursor:
        # The rows are right by their making; checking each would take most of the time.
        cursor.execute("SET session_replication_role = replica; SELECT setseed(.5)")
        for statement in (ARTICLES, CLAIMS, ANNOTATIONS):
            cursor.execute(statement, values)
        cursor.execute("SET session_replication_role = origin; ANALYZE")
    return project


def from_scratch(project, pids):
    """Count everything anew; give seconds, the workers' and the database's CPU."""
    from django.utils import timezone

    from annotator.models import RecomputationReason
    from annotator.services.recomputation import start_recomputation

    before, database, started = cpu(pids), database_cpu(), time.monotonic()
    start_recomputation(
        project=project, reason=RecomputationReason.REPAIR, now=timezone.now()
    )
    while project.recomputations.filter(finished_at=None).exists():
        time.sleep(0.1)
    seconds = time.monotonic() - started
    units = project.reports.filter(scope="all")[0].variables["source_type"]["units"]
    assert units == project.articles.count() * PER_ARTICLE
    return seconds, cpu(pids) - before, database_cpu() - database


def one_answer(project, people, pids):
    """Save an answer several times; give the median CPU and time until its report."""
    from uuid import uuid4

    from django.utils import timezone

    from annotator.models import Role
    from annotator.services.annotations import annotate
    from annotator.services.answers import Answer
    from annotator.services.assignment import lease_articles
    from annotator.services.projects import add_member

    annotator = people[0]
    add_member(project=project, user=annotator, role=Role.ANNOTATOR)
    (lease,) = lease_articles(
        project=project, annotator=annotator, limit=1, now=timezone.now()
    )
    costs, waits = [], []
    for number in range(SAVES):
        time.sleep(1.5)  # the burst is over
        before, started = cpu(pids), time.monotonic()
        newest = project.reports.filter(scope="all")[0].pk
        annotate(
            claim=lease.article.claims.all()[number],
            annotator=annotator,
            answer=Answer(source_type="unclear", confidence=1),
            client_id=uuid4(),
            now=timezone.now(),
        )
        while project.reports.filter(scope="all")[0].pk == newest:
            time.sleep(0.01)
        waits.append(time.monotonic() - started)
        time.sleep(0.3)
        costs.append(cpu(pids) - before)
    return statistics.median(costs), statistics.median(waits)


def cpu(pids: list[int]) -> float:
    """Give the CPU seconds that processes and their children have used."""
    total = 0
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        total += sum(int(field) for field in fields[11:15])
    return total / TICKS


def database_cpu() -> float:
    """Give the CPU seconds of all of PostgreSQL's processes that are there."""
    pids = [
        int(folder.name)
        for folder in Path("/proc").iterdir()
        if folder.name.isdigit() and name_of(folder).startswith("postgres")
    ]
    return cpu(pids)


def name_of(folder: Path) -> str:
    """Give the name of a process, empty if it has just ended."""
    try:
        return (folder / "comm").read_text()
    except OSError:
        return ""


def peak(pid: int) -> float:
    """Give the most memory (MB) that a process ever had in use."""
    status = Path(f"/proc/{pid}/status").read_text()
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [10_000, 100_000, 1_000_000])
