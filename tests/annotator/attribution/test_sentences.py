# ruff: noqa: RUF001  (curly marks and other scripts are what is tested)

import sys
from collections import Counter
from types import FrameType
from typing import Any

import pytest

from annotator.attribution import extract


def sentences(text: str) -> list[str]:
    return [span.quote(text) for span in extract(text).sentences]


class TestASentence:
    @pytest.mark.parametrize(
        "text",
        [
            "Dr. Ana Roe met Sen. Jo Park and Lt. Gov. Al Finch in Ft. Calder.",
            "The ferry sank on Oct. 7 off St. Brice, Maj. Gen. Ida Holm said.",
            "The U.S. Senate and the U.N. Security Council met in Washington, D.C.",
            "J. R. Holm and Maria C. Roe wrote the report for Acme Inc. and Finch Co.",
            "The vote is at 5 p.m. Monday, or at 9 a.m. EST, the clerk said.",
            "See No. 12, Vol. 3 and pp. 4 of the report, i.e. Annex B.",
            "Rates rose 3.5 percent to $1.2 billion.",
            "The notice is at www.harbor.example/Notice.Html for all to read.",
        ],
    )
    def test_does_not_end_at_an_abbreviation(self, text):
        assert sentences(text) == [text]

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ("The doors close at 5 p.m.", "The count begins at once."),
            ("She has left the U.S.", "The next day her sister followed."),
            ("He works for Acme Inc.", "The firm would not comment."),
            ("Nobody backs plan B.", "The council has no other."),
            ("Has the bridge closed?", "Nobody would say."),
            ("The deal is dead!", "12 firms had hoped for it."),
            ("Sales fell.", "iPhone owners kept theirs."),
            ("She knew…", "The rest did not."),
        ],
    )
    def test_ends_where_another_begins(self, first, second):
        assert sentences(f"{first} {second}") == [first, second]

    def test_ends_where_the_space_was_lost(self):
        text = "The council backed the deal.The mayor did not."

        assert sentences(text) == [
            "The council backed the deal.",
            "The mayor did not.",
        ]

    def test_keeps_its_number_in_a_list(self):
        text = "1. The bridge is shut. 2. The ferry is full."

        assert sentences(text) == ["1. The bridge is shut.", "2. The ferry is full."]

    def test_keeps_the_ellipsis_that_opens_it(self):
        text = "They met in secret. ... Then the paper found out."

        assert sentences(text) == [
            "They met in secret.",
            "... Then the paper found out.",
        ]

    def test_never_crosses_a_blank_line(self):
        text = "The minister said that\n \t\nthe bridge would close"

        assert sentences(text) == ["The minister said that", "the bridge would close"]

    def test_has_no_white_space_around_it(self):
        text = "\u00a0 The ferry sank.\u00a0\u2003\r\n\r\n\t Nobody was hurt.  "

        assert sentences(text) == ["The ferry sank.", "Nobody was hurt."]

    def test_needs_words(self):
        text = "The ferry sank. !!! 🌊 Nobody was hurt. 🙏"

        assert sentences(text) == ["The ferry sank.", "!!! 🌊 Nobody was hurt. 🙏"]

    def test_keeps_the_marks_left_over_at_the_end(self):
        text = "The ferry sank. Nobody was hurt. ..."

        assert sentences(text) == ["The ferry sank.", "Nobody was hurt. ..."]


class TestAQuotation:
    def test_is_as_many_sentences_as_it_holds(self):
        text = "“We have won. We will not gloat,” Holm said. “Good night.” She left."

        assert sentences(text) == [
            "“We have won.",
            "We will not gloat,” Holm said.",
            "“Good night.”",
            "She left.",
        ]

    @pytest.mark.parametrize("quoted", ["“{}”", '"{}"', "‘{}’", "«{}»", "„{}“"])
    def test_takes_its_closing_mark_with_it(self, quoted):
        first, second = quoted.format("The ferry is lost."), "Nobody answered."

        assert sentences(f"{first} {second}") == [first, second]

    def test_leaves_an_opening_mark_to_the_next(self):
        text = 'The hall fell silent. "We are ready," Holm said.'

        assert sentences(text) == [
            "The hall fell silent.",
            '"We are ready," Holm said.',
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "“Is it over?” he asked.",
            "“Is it over?” Holm asked reporters.",
            '"Not on my watch!" Sen. Jo Park said.',
            "“Who could have known…” Holm wondered.",
            "«Мы готовы!» — сказал он.",
        ],
    )
    def test_stays_with_who_said_it(self, text):
        assert sentences(text) == [text]

    def test_is_not_lost_to_a_mark_that_never_closes(self):
        text = '"The ferry sank. Nobody came. The owner fled.'

        assert sentences(text) == [
            '"The ferry sank.',
            "Nobody came.",
            "The owner fled.",
        ]


