"""What is asked for comes, however late, and words are marked from where one is."""

import re

import pytest
from playwright.sync_api import expect

from tests import make
from tests.e2e.answering import question, saved
from tests.e2e.giving import NARROW, come_to_rest, resize
from tests.e2e.quay import QUAY, answers, at_claim, press, told

pytestmark = pytest.mark.django_db(transaction=True)

LATE = 1_000  # ms
PLACE = """
    (words) => {
        const texts = document.createTreeWalker(
            document.querySelector("[data-text]"), NodeFilter.SHOW_TEXT,
        );
        while (texts.nextNode()) {
            const at = texts.currentNode.data.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(texts.currentNode, at);
            range.setEnd(texts.currentNode, at + words.length);
            const { left, right, top, height } = range.getBoundingClientRect();
            return { left, right, y: top + height / 2 };
        }
    }
"""


@pytest.fixture
def page(signed_in, ana):
    project = make.project(annotators=(ana,))
    make.article(project, QUAY)
    page = signed_in(ana, f"/projects/{project.slug}/annotate")
    at_claim(page, 1)
    return page


def marked(page, words):
    """Expect that exactly these words are marked."""
    editor = question(page).get_by_role("group", name="Words of")
    expect(editor.get_by_text(words, exact=True)).to_be_visible()


class TestALateNetwork:
    def test_makes_no_answer_of_what_is_typed_for_a_note(self, page):
        def delay(route):
            page.wait_for_timeout(LATE)
            route.continue_()

        page.route(re.compile(r"/assets/"), delay)
        press(page, "n")
        page.keyboard.type("13 people said 2 things", delay=20)

        note = page.get_by_role("dialog", name="Note on claim 1")
        expect(note.get_by_label("lead know")).to_be_focused()
        press(page, "Escape")
        expect(note).to_be_hidden()
        at_claim(page, 1)
        press(page, "1", "3")
        at_claim(page, 2)
        saved(page)
        assert {n: one["answer"] for n, one in answers().items()} == {1: ("named", 3)}


class TestMarking:
    def test_by_touch_begins_with_the_word_that_is_touched(self, page):
        resize(page, NARROW)
        question(page).get_by_role("button", name="More").click()
        expect(page.get_by_role("combobox")).to_be_focused()
        page.keyboard.type("source")  # the option is over the text then
        page.get_by_role("option", name=re.compile("^Mark the source")).click()
        marked(page, "Two")
        page.evaluate("scrollTo(0, 0)")
        come_to_rest(page)

        at = page.evaluate(PLACE, "budget")
        page.mouse.click(at["left"] + 4, at["y"])

        marked(page, "budget")

        question(page).get_by_role("button", name="On to the next sentence").click()
        marked(page, "The")

    def test_takes_what_is_selected_and_goes_by_sentences(self, page):
        come_to_rest(page)
        begin, end = (page.evaluate(PLACE, words) for words in ("Monday", "Two people"))
        page.mouse.move(begin["left"] + 1, begin["y"])
        page.mouse.down()
        page.mouse.move(end["right"] - 1, end["y"], steps=4)
        page.mouse.up()
        press(page, "e")
        marked(page, "Monday. Two people")
        press(page, "Enter", "1", "3")
        at_claim(page, 2)

        press(page, "e")
        marked(page, "The")
        press(page, "PageDown", "PageDown")
        marked(page, "“We")
        press(page, "PageUp", "PageUp", "PageUp", "ArrowRight", "Enter", "2", "3")
        at_claim(page, 3)
        told(page, "Claim 2")
        saved(page)
        assert [one["source"] for one in answers().values()] == [
            "Monday. Two people",
            "Two people",
        ]
