"""One article as leads and viewers read it, with what everybody says of its claims."""

from uuid import uuid4

import pytest

from annotator.models import Annotation, Assignment, ClaimProposal, Role
from annotator.services import annotations, projects, proposals
from annotator.services.answers import Answer, Span
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def claims(claims, project, ana, ben):
    for who in (ana, ben):
        make.lease(project, who)
    return claims


@pytest.fixture
def viewer(project):
    vera = make.user("Vera")
    projects.add_member(project=project, user=vera, role=Role.VIEWER)
    return vera


def say(claim, who, **said):
    answer = Answer(**({"source_type": "named", "confidence": 2} | said))
    return annotations.annotate(
        claim=claim, annotator=who, answer=answer, client_id=uuid4(), now=make.NOW
    )


def claims_url(claims):
    return f"/api/v1/articles/{claims[0].article_id}/claims/"


def read(client, claims, **query):
    answer = client.get(claims_url(claims), query)
    assert answer.status_code == 200
    return answer.json()["results"]


class TestTheClaimsOfAnArticle:
    def test_have_what_everybody_says_of_each(self, api, lead, ana, ben, claims):
        say(
            claims[0], ana, flags=["flagged"], note="Who?",
            source=Span(38, 55), cue=Span(56, 60),
        )  # fmt: skip
        say(
            claims[0], ben, skipped=True, skip_reason="no_claim",
            source_type=None, confidence=None,
        )  # fmt: skip

        first, *others = read(api(lead), claims)

        assert (first["id"], first["number"]) == (claims[0].pk, 1)
        assert first["suggestion"]["source_type"] == "anonymous"
        by_ana, by_ben = first["answers"]
        assert by_ana["annotator"]["id"] == ana.pk
        assert by_ana["annotator"]["name"] == "Ana"
        assert (by_ana["source_type"], by_ana["confidence"]) == ("named", 2)
        assert (by_ana["flags"], by_ana["note"]) == (["flagged"], "Who?")
        assert by_ana["source"] == {"start": 38, "end": 55}
        assert by_ana["cue"] == {"start": 56, "end": 60}
        assert by_ana["updated_at"] == "2026-05-04T12:00:00Z"
        assert (by_ben["skipped"], by_ben["skip_reason"]) == (True, "no_claim")
        assert [one["answers"] for one in others] == [[], []]

    def test_say_whether_all_agree(self, api, lead, ana, ben, claims):
        for who, said in ((ana, "named"), (ben, "named")):
            say(claims[0], who, source_type=said)
        for who, said in ((ana, "named"), (ben, "unclear")):
            say(claims[1], who, source_type=said)
        say(claims[2], ana)
        say(claims[2], ben, skipped=True, source_type=None, confidence=None)

        found = [one["agree"] for one in read(api(lead), claims)]

        assert found == [True, False, None]

    def test_name_people_by_their_codes_alone_to_viewers(
        self, api, ana, viewer, lead, project, claims
    ):
        say(claims[0], ana)
        code = project.participants.get(user=ana).code

        seen = {
            who.name: read(api(who), claims)[0]["answers"][0]["annotator"]
            for who in (viewer, lead)
        }

        assert seen == {
            "Vera": {"code": code, "id": None, "name": None},
            "Lena": {"code": code, "id": ana.pk, "name": "Ana"},
        }

    @pytest.mark.parametrize("rest", ["claims/", "neighbors/"])
    def test_are_kept_from_who_annotates_them(self, api, ana, claims, rest):
        path = f"/api/v1/articles/{claims[0].article_id}/{rest}"
        cleo = make.user("Cleo")
        projects.add_member(
            project=claims[0].article.project, user=cleo, role=Role.ANNOTATOR
        )

        assert api(ana).get(path).status_code == 403
        Assignment.objects.filter(annotator=ana).update(state="done")
        assert api(ana).get(path).status_code == 403
        assert api(cleo).get(path).status_code == 404

    def test_keep_the_answers_of_who_has_gone_and_types_that_are_archived(
        self, api, lead, ana, with_document, claims
    ):
        say(claims[0], ana, source_type="document")
        with_document.memberships.filter(user=ana).delete()
        with_document.source_types.filter(key="document").update(archived_at=make.NOW)

        (answer,) = read(api(lead), claims)[0]["answers"]

        assert answer["annotator"]["name"] == "Ana"
        assert answer["source_type"] == "document"

    def test_are_apart_from_those_that_were_replaced(self, api, lead, ana, claims):
        say(claims[1], ana, note="This is none.")
        proposal = propose(claims[1], ana)
        assert [one["open_proposals"] for one in read(api(lead), claims)] == [0, 1, 0]

        decided = api(lead).post(
            f"/api/v1/proposals/{proposal.pk}/decision/", {"accept": True}
        )

        assert decided.status_code == 200
        current = read(api(lead), claims)
        (gone,) = read(api(lead), claims, replaced=True)
        assert [one["id"] for one in current] == [claims[0].pk, claims[2].pk]
        assert {one["replaced_at"] for one in current} == {None}
        assert gone["id"] == claims[1].pk
        assert gone["replaced_at"] is not None
        assert gone["answers"][0]["note"] == "This is none."
        assert gone["open_proposals"] == 0

    def test_come_in_pages_at_the_same_cost_however_many(
        self, api, lead, ana, ben, django_assert_num_queries
    ):
        project = make.annotated_project([ana, ben], ["na"] * 7, lead=lead)
        claims = list(project.articles.get().claims.all())
        client = api(lead)

        with django_assert_num_queries(6):
            page = client.get(claims_url(claims), {"page_size": 2}).json()
        assert [one["number"] for one in page["results"]] == [1, 2]

        with django_assert_num_queries(6):
            page = client.get(page["next"]).json()
        assert [one["number"] for one in page["results"]] == [3, 4]

        with django_assert_num_queries(6):
            rest = client.get(claims_url(claims)).json()
        assert [len(one["answers"]) for one in rest["results"]] == [2] * 7
        assert rest["next"] is None

    def test_refuse_what_is_asked_with_a_slip(self, api, lead, claims):
        answer = api(lead).get(claims_url(claims), {"replace": "true"})

        assert answer.status_code == 400


