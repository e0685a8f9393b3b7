"""Who has or had a part in a project, and who is asked to."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, F, Max, Q, QuerySet, Sum

from annotator.models import Assignment, AssignmentState, Invitation, Project


@dataclass(frozen=True)
class Person:
    """
    Somebody who has or had a part in a project, with what they did there.

    `held` counts toward the quota: the articles that no lead has withdrawn. `answered`
    counts claims, those skipped included.
    """

    id: int
    name: str
    email: str
    code: str
    role: str
    active: bool
    quota: int | None
    held: int
    answered: int
    last_saved_at: datetime | None


def people_of(project: Project, user_id: int | None = None) -> list[Person]:
    """
    Give everybody, or only `user_id`, those who are in it first; costs three queries.

    What an active person's role and quota are is said by their membership.
    """
    mine = Q() if user_id is None else Q(user=user_id)
    work = Q(article__project=project)
    done: dict[int, dict[str, Any]] = {
        row["annotator"]: {**row}
        for row in Assignment.objects.filter(
            work if user_id is None else work & Q(annotator=user_id)
        )
        .order_by()
        .values("annotator")
        .annotate(
            held=Count("pk", filter=~Q(state=AssignmentState.WITHDRAWN)),
            total=Sum("answered"),
            latest=Max("last_saved_at"),
        )
    }
    members = {one.user_id: one for one in project.memberships.filter(mine)}
    people = [
        Person(
            id=one.user_id,
            name=one.user.name,
            email=one.user.email,
            code=one.code,
            role=members.get(one.user_id, one).role,
            active=one.user_id in members,
            quota=members.get(one.user_id, one).quota,
            held=done.get(one.user_id, {}).get("held", 0),
            answered=done.get(one.user_id, {}).get("total", 0),
            last_saved_at=done.get(one.user_id, {}).get("latest"),
        )
        for one in project.participants.filter(mine).select_related("user")
    ]
    return sorted(people, key=lambda one: (not one.active, one.name, one.id))


def open_invitations(project: Project, now: datetime) -> QuerySet[Invitation]:
    """Give the invitations that still let somebody in, newest first."""
    return project.invitations.filter(
        revoked_at=None, expires_at__gt=now, taken__lt=F("places")
    ).select_related("invited_by")
