"""Selections of answers: ask for one, and count it as a worker."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from django.db import transaction
from django.db.models import QuerySet

from annotator.models import (
    EVERYTHING,
    AgreementReport,
    Overview,
    Project,
    Selection,
    SelectionSum,
)
from annotator.queries.overview_answers import current_answers
from annotator.queries.overview_counts import OverviewCounts
from annotator.queries.overview_figures import overview_figures
from annotator.queries.overviews import newest
from annotator.queries.ratings import Declared, counted_ratings, declared_labels
from annotator.queries.selections import Filters
from annotator.queries.sums import Sums
from annotator.services.overviews import (
    add_answers,
    batches,
    frame_of,
    write_overviews,
)
from annotator.services.reports import write_reports
from annotator.services.rests import delay_until, rested_at
from annotator.services.tallies import changed, count_as
from annotator.services.turns import Turn, TurnLost
from annotator.services.wake import send

LIVE = timedelta(minutes=2)
"""A selection that was asked for so lately is on somebody's screen."""
FORGOTTEN = timedelta(days=30)


def ask_for_selection(
    *, project: Project, filters: Filters, now: datetime
) -> Selection:
    """Note that a reader looks at some answers; workers count them, soon and again."""
    with transaction.atomic():
        selection, _ = Selection.objects.update_or_create(
            project=project,
            digest=filters.digest,
            defaults={"asked_at": now},
            create_defaults={"asked_at": now, "filters": filters.to_json()},
        )
        transaction.on_commit(partial(_send, selection, now), robust=True)
    return selection


def send_due_selections(*, now: datetime) -> None:
    """Send what is looked at and due: the sweep's part."""
    for selection in _live(now):
        _send(selection, now)


def send_selections(*, project: Project, now: datetime) -> None:
    """Tell the workers of a project's selections that are due, or will be soon."""
    for selection in _live(now).filter(project=project):
        _send(selection, now)


def _live(now: datetime) -> QuerySet[Selection]:
    live = Selection.objects.filter(asked_at__gte=now - LIVE)
    return live.select_related("project").order_by("pk")


def _send(selection: Selection, now: datetime) -> None:
    delay = delay_until(_due_at(selection, now), now)
    if delay is not None:
        send("annotator.count_selection", delay=delay, selection_id=selection.pk)


def _due_at(selection: Selection, now: datetime) -> datetime | None:
    """Say from when on a selection is to be counted; None if nothing changed."""
    if selection.counted_at is None:
        return now
    if selection.seen == newest(selection.project):
        return None
    return rested_at(selection.counted_at, selection.seconds, now)


def count_selection(*, selection_id: int, clock: Callable[[], datetime]) -> bool:
    """
    Count a selection anew, for agreement and for its overview; tell whether it did.

    Nothing is done where nothing changed, where it was done too short a time ago, and
    where another worker is at it. It is counted from what is counted of each article,
    some articles at a time, so that it holds what the sums of all answers hold.

    :raises LabelNotDeclared: if an answer is none that the project declares
    :raises CountsDamaged: if what was counted of an article is damaged
    """
    begun = clock()
    found = _find_due(selection_id, begun)
    turn = None if found is None else Turn.take(found, clock)
    if turn is None:
        return False
    try:
        found = _find_due(selection_id, begun)
        if found is None:  # another worker has just done it
            turn.end()
            return False
        _count(found, turn, begun, clock)
    except TurnLost:
        return False
    return True


def _find_due(selection_id: int, now: datetime) -> Selection | None:
    found = Selection.objects.select_related("project").filter(pk=selection_id).first()
    due = None if found is None else _due_at(found, now)
    return found if due is not None and due <= now else None


def _count(
    selection: Selection, turn: Turn, begun: datetime, clock: Callable[[], datetime]
) -> None:
    project, filters = selection.project, Filters.of(selection.filters)
    seen = newest(project)
    declared = declared_labels(project)
    frame = frame_of(project, declared, filters, begun)
    whole, done = len(frame.articles.ids), 0
    turn.go_on(articles=whole, articles_done=0)
    sums: Sums = {}
    counts = OverviewCounts(declared)
    for articles in batches(frame.articles):
        records = filters.kept(counted_ratings(project, articles))
        sums |= changed(sums, {}, count_as(selection.scope, records, declared))
        add_answers(counts, filters.kept(current_answers(project, articles)))
        done += len(articles)
        turn.go_on(articles_done=done)
    overview = Overview(
        project=project,
        scope=selection.scope,
        figures=overview_figures(counts, frame),
    )
    ended = clock()
    with transaction.atomic():
        turn.end(
            last_report=seen[0],
            last_act=seen[1],
            counted_at=ended,
            seconds=(ended - begun).total_seconds(),
        )
        _write(selection, sums, declared, ended)
        write_overviews([overview], seen, begun, ended)


def _write(selection: Selection, sums: Sums, declared: Declared, now: datetime) -> None:
    """Keep sums and the report of a selection in place of those that were there."""
    SelectionSum.objects.filter(selection=selection).delete()
    SelectionSum.objects.bulk_create(
        SelectionSum(selection=selection, variable=variable, counts=part.to_bytes())
        for (_, variable), part in sums.items()
    )
    project, scope = selection.project, selection.scope
    of_all = project.reports.filter(scope=EVERYTHING).first()
    project.reports.filter(scope=scope).delete()
    write_reports(
        project,
        sums,
        [scope],
        declared,
        last_event=of_all.last_event if of_all else 0,
        now=now,
    )


def forget_selections(*, now: datetime) -> None:
    """Drop what nobody has looked at for long, with all its figures."""
    old = Selection.objects.filter(asked_at__lt=now - FORGOTTEN)
    for selection in old:
        with transaction.atomic():
            # Whoever asks for it meanwhile keeps it.
            if old.filter(pk=selection.pk).delete()[0]:
                figures = {"project": selection.project_id, "scope": selection.scope}
                AgreementReport.objects.filter(**figures).delete()
                Overview.objects.filter(**figures).delete()
