"""Rows as CSV that a spreadsheet opens without running anything in it."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001


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


def _safe(cell: object) -> object:
    if isinstance(cell, str) and cell.lstrip(" ").startswith(_BEGINS_A_FORMULA):
        return f"'{cell}"
    return cell
