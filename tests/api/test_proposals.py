"""Proposals: made, repeated, taken back, listed for leads."""

from uuid import uuid4

import pytest

from annotator.models import Claim, ClaimProposal, ProjectState, Role
from annotator.services import projects
from tests import make

pytestmark = pytest.mark.django_db
TEXT = "Rates will rise, the bank said, and the union will strike. Nobody objected."


@pytest.fixture
def project(lead, ana, ben):
    made = make.project(lead=lead, annotators=(ana, ben))
    make.article(made, TEXT)
    make.lease(made, ana)
    make.lease(made, ben)
    return made


@pytest.fixture
def claims(project):
    return list(Claim.objects.order_by("number"))


def url(claim):
    return f"/api/v1/claims/{claim.pk}/proposals/"


def body(kind="exclude", **more):
    return {"client_id": str(uuid4()), "kind": kind, **more}


def place(claim, words):
    """Give where some words of a claim begin, in the article."""
    return claim.start + claim.quote.index(words)


class TestProposing:
    def test_is_kept_and_changes_no_claim(self, api, ana, claims):
        at = place(claims[0], "and the union")

        answer = api(ana).post(url(claims[0]), body("split", at=at, note="Two."))

        assert answer.status_code == 201
        kept = answer.json()
        assert (kept["kind"], kept["at"], kept["note"]) == ("split", at, "Two.")
        assert (kept["state"], kept["claim"]) == ("open", claims[0].pk)
        assert list(Claim.objects.order_by("number")) == claims

    def test_again_is_harmless(self, api, ana, claims):
        sent = body(note="Once.")
        first = api(ana).post(url(claims[0]), sent)

        again = api(ana).post(url(claims[0]), sent)

        assert (first.status_code, again.status_code) == (201, 200)
        assert again.json() == first.json()
        assert ClaimProposal.objects.count() == 1

    def test_with_anothers_id_is_refused(self, api, ana, ben, claims):
        sent = body()
        api(ana).post(url(claims[0]), sent)

        other = api(ana).post(url(claims[1]), sent)

        assert other.status_code == 409
        assert other.json()["code"] == "client_id_reused"
        assert api(ben).post(url(claims[1]), sent).status_code == 201

    def test_twice_on_a_claim_is_refused_until_the_first_is_withdrawn(
        self, api, ana, ben, claims
    ):
        client = api(ana)
        first = client.post(url(claims[0]), body()).json()

        second = client.post(url(claims[0]), body("merge"))

        assert second.status_code == 409
        assert second.json()["code"] == "already_proposed"
        assert api(ben).post(url(claims[0]), body()).status_code == 201
        for _ in range(2):
            gone = client.delete(f"/api/v1/proposals/{first['id']}/")
            assert gone.status_code == 204
        assert client.post(url(claims[0]), body("merge")).status_code == 201

    @pytest.mark.parametrize(
        ("number", "wrong", "code"),
        [
            (0, {"kind": "split"}, "invalid"),
            (0, {"kind": "merge", "at": 3}, "invalid"),
            (0, {"kind": "add"}, "invalid"),
            (0, {"kind": "exclude", "note": "n" * 501}, "invalid"),
            (0, {"kind": "exclude", "client_id": "7"}, "invalid"),
            (0, {"kind": "split", "at": 0}, "no_split"),
            (0, {"kind": "split", "at": 10_000}, "no_split"),
            (1, {"kind": "split", "at": len(TEXT) - 1}, "no_split"),
            (1, {"kind": "merge"}, "nothing_to_merge"),
        ],
    )
    def test_what_cannot_be_is_refused(self, api, ana, claims, number, wrong, code):
        answer = api(ana).post(url(claims[number]), {**body(), **wrong})

        assert answer.status_code in {400, 409}
        assert answer.json()["code"] == code
        assert not ClaimProposal.objects.exists()

    def test_to_exclude_the_only_claim_is_refused(self, api, lead, project):
        claim = make.article(project, "There is one claim here.").claims.get()

        answer = api(lead).post(url(claim), body())

        assert answer.status_code == 409
        assert answer.json()["code"] == "last_claim"

    def test_to_merge_across_a_line_that_was_left_out_is_refused(
        self, api, ana, project, claims
    ):
        article = project.articles.get()
        between = claims[0].end
        article.dropped = [{"start": between, "end": between + 1, "reason": "caption"}]
        article.save()

        answer = api(ana).post(url(claims[0]), body("merge"))

        assert answer.json()["code"] == "nothing_to_merge"

    def test_of_a_replaced_claim_is_refused(self, api, ana, claims):
        Claim.objects.filter(pk=claims[0].pk).update(replaced_at=make.NOW)

        answer = api(ana).post(url(claims[0]), body())

        assert answer.status_code == 409
        assert answer.json()["code"] == "claim_replaced"

    def test_in_a_closed_project_is_refused(self, api, ana, project, claims):
        project.state = ProjectState.CLOSED
        project.save()

        answer = api(ana).post(url(claims[0]), body())

        assert answer.json()["code"] == "project_closed"

    def test_is_for_those_who_have_the_article_and_for_leads(
        self, api, lead, project, claims
    ):
        people = {
            "Outsider": (None, 404),
            "Unassigned": (Role.ANNOTATOR, 404),
            "Viewer": (Role.VIEWER, 403),
        }
        for name, (role, status) in people.items():
            user = make.user(name)
            if role is not None:
                projects.add_member(project=project, user=user, role=role)
            assert api(user).post(url(claims[0]), body()).status_code == status
        assert api(lead).post(url(claims[0]), body()).status_code == 201

    def test_is_shown_to_its_author_with_the_article_while_open(
        self, api, ana, ben, project, claims
    ):
        made = api(ana).post(url(claims[0]), body()).json()
        path = f"/api/v1/articles/{project.articles.get().pk}/"

        assert api(ana).get(path).json()["proposals"] == [made]
        assert api(ben).get(path).json()["proposals"] == []
        api(ana).delete(f"/api/v1/proposals/{made['id']}/")
        assert api(ana).get(path).json()["proposals"] == []

    def test_is_its_authors_to_withdraw(self, api, ana, ben, lead, claims):
        made = api(ana).post(url(claims[0]), body()).json()
        path = f"/api/v1/proposals/{made['id']}/"

        assert api(ben).delete(path).status_code == 404
        assert api(lead).delete(path).status_code == 404
        assert api(ana).delete(path).status_code == 204


