"""Claims that come with their article: found in its text, or the row is refused."""

import csv
import json
from io import BytesIO, StringIO

import pytest

from annotator.formats.articles import GivenClaim, read_rows

TEXT = "“It is so,” she said. It rained.\nIt rained."


def read(claims):
    """Read a row of JSONL with `claims`."""
    line = json.dumps({"text": TEXT, "claims": claims})
    [row] = read_rows(BytesIO(line.encode()), "jsonl")
    return row


def in_cell(cell):
    """Read a row of CSV with `cell` in its column of claims."""
    written = StringIO()
    csv.writer(written).writerows([["text", "claims"], [TEXT, cell]])
    [row] = read_rows(BytesIO(written.getvalue().encode()), "csv")
    return row


def quotes(row):
    for claim in row.article.claims:
        assert row.article.text[claim.start : claim.end] == claim.quote
    return [(claim.quote, claim.start) for claim in row.article.claims]


class TestClaims:
    @pytest.mark.parametrize(
        "claim",
        [
            "It rained.",
            {"quote": "It rained."},
            {"text": "It rained."},
            {"start": 22, "end": 32},
            {"start": 22, "end": 32, "quote": "It rained."},
        ],
    )
    def test_may_be_written_in_several_ways(self, claim):
        assert read([claim]).article.claims == (GivenClaim("It rained.", 22, 32),)

    def test_that_occur_twice_are_taken_in_turn(self):
        row = read(["It rained.", {"quote": "It rained.", "excluded": True}])

        assert quotes(row) == [("It rained.", 22), ("It rained.", 33)]
        assert [claim.excluded for claim in row.article.claims] == [False, True]

    def test_come_in_the_order_of_the_text(self):
        assert quotes(read(["It rained.", "“It is so,” she said."])) == [
            ("“It is so,” she said.", 0),
            ("It rained.", 22),
        ]

    def test_may_differ_in_white_space(self):
        assert quotes(read([" It  rained. It\nrained. "])) == [
            ("It rained.\nIt rained.", 22)
        ]

    @pytest.mark.parametrize("claims", [None, []])
    def test_that_are_none_are_not_given(self, claims):
        assert read(claims).article.claims is None

    @pytest.mark.parametrize(
        ("claims", "reason"),
        [
            (["It snowed."], "Claim 1 is not in the text: “It snowed.”"),
            ([{"start": 0, "end": 99}], "which is not in the text of 43 characters"),
            ([{"start": 5, "end": 5}], "goes from 5 to 5"),
            ([{"start": -3, "end": 5}], "goes from -3 to 5"),
            ([{"start": 21, "end": 22}], "is empty"),
            ([" "], "is empty"),
            (
                [{"start": 0, "end": 2, "quote": "It"}],
                "says “It”, but there it says ““I”",
            ),
            ([{"start": 0}], "only one of “start” and “end”"),
            ([{"start": "0", "end": 2}], "“start” that is no whole number"),
            ([{"start": True, "end": 2}], "“start” that is no whole number"),
            ([{"quote": 5}], "a quote that is no text"),
            ([{"quote": "It", "excluded": "no"}], "neither true nor false"),
            ([{}], "neither a quote nor"),
            ([5], "neither a text nor an object"),
            ("no list", "Claim 1 is not in the text"),
            ({"a": 1}, "The claims are no list"),
            (["It rained.", {"start": 25, "end": 29}], "“rain” overlaps the claim"),
            (["a b"] * 50, "; and 40 more."),
            (["It"] * 20_000, "There are more than 10,000 claims."),
            (["rained"] * 3, "“rained” overlaps the claim before it"),
        ],
    )
    def test_that_do_not_fit_the_text_refuse_the_row(self, claims, reason):
        row = read(claims)

        assert row.article is None
        assert row.problem.code == "claims_do_not_fit"
        assert reason in row.problem.reason

    def test_all_name_what_is_wrong_with_them(self):
        reason = read(["It snowed.", "It rained.", "It hailed."]).problem.reason

        assert reason == (
            "Claim 1 is not in the text: “It snowed.”; "
            "claim 3 is not in the text: “It hailed.”."
        )


class TestClaimsInACell:
    def test_may_be_a_json_list(self):
        cell = json.dumps([{"start": 22, "end": 32, "excluded": True}, "It rained."])

        assert quotes(in_cell(cell)) == [("It rained.", 22), ("It rained.", 33)]

    def test_may_be_one_quote_a_line(self):
        assert quotes(in_cell("“It is so,” she said.\r\n\r\nIt rained.\n")) == [
            ("“It is so,” she said.", 0),
            ("It rained.", 22),
        ]

    def test_may_be_none(self):
        assert in_cell("").article.claims is None

    @pytest.mark.parametrize("cell", ["[It] rained.", "[" * 100_000])
    def test_that_only_begin_as_a_list_are_no_list(self, cell):
        assert in_cell(cell).problem.code == "claims_do_not_fit"
