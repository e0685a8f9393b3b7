"""Rows as Parquet, whose columns have types; compressed inside."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from annotator.formats.columns import Column, Kind, ListOf, Record

BATCH = 500
"""Rows that become columns at a time."""
GROUP = 20 * BATCH
"""Rows of a row group at most."""
LARGEST = 1 << 23
"""Bytes of a row group, about."""

_TYPES = {
    Kind.TEXT: pa.string(),
    Kind.WORD: pa.dictionary(pa.int32(), pa.string()),
    Kind.ID: pa.int64(),
    Kind.COUNT: pa.int32(),
    Kind.NUMBER: pa.float64(),
    Kind.TRUTH: pa.bool_(),
    Kind.DAY: pa.date32(),
    Kind.TIME: pa.timestamp("us", tz="UTC"),
}


def schema_of(
    columns: Sequence[Column], metadata: Mapping[str, str] | None = None
) -> pa.Schema:
    """Give the columns as Arrow knows them."""
    return pa.schema([_field(column) for column in columns], metadata)


def to_parquet(
    columns: Sequence[Column],
    rows: Iterable[Mapping[str, Any]],
    metadata: Mapping[str, str] | None = None,
) -> Iterator[bytes]:
    """
    Give the rows as the bytes of a Parquet file, a row group at a time.

    If `rows` fails there is no end to what was given: without it no reader takes it
    for a file.
    """
    schema = schema_of(columns, metadata)
    return batches_to_parquet(schema, _batches(rows, schema))


def batches_to_parquet(
    schema: pa.Schema, batches: Iterable[pa.RecordBatch]
) -> Iterator[bytes]:
    """Give the same of rows that are columns already."""
    written = _Written()
    writer = pq.ParquetWriter(written, schema, compression="zstd")
    yield written.taken()
    for group in _groups(batches):
        writer.write_table(group, row_group_size=group.num_rows)
        yield written.taken()
    writer.close()
    yield written.taken()


def _groups(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.Table]:
    """Give the rows as tables, each no larger than is to be held."""
    some: list[pa.RecordBatch] = []
    size = count = 0
    for batch in batches:
        some.append(batch)
        size += batch.nbytes
        count += batch.num_rows
        if count >= GROUP or size >= LARGEST:
            yield pa.Table.from_batches(some)
            some, size, count = [], 0, 0
    if some:
        yield pa.Table.from_batches(some)


def _batches(
    rows: Iterable[Mapping[str, Any]], schema: pa.Schema
) -> Iterator[pa.RecordBatch]:
    remaining = iter(rows)
    while some := list(islice(remaining, BATCH)):
        yield pa.RecordBatch.from_pylist(some, schema=schema)


def _field(column: Column, *, within: bool = False) -> pa.Field:
    kind = _type(column.kind, within=within)
    return pa.field(column.name, kind, nullable=column.nullable)


def _type(kind: Kind | Record | ListOf, *, within: bool) -> pa.DataType:
    match kind:
        case Record(columns):
            return pa.struct([_field(column, within=True) for column in columns])
        case ListOf(each):
            element = _type(each, within=True)
            return pa.list_(pa.field("element", element, nullable=False))
        case Kind.WORD if within:
            # pandas fails on a dictionary within records that are all null. In the
            # file the texts are in a dictionary all the same.
            return pa.string()
        case _:
            return _TYPES[kind]


class _Written:
    """What the writer writes to: bytes that are taken as they come."""

    closed = False

    def __init__(self) -> None:
        self._some: list[bytes] = []

    def write(self, some: bytes) -> int:
        self._some.append(bytes(some))
        return len(some)

    def flush(self) -> None:
        """Do nothing: what is written is there."""

    def taken(self) -> bytes:
        """Give what was written since, and forget it."""
        taken = b"".join(self._some)
        self._some.clear()
        return taken
