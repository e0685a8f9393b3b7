# ruff: noqa: RUF001  (curly marks are what is tested)

"""Sentences as newsrooms of many kinds write them."""

import sys
from collections import Counter
from types import FrameType

import pytest

from annotator.attribution import Span, extract
from tests.annotator.attribution.newsroom import claims_in, only_claim, source_in

PREFILLED = 0.7
NAMED, ANONYMOUS, OFFICIAL = "named", "anonymous", "official_statement"


class TestACompany:
    @pytest.mark.parametrize(
        "source",
        [
            "Rights group Lantern International",
            "Airline Cormorant",
            "German chemicals group Brontec",
            "Chinese carmaker Tiange",
            "The shipping company Norvik",
            "Wendmoor Water",
            "Norsund Airways",
            "Harbor Rights Watch",
            "Acme Robotics",
            "Brontec, a chemicals group,",
            "Brontec, which makes boats,",
            "The carmaker",
            "The lender",
            "The insurer",
            "The regulator",
            "The coast guard",
        ],
    )
    def test_speaks_as_a_body(self, source):
        claim = only_claim(f"{source} said the plan was dead.")

        assert claim.source_type == OFFICIAL
        assert claim.score >= PREFILLED

    def test_is_told_by_what_it_says_of_itself(self):
        first, second = claims_in(
            "Norsk Fjordkraft said it would cut jobs. Fjordkraft said wages were safe."
        )

        assert first.source_type == OFFICIAL
        assert second.source_type == OFFICIAL

    def test_whose_name_could_be_a_person_s_is_not_prefilled(self):
        assert only_claim("Nokavo said the plan was dead.").score < PREFILLED


class TestAPerson:
    @pytest.mark.parametrize(
        ("source", "expected"),
        [
            ("Sanders", NAMED),
            ("County Commissioner Deb Stauff", NAMED),
            ("Theresa May", NAMED),
            ("Nguyễn Văn An, a fisherman from Quảng Ngãi,", NAMED),
            ("Mahmoud Al-Sayed, a shopkeeper,", NAMED),
            ("The Spaniard", NAMED),
            ("The ambassador of France in Bamako", NAMED),
            ("The Russian leader", NAMED),
            ("Lawmakers", ANONYMOUS),
            ("Residents", ANONYMOUS),
        ],
    )
    def test_is_no_body(self, source, expected):
        told = f"{source} said the plan was dead."
        claim = only_claim(told)

        assert claim.source_type == expected
        assert claim.source.quote(told).rstrip(",") == source.rstrip(",")

    def test_that_a_pronoun_stands_for_is_rather_named_than_far(self):
        told = (
            "Mayor Ana Lund said it would close. Residents said they had no warning. "
            "She said they had been told."
        )

        assert claims_in(told)[2].source_type == NAMED


class TestADeed:
    @pytest.mark.parametrize(
        "sentence",
        [
            "The team wants a new striker.",
            "Protesters attacked the embassy with stones.",
            "Police questioned two men.",
            "The company recalled 40,000 cars.",
            "The soldiers shouted at the driver.",
            "Ana Lund wrote three books.",
            "Officers told the man to drop the knife.",
            "The governor rejected the bill.",
            "The two leaders discussed trade.",
        ],
    )
    def test_is_not_prefilled_as_something_said(self, sentence):
        claim = only_claim(sentence)

        assert claim.source is None or claim.score < PREFILLED


