"""The annotate screen at 200 %, with text spaced out, and without motion."""

import pytest
from playwright.sync_api import expect

from annotator.models import SuggestionMode
from tests import make
from tests.e2e.answering import question, says, sign_in
from tests.e2e.giving import NARROWEST, WIDE, resize
from tests.e2e.kept import until
from tests.e2e.looks import SPACE_OUT, badly_placed
from tests.e2e.quay import at_claim, press

pytestmark = pytest.mark.django_db(transaction=True)

# As a window of 1280 by 800 pixels is at 200 %.
ENLARGED = {
    "viewport": {"width": 640, "height": 400},
    "device_scale_factor": 2,
    "reduced_motion": "reduce",
}
MOVING = """
[...document.querySelectorAll("*")].flatMap((one) => {
    const style = getComputedStyle(one);
    const animated = style.animationName === "none" ? "0s" : style.animationDuration;
    return [...style.transitionDuration.split(","), ...animated.split(",")]
        .filter((time) => parseFloat(time) > 0.01)
        .map((time) => `${one.tagName} ${one.className}: ${time}`);
})
"""
# Between the bar at the top and the card at the bottom.
CLAIM_IN_SIGHT = """
() => {
    const [claim] = document.querySelector("[aria-current='step']").getClientRects();
    const bar = document.querySelector("header").getBoundingClientRect().bottom;
    const card = document.querySelector("#question").getBoundingClientRect().top;
    return claim.top >= bar && claim.bottom <= card;
}
"""
SCROLLED = "(card) => card.scrollTop"
IN_SIGHT = """
(one) => {
    const { top, bottom, left, right } = one.getBoundingClientRect();
    return top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
}
"""


@pytest.fixture
def project(ana):
    made = make.project(annotators=(ana,))
    made.suggestion_mode = SuggestionMode.SHOWN
    made.save()
    make.article(made)
    return made


@pytest.fixture
def page(browser, site, ana, project):
    context = browser.new_context(**ENLARGED)
    opened = context.new_page()
    opened.goto(f"{site.address}/projects/{project.slug}/annotate")
    sign_in(opened, ana.email)
    at_claim(opened, 1, 3)
    expect(opened.get_by_role("region", name="Suggestion")).to_be_visible()
    yield opened
    context.close()


STATES = {
    "source type": ("", "Who stands behind this claim?"),
    "confidence": ("1", "How sure are you?"),
    "reasons to skip": ("s", "Why is it skipped?"),
    "marking words": ("e", "Words of"),
}
DIALOGS = {
    "?": "Keyboard shortcuts",
    "l": "Claims of this article",
    "n": "Note on claim 1",
    "p": "Propose another cut of claim 1",
    "g": "Guidelines",
}


class TestEnlarged:
    def test_nothing_is_cut_off_or_covered_and_nothing_moves(self, page):
        found = {"plain": self.look_at_all(page)}
        page.evaluate(SPACE_OUT)
        found["spaced out"] = self.look_at_all(page)

        assert found == {"plain": {}, "spaced out": {}}
        assert page.evaluate(MOVING) == []

    def test_keys_and_progress_are_shown_as_on_a_large_screen(self, page):
        for option in question(page).locator("[data-in-force] button").all():
            expect(option.locator("kbd")).to_be_visible()
        progress = page.get_by_role("group", name="Your progress")
        expect(progress.get_by_text("0 of 3 claims")).to_be_visible()

    def test_every_claim_is_asked_about_from_the_top_of_the_card(self, page):
        press(page, "1")
        assert question(page).evaluate(SCROLLED) > 0

        press(page, "3")

        at_claim(page, 2, 3)
        assert question(page).evaluate(SCROLLED) == 0

    def test_the_guide_is_read_and_answers_nothing_that_it_covers(self, page):
        press(page, "g")
        guide = page.get_by_role("dialog", name="Guidelines")
        text = guide.get_by_text("For each claim you say two things")
        expect(text).to_be_visible()
        until(page, lambda: text.evaluate(IN_SIGHT))

        press(page, "1", "Escape")

        expect(guide).to_be_hidden()
        asked = question(page).get_by_role(
            "group", name="Who stands behind this claim?"
        )
        expect(asked).to_have_attribute("data-in-force", "true")

    def test_the_claim_stays_in_sight_as_the_window_becomes_another(self, page):
        resize(page, WIDE)
        press(page, "j", "j")
        at_claim(page, 3, 3)

        for size in (ENLARGED["viewport"], NARROWEST):
            page.set_viewport_size(size)
            page.wait_for_function(CLAIM_IN_SIGHT)

    def test_no_word_in_the_bar_lies_over_another_on_the_narrowest(self, page):
        page.set_viewport_size(NARROWEST)
        page.context.set_offline(True)
        press(page, "1", "3")
        says(page, "Offline, 1 kept here")

        assert self.look(page) == []

    def look_at_all(self, page):
        found = {}
        for name, (key, words) in STATES.items():
            press(page, *key)
            expect(question(page).get_by_text(words, exact=True)).to_be_attached()
            found[name] = self.look(page)
            if not page.evaluate(CLAIM_IN_SIGHT):
                found[name].append("The claim is covered.")
            # What is asked can be reached, though the card is higher than the window.
            option = question(page).locator("[data-in-force] button").last
            option.scroll_into_view_if_needed()
            if not option.evaluate(IN_SIGHT):
                found[name].append("The last button cannot be brought into sight.")
            press(page, "Escape")
        for key, name in DIALOGS.items():
            press(page, key)
            dialog = page.get_by_role("dialog", name=name)
            expect(dialog).to_be_visible()
            found[name] = self.look(page)
            press(page, "Escape")
            expect(dialog).to_be_hidden()
        return {name: wrong for name, wrong in found.items() if wrong}

    def look(self, page):
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        return badly_placed(page) + ([f"{over} px too wide"] if over > 0 else [])
