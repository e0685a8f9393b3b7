"""Overviews: count them as a worker, when something changed and not too often."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from django.db import transaction
from django.db.models import OuterRef, Subquery

from annotator.models import (
    EVERYTHING,
    SELECTION,
    AgreementReport,
    Overview,
    Project,
)
from annotator.queries.overview_answers import Answers, current_answers
from annotator.queries.overview_counts import OverviewCounts
from annotator.queries.overview_figures import (
    Frame,
    overview_choices,
    overview_figures,
)
from annotator.queries.overview_project import ArticleFacts, People
from annotator.queries.overviews import Seen, counted_acts, newest
from annotator.queries.ratings import Declared, declared_labels
from annotator.queries.selections import Filters, filters_of
from annotator.services.rests import delay_until, rested_at
from annotator.services.tallies import LabelNotDeclared, scopes_of
from annotator.services.turns import Turn, TurnLost
from annotator.services.wake import send

BATCH = 500
"""Articles whose answers are read at once: some ten thousand answers."""
MOST_AGE = timedelta(hours=1)
"""Leases lapse and people change their names without an act or a report."""


def send_due_overviews(*, now: datetime) -> None:
    """Send what is due: the sweep's part; two queries for all projects."""
    of_project = {"project": OuterRef("pk")}
    reports = AgreementReport.objects.filter(scope=EVERYTHING, **of_project)
    acts = counted_acts().filter(**of_project)
    kept = Overview.objects.filter(scope=EVERYTHING).defer("figures", "choices")
    rows = {row.project_id: row for row in kept}
    for pk, report, act in Project.objects.annotate(
        report=Subquery(reports.order_by("-pk").values("pk")[:1]),
        act=Subquery(acts.order_by("-pk").values("pk")[:1]),
    ).values_list("pk", "report", "act"):
        _send(pk, _due_at(rows.get(pk), (report or 0, act or 0), now), now)


def send_overviews(*, project: Project, now: datetime) -> None:
    """Tell the workers if overviews are due, or will be before the next sweep."""
    _send(project.pk, _due_at(_of_all(project), newest(project), now), now)


def _send(project_id: int, due: datetime | None, now: datetime) -> None:
    delay = delay_until(due, now)
    if delay is not None:
        send("annotator.count_overviews", delay=delay, project_id=project_id)


def _of_all(project: Project) -> Overview | None:
    rows = Overview.objects.filter(project=project, scope=EVERYTHING)
    return rows.defer("figures", "choices").first()


def _due_at(row: Overview | None, seen: Seen, now: datetime) -> datetime | None:
    """Say from when on overviews are to be counted; None if nothing changed."""
    if row is None or row.computed_at is None:
        return now
    if row.seen == seen and row.computed_at >= now - MOST_AGE:
        return None
    return rested_at(row.computed_at, row.seconds, now)


def count_overviews(*, project: Project, clock: Callable[[], datetime]) -> bool:
    """
    Count the overviews of all scopes but selections anew; tell whether this call did.

    Nothing is done where nothing changed, where it was done too short a time ago, and
    where another worker is at it. Answers are read some articles at a time and outside
    of a transaction, so that nobody waits: what is changed meanwhile, a newer report
    tells of.

    :raises LabelNotDeclared: if an answer is none that the project declares
    """
    begun = clock()
    if not _is_due(project, begun):
        return False
    row, _ = Overview.objects.get_or_create(project=project, scope=EVERYTHING)
    turn = Turn.take(row, clock)
    if turn is None:
        return False
    try:
        if not _is_due(project, begun):  # another worker has just done it
            turn.end()
            return False
        _count(project, turn, begun, clock)
    except TurnLost:
        return False
    return True


def _is_due(project: Project, now: datetime) -> bool:
    due = _due_at(_of_all(project), newest(project), now)
    return due is not None and due <= now


def _count(
    project: Project, turn: Turn, begun: datetime, clock: Callable[[], datetime]
) -> None:
    seen = newest(project)
    declared = declared_labels(project)
    frame = frame_of(project, declared, Filters(), begun)
    scopes = {EVERYTHING: OverviewCounts(declared)}
    for articles in batches(frame.articles):
        answers = current_answers(project, articles)
        for scope, rows in scopes_of(answers):
            if len(rows):
                counts = scopes.setdefault(scope, OverviewCounts(declared))
                add_answers(counts, answers[rows])
        turn.go_on()
    found = [
        Overview(
            project=project,
            scope=scope,
            figures=overview_figures(
                counts, replace(frame, filters=filters_of(project, scope))
            ),
        )
        for scope, counts in scopes.items()
    ]
    found[0].choices = overview_choices(scopes[EVERYTHING], frame.articles)
    ended = clock()
    with transaction.atomic():
        turn.end()
        others = Overview.objects.filter(project=project).exclude(scope__in=scopes)
        others.exclude(scope__startswith=SELECTION).delete()
        write_overviews(found, seen, begun, ended)


def frame_of(
    project: Project, declared: Declared, filters: Filters, now: datetime
) -> Frame:
    """Read what figures are made with, beside the answers; costs three queries."""
    return Frame(
        declared=declared,
        overlap=project.overlap,
        articles=ArticleFacts.of(project, filters),
        people=People.of(project, filters),
        filters=filters,
        today=now.astimezone(UTC).date(),
    )


def batches(articles: ArticleFacts) -> Iterator[list[int]]:
    """Cut articles into some at a time, by id."""
    ids = articles.ids.tolist()
    return (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))


def add_answers(counts: OverviewCounts, answers: Answers) -> None:
    """
    Count answers of further articles.

    :raises LabelNotDeclared: if an answer is none that the project declares
    """
    try:
        counts.add(answers)
    except LookupError as error:
        raise LabelNotDeclared(
            "Answers have a source type that was not there when the count began."
        ) from error


def write_overviews(
    found: Iterable[Overview], seen: Seen, begun: datetime, ended: datetime
) -> None:
    """Keep overviews in place of those of the same scopes."""
    rows = list(found)
    for one in rows:
        one.last_report, one.last_act = seen
        one.seconds = (ended - begun).total_seconds()
        one.computed_at = ended
    Overview.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["project", "scope"],
        update_fields=[
            "figures", "choices", "last_report", "last_act", "seconds", "computed_at",
        ],
    )  # fmt: skip
