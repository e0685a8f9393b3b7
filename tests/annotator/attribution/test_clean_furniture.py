# ruff: noqa: RUF001  (curly marks are what is tested)
"""What agencies, broadcasters and their pages put around an article and into it."""

import time

import pytest

from annotator.attribution import extract
from annotator.attribution.clean import clean
from tests.annotator.attribution.furnished import BODY, dropped, kept

HEADLINE = "Ferry sinks off Calder"


class TestALineInTheBody:
    @pytest.mark.parametrize(
        ("line", "reason"),
        [
            ("(Reporting by Ana Roe; Editing by Jo Park)", "byline"),
            ("[Additional reporting by Ana Roe]", "byline"),
            ("Image source, Getty Images", "caption"),
            ("Image caption, The ferry at its berth in January", "caption"),
            ("Image caption", "caption"),
            ("Comments (43)", "navigation"),
            ("We use cookies to give you the best of our site.", "navigation"),
            ("This website uses cookies.", "navigation"),
            ("View this post on Instagram", "share"),
            ("A post shared by Ana Roe (@anaroe)", "share"),
            ("pic.twitter.com/a1B2c3", "share"),
            ("You have 2 free articles remaining.", "promotion"),
            ("You’ve read your last free article.", None),
            ("You have reached your limit of free articles.", "promotion"),
            ("The AP is solely responsible for all content.", "copyright"),
            ("Our Standards: The Calder Trust Principles.", "navigation"),
            ("Media contact: Ana Roe, press@calder.example", "navigation"),
        ],
    )
    def test_goes_if_no_article_has_it(self, line, reason):
        found = dropped(f"{BODY}\n{line}\n\n{BODY}")

        assert found == ([(line, reason)] if reason else [])

    @pytest.mark.parametrize(
        "line",
        [
            "Image caption, police said it was fake.",
            "“We use cookies,” the mayor said.",
            "Comments are closed.",
            "You have two articles of clothing.",
            "Ana Roe is a reporter at The Calder Post.",
            "About Calder Ferries",
            "Contact the mayor at mayor@calder.example.",
            "Jane Doe",
        ],
    )
    def test_stays_if_an_article_may(self, line):
        assert dropped(f"{BODY}\n{line}\n\n{BODY}") == []


class TestANameAboveTheBody:
    @pytest.mark.parametrize(
        "name", ["Jane Doe", "JANE DOE", "Jane O’Doe-Roe", "J. R. Doe"]
    )
    def test_is_a_byline(self, name):
        text = f"{HEADLINE}\n\n{name}\n\nMarch 3, 2025\n\n{BODY}"

        assert (name, "byline") in dropped(text)
        assert extract(text).title == HEADLINE

    def test_is_a_byline_below_a_title_that_was_given(self):
        assert dropped(f"Jane Doe\n\n{BODY}", HEADLINE) == [("Jane Doe", "byline")]

    @pytest.mark.parametrize("name", ["Jane Doe", "North Calder"])
    def test_stays_where_there_is_no_headline(self, name):
        assert dropped(f"{name}\n\n{BODY}") == []

    def test_is_the_headline_if_nothing_else_is(self):
        assert extract(f"Ferry Sinks Again\n\n{BODY}").title == "Ferry Sinks Again"

    @pytest.mark.parametrize(
        "line",
        ["Ana Roe, BBC News, Lisbon", "Ana Roe, Staff Writer", "Ana de Roe, Reuters"],
    )
    def test_may_say_for_whom_it_writes(self, line):
        assert dropped(f"{line}\n\n{BODY}") == [(line, "byline")]
        assert extract(f"{line}\n\n{BODY}").title == ""


