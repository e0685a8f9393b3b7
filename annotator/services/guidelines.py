"""Which revision of the guidelines people have read."""

from annotator.errors import DomainError
from annotator.models import Project, User


class UnknownRevision(DomainError):
    code = "unknown_revision"


def note_read(*, project: Project, reader: User, number: int) -> None:
    """
    Note that `reader` has read up to a revision, unless they have read a later one.

    :raises UnknownRevision: if there is no such revision yet
    """
    if not project.guidelines.filter(number=number).exists():
        raise UnknownRevision(f"These guidelines have no revision {number}.")
    project.memberships.filter(user=reader, guidelines_read__lt=number).update(
        guidelines_read=number
    )
