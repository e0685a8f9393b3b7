import pytest

from tests.annotator.attribution.newsroom import claims_in, cue_in, source_in

FERRY = "the two boats are forty years old"


class TestASource:
    @pytest.mark.parametrize(
        ("sentence", "source"),
        [
            ("Marta Kline said that {}.", "Marta Kline"),
            ("Marta Kline, the port's director, said {}.", None),
            ("Marta Kline, 54, said {}.", "Marta Kline, 54"),
            ("Marta Kline, 54, a welder, said {}.", "Marta Kline, 54, a welder"),
            ("The port's director, Marta Kline, said {}.", None),
            ("The port's director, Marta Kline said {}.", None),
            ("On Sunday, Marta Kline said {}.", "Marta Kline"),
            ("On Sunday Marta Kline said {}.", "Marta Kline"),
            ("In Calder, officials said {}.", "officials"),
            ("However, officials said {}.", "officials"),
            ("Officials, however, said {}.", "Officials"),
            ("Two engineers who have seen the hulls said {}.", None),
            ("People familiar with the talks said {}.", None),
            ("One of the engineers close to the port said {}.", None),
            ("Kline and two of her aides said {}.", "Kline and two of her aides"),
            ("The mayor's office has repeatedly said {}.", "The mayor's office"),
            ("Sen. Bo Frank (D-Maine) said {}.", "Sen. Bo Frank"),
            ("Kline herself said {}.", "Kline"),
            ("Some 40 percent of riders say {}.", "Some 40 percent of riders"),
            ("The two riders told the paper that {}.", "The two riders"),
            ("With Kline telling the court that {}, the case ended.", "Kline"),
        ],
    )
    def test_stands_before_its_verb(self, sentence, source):
        told = sentence.format(FERRY)
        if source is None:
            source = told.rpartition(" said")[0].rstrip(",")

        assert source_in(told).rstrip(",") == source

    @pytest.mark.parametrize(
        ("sentence", "source"),
        [
            ("“{},” said Marta Kline.", "Marta Kline"),
            ("“{},” said Marta Kline, the mayor of Calder.", None),
            ("“{},” said one deckhand on the pier.", "one deckhand on the pier"),
            ('"{}," wrote Kline in a letter.', "Kline"),
            ("The boats are old, say some engineers.", "some engineers"),
            ("“{},” Kline said on Monday.", "Kline"),
            ("“The boats,” she went on to say on Monday, “{}.”", None),
            ("The boats, an engineer said, should be scrapped.", "an engineer"),
            ("The boats are old, according to the port.", "the port"),
            ("According to Marta Kline, {}.", "Marta Kline"),
            ("According to Kline the boats are old.", "Kline"),
            ("In the words of the mayor, Ana Roe, “{}.”", "the mayor, Ana Roe"),
            ("Marta Kline: “{}.”", "Marta Kline"),
            ("The plan was denounced by the union.", "the union"),
            ("The mayor “stressed the need for calm” on Sunday.", "The mayor"),
        ],
    )
    def test_stands_after_or_amid_what_was_said(self, sentence, source):
        told = sentence.format(FERRY)
        if source is None and " said " in told:
            source = told.rpartition(" said ")[2].rstrip(".")

        assert source_in(told) == source

    @pytest.mark.parametrize(
        "sentence",
        [
            "The two boats left the pier at noon.",
            "The state has 40 boats, and more are to come.",
            "A few states have yet to be counted.",
            "The port continued its repairs on Monday.",
            "He claimed the prize in March.",
            "Kline was named director in May.",
            "The closure is expected to save 2 million euros a year.",
            "The hull is thought to be sound.",
            "The captain reportedly left the boat.",
        ],
    )
    def test_is_not_found_where_nobody_says_anything(self, sentence):
        assert source_in(sentence) is None

    def test_is_whom_the_reporter_heard(self):
        told = "Marta Kline said the captain had told her that the hull leaked."

        assert source_in(told) == "Marta Kline"

    def test_is_not_who_spoke_in_a_clause_of_time(self):
        told = "When the captain said it leaked, Kline told reporters it did not."

        assert source_in(told) == "Kline"

    def test_is_not_the_paper_that_relays(self):
        told = "According to the Harbor Times, Kline said the hull leaked."

        assert source_in(told) == "Kline"


class TestALabel:
    TEXT = "LUND: It is late. We go.\n\nREPORTER: Why?\n\nLUND: It rains."

    def test_is_who_speaks_where_it_comes_again(self):
        sources = [claim.source for claim in claims_in(self.TEXT)]

        assert [source.quote(self.TEXT) for source in sources] == [
            *("LUND", "LUND", "REPORTER", "LUND"),
        ]

    def test_is_nobody_in_a_list(self):
        text = "Kline: Hold on.\n\nRoe: Give up."

        assert [claim.source for claim in claims_in(text)] == [None, None]


class TestMarkup:
    @pytest.mark.parametrize(
        ("sentence", "source"),
        [
            ("**Ana Lund**, the mayor, said it was late.", "Ana Lund**, the mayor"),
            ("According to [the ministry](https://a.example/b), it rained.", None),
            ("It was late, said [Lund](https://a.example/b).", "Lund"),
        ],
    )
    def test_is_passed_over(self, sentence, source):
        assert source_in(sentence) == (source or "the ministry")


class TestACue:
    @pytest.mark.parametrize(
        ("sentence", "cue"),
        [
            ("Kline told the court that it leaked.", "told"),
            ("Kline has repeatedly said that it leaked.", "has repeatedly said"),
            ("It leaked, according to Kline.", "according to"),
            ("It is thought to be sound.", "thought"),
            ("It was reportedly sound.", "reportedly"),
            ("The mayor “stressed the need” for calm.", "stressed"),
            ("It left the pier at noon.", None),
        ],
    )
    def test_ties_claim_and_source(self, sentence, cue):
        assert cue_in(sentence) == cue
