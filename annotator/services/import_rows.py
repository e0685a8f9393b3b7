"""The rows of an import: from the pieces of its file, and packed in between."""

import io
import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date
from typing import Any, BinaryIO, cast

from annotator.formats.articles import GivenClaim, Problem, RawArticle, Row
from annotator.models import ImportFile

PIECE = 1_000_000
"""Bytes of a file that are kept in one piece."""
MOST_ROWS = 200
MOST_CHARACTERS = 250_000
"""A block is so much: a second's work, and few megabytes in memory."""


class PiecesReader(io.RawIOBase):
    """A file that is kept in pieces, of which one at a time is in memory."""

    def __init__(self, file: ImportFile) -> None:
        self._file = file
        self._number = 0
        self._left = memoryview(b"")

    def readable(self) -> bool:
        """Tell that it can be read, which is all that it can."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer with what comes next; give how many bytes that are."""
        if not self._left:
            pieces = self._file.pieces.filter(number=self._number)
            found = pieces.values_list("content", flat=True).first()
            if found is None:
                return 0
            self._number += 1
            self._left = memoryview(found)
        size = min(len(buffer), len(self._left))
        buffer[:size] = self._left[:size]
        self._left = self._left[size:]
        return size


def open_pieces(file: ImportFile) -> BinaryIO:
    """Open a file that is kept in pieces."""
    return cast(BinaryIO, io.BufferedReader(PiecesReader(file), PIECE))


def in_blocks(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Cut rows into blocks."""
    block: list[Row] = []
    characters = 0
    for row in rows:
        if block and (
            len(block) == MOST_ROWS or characters + len(row.raw) > MOST_CHARACTERS
        ):
            yield block
            block, characters = [], 0
        block.append(row)
        characters += len(row.raw)
    if block:
        yield block


def pack(rows: list[Row]) -> bytes:
    """Give rows as bytes."""
    plain = json.dumps([asdict(row) for row in rows], default=date.isoformat)
    return zlib.compress(plain.encode(), level=1)


def unpack(packed: bytes | memoryview) -> list[Row]:
    """Give the rows that were packed."""
    return [_row(**row) for row in json.loads(zlib.decompress(packed))]


def _row(
    number: int,
    raw: str,
    article: dict[str, Any] | None,
    problem: dict[str, str] | None,
) -> Row:
    return Row(
        number=number,
        raw=raw,
        article=None if article is None else _article(**article),
        problem=None if problem is None else Problem(**problem),
    )


def _article(**fields: Any) -> RawArticle:
    claims, day = fields["claims"], fields["published_on"]
    return RawArticle(
        **fields
        | {
            "published_on": None if day is None else date.fromisoformat(day),
            "outside": tuple((start, end) for start, end in fields["outside"]),
            "claims": None
            if claims is None
            else tuple(GivenClaim(**claim) for claim in claims),
            "notes": tuple(fields["notes"]),
        }
    )
