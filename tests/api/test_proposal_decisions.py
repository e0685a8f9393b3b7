"""Decisions on proposals: declined, repeated, refused."""

import pytest

from annotator.models import ClaimProposal
from tests import make, proposing
from tests.proposing import check_whole, current, decision_on, propose

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


class TestDecision:
    def test_declined_changes_nothing(self, decide, article):
        before = current(article)

        answer = decide(before[0], "exclude", accept=False)

        assert answer.json()["state"] == "declined"
        assert answer.json()["decided_by"] == "Lena"
        assert current(article) == before

    def test_declines_what_else_was_open_on_the_claim(
        self, api, ana, ben, decide, article
    ):
        first, second = current(article)[:2]
        for who, claim in ((ana, first), (ben, first), (ben, second)):
            propose(api(who), claim, "merge")

        decide(first, "exclude")

        states = ClaimProposal.objects.order_by("pk").values_list("state", flat=True)
        assert list(states) == ["declined", "declined", "open", "accepted"]

    def test_again_is_harmless_and_another_refused(self, api, lead, decide, article):
        made = decide(current(article)[0], "exclude").json()
        path = decision_on(made)

        again = api(lead).post(path, {"accept": True})
        other = api(lead).post(path, {"accept": False})

        assert again.status_code == 200
        assert again.json() == made
        assert other.status_code == 409
        assert other.json()["code"] == "already_decided"
        assert len(check_whole(article)) == 3

    def test_of_what_was_taken_back_is_refused(self, api, ana, lead, article):
        made = propose(api(ana), current(article)[0])
        api(ana).delete(f"/api/v1/proposals/{made['id']}/")

        path = decision_on(made)
        for accept in (True, False):
            answer = api(lead).post(path, {"accept": accept})
            assert answer.json()["code"] == "already_decided"
        assert len(check_whole(article)) == 4

    def test_leaves_the_author_nothing_to_withdraw(self, api, ana, decide, article):
        made = decide(current(article)[0], "exclude", by=ana, accept=False).json()

        answer = api(ana).delete(f"/api/v1/proposals/{made['id']}/")

        assert answer.status_code == 409
        assert answer.json()["code"] == "already_decided"

    def test_is_for_leads(self, api, ana, ben, article):
        made = propose(api(ana), current(article)[0])
        path = decision_on(made)

        assert api(ana).post(path, {"accept": True}).status_code == 403
        assert api(ben).post(path, {"accept": True}).status_code == 404
        assert api(make.user("Out")).post(path, {"accept": True}).status_code == 404

    def test_takes_as_many_queries_in_a_long_article(
        self, api, lead, project, django_assert_max_num_queries
    ):
        text = " ".join(f"Claim number {n}, the bank said." for n in range(80))
        claim = current(make.article(project, text))[10]
        client = api(lead)
        path = decision_on(propose(client, claim, "merge"))

        with django_assert_max_num_queries(40):
            assert client.post(path, {"accept": True}).status_code == 200
