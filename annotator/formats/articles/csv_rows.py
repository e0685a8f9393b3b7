"""Articles from CSV, whatever the delimiter, one by one."""

import csv
from collections.abc import Iterator, Mapping
from itertools import count, islice
from threading import Lock
from typing import BinaryIO

from annotator.formats.articles.article import (
    MAX_ROW_CHARACTERS,
    Columns,
    Problem,
    Row,
    Unreadable,
)
from annotator.formats.articles.encodings import storable
from annotator.formats.articles.fields import article_of, checked, columns_of, guessed
from annotator.formats.articles.kinds import DELIMITERS
from annotator.formats.articles.stream import Lines
from annotator.formats.safe_csv import original

_OURS = "article_sha256"
_MOST_COLUMNS = 1_000
_LONGEST_NAME = 200
_SHOWN = 2_000
_QUOTE = '"'
_LINE_ENDS = ("\n", "\r")


class _LongCells:
    """
    While articles are read, a cell may be as long as its row.

    The csv module has one limit for the process, on which others count.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._readers = 0
        self._before = 0

    def __enter__(self) -> None:
        with self._lock:
            if not self._readers:
                self._before = csv.field_size_limit(MAX_ROW_CHARACTERS)
            self._readers += 1

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._readers -= 1
            if not self._readers:
                csv.field_size_limit(self._before)


_long_cells = _LongCells()


class _TooLong(Exception):
    """The lines of a record are longer than a row may be."""


def csv_columns(file: BinaryIO, first: int) -> Columns:
    """
    Describe a CSV by its header and the `first` rows that can be read.

    :raises Unreadable: if it is not text or has no header
    """
    table = _Table(file)
    rows = (dict(zip(table.names, cells, strict=True)) for cells in table.readable())
    return columns_of(list(islice(rows, first)), table.names, table.notes)


def csv_rows(file: BinaryIO, mapping: Mapping[str, str | None] | None) -> Iterator[Row]:
    """
    Read the articles of a CSV.

    :raises Unreadable: if it is not text, has no header, or no column is the text
    """
    table = _Table(file)
    fields = checked(guessed(table.names) if mapping is None else mapping)
    if missing := sorted(set(fields) - set(table.names)):
        raise Unreadable(
            "bad_mapping", f"The file has no column {', '.join(map(repr, missing))}."
        )
    places = [(table.names.index(name), field) for name, field in fields.items()]
    # In an export of ours an apostrophe stands before what a spreadsheet would run.
    read = original if _OURS in table.names else str
    for number, raw, cells in table.records():
        if isinstance(cells, Problem):
            yield Row(number, storable(raw), None, cells)
            continue
        given = {field: read(cells[place]) for place, field in places if cells[place]}
        article = article_of(given, table.notes)
        if isinstance(article, Problem):
            yield Row(number, storable(raw), None, article)
        else:
            yield Row(number, storable(raw), article, None)


class _Table:
    """The records of a CSV, each with the lines that it was written in."""

    def __init__(self, file: BinaryIO) -> None:
        self._lines = Lines(file, newline="")
        self._taken: list[str] = []
        header = self._lines.next()
        while header and not header.strip():
            header = self._lines.next()
        self.names, self._delimiter = _header(header)
        self.notes = self._lines.notes

    def records(self) -> Iterator[tuple[int, str, list[str] | Problem]]:
        """Give each record's number, its lines, and its cells or what is wrong."""
        with _long_cells:
            yield from self._records()

    def _records(self) -> Iterator[tuple[int, str, list[str] | Problem]]:
        reader = self._reader()
        for number in count(1):
            self._taken.clear()
            cells: list[str] | Problem
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                cells = Problem("bad_csv", f"The row cannot be read as CSV: {error}.")
            except _TooLong:
                cells = self._pass_over()
                reader = self._reader()
            if cells:
                yield number, "".join(self._taken), self._checked(cells)

    def readable(self) -> Iterator[list[str]]:
        """Give the cells of the records that have none too many and none too few."""
        for _, _, cells in self.records():
            if not isinstance(cells, Problem):
                yield cells

    def _reader(self) -> Iterator[list[str]]:
        return csv.reader(self._feed(), delimiter=self._delimiter, strict=True)

    def _feed(self) -> Iterator[str]:
        """Give lines, and remember which were taken for a record."""
        # The innermost loop: it runs for every line of every text.
        taken, take, size = self._taken, self._taken.append, 0
        for line in iter(self._lines.next, ""):
            if not taken:
                size = 0
            take(line)
            size += len(line)
            if size >= MAX_ROW_CHARACTERS:
                raise _TooLong
            yield line

    def _pass_over(self) -> Problem:
        """Go to the end of the record, which is too long, and say so."""
        line, lines = self._taken[-1], len(self._taken)
        quotes = sum(one.count(_QUOTE) for one in self._taken)
        self._taken[:] = ["".join(self._taken)[:_SHOWN], "…"]
        while line and (quotes % 2 or not line.endswith(_LINE_ENDS)):
            line = self._lines.next()
            quotes += line.count(_QUOTE)
            lines += line.endswith(_LINE_ENDS)
        return Problem(
            "row_too_long",
            f"The row is longer than {MAX_ROW_CHARACTERS:,} characters, and was passed "
            f"over with {lines:,} lines. A quotation mark that is opened and never "
            "closed does that.",
        )

    def _checked(self, cells: list[str] | Problem) -> list[str] | Problem:
        if isinstance(cells, Problem) or len(cells) == len(self.names):
            return cells
        return Problem(
            "wrong_cells",
            f"The row has {len(cells):,} cells, the header has {len(self.names):,}. "
            "A text that holds the delimiter or a line break must be in quotes.",
        )


def _header(line: str) -> tuple[tuple[str, ...], str]:
    """Return the names of the columns, and the delimiter that finds most of them."""
    split: dict[str, list[str]] = {}
    for delimiter in DELIMITERS:
        try:
            split[delimiter] = next(csv.reader([line], delimiter=delimiter), [])
        except csv.Error:
            continue
    if not split:
        raise _no_header()
    best = max(split, key=lambda one: (len(guessed(split[one])), len(split[one])))
    names = [name.strip() for name in split[best]]
    if (
        not any(names)
        or len(names) > _MOST_COLUMNS
        or any(len(name) > _LONGEST_NAME or "\n" in name for name in names)
        or storable(line) != line
    ):
        raise _no_header()
    unique: list[str] = []
    for number, name in enumerate(names, start=1):
        known = name or f"column {number}"
        unique.append(f"{known} ({number})" if known in unique else known)
    return tuple(unique), best


def _no_header() -> Unreadable:
    return Unreadable(
        "no_header", "The first line must name the columns, such as title, url, text."
    )
