"""A whole article answered by keyboard alone: no mouse, from the project list on."""

import pytest
from playwright.sync_api import expect

from annotator.models import Annotation, Article, SuggestionMode
from tests import make
from tests.e2e.answering import events, question, saved
from tests.e2e.giving import NARROW, NARROWEST, WIDE
from tests.e2e.looks import badly_placed, sideways
from tests.e2e.quay import QUAY, UNSURE, answers, at_claim, press, told

pytestmark = pytest.mark.django_db(transaction=True)

NAMED, ANONYMOUS = "named", "anonymous"
OFFICIAL, UNATTRIBUTED = "official_statement", "unattributed"
NO_MOUSE = """
    window.pointers = 0;
    addEventListener("pointerdown", () => { window.pointers += 1; }, true);
"""


@pytest.fixture
def project(ana):
    made = make.project(annotators=(ana,))
    made.suggestion_mode = SuggestionMode.SHOWN
    made.save()
    make.article(made, QUAY)
    return made


def begin(page, name="Start, Ferries"):
    expect(page.get_by_role("link", name=name)).to_be_focused()
    press(page, "Enter")


def answer_all(page):
    """Answer the sixteen claims in all the ways there are."""
    at_claim(page, 1)
    press(page, "e")
    expect(question(page).get_by_role("button", name="Keep")).to_be_visible()
    press(page, "ArrowRight", "Enter", "1", "3")
    at_claim(page, 2)
    press(page, "a", "2")
    at_claim(page, 3)
    press(page, "s", "2")
    at_claim(page, 4)
    press(page, "f", "4", "3")
    at_claim(page, 5)
    press(page, "n")
    expect(page.get_by_role("dialog", name="Note on claim 5")).to_be_visible()
    page.keyboard.type("Which radio?")
    press(page, "Control+Enter", "1", "2")
    for number in (6, 7):
        at_claim(page, number)
        press(page, "Shift+ArrowDown")
    at_claim(page, 8)
    press(page, "3", "1")
    at_claim(page, 9)
    press(page, "1", "3", "z")
    at_claim(page, 9)
    press(page, "y", "j")
    at_claim(page, 10)
    press(page, "x", "j")
    at_claim(page, 11)
    press(page, "j")
    at_claim(page, 12)
    press(page, "x", "4", "2")
    for number, keys in {13: "13", 14: "32", UNSURE: "a21", 16: "a3", 11: "23"}.items():
        at_claim(page, number)
        press(page, *keys)


SAID = {
    1: (NAMED, 3),
    2: (ANONYMOUS, 2),
    3: "cannot_tell",
    4: (UNATTRIBUTED, 3),
    5: (NAMED, 2),
    **dict.fromkeys((6, 7, 8), (OFFICIAL, 1)),
    9: (NAMED, 3),
    10: (UNATTRIBUTED, 2),
    11: (ANONYMOUS, 3),
    12: (UNATTRIBUTED, 2),
    13: (NAMED, 3),
    14: (OFFICIAL, 2),
    15: (ANONYMOUS, 1),
    16: (NAMED, 3),
}
WORDS = {
    1: ("harbor master Ida Moll said", "said"),
    2: ("Two people who know the budget", "said"),
    16: ("Mayor Ada Quist", "said"),
}


class TestSixteenClaims:
    def test_are_answered_by_keyboard_alone(
        self, site, context, signed_in, ana, project
    ):
        context.add_init_script(NO_MOUSE)
        page = signed_in(ana)

        begin(page)
        answer_all(page)

        expect(page.get_by_text("Article finished", exact=True)).to_be_visible()
        saved(page)
        press(page, "Enter")
        expect(page.get_by_text("Nothing waiting for you")).to_be_visible()
        assert page.evaluate("window.pointers") == 0
        self.check_database()
        self.check_rest(page, site)

    def check_database(self):
        found = answers()
        assert {number: one["answer"] for number, one in found.items()} == SAID
        words = {number: (one["source"], one["cue"]) for number, one in found.items()}
        assert {n: both for n, both in words.items() if any(both)} == WORDS
        assert {n: one["flags"] for n, one in found.items() if one["flags"]} == {
            4: ["flagged"]
        }
        assert {n: one["note"] for n, one in found.items() if one["note"]} == {
            5: "Which radio?"
        }
        assert {n: one["suggestion"] for n, one in found.items()} == {
            n: (True, n in {2, 16}) for n in SAID
        }
        assert all(one.seconds for one in Annotation.objects.all())
        assert {one.guidelines.number for one in Annotation.objects.all()} == {1}

        groups = [one.group for one in events() if one.claim.number in {6, 7, 8}]
        assert len(groups) == 3
        assert groups[0] is not None
        assert len(set(groups)) == 1
        first, undone, redone = [one for one in events() if one.claim.number == 9]
        assert (first.reverts, undone.after) == (None, None)
        assert undone.reverts == first.client_id
        assert redone.reverts == undone.client_id

    def check_rest(self, page, site):
        article = Article.objects.get()
        address = f"{site.address}/api/v1/articles/{article.pk}/"
        claims = page.request.get(address).json()["claims"]
        given = {one["number"]: one["annotation"] for one in claims}
        assert {
            number: one["skip_reason"] or (one["source_type"], one["confidence"])
            for number, one in given.items()
        } == SAID
        span = given[1]["source"]
        assert QUAY[span["start"] : span["end"]] == WORDS[1][0]
        assert given[2]["suggestion_accepted"] is True
        assert all(one["seconds"] > 0 for one in given.values())
        assert {one["guideline_revision"] for one in given.values()} == {1}


class TestInGerman:
    def test_an_article_is_answered_by_keys(self, signed_in, ana):
        make.article(make.project(annotators=(ana,)))
        page = signed_in(ana)
        page.evaluate("localStorage.setItem('onrecord.language', 'de')")
        page.reload()

        begin(page, "Beginnen, Ferries")
        at_claim(page, 1, 3, "Aussage")
        expect(page.locator("html")).to_have_attribute("lang", "de")
        expect(page.get_by_text("Wer steht hinter dieser Aussage?")).to_be_visible()
        press(page, "1", "3")
        told(page, "Aussage 1 gespeichert als")
        at_claim(page, 2, 3, "Aussage")
        press(page, "e")
        expect(page.get_by_role("button", name="Fertig")).to_be_visible()
        self.check_room(page)
        press(page, "ArrowRight", "Enter", "2", "2")
        at_claim(page, 3, 3, "Aussage")
        self.check_room(page)
        press(page, "s")
        expect(page.get_by_role("button", name="Keine Aussage")).to_be_visible()
        self.check_room(page)
        press(page, "1")

        expect(page.get_by_text("Artikel fertig", exact=True)).to_be_visible()
        expect(
            page.get_by_role("banner").get_by_text("Alles gespeichert")
        ).to_be_visible()
        found = answers()
        assert [found[n]["answer"] for n in (1, 2, 3)] == [
            (NAMED, 3),
            (ANONYMOUS, 2),
            "no_claim",
        ]
        assert {one["suggestion"] for one in found.values()} == {(False, None)}

    def check_room(self, page):
        """Check that the longer words have room, on the narrowest phones too."""
        for size in (NARROW, NARROWEST, WIDE):
            assert sideways(page, size) <= 0
            assert badly_placed(page) == []
