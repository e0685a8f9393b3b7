"""Answers that the server does not take as they are: a person decides."""

import re
from uuid import uuid4

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from annotator.models import Claim, ProjectState, Role
from annotator.services import proposals
from tests import make
from tests.e2e.answering import (
    answer,
    claim_button,
    events,
    question,
    said,
    saved,
    says,
    sign_in,
    text_of,
)
from tests.e2e.giving import check_looks, come_to_rest
from tests.e2e.quay import at_claim, told

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
        expect(dialog.get_by_text(f"You answered claim {number}")).to_be_focused()
        return dialog

    def test_both_versions_are_shown_and_mine_is_kept(self, devices):
        dialog = self.disagree(devices, 1)
        check_looks(devices[0])

        dialog.get_by_role("button", name="Keep mine").click()

        expect(dialog).to_be_hidden()
        expect(question(devices[0])).to_be_focused()
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
        told(here, "Undone. Claim 1: Anonymous source")
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
        come_to_rest(page)
        place = question(page).bounding_box()
        project.state = ProjectState.CLOSED
        project.save()

        answer(page, 2, "21")
        closed = page.get_by_text("takes no answers now. 1 answer is kept")
        expect(closed).to_be_visible()
        come_to_rest(page)
        assert question(page).bounding_box() == place
        says(page, "1 answer refused").click()
        dialog = page.get_by_role("dialog", name="Answers the server refused")
        expect(dialog).to_contain_text("Anonymous source")
        check_looks(page)
        project.state = ProjectState.OPEN
        project.save()
        dialog.get_by_role("button", name="Send again").click()

        saved(page)
        assert said(2) == ("anonymous", 1)

    def test_is_no_conflict_with_what_is_answered_in_its_place(
        self, signed_in, ana, project, annotate
    ):
        page = signed_in(ana, annotate)
        answer(page, 1, "13")
        saved(page)
        project.state = ProjectState.CLOSED
        project.save()
        answer(page, 2, "21")
        says(page, "1 answer refused")
        project.state = ProjectState.OPEN
        project.save()

        claim_button(page, 2, "Anonymous source").click()
        answer(page, 2, "13")
        answer(page, 3, "13")
        says(page, "1 answer refused").click()
        page.get_by_role("button", name=re.compile("Take the server")).click()

        saved(page)
        assert [said(number) for number in (2, 3)] == [("named", 3), ("named", 3)]


class TestAReplacedClaim:
    @pytest.fixture
    def page(self, signed_in, ana, annotate):
        page = signed_in(ana, annotate)
        answer(page, 1, "13")
        saved(page)
        return page

    def decide(self, project, ana, kind, at=None):
        """Have a proposal for the second claim accepted, while the article is open."""
        now = timezone.now()
        proposal, _ = proposals.propose(
            claim=Claim.objects.get(number=2),
            annotator=ana,
            kind=kind,
            at=at,
            note="It is no claim.",
            client_id=uuid4(),
            now=now,
        )
        lead = project.memberships.get(role=Role.LEAD).user
        proposals.decide(proposal=proposal, lead=lead, accept=True, now=now)

    def refused(self, page):
        says(page, "1 answer refused").click()
        dialog = page.get_by_role("dialog", name="Answers the server refused")
        expect(dialog.get_by_role("button", name="Remove")).to_be_visible()
        expect(dialog.get_by_role("button", name="Send again")).to_be_hidden()
        return dialog

    def test_leads_to_the_claims_in_its_place(self, page, project, ana):
        middle = Claim.objects.get(number=2).start + len("This is made-up")
        self.decide(project, ana, "split", middle)
        answer(page, 2, "21")
        dialog = self.refused(page)
        check_looks(page)

        dialog.get_by_role("button", name="Go to claim 3").click()
        at_claim(page, 3, 6)
        answer(page, 3, "21")
        says(page, "1 answer refused").click()
        dialog.get_by_role("button", name="Remove from this device").click()
        saved(page)
        assert said(3) == ("anonymous", 1)

    def test_is_let_go_where_it_is_excluded(self, page, project, ana):
        self.decide(project, ana, "exclude")
        answer(page, 2, "21")
        dialog = self.refused(page)
        expect(dialog).to_contain_text("it is no claim any more")

        dialog.get_by_role("button", name="Remove from this device").click()

        expect(dialog).to_be_hidden()
        saved(page)
        expect(question(page)).to_contain_text("of 4")
