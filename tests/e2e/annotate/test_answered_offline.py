"""Answers given before a revision of the guidelines was heard of, and sent after it."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from annotator.models import Annotation
from annotator.services import guidelines
from tests import make
from tests.e2e.answering import answer, saved, says, text_of
from tests.e2e.kept import databases, screen_kept, until
from tests.e2e.quay import at_claim, press

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def project(lead, ana):
    made = make.project(lead=lead, annotators=(ana,))
    make.article(made, text_of(6))
    return made


def answer_kept(page, project):
    """Give what tells whether the device keeps the answer to the first claim."""
    first = project.articles.get().claims.get(number=1)
    return lambda: f'"claim":{first.pk},"answer":{{' in databases(page)


def revisions():
    """Give the revision under which each claim is answered, by its number."""
    kept = Annotation.objects.values_list("claim__number", "guidelines__number")
    return dict(kept)


class TestAnswersWithoutTheServer:
    def test_count_to_the_guidelines_that_their_annotator_had(
        self, context, signed_in, lead, ana, project
    ):
        page = signed_in(ana, f"/projects/{project.slug}/annotate")
        answer(page, 1, "13")
        saved(page)
        screen_kept(page)
        until(page, answer_kept(page, project))
        context.set_offline(True)
        answer(page, 2, "13")
        guidelines.publish_guidelines(
            project=project,
            author=lead,
            body=f"{project.guidelines.get().body}\n\nShips speak.\n",
            change_note="Ships speak, too.",
            now=timezone.now(),
        )
        page.reload()
        answer(page, 3, "s1")
        says(page, re.compile(", 2 kept here"))

        context.set_offline(False)
        # By then the page has heard how things are.
        says(page, re.compile(" today"))
        saved(page)
        assert revisions() == {1: 1, 2: 1, 3: 1}
        answer(page, 4, "22")
        notice = page.get_by_role("dialog", name="The guidelines have changed")
        expect(notice).to_be_visible()
        expect(notice.get_by_role("insertion")).to_have_text("Ships speak.")
        press(page, "Enter")
        at_claim(page, 5, 6)
        press(page, "1", "1")
        saved(page)

        assert revisions() == {1: 1, 2: 1, 3: 1, 4: 1, 5: 2}
        page.reload()
        answer(page, 6, "13")
        saved(page)
        assert revisions()[6] == 2
        expect(notice).to_have_count(0)
        assert project.memberships.get(user=ana).guidelines_read == 2
