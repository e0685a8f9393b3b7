# ruff: noqa: RUF001  (curly marks and other scripts are what is tested)

import dataclasses

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.attribution import VERSION, Extraction, Span, extract

PIECES = st.sampled_from(
    [
        *" .!?…,;:-\n\t\r\u00a0\u2003\u2028\u2029\u0085\f\x00\ufeff\u200b\u200f",
        *"“”‘’\"'«»()[]|>/*•",
        *"aZ7é中。？！م؟ש",
        "\r\n",
        "\n\n",
        "e\u0301",
        "👩\u200d👧",
        "\ud800",
        "Mr. ",
        "U.S. ",
        "5 p.m. ",
        "Oct. ",
        "J. ",
        "The ferry sank. ",
        "she said ",
        " said Roe, ",
        "according to Roe ",
        ", who said ",
        ", while Ana Roe told him that ",
        "; ",
        "Ana Roe, the mayor, ",
        "reportedly ",
        " was told by the ",
        "\nPublished\non\n",
        "\nBy Ana Roe\n",
        "\nRead more\n",
        "\nFerry sinks off Calder\n",
    ]
)
TEXTS = st.one_of(
    st.text(),
    st.lists(PIECES, max_size=60).map("".join),
)


class TestAnExtraction:
    @given(text=TEXTS, title=st.sampled_from(["", "Ferry sinks off Calder"]))
    @example(text="X\u00a0.Z9'؟?;中:\"", title="")
    @example(text="\u2029", title="")
    def test_has_spans_in_order_within_the_text(self, text, title):
        found = extract(text, title=title)

        for spans in (found.sentences, found.claims, found.dropped):
            edges = [edge for span in spans for edge in (span.start, span.end)]
            assert edges == sorted(edges)
            assert all(span.start < span.end for span in spans)
            assert all(0 <= edge <= len(text) for edge in edges)

    @given(text=TEXTS)
    def test_has_sentences_without_white_space_around_them(self, text):
        for span in extract(text).sentences:
            assert span.quote(text) == span.quote(text).strip() != ""

    @given(text=TEXTS)
    def test_loses_nothing_that_can_be_read(self, text):
        found = extract(text)

        covered = [*found.sentences, *found.dropped]
        seen = {index for span in covered for index in range(span.start, span.end)}
        assert len(seen) == sum(span.end - span.start for span in covered)
        assert not any(
            character.isalnum()
            for index, character in enumerate(text)
            if index not in seen
        )

    @given(text=TEXTS)
    def test_has_a_claim_wherever_there_is_a_word(self, text):
        if any(character.isalnum() for character in text):
            assert extract(text).claims

    @given(text=TEXTS)
    def test_drops_whole_lines(self, text):
        breaks = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"

        for line in extract(text).dropped:
            assert line.start == 0 or text[line.start - 1] in breaks
            assert line.end == len(text) or text[line.end] in breaks

    @given(text=TEXTS)
    def test_is_the_same_each_time(self, text):
        assert extract(text) == extract(text)

    @given(text=TEXTS)
    def test_has_sources_and_cues_within_the_text(self, text):
        found = extract(text)
        for claim in found.claims:
            for span in (claim.source, claim.cue):
                assert span is None or 0 <= span.start < span.end <= len(text)
            assert 0 <= claim.score <= 1
            assert (claim.score > 0) == found.suggests
            assert claim.rule != "" or not found.suggests

    @given(text=TEXTS, edges=st.lists(st.integers(0, 80), max_size=8, unique=True))
    def test_says_who_stands_behind_any_stretch(self, text, edges):
        inside = sorted(edge for edge in edges if edge <= len(text))
        spans = [Span(*pair) for pair in zip(inside[::2], inside[1::2], strict=False)]

        found = extract(text, claims=spans)

        assert [Span(claim.start, claim.end) for claim in found.claims] == spans

    def test_has_one_claim_a_sentence(self):
        found = extract("The ferry sank. Nobody was hurt.")

        spans = tuple(Span(claim.start, claim.end) for claim in found.claims)
        assert spans == found.sentences == (Span(0, 15), Span(16, 32))

    def test_counts_code_points(self):
        text = "🌊🌊 The ferry sank.\r\n\r\nE\u0301ric\u00a0Roe left 👩\u200d👧.\r\n"

        assert extract(text).sentences == (Span(0, 18), Span(22, 41))

    def test_cannot_be_changed(self):
        found = extract("The ferry sank.")

        with pytest.raises(dataclasses.FrozenInstanceError):
            found.title = "Another"

    def test_keeps_the_title_given_if_the_text_has_none(self):
        assert extract("The ferry sank.", title="Given").title == "Given"
        assert extract("The ferry sank.").title == ""

    def test_is_empty_for_a_text_without_words(self):
        assert extract(" \n") == Extraction(
            title="", dropped=(), sentences=(), claims=()
        )

    def test_has_a_version(self):
        assert VERSION