class TestALineBreak:
    def test_is_part_of_the_sentence_in_wrapped_text(self):
        text = (
            "Officials at the port said on Tuesday that the ferry had left in\n"
            "spite of a warning from the coast guard, which Harbor Master\n"
            "Ida Holm had passed on herself. The owner\n"
            "denied that."
        )

        assert sentences(text) == [
            text[: text.index(" The owner")],
            "The owner\ndenied that.",
        ]

    def test_keeps_short_words_of_a_wrapped_paragraph(self):
        text = (
            "The harbor master said that nobody had told her of the warning and\n"
            "that she would ask the council, the owner and the police about it\n"
            "today"
        )

        assert sentences(text) == [text]

    def test_ends_a_paragraph_in_text_that_is_not_wrapped(self):
        text = (
            "Nobody knew.\nThe ferry sank on Monday, the coast guard said.\nThe owner"
        )

        assert sentences(text) == [
            "Nobody knew.",
            "The ferry sank on Monday, the coast guard said.",
            "The owner",
        ]

    def test_ends_an_item_of_a_list(self):
        text = (
            "The plan has three parts, and the council will vote on each of them\n"
            "in turn:\n"
            "- The bridge will close at night, though nobody has said from when\n"
            "- the ferry will run for free\n"
        )

        assert sentences(text) == [
            text[: text.index("\n-")],
            "- The bridge will close at night, though nobody has said from when",
            "- the ferry will run for free",
        ]

    @pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\u2028", "\u0085"])
    def test_may_be_of_any_kind(self, line_break):
        text = line_break.join(["The ferry sank.", "", "Nobody was hurt."])

        assert sentences(text) == ["The ferry sank.", "Nobody was hurt."]

    def test_ends_a_paragraph_if_it_is_a_paragraph_separator(self):
        text = "The harbor master and the mayor said that\u2029the ferry sank"

        assert sentences(text) == [
            "The harbor master and the mayor said that",
            "the ferry sank",
        ]


class TestAScript:
    @pytest.mark.parametrize(
        "expected",
        [
            ["أُغلق الجسر أمس.", "هل يُفتح غدا؟", "لا أحد يعرف."],
            ["הגשר נסגר אתמול.", "האם ייפתח מחר?", "איש אינו יודע."],
            ["Мост закрыт.", "Откроют ли его завтра?", "Никто не знает."],
            ["¿Abrirá el puente?", "¡Nadie lo sabe!", "El alcalde calla."],
        ],
    )
    def test_is_read_with_its_own_marks(self, expected):
        assert sentences(" ".join(expected)) == expected

    def test_needs_no_space_after_a_wide_full_stop(self):
        assert sentences("大桥昨天关闭。明天开放吗？没有人知道。") == [
            "大桥昨天关闭。",
            "明天开放吗？",
            "没有人知道。",
        ]

    def test_may_have_combining_marks_and_joined_emoji(self):
        first = "Le cafe\u0301 est ferme\u0301 👩\u200d👩\u200d👧."
        second = "E\u0301tienne est parti."

        assert sentences(f"{first} {second}") == [first, second]

    def test_may_be_broken(self):
        text = "The ferry \ud800 sank.\x00 Nobody was hurt."

        assert sentences(text) == ["The ferry \ud800 sank.\x00", "Nobody was hurt."]


class TestALongText:
    def test_is_split_as_a_short_one_is(self):
        sentence = "Dr. Holm said at 5 p.m. that “the ferry is lost.”"
        text = " ".join([sentence] * 500)

        assert sentences(text) == [sentence] * 500

    @pytest.mark.parametrize(
        "unit",
        [
            *(
                "The ferry sank. ",
                "!+",
                "( “",
                "。 ",
                "1. ",
                "x\n",
                "Share | ",
                "By A\n",
            ),
            *("Roe, who said ", "he said; it said ", "and said by the man, "),
        ],
    )
    def test_costs_as_much_more_as_it_is_longer(self, unit):
        short = unit * 500

        assert sum(calls_made_for(short * 4).values()) <= (
            5 * sum(calls_made_for(short).values())
        )

    def test_reaches_the_library_in_small_pieces(self):
        text = "!+" * 20_000

        assert calls_made_for(text)["get_sentence_boundaries"] >= len(text) // 4096


def calls_made_for(text: str) -> Counter[str]:
    """Count the functions that run while `text` is read, by their names."""
    calls: Counter[str] = Counter()

    def count(frame: FrameType, event: str, argument: Any) -> None:
        if event == "call":
            calls[frame.f_code.co_name] += 1
        elif event == "c_call":
            calls[argument.__name__] += 1

    extract(text)  # so that nothing is counted that happens but once
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        extract(text)
    finally:
        sys.setprofile(before)
    return calls
