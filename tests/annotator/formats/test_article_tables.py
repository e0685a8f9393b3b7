"""Tables of articles: which column holds what, and what is wrong with a row."""

import csv
import json
from datetime import date
from io import BytesIO

import pytest

from annotator.formats.articles import Unreadable, columns, read_rows

CSV = "Headline,Source,Byline,Link,Date,Body\n"


def csv_rows(text, mapping=None):
    raw = text if isinstance(text, bytes) else text.encode()
    return list(read_rows(BytesIO(raw), "csv", mapping))


def json_rows(*rows, mapping=None):
    lines = "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows)
    return list(read_rows(BytesIO(lines.encode()), "jsonl", mapping))


def problems(rows):
    return [(row.number, row.problem.code) for row in rows if row.problem]


def texts(rows):
    return [row.article.text for row in rows if row.article]


class TestColumns:
    def test_are_guessed_by_their_names(self):
        table = columns(BytesIO(f"{CSV}A,B,C,D,E,F\n".encode()), "csv")

        assert table.names == ("Headline", "Source", "Byline", "Link", "Date", "Body")
        assert table.mapping == {
            "Headline": "title",
            "Source": "outlet",
            "Byline": "author",
            "Link": "url",
            "Date": "published_on",
            "Body": "text",
        }
        assert table.samples == (("A", "B", "C", "D", "E", "F"),)

    @pytest.mark.parametrize("name", ["paper", "Newspaper", "publisher", "news_outlet"])
    def test_may_call_the_outlet_many_things(self, name):
        table = columns(BytesIO(f"body,{name}\n".encode()), "csv")

        assert table.mapping == {"body": "text", name: "outlet"}

    @pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
    def test_are_told_by_the_delimiter_that_finds_most(self, delimiter):
        head = delimiter.join(["title", "text", "note, and more; of it"])

        table = columns(BytesIO(head.encode()), "csv")

        assert table.mapping == {"title": "title", "text": "text"}

    def test_of_one_name_are_told_apart(self):
        assert columns(BytesIO(b"text,text,\n"), "csv").names == (
            *("text", "text (2)", "column 3"),
        )

    def test_with_the_better_name_are_taken(self):
        table = columns(BytesIO(b"content,text,published,date\n"), "csv")

        assert table.mapping == {"text": "text", "published": "published_on"}

    def test_of_jsonl_are_all_names_of_the_first_rows(self):
        lines = b'{"body": "A", "n": 1}\nnot json\n{"title": null, "claims": []}\n'

        table = columns(BytesIO(lines), "jsonl")

        assert table.names == ("body", "n", "title", "claims")
        assert table.mapping == {"body": "text", "title": "title", "claims": "claims"}
        assert table.samples == (("A", "1", "", ""), ("", "", "", ""))

    @pytest.mark.parametrize(
        ("file", "kind", "code"),
        [
            (b"", "csv", "empty_file"),
            (b"\n \n", "csv", "no_header"),
            (b",,,\n", "csv", "no_header"),
            (b"x" * 300 + b"\n", "csv", "no_header"),
            (b"\x89PNG\r\n\x1a\n\0\0\0", "csv", "not_text"),
            (b"nothing\n", "jsonl", "no_rows"),
        ],
    )
    def test_are_refused_where_there_are_none(self, file, kind, code):
        with pytest.raises(Unreadable) as refused:
            columns(BytesIO(file), kind)

        assert refused.value.code == code


class TestTheMapping:
    def test_replaces_what_was_guessed(self):
        [row] = csv_rows(
            "text,summary\nlong,short\n", {"summary": "text", "text": None}
        )

        assert row.article.text == "short"
        assert row.article.title == ""

    @pytest.mark.parametrize(
        ("mapping", "code"),
        [
            ({"a": "title"}, "no_text_column"),
            ({"a": "text", "b": "text"}, "bad_mapping"),
            ({"a": "text", "b": "color"}, "bad_mapping"),
            ({"a": "text", "z": "title"}, "bad_mapping"),
        ],
    )
    def test_is_refused_if_it_makes_no_sense(self, mapping, code):
        with pytest.raises(Unreadable) as refused:
            csv_rows("a,b\nx,y\n", mapping)

        assert refused.value.code == code

    def test_is_needed_where_no_column_is_known_to_hold_the_text(self):
        with pytest.raises(Unreadable, match="Say which one does") as refused:
            csv_rows("a,b\nx,y\n")

        assert refused.value.code == "no_text_column"


