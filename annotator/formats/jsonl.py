"""Rows as JSON lines."""

from collections.abc import Iterable, Iterator
from typing import Any

import orjson

CHUNK = 1 << 16
"""Bytes that are handed on at a time, for a line by itself costs as much to send."""


def to_jsonl(rows: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    """Give the rows as lines of UTF-8; days and times, all in UTC, as ISO 8601."""
    options = orjson.OPT_APPEND_NEWLINE | orjson.OPT_UTC_Z
    return in_chunks(orjson.dumps(row, option=options) for row in rows)


def in_chunks(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Give lines as chunks of some size, each of whole lines."""
    some, size = [], 0
    for line in lines:
        some.append(line)
        size += len(line)
        if size >= CHUNK:
            yield b"".join(some)
            some, size = [], 0
    if some:
        yield b"".join(some)
