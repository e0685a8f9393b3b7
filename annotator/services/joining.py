"""Let in those who come by an invitation."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from annotator.errors import DomainError
from annotator.models import ActKind, Invitation, Membership, Role, User
from annotator.services.activity import note
from annotator.services.invitations import check, find, look
from annotator.services.people import RANK, let_in


class InvitationForAnother(DomainError):
    code = "invitation_for_another"


class PartEnded(DomainError):
    code = "part_ended"


class AccountExists(DomainError):
    code = "account_exists"


@dataclass(frozen=True)
class NewAccount:
    """What somebody without an account makes one of; the password is good enough."""

    name: str
    email: str
    password: str


@transaction.atomic
def accept(*, secret: str, user: User, now: datetime) -> Membership:
    """
    Let `user` in, or give the membership they have if its role is no lower.

    :raises InvitationUnknown: and the others that `look` raises
    :raises InvitationForAnother: if it was sent to another address
    :raises PartEnded: if a lead ended their part and has not asked them back by letter
    """
    invitation = find(secret)
    project = invitation.project
    # One person's tabs take turns. Memberships are locked before invitations, as
    # whoever ends a membership does.
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    member = (
        project.memberships.select_for_update(no_key=True).filter(user=user).first()
    )
    if member is not None and RANK.index(member.role) >= RANK.index(invitation.role):
        return member
    invitation = Invitation.objects.select_for_update(no_key=True).get(pk=invitation.pk)
    check(invitation, now)
    _check_address(invitation, user.email)
    was_in = project.participants.filter(user=user).exists()
    if member is None and was_in and not invitation.email:
        raise PartEnded(
            f"A lead has ended your part in {project}. Ask them to let you in again."
        )
    invitation.taken += 1
    invitation.save(update_fields=["taken"])
    note(
        project=project,
        actor=user,
        kind=ActKind.MEMBER_JOINED,
        now=now,
        user_id=user.pk,
        name=user.name,
        role=invitation.role,
        invited_by=invitation.invited_by.name,
    )
    return let_in(project=project, user=user, role=Role(invitation.role))


@transaction.atomic
def accept_as_new(
    *, secret: str, account: NewAccount, now: datetime
) -> tuple[User, Membership]:
    """
    Make an account and let it in.

    :raises AccountExists: if the address has an account
    :raises InvitationUnknown: and the others that `accept` raises
    """
    # First, so that only who is invited learns which addresses have accounts.
    _check_address(look(secret=secret, now=now), account.email)
    exists = AccountExists(
        f"{account.email} has an account here. Sign in, then open the link again."
    )
    if User.objects.filter(email__iexact=account.email).exists():
        raise exists
    try:
        with transaction.atomic():
            user = User.objects.create_user(
                account.email, account.password, name=account.name
            )
    except IntegrityError as error:  # made just now
        raise exists from error
    return user, accept(secret=secret, user=user, now=now)


def _check_address(invitation: Invitation, email: str) -> None:
    if invitation.email and invitation.email.lower() != email.lower():
        raise InvitationForAnother(
            f"This invitation is for {invitation.email} alone. Join with that address."
        )
