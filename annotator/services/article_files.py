"""Read a file that holds one article."""

from django.core.files import File

from annotator.errors import DomainError
from annotator.formats.articles import (
    MAX_FILE_BYTES,
    MAX_TABLE_BYTES,
    RawArticle,
    Unreadable,
    language_of,
    read_article,
)

__all__ = [
    "MAX_FILE_BYTES",
    "MAX_TABLE_BYTES",
    "FileTooLarge",
    "FileUnreadable",
    "RawArticle",
    "check_size",
    "language_of",
    "read_file",
    "refusal_of",
]

TOO_LARGE = {"too_large", "text_too_long"}
"""The readers' codes for what is too much."""


class FileUnreadable(DomainError):
    """Nothing can be read of a file; `code` is that of the reader."""

    code = "unreadable"

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code  # type: ignore[misc]  # each reader has codes of its own


class FileTooLarge(FileUnreadable):
    """There is too much in a file."""


def check_size(size: int, most: int) -> None:
    """
    Refuse what is larger than is taken.

    :raises FileTooLarge: if it is
    """
    if size > most:
        raise FileTooLarge(
            "too_large",
            f"This is {size / 1e6:,.1f} MB; {most / 1e6:,.0f} MB is the most at a "
            "time. Nothing was stored.",
        )


def read_file(file: "File[bytes]") -> RawArticle:
    """
    Give the article that is in an uploaded file.

    :raises FileTooLarge: if no article is that large; it is not read then
    :raises FileUnreadable: if it is no article, or cannot be read
    """
    check_size(file.size, MAX_FILE_BYTES)
    try:
        return read_article(file.read(), file.name or "")
    except Unreadable as error:
        raise refusal_of(error) from error


def refusal_of(error: Unreadable) -> FileUnreadable:
    """Give a reader's refusal as one of the domain's."""
    refusal = FileTooLarge if error.code in TOO_LARGE else FileUnreadable
    return refusal(error.code, str(error))
