"""What the columns of a table are: one description for every format that has types."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto


class Kind(Enum):
    """What the cells of a column are."""

    TEXT = auto()
    WORD = auto()
    """A text that many rows share."""
    ID = auto()
    COUNT = auto()
    """A number that 32 bits hold."""
    NUMBER = auto()
    TRUTH = auto()
    DAY = auto()
    TIME = auto()
    """A moment in UTC, to the microsecond."""


@dataclass(frozen=True, slots=True)
class Record:
    """A cell with named parts."""

    columns: tuple["Column", ...]


@dataclass(frozen=True, slots=True)
class ListOf:
    """A cell with any number of the same."""

    each: Kind | Record


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table, or a part of a record."""

    name: str
    kind: Kind | Record | ListOf
    nullable: bool = False


def leaves(
    columns: tuple[Column, ...], *above: str
) -> Iterator[tuple[tuple[str, ...], Column]]:
    """Give the path of each column that has no named parts, and the column."""
    for column in columns:
        path = (*above, column.name)
        if isinstance(column.kind, Record):
            yield from leaves(column.kind.columns, *path)
        else:
            yield path, column


def all_nullable(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Give the same columns, each of which may be null."""
    return tuple(replace(column, nullable=True) for column in columns)
