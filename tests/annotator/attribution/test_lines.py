# ruff: noqa: RUF001  (curly marks and other scripts are what is tested)

import pytest

from tests.annotator.attribution.furnished import BODY, dropped, kept


class TestNavigation:
    @pytest.mark.parametrize(
        "line", ["Home > World > North Coast", "Menu", "Home | Podcasts | Account"]
    )
    def test_goes_from_above_the_body(self, line):
        assert dropped(f"{line}\n\n{BODY}") == [(line, "navigation")]


class TestAByline:
    @pytest.mark.parametrize(
        "line",
        [
            "By Ana Roe",
            "by Ana Roe and Jo Park",
            "BY ANA ROE, STAFF WRITER",
            "By Ana Roe in Calder",
            "By Ana de la Roe, Chief Correspondent",
            "Written by Ana Roe",
            "Associated Press",
        ],
    )
    def test_goes_from_above_the_body(self, line):
        assert dropped(f"{line}\n\n{BODY}") == [(line, "byline")]

    def test_goes_from_below_the_body(self):
        line = "Reporting by Ana Roe in Calder; Editing by Jo Park."

        assert dropped(f"{BODY}\n{line}") == [(line, "byline")]

    @pytest.mark.parametrize(
        "line", ["By the water", "By Monday", "By 2030", "By Monday the ferry was gone"]
    )
    def test_is_made_of_names(self, line):
        assert dropped(f"{BODY}\n{line}") == []


class TestADate:
    @pytest.mark.parametrize(
        "line",
        [
            "Published",
            "Updated: March 3, 2025, 10:21 AM EST",
            "3 March 2025",
            "Monday, March 3rd, 2025",
            "Jan. 13, 2025 / 10:21 a.m. ET",
            "2025-03-03T10:21:00Z",
            "03/03/2025",
            "2 hours ago",
            "5 min read",
            "10:15 p.m.",
            "Tuesday",
        ],
    )
    def test_goes_from_above_the_body(self, line):
        assert dropped(f"{line}\n\n{BODY}") == [(line, "date")]

    @pytest.mark.parametrize("line", ["2024", "Tuesday", "On", "12", "March of 2025"])
    def test_stays_in_the_body_if_it_may_be_a_heading(self, line):
        assert dropped(f"{BODY}\n{line}\n\n{BODY}") == []


class TestALineOfTheBody:
    @pytest.mark.parametrize(
        "line",
        [
            "What happens next",
            "Politics",
            "Home",
            "Share",
            "Video",
            "Sign up to serve, she told them.",
            "“Subscribe to our newsletter,” the screen said.",
            "Read more slowly",
            "Share this ferry with two hundred others, as she did, and learn patience",
            "Advertisement sales fell by half.",
            "Photos of the ferry were sold for $40.",
            "Copyright law would not help, Holm said.",
            "Get the children out first, the captain said.",
            "March 3 was the day the ferry sank.",
            "On Tuesday",
            "Published reports said the ferry was old.",
            "More: that is all they want.",
        ],
    )
    def test_stays_if_it_may_be_a_sentence_or_a_subhead(self, line):
        text = f"{BODY}\n{line}\n\n{BODY}"

        assert dropped(text) == []

    @pytest.mark.parametrize(
        ("line", "reason"),
        [
            ("ADVERTISEMENT", "advertisement"),
            ("[Story continues below advertisement]", "advertisement"),
            ("Read more »", "read_more"),
            ("Related: Three ferries that never came back", "read_more"),
            ("Share on Facebook", "share"),
            ("Follow us on Threads", "share"),
            ("Get the day’s news in your inbox.", "promotion"),
            ("Photo: Jo Park/Calder Post", "caption"),
            ("The ferry in January. Image: Calder Port.", "caption"),
            ("The ferry in January. (AP Photo/Jo Park)", "caption"),
            ("The ferry in January. Jo Park/AP", "caption"),
            ("Jo Park via Getty Images", "caption"),
            ("Most read", "navigation"),
            ("—", "separator"),
        ],
    )
    def test_goes_if_nobody_would_write_it_there(self, line, reason):
        assert dropped(f"{BODY}\n{line}\n\n{BODY}") == [(line, reason)]

    def test_goes_if_it_stands_beside_other_furniture(self):
        text = f"{BODY}\nShare this article\n\nEmail\n\nPrint\n\n{BODY}"

        assert [line for line, _ in dropped(text)] == [
            "Share this article",
            "Email",
            "Print",
        ]

    def test_stays_in_a_wrapped_paragraph(self):
        text = (
            "The screen in the hall of the ferry terminal showed, all through the\n"
            "night, one thing only, and three people who had waited there called it\n"
            "advertisement"
        )

        assert dropped(text) == []
        assert len(kept(text)) == 1
