"""
Many people drain a queue at once while some of them die, and everything stays exact.

    python -m benchmarks.queue                          # both databases
    python -m benchmarks.queue --database sqlite --articles 200 --clients 8

Real web servers, a worker and its timer, over HTTP: PostgreSQL with several server
processes and 50 clients, SQLite as `make run` has it with 8. Every client leases two
articles at a time, answers their claims in one batch or one by one, and sends
heartbeats. One in ten dies holding a lease, before its first answer in an article or in
the middle of it; then its lease is aged in the database, and somebody new comes in its
place. A sampler looks all the while whether an article has more people than places. It
ends with 1 if anything was not as it must be.
"""

import argparse
import random
import subprocess
import sys
import threading
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from benchmarks.clients import Client, Record
from benchmarks.queue_site import CLAIMS, OVERLAP, Site, make_project, running

SETUPS = {"postgresql": (50, 4), "sqlite": (8, 1)}
"""How many clients, and how many processes of the web server."""
SERIOUS = ["database is locked", "deadlock detected", "Traceback", "IntegrityError"]
PAUSE = 0.1


def main() -> int:
    """Run what was asked for; give the status to end with."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--database", choices=list(SETUPS))
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--clients", type=int)
    given = parser.parse_args()
    if given.database is None:
        # The settings are read once a process.
        command = [sys.executable, "-m", "benchmarks.queue"]
        runs = [
            subprocess.run(
                [*command, "--database", database, *sys.argv[1:]], check=False
            )
            for database in SETUPS
        ]
        return max(run.returncode for run in runs)
    clients, processes = SETUPS[given.database]
    with ExitStack() as stack:
        site = stack.enter_context(running(given.database, processes))
        run = prepare(site, given.articles, given.clients or clients)
        run.drain()
        run.report()
        trouble = run.trouble()
        for line in trouble:
            print(f"WRONG: {line}")
        return 1 if trouble else 0


@dataclass
class Sampler:
    """What looks at the places while they are taken."""

    articles: int
    samples: int = 0
    most: int = 0
    drained: threading.Event = field(default_factory=threading.Event)

    def look(self) -> None:
        """Count who holds what at this moment."""
        from django.db.models import Count, Q

        from annotator.models import Assignment

        counted = (
            Assignment.objects.holding()
            .order_by()
            .values("article")
            .annotate(held=Count("pk"), done=Count("pk", filter=Q(state="done")))
        )
        rows = list(counted.values_list("article", "held", "done"))
        self.samples += 1
        self.most = max([self.most, *(held for _, held, _ in rows)])
        if sum(done >= OVERLAP for _, _, done in rows) >= self.articles:
            self.drained.set()


@dataclass
class Run:
    """A queue that clients drain."""

    site: Site
    project: Any
    people: list[Client]
    clients: int
    sampler: Sampler
    record: Record
    seconds: float = 0.0

    def drain(self) -> None:
        """Let the clients work until the queue is empty."""
        waiting = self.people[self.clients :]
        threads = [begin(one) for one in self.people[: self.clients]]
        began = time.monotonic()
        while not self.sampler.drained.is_set() and not self.record.broken:
            self.sampler.look()
            for one in self.people:
                if one.died and not one.buried:
                    bury(one)
                    threads.append(begin(waiting.pop()))
            time.sleep(PAUSE)
        self.seconds = time.monotonic() - began
        self.sampler.drained.set()
        for thread in threads:
            thread.join()
        self.sampler.look()

    def trouble(self) -> list[str]:
        """Say what is not as it must be in the end."""
        from django.db.models import Count, Max, Q

        from annotator.models import Annotation, Assignment
        from annotator.queries.places import miscounted_articles

        count, record = self.sampler.articles, self.record
        done = Q(assignments__state="done")
        finished = self.project.articles.annotate(
            people=Count("assignments__annotator", filter=done, distinct=True),
            holding=Count("assignments", filter=done | Q(assignments__state="open")),
        ).filter(people=OVERLAP, holding=OVERLAP)
        complete = Assignment.objects.filter(state="done", answered=CLAIMS)
        position = Assignment.objects.aggregate(most=Max("position"))["most"]
        given_back = Assignment.objects.filter(state="released")
        answers = count * OVERLAP * CLAIMS
        answers += sum(given_back.values_list("answered", flat=True))
        checks = {
            "every article has exactly three people who are done": (
                finished.count() == count
            ),
            "no article ever had a fourth": (
                self.sampler.most == OVERLAP and position == OVERLAP
            ),
            "who is done has answered everything": complete.count() == count * OVERLAP,
            "free places are counted right": (
                not miscounted_articles(self.project).exists()
            ),
            "every answer is there once": (
                Annotation.objects.count() == answers == record.saved
            ),
            "who was to die died": all(
                one.died == (one.dies_after is not None) for one in self.people
            ),
            "all requests were answered with 200": set(record.statuses) == {200},
            "nothing was refused": not record.broken,
        }
        return [
            *(
                f"it is not true that {what}"
                for what, is_so in checks.items()
                if not is_so
            ),
            *(repr(one) for one in record.broken[:5]),
            *(
                f"{word!r} is in the log of {one.name}"
                for one in self.site.servers
                for word in SERIOUS
                if word in one.log
            ),
        ]

    def report(self) -> None:
        """Print what came out."""
        record, sampler = self.record, self.sampler
        died = [one for one in self.people if one.died]
        print(
            f"\n{self.site.database}: {sampler.articles:,} articles, {OVERLAP} people "
            f"each, {CLAIMS} claims; {self.clients} clients, "
            f"{len(self.site.urls)} server processes"
        )
        rows = {
            "seconds": f"{self.seconds:.1f}",
            "leases": f"{record.leased:,} ({record.leased / self.seconds:.1f}/s)",
            "answers saved": f"{record.saved:,} ({record.saved / self.seconds:.1f}/s)",
            "requests": f"{sum(record.statuses.values()):,}",
            "statuses": ", ".join(
                f"{status}: {times:,}" for status, times in record.statuses.items()
            ),
            "died": f"{len(died)}, {sum(one.in_the_middle for one in died)} of them "
            "while answering",
            "samples": f"{sampler.samples:,}, at most {sampler.most} people an article",
        }
        for kind, (low, high, top) in record.quantiles().items():
            rows[kind] = f"p50 {low:.0f} ms, p95 {high:.0f} ms, p99 {top:.0f} ms"
        for name, value in rows.items():
            print(f"  {name:<15} {value}")


def prepare(site: Site, count: int, clients: int) -> Run:
    """Store the project, and say who dies when."""
    deaths = max(2, clients // 10)
    project, users = make_project(count, clients + deaths)
    step = clients // deaths
    chance = random.Random(5)  # noqa: S311  # no secret
    doomed = {n * step: chance.randint(2, 12) for n in range(deaths)}
    sampler, record = Sampler(count), Record()
    people = [
        Client(
            user=user,
            token=token,
            url=site.urls[n % len(site.urls)],
            record=record,
            drained=sampler.drained,
            dies_after=doomed.get(n),
            in_the_middle=bool(n // step % 2),
        )
        for n, (user, token) in enumerate(users)
    ]
    return Run(site, project, people, clients, sampler, record)


def begin(client: Client) -> threading.Thread:
    """Let a client work."""
    thread = threading.Thread(target=client.work, daemon=True)
    thread.start()
    return thread


def bury(client: Client) -> None:
    """Let the leases of somebody who died run out, as if hours had passed."""
    from django.utils import timezone

    from annotator.models import Assignment

    Assignment.objects.filter(annotator=client.user, state="open").update(
        lease_until=timezone.now() - timedelta(seconds=1)
    )
    client.buried = True


if __name__ == "__main__":
    sys.exit(main())
