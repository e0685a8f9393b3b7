"""CSV: what a spreadsheet runs, what our importer reads, what the columns are."""

import csv
import json
from datetime import UTC, date, datetime
from io import BytesIO, StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.formats.articles.csv_rows import csv_rows
from annotator.formats.columns import Column, Kind, ListOf, Record
from annotator.formats.safe_csv import original, table_to_csv, to_csv

SPAN = Record((Column("start", Kind.COUNT), Column("end", Kind.COUNT)))
COLUMNS = (
    Column("id", Kind.ID),
    Column("quote", Kind.TEXT),
    Column("source", SPAN, nullable=True),
    Column("flags", ListOf(Kind.WORD)),
    Column("shown", Kind.TRUTH),
    Column("taken", Kind.TRUTH, nullable=True),
    Column("on", Kind.DAY, nullable=True),
    Column("at", Kind.TIME),
)
ROW = {
    "id": 7,
    "quote": "=SUM(A1)",
    "source": {"start": 3, "end": 9},
    "flags": ["flagged"],
    "shown": True,
    "taken": None,
    "on": date(2026, 3, 1),
    "at": datetime(2026, 5, 4, 12, 0, 0, 250_000, tzinfo=UTC),
}


def read(chunks):
    text = b"".join(chunks).decode()
    return list(csv.reader(StringIO(text, newline=""), strict=True))


class TestACell:
    @pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "\n", "\0"])
    @pytest.mark.parametrize("before", ["", " ", "'"])
    def test_never_begins_a_formula(self, before, first):
        _, (cell,) = read(to_csv(["quote"], [[f"{before}{first}1+1"]]))

        assert cell == f"'{before}{first}1+1"

    @given(st.text())
    @example("'=1")
    @example("''- no")
    @example("'tis")
    def test_is_read_as_it_was(self, text):
        _, (cell, _) = read(to_csv(["a", "b"], [[text, "end"]]))

        assert original(cell) == text
        assert cell[:1] not in set("=+-@\t\r\n\0")


class TestATable:
    def test_has_a_column_for_each_part_of_a_record(self):
        names, row, empty = read(
            table_to_csv(COLUMNS, [ROW, ROW | {"source": None, "taken": False}])
        )

        assert names == [
            *("id", "quote", "source_start", "source_end", "flags", "shown"),
            *("taken", "on", "at"),
        ]
        assert row == [
            *("7", "'=SUM(A1)", "3", "9", '["flagged"]', "true"),
            *("", "2026-03-01", "2026-05-04T12:00:00.250000Z"),
        ]
        assert empty[2:4] == ["", ""]
        assert empty[6] == "false"

    def test_tells_columns_apart_whose_names_would_be_equal(self):
        part = Record((Column("b_c", Kind.COUNT),))
        other = Record((Column("c", Kind.COUNT),))

        names, row = read(
            table_to_csv(
                (Column("a", part), Column("a_b", other)),
                [{"a": {"b_c": 1}, "a_b": {"c": 2}}],
            )
        )

        assert names == ["a.b_c", "a_b.c"]
        assert row == ["1", "2"]

    def test_writes_lists_as_json(self):
        votes = ListOf(Record((Column("note", Kind.TEXT), Column("at", Kind.TIME))))
        vote = {"note": "“so”, he said", "at": ROW["at"]}

        _, (cell,) = read(table_to_csv((Column("votes", votes),), [{"votes": [vote]}]))

        assert json.loads(cell) == [
            {"note": "“so”, he said", "at": "2026-05-04T12:00:00.250000Z"}
        ]

    def test_comes_in_chunks_and_not_line_by_line(self):
        chunks = list(table_to_csv(COLUMNS, [ROW] * 3000))

        assert 1 < len(chunks) < 10


class TestTheTextsOfAnExport:
    @given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
    @example("- What is this?\r\n- A ferry.")
    @example("'=1")
    def test_are_imported_as_they_were(self, text):
        columns = tuple(
            Column(name, Kind.TEXT) for name in ("article_sha256", "text", "claim")
        )
        row = {"article_sha256": "ab", "text": text, "claim": "c"}

        (found,) = csv_rows(BytesIO(b"".join(table_to_csv(columns, [row]))), None)

        if text.strip():
            assert found.article.text == text

    def test_of_others_keep_their_apostrophes(self):
        (found,) = csv_rows(BytesIO(b"id,text\n1,'- so\n"), None)

        assert found.article.text == "'- so"
