"""Rows as JSON lines."""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import Any


def to_jsonl(rows: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    """Give each row as one line of UTF-8; days and times become ISO 8601, in UTC."""
    for row in rows:
        yield (json.dumps(row, ensure_ascii=False, default=_plain) + "\n").encode()


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} cannot be a JSON value")
