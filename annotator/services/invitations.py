"""Ask people into a project by link or letter."""

import secrets
from datetime import datetime, timedelta

from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.utils.crypto import constant_time_compare

from annotator.errors import DomainError
from annotator.models import ActKind, Invitation, Project, Role, User
from annotator.services.activity import note
from annotator.services.wake import send

LASTS = timedelta(days=14)
ASK_AGAIN = "Ask whoever invited you for a new one."


class InvitationUnknown(DomainError):
    code = "invitation_unknown"


class InvitationRevoked(DomainError):
    code = "invitation_revoked"


class InvitationUsed(DomainError):
    code = "invitation_used"


class InvitationExpired(DomainError):
    code = "invitation_expired"


@transaction.atomic
def invite(
    *,
    project: Project,
    lead: User,
    role: Role,
    origin: str,
    now: datetime,
    email: str = "",
    places: int = 1,
) -> Invitation:
    """
    Make a link into `project`; with an address a worker sends it there.

    It takes the place of an open one to the same address, so that asking once more
    sends the letter once more. `origin` is where the site is reached, without a
    closing slash.
    """
    if email:
        project.invitations.filter(email__iexact=email, revoked_at=None).update(
            revoked_at=now
        )
    made = Invitation.objects.create(
        project=project,
        role=role,
        email=email,
        places=places,
        nonce=secrets.token_urlsafe(16),
        origin=origin,
        invited_by=lead,
        created_at=now,
        expires_at=now + LASTS,
    )
    note(
        project=project,
        actor=lead,
        kind=ActKind.MEMBER_INVITED,
        now=now,
        **_details(made),
    )
    if email:
        transaction.on_commit(lambda: send("annotator.send_letters"), robust=True)
    return made


@transaction.atomic
def revoke(*, invitation: Invitation, lead: User, now: datetime) -> None:
    """Let nobody in by `invitation` any more; those who came stay."""
    open_one = Invitation.objects.filter(pk=invitation.pk, revoked_at=None)
    if open_one.update(revoked_at=now):
        note(
            project=invitation.project,
            actor=lead,
            kind=ActKind.INVITATION_REVOKED,
            now=now,
            **_details(invitation),
        )


def link_to(invitation: Invitation) -> str:
    """
    Give the link that lets somebody in.

    The secret is behind the `#`, where no server and no log gets to see it.
    """
    secret = _signer().sign(f"{invitation.pk}-{invitation.nonce}")
    return f"{invitation.origin}/join#{secret}"


def look(*, secret: str, now: datetime) -> Invitation:
    """
    Give the invitation that a link's secret stands for.

    :raises InvitationUnknown: if it stands for none
    :raises InvitationRevoked: if a lead took it back
    :raises InvitationUsed: if all its places are taken
    :raises InvitationExpired: if its time is over
    """
    invitation = find(secret)
    check(invitation, now)
    return invitation


def _signer() -> Signer:
    # No part of a secret holds a dot, and of this signature the last character is a
    # letter or digit: in a letter a link that ends otherwise may lose its end.
    return Signer(salt="annotator.invitation", sep=".")


def find(secret: str) -> Invitation:
    """Give the invitation of a secret, whether or not it still lets somebody in."""
    try:
        pk, _, nonce = _signer().unsign(secret).partition("-")
    except BadSignature:
        pk, nonce = "0", ""
    found = (
        Invitation.objects.select_related("project", "invited_by")
        .filter(pk=int(pk))
        .first()
    )
    if found is None or not constant_time_compare(found.nonce, nonce):
        raise InvitationUnknown(
            "This link is not complete, or not of this installation. Open it as it "
            "was sent to you."
        )
    return found


def check(invitation: Invitation, now: datetime) -> None:
    """Raise why an invitation lets nobody in, unless it does; see `look`."""
    if invitation.revoked_at is not None:
        raise InvitationRevoked(f"This invitation was taken back. {ASK_AGAIN}")
    if invitation.taken >= invitation.places:
        raise InvitationUsed(f"This invitation was used already. {ASK_AGAIN}")
    if invitation.expires_at <= now:
        raise InvitationExpired(f"This invitation is too old. {ASK_AGAIN}")


def _details(invitation: Invitation) -> dict[str, str | int]:
    return {
        "role": invitation.role,
        "email": invitation.email,
        "places": invitation.places,
    }
