"""Write down who did what in a project."""

from datetime import datetime, timedelta
from typing import Any

from annotator.models import Act, ActKind, Project, User

DAY = timedelta(days=1)


def note(
    *,
    project: Project,
    actor: User | None,
    kind: ActKind,
    now: datetime,
    **details: Any,
) -> Act:
    """
    Note what `actor` did, None for OnRecord itself, in the transaction that did it.

    `details` are JSON values: names as they were then, so that the log can be read
    when what it speaks of is gone.
    """
    return Act.objects.create(
        project=project, actor=actor, kind=kind, details=details, at=now
    )


def note_daily(
    *,
    project: Project,
    actor: User | None,
    kind: ActKind,
    now: datetime,
    **details: Any,
) -> None:
    """Note, as `note` does, what a program does again and again: once a day."""
    noted = project.acts.filter(actor=actor, kind=kind, at__gt=now - DAY)
    if not noted.filter(details=details).exists():
        note(project=project, actor=actor, kind=kind, now=now, **details)