class TestARow:
    def test_of_a_csv_is_an_article(self):
        [row] = csv_rows(
            CSV + 'A "b",Paper , Ana,https://a,2026-05-04T01:00Z,"One\r\ntwo"\n'
        )

        assert (row.number, row.problem) == (1, None)
        assert row.raw == 'A "b",Paper , Ana,https://a,2026-05-04T01:00Z,"One\r\ntwo"\n'
        assert row.article.text == "One\r\ntwo"
        assert row.article.title == 'A "b"'
        assert row.article.outlet == "Paper"
        assert row.article.author == "Ana"
        assert row.article.url == "https://a"
        assert row.article.published_on == date(2026, 5, 4)

    def test_of_jsonl_is_an_article(self):
        [row] = json_rows(
            {"id": 7, "content": "One\n", "authors": ["Ana", "Ben"], "title": None}
        )

        assert row.article.text == "One\n"
        assert row.article.author == "Ana, Ben"
        assert row.article.title == ""

    def test_of_a_json_array_is_an_article(self):
        rows = json_rows('[{"text": "One"},\n 5, {"text":', '"Two"}', "]")

        assert texts(rows) == ["One", "Two"]
        assert problems(rows) == [(2, "bad_json")]
        assert rows[2].raw == '{"text":\n"Two"}'

    def test_may_be_one_json_object_over_many_lines(self):
        given = json.dumps({"title": "Ferry", "text": "It sank."}, indent=2)

        [row] = json_rows(given)

        assert (row.article.title, row.article.text) == ("Ferry", "It sank.")
        assert texts(json_rows(given, given)) == ["It sank.", "It sank."]
        assert problems(json_rows(given[:-1])) == [(1, "bad_json")]

    def test_with_half_a_character_is_the_only_one_refused(self):
        rows = csv_rows(b"text\nan \xed\xa0\x80 owl\nend\n")

        assert problems(rows) == [(1, "not_text")]
        assert texts(rows) == ["end"]

    def test_that_cannot_be_read_is_given_with_its_problem(self):
        rows = csv_rows('text,title\none,a\ntwo\n\nthree,b,c\n"four"x,d\n,e\nsix,f\n')

        assert problems(rows) == [
            *((2, "wrong_cells"), (4, "wrong_cells"), (5, "bad_csv"), (6, "no_text")),
        ]
        assert texts(rows) == ["one", "six"]
        assert [row.raw for row in rows if row.problem] == [
            *("two\n", "three,b,c\n", '"four"x,d\n', ",e\n"),
        ]

    def test_of_jsonl_that_cannot_be_read_is_given_with_its_problem(self):
        rows = json_rows({"text": "one"}, "{", "", "[1]", {"text": 5}, {"text": "six"})

        assert problems(rows) == [
            *((2, "bad_json"), (4, "bad_json"), (5, "no_text")),
        ]
        assert texts(rows) == ["one", "six"]

    def test_outside_the_encoding_is_the_only_one_refused(self):
        rows = csv_rows(
            b"text\ncaf\xc3\xa9\n" + b"x" * 300_000 + b"\n" + b"caf\xe9\nend\n"
        )

        assert problems(rows) == [(3, "not_text")]
        assert rows[-2].raw == "caf\ufffd\n"
        assert rows[-1].article.text == "end"

    def test_may_be_longer_than_the_csv_module_allows_others(self):
        before = csv.field_size_limit()

        [row] = csv_rows(f"text\n{'a' * 400_000}\n")

        assert len(row.article.text) == 400_000
        assert csv.field_size_limit() == before

    def test_that_is_cut_short_is_refused(self):
        assert problems(csv_rows('text,title\none,"a\n')) == [(1, "bad_csv")]
        assert problems(json_rows('{"text": "on')) == [(1, "bad_json")]
        rows = json_rows('[{"text": "one"}, {"te')
        assert (texts(rows), problems(rows)) == (["one"], [(2, "bad_json")])


class TestTheEncodingOfATable:
    def test_is_a_guess_that_every_article_tells(self):
        [row] = csv_rows("text\nHe said “no” at the café.\n".encode("cp1252"))

        assert row.article.text == "He said “no” at the café."
        assert "Windows-1252" in row.article.notes[0]

    def test_may_be_what_a_spreadsheet_saves(self):
        rows = csv_rows("text\ttitle\r\nNé à Paris\tA\r\n".encode("utf-16"))

        assert texts(rows) == ["Né à Paris"]


class TestADate:
    @pytest.mark.parametrize(
        "written",
        [
            *("2026-05-04", "2026-5-4", "2026-05-04 23:59:59+02:00", "20260504"),
            *("2026/05/04", "4 May 2026", "4th May, 2026"),
            *(
                "May 4, 2026",
                "Monday, May 4, 2026 at 10:00 a.m. EDT",
                "Mon 04 May 2026",
            ),
            *(
                "Mon, 04 May 2026 10:00:00 GMT",
                "4.5.2026",
                "04-May-2026",
                "May. 4, 2026",
            ),
        ],
    )
    def test_is_read_however_it_is_written(self, written):
        [row] = json_rows({"text": "a", "date": written})

        assert row.article.published_on == date(2026, 5, 4)

    @pytest.mark.parametrize(
        ("written", "day"), [("25/12/2025", 25), ("12/24/2025", 24)]
    )
    def test_is_read_where_only_one_order_makes_sense(self, written, day):
        [row] = json_rows({"text": "a", "date": written})

        assert row.article.published_on == date(2025, 12, day)

    @pytest.mark.parametrize(
        "written", ["04/05/2026", "2026-02-30", "yesterday", "May 2026", 1_777_777_777]
    )
    def test_that_is_not_clear_is_left_out_and_noted(self, written):
        [row] = json_rows({"text": "a", "date": written})

        assert row.article.published_on is None
        assert row.article.notes == (
            f"The date “{written}” was left out: it is not clear. "
            "Write it as 2026-05-31.",
        )


class TestShortFields:
    def test_are_cut_with_a_note(self):
        [row] = json_rows({"text": "a", "title": "b" * 600, "url": "c" * 3_000})

        assert row.article.title == "b" * 500
        assert row.article.url == ""
        assert len(row.article.notes) == 2