class TestAnEnding:
    @pytest.mark.parametrize(
        "line",
        [
            "Ana Roe is a reporter at The Calder Post.",
            "Ana Roe is the transport correspondent for The Calder Post.",
            "Follow Ana Roe on X: @anaroe",
            "Contact Ana Roe at ana@calder.example.",
            "Ana Roe can be reached at ana@calder.example.",
        ],
    )
    def test_about_the_author_goes(self, line):
        assert dropped(f"{BODY}\n{line}") == [(line, "byline")]
        assert dropped(f"{BODY}\n{line}\n\nComments (3)\n\nShare") == [
            (line, "byline"),
            ("Comments (3)", "navigation"),
            ("Share", "share"),
        ]

    @pytest.mark.parametrize(
        "line",
        [
            "Max Lund is a reporter at The Calder Post.",
            "The captain is a writer in Calder.",
            "Follow the money, Lund said.",
            "Contact was lost at noon.",
        ],
    )
    def test_about_somebody_in_the_article_stays(self, line):
        assert (
            dropped(f"{BODY}\nMax Lund was held on Monday, she said.\n\n{line}") == []
        )

    def test_about_a_company_goes(self):
        about = "Calder Ferries has run ferries since 1912.\n\nIt has nine ships."

        assert dropped(f"{BODY}\nAbout Calder Ferries\n\n{about}") == [
            ("About Calder Ferries", "promotion"),
            ("Calder Ferries has run ferries since 1912.", "promotion"),
            ("It has nine ships.", "promotion"),
        ]

    @pytest.mark.parametrize(
        "about",
        [
            "Nobody there had seen the ship.",
            "Calder Ferries is old.\n\nIt will pay, its owner said.",
            "Calder Ferries is old.\n\nOne.\n\nTwo.\n\nThree.",
        ],
    )
    def test_about_something_in_the_article_stays(self, about):
        assert dropped(f"{BODY}\nAbout Calder Ferries\n\n{about}") == []


class TestALiveBlog:
    @pytest.mark.parametrize(
        ("first", "second"),
        [("14:10", "14:05"), ("13.55 GMT", "9.05am"), ("Posted at 13:20", "12:01 ET")],
    )
    def test_loses_the_times_of_its_posts(self, first, second):
        text = f"{BODY}\n{first}\n{BODY}\n{second}\n{BODY}"

        assert {reason for _, reason in dropped(text)} == {"date"}
        assert [line for line, _ in dropped(text)] == [first, second]

    def test_has_more_than_one(self):
        assert dropped(f"{BODY}\n14:10\n{BODY}") == []

    def test_has_no_other_numbers(self):
        assert dropped(f"{BODY}\n13.55\n\n14.10\n\n2024\n\n12\n{BODY}") == []


class TestAMarkedHeading:
    def test_is_the_title_without_its_marks(self):
        text = f"The Calder Post reports\n\n# {HEADLINE} #\n\n{BODY}"

        assert extract(text).title == HEADLINE
        assert dropped(text) == [(f"# {HEADLINE} #", "headline")]

    def test_goes_from_anywhere(self):
        text = f"# {HEADLINE}\n{BODY}\n## What officials say\nNo one was hurt.\n"

        assert dropped(text) == [
            (f"# {HEADLINE}", "headline"),
            ("## What officials say", "section"),
        ]
        assert kept(text)[-1] == "No one was hurt."

    def test_is_no_line_that_goes_on(self):
        text = f"{BODY}\n## What officials say of the sunken ferry\nand its owner.\n"

        assert [line for line, _ in dropped(text)] == [
            "## What officials say of the sunken ferry"
        ]

    @pytest.mark.parametrize("line", ["## What now?", "##", "#Calder", "####### Seven"])
    def test_is_not_everything_with_such_marks(self, line):
        assert dropped(f"{BODY}\n{line}\n\n{BODY}") in ([], [(line, "separator")])

    def test_leaves_a_hashtag_alone(self):
        assert extract(f"#Calder ferry sinks again\n\n{BODY}").title == (
            "#Calder ferry sinks again"
        )


class TestAQuotation:
    @pytest.mark.parametrize(
        ("quoted", "credit"),
        [
            ("“We will fight,”", "said Ana Lund."),
            ('"We will fight,"', "said Ana Lund."),
            ("‘We will fight’,", "said Ana Lund."),
            ("« Nous irons »,", "dit Ana Lund."),
        ],
    )
    def test_runs_on_to_its_credit(self, quoted, credit):
        assert kept(f"{BODY}\n{quoted}\n{credit}\n")[-1] == f"{quoted}\n{credit}"

    def test_does_not_run_on_to_what_begins_anew(self):
        assert kept("“We will fight,”\nAna Lund left.\n") == [
            "“We will fight,”",
            "Ana Lund left.",
        ]


class TestManyShortLines:
    @pytest.mark.parametrize("line", ["a\n", "home\n", "By A\n", "12:10\n"])
    def test_are_judged_once_if_they_are_equal(self, line):
        begun = time.process_time()

        clean(line * 100_000, title="")

        # Judged one by one they take three seconds and more.
        assert time.process_time() - begun < 2
