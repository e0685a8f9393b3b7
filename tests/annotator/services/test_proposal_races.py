"""Leads who decide at once, and annotators who answer and propose meanwhile."""

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection, transaction

from annotator.errors import DomainError
from annotator.models import (
    Annotation,
    Article,
    Assignment,
    Claim,
    ClaimProposal,
    ProposalState,
)
from annotator.services import proposals
from annotator.services.proposals import AlreadyDecided
from tests import make
from tests.at_once import wait_for_a_lock

ROUNDS = 4
TEXT = " ".join(f"The bank said that rule number {n} holds." for n in range(8))


@pytest.fixture
def project(lead, ana, ben):
    made = make.project(lead=lead, annotators=(ana, ben))
    for number in range(ROUNDS):
        make.article(made, f"{TEXT} This is text number {number}.")
    for who in (ana, ben):
        make.lease(made, who)
    return made


def proposed(claim, who, kind):
    proposal, _ = proposals.propose(
        claim=claim,
        annotator=who,
        kind=kind,
        at=None,
        note="",
        client_id=uuid4(),
        now=make.NOW,
    )
    return proposal


def decide(proposal, lead, *, accept=True):
    proposals.decide(proposal=proposal, lead=lead, accept=accept, now=make.NOW)


def at_once(*acts):
    """Do things at the same moment; give the code of each one's refusal, or None."""
    barrier = Barrier(len(acts))

    def done(act):
        barrier.wait()
        try:
            act()
        except DomainError as refusal:
            return refusal.code
        finally:
            connection.close()
        return None

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(done, acts))


def check_whole(article):
    """Make sure that claims and counts fit together, whatever came first."""
    article.refresh_from_db()
    claims = list(Claim.objects.current().filter(article=article).order_by("number"))
    assert [one.number for one in claims] == list(range(1, len(claims) + 1))
    assert article.claim_count == len(claims)
    assert all(a.end <= b.start for a, b in pairwise(claims))
    for one in Assignment.objects.filter(article=article):
        answers = Annotation.objects.filter(
            claim__article=article,
            claim__replaced_at=None,
            annotator=one.annotator_id,
        )
        assert one.answered == answers.count()
        assert (one.state == "done") == (one.answered == len(claims))
    return claims


@pytest.mark.django_db(transaction=True)
class TestTwoLeads:
    def test_accept_one_proposal_once(self, project, lead, ana):
        for article in project.articles.all():
            proposal = proposed(article.claims.all()[2], ana, "merge")

            codes = at_once(*[lambda p=proposal: decide(p, lead)] * 3)

            assert codes == [None] * 3
            assert len(check_whole(article)) == 8

    def test_accept_and_decline_one_proposal_but_once(self, project, lead, ana):
        for article in project.articles.all():
            proposal = proposed(article.claims.all()[2], ana, "exclude")

            codes = at_once(
                lambda p=proposal: decide(p, lead),
                lambda p=proposal: decide(p, lead, accept=False),
            )

            assert sorted(codes, key=str) == [None, "already_decided"]
            proposal.refresh_from_db()
            is_accepted = proposal.state == ProposalState.ACCEPTED
            assert len(check_whole(article)) == (8 if is_accepted else 9)

    def test_accept_what_they_read_before_claims_were_numbered_anew(
        self, project, lead, ana
    ):
        article = project.articles.first()
        claims = article.claims.all()
        exclude = proposed(claims[0], ana, "exclude")
        merge = proposed(claims[6], ana, "merge")

        decide(exclude, lead)
        decide(merge, lead)

        assert len(check_whole(article)) == 7

    def test_accept_neighboring_proposals_one_after_the_other(
        self, project, lead, ana, ben
    ):
        for article in project.articles.all():
            second, third = article.claims.all()[1:3]
            merge = proposed(second, ana, "merge")
            exclude = proposed(third, ben, "exclude")

            codes = at_once(
                lambda p=merge: decide(p, lead), lambda p=exclude: decide(p, lead)
            )

            states = {
                one.pk: one.state
                for one in ClaimProposal.objects.filter(claim__article=article)
            }
            # The merge takes the third claim; the exclusion leaves it another next one.
            if states[exclude.pk] == ProposalState.ACCEPTED:
                assert codes == [None, None]
                assert len(check_whole(article)) == 7
            else:
                assert codes == [None, "already_decided"]
                assert len(check_whole(article)) == 8


@pytest.mark.django_db(transaction=True)
class TestAnnotators:
    def test_save_before_or_are_refused(self, project, lead, ana, ben):
        for article in project.articles.all():
            claim = article.claims.all()[4]
            proposal = proposed(claim, ana, "exclude")

            codes = at_once(
                lambda p=proposal: decide(p, lead),
                lambda c=claim: make.annotate(c, ana),
                lambda c=claim: make.annotate(c, ben),
            )

            assert codes[0] is None
            assert set(codes[1:]) <= {None, "claim_replaced"}
            stored = Annotation.objects.filter(claim=claim).count()
            assert stored == codes[1:].count(None)
            check_whole(article)

    def test_find_a_claim_replaced_that_they_had_read(self, project, lead, ana, ben):
        if connection.vendor != "postgresql":
            pytest.skip("One writer at a time: nothing is read before the change.")
        article = project.articles.first()
        claim, other = article.claims.all()[3:5]
        proposal = proposed(claim, ana, "exclude")

        with ThreadPoolExecutor(2) as pool:
            with transaction.atomic():
                # The change has the assignments and waits; the save waits for it.
                Article.objects.select_for_update(no_key=True).get(pk=article.pk)
                change = pool.submit(at_once, lambda: decide(proposal, lead))
                wait_for_a_lock(1)
                save = pool.submit(at_once, lambda: make.annotate(claim, ben))
                wait_for_a_lock(2)
            assert change.result() == [None]
            assert save.result() == ["claim_replaced"]

        assert not Annotation.objects.exists()
        make.annotate(other, ben)
        check_whole(article)

    def test_propose_before_or_are_refused(self, project, lead, ana, ben):
        for article in project.articles.all():
            claim = article.claims.all()[4]
            proposal = proposed(claim, ana, "exclude")

            codes = at_once(
                lambda p=proposal: decide(p, lead),
                lambda c=claim: proposed(c, ben, "merge"),
            )

            assert codes[0] is None
            assert codes[1] in {None, "claim_replaced"}
            assert not ClaimProposal.objects.filter(
                claim=claim, state=ProposalState.OPEN
            ).exists()

    def test_withdraw_or_find_it_decided(self, project, lead, ana):
        for article in project.articles.all():
            proposal = proposed(article.claims.all()[4], ana, "exclude")

            codes = at_once(
                lambda p=proposal: decide(p, lead),
                lambda p=proposal: proposals.withdraw_proposal(
                    proposal=p, now=make.NOW
                ),
            )

            assert sorted(codes, key=str) == [None, AlreadyDecided.code]
            is_accepted = codes[0] is None
            assert len(check_whole(article)) == (8 if is_accepted else 9)
