"""Undo and redo reach over articles and a reload, and take back just what they say."""

import pytest
from playwright.sync_api import expect

from annotator.models import Annotation
from tests import make
from tests.e2e.answering import PATIENCE, answer, events, question, saved, text_of
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
        expect(question(page)).to_be_visible(timeout=PATIENCE)
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
