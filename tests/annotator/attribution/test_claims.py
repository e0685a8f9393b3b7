import pytest

from annotator.attribution import Dropped, Span, extract
from tests.annotator.attribution.newsroom import claims_in, only_claim, types_in


def quotes_in(text: str) -> list[str]:
    return [claim.quote(text) for claim in claims_in(text)]


class TestASentence:
    @pytest.mark.parametrize(
        ("sentence", "parts"),
        [
            (
                "Roe said it leaked, while one of the engineers said it was sound.",
                ["Roe said it leaked", "one of the engineers said it was sound."],
            ),
            (
                "Roe said it leaked; two engineers said that it was sound.",
                ["Roe said it leaked", "two engineers said that it was sound."],
            ),
            (
                "Forty fell ill, according to the port, although more are feared.",
                [
                    "Forty fell ill, according to the port",
                    "although more are feared.",
                ],
            ),
            (
                "The ferry sank in May, in which ten died, according to the port.",
                [
                    "The ferry sank in May",
                    "in which ten died, according to the port.",
                ],
            ),
            (
                "The ferry sank in May, but Roe said it had been sound.",
                ["The ferry sank in May", "Roe said it had been sound."],
            ),
        ],
    )
    def test_is_two_claims_where_the_source_changes(self, sentence, parts):
        assert quotes_in(sentence) == parts

    @pytest.mark.parametrize(
        "sentence",
        [
            "The source called it “very complex,” but noted it was “a massive deal.”",
            "Roe said it leaked, but he added that it was sound.",
            "Roe said that it leaked, although nobody had seen it.",
            "It leaked, Roe said, but it was sound.",
            "It leaked, but it was sound, according to the port.",
            "The ferry sank, and nobody was hurt.",
        ],
    )
    def test_is_one_claim_where_it_does_not(self, sentence):
        assert quotes_in(sentence) == [sentence]


class TestAQuotation:
    def test_that_stands_alone_is_of_who_speaks_in_its_paragraph(self):
        text = "“It leaks,” Ana Roe said. “It will sink.”\n\n“We will swim.”"

        claims = claims_in(text)

        assert [claim.source_type for claim in claims] == ["named"] * 3
        assert {claim.source.quote(text) for claim in claims} == {"Ana Roe"}
        assert [claim.cue is None for claim in claims] == [False, True, True]
        assert claims[2].rule == "goes on speaking: named"
        assert claims[2].score < claims[0].score

    def test_is_of_who_speaks_after_it(self):
        text = "Officials left.\n\n“It leaks. It will sink,” Ana Roe said."

        assert types_in(text)[1:] == ["named", "named"]

    def test_may_have_several_paragraphs(self):
        text = "Ana Roe spoke. “It leaks,” she said. “It\n\n“may sink. It will.”"

        assert set(types_in(text)[1:]) == {"named"}

    def test_goes_on_only_for_a_while(self):
        text = "Ana Roe said it leaks.\n\nIt rained.\n\nIt snowed.\n\n“Who knows.”"

        assert types_in(text)[-1] == "unattributed"


class TestAnExcludedSentence:
    @pytest.mark.parametrize(
        ("sentence", "why"),
        [
            ("Is there a better way?", "a question"),
            ("“Why now?” asked Ana Roe, the mayor of Calder.", "a question"),
            ("“Thank you all for coming,” Roe said.", "thanks or wishes"),
            ("“I thank our friends for their help.”", "thanks or wishes"),
            ("Roe did not respond to a request for comment.", "about the reporting"),
            ("The port declined to comment.", "about the reporting"),
            ("They did not say when it would sail.", "about the reporting"),
            ("The port had yet to release any statement.", "about the reporting"),
            ("Ana Poe contributed to this report.", "about the reporting"),
        ],
    )
    def test_claims_nothing(self, sentence, why):
        claim = only_claim(sentence)

        assert (claim.excluded, claim.rule) == (True, why)

    @pytest.mark.parametrize(
        "sentence",
        [
            "Roe asked whether it leaked.",
            "“It is a lie,” Roe said, and declined to comment further.",
            "The port thanked the crew for its work.",
            "The ministry answered the union on Monday.",
        ],
    )
    def test_is_none_that_tells_something(self, sentence):
        assert not only_claim(sentence).excluded


class TestClaimsThatAreGiven:
    TEXT = "Roe said it leaked and would sink. “We can swim.” It rained."

    def of(self, *quotes: str):
        spans = [
            Span(self.TEXT.index(quote), self.TEXT.index(quote) + len(quote))
            for quote in quotes
        ]
        found = extract(self.TEXT, dropped=(), claims=spans).claims
        assert [(one.start, one.end) for one in found] == [
            (one.start, one.end) for one in spans
        ]
        return [one.source and one.source.quote(self.TEXT) for one in found]

    def test_have_the_source_of_the_sentence_that_they_are_of(self):
        assert self.of("Roe said it leaked", "would sink") == ["Roe", "Roe"]

    def test_have_the_first_source_of_several_sentences(self):
        assert self.of(self.TEXT) == ["Roe"]

    def test_go_on_from_who_spoke_before(self):
        assert self.of("“We can swim.”", "It rained.") == ["Roe", None]

    def test_may_stand_where_no_sentence_is(self):
        text = "Read more\n\nIt rained."
        given = extract(text, dropped=[Dropped(0, 9, "read_more")], claims=[Span(0, 4)])

        assert [(one.start, one.source) for one in given.claims] == [(0, None)]

    def test_may_be_none(self):
        assert extract(self.TEXT, claims=()).claims == ()


class TestLinesThatAreGiven:
    TEXT = "Home | World\n\nFerry sinks off Calder\n\nIt sank on Monday.\n\nRead more"

    def test_are_dropped_and_no_others(self):
        found = extract(self.TEXT, title="Sunk", dropped=[Dropped(0, 12, "navigation")])

        assert found.dropped == (Dropped(0, 12, "navigation"),)
        assert found.title == "Sunk"
        assert [one.quote(self.TEXT) for one in found.sentences] == [
            "Ferry sinks off Calder",
            "It sank on Monday.",
            "Read more",
        ]

    def test_may_come_from_the_file_beside_those_that_are_found(self):
        text = f"Cookies are used here to serve you.\n\n{self.TEXT}"

        found = extract(text, outside=[Span(0, 35)])

        assert found.dropped[0].reason == "outside"
        assert found.title == "Ferry sinks off Calder"
        assert [one.quote(text) for one in found.claims] == ["It sank on Monday."]

    def test_are_kept_where_nothing_else_would_be_left(self):
        found = extract("It sank.", outside=[Span(0, 8)])

        assert found.dropped == ()
        assert len(found.claims) == 1
