"""JSON lines, Parquet and compression: all as streams that tell if they are whole."""

import gzip
import io
import json
from datetime import UTC, date, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.compressing import Compression, compressed
from annotator.formats.jsonl import CHUNK, to_jsonl
from annotator.formats.label_tables import annotation_columns, claim_columns
from annotator.formats.parquet import GROUP, schema_of, to_parquet

AT = datetime(2026, 5, 4, 12, tzinfo=UTC)
SAID = {
    "annotator": "k7m2qp",
    "source_type": "named",
    "confidence": 3,
    "skipped": False,
    "skip_reason": "",
    "flags": ["flagged"],
    "note": "",
    "seconds": 2.5,
    "source": {"start": 2, "end": 5},
    "cue": None,
    "suggestion_shown": True,
    "suggestion_accepted": None,
    "guideline_revision": 1,
    "version": 1,
}
ARTICLE = {
    "article_id": 4,
    "article_sha256": "ab",
    "article_title": "Ferry 🚢",
    "article_outlet": "",
}
ANNOTATION = {
    "annotation_id": 2**40,
    **ARTICLE,
    "article_published_on": date(2026, 3, 1),
    "claim_id": 9,
    "claim_number": 1,
    "claim_replaced": False,
    "start": 0,
    "end": 3,
    "quote": "שלום",
    **SAID,
    "created_at": AT,
    "updated_at": AT,
}
CLAIM = {
    "claim_id": 9,
    **ARTICLE,
    "article_author": "",
    "article_url": "",
    "article_published_on": None,
    "claim_number": 1,
    "origin": "extracted",
    "start": 0,
    "end": 3,
    "start_utf16": 0,
    "end_utf16": 3,
    "quote": "so",
    "prefix": "",
    "suffix": "",
    "votes": [{"annotation_id": 1, **SAID, "updated_at": AT}],
    "answers": 1,
    "skips": 0,
    "majority": "named",
    "tied": [],
    "shares": {"named": 1.0, "unclear": 0.0},
    "soft_label": {"named": 1.0, "unclear": 0.0},
    "agreement": None,
    "decision": {"source_type": None, "by": "majority", "answers": 2, "votes": 3},
    "collapsed": None,
    "posterior": {"named": 0.75, "unclear": None},
    "posterior_entropy": 0.5,
    "consensus": None,
}
TABLES = [
    (annotation_columns(), ANNOTATION),
    (
        annotation_columns(names=True),
        ANNOTATION | {"annotator_id": 3, "annotator_name": "Ana"},
    ),
    (claim_columns(["named", "unclear"]), CLAIM),
    (claim_columns(["named", "unclear"], text=True), CLAIM | {"text": "so"}),
]


def failing(row, after):
    for _ in range(after):
        yield row
    raise RuntimeError("the database went away")


def taken(chunks):
    """Take what comes until it fails."""
    some = []
    with pytest.raises(RuntimeError):
        some.extend(chunks)
    return b"".join(some)


class TestJsonLines:
    def test_hold_days_and_times_as_iso_8601(self):
        (line,) = b"".join(to_jsonl([ANNOTATION])).splitlines()

        row = json.loads(line)
        assert row["article_published_on"] == "2026-03-01"
        assert row["updated_at"] == "2026-05-04T12:00:00Z"
        assert list(row) == list(ANNOTATION)
        assert "שלום".encode() in line

    def test_come_in_chunks_of_whole_lines(self):
        chunks = list(to_jsonl([ANNOTATION] * 1000))

        assert all(chunk.endswith(b"}\n") for chunk in chunks)
        assert all(CHUNK <= len(chunk) < 2 * CHUNK for chunk in chunks[:-1])
        assert b"".join(chunks).count(b"\n") == 1000


class TestParquet:
    @pytest.mark.parametrize(("columns", "row"), TABLES)
    def test_gives_back_what_went_in(self, columns, row):
        written = b"".join(to_parquet(columns, [row, row]))

        assert pq.read_table(io.BytesIO(written)).to_pylist() == [row, row]

    @pytest.mark.parametrize(("columns", "row"), TABLES[:3])
    def test_has_all_columns_of_the_rows_in_their_order(self, columns, row):
        assert [column.name for column in columns] == list(row)

    def test_has_types(self):
        schema = schema_of(annotation_columns())

        assert schema.field("annotation_id").type == pa.int64()
        assert schema.field("start").type == pa.int32()
        assert schema.field("updated_at").type == pa.timestamp("us", "UTC")
        assert schema.field("article_published_on").type == pa.date32()
        assert pa.types.is_dictionary(schema.field("source_type").type)
        assert not schema.field("skipped").nullable

    def test_of_nothing_has_its_columns_all_the_same(self):
        table = pq.read_table(
            io.BytesIO(b"".join(to_parquet(claim_columns(["a"]), [])))
        )

        assert table.num_rows == 0
        assert table.schema.field("shares").type == pa.struct(
            [pa.field("a", pa.float64(), nullable=False)]
        )

    def test_is_written_in_row_groups(self):
        chunks = list(to_parquet(annotation_columns(), [ANNOTATION] * (GROUP + 1)))

        written = pq.ParquetFile(io.BytesIO(b"".join(chunks)))
        assert written.metadata.num_row_groups == 2
        assert chunks[0] == b"PAR1"

    def test_that_broke_off_is_no_parquet(self):
        rows = failing(ANNOTATION, GROUP + 1)

        part = taken(to_parquet(annotation_columns(), rows))

        assert len(part) > 100
        with pytest.raises(pa.ArrowInvalid):
            pq.read_table(io.BytesIO(part))


class TestCompression:
    @given(st.lists(st.binary()), st.sampled_from(Compression))
    def test_gives_back_what_went_in(self, chunks, by):
        packed = b"".join(compressed(chunks, by))

        assert opened(packed, by) == b"".join(chunks)
        assert packed == b"".join(compressed(chunks, by))

    def test_of_gzip_has_no_time(self):
        assert b"".join(compressed([b"so"], Compression.GZIP))[4:8] == bytes(4)

    @pytest.mark.parametrize("by", Compression)
    def test_that_broke_off_is_not_whole(self, by):
        part = taken(compressed(to_jsonl(failing(ANNOTATION, 5000)), by))

        with pytest.raises((EOFError, zstandard.ZstdError)):
            opened(part, by)


def opened(packed, by):
    if by is Compression.GZIP:
        return gzip.decompress(packed)
    reader = zstandard.ZstdDecompressor().decompressobj()
    found = reader.decompress(packed)
    if not reader.eof:
        raise EOFError
    return found
