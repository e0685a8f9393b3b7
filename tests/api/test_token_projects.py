"""Tokens that are bound to one project of their users."""

from uuid import uuid4

import pytest
from django.utils import timezone

from annotator.models import Annotation, TokenScope
from annotator.services import assigning, tokens
from tests import make

pytestmark = pytest.mark.django_db
BATCH = "/api/v1/annotations/batch/"


@pytest.fixture
def two(ana, lead):
    """Give two projects in which Ana has an article."""
    made = [make.project(lead=lead, annotators=(ana,)) for _ in range(2)]
    for one in made:
        make.article(one)
        make.lease(one, ana)
    return made


@pytest.fixture
def writer(api, ana, two):
    """Give a client with a token of Ana's for the first of them."""
    _, secret = tokens.create_token(
        user=ana,
        name="test",
        scope=TokenScope.ANNOTATE,
        project=two[0],
        now=timezone.now(),
    )
    client = api()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {secret}")
    return client


def claim_of(project):
    return project.articles.get().claims.all()[0].pk


def answer():
    return {"client_id": str(uuid4()), "source_type": "named", "confidence": 2}


class TestTheListOfProjects:
    def test_has_only_that_of_the_token(self, writer, two):
        listed = writer.get("/api/v1/projects/").json()["results"]

        assert [one["slug"] for one in listed] == [two[0].slug]

    def test_is_there_for_who_asks_for_its_headers_alone(self, writer):
        assert writer.head("/api/v1/projects/").status_code == 200


class TestABatch:
    def test_saves_what_is_in_the_project(self, writer, two, lead):
        elsewhere = make.article(make.project(lead=lead)).claims.all()[0].pk
        claims = [claim_of(two[1]), claim_of(two[0]), elsewhere, 10**12]
        saves = [
            {"client_id": str(uuid4()), "claim": claim, "answer": answer()}
            for claim in claims
        ]

        results = writer.post(BATCH, {"saves": saves}).json()["results"]

        codes = ["token_project", "", "not_assigned", "not_assigned"]
        assert [one["code"] for one in results] == codes
        assert Annotation.objects.get().claim_id == claims[1]


class TestASave:
    def test_stays_in_the_project_whoever_may_see_the_article(
        self, writer, two, ana, lead
    ):
        """Who gave an article back could still answer, though not see it."""
        held = ana.assignments.get(article__project=two[1])
        assigning.withdraw_assignment(assignment=held, by=lead, now=make.NOW)

        saved = writer.put(f"/api/v1/claims/{claim_of(two[1])}/annotation/", answer())

        assert saved.status_code == 404
        assert not Annotation.objects.exists()

    @pytest.mark.parametrize(("is_bound", "most"), [(False, 0), (True, 1)])
    def test_costs_hardly_more_than_a_browsers(
        self, api, writer, two, ana, is_bound, most, django_assert_max_num_queries
    ):
        ana.tokens.update(
            project=two[0] if is_bound else None, last_used_at=timezone.now()
        )
        browser, (one, other) = api(ana), two[0].articles.get().claims.all()[:2]
        with django_assert_max_num_queries(8) as usual:
            browser.put(f"/api/v1/claims/{one.pk}/annotation/", answer())

        with django_assert_max_num_queries(len(usual) - 1 + most):
            saved = writer.put(f"/api/v1/claims/{other.pk}/annotation/", answer())

        assert saved.status_code == 200
