"""
Overviews and selections on PostgreSQL: what counting them costs a worker.

    python -m benchmarks.overviews              # 10^5 and 10^6 answers
    python -m benchmarks.overviews 200000       # another number

Every claim has the answers of 5 of 50 annotators, given over 90 days and last changed
in one of four weeks, every article 20 claims, one of 40 outlets and a month. Seconds on
the clock, and of the CPU of this process and of the database's that answers it; memory
is the most that it ever had in use. Needs Linux.
"""

import os
import resource
import secrets
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

FACTS = """
UPDATE annotator_article SET outlet = 'Outlet ' || id %% 40,
    published_on = date '2025-01-01' + (id %% 500)::int
WHERE project_id = %(project)s;
UPDATE annotator_annotation a SET seconds = 2 + (a.id * 37 %% 400) / 10.0,
    created_at = a.updated_at - (a.id %% 90) * interval '1 day'
FROM annotator_claim c JOIN annotator_article r ON r.id = c.article_id
WHERE a.claim_id = c.id AND r.project_id = %(project)s
"""
SELECTIONS = {
    "no filter": {},
    "one outlet": {"outlets": ["Outlet 7"]},
    "a revision, five people": {"revisions": [1], "annotators": [1, 2, 3, 4, 5]},
}


def main(sizes: list[int]) -> None:
    """Measure each size in a project of its own, and print the table."""
    with ExitStack() as stack:
        prepare(stack)
        from benchmarks.scale import make_people, make_project

        people, lead = make_people()
        print(
            "| answers | counted | seconds | CPU, s | database CPU, s | memory, MB |\n"
            "|---|---|---|---|---|---|"
        )
        for answers in sizes:
            project = make_project(answers // 5, people, lead)
            finish(project)
            for name, count in counts(project):
                measure(f"| {answers:,} | {name}", count)


def prepare(stack: ExitStack) -> None:
    """Start a PostgreSQL of our own, with the tables."""
    from tests.postgres import postgres

    folder = stack.enter_context(TemporaryDirectory(prefix="onr-overviews-"))
    database = stack.enter_context(postgres())
    os.environ.update(
        DATA_DIR=str(Path(folder) / "data"),
        DATABASE_URL=stack.enter_context(database.database()),
        REDIS_URL="redis://127.0.0.1:1",
        SECRET_KEY=secrets.token_urlsafe(64),
        HTTPS="0",
        DJANGO_SETTINGS_MODULE="annotator.settings",
    )
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def finish(project) -> None:
    """Give articles and answers what overviews count, and count agreement."""
    from django.db import connection
    from django.utils import timezone

    from annotator.models import RecomputationReason
    from annotator.services.recomputation import run_recomputation

    with connection.cursor() as cursor:
        cursor.execute(FACTS, {"project": project.pk})
        cursor.execute("ANALYZE")
    run_recomputation(
        project=project, reason=RecomputationReason.REPAIR, clock=timezone.now
    )


def counts(project):
    """Give what is counted, by name."""
    from django.utils import timezone

    from annotator.queries.selections import Filters
    from annotator.services.overviews import count_overviews
    from annotator.services.selections import ask_for_selection, count_selection

    yield "overviews", lambda: count_overviews(project=project, clock=timezone.now)
    for name, chosen in SELECTIONS.items():
        selection = ask_for_selection(
            project=project, filters=Filters.of(chosen), now=timezone.now()
        )
        yield (
            f"selection: {name}",
            lambda pk=selection.pk: count_selection(
                selection_id=pk, clock=timezone.now
            ),
        )


def measure(name: str, count) -> None:
    """Print what one count costs."""
    from benchmarks.scale import cpu

    backend = database_process()
    started, used, database = time.monotonic(), time.process_time(), cpu([backend])
    assert count()
    values = (
        time.monotonic() - started,
        time.process_time() - used,
        cpu([backend]) - database,
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    figures = " | ".join(f"{value:.2f}" for value in values)
    print(f"{name} | {figures} | {peak:.0f} |", flush=True)


def database_process() -> int:
    """Give the id of the database's process that answers this one."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [100_000, 1_000_000])
