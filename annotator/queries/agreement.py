"""How agreement stands in a project."""

from datetime import datetime
from typing import NamedTuple

from annotator.metrics import Level, Status
from annotator.models import (
    AgreementReport,
    AnnotationEvent,
    Project,
    WorkerHeartbeat,
)

LEVELS = [(level.value, level.name) for level in Level]
STATUSES = [(status.value, status.name) for status in Status]


class Standing(NamedTuple):
    """The newest report, what it lacks, and when a worker was last seen."""

    report: AgreementReport | None
    pending: int
    worker_seen_at: datetime | None


def agreement_standing(project: Project) -> Standing:
    """Give how agreement stands; costs three indexed queries."""
    heartbeat = WorkerHeartbeat.objects.filter(name="sweep").first()
    return Standing(
        project.reports.filter(scope="all").first(),
        AnnotationEvent.objects.untallied().filter(project=project).count(),
        heartbeat.seen_at if heartbeat else None,
    )
