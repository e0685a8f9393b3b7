# ruff: noqa: RUF001  (curly marks and other scripts are what is tested)

import pytest

from annotator.attribution import extract
from tests.annotator.attribution.furnished import BODY, dropped, kept


class TestAPage:
    def test_is_left_with_its_article(self):
        text = (
            "Skip to main content\n\nCITY | TRANSPORT\n\n"
            "Ferry sinks off Calder\n\nBy Ana Roe, Staff Writer | March 3, 2025\n\n"
            "Published\n\non\n\nFerry sinks off Calder\n\nShare\n\n"
            "The ferry to Calder sank on Monday night, the coast guard said.\n\n"
            "Advertisement\n\n"
            "The ferry at its berth in January. (Photo by Jo Park)\n\n"
            "Nobody was hurt, according to the owner.\n\n"
            "Sign up for our newsletter and never miss a story.\n\n"
            "Continue Reading\n\n* * *\n\n"
            "© 2025 The Calder Post. All rights reserved."
        )

        found = extract(text)

        assert found.title == "Ferry sinks off Calder"
        assert dropped(text) == [
            ("Skip to main content", "navigation"),
            ("CITY | TRANSPORT", "section"),
            ("Ferry sinks off Calder", "headline"),
            ("By Ana Roe, Staff Writer | March 3, 2025", "byline"),
            ("Published", "date"),
            ("on", "date"),
            ("Ferry sinks off Calder", "headline"),
            ("Share", "share"),
            ("Advertisement", "advertisement"),
            ("The ferry at its berth in January. (Photo by Jo Park)", "caption"),
            ("Sign up for our newsletter and never miss a story.", "promotion"),
            ("Continue Reading", "read_more"),
            ("* * *", "separator"),
            ("© 2025 The Calder Post. All rights reserved.", "copyright"),
        ]
        assert kept(text) == [
            "The ferry to Calder sank on Monday night, the coast guard said.",
            "Nobody was hurt, according to the owner.",
        ]

    def test_needs_no_blank_lines(self):
        text = (
            "World\nFerry sinks off Calder\nPublished\non\n"
            "The ferry to Calder sank on Monday night, the coast guard said.\n"
            "Read more\n"
        )

        assert dropped(text) == [
            ("World", "section"),
            ("Ferry sinks off Calder", "headline"),
            ("Published", "date"),
            ("on", "date"),
            ("Read more", "read_more"),
        ]

    def test_loses_whole_lines_without_their_breaks(self):
        text = f"\t World\u00a0 \r\n\r\n{BODY}"

        assert dropped(text) == [("\t World\u00a0 ", "section")]

    @pytest.mark.parametrize(
        "text", ["", " \n\u2028\t", "World", "Advertisement\n\nRead more", "***"]
    )
    def test_is_kept_whole_if_nothing_would_be_left(self, text):
        found = extract(text, title="Given")

        assert found.dropped == ()
        assert found.title == "Given"
        assert kept(text) == [line for line in text.split("\n\n") if line.strip()]


class TestAHeadline:
    def test_becomes_the_title(self):
        assert extract(f"Ferry sinks off Calder\n\n{BODY}").title == (
            "Ferry sinks off Calder"
        )

    def test_is_known_by_its_second_copy(self):
        text = f"Has the ferry sunk at last?\n\nHas the ferry sunk at last?\n\n{BODY}"

        assert extract(text).title == "Has the ferry sunk at last?"
        assert dropped(text) == [("Has the ferry sunk at last?", "headline")] * 2

    def test_is_known_by_the_title_given(self):
        text = f"The ferry’s lost.\n\n{BODY}"

        assert extract(text, title="The ferry's lost").title == "The ferry’s lost."
        assert dropped(text, "The ferry's lost") == [("The ferry’s lost.", "headline")]

    def test_may_be_wrapped(self):
        text = (
            "Ferry to Calder sinks in a storm that the coast guard had warned its\n"
            "owner of\n\n"
            "The ferry to Calder sank on Monday night, the coast guard said, in\n"
            "spite of its warning.\n"
        )

        assert [reason for _, reason in dropped(text)] == ["headline", "headline"]
        assert extract(text).title.endswith("warned its owner of")

    def test_is_the_longer_of_what_stands_on_top(self):
        text = f"The Calder Post\n\nFerry sinks off Calder\n\n{BODY}"

        assert extract(text).title == "Ferry sinks off Calder"

    def test_leaves_its_copy_in_the_body(self):
        text = f"Ferry sinks off Calder\n\n{BODY}\nFerry sinks off Calder\n\n{BODY}"

        assert dropped(text) == [("Ferry sinks off Calder", "headline")]

    def test_leaves_the_sentence_that_repeats_it(self):
        text = f"The ferry has sunk.\n\nThe ferry has sunk.\n\n{BODY}"

        assert dropped(text) == []
        assert dropped(text, "The ferry has sunk") == [
            ("The ferry has sunk.", "headline")
        ]

    def test_is_not_the_first_line_of_a_wrapped_paragraph(self):
        text = (
            "The coast guard said on Monday that the ferry\n"
            "Calder Star had sunk in the storm and that its owner had been told of\n"
            "the danger.\n"
        )

        assert dropped(text) == []

    @pytest.mark.parametrize(
        "first",
        [
            "The ferry to Calder has sunk, the coast guard said on Monday.",
            "CALDER, March 3 — The ferry has sunk, the coast guard said",
            "CALDER (Newswire) - The ferry has sunk, the coast guard said",
            "The coast guard gave three reasons:",
            "- The ferry was old and full",
            "Ferry sinks",
            "On Monday the coast guard said that the ferry, which had left in spite of"
            " its warning, was lost with all that was on it, and that the owner knew",
        ],
    )
    def test_is_not_any_first_line(self, first):
        assert dropped(f"{first}\n\n{BODY}") == []
        assert extract(f"{first}\n\n{BODY}", title="Given").title == "Given"

    def test_is_not_looked_for_where_few_sentences_are_finished(self):
        text = (
            "The ferry to Calder has sunk, the coast guard said\n\n"
            "Nobody on board was hurt.\n\n"
            "The owner said it had not been told that a storm was on its way\n\n"
            "The mayor, who had been on board, did not answer questions"
        )

        assert dropped(text) == []

    def test_is_not_looked_for_where_no_sentence_is_finished(self):
        text = (
            "The ferry to Calder has sunk, the coast guard said\n\n"
            "Nobody was hurt, according to the owner\n\n"
            "The mayor, who had been on board, did not answer questions"
        )

        assert dropped(text) == []
