"""How agreement stands in a project: reports, work under way, alarms."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Count, Max, OuterRef, Q, QuerySet, Subquery

from annotator.metrics import Status
from annotator.models import (
    EVERYTHING,
    AgreementAlarm,
    AgreementMark,
    AgreementReport,
    AnnotationEvent,
    Project,
    Recomputation,
    RecomputationReason,
    TallySum,
    WorkerHeartbeat,
)
from annotator.queries.sums import SOURCE_TYPE

STATUSES = [(status.value, status.name) for status in Status]
MOST_PENDING = 100_000
"""So many changes are counted and no more: nobody reads the difference."""


@dataclass(frozen=True)
class Standing:
    """The newest report, what it lacks, and who is working on it."""

    report: AgreementReport | None
    pending: int
    worker_seen_at: datetime | None
    last_checked_at: datetime | None
    recomputation: Recomputation | None
    alarms: list[AgreementAlarm]
    consensus: dict[str, Any] | None


class Scoped(NamedTuple):
    """The newest reports of the scopes by revision number and by week."""

    revisions: list[AgreementReport]
    weeks: list[AgreementReport]


def agreement_standing(project: Project, scope: str = EVERYTHING) -> Standing:
    """Give how agreement stands; costs eight indexed queries, however much there is."""
    heartbeat = WorkerHeartbeat.objects.filter(name=WorkerHeartbeat.SWEEP).first()
    nightly = project.recomputations.filter(reason=RecomputationReason.NIGHTLY)
    return Standing(
        report=project.reports.filter(scope=scope).first(),
        pending=_pending(project),
        worker_seen_at=heartbeat.seen_at if heartbeat else None,
        last_checked_at=nightly.aggregate(last=Max("finished_at"))["last"],
        recomputation=_with_blocks(project.recomputations.filter(finished_at=None)),
        alarms=list(project.alarms.filter(cleared_at=None)),
        consensus=_newest_consensus(project),
    )


def _pending(project: Project) -> int:
    """Count the changes that no report has taken in, up to MOST_PENDING."""
    events = AnnotationEvent.objects.untallied().filter(project=project)
    marks = AgreementMark.objects.filter(project=project)
    counted = (rows.order_by()[:MOST_PENDING].count() for rows in (events, marks))
    return min(sum(counted), MOST_PENDING)


def recomputation_progress(recomputation: Recomputation) -> Recomputation:
    """Give a recomputation with `block_count` and `done_count`."""
    found = _with_blocks(Recomputation.objects.filter(pk=recomputation.pk))
    assert found is not None  # noqa: S101  # recomputations are never deleted
    return found


def _with_blocks(rows: QuerySet[Recomputation]) -> Recomputation | None:
    return rows.annotate(
        block_count=Count("blocks"),
        done_count=Count("blocks", filter=Q(blocks__done_at__isnull=False)),
    ).first()


def _newest_consensus(project: Project) -> dict[str, Any] | None:
    """Give the newest run without its figures, which may be many."""
    found = project.consensuses.values(
        "asked_at", "finished_at", "claims", "figures__status"
    ).first()
    if found is None:
        return None
    return {**found, "status": found["figures__status"]}


def newest_by_scope(project: Project) -> Scoped:
    """Give the newest report of each revision and each week that has answers."""
    newest = (
        AgreementReport.objects.filter(project=project, scope=OuterRef("scope"))
        .order_by("-pk")
        .values("pk")[:1]
    )
    # The scopes are known from the sums: of reports there are many more.
    scopes = TallySum.objects.filter(project=project, variable=SOURCE_TYPE).exclude(
        scope=EVERYTHING
    )
    reports = AgreementReport.objects.filter(
        pk__in=scopes.annotate(newest=Subquery(newest)).values("newest")
    )
    by_name = {report.scope: report for report in reports}
    weeks = [name for name in sorted(by_name) if name.startswith("week:")]
    revisions = sorted(by_name.keys() - set(weeks), key=lambda name: int(number(name)))
    return Scoped([by_name[name] for name in revisions], [by_name[n] for n in weeks])


def number(scope: str) -> str:
    """Give what of a scope's name is its number or its day."""
    return scope.partition(":")[2]
