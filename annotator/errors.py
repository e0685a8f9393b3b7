"""What the domain refuses."""

from typing import ClassVar


class DomainError(Exception):
    """
    A refusal: its `code` is part of the API, its text is for people.

    The text says what happened, what was kept and what to do.
    """

    code: ClassVar[str]
