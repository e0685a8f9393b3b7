"""Up to which ids nothing can come any more, whatever is still being written."""

from base64 import b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Self

from django.db import connection

from annotator.errors import DomainError

TABLES = ("annotator_annotationevent", "annotator_claim", "annotator_claimchange")
FIRST = 0x4F52 << 48
ROOM = 44
"""How migration 0010 names locks: FIRST, the table's number, and an id of 44 bits."""
VERSION = "1"
START = "start"

DRAWN = "SELECT " + ", ".join(
    f"coalesce(pg_sequence_last_value(pg_get_serial_sequence('{table}', 'id')), 0)"
    for table in TABLES
)
# What this very transaction has inserted is there for it to see.
HELD = """
SELECT (name - %(first)s) >> %(room)s,
    min((name - %(first)s) & ((1::bigint << %(room)s) - 1))
FROM (
    SELECT classid::bigint << 32 | objid::bigint AS name FROM pg_locks
    WHERE locktype = 'advisory' AND objsubid = 1
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND pid IS DISTINCT FROM pg_backend_pid()
) AS locks
WHERE name BETWEEN %(first)s AND %(first)s + (%(tables)s::bigint << %(room)s) - 1
GROUP BY 1
"""
DRAWN_BY_SQLITE = "SELECT name, seq FROM sqlite_sequence WHERE name IN (%s, %s, %s)"


class BadCursor(DomainError):
    code = "bad_cursor"


@dataclass(frozen=True, slots=True)
class Position:
    """
    A place in what has changed: all up to these ids has been given.

    `part` goes into the claim change that follows `change`: what it means to the
    annotations of annotators with ids up to this one has been given too.
    """

    event: int = 0
    claim: int = 0
    change: int = 0
    part: int = 0

    def but_not_before(self, other: Self) -> Self:
        """Give the later of two places, id by id."""
        change, part = max((self.change, self.part), (other.change, other.part))
        event, claim = max(self.event, other.event), max(self.claim, other.claim)
        return type(self)(event, claim, change, part)


@dataclass(frozen=True, slots=True)
class Feed:
    """
    Whose changes a cursor is about: it is good for nothing else.

    Where `rules` are others than when a cursor was given, all rows may have become
    others, and so it stands for the start.
    """

    name: str
    project: int
    rules: str = ""

    def cursor(self, position: Position) -> str:
        """Give the text by which a reader says how far they have come."""
        numbers = [getattr(position, one.name) for one in fields(position)]
        parts = [VERSION, self.name, self.project, self.rules, *numbers]
        return (
            urlsafe_b64encode(".".join(map(str, parts)).encode()).decode().rstrip("=")
        )

    def position(self, cursor: str) -> Position:
        """
        Read what `cursor` gave.

        :raises BadCursor: if it is no cursor of this feed
        """
        if cursor == START:
            return Position()
        padded = cursor + "=" * (-len(cursor) % 4)
        try:
            decoded = b64decode(padded, b"-_", validate=True)
            parts = decoded.decode("ascii").split(".")
            version, name, project, rules, *numbers = parts
            position = Position(*map(_number, numbers))
        except (ValueError, TypeError) as error:
            raise BadCursor("This is no cursor of an export.") from error
        if len(numbers) != len(fields(position)) or version != VERSION:
            raise BadCursor("This is no cursor of an export.")
        if (name, project) != (self.name, str(self.project)):
            raise BadCursor("This cursor is of another export, or another project.")
        return position if rules == self.rules else Position()


def _number(text: str) -> int:
    if not text.isdecimal():
        raise ValueError(text)
    return int(text)


def settle_after(since: Position) -> Position:
    """
    Give a place, `since` or later, before which nothing can come any more.

    Every change up to it is seen by statements that begin from now on, or was rolled
    back. It is not for transactions that go on seeing what they saw first.

    :raises BadCursor: if so much has never happened in this database
    """
    # In this order: what was drawn before, and is held no more now, has ended.
    drawn = _drawn()
    held = _held()
    if any(
        reached > newest
        for reached, newest in zip(
            (since.event, since.claim, since.change), drawn, strict=True
        )
    ):
        raise BadCursor(
            "This cursor is from another state of the database; begin anew."
        )
    settled = (min(newest, held.get(n, newest)) for n, newest in enumerate(drawn))
    # A lock can be named after less than what was settled before it was taken.
    return Position(*settled).but_not_before(since)


def _drawn() -> Sequence[int]:
    """Give the newest id that was drawn in each table, by whomever."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(DRAWN)
            row: Sequence[int] = cursor.fetchone()
            return row
        cursor.execute(DRAWN_BY_SQLITE, TABLES)
        newest = dict(cursor.fetchall())
        return [newest.get(table, 0) for table in TABLES]


def _held() -> dict[int, int]:
    """Give after which id others may still insert, by the table's number."""
    if connection.vendor != "postgresql":
        return {}  # one writer at a time: ids are committed in their order
    with connection.cursor() as cursor:
        cursor.execute(HELD, {"first": FIRST, "room": ROOM, "tables": len(TABLES)})
        return dict(cursor.fetchall())
