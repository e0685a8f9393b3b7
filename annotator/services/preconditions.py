"""Refuse an edit of what somebody else has changed since it was read."""

from collections.abc import Collection

from annotator.errors import DomainError


class MovedOn(DomainError):
    """There is another `version` than was to be changed; None: there is nothing."""

    code = "precondition_failed"

    def __init__(self, version: str | None) -> None:
        super().__init__(
            "Somebody has changed this since you read it. Nothing was changed: look "
            "at what there is now, then make your change to that."
        )
        self.version = version


def check_version(version: str, expected: Collection[str] | None) -> None:
    """
    Make sure that what is locked is as whoever edits it has read it.

    `expected` are the versions that will do; None: any.

    :raises MovedOn: if it is none of them
    """
    if expected is not None and version not in expected:
        raise MovedOn(version)
