"""Tell a lead what is wrong with a project's agreement, until it is over."""

import logging
from datetime import datetime

from annotator.models import AgreementAlarm, AlarmKind, Project

log = logging.getLogger(__name__)


def raise_alarm(
    *, project: Project, kind: AlarmKind, detail: str, now: datetime
) -> None:
    """Raise an alarm, in place of an open one of its kind; a new one is logged."""
    _, is_new = AgreementAlarm.objects.update_or_create(
        project=project,
        kind=kind,
        cleared_at=None,
        defaults={"detail": detail[:1000]},
        create_defaults={"detail": detail[:1000], "raised_at": now},
    )
    if is_new:
        log.error("Agreement of %s: %s", project, detail)


def clear_alarm(*, project: Project, kind: AlarmKind, now: datetime) -> None:
    """Note that what an alarm told of is over."""
    AgreementAlarm.objects.filter(project=project, kind=kind, cleared_at=None).update(
        cleared_at=now
    )
