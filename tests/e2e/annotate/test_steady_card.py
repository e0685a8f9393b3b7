"""Nothing under eye or hand moves from step to step, and all has its place in line."""

import pytest
from playwright.sync_api import expect

from annotator.models import SourceType, SuggestionMode
from tests import make
from tests.e2e.answering import question, saved, text_of
from tests.e2e.giving import NARROW, NARROWEST, WIDE, come_to_rest, resize
from tests.e2e.quay import at_claim, press

pytestmark = pytest.mark.django_db(transaction=True)

SIZES = [
    WIDE,
    {"width": 1280, "height": 720},
    {"width": 1080, "height": 800},
    {"width": 1024, "height": 768},
    NARROW,
    NARROWEST,
]
WORDS = ["Guess", "Unsure", "Even", "Likely", "Sure", "Confident", "Certain"]
MORE = ["Leaked document", "Social media post", "Other outlet", "Eyewitness account"]
COLORS = ["free_1", "free_2", "free_3", "free_4"]
PLACE = """
(card) => [card, card.querySelector("blockquote ~ *"), card.lastElementChild].flatMap(
    (one) => Object.values(one.getBoundingClientRect().toJSON()).map(Math.round),
)
"""
# Those of the article, without what stands for the claims among them.
WHERE_WORDS_ARE = """
() => [...document.querySelectorAll("[data-text] p")].flatMap((paragraph) => {
    const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) {
        const { currentNode: node } = texts;
        if (node.parentElement.closest("[data-sign]")) continue;
        for (const { 0: word, index } of node.data.matchAll(/\\p{L}+/gu)) {
            const range = new Range();
            range.setStart(node, index);
            range.setEnd(node, index + word.length);
            const { left, top } = range.getBoundingClientRect();
            found.push([word, Math.round(left), Math.round(top + scrollY)]);
        }
    }
    return found;
})
"""
# By how much the words and pictures of the tools stand out, to the left and right.
OUT_OF_LINE = """
(card) => {
    const rows = card.querySelector("fieldset").getBoundingClientRect();
    const edges = [...card.lastElementChild.children].map((tool) => {
        const range = new Range();
        range.selectNodeContents(tool);
        return range.getBoundingClientRect();
    });
    const left = Math.min(...edges.map((one) => one.left)) - rows.left;
    const right = Math.max(...edges.map((one) => one.right)) - rows.right;
    return [left, right].map(Math.round);
}
"""
# How many lines each text of the bar takes.
LINES = """
(bar) => {
    const texts = document.createTreeWalker(bar, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) {
        const { currentNode: node } = texts;
        if (node.parentElement.closest(".visually-hidden")) continue;
        const range = new Range();
        range.selectNodeContents(node);
        const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
        found.push([new Set(tops).size, node.data]);
    }
    return found.sort().reverse();
}
"""
IS_COVERED = """
(words) => {
    const { left, right, top, bottom } = words.getBoundingClientRect();
    if (!words.checkVisibility({ visibilityProperty: true })) return false;
    return [left + 1, (left + right) / 2, right - 1].some(
        (x) => !words.contains(document.elementFromPoint(x, (top + bottom) / 2)),
    );
}
"""
TO_THE_TOP = "(card) => { card.scrollTop = 0; }"


@pytest.fixture(params=[(3, 2), (3, 7), (5, 3), (9, 5), (9, 7)])
def project(request, ana):
    """Make a project with so many source types, and so many points of confidence."""
    types, points = request.param
    made = make.project(annotators=(ana,))
    made.confidence_words = WORDS[:points]
    made.suggestion_mode = SuggestionMode.SHOWN if types == 5 else SuggestionMode.HIDDEN
    made.save()
    made.source_types.filter(order__gt=types).delete()
    SourceType.objects.bulk_create(
        SourceType(
            project=made,
            key=f"own-{number}",
            name=name,
            definition="Made up.",
            hotkey=str(number),
            color=color,
            order=number,
        )
        for number, name, color in zip(range(6, types + 1), MORE, COLORS, strict=False)
    )
    assert made.source_types.count() == types
    make.article(made)
    return made


def places(page):
    """Say where the card, what is under its sentence and its tools are, by size."""
    found = {}
    for size in SIZES:
        resize(page, size)
        card = question(page)
        card.evaluate(TO_THE_TOP)
        found[size["width"]] = card.evaluate(PLACE)
    resize(page, WIDE)
    return found


def test_the_card_stays_as_it_is_in_every_step(signed_in, ana, project):
    page = signed_in(ana, f"/projects/{project.slug}/annotate")
    page.set_viewport_size(WIDE)
    at_claim(page, 1, 3)
    if project.suggestion_mode == SuggestionMode.SHOWN:
        expect(page.get_by_role("region", name="Suggestion")).to_be_visible()
    begun = places(page)
    written = page.evaluate(WHERE_WORDS_ARE)
    assert written
    steps = {
        "confidence": (["1"], "How sure are you?"),
        "skipping": (["Escape", "s"], "Why is it skipped?"),
        "marking words": (["Escape", "e"], "Keep"),
        "flagged": (["Escape", "f"], "Flagged"),
        "the next claim": (["1", "1"], "Claim 2 of 3"),
        "finished": (["1", "1", "2", "2"], "Article finished"),
    }
    for name, (keys, shown) in steps.items():
        press(page, *keys)
        expect(question(page)).to_contain_text(shown)
        expect(question(page).get_by_text(shown).first).to_be_visible()
        assert places(page) == begun, name
        assert page.evaluate(WHERE_WORDS_ARE) == written, name
    saved(page)


def opened(page, language):
    """Open a screen with an article of a hundred and more claims in a language."""
    page.evaluate(f"localStorage.setItem('onrecord.language', '{language}')")
    page.reload()
    card = page.locator("#question")
    expect(card).to_contain_text("120")
    come_to_rest(page)
    return card


@pytest.fixture
def page(signed_in, ana):
    project = make.project(annotators=(ana,))
    make.article(project, text_of(120))
    return signed_in(ana, f"/projects/{project.slug}/annotate")


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_tools_stand_in_line_with_the_questions(page, language):
    card = opened(page, language)
    for size in SIZES:
        resize(page, size)
        left, right = card.evaluate(OUT_OF_LINE)
        assert abs(left) <= 1, size
        assert abs(right) <= 1, size


def test_long_words_have_room_on_a_phone(page):
    page.set_viewport_size(NARROW)
    card = opened(page, "de")
    bar = page.get_by_role("banner")
    expect(bar).to_contain_text("Alles gespeichert")
    expect(bar).to_contain_text("0 von 120 Aussagen")
    most, words = bar.evaluate(LINES)[0]
    assert most == 1, words

    press(page, "x", "j", "x")
    for size in (NARROW, NARROWEST):
        resize(page, size)
        expect(card.get_by_role("button", name="2 Aussagen ausgewählt")).to_be_visible()
        assert not card.locator("header p").evaluate(IS_COVERED)

    press(page, "Escape")
    page.context.set_offline(True)
    press(page, "1", "3")
    expect(bar).to_contain_text("Offline, 1 hier aufbewahrt")
    most, words = bar.evaluate(LINES)[0]
    assert most <= 2, words
