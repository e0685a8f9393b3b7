"""A table as lines of text, read bit by bit with bounded memory."""

import codecs
from functools import partial
from io import BufferedReader, RawIOBase, TextIOWrapper
from typing import TYPE_CHECKING, BinaryIO, cast

from annotator.formats.articles.article import MAX_ROW_CHARACTERS, Unreadable
from annotator.formats.articles.encodings import SAMPLE_BYTES, encoding_of
from annotator.formats.articles.kinds import check_size

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

BUFFER_BYTES = 1 << 16


_UNDECODABLE = "annotator.undecodable"
codecs.register_error(
    _UNDECODABLE, lambda error: ("\udcff", cast(UnicodeDecodeError, error).end)
)


class Lines:
    """
    The lines of a file, with their ends.

    What does not decode is a lone surrogate, so that only its row is refused.
    """

    def __init__(self, file: BinaryIO, *, newline: str) -> None:
        counted = BufferedReader(_Counted(file), SAMPLE_BYTES)
        head = counted.peek(SAMPLE_BYTES)
        if not head:
            raise Unreadable("empty_file", "The file is empty.")
        encoding = encoding_of(head, whole=False)
        self.notes = encoding.notes
        text = TextIOWrapper(
            counted,
            encoding=encoding.codec,
            errors=_UNDECODABLE,
            newline=newline,
        )
        self.next = partial(text.readline, MAX_ROW_CHARACTERS)
        """Return the next line, or what a row may hold of it; empty at the end."""


class _Counted(RawIOBase):
    """A file of which only `read` is asked, up to the size that a table may have."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        self._file = file
        self._size = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        room = memoryview(buffer)
        data = self._file.read(len(room))
        room[: len(data)] = data
        self._size += len(data)
        check_size("csv", self._size)
        return len(data)
