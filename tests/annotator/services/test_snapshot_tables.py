"""The tables of snapshots: what is held while they are written."""

import tracemalloc
from itertools import cycle

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from annotator.formats.columns import Column, Kind
from annotator.formats.parquet import schema_of
from annotator.services.snapshot_tables import FORMATS, _kept

COLUMNS = (Column("article_id", Kind.ID), Column("text", Kind.WORD, nullable=True))
LENGTH = 50_000
ROWS = 2000


@pytest.fixture
def claims():
    """Give the claims of three long articles, of which one has no text."""
    texts = cycle(["a" * LENGTH, None, "b" * LENGTH])
    rows = [{"article_id": n % 3, "text": next(texts)} for n in range(ROWS)]
    return pa.RecordBatch.from_pylist(rows, schema=schema_of(COLUMNS))


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_a_long_text_is_held_for_some_rows_at_a_time(claims, form):
    _, write = FORMATS[form]

    tracemalloc.start()
    try:
        for _ in write(COLUMNS, [claims]):
            pass
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert most < ROWS * LENGTH / 10


def test_rows_of_a_split_keep_only_their_own_texts(claims):
    some = _kept(claims, pc.not_equal(claims["article_id"], 0))

    assert some.schema == claims.schema
    assert some["text"].dictionary.to_pylist() == ["b" * LENGTH]
    assert some["text"].to_pylist()[:3] == [None, "b" * LENGTH, None]
