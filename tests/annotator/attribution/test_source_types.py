import pytest

from tests.annotator.attribution.newsroom import claims_in, only_claim, types_in

NAMED, ANONYMOUS, OFFICIAL = "named", "anonymous", "official_statement"


class TestASourceType:
    @pytest.mark.parametrize(
        ("source", "expected", "rule"),
        [
            ("Marta Kline", NAMED, "named"),
            ("Mayor Ana Roe", NAMED, "named"),
            ("Board member Ixchel Tamm", NAMED, "named"),
            ("The port's director, Zeno Tamm,", NAMED, "named beside"),
            ("A spokesman for the port, Zeno Tamm,", NAMED, "spokesperson, named"),
            ("Prime Minister", NAMED, "called by an office"),
            ("Kline and two aides", NAMED, "named"),
            ("The president", NAMED, "an office whose holder is named"),
            ("A spokeswoman for Marta Kline", OFFICIAL, "spokesperson, not named"),
            ("The transport ministry", OFFICIAL, "a body speaks"),
            ("The Harbor City Council", OFFICIAL, "a body speaks"),
            ("The Calder Legion", OFFICIAL, "a body speaks"),
            ("WHO", OFFICIAL, "a body speaks"),
            ("Police", OFFICIAL, "a body speaks"),
            ("New Zealand", OFFICIAL, "a state or city speaks"),
            ("The ruling", OFFICIAL, "a formal text"),
            ("A senior diplomat", ANONYMOUS, "described, not named"),
            ("Officials", ANONYMOUS, "described, not named"),
            ("Ministry officials", ANONYMOUS, "described, not named"),
            ("Several Republicans", ANONYMOUS, "described, not named"),
            ("People familiar with the talks", ANONYMOUS, "described, not named"),
            ("Mayor Kline advisers", ANONYMOUS, "described, not named"),
            ("Local newspapers", ANONYMOUS, "media, not identified"),
            ("A leaked memo", ANONYMOUS, "a leaked document"),
            ("The Calder Times", NAMED, "an identified publication"),
        ],
    )
    def test_follows_the_guidelines(self, source, expected, rule):
        claim = only_claim(f"{source} said that the ferry would close.")

        assert (claim.source_type, claim.rule) == (expected, rule)

    @pytest.mark.parametrize(
        "sentence",
        [
            "Ana Roe said Monday in a statement that the ferry would close.",
            "In a statement, Ana Roe said that the ferry would close.",
            "The ferry would close, Ana Roe said in a news release on Monday.",
        ],
    )
    def test_is_official_in_a_prepared_text_whoever_is_named(self, sentence):
        claim = only_claim(sentence)

        assert (claim.source_type, claim.rule) == (OFFICIAL, "in a statement")

    def test_is_of_the_people_cited_not_of_the_paper(self):
        told = "The Calder Times reported, citing two officials, that it would close."

        assert only_claim(told).source_type == ANONYMOUS

    def test_is_nobody_s_where_nobody_speaks(self):
        first, second = claims_in(
            "The ferry will close. The hull is thought to be sound."
        )

        assert first.rule == "no source"
        assert second.rule == "passive without an agent"
        assert first.source_type == second.source_type == "unattributed"


class TestAPronoun:
    def test_is_judged_as_whom_it_stands_for(self):
        assert types_in(
            "A senior diplomat said talks had begun. They said it was a good sign."
        ) == [ANONYMOUS, ANONYMOUS]
        assert types_in("Marta Kline said it leaked. She said that it would sink.") == [
            NAMED,
            NAMED,
        ]
        assert types_in(
            "The port authority said it leaked. It said that it would sink."
        ) == [OFFICIAL, OFFICIAL]

    def test_stands_for_who_was_named_since_somebody_spoke(self):
        told = (
            "Marta Kline runs the port. A senior official said it would close. "
            "Kline flew home. She said that it would stay."
        )

        assert types_in(told)[1::2] == [ANONYMOUS, NAMED]


class TestAShortName:
    def test_is_of_the_person_named_in_full(self):
        told = "Marta Kline runs the port. “It leaks,” Kline said."

        assert types_in(told)[1] == NAMED

    def test_is_a_body_s_where_nobody_has_it_and_it_speaks_of_itself(self):
        assert types_in("Brontec said it would close two plants.") == [OFFICIAL]

    def test_that_is_an_office_is_of_its_holder(self):
        told = "Governor Marta Kline won again. The governor said it was a good day."

        assert types_in(told)[1] == NAMED

    def test_of_somebody_described_stays_so(self):
        told = (
            "A port official said it leaked. Port official Marta Kline was away. "
            "The official said it would sink."
        )

        assert types_in(told)[2] == ANONYMOUS

    def test_goes_on_from_a_statement(self):
        told = (
            "“We close,” Kline said Monday in a statement. "
            "“There is no choice,” Kline said. Marta Kline told a reporter it was sad."
        )

        assert types_in(told) == [OFFICIAL, OFFICIAL, NAMED]