class TestWhoSaysIt:
    @pytest.mark.parametrize(
        ("sentence", "source"),
        [
            ("The suspect fled on foot, court records show.", "court records"),
            ("The toll may double, experts fear.", "experts"),
            ("About 40,000 have left, aid groups estimate.", "aid groups"),
            ("Per the ministry, 40 people were hurt.", "the ministry"),
            ("“It was chaos,” fumed Lund.", "Lund"),
            ("“We are close,” the statement read.", "the statement"),
            ("Sorrel Front claimed responsibility for the blast.", "Sorrel Front"),
            ("The man who police say shot two people was found.", "police"),
            ("Nobody said it would be easy.", None),
            ("None of the officials said so.", None),
            ("Data from Kepler showed a rise in exports.", "Data from Kepler"),
        ],
    )
    def test_is_found(self, sentence, source):
        assert source_in(sentence) == source

    def test_is_not_invented_for_a_quotation(self):
        claim = only_claim("“It was chaos.”")

        assert (claim.source, claim.rule) == (None, "quoted, speaker not found")
        assert claim.score < PREFILLED

    @pytest.mark.parametrize(
        "sentence",
        [
            "Lund said the company had lied in a statement to police.",
            "Lund said she was angry that the company apologized in a press release.",
            "“I was home,” Lund said in a sworn statement.",
        ],
    )
    def test_is_not_a_statement_that_is_only_spoken_of(self, sentence):
        assert only_claim(sentence).source_type == NAMED

    def test_is_the_judge_who_rules(self):
        told = "U.S. District Judge Amy Farrow ruled that the ban was unlawful."

        assert only_claim(told).source_type == OFFICIAL


class TestTwoSpeakers:
    @pytest.mark.parametrize(
        "sentence",
        [
            "Iran called it “an insult,” while the White House said it was fair.",
            "Police said 40 died and the mayor said more would follow.",
            "While police said 40 had died, hospitals said it was 60.",
            "It may rise, police said, although the toll is thought to be final.",
        ],
    )
    def test_make_two_claims(self, sentence):
        assert len(claims_in(sentence)) == 2

    def test_are_not_made_of_a_relative_clause(self):
        told = "He said the pier, old, and which officials say is unsafe, would close."

        assert len(claims_in(told)) == 1


class TestWhatIsNotAboutTheReporting:
    @pytest.mark.parametrize(
        "sentence",
        [
            "Patients who did not respond to chemotherapy were given the new drug.",
            "The police did not respond for two hours, and the shop burned down.",
            "The drug did not respond as expected, said Ana Lund, a chemist.",
            "The insurer declined requests for new cover from 3,000 homes.",
            "The company, which declined to comment on the talks, said profits rose.",
            "Iran did not say how many had died, but said five were missing.",
            "She has yet to give birth.",
            "Thanks to the new dam, floods have fallen by half, officials said.",
            "Welcome rain fell on Tuesday.",
            "Our hearts are broken, the mayor said.",
        ],
    )
    def test_stays_a_claim(self, sentence):
        assert not only_claim(sentence).excluded

    @pytest.mark.parametrize(
        "sentence",
        [
            "Police have not said how he died.",
            "Officials gave no details.",
            "It was not immediately clear who was behind the attack.",
            "The paper could not independently verify the video.",
            "Attempts to reach Lund were unsuccessful.",
            "Brontec did not respond to a request for comment.",
        ],
    )
    def test_is_excluded_where_it_is(self, sentence):
        assert only_claim(sentence).excluded


class TestSingleMarks:
    def test_quote_where_double_ones_are_within_them(self):
        text = "Lund said: 'He told me \"go home\" and I did.'\n\n'I never went back.'"

        assert [claim.source is not None for claim in claims_in(text)] == [True, True]

    def test_are_not_given_up_for_inches(self):
        text = 'The 24" screen was found. ‘It is late,’ Lund said. ‘I am tired.’'

        assert claims_in(text)[2].source_type == NAMED


def test_a_sentence_is_cut_once_however_many_claims_are_in_it():
    text = "the dam held and the rain fell " * 200 + "Ana Lund said "
    spans = [Span(at, at + 30) for at in range(0, len(text) - 70, 62)]
    cut = Counter[str]()

    def count(frame: FrameType, event: str, _: object) -> None:
        cut[frame.f_code.co_name] += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        found = extract(text, claims=spans).claims
    finally:
        sys.setprofile(before)

    assert len(found) == len(spans) > 90
    assert cut["parts_of"] == 1
