"""
The dashboard's requests on the production server, in a project of a million answers.

    python -m benchmarks.dashboard                # 10^6 answers of 50 annotators
    python -m benchmarks.dashboard 50000          # fewer

A real PostgreSQL and Redis, a real worker that counts everything first, and gunicorn as
the image starts it. Then the lead's browser asks for everything that the dashboard and
the screens around it show, of all answers and of a selection of half of them, one
request after the other. Ends with 1 if the p95 of any is 300 ms or more, or any request
is refused.
"""

import http.client
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from statistics import quantiles
from typing import Any
from urllib.parse import urlsplit

from benchmarks import saves_world
from benchmarks.api import running
from benchmarks.dashboard_world import World, make_world

ROUNDS = 60
WARM = 5
ALLOWED = 300
OK = 200
PATIENCE = 1800

PLAIN = [
    "projects/",
    "projects/dashboard/",
    *(
        f"projects/dashboard/{path}"
        for path in (
            "progress/",
            "members/",
            "invitations/",
            "guidelines/revisions/",
            "articles/",
            "activity/",
            "activity/?kind=settings",
            "activity/?kind=answer_withdrawn",
            "activity/?actor={person}",
            "activity/?since={half}&until={half}",
            "activity/?until={half}",
            "agreement/history/",
            "agreement/scopes/",
            "agreement/filters/",
            "agreement/methods/",
            "agreement/consensus/",
        )
    ),
]
SCOPED = [
    f"projects/dashboard/{path}"
    for path in (
        "overview/",
        "agreement/",
        "agreement/pairs/",
        "agreement/pairs/{person}/{other}/",
        "agreement/pairs/{person}/{other}/claims/",
        "agreement/annotators/",
        "agreement/labels/",
        "agreement/calibration/",
        "agreement/disputed/",
        "annotators/{person}/",
    )
]


class Browser:
    """A lead's kept connection to the server."""

    def __init__(self, url: str, lead: Any) -> None:
        where = urlsplit(url)
        self.connection = http.client.HTTPConnection(where.hostname or "", where.port)
        self.headers = saves_world.sign_in(lead)

    def send(
        self, method: str, path: str, body: str | None = None
    ) -> tuple[int, bytes]:
        """Send a request; give the status and what was answered."""
        self.connection.request(method, f"/api/v1/{path}", body, self.headers)
        answer = self.connection.getresponse()
        return answer.status, answer.read()


def main(answers: int) -> bool:
    """Measure everything and print a table; tell whether all is quick enough."""
    from tests import servers

    with running() as (url, _):
        began = time.monotonic()
        made = make_world(answers)
        print(f"{answers:,} answers made in {time.monotonic() - began:.0f} s")
        kept = ("DATA_DIR", "DATABASE_URL", "REDIS_URL", "SECRET_KEY", "HTTPS")
        environ = servers.environment(**{name: os.environ[name] for name in kept})
        with servers.worker(environ, name="worker"):
            count(made)
            browser = Browser(url, made.lead)
            scope = select(browser, made)
            print(
                "\n| request | KB | p50, ms | p95 | p99 |\n|---|---|---|---|---|",
                flush=True,
            )
            slowest = max(measure(browser, path) for path in paths(made, scope))
    print(f"\nThe slowest p95 is {slowest:.0f} ms; {ALLOWED} are allowed.")
    return slowest < ALLOWED


def count(made: World) -> None:
    """Have the worker count agreement, the consensus and the overview."""
    from django.utils import timezone

    from annotator.models import Consensus, Overview, RecomputationReason
    from annotator.services.consensus import ask_for_consensus
    from annotator.services.recomputation import start_recomputation

    project = made.project
    start_recomputation(
        project=project, reason=RecomputationReason.REPAIR, now=timezone.now()
    )
    wait("agreement", project.reports.filter(scope="all").exists)
    ask_for_consensus(project=project, now=timezone.now())
    found = Consensus.objects.filter(project=project, finished_at__isnull=False)
    wait("the consensus", found.exists)
    newest = project.reports.filter(scope="all")[0].pk
    counted = Overview.objects.filter(project=project, last_report__gte=newest)
    wait("the overview", counted.exists)


def select(browser: Browser, made: World) -> str:
    """Choose the answers of the first half of the time, and wait until counted."""
    sent = json.dumps({"until": made.half.date().isoformat()})
    found: dict[str, Any] = {}

    def is_counted() -> bool:
        path = "projects/dashboard/agreement/selections/"
        found.update(json.loads(browser.send("POST", path, sent)[1]))
        return bool(found["counted_at"])

    wait("the selection", is_counted)
    return str(found["scope"])


def wait(what: str, is_there: Callable[[], bool]) -> None:
    """Wait for what a worker makes, and print how long it took."""
    began = time.monotonic()
    while not is_there():
        if time.monotonic() - began > PATIENCE:
            raise SystemExit(f"{what} did not come.")
        time.sleep(0.2)
    print(f"{what} counted in {time.monotonic() - began:.1f} s", flush=True)


def paths(made: World, scope: str) -> Iterator[str]:
    """Give every request that is measured."""
    named = {
        "person": made.people[0].pk,
        "other": made.people[1].pk,
        "half": made.half.date().isoformat(),
    }
    for path in PLAIN:
        yield path.format(**named)
    for path in SCOPED:
        yield path.format(**named)
        yield f"{path.format(**named)}?scope={scope}"


def measure(browser: Browser, path: str) -> float:
    """Make one request again and again; print its times and give the p95 in ms."""
    took = []
    for _ in range(WARM + ROUNDS):
        began = time.monotonic()
        status, content = browser.send("GET", path)
        took.append((time.monotonic() - began) * 1000)
        if status != OK:
            raise SystemExit(f"{path}: {status} {content!r:.300}")
    cuts = quantiles(took[WARM:], n=100, method="inclusive")
    times = " | ".join(f"{cuts[place]:.1f}" for place in (49, 94, 98))
    print(f"| {path} | {len(content) / 1000:.1f} | {times} |", flush=True)
    return cuts[94]


if __name__ == "__main__":
    sys.exit(not main(int((sys.argv[1:] or ["1000000"])[0])))
