"""Take in what changed, and report agreement from the sums."""

from datetime import datetime

from django.db import transaction

from annotator.models import (
    EVERYTHING,
    AgreementMark,
    AgreementReport,
    AlarmKind,
    AnnotationEvent,
    Article,
    Project,
    RecomputationReason,
    WorkerHeartbeat,
)
from annotator.queries.ratings import (
    CountsDamaged,
    Declared,
    counted_ratings,
    current_ratings,
    declared_labels,
)
from annotator.queries.sums import Sums, labels_of, read_sums
from annotator.services.alarms import clear_alarm, raise_alarm
from annotator.services.disputes import write_disputes
from annotator.services.recomputation import is_recomputing, start_recomputation
from annotator.services.reports import write_reports
from annotator.services.tallies import (
    LabelNotDeclared,
    changed,
    count_kept,
    count_sums,
    write_sums,
    write_tallies,
)

MOST_EVENTS = 1000
"""Changes taken in at once, so that nobody waits long for the project's row."""
MANY_EVENTS = 20_000
"""From so many on, it is quicker to count everything anew, side by side."""


def mark_article(*, article: Article, now: datetime) -> None:
    """Note that an article's claims were changed, so that it is counted again."""
    AgreementMark.objects.create(project=article.project, article=article, at=now)


def mark_labels(*, project: Project, now: datetime) -> None:
    """Note that source types or the confidence scale were changed."""
    AgreementMark.objects.create(project=project, at=now)


def sweep(*, now: datetime) -> list[int]:
    """Note that a worker is alive; give the projects in which work is due."""
    WorkerHeartbeat.objects.update_or_create(
        name=WorkerHeartbeat.SWEEP, defaults={"seen_at": now}
    )
    due = {
        *AnnotationEvent.objects.untallied()
        .order_by("project")
        .values_list("project", flat=True)
        .distinct(),
        *AgreementMark.objects.order_by("project")
        .values_list("project", flat=True)
        .distinct(),
    }
    return sorted(due)


def report_agreement(*, project: Project, now: datetime) -> AgreementReport | None:
    """
    Take in what is due and report agreement; None if nothing was, or all is recounted.

    Some changes at a time: each batch's articles are counted again, what was counted of
    them before is taken out of the sums, and the changes are marked, in one
    transaction. Any number of workers may run and each may die at any point.

    :raises LabelNotDeclared: if an answer is none that the project declares; the lead
        is told by an alarm
    """
    report = None
    # Looked at before the lock is taken: of many messages, most find nothing to do.
    while _is_due(project):
        try:
            written, more = _take_in_some(project=project, now=now)
        except LabelNotDeclared as refusal:
            raise_alarm(
                project=project, kind=AlarmKind.FAILED, detail=str(refusal), now=now
            )
            raise
        except CountsDamaged as damage:
            _repair(project, damage, now)
            break
        report = written or report
        if not more:
            break
    return report


def _repair(project: Project, damage: CountsDamaged, now: datetime) -> None:
    raise_alarm(
        project=project,
        kind=AlarmKind.DIFFERENCE,
        detail=f"{damage} No answer is lost: everything is counted anew. Tell whoever "
        "runs this installation.",
        now=now,
    )
    start_recomputation(project=project, reason=RecomputationReason.REPAIR, now=now)


def _is_due(project: Project) -> bool:
    return (
        AnnotationEvent.objects.untallied().filter(project=project).exists()
        or AgreementMark.objects.filter(project=project).exists()
    )


@transaction.atomic
def _take_in_some(
    *, project: Project, now: datetime
) -> tuple[AgreementReport | None, bool]:
    """Take in a batch: give its report, and whether there may be more to do."""
    # Those who count a project take turns; saving does not wait for this lock.
    project = Project.objects.select_for_update(no_key=True).get(pk=project.pk)
    marked = AgreementMark.objects.filter(project=project)
    if marked.filter(article=None).exists():
        start_recomputation(project=project, reason=RecomputationReason.LABELS, now=now)
    if is_recomputing(project):
        return None, False
    marks = list(marked.order_by("pk")[:MOST_EVENTS])
    due = AnnotationEvent.objects.untallied().filter(project=project)
    events = dict(
        due.order_by("pk").values_list("pk", "claim__article")[: MANY_EVENTS + 1]
    )
    if not events and not marks:
        return None, False
    declared = declared_labels(project)
    sums = read_sums(project, EVERYTHING)
    reason = _reason_to_recompute(sums, declared, len(events))
    if reason is not None:
        start_recomputation(project=project, reason=reason, now=now)
        return None, False
    some = dict(list(events.items())[:MOST_EVENTS])
    articles = {mark.article_id for mark in marks if mark.article_id is not None}
    # Counted after the events were read: what they changed is in, and perhaps more,
    # whose own events are due still.
    touched = _count_again(
        project, sorted(articles | set(some.values())), declared, sums
    )
    due.filter(pk__in=some).update(tallied_at=now)
    AgreementMark.objects.filter(pk__in=[mark.pk for mark in marks]).delete()
    newest = project.reports.filter(scope=EVERYTHING).first()
    reports = write_reports(
        project,
        touched,
        {EVERYTHING, *(scope for scope, _ in touched)},
        declared,
        last_event=max([*some, newest.last_event if newest else 0]),
        now=now,
    )
    clear_alarm(project=project, kind=AlarmKind.FAILED, now=now)
    more = len(events) > len(some) or len(marks) == MOST_EVENTS
    return next(one for one in reports if one.scope == EVERYTHING), more


def _count_again(
    project: Project, articles: list[int], declared: Declared, everything: Sums
) -> Sums:
    """Count articles in place of what was counted of them; give the sums touched."""
    records = current_ratings(project, articles)
    old = count_kept(counted_ratings(project, articles), declared)
    new = count_sums(records, declared)
    others = {scope for scope, _ in old.keys() | new.keys()} - {EVERYTHING}
    touched = changed(everything | read_sums(project, *others), old, new)
    write_sums(project, touched)
    write_tallies(articles, records)
    write_disputes(project, articles, records, declared)
    # Where everything was skipped nothing was touched, and there is a report all the
    # same: a lead waits for it.
    return everything | touched


def _reason_to_recompute(
    sums: Sums, declared: Declared, events: int
) -> RecomputationReason | None:
    """Say why single changes cannot be taken in, if they cannot."""
    if events > MANY_EVENTS:
        return RecomputationReason.MANY
    for (_, variable), part in sums.items():
        if labels_of(part) != declared.labels(variable):
            return RecomputationReason.LABELS
    return None
