"""Send invitations to the addresses they are for."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from smtplib import SMTPRecipientsRefused, SMTPResponseException

from django.core.mail import EmailMessage
from django.db.models import F, Q, QuerySet

from annotator.models import Invitation
from annotator.services.invitations import link_to
from annotator.services.wake import send

log = logging.getLogger(__name__)

LOST = timedelta(minutes=5)
"""Whoever began to send a letter so long ago is taken to be gone."""
AS = {"lead": "a lead", "annotator": "an annotator", "viewer": "a viewer"}


def send_lost_letters(*, now: datetime) -> None:
    """Send the message again if a letter waits: the sweep's part."""
    if _waiting(now).exists():
        send("annotator.send_letters")


def send_letters(*, clock: Callable[[], datetime]) -> None:
    """
    Send every letter that waits; note when, or why it could not be sent.

    Several workers may be at it. A letter is sent twice only if a worker dies between
    the mail server's answer and noting it. One that was refused is not tried again:
    the lead sees why, and has the link.
    """
    for invitation in _waiting(clock()).select_related("project", "invited_by"):
        now = clock()
        mine = Invitation.objects.filter(pk=invitation.pk)
        # Of several workers one makes this change, and it need not stay in a
        # transaction while a mail server takes its time.
        if not (_waiting(now) & mine).update(sending_at=now):
            continue
        if failure := _try(invitation):
            mine.update(failure=failure[:300])
        else:
            mine.update(sent_at=clock())


def _try(invitation: Invitation) -> str:
    """Send a letter; give why it could not be sent, nothing if it was."""
    try:
        letter(invitation).send()
    except OSError as error:  # which those of SMTP and TLS are, too
        # Without what it says, which has the address in it.
        log.warning(
            "The letter of invitation %s failed: %s",
            invitation.pk,
            type(error).__name__,
        )
        return reason(error)
    except Exception:
        # One letter that cannot be written must not hold up the others.
        log.exception("The letter of invitation %s failed.", invitation.pk)
        return "The letter could not be written. Tell whoever runs this installation."
    return ""


def _waiting(now: datetime) -> QuerySet[Invitation]:
    return Invitation.objects.filter(
        Q(sending_at=None) | Q(sending_at__lt=now - LOST),
        sent_at=None,
        revoked_at=None,
        failure="",
        expires_at__gt=now,
        taken__lt=F("places"),
    ).exclude(email="")


def letter(invitation: Invitation) -> EmailMessage:
    """Write the letter; answers to it go to whoever invites."""
    lead, project = invitation.invited_by, invitation.project
    until = invitation.expires_at.astimezone(UTC)
    return EmailMessage(
        subject=_one_line(f"{lead.name} invites you to {project.name}"),
        body=(
            f"{_one_line(lead.name)} invites you to {_one_line(project.name)} "
            f"on OnRecord, as {AS[invitation.role]}.\n\n"
            f"Join here:\n{link_to(invitation)}\n\n"
            f"The link is for {invitation.email} alone. It works once, and until "
            f"{until:%-d %B %Y, %H:%M} UTC.\n"
        ),
        to=[invitation.email],
        reply_to=[lead.email],
    )


def reason(error: OSError) -> str:
    """Say in a sentence why a mail server did not take a letter."""
    match error:
        case SMTPRecipientsRefused():
            ((code, said),) = error.recipients.values()
            return f"The mail server refused the address: {code} {_text(said)}"
        case SMTPResponseException():
            told = _text(error.smtp_error)
            return f"The mail server refused the letter: {error.smtp_code} {told}"
    return f"The mail server could not be used: {error}"


def _text(said: bytes | str) -> str:
    return _one_line(said.decode(errors="replace") if isinstance(said, bytes) else said)


def _one_line(text: str) -> str:
    return " ".join(text.split())
