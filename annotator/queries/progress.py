"""How much somebody has done of late."""

from datetime import datetime, timedelta

from annotator.models import Annotation, Project, User

DAY = timedelta(days=1)
LONGEST = timedelta(days=2)
"""A day anywhere on Earth began less than this ago; what is counted stays little."""


def answers_since(
    *, project: Project, user: User, since: datetime | None, now: datetime
) -> int:
    """Count the claims that `user` first answered since then, or in the last day."""
    since = max(since or now - DAY, now - LONGEST)
    return Annotation.objects.filter(
        annotator=user, created_at__gte=since, claim__article__project=project
    ).count()
