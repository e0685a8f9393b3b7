"""What is done once a night, or at the next sweep after it."""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Exists, Max, OuterRef
from django.db.models.functions import TruncHour

from annotator.models import (
    AgreementReport,
    AnnotationEvent,
    ArticleTally,
    Project,
    RecomputationReason,
    WorkerHeartbeat,
)
from annotator.services.consensus import ask_for_consensus
from annotator.services.recomputation import start_recomputation
from annotator.services.repeats import forget_answers
from annotator.services.selections import forget_selections

log = logging.getLogger(__name__)

DAY = timedelta(days=1)


def begin_if_due(*, now: datetime) -> bool:
    """
    Begin the night's work if nobody has yet: count anew and compare, find consensus.

    Of reports older than a day, the last of each hour is kept; selections that nobody
    has looked at for long are dropped, and answers kept for repeats of requests.
    """
    due_at = now.replace(hour=settings.NIGHTLY_HOUR, minute=0, second=0, microsecond=0)
    if due_at > now:
        due_at -= DAY
    last, is_first = WorkerHeartbeat.objects.get_or_create(
        name=WorkerHeartbeat.NIGHTLY, defaults={"seen_at": now}
    )
    # Only one of many workers changes the row from before to after.
    if is_first or not WorkerHeartbeat.objects.filter(
        name=WorkerHeartbeat.NIGHTLY, seen_at__lt=due_at
    ).update(seen_at=now):
        return False
    kept = ArticleTally.objects.filter(article__project=OuterRef("pk"))
    answered = AnnotationEvent.objects.filter(project=OuterRef("pk"))
    for project in Project.objects.filter(Exists(kept) | Exists(answered)):
        try:
            _begin(project, now)
        except Exception:
            # One project that fails must not cost the others their night.
            log.exception("The night's work of %s could not begin.", project)
    thin_reports(since=last.seen_at - DAY, until=now - DAY)
    forget_selections(now=now)
    forget_answers(now=now)
    return True


def _begin(project: Project, now: datetime) -> None:
    start_recomputation(project=project, reason=RecomputationReason.NIGHTLY, now=now)
    newest = project.consensuses.exclude(finished_at=None).first()
    events = AnnotationEvent.objects.filter(project=project)
    if newest is None or events.filter(at__gt=newest.asked_at).exists():
        ask_for_consensus(project=project, now=now)


def thin_reports(*, since: datetime, until: datetime) -> None:
    """Keep the last report of each hour, project and scope between two times."""
    old = AgreementReport.objects.filter(computed_at__gte=since, computed_at__lt=until)
    kept = (
        old.order_by()
        .annotate(hour=TruncHour("computed_at"))
        .values("project", "scope", "hour")
        .annotate(last=Max("pk"))
        .values("last")
    )
    old.exclude(pk__in=list(kept.values_list("last", flat=True))).delete()
