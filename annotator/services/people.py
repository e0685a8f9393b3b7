"""What leads decide of people: their role, their quota, and whether they are in."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from annotator.errors import DomainError
from annotator.models import (
    ActKind,
    Assignment,
    AssignmentState,
    Membership,
    Participant,
    Project,
    Role,
    User,
)
from annotator.queries.people import open_invitations
from annotator.services.activity import note
from annotator.services.assigning import set_quota
from annotator.services.free_places import count_places, hold_articles
from annotator.services.invitations import revoke
from annotator.services.projects import add_member
from annotator.services.queueing import look_again

RANK: list[str] = [Role.VIEWER, Role.ANNOTATOR, Role.LEAD]
"""The lowest role first."""


class LastLead(DomainError):
    code = "last_lead"


@dataclass(frozen=True)
class _Change:
    """What a lead decided of somebody: their `active`, `role` and `quota`."""

    project: Project
    user: User
    before: dict[str, Any]
    after: dict[str, Any]

    @property
    def ends(self) -> bool:
        return bool(self.before["active"]) and not self.after["active"]

    @property
    def begins(self) -> bool:
        return bool(self.after["active"]) and not self.before["active"]

    def ends_as(self, *roles: Role) -> bool:
        """Tell whether they had one of `roles`, and have none of them any more."""
        was, is_still = (
            one["active"] and one["role"] in roles for one in (self.before, self.after)
        )
        return was and not is_still


@transaction.atomic
def change_member(
    *, participant: Participant, lead: User, changes: dict[str, Any], now: datetime
) -> None:
    """
    Change somebody's `role`, `quota` (None is no limit), or whether they are `active`.

    Who is no longer active sees the project as little as an outsider; what they
    answered stays and counts. Who no longer annotates gives back the articles that
    are open. Who no longer leads has no invitations out, and gets nothing back by the
    links of other leads, which they have seen. Who is active again has the role and the
    quota that they had, unless others are given.

    :raises LastLead: if the project would be without one
    """
    project, user = participant.project, participant.user
    held = {
        one.user_id: one
        for one in project.memberships.select_for_update(no_key=True)
        .filter(Q(role=Role.LEAD) | Q(user=user))
        .order_by("pk")
    }
    member = held.pop(user.pk, None)
    # Read again: somebody else may have changed it while the lock was waited for.
    participant.refresh_from_db(fields=["role", "quota"])
    now_is = member or participant
    before = {
        "active": member is not None,
        "role": now_is.role,
        "quota": now_is.quota,
    }
    change = _Change(project, user, before, before | changes)
    if change.after == before:
        return
    if change.ends_as(Role.LEAD) and not held:
        raise LastLead(
            f"{user} is the only lead of {project}. Make somebody else a lead first."
        )
    _revoke(change, lead, now)
    participant.role, participant.quota = change.after["role"], change.after["quota"]
    participant.save(update_fields=["role", "quota"])
    if change.after["active"]:
        member = let_in(project=project, user=user, role=Role(participant.role))
        set_quota(member=member, quota=participant.quota)
    elif member is not None:
        member.delete()
    released = 0
    if change.ends_as(Role.LEAD, Role.ANNOTATOR):
        released = _give_back(project, user)
    _note(change, lead, released, now)


def let_in(*, project: Project, user: User, role: Role) -> Membership:
    """Give `user` a role in `project`; who comes back has the quota that they had."""
    is_in = project.memberships.filter(user=user).exists()
    member = add_member(project=project, user=user, role=role)
    if not is_in:
        quota = project.participants.values_list("quota", flat=True).get(user=user)
        set_quota(member=member, quota=quota)
    return member


def _give_back(project: Project, user: User) -> int:
    """Release what is open for `user`, and tell how many articles that were."""
    found = list(
        Assignment.objects.filter(
            article__project=project, annotator=user, state=AssignmentState.OPEN
        )
        .select_for_update(no_key=True, of=("self",))
        .order_by("pk")
        .values_list("pk", "article")
    )
    if found:
        articles = [article for _, article in found]
        look_again([project.pk])
        hold_articles(articles)
        Assignment.objects.filter(pk__in=[pk for pk, _ in found]).update(
            state=AssignmentState.RELEASED
        )
        count_places(articles)
    return len(found)


def _revoke(change: _Change, lead: User, now: datetime) -> None:
    """Take back the invitations by which somebody could undo what was decided."""
    theirs = Q(pk__in=[])
    if change.ends_as(Role.LEAD):
        # They have seen the links of all, and can give any address as theirs.
        has = RANK.index(change.after["role"]) + 1 if change.after["active"] else 0
        theirs |= Q(invited_by=change.user) | Q(role__in=RANK[has:])
    if change.ends:
        theirs |= Q(email__iexact=change.user.email)
    for one in open_invitations(change.project, now).filter(theirs):
        revoke(invitation=one, lead=lead, now=now)


def _note(change: _Change, lead: User, released: int, now: datetime) -> None:
    kind, more = ActKind.MEMBER_CHANGED, {}
    if change.ends:
        kind, more = ActKind.MEMBER_DEACTIVATED, {"released": released}
    elif change.begins:
        kind = ActKind.MEMBER_RESTORED
    before, after = change.before, change.after
    changed = [name for name in ("role", "quota") if before[name] != after[name]]
    note(
        project=change.project,
        actor=lead,
        kind=kind,
        now=now,
        user_id=change.user.pk,
        name=change.user.name,
        role=after["role"],
        before={name: before[name] for name in changed},
        after={name: after[name] for name in changed},
        **more,
    )
