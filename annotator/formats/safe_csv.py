"""Rows as CSV that a spreadsheet opens without running anything in it."""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from itertools import chain
from operator import itemgetter
from typing import Any

import orjson

from annotator.formats.columns import Column, Kind, ListOf, leaves
from annotator.formats.jsonl import in_chunks

# Apostrophes before it count, too: so none is added that cannot be told from another.
_BEGINS_A_FORMULA = re.compile(r"'* *[=+\-@\t\r\n\0＝＋－＠]")  # noqa: RUF001
_FIRST = frozenset("' =+-@\t\r\n\0＝＋－＠")  # noqa: RUF001
_TRUTH = {True: "true", False: "false", None: None}


class _Line:
    """What the CSV writer writes to: the last line, to be taken."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> int:
        self.text = text
        return len(text)


def to_csv(names: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[bytes]:
    """Give a header and each row as a line of UTF-8; no cell begins a formula."""
    line = _Line()
    writer = csv.writer(line)
    for row in chain([names], rows):
        writer.writerow([_safe(cell) for cell in row])
        yield line.text.encode()


def original(cell: str) -> str:
    """Give what a cell held before it was made safe."""
    return cell[1:] if cell[:1] == "'" and _BEGINS_A_FORMULA.match(cell, 1) else cell


def table_to_csv(
    columns: tuple[Column, ...], rows: Iterable[Mapping[str, Any]]
) -> Iterator[bytes]:
    """
    Give rows as CSV with a column for each part of a record, `source_start`.

    A list is a JSON text, and what is null or not there an empty cell. What a
    spreadsheet would run gets an apostrophe, as in `to_csv`.
    """
    found = list(leaves(columns))
    paths = [path for path, _ in found]
    cells = [_cell_of(path, column) for path, column in found]
    nothing = dict.fromkeys(column.name for column in columns)
    whole = (row if len(row) == len(nothing) else {**nothing, **row} for row in rows)
    return in_chunks(
        to_csv(_headers(paths), ([cell(row) for cell in cells] for row in whole))
    )


def _safe(cell: object) -> object:
    # The first character is looked at by itself, as it decides of nearly all cells.
    if isinstance(cell, str) and cell[:1] in _FIRST and _BEGINS_A_FORMULA.match(cell):
        return f"'{cell}"
    return cell


def _headers(paths: Sequence[tuple[str, ...]]) -> list[str]:
    """Name the columns by their paths, with points where that is another's name."""
    names = Counter("_".join(path) for path in paths)
    return [
        ".".join(path) if names["_".join(path)] > 1 else "_".join(path)
        for path in paths
    ]


def _cell_of(path: tuple[str, ...], column: Column) -> Callable[[Any], object]:
    """Give what finds a row's cell, and writes it as text where the type needs it."""
    find = itemgetter(path[0]) if len(path) == 1 else partial(_part, path)
    if isinstance(column.kind, ListOf):
        return lambda row: _json(find(row))
    if column.kind is Kind.TRUTH:
        return lambda row: _TRUTH[find(row)]
    if column.kind is Kind.TIME:
        return lambda row: _moment(find(row))
    return find


def _part(path: tuple[str, ...], row: Any) -> Any:
    for name in path:
        if row is None:
            return None
        row = row[name]
    return row


def _json(cell: object) -> str | None:
    if cell is None:
        return None
    return orjson.dumps(cell, option=orjson.OPT_UTC_Z).decode()


def _moment(cell: datetime | None) -> str | None:
    if cell is None:
        return None
    return cell.astimezone(UTC).isoformat().replace("+00:00", "Z")
