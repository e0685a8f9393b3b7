"""Write down who did what in a project."""

from datetime import datetime
from typing import Any

from annotator.models import Act, ActKind, Project, User


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
