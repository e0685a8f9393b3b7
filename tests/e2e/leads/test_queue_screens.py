"""The lead's ways: the queue, giving articles by name, deciding on proposals."""

from uuid import uuid4

import pytest
from playwright.sync_api import expect

from annotator.models import Assignment, Claim, Membership
from annotator.services import proposals
from tests import make
from tests.e2e.giving import WIDE, check_looks

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def project(lead, ana, ben):
    made = make.project(lead=lead, annotators=(ana, ben))
    for number, article in enumerate(make.articles_of(made, 3)):
        article.title = f"Ferry story {number}"
        article.save()
    make.lease(made, ana, limit=1)
    return made


@pytest.fixture
def proposal(project, ana):
    claim = Claim.objects.filter(article__assignments__annotator=ana).first()
    made, _ = proposals.propose(
        claim=claim,
        annotator=ana,
        kind="merge",
        at=None,
        note="One sentence.",
        client_id=uuid4(),
        now=make.NOW,
    )
    return made


class TestQueue:
    def test_is_set_up_by_keyboard_and_kept(self, project, ana, lead, signed_in):
        page = signed_in(lead, f"/projects/{project.slug}/queue")
        page.set_viewport_size(WIDE)
        order = page.get_by_role("region", name="Order")

        order.get_by_role("radio", name="Oldest first").focus()
        page.keyboard.press("ArrowDown")
        order.get_by_label("Seed").fill("42")
        page.keyboard.press("Enter")
        expect(order.get_by_text("Saved.")).to_be_visible()
        shown = page.get_by_role("region", name="Suggestions")
        shown.get_by_role("radio", name="See them with some articles").check()
        shown.get_by_label("Hide them in").fill("30")
        page.keyboard.press("Enter")
        expect(shown.get_by_text("Saved.")).to_be_visible()
        people = page.get_by_role("region", name="People")
        people.get_by_label("Limit of Ana").fill("2")
        page.keyboard.press("Enter")
        expect(people.get_by_text("The limit of Ana is 2 now.")).to_be_attached()

        check_looks(page)
        page.reload()
        expect(page.get_by_role("radio", name="By chance")).to_be_checked()
        project.refresh_from_db()
        assert (project.queue.order, project.queue.seed) == ("random", 42)
        assert project.suggestion_mode == "share"
        assert project.suggestion_hidden_share == 30
        assert Membership.objects.get(user=ana, project=project).quota == 2


class TestAssigningByName:
    def test_gives_takes_and_gives_back(self, project, ana, ben, lead, signed_in):
        page = signed_in(lead, f"/projects/{project.slug}/articles")
        page.get_by_role("checkbox", name="Select all that are shown").focus()
        page.keyboard.press("Space")
        page.get_by_label("Give to").select_option(label="Ana")
        page.get_by_role("button", name="Assign").press("Enter")

        told = page.get_by_text("Ana has 2 more articles.")
        expect(told).to_contain_text("1 article was not given to Ana:")
        expect(
            page.get_by_text("“Ferry story 0”: they have it already.")
        ).to_be_visible()
        check_looks(page)
        assert Assignment.objects.holding().filter(annotator=ana).count() == 3

        page.get_by_role("button", name="Take “Ferry story 2” from Ana").press("Enter")
        expect(page.get_by_text("Ana does not have “Ferry story 2”")).to_be_visible()
        assert Assignment.objects.holding().filter(annotator=ana).count() == 2
        page.get_by_role("button", name="Give it back").press("Enter")
        expect(page.get_by_text("Ana has 1 more article.")).to_be_visible()
        assert Assignment.objects.holding().filter(annotator=ana).count() == 3


class TestProposals:
    def test_are_accepted_by_keyboard(self, project, proposal, lead, signed_in):
        page = signed_in(lead, f"/projects/{project.slug}/articles/proposals")
        card = page.get_by_role("article", name="Merge claim 1 with the next")
        expect(card).to_contain_text("proposed by Ana")
        check_looks(page)

        card.get_by_role("button", name="Accept").press("Enter")

        expect(page.get_by_text("Accepted: Merge claim 1")).to_be_focused()
        expect(page.get_by_text("Nothing is proposed")).to_be_visible()
        claims = Claim.objects.current().filter(article=proposal.claim.article_id)
        assert claims.count() == proposal.claim.article.claim_count - 1
