"""
The annotator's requests on the production server: time, throughput and CPU.

    python -m benchmarks.api                # projects with 0, 10^4 and 10^5 claims done
    python -m benchmarks.api 10000          # other sizes
    python -m benchmarks.api --page         # what the page transfers, and how soon

A real PostgreSQL and Redis, and gunicorn as the image starts it. In a project of a size
so many claims have three answers each, a third of them one veteran's. Clients with a
browser's session, CSRF token and kept connection then ask for the next article, each
time a new one, and save answers with both spans: one after the other, from many clients
at once, and in batches. The server's CPU is that of its processes alone, read from
/proc, so this needs Linux. No worker runs beside it.
"""

import http.client
import json
import os
import re
import secrets
import shlex
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from benchmarks import saves_world as world
from benchmarks.page import measure_page
from benchmarks.scale import cpu

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 200
MANY = [8, 32]
EACH = 60
BATCH = 25
PEOPLE = 2 + sum(MANY)
WARM = 40


@dataclass
class Asked:
    """A request, and what has to be done before it without being measured."""

    method: str
    path: str
    headers: dict[str, str]
    content: str | None = None
    prepare: Callable[[], None] | None = None


@dataclass
class Figures:
    """What came of a number of requests."""

    took: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)


@contextmanager
def running() -> Iterator[tuple[str, list[Any]]]:
    """Start the servers; give the address, and what runs: web, then PostgreSQL."""
    from annotator.supervisor import site
    from annotator.supervisor.process import Program
    from tests import servers
    from tests.postgres import postgres

    with ExitStack() as stack:
        folder = stack.enter_context(TemporaryDirectory(prefix="onr-api-"))
        database = stack.enter_context(postgres())
        own = [one for one in servers.running if one.name == "postgres"]
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
        port = servers.free_port()
        command = production_command(port)
        print(shlex.join(command), end="\n\n")
        program = Program(
            "web",
            (sys.executable, "-m", *command),
            ready=lambda: site.answers(host="127.0.0.1", port=port),
        )
        environ = servers.environment(**ours)
        web = stack.enter_context(servers.Server(program, environ=environ))
        yield f"http://127.0.0.1:{port}", [web, *own]


def production_command(port: int) -> list[str]:
    """Give what the image runs, listening on this port."""
    dockerfile = (ROOT / "Dockerfile").read_text().replace("\\\n", "")
    found = re.findall(r"^CMD (\[.*\])$", dockerfile, flags=re.MULTILINE)
    command: list[str] = json.loads(found[-1])
    bind = f"--bind=127.0.0.1:{port}"
    return [bind if one.startswith("--bind=") else one for one in command]


def family(server: Any) -> list[int]:
    """Give the processes of a server: the one that was started, and its children."""
    parent = server.popen.pid
    found = [parent]
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            found.append(int(stat.parent.name))
    return found


class Bench:
    """The servers, and the requests that are measured."""

    def __init__(self, url: str, servers: list[Any]) -> None:
        self.where = urlsplit(url)
        self.web, self.databases = servers[0], servers[1:]

    def spent(self) -> tuple[float, float]:
        """Give the CPU seconds of the web server, and of the database."""
        database = sum(cpu(family(one)) for one in self.databases)
        return cpu(family(self.web)), database

    def run(self, what: str, clients: list[list[Asked]], saves: int = 1) -> None:
        """Asked what each client has to, at once, and print the figures."""
        figures = Figures()
        before, began = self.spent(), time.monotonic()
        if len(clients) == 1:
            self.send(clients[0], figures)
        else:
            threads = [
                threading.Thread(target=self.send, args=(one, figures))
                for one in clients
            ]
            for one in threads:
                one.start()
            for one in threads:
                one.join()
        many = len(clients) > 1
        seconds = time.monotonic() - began if many else sum(figures.took)
        after = self.spent()
        count = len(figures.took)
        cuts = quantiles([one * 1000 for one in figures.took], n=100)
        web, database = (
            (late - early) * 1000 / (count * saves)
            for early, late in zip(before, after, strict=True)
        )
        times = " | ".join(f"{cuts[place]:.1f}" for place in (49, 94, 98))
        print(
            f"| {what} | {count} | {times} | {count * saves / seconds:.0f} "
            f"| {web:.1f} | {database:.1f} | {dict(figures.statuses)} |",
            flush=True,
        )

    def send(self, requests: list[Asked], figures: Figures) -> None:
        """Asked requests over one connection, one after the other."""
        connection = http.client.HTTPConnection(
            self.where.hostname or "", self.where.port
        )
        for one in requests:
            if one.prepare:
                one.prepare()
            began = time.monotonic()
            connection.request(one.method, one.path, one.content, one.headers)
            answer = connection.getresponse()
            answer.read()
            figures.took.append(time.monotonic() - began)
            figures.statuses[answer.status] += 1
        connection.close()

    def warm(self, requests: list[Asked]) -> None:
        """Asked requests that are not counted."""
        self.send(requests, Figures())