class TestList:
    def listed(self, client, project, query=""):
        answer = client.get(f"/api/v1/projects/{project.slug}/proposals/{query}")
        return answer.json()["results"]

    def test_says_what_each_would_do(self, api, ana, ben, lead, project, claims):
        first, second = claims
        at = place(first, "and the union")
        api(ana).post(url(first), body("split", at=at, note="Two say this."))
        api(ben).post(url(first), body("merge"))
        api(ben).post(url(second), body("exclude"))

        exclude, merge, split = self.listed(api(lead), project)

        assert split["before"] == [first.quote]
        assert split["after"] == [
            "Rates will rise, the bank said,",
            "and the union will strike.",
        ]
        assert split["annotator"] == {"id": ana.pk, "name": "Ana"}
        assert split["note"] == "Two say this."
        assert split["number"] == 1
        assert split["article"] == project.articles.get().pk
        assert merge["before"] == [first.quote, second.quote]
        assert merge["after"] == [TEXT]
        assert (exclude["before"], exclude["after"]) == ([second.quote], [])

    def test_says_when_it_cannot_be_done_any_more(
        self, api, ana, lead, project, claims
    ):
        api(ana).post(url(claims[0]), body("merge"))
        Claim.objects.filter(pk=claims[1].pk).update(replaced_at=make.NOW)

        (merge,) = self.listed(api(lead), project)

        assert (merge["before"], merge["after"]) == ([claims[0].quote], None)

    def test_is_by_state(self, api, ana, lead, project, claims):
        made = api(ana).post(url(claims[0]), body()).json()
        api(lead).post(f"/api/v1/proposals/{made['id']}/decision/", {"accept": False})

        assert self.listed(api(lead), project) == []
        (declined,) = self.listed(api(lead), project, "?state=declined")
        assert declined["decided_by"] == "Lena"
        wrong = api(lead).get(f"/api/v1/projects/{project.slug}/proposals/?state=new")
        assert wrong.status_code == 400

    def test_takes_as_many_queries_however_many_and_no_text(
        self, api, lead, project, django_assert_num_queries
    ):
        client = api(lead)
        self.listed(client, project)
        for article in make.articles_of(project, 6):
            for claim in article.claims.all():
                client.post(url(claim), body())

        with django_assert_num_queries(5) as asked:
            rows = self.listed(client, project)

        assert len(rows) == 24
        columns = " ".join(query["sql"].split(" FROM ")[0] for query in asked)
        assert '"annotator_article"."text",' not in columns

    def test_is_for_leads(self, api, ana, project):
        path = f"/api/v1/projects/{project.slug}/proposals/"

        assert api(ana).get(path).status_code == 403
        assert api(make.user("Out")).get(path).status_code == 404
