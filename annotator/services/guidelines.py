"""Publish revisions of the guidelines, and note who has read which."""

from datetime import datetime

from django.db import IntegrityError, transaction

from annotator.errors import DomainError
from annotator.models import ActKind, Guidelines, Project, User
from annotator.services.activity import note


class UnknownRevision(DomainError):
    code = "unknown_revision"

    def __init__(self, number: int | None) -> None:
        super().__init__(f"The guidelines have no revision {number}.")


class GuidelinesMovedOn(DomainError):
    code = "guidelines_moved_on"


@transaction.atomic
def publish_guidelines(
    *,
    project: Project,
    author: User,
    body: str,
    now: datetime,
    change_note: str = "",
    base: int | None = None,
) -> Guidelines:
    """
    Put the next revision of the guidelines in force.

    `base` is the revision that was edited; None is whichever is the newest.

    :raises GuidelinesMovedOn: if another one has been published since the base
    """
    newest = project.guidelines.values_list("number", flat=True)[0]
    if base not in {None, newest}:
        raise _moved_on(newest)
    try:
        with transaction.atomic():
            published = Guidelines.objects.create(
                project=project,
                number=newest + 1,
                body=body,
                change_note=change_note,
                author=author,
                created_at=now,
            )
    except IntegrityError as error:
        raise _moved_on(newest + 1) from error
    note(
        project=project,
        actor=author,
        kind=ActKind.GUIDELINES_PUBLISHED,
        now=now,
        number=published.number,
        change_note=change_note,
    )
    return published


def _moved_on(newest: int) -> GuidelinesMovedOn:
    return GuidelinesMovedOn(
        f"Revision {newest} has been published since. Nothing was published: look at "
        "it, then publish yours on top of it."
    )


def note_read(*, project: Project, reader: User, number: int) -> None:
    """
    Note that `reader` has read up to a revision, unless they have read a later one.

    :raises UnknownRevision: if there is no such revision yet
    """
    if not project.guidelines.filter(number=number).exists():
        raise UnknownRevision(number)
    project.memberships.filter(user=reader, guidelines_read__lt=number).update(
        guidelines_read=number
    )
