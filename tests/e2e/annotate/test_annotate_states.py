"""No state of the annotate screen shuts anybody out: in both themes, and on a phone."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from annotator.models import SuggestionMode
from annotator.services import guidelines
from tests import make
from tests.e2e.answering import answer, question, saved, says
from tests.e2e.giving import WIDE, come_to_rest, resize
from tests.e2e.looks import flaws
from tests.e2e.quay import at_claim, press, told

pytestmark = pytest.mark.django_db(transaction=True)

QUEUE = "**/queue/"
A_DAY = timedelta(days=1)
ARABIC = (
    "قال رئيس البلدية علي حسن إن الجسر مغلق منذ الصباح. "
    "وقال شخصان يعرفان الميزانية إن المبلغ قليل جدا."
)


@pytest.fixture
def project(lead, ana):
    made = make.project(lead=lead, annotators=(ana,))
    made.suggestion_mode = SuggestionMode.SHOWN
    made.save()
    make.article(made)
    return made


@pytest.fixture
def annotate(site, project):
    return f"{site.address}/projects/{project.slug}/annotate"


@pytest.fixture
def check():
    """Look at a state and keep what is wrong with it, which in the end is nothing."""
    found = {}

    def look(page, name):
        if wrong := flaws(page):
            found[name] = wrong

    yield look
    assert found == {}


LAPTOP = {"width": 1366, "height": 768}
LEFT_OVER = "(box) => box.scrollHeight - box.clientHeight"


def dialog(page, name):
    shown = page.get_by_role("dialog", name=name)
    expect(shown).to_be_visible()
    return shown


def right_of(place):
    box = place.bounding_box()
    return box["x"] + box["width"]


class TestEveryState:
    def test_before_an_article_is_there(self, signed_in, ana, annotate, check):
        page = signed_in(ana)
        page.set_viewport_size(WIDE)
        page.clock.install()
        held = []

        def hold_first(route):
            if held:
                route.abort()
            else:
                held.append(route)

        page.route(QUEUE, hold_first)
        page.goto(annotate)
        expect(page.get_by_text("Loading the next article…")).to_be_attached()
        check(page, "loading")
        held[0].abort()
        again = page.get_by_role("button", name="Try again")
        expect(again).to_be_visible()
        check(page, "failed")
        # The page tries by itself, too: once more, and then its clock stands still.
        with page.expect_event("requestfailed", lambda one: "/queue/" in one.url):
            page.clock.pause_at(timezone.now() + A_DAY)
        with page.expect_request(QUEUE):
            again.press("Enter")
        page.unroute(QUEUE)
        page.clock.resume()
        at_claim(page, 1, 3)

    def test_of_the_question(self, context, signed_in, ana, annotate, project, check):
        page = signed_in(ana, f"/projects/{project.slug}/annotate")
        page.set_viewport_size(WIDE)
        at_claim(page, 1, 3)
        expect(page.get_by_role("region", name="Suggestion")).to_be_visible()
        check(page, "source type, with a suggestion")
        page.emulate_media(forced_colors="active")
        current = page.locator("[aria-current=step]").first
        expect(current).to_have_css("outline-style", "solid")
        page.emulate_media(forced_colors="none")
        press(page, "1")
        check(page, "confidence")
        press(page, "s")
        expect(page.get_by_text("Why is it skipped?", exact=True)).to_be_visible()
        check(page, "reasons to skip")
        press(page, "Escape", "e")
        expect(question(page).get_by_role("button", name="Keep")).to_be_visible()
        check(page, "marking words")
        press(page, "Escape", "Shift+ArrowDown")
        expect(page.get_by_role("button", name="2 claims selected")).to_be_visible()
        check(page, "several claims")
        press(page, "Escape", "k")
        context.set_offline(True)
        answer(page, 1, "13")
        says(page, "Offline, 1 kept here")
        check(page, "offline")
        context.set_offline(False)
        saved(page)
        answer(page, 2, "f23")
        answer(page, 3, "s1")
        expect(page.get_by_text("Article finished", exact=True)).to_be_visible()
        check(page, "finished")
        saved(page)
        press(page, "Enter")
        expect(page.get_by_text("Nothing waiting for you")).to_be_visible()
        check(page, "end of the queue")

    def test_of_what_is_opened_over_it(self, signed_in, ana, lead, project, check):
        page = signed_in(ana, f"/projects/{project.slug}/annotate")
        page.set_viewport_size(WIDE)
        answer(page, 1, "13k")
        at_claim(page, 1, 3)
        saved(page)
        for key, name in {
            "?": "Keyboard shortcuts",
            "Control+k": "Commands",
            "l": "Claims of this article",
            "h": "History of claim 1",
            "n": "Note on claim 1",
            "p": "Propose another cut of claim 1",
        }.items():
            press(page, key)
            shown = dialog(page, name)
            if key == "h":
                expect(shown.get_by_text("Answered: ")).to_be_visible()
            if key == "?":
                resize(page, LAPTOP)
                assert shown.evaluate(LEFT_OVER) == 0
            check(page, name)
            if key != "p":
                press(page, "Escape")
                expect(shown).to_be_hidden()
        press(page, "Enter")
        told(page, "proposal sent to the lead")
        press(page, "g")
        guide = page.get_by_role("complementary", name="Guidelines")
        expect(guide.get_by_role("heading", name="3. Source type")).to_be_visible()
        come_to_rest(page)
        end = right_of(guide)
        article = page.get_by_role("article", name="Article")
        assert right_of(article) < end < question(page).bounding_box()["x"]
        check(page, "guide")
        guide.get_by_label("Search the guidelines").focus()
        page.keyboard.type("statement")
        expect(guide.get_by_text("1 of ")).to_be_visible()
        check(page, "search in the guide")
        body = project.guidelines.get().body
        guidelines.publish_guidelines(
            project=project,
            author=lead,
            body=body.replace("All examples here are made up.", "")
            + "\n\nShips speak.",
            change_note="Ships speak, too.",
            now=timezone.now(),
        )
        page.reload()
        expect(dialog(page, "The guidelines have changed")).to_contain_text("Removed")
        check(page, "changed guidelines")

    def test_of_an_article_from_right_to_left(
        self, signed_in, ana, project, annotate, check
    ):
        project.articles.all().delete()
        arabic = make.article(project, ARABIC)
        first, _ = arabic.claims.all()
        page = signed_in(ana, f"/projects/{project.slug}/annotate")
        page.set_viewport_size(WIDE)
        at_claim(page, 1, 2)
        expect(question(page).locator("blockquote")).to_have_attribute("dir", "rtl")
        check(page, "right to left")
        press(page, "c")
        expect(question(page).get_by_role("button", name="Keep")).to_be_visible()
        press(page, "Delete", "ArrowLeft")
        check(page, "marking words from right to left")
        # On is where the text goes on: to the left.
        press(page, "ArrowLeft", "Enter", "1", "3")
        at_claim(page, 2, 2)
        saved(page)
        given = first.annotations.get()
        words = ARABIC[given.cue_start : given.cue_end]
        assert words == "وقال شخصان"
