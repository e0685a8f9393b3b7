"""The lead's page of one article: what annotators leave for the lead is found there."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from annotator.models import Annotation, Role
from annotator.services import agreement, annotations, projects, proposals
from annotator.services.answers import Answer
from tests import make
from tests.e2e.answering import answer, question, saved
from tests.e2e.giving import NARROW, WIDE, check_looks, set_theme
from tests.e2e.looks import flaws, sideways

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def project(lead, ana, ben):
    made = make.project(lead=lead, annotators=(ana, ben), overlap=2)
    for number, article in enumerate(make.articles_of(made, 3)):
        article.title = f"Ferry story {number}"
        article.save()
    return made


@pytest.fixture
def middle(project):
    return project.articles.get(title="Ferry story 1")


@pytest.fixture
def answered(project, middle, ana, ben):
    """Have the first claim of the middle article answered in two ways."""
    for who, said in ((ana, "named"), (ben, "anonymous")):
        make.lease(project, who)
        make.annotate(middle.claims.get(number=1), who, said)
    return middle


def page_of(article):
    return f"/projects/{article.project.slug}/articles/{article.pk}"


def say(claim, who, **said):
    answer = Answer(**({"source_type": "named", "confidence": 2} | said))
    annotations.annotate(
        claim=claim, annotator=who, answer=answer, client_id=uuid4(), now=make.NOW
    )


def card(page, name):
    found = page.get_by_role("article", name=f"Claim {name}", exact=True)
    expect(found).to_be_visible()
    return found


def tab_to(page, locator):
    """Press Tab until something has the focus, as somebody without a mouse does."""
    expect(locator).to_be_visible()
    for _ in range(60):
        if locator.evaluate("(one) => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"The Tab key does not come to {locator}.")


class TestWhatIsLeftForTheLead:
    def test_is_found_by_the_filter_and_read_with_its_history(
        self, project, middle, ana, lead, signed_in
    ):
        """By keyboard alone, from the annotator's flag to the claim's history."""
        page = signed_in(ana, f"/projects/{project.slug}/annotate")
        self.flag_and_note(page)
        first = Annotation.objects.get().claim.article
        page.close()

        page = signed_in(lead, f"/projects/{project.slug}/articles")
        page.set_viewport_size(WIDE)
        expect(page.get_by_text("1 flagged or noted")).to_be_visible()
        filtered = page.get_by_role("link", name="Flagged or with a note")
        tab_to(page, filtered)
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile(r"\?only=remarked$"))
        stories = page.get_by_role("link", name=re.compile("^Ferry story"))
        expect(stories).to_have_count(1)
        tab_to(page, stories)
        page.keyboard.press("Enter")

        title = page.get_by_role("heading", level=1, name=first.title)
        expect(title).to_be_visible()
        shown = card(page, 1)
        cards = page.get_by_role("article", name=re.compile(r"^Claim \d"))
        expect(cards).to_have_count(1)
        expect(shown).to_contain_text("flagged for the lead")
        expect(shown).to_contain_text("Which harbor?")
        expect(shown).to_contain_text("Ana")
        tab_to(page, shown.get_by_role("button", name="History of claim 1"))
        page.keyboard.press("Enter")
        expect(shown).to_contain_text("Marked: flagged for the lead")
        expect(shown).to_contain_text("Note: “Which harbor?”")
        assert flaws(page) == []

        tab_to(page, page.get_by_role("link", name="All articles"))
        page.keyboard.press("Enter")
        expect(stories).to_have_count(1)

    def flag_and_note(self, page):
        expect(question(page)).to_contain_text("Claim 1 of ")
        page.keyboard.press("f")
        page.keyboard.press("n")
        note = page.get_by_role("dialog", name="Note on claim 1")
        expect(note.get_by_role("textbox")).to_be_focused()
        page.keyboard.type("Which harbor?")
        page.keyboard.press("Control+Enter")
        answer(page, 1, "13")
        saved(page)


class TestThePageOfAnArticle:
    def test_leads_from_text_to_answers_and_back_by_keyboard(
        self, answered, lead, signed_in
    ):
        page = signed_in(lead, page_of(answered))
        page.set_viewport_size(WIDE)
        mark = page.get_by_role("link", name=re.compile("^Claim 1, differ"))
        tab_to(page, mark)
        page.keyboard.press("ArrowDown")
        second = answered.claims.get(number=2)
        page.keyboard.press("Enter")

        expect(card(page, 2)).to_be_focused()
        expect(page).to_have_url(re.compile(rf"#claim-{second.pk}$"))
        tab_to(page, page.get_by_role("button", name="Claim 3 in the text"))
        page.keyboard.press("Enter")
        third = page.get_by_role("link", name=re.compile("^Claim 3, no answer yet"))
        expect(third).to_be_focused()

        expect(page.get_by_role("link", name="Previous article")).to_have_count(1)
        tab_to(page, page.get_by_role("link", name="Next article: Ferry story 0"))
        page.keyboard.press("Enter")
        oldest = page.get_by_role("heading", level=1, name="Ferry story 0")
        expect(oldest).to_be_visible()

    def test_is_whole_on_every_device_and_in_each_of_its_states(
        self, project, answered, lead, ana, ben, signed_in
    ):
        first, second, third, _ = answered.claims.order_by("number")
        say(second, ana, skipped=True, source_type=None, confidence=None)
        gone, _ = proposals.propose(
            claim=third, annotator=ana, kind="exclude", at=None, note="",
            client_id=uuid4(), now=make.NOW,
        )  # fmt: skip
        proposals.decide(proposal=gone, lead=lead, accept=True, now=make.NOW)
        proposals.propose(
            claim=first, annotator=ben, kind="merge", at=None, note="",
            client_id=uuid4(), now=make.NOW,
        )  # fmt: skip
        page = signed_in(lead, f"{page_of(answered)}#claim-{third.pk}")
        page.set_viewport_size(WIDE)

        expect(card(page, "3, replaced")).to_be_focused()
        expect(page.get_by_text("1 claim replaced")).to_be_visible()
        proposed = card(page, 1).get_by_role("link", name="A change of it is proposed")
        expect(proposed).to_be_visible()
        card(page, 1).get_by_role("button", name="History of claim 1").click()
        expect(card(page, 1)).to_contain_text("Answered: Named source")
        page.get_by_text("1 sentence excluded").click()
        check_looks(page)
        assert flaws(page) == []

        page.goto(page_url(page, project.articles.get(title="Ferry story 2")))
        nothing = page.get_by_text("Nobody has answered yet.")
        expect(nothing).to_be_visible()
        assert flaws(page) == []
        page.get_by_role("button", name="Differ 0").click()
        assert sideways(page, NARROW) <= 0

    def test_can_be_opened_from_where_its_claims_are_listed(
        self, project, answered, lead, ana, ben, signed_in
    ):
        claim = answered.claims.get(number=1)
        agreement.report_agreement(project=project, now=make.NOW)
        page = signed_in(lead, f"/projects/{project.slug}/pairs/{ana.pk}/{ben.pk}")
        page.get_by_role("link", name="Claim 1 of “Ferry story 1”").click()

        expect(page).to_have_url(re.compile(rf"{page_of(answered)}#claim-{claim.pk}$"))
        expect(card(page, 1)).to_be_focused()

    def test_shows_a_claim_far_down_in_a_long_text(self, project, ana, lead, signed_in):
        text = " ".join(f"This is made-up claim number {n} here." for n in range(400))
        long = make.article(project, text)
        make.lease(project, ana)
        claim = long.claims.get(number=390)
        say(claim, ana, note="So far down?")

        page = signed_in(lead, f"{page_of(long)}#claim-{claim.pk}")
        page.set_viewport_size(WIDE)

        expect(card(page, 390)).to_be_focused()
        expect(card(page, 390)).to_be_in_viewport()
        mark = page.get_by_role("link", name=re.compile("^Claim 390, one answer"))
        expect(mark).to_be_in_viewport()
        page.set_viewport_size(NARROW)
        mark.click()
        expect(card(page, 390)).to_be_in_viewport()


class TestTheLanguageOfAnArticle:
    def test_is_corrected_by_keyboard_and_seen_at_once(self, answered, lead, signed_in):
        page = signed_in(lead, page_of(answered))
        page.set_viewport_size(WIDE)
        mark = page.get_by_role("link", name=re.compile("^Claim 1, differ"))
        spoken = "(one) => one.closest('[lang]').lang"
        expect(mark).to_be_visible()
        assert mark.evaluate(spoken) == "en"  # that of the interface
        change = page.get_by_role("button", name="Change the language")
        expect(page.get_by_text("Language: not stated")).to_be_visible()
        tab_to(page, change)
        page.keyboard.press("Enter")
        field = page.get_by_role("textbox", name="Language")
        expect(field).to_be_focused()
        page.keyboard.type("German")
        page.keyboard.press("Enter")
        expect(field).to_have_accessible_description(re.compile("This is no tag"))
        check_looks(page)
        assert flaws(page) == []

        page.keyboard.press("ControlOrMeta+a")
        page.keyboard.type("de")
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_have_text("Saved Language: German")
        expect(change).to_be_focused()
        assert mark.evaluate(spoken) == "de"
        check_looks(page)
        assert flaws(page) == []
        page.reload()
        expect(page.get_by_text("Language: German")).to_be_visible()


class TestOthers:
    def test_see_codes_as_viewers_and_nothing_as_annotators(
        self, project, answered, ana, signed_in
    ):
        vera = make.user("Vera")
        projects.add_member(project=project, user=vera, role=Role.VIEWER)
        code = project.participants.get(user=ana).code
        page = signed_in(vera, page_of(answered))
        expect(card(page, 1)).to_contain_text(f"Annotator {code}")
        expect(page.get_by_role("main")).not_to_contain_text("Ana")
        expect(page.get_by_role("button", name=re.compile("^History"))).to_have_count(0)
        expect(page.get_by_text("Language: not stated")).to_be_visible()
        expect(page.get_by_role("button", name="Change the language")).to_have_count(0)
        set_theme(page, "light")
        assert flaws(page) == []
        page.close()

        page = signed_in(ana, page_of(answered))
        main = page.get_by_role("main")
        own = main.get_by_role("link", name="Annotate")
        expect(own).to_be_visible()
        expect(main).not_to_contain_text("Anonymous")


def page_url(page, article):
    return page.evaluate("location.origin") + page_of(article)
