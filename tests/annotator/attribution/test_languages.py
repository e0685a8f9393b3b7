"""Texts in languages that the rules do not know: nothing is suggested of them."""

import pytest

from annotator.attribution import Claim, Span, extract

ENGLISH = "The mayor said the ferry will stop. He declined to comment. Who pays?"
GERMAN = "Die Fähre fährt nicht mehr, sagte Ana Roe. Thanks, sagte sie. Wer zahlt das?"
ARABIC = "قال المسؤول إن الطريق مغلق. ولم يذكر السبب. من يدفع؟"


class TestATextThatTheRulesCannotRead:
    @pytest.mark.parametrize(
        ("text", "language"),
        [
            (GERMAN, "de"),
            (GERMAN, "de-CH"),
            (ARABIC, ""),
            (ARABIC, "ar"),
            (ARABIC, "en"),
        ],
    )
    def test_has_its_sentences_as_claims_and_no_suggestions(self, text, language):
        found = extract(text, language=language)

        spans = [Span(claim.start, claim.end) for claim in found.claims]
        assert spans == [*found.sentences]
        assert len(spans) == 3
        assert not found.suggests
        assert all(claim.score == 0 for claim in found.claims)
        assert not any(claim.source or claim.cue for claim in found.claims)

    def test_has_nothing_excluded_but_questions(self):
        text = f"{ENGLISH} Thank you all."

        found = extract(text, language="de")

        assert [one.quote(text) for one in found.claims if one.excluded] == [
            "Who pays?"
        ]
        assert [one.rule for one in found.claims] == ["", "", "a question", ""]

    def test_is_cut_as_somebody_chose(self):
        spans = [Span(0, 10), Span(11, 43)]

        found = extract(GERMAN, language="de", claims=spans)

        assert found.claims == tuple(Claim(one.start, one.end) for one in spans)


class TestATextThatTheyCanRead:
    @pytest.mark.parametrize("language", ["en", "en-GB", "EN"])
    def test_is_read_as_one_of_unknown_language(self, language):
        assert extract(ENGLISH, language=language) == extract(ENGLISH)
        assert extract(ENGLISH).suggests

    def test_may_quote_what_runs_from_right_to_left(self):
        text = f"“مغلق,” the mayor said. {ENGLISH}"

        assert extract(text).suggests
