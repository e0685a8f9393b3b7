"""Articles from JSON, one object a line or an array of objects, one by one."""

import json
import re
from collections.abc import Iterator, Mapping
from itertools import count, islice
from typing import Any, BinaryIO

from annotator.formats.articles.article import (
    MAX_ROW_CHARACTERS,
    Columns,
    Problem,
    Row,
    Unreadable,
)
from annotator.formats.articles.encodings import storable
from annotator.formats.articles.fields import article_of, checked, columns_of, guessed
from annotator.formats.articles.stream import BUFFER_BYTES, Lines

_SHOWN = 2_000
_MOST_COLUMNS = 1_000
_BETWEEN = re.compile(r"[ \t\r\n,]*")
_decode = json.JSONDecoder().raw_decode

_TOO_LONG = Problem(
    "row_too_long", f"The row is longer than {MAX_ROW_CHARACTERS:,} characters."
)
_TOO_DEEP = Problem("too_deep", "The row is nested too deeply.")
_NO_OBJECT = Problem("bad_json", "The row is no object, such as {“text”: “…”}.")


def json_columns(file: BinaryIO, first: int) -> Columns:
    """
    Describe the `first` objects that can be read, and all names in them.

    :raises Unreadable: if nothing of the file is JSON
    """
    lines = Lines(file, newline="\n")
    rows = list(
        islice((row for _, _, row in _objects(lines) if isinstance(row, dict)), first)
    )
    if not rows:
        raise Unreadable("no_rows", "No line of the file is a JSON object.")
    names = {name: None for row in rows for name in row}
    return columns_of(rows, islice(names, _MOST_COLUMNS), lines.notes)


def json_rows(
    file: BinaryIO, mapping: Mapping[str, str | None] | None
) -> Iterator[Row]:
    """
    Read the articles of a JSONL file.

    :raises Unreadable: if it is not text, or `mapping` has no column for the text
    """
    lines = Lines(file, newline="\n")
    chosen = None if mapping is None else checked(mapping)
    for number, raw, value in _objects(lines):
        if isinstance(value, Problem):
            yield Row(number, storable(raw), None, value)
            continue
        # Not every object has every name, and another may stand for it.
        fields = guessed(value) if chosen is None else chosen
        given = {field: value.get(name) for name, field in fields.items()}
        article = article_of(given, lines.notes)
        if isinstance(article, Problem):
            yield Row(number, storable(raw), None, article)
        else:
            yield Row(number, storable(raw), article, None)


def _objects(lines: Lines) -> Iterator[tuple[int, str, dict[str, Any] | Problem]]:
    """Give each line's number, the line, and its object or what is wrong."""
    first = lines.next()
    if first.lstrip()[:1] == "[":
        yield from _elements(first.lstrip()[1:], lines)
        return
    if first.strip() == "{":  # an object over many lines
        yield from _elements(first, lines)
        return
    line = first
    for number in count(1):
        if not line:
            return
        if len(line) >= MAX_ROW_CHARACTERS and not line.endswith("\n"):
            yield number, f"{line[:_SHOWN]}…", _TOO_LONG
            while line and not line.endswith("\n"):
                line = lines.next()
        elif line.strip():
            yield number, line.rstrip("\r\n"), _parsed(line)
        line = lines.next()


def _parsed(text: str) -> dict[str, Any] | Problem:
    try:
        value = json.loads(text)
    except RecursionError:
        return _TOO_DEEP
    except ValueError as error:
        return Problem("bad_json", f"The row is no JSON: {error}.")
    return value if isinstance(value, dict) else _NO_OBJECT


def _elements(
    begun: str, lines: Lines
) -> Iterator[tuple[int, str, dict[str, Any] | Problem]]:
    """Give one object after another; none begins for certain after a bad one."""
    text, at = begun, 0
    for number in count(1):
        while True:
            at = _BETWEEN.match(text, at).end()  # type: ignore[union-attr]
            if text[at : at + 1] == "]":
                return
            try:
                value, end = _decode(text, at)
                break
            except RecursionError:
                yield number, f"{text[at : at + _SHOWN]}…", _TOO_DEEP
                return
            except ValueError as error:
                more = _more(lines, len(text) - at)
                if not more:
                    if text[at:].strip():
                        yield number, f"{text[at : at + _SHOWN]}…", _rest_lost(error)
                    return
                text, at = text[at:] + more, 0
        yield number, text[at:end], value if isinstance(value, dict) else _NO_OBJECT
        at = end


def _more(lines: Lines, size: int) -> str:
    """Read as much again, so that a long element is tried few times."""
    if size >= MAX_ROW_CHARACTERS:
        return ""
    more: list[str] = []
    wanted = max(size, BUFFER_BYTES)
    while wanted > 0 and (line := lines.next()):
        more.append(line)
        wanted -= len(line)
    return "".join(more)


def _rest_lost(error: ValueError) -> Problem:
    return Problem(
        "bad_json",
        f"This and all that follows was not read, since it is no JSON: {error}. "
        "One object a line would lose that line only.",
    )
