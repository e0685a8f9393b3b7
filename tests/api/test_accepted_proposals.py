"""What becomes of claims, answers and assignments when a lead accepts a proposal."""

from datetime import timedelta
from uuid import uuid4

import pytest

from annotator.models import (
    AgreementMark,
    Annotation,
    Assignment,
    ClaimProposal,
    DisputedClaim,
    ProposalState,
)
from annotator.services import agreement
from tests import make, proposing
from tests.proposing import TEXT, check_whole, current, decision_on, propose

pytestmark = pytest.mark.django_db


@pytest.fixture
def project(lead, ana, ben):
    return proposing.project(lead, ana, ben)


@pytest.fixture
def article(project):
    return project.articles.get()


@pytest.fixture
def decide(api, lead):
    return proposing.decider(api, lead)


class TestAcceptedSplit:
    def test_puts_both_halves_in_the_place_of_the_claim(self, decide, article):
        first, whole, third, fourth = before = current(article)
        at = TEXT.index("- a plan")

        answer = decide(whole, "split", at=at)

        assert answer.status_code == 200
        assert answer.json()["state"] == "accepted"
        assert answer.json()["after"] == check_whole(article)[1:3]
        quotes = [one.quote for one in before]
        assert check_whole(article) == [
            quotes[0],
            "Rates will rise, the bank said in a statement",
            "- a plan that Paul Cole, a clerk, called odd.",
            *quotes[2:],
        ]
        assert current(article)[0].pk == first.pk
        assert [one.pk for one in current(article)][3:] == [third.pk, fourth.pk]
        whole.refresh_from_db()
        assert whole.replaced_at is not None

    def test_suggests_who_stands_behind_each_half(self, decide, article):
        decide(current(article)[1], "split", at=TEXT.index("- a plan"))

        bank, cole = current(article)[1:3]

        assert (bank.origin, cole.origin) == ("lead", "lead")
        assert bank.suggestion["source_type"] == "official_statement"
        assert cole.suggestion["source_type"] == "named"
        source = cole.suggestion["source"]
        assert TEXT[source["start"] : source["end"]].startswith("Paul Cole")
        assert cole.suggestion["version"]


class TestAcceptedMerge:
    def test_joins_the_claim_with_the_next(self, decide, article):
        first, second, third, fourth = current(article)

        answer = decide(second, "merge")

        joined = TEXT[second.start : third.end]
        assert check_whole(article) == [first.quote, joined, fourth.quote]
        assert answer.json()["before"] == [second.quote, third.quote]
        assert answer.json()["after"] == [joined]

    def test_takes_in_what_was_excluded_between(self, decide, article):
        second, third, fourth = current(article)[1:]
        decide(third, "exclude")

        decide(second, "merge")

        assert TEXT[second.start : fourth.end] in check_whole(article)
        assert article.excluded == []


class TestAcceptedExclusion:
    def test_keeps_the_span_beside_the_claims(self, decide, article):
        first, second, third, fourth = current(article)

        answer = decide(third, "exclude")

        assert answer.json()["after"] == []
        assert check_whole(article) == [first.quote, second.quote, fourth.quote]
        assert article.excluded == [
            {"start": third.start, "end": third.end, "rule": "lead"}
        ]

    def test_leaves_one_claim_at_least(self, api, lead, decide, article):
        *others, last = current(article)
        made = propose(api(lead), last)
        for claim in others:
            decide(claim, "exclude")

        answer = api(lead).post(decision_on(made), {"accept": True})

        assert answer.status_code == 409
        assert answer.json()["code"] == "last_claim"
        assert check_whole(article) == [last.quote]
        assert ClaimProposal.objects.get(pk=made["id"]).state == ProposalState.OPEN


class TestAnswers:
    def test_to_what_was_replaced_stay_and_count_no_more(
        self, ana, ben, decide, project, article
    ):
        for number, claim in enumerate(current(article)):
            make.annotate(claim, ana, "named", 3)
            make.annotate(claim, ben, "anonymous" if number == 1 else "named", 3)
        agreement.report_agreement(project=project, now=make.NOW)
        assert DisputedClaim.objects.count() == 1

        decide(current(article)[1], "exclude")

        assert Annotation.objects.count() == 8
        assert not DisputedClaim.objects.exists()
        assert AgreementMark.objects.filter(article=article).exists()
        report = agreement.report_agreement(project=project, now=make.NOW)
        assert report.variables["source_type"]["units"] == 3
        assert not DisputedClaim.objects.exists()

    def test_to_new_claims_are_open_to_who_has_the_article(
        self, api, ana, ben, decide, article
    ):
        for claim in current(article):
            make.annotate(claim, ana)
        lapsed = make.NOW - timedelta(days=90)
        Assignment.objects.filter(annotator=ana).update(lease_until=lapsed)
        make.annotate(current(article)[0], ben)

        decide(current(article)[1], "split", at=TEXT.index("- a plan"))

        hers = Assignment.objects.get(annotator=ana)
        his = Assignment.objects.get(annotator=ben)
        assert (hers.state, hers.answered) == ("open", 3)
        assert (his.state, his.answered) == ("open", 1)
        assert hers.lease_until > lapsed + timedelta(days=80)
        claim = current(article)[1]
        body = {
            "client_id": str(uuid4()),
            "source_type": "official_statement",
            "confidence": 3,
        }
        path = f"/api/v1/claims/{claim.pk}/annotation/"
        assert api(ana).put(path, body).status_code == 200

    def test_are_complete_where_nothing_is_left(self, ana, ben, decide, article):
        *answered, last = current(article)
        for claim in answered:
            make.annotate(claim, ana)

        decide(last, "exclude")

        assert Assignment.objects.get(annotator=ana).state == "done"
        assert Assignment.objects.get(annotator=ben).state == "open"

    def test_leave_given_back_places_given_back(self, ana, decide, article):
        make.annotate(current(article)[0], ana)
        Assignment.objects.filter(annotator=ana).update(state="released")

        decide(current(article)[0], "exclude")

        hers = Assignment.objects.get(annotator=ana)
        assert (hers.state, hers.answered) == ("released", 0)

    def test_that_come_afterwards_are_refused(self, api, ana, decide, article):
        claim = current(article)[0]
        decide(claim, "exclude")
        body = {"client_id": str(uuid4()), "source_type": "named", "confidence": 3}

        answer = api(ana).put(f"/api/v1/claims/{claim.pk}/annotation/", body)

        assert answer.status_code == 409
        assert answer.json()["code"] == "claim_replaced"
        assert not Annotation.objects.exists()