def puts(person: Any, count: int) -> list[Asked]:
    """Give the saves of so many answers, each to a claim of its own."""
    headers = world.sign_in(person)
    return [
        Asked(
            "PUT",
            f"/api/v1/claims/{claim}/annotation/",
            headers,
            world.body(**world.answer(client_id=str(uuid4()), replaces=None)),
        )
        for claim in world.claims_of(person)[:count]
    ]


def batches(person: Any, count: int) -> list[Asked]:
    """Give the same in batches."""
    headers, claims = world.sign_in(person), world.claims_of(person)[:count]
    saves = [
        {"client_id": str(uuid4()), "claim": one, "answer": world.answer()}
        for one in claims
    ]
    return [
        Asked(
            "POST",
            "/api/v1/annotations/batch/",
            headers,
            world.body(saves=saves[start : start + BATCH]),
        )
        for start in range(0, len(saves), BATCH)
    ]


def next_articles(project: Any, person: Any) -> list[Asked]:
    """Give requests for the next article, of which each gives another one."""
    path = f"/api/v1/projects/{project.slug}/queue/"
    ask = Asked(
        "POST",
        path,
        world.sign_in(person),
        world.body(limit=1),
        prepare=lambda: world.finish(person),
    )
    return [ask] * world.NEXT


def measure(bench: Bench, claims: int) -> None:
    """Measure all kinds of requests in a project of one size."""
    made = world.make_world(claims, PEOPLE, ROUNDS + WARM)
    open_claims = made.project.articles.count() * world.PER_ARTICLE - claims
    print(
        f"\n{claims:,} claims with {claims * world.OVERLAP:,} answers, "
        f"{open_claims:,} without\n\n"
        "| what | requests | p50, ms | p95 | p99 | a second | server CPU, ms each "
        "| PostgreSQL CPU | statuses |\n|---|---|---|---|---|---|---|---|---|"
    )
    quiet, batcher, *others = made.busy
    headers = world.sign_in(quiet)
    session = [Asked("GET", "/api/v1/session/", headers)] * ROUNDS
    bench.warm(session)
    saves = puts(quiet, ROUNDS + WARM)
    bench.warm(saves[:WARM])
    bench.run("who is signed in", [session])
    for name, person in (("newcomer", made.newcomer), ("veteran", made.veteran)):
        bench.run(f"next article, {name}", [next_articles(made.project, person)])
    bench.run("save", [saves[WARM:]])
    for count in MANY:
        some, others = others[:count], others[count:]
        bench.run(f"save, {count} clients", [puts(one, EACH) for one in some])
    bench.run(f"batch of {BATCH}", [batches(batcher, ROUNDS)], saves=BATCH)


def main(sizes: list[int], *, with_page: bool) -> None:
    """Measure each size in a project of its own, or the page."""
    with running() as (url, servers):
        if with_page:
            made = world.make_world(0, busy=1, own=ROUNDS)
            headers = world.sign_in(made.busy[0])
            measure_page(url, made.project.slug, headers)
            return
        bench = Bench(url, servers)
        for claims in sizes:
            measure(bench, claims)


if __name__ == "__main__":
    given = sys.argv[1:]
    sizes = [int(size) for size in given if size.isdigit()]
    main(sizes or [0, 10_000, 100_000], with_page="--page" in given)
