# ruff: noqa: RUF001  (curly marks are what is tested)
"""Lines that look like furniture and say who said something stay."""

import pytest

from tests.annotator.attribution.furnished import BODY, dropped

TELLING = [
    "Photo: evidence, prosecutors said, had been altered.",
    "Register here by May, officials said.",
    "Join us on Monday, Lund said.",
    "Subscribe today, the bank told customers, or lose the alerts.",
    "Stay away from e-mail newsletters, police warned.",
    "Image: the mayor said it was fake.",
    "Related: police said two men were held",
    "Compiled by the ministry, the data show a rise.",
    "Three people died, the ministry said (AFP/Getty)",
    "Police warned on Monday of more floods. Jo Park/AP",
    "Reporting by the paper showed the mayor lied, Lund said.",
    "Image: Officials warn it was fake.",
    "The suspect, police say, has fled. Image: Calder Police.",
    "Our standards: “We never lie,” said Roe.",
    "The AP is solely responsible for all content, it said.",
]


class TestALineThatCreditsSomebody:
    @pytest.mark.parametrize("line", TELLING)
    def test_stays_in_the_body(self, line):
        assert dropped(f"{BODY}\n{line}\n\n{BODY}") == []

    @pytest.mark.parametrize("line", TELLING)
    def test_stays_below_and_above_the_body(self, line):
        assert dropped(f"{BODY}\n{line}") == []
        assert dropped(f"{line}\n\n{BODY}") == []

    def test_stays_beside_furniture(self):
        text = f"{BODY}\nShare this\n\nJoin us on Monday, Lund said.\n\n{BODY}"

        assert dropped(text) == [("Share this", "share")]

    def test_may_be_the_headline(self):
        line = "Ferry sank in a storm, the coast guard said"

        assert dropped(f"{line}\n\n{BODY}") == [(line, "headline")]


class TestALineThatCreditsNobody:
    @pytest.mark.parametrize(
        ("line", "reason"),
        [
            ("The contest was held in May. Image: United States Navy.", "caption"),
            ("The mayor announces a plan on Monday. (AP Photo/Jo Park)", "caption"),
            ("Sign up for our newsletter and we’ll tell you more.", "promotion"),
            ("Reporting by Ana Roe; Editing by Jo Park", "byline"),
            (
                "Additional reporting by Ana Roe in Calder and Jo Park; writing by"
                " Max Lund, editing by Eva Holm",
                "byline",
            ),
        ],
    )
    def test_goes(self, line, reason):
        assert dropped(f"{BODY}\n{line}\n\n{BODY}") == [(line, reason)]
