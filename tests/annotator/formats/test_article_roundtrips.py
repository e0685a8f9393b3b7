"""No reader changes a letter of a text, whatever it is written in."""

import csv
import json
from io import BytesIO, StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.articles import Unreadable, read_article, read_rows

# Any text but null characters and lone surrogates, which no text has.
ANY = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
ODD = st.text(
    st.sampled_from(
        "a,;\t|\"\r\n\\'=+-@ \u00a0\u0085\u2028\ufeffe\u0301\u05d0\u0627😀👩‍👧"
    )
)
TEXTS = st.one_of(ANY, ODD).filter(lambda text: text.strip())


@given(TEXTS)
def test_plain_text_is_kept(text):
    if not text.startswith(("\ufeff", "%PDF-", "{\\rtf")):
        assert read_article(text.encode(), "a.txt").text == text


@given(st.lists(TEXTS, min_size=1), st.sampled_from(",;\t|"), st.booleans())
def test_csv_is_kept(texts, delimiter, windows):
    written = StringIO(newline="")
    writer = csv.writer(
        written,
        delimiter=delimiter,
        lineterminator="\r\n" if windows else "\n",
        # A writer that ends its lines with "\n" may leave "\r" without quotes.
        quoting=csv.QUOTE_MINIMAL if windows else csv.QUOTE_ALL,
    )
    writer.writerows([["text", "title"], *([text, ""] for text in texts)])

    rows = list(read_rows(BytesIO(written.getvalue().encode()), "csv"))

    assert [row.article.text for row in rows] == texts
    assert written.getvalue().endswith("".join(row.raw for row in rows))


@given(st.lists(TEXTS, min_size=1), st.booleans())
def test_jsonl_is_kept(texts, ascii_only):
    lines = [json.dumps({"text": text}, ensure_ascii=ascii_only) for text in texts]

    rows = list(read_rows(BytesIO("\r\n".join(lines).encode()), "jsonl"))

    assert [row.article.text for row in rows] == texts
    assert [row.raw for row in rows] == lines


@given(st.lists(TEXTS, min_size=1))
def test_a_json_array_is_kept(texts):
    array = json.dumps([{"text": text} for text in texts], indent=1)

    rows = list(read_rows(BytesIO(array.encode()), "jsonl"))

    assert [row.article.text for row in rows] == texts


@given(ANY, st.sampled_from(["\0", "\ud800", "\udfff"]), ANY)
def test_what_no_text_holds_is_refused_in_its_row_only(before, wrong, after):
    lines = [
        json.dumps({"text": text}) for text in (f"a{before}{wrong}{after}", "good")
    ]

    first, second = read_rows(BytesIO("\n".join(lines).encode()), "jsonl")

    assert first.problem.code == "not_text"
    assert second.article.text == "good"


@given(st.binary(), st.sampled_from(["csv", "jsonl"]))
def test_a_row_always_says_what_it_is(content, kind):
    head = b"text,title\n" if kind == "csv" else b"{}\n"
    try:
        rows = list(read_rows(BytesIO(head + content), kind))
    except Unreadable:
        return

    assert all((row.article is None) != (row.problem is None) for row in rows)
    assert all("\0" not in row.raw and row.raw.encode() for row in rows)


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(1)"])
def test_formulas_are_texts(formula):
    [row] = read_rows(BytesIO(f"text\n{formula}\n".encode()), "csv")

    assert row.article.text == formula
