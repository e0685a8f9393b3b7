"""Answers that the server does not take as they are: a person decides."""

import re

import pytest
from playwright.sync_api import expect

from annotator.models import ProjectState
from tests import make
from tests.e2e.answering import (
    answer,
    claim_button,
    events,
    said,
    saved,
    says,
    sign_in,
    text_of,
)
from tests.e2e.giving import check_looks

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def project(ana):
    made = make.project(annotators=(ana,))
    make.article(made, text_of(5))
    return made


@pytest.fixture
def annotate(project):
    return f"/projects/{project.slug}/annotate"


class TestTwoDevices:
    @pytest.fixture
    def devices(self, browser, site, signed_in, ana, annotate):
        """Open the article on two devices of one person."""
        here = signed_in(ana, annotate)
        other = browser.new_context()
        there = other.new_page()
        there.goto(f"{site.address}{annotate}")
        sign_in(there, ana.email)
        yield here, there
        other.close()

    def disagree(self, devices, number):
        """Answer a claim there, then otherwise here, and open what is said of it."""
        here, there = devices
        answer(there, number, "13")
        saved(there)
        answer(here, number, "21")
        says(here, "1 changed elsewhere").click()
        dialog = here.get_by_role("dialog", name="Changed elsewhere")
        expect(dialog).to_contain_text(
            f"This is made-up claim number {number - 1} here."
        )
        row = dialog.get_by_role("row", name=re.compile("^Answer"))
        expect(row.get_by_role("cell").nth(0)).to_have_text("Anonymous source")
        expect(row.get_by_role("cell").nth(1)).to_have_text("Named source")
        return dialog

    def test_both_versions_are_shown_and_mine_is_kept(self, devices):
        dialog = self.disagree(devices, 1)
        check_looks(devices[0])

        dialog.get_by_role("button", name="Keep mine").click()

        expect(dialog).to_be_hidden()
        saved(devices[0])
        assert said(1) == ("anonymous", 1)
        assert [event.kind for event in events()] == ["created", "changed"]

    def test_the_other_is_kept_and_the_history_has_both(self, devices):
        here, _ = devices
        dialog = self.disagree(devices, 1)

        dialog.get_by_role("button", name="Keep the other").click()

        expect(dialog).to_be_hidden()
        saved(here)
        expect(claim_button(here, 1, "Named source, confidence 3")).to_be_visible()
        assert said(1) == ("named", 3)
        first, mine, again = events()
        assert [one.after["source_type"] for one in (first, mine, again)] == [
            "named",
            "anonymous",
            "named",
        ]
        assert again.reverts == mine.client_id
        assert again.group == mine.group is not None

        here.keyboard.press("z")
        saved(here)
        assert said(1) == ("anonymous", 1)

    def test_a_refusal_outlives_the_tab(self, devices, visit, annotate):
        self.disagree(devices, 1)
        devices[0].close()

        page = visit(annotate)
        says(page, "1 changed elsewhere").click()
        page.get_by_role("button", name="Keep mine").click()

        saved(page)
        assert said(1) == ("anonymous", 1)


class TestAClosedProject:
    def test_keeps_the_answer_until_it_can_be_sent_again(
        self, signed_in, ana, project, annotate
    ):
        page = signed_in(ana, annotate)
        answer(page, 1, "13")
        saved(page)
        project.state = ProjectState.CLOSED
        project.save()

        answer(page, 2, "21")
        says(page, "1 answer refused").click()
        dialog = page.get_by_role("dialog", name="Answers the server refused")
        expect(dialog).to_contain_text("Anonymous source")
        check_looks(page)
        project.state = ProjectState.OPEN
        project.save()
        dialog.get_by_role("button", name="Send again").click()

        saved(page)
        assert said(2) == ("anonymous", 1)