def propose(claim, who) -> ClaimProposal:
    proposal, _ = proposals.propose(
        claim=claim, annotator=who, kind="exclude", at=None, note="",
        client_id=uuid4(), now=make.NOW,
    )  # fmt: skip
    return proposal


@pytest.fixture
def remarked(project, ana):
    """Give four articles more; the first was flagged, and the third has a note."""
    stored = make.articles_of(project, 4)
    make.lease(project, ana)
    first, second, third, _ = [one.claims.all() for one in stored]
    say(first[0], ana, flags=["flagged", "second_hand"])
    say(first[1], ana, flags=["flagged"], note="Twice over.")
    say(second[0], ana, flags=["second_hand"])
    say(third[0], ana, note="Is this one?")
    return stored


class TestTheListOfArticles:
    def test_counts_what_is_flagged_or_noted(self, api, lead, project, remarked):
        listed = api(lead).get(f"/api/v1/projects/{project.slug}/articles/").json()

        found = {one["id"]: one["remarks"] for one in listed["results"]}
        assert [found[one.pk] for one in remarked] == [2, 0, 1, 0]

    def test_is_cut_to_these_if_asked(self, api, lead, project, remarked):
        path = f"/api/v1/projects/{project.slug}/articles/"

        listed = api(lead).get(path, {"remarked": "true"}).json()["results"]

        assert [one["id"] for one in listed] == [remarked[2].pk, remarked[0].pk]

    def test_counts_no_claim_that_was_replaced(self, api, lead, project, remarked):
        for article in remarked:
            article.claims.update(replaced_at=make.NOW)

        path = f"/api/v1/projects/{project.slug}/articles/"
        assert api(lead).get(path, {"remarked": "true"}).json()["results"] == []

    def test_counts_no_answer_that_was_taken_back(self, api, lead, project, remarked):
        Annotation.objects.all().delete()

        path = f"/api/v1/projects/{project.slug}/articles/"
        assert api(lead).get(path, {"remarked": "true"}).json()["results"] == []


class TestTheNeighborsOfAnArticle:
    def near(self, client, article, **query):
        answer = client.get(f"/api/v1/articles/{article.pk}/neighbors/", query).json()
        return [(answer[at] or {}).get("id") for at in ("previous", "next")]

    def test_are_those_around_it_in_the_list(self, api, lead, project, remarked):
        first, second, third, fourth = remarked
        oldest = project.articles.order_by("pk")[0]
        make.article(make.project(lead=lead), "Another project says nothing here.")

        assert self.near(api(lead), second) == [third.pk, first.pk]
        assert self.near(api(lead), fourth) == [None, third.pk]
        assert self.near(api(lead), oldest) == [first.pk, None]

    def test_are_remarked_if_asked(self, api, viewer, remarked):
        first, second, third, fourth = remarked
        client = api(viewer)

        assert self.near(client, second, remarked=True) == [third.pk, first.pk]
        assert self.near(client, first, remarked=True) == [third.pk, None]
        assert self.near(client, fourth, remarked=True) == [None, third.pk]
