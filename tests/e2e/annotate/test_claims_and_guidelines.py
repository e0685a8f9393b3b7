"""What changes while somebody works: an article's claims, and the guidelines."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from annotator.models import Annotation, Article, Claim, ClaimProposal
from annotator.services import guidelines, proposals
from tests import make
from tests.e2e.answering import answer, question, saved, says
from tests.e2e.quay import answers, at_claim, press, told

pytestmark = pytest.mark.django_db(transaction=True)

A_DAY = timedelta(days=1)
A_BEAT = 61_000  # ms: a little more than from one heartbeat to the next
FIRST = "The ferry will stop running in March,"
SECOND = "the harbor master said."


@pytest.fixture
def project(lead, ana):
    made = make.project(lead=lead, annotators=(ana,))
    make.article(made)
    return made


@pytest.fixture
def annotate(project):
    return f"/projects/{project.slug}/annotate"


class TestASplit:
    def test_is_proposed_by_keys_accepted_and_then_asked_about(
        self, browser, site, signed_in, lead, ana, project, annotate
    ):
        page = signed_in(ana, annotate)
        answer(page, 1, "13k")
        at_claim(page, 1, 3)
        press(page, "p")
        dialog = page.get_by_role("dialog", name="Propose another cut of claim 1")
        expect(dialog.get_by_role("radio", name="Split it in two")).to_be_focused()
        press(page, "Tab")
        cut = dialog.get_by_role("slider", name="Where it is split")
        expect(cut).to_be_focused()
        press(page, "End", *["ArrowLeft"] * 3)
        expect(cut).to_have_attribute("aria-valuetext", "before “the”")
        expect(dialog.get_by_role("definition").nth(0)).to_have_text(FIRST)
        press(page, "Tab")
        page.keyboard.type("Two statements.")
        press(page, "Enter")
        told(page, "Claim 1: proposal sent to the lead")
        expect(question(page).get_by_text("Split proposed")).to_be_visible()
        saved(page)
        # Until a lead decides, everything stays as it is.
        assert Claim.objects.current().count() == 3
        assert answers()[1]["answer"] == ("named", 3)
        assert ClaimProposal.objects.get().at == make.TEXT.index(SECOND)

        other = browser.new_context()
        self.accept(other.new_page(), site, lead, project)
        other.close()

        page.reload()
        at_claim(page, 1, 4)
        expect(question(page).locator("blockquote strong")).to_have_text(FIRST)
        press(page, "1", "3")
        at_claim(page, 2, 4)
        expect(question(page).locator("blockquote strong")).to_have_text(SECOND)
        press(page, "2", "1")
        at_claim(page, 3, 4)
        saved(page)
        given = Annotation.objects.filter(claim__replaced_at=None).order_by("claim")
        assert [(one.claim.quote, one.confidence) for one in given] == [
            (FIRST, 3),
            (SECOND, 1),
        ]

    def accept(self, page, site, lead, project):
        page.goto(f"{site.address}/sign-in")
        page.get_by_label("Email").fill(lead.email)
        page.get_by_label("Password", exact=True).fill(make.PASSWORD)
        press(page, "Enter")
        page.wait_for_url(f"{site.address}/")
        page.goto(f"{site.address}/projects/{project.slug}/articles/proposals")
        card = page.get_by_role("article", name="Split claim 1 in two")
        expect(card).to_contain_text("Two statements.")
        card.get_by_role("button", name="Accept").press("Enter")
        expect(page.get_by_text("Accepted: Split claim 1 in two")).to_be_focused()


class TestASplitWhileSomebodyWorks:
    def test_asks_about_the_parts_without_a_reload(
        self, signed_in, lead, ana, project, annotate
    ):
        page = signed_in(ana, annotate)
        answer(page, 1, "13")
        at_claim(page, 2, 3)
        saved(page)
        claim = Claim.objects.get(number=2)
        proposal, _ = proposals.propose(
            claim=claim,
            annotator=ana,
            kind="split",
            at=claim.start + claim.quote.index("said"),
            note="",
            client_id=uuid4(),
            now=timezone.now(),
        )
        proposals.decide(proposal=proposal, lead=lead, accept=True, now=timezone.now())

        press(page, "2", "3")
        says(page, "1 answer refused")
        answer(page, 3, "43")
        expect(page.get_by_text("Article finished", exact=True)).to_be_visible()
        press(page, "Enter")
        for number in (2, 3):
            at_claim(page, number, 4)
            press(page, "2", "2")
        expect(page.get_by_text("Article finished", exact=True)).to_be_visible()
        says(page, "1 answer refused").click()
        # Nothing that was given is dropped unless its author says so.
        page.get_by_role("button", name="Remove from this device").press("Enter")
        saved(page)
        press(page, "z")
        told(page, "Undone. Claim 3: not answered")
        press(page, "z", "z")
        told(page, "Undone. Claim 4: not answered")
        press(page, "y", "y", "y")
        told(page, "Redone. Claim 3: Anonymous source")
        saved(page)
        assert {n: one["answer"] for n, one in answers().items()} == {
            1: ("named", 3),
            2: ("anonymous", 2),
            3: ("anonymous", 2),
            4: ("unattributed", 3),
        }
        assert Article.objects.get().assignments.get().state == "done"


class TestANewRevision:
    def test_is_shown_before_the_next_claim_and_counts_from_then_on(
        self, context, signed_in, lead, ana, project, annotate
    ):
        context.clock.install()
        page = signed_in(ana, annotate)
        answer(page, 1, "13")
        at_claim(page, 2, 3)
        saved(page)
        body = project.guidelines.get().body
        guidelines.publish_guidelines(
            project=project,
            author=lead,
            body=f"{body}\n\nA ship is a body: it may speak in a statement.\n",
            change_note="Ships speak, too.",
            now=timezone.now(),
        )

        # Of yesterday, so that one sees when the page has heard the next heartbeat.
        Annotation.objects.update(created_at=timezone.now() - A_DAY)
        progress = page.get_by_role("group", name="Your progress")
        expect(progress).to_contain_text("1 today")
        page.clock.fast_forward(A_BEAT)
        expect(progress).to_contain_text("0 today")
        notice = page.get_by_role("dialog", name="The guidelines have changed")
        at_claim(page, 2, 3)
        # Whoever is at a claim finishes it first.
        expect(notice).to_have_count(0)
        press(page, "2", "2")
        expect(notice).to_be_visible()
        expect(notice).to_contain_text("Ships speak, too.")
        expect(notice.get_by_role("insertion")).to_have_text(
            "A ship is a body: it may speak in a statement."
        )
        expect(notice.get_by_role("deletion")).to_have_count(0)
        press(page, "1")
        with page.expect_request("**/guidelines/read/") as told_of:
            press(page, "Enter")
        told_of.value.response().finished()
        expect(notice).to_have_count(0)
        at_claim(page, 3, 3)
        press(page, "5", "1")
        saved(page)

        given = Annotation.objects.order_by("claim__number")
        assert [one.guidelines.number for one in given] == [1, 1, 2]
        assert answers()[3]["answer"] == ("unclear", 1)
        assert Article.objects.get().assignments.get().state == "done"
        membership = project.memberships.get(user=ana)
        assert membership.guidelines_read == 2
        page.reload()
        expect(page.get_by_text("Nothing waiting for you")).to_be_visible()
        expect(notice).to_have_count(0)
