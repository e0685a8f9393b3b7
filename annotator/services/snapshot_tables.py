"""The tables of a snapshot as files, one for each split and format."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from annotator.formats.columns import Column
from annotator.formats.compressing import Compression, compressed
from annotator.formats.jsonl import to_jsonl
from annotator.formats.parquet import batches_to_parquet, schema_of
from annotator.formats.safe_csv import table_to_csv, to_csv
from annotator.services.snapshot_gathering import TABLES, Gathered
from annotator.services.snapshot_progress import Progress

WHOLE = "all"
"""The name of files without splits."""
AT_ONCE = 2000
WRITTEN = 50
"""Rows that are held as Python has them."""
SPLITS_FILE = "splits.csv"

Columns = tuple[Column, ...]
Batches = Iterable[pa.RecordBatch]

FORMATS: dict[str, tuple[str, Callable[[Columns, Batches], Iterator[bytes]]]] = {
    "parquet": (
        "parquet",
        lambda columns, some: batches_to_parquet(schema_of(columns), some),
    ),
    "jsonl": (
        "jsonl.gz",
        lambda _, some: compressed(to_jsonl(_rows(some)), Compression.GZIP),
    ),
    "csv": ("csv", lambda columns, some: table_to_csv(columns, _rows(some))),
}
"""How the name of a file ends, and what gives its content."""


def _rows(batches: Batches) -> Iterator[dict[str, Any]]:
    for batch in batches:
        for start in range(0, batch.num_rows, WRITTEN):
            # Each row of a list has a copy of its article's text.
            yield from batch.slice(start, WRITTEN).to_pylist()


@dataclass(frozen=True)
class File:
    """A file of a snapshot; `rows` is None for what is no table."""

    name: str
    bytes: int
    sha256: str
    rows: int | None = None


def write_file(folder: Path, name: str, chunks: Iterable[bytes]) -> File:
    """Write a file piece by piece."""
    path, digest, size = folder / name, hashlib.sha256(), 0
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        for chunk in chunks:
            digest.update(chunk)
            size += len(chunk)
            file.write(chunk)
    return File(name, size, digest.hexdigest())


def write_tables(
    gathered: Gathered, formats: list[str], folder: Path, progress: Progress
) -> list[File]:
    """
    Write claims and annotations; a split that has none of them has no file.

    Where no split has any, the first has one nevertheless: it tells the columns.
    """
    rows = gathered.counts["claims"] + gathered.counts["annotations"]
    progress.begin("writing", rows * len(formats))
    splits = gathered.splits
    names = [WHOLE] if splits is None else [part.name for part in splits.parts]
    files = []
    for table in TABLES:
        empty: list[list[File]] = []
        for name in names:
            part = _Part(gathered, table, None if splits is None else name)
            written = []
            for form in formats:
                ending, write = FORMATS[form]
                file = write_file(
                    folder,
                    f"data/{table}/{name}.{ending}",
                    write(gathered.columns[table], part.batches(progress)),
                )
                written.append(File(file.name, file.bytes, file.sha256, part.count))
            if part.count:
                files += written
            else:
                empty.append(written)
        if len(empty) == len(names):
            files += empty.pop(0)
        # Not every library reads a file without rows as one of a data set.
        for one in chain.from_iterable(empty):
            (folder / one.name).unlink()
    if splits is not None:
        files.append(_write_splits(gathered, folder))
    return files


class _Part:
    """The rows of a table that are in a split; None for all of them."""

    def __init__(self, gathered: Gathered, table: str, split: str | None) -> None:
        self._path = gathered.path(table)
        self._ids: pa.Array | None = None
        self.count = 0
        if split is not None and gathered.splits is not None:
            places = gathered.splits.places.items()
            ids = sorted(pk for pk, place in places if place.split == split)
            self._ids = pa.array(ids, pa.int64())

    def batches(self, progress: Progress) -> Iterator[pa.RecordBatch]:
        """Read the rows, some at a time."""
        self.count = 0
        with pq.ParquetFile(self._path) as file:
            for batch in file.iter_batches(AT_ONCE):
                some = batch
                if self._ids is not None:
                    some = _kept(batch, pc.is_in(batch["article_id"], self._ids))
                self.count += some.num_rows
                progress.add(some.num_rows)
                if some.num_rows:
                    yield some


def _kept(batch: pa.RecordBatch, which: pa.Array) -> pa.RecordBatch:
    """Keep some rows, and nothing of the others in the dictionaries of texts."""
    some = batch.filter(which)
    columns = [
        _used(column) if pa.types.is_dictionary(column.type) else column
        for column in some.columns
    ]
    return pa.RecordBatch.from_arrays(columns, schema=batch.schema)


def _used(column: pa.DictionaryArray) -> pa.DictionaryArray:
    """Keep those texts that are used; none is copied for each row that has it."""
    places = column.indices.dictionary_encode()
    texts = column.dictionary.take(places.dictionary)
    return pa.DictionaryArray.from_arrays(places.indices, texts)


def _write_splits(gathered: Gathered, folder: Path) -> File:
    """Say of every article in which split it is, and with which others it stays."""
    assert gathered.splits is not None  # noqa: S101  # for the type checker
    rows = [
        (pk, gathered.articles[pk].sha256, place.split, place.group)
        for pk, place in sorted(gathered.splits.places.items())
    ]
    head = ["article_id", "article_sha256", "split", "group"]
    file = write_file(folder, SPLITS_FILE, to_csv(head, rows))
    return File(file.name, file.bytes, file.sha256, len(rows))
