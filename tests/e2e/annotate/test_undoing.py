"""Undo and redo reach over articles and a reload, and take back just what they say."""

import pytest
from playwright.sync_api import expect

from annotator.models import Annotation, ClaimProposal
from tests import make
from tests.e2e.answering import answer, events, question, saved, text_of
from tests.e2e.quay import at_claim, press, told

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def project(ana):
    made = make.project(annotators=(ana,))
    for name in ("Pier", "Lock"):
        make.article(made, f"{text_of(3)} The {name} is made of stone and old timber.")
    return made


def answered():
    """Give what is said now, by the place of the article and the claim's number."""
    rows = Annotation.objects.select_related("claim", "source_type").order_by("claim")
    first = min((row.claim.article_id for row in rows), default=0)
    return {
        (row.claim.article_id - first + 1, row.claim.number): row.skip_reason
        or (row.source_type.key, row.confidence)
        for row in rows
    }


BEFORE = {(1, 1): ("named", 3), (1, 2): ("named", 3)}
LAST_FIVE = {
    (1, 2): ("anonymous", 2),
    (1, 3): "no_claim",
    (1, 4): ("unclear", 3),
    (2, 1): ("official_statement", 1),
    (2, 2): ("named", 2),
}


def work(page):
    """Give seven answers in two articles; one of the last five replaces another."""
    answer(page, 1, "13")
    answer(page, 2, "13k")
    answer(page, 2, "22")
    answer(page, 3, "s1")
    answer(page, 4, "53")
    expect(page.get_by_text("Article finished", exact=True)).to_be_visible()
    press(page, "Enter")
    answer(page, 1, "31")
    answer(page, 2, "12")
    at_claim(page, 3, 4)
    saved(page)


class TestAfterAReload:
    def test_the_last_five_answers_are_taken_back_and_given_again(
        self, signed_in, ana, project
    ):
        page = signed_in(ana, f"/projects/{project.slug}/annotate")
        work(page)
        assert answered() == BEFORE | LAST_FIVE
        given = events()
        assert all(one.reverts is None for one in given)

        page.reload()
        at_claim(page, 3, 4)
        press(page, *"zzzzz")
        # The five end where the first of them began: at the answer it had replaced.
        told(page, "Undone. Claim 2: Named source")
        saved(page)
        undone = events()[7:]
        assert answered() == BEFORE
        assert [one.reverts for one in undone] == [
            one.client_id for one in reversed(given[2:])
        ]
        assert [one.kind for one in undone] == ["withdrawn"] * 4 + ["changed"]

        page.reload()
        expect(question(page)).to_be_visible()
        press(page, *"yyyyy")
        told(page, "Redone. Claim 2: Named source")
        saved(page)
        redone = events()[12:]
        assert answered() == BEFORE | LAST_FIVE
        assert [one.reverts for one in redone] == [
            one.client_id for one in reversed(undone)
        ]
        press(page, "y")
        told(page, "There is nothing to redo")
        assert len(events()) == 17


class TestAProposal:
    def test_is_withdrawn_in_its_turn_and_made_again(self, signed_in, ana, project):
        page = signed_in(ana, f"/projects/{project.slug}/annotate")
        answer(page, 1, "13")
        at_claim(page, 2, 4)
        press(page, "p")
        dialog = page.get_by_role("dialog", name="Propose another cut of claim 2")
        dialog.get_by_role("radio", name="Merge it with the next claim").check()
        press(page, "Enter")
        told(page, "Claim 2: proposal sent to the lead")
        answer(page, 2, "22")
        at_claim(page, 3, 4)

        press(page, "z")
        told(page, "Undone. Claim 2: not answered")
        press(page, "z")
        told(page, "Claim 2: proposal withdrawn")
        expect(question(page).get_by_text("Merge proposed")).to_have_count(0)
        press(page, "z")
        told(page, "Undone. Claim 1: not answered")
        saved(page)
        assert list(ClaimProposal.objects.values_list("state", flat=True)) == [
            "withdrawn"
        ]

        press(page, "y", "y")
        told(page, "Claim 2: proposal sent to the lead")
        expect(question(page).get_by_text("Merge proposed")).to_be_visible()
        press(page, "y")
        told(page, "Redone. Claim 2: Anonymous source")
        saved(page)
        kept = ClaimProposal.objects.order_by("pk")
        assert [(one.kind, one.state) for one in kept] == [
            ("merge", "withdrawn"),
            ("merge", "open"),
        ]
        assert answered() == {(1, 1): ("named", 3), (1, 2): ("anonymous", 2)}


class TestTheEndOfTheQueue:
    def test_leads_back_to_the_last_articles_after_a_reload(
        self, signed_in, ana, project
    ):
        page = signed_in(ana, f"/projects/{project.slug}/annotate")
        work(page)
        answer(page, 3, "13")
        answer(page, 4, "13")
        expect(page.get_by_text("Article finished", exact=True)).to_be_visible()
        saved(page)

        page.reload()
        expect(page.get_by_text("Nothing waiting for you")).to_be_visible()
        press(page, "?")
        expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
        press(page, "Escape")
        press(page, "Control+k")
        expect(page.get_by_role("dialog", name="Commands")).to_be_visible()
        press(page, "Escape")
        page.get_by_role("button", name="See my answers").click()
        expect(page.get_by_text("Article finished", exact=True)).to_be_visible()
        expect(page.get_by_role("article")).to_contain_text("The Lock is made of stone")
        press(page, "[")
        expect(page.get_by_role("article")).to_contain_text("The Pier is made of stone")
