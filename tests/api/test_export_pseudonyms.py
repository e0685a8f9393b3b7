"""The export: codes stand for people, and names are for leads who ask for them."""

import json
from datetime import date

import pytest

from annotator.models import Claim, Role
from annotator.services import projects
from annotator.services.people import change_member
from tests import make

pytestmark = pytest.mark.django_db


def url(project, query=""):
    return f"/api/v1/projects/{project.slug}/export/annotations.jsonl{query}"


def rows(client, project, query=""):
    lines = client.get(url(project, query)).getvalue().splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture
def viewer(project):
    reader = make.user("Vera")
    projects.add_member(project=project, user=reader, role=Role.VIEWER)
    return reader


@pytest.fixture
def answered(project, ana, ben, claims):
    """Give the project with two claims answered by Ana, one of them by Ben too."""
    for who in (ana, ben):
        make.lease(project, who)
        make.annotate(claims[0], who)
    make.annotate(claims[1], ana)
    return project


class TestTheExport:
    def test_says_who_answered_by_codes_alone(self, api, viewer, answered, ana, ben):
        told = rows(api(viewer), answered)

        codes = {who: answered.participants.get(user=who).code for who in (ana, ben)}
        assert [row["annotator"] for row in told] == [
            codes[who] for who in (ana, ben, ana)
        ]
        for row in told:
            assert not {"annotator_id", "annotator_name"} & row.keys()
        text = api(viewer).get(url(answered)).getvalue().decode()
        assert not [word for word in ("Ana", "Ben", "example.org") if word in text]

    def test_has_other_codes_in_other_projects(self, lead, answered, ana):
        other = make.project(lead=lead, annotators=(ana,))

        codes = {
            project.participants.get(user=ana).code for project in (answered, other)
        }

        assert len(codes) == 2

    def test_keeps_the_code_of_who_left(self, api, lead, answered, ana):
        before = rows(api(lead), answered)

        change_member(
            participant=answered.participants.get(user=ana),
            lead=lead,
            changes={"active": False},
            now=make.NOW,
        )

        assert rows(api(lead), answered) == before

    def test_adds_names_for_leads_who_ask_for_them(self, api, lead, answered, ana, ben):
        without = rows(api(lead), answered)

        told = rows(api(lead), answered, "?names=true")

        assert [(row["annotator_id"], row["annotator_name"]) for row in told] == [
            (ana.pk, "Ana"),
            (ben.pk, "Ben"),
            (ana.pk, "Ana"),
        ]
        for row, same in zip(told, without, strict=True):
            assert same.items() <= row.items()

    def test_has_no_names_for_viewers(self, api, viewer, answered):
        answer = api(viewer).get(url(answered, "?names=true"))

        assert answer.status_code == 403
        assert api(viewer).get(url(answered, "?names=false")).status_code == 200
        assert api(viewer).get(url(answered, "?names=perhaps")).status_code == 400

    def test_tells_of_the_article_where_it_appeared_and_when(self, api, lead, answered):
        article = answered.articles.get()
        article.outlet, article.published_on = "Harbor Post", date(2026, 3, 1)
        article.save()

        told = rows(api(lead), answered)

        assert {
            (row["article_outlet"], row["article_published_on"]) for row in told
        } == {("Harbor Post", "2026-03-01")}
        article.outlet, article.published_on = "", None
        article.save()
        told = rows(api(lead), answered)
        assert (told[0]["article_outlet"], told[0]["article_published_on"]) == (
            "",
            None,
        )

    def test_tells_which_claims_were_replaced_since(self, api, lead, answered, claims):
        Claim.objects.filter(pk=claims[0].pk).update(replaced_at=make.NOW)

        told = rows(api(lead), answered)

        assert [row["claim_replaced"] for row in told] == [True, True, False]

    def test_is_noted(self, api, lead, viewer, answered):
        rows(api(viewer), answered)
        rows(api(lead), answered, "?names=true")
        api(viewer).get(url(answered, "?names=true"))
        api(lead).head(url(answered))

        acts = answered.acts.filter(kind="labels_exported").order_by("pk")
        what = {"file": "annotations.jsonl", "filters": {}}
        assert [(act.actor, act.details) for act in acts] == [
            (viewer, {"names": False} | what),
            (lead, {"names": True} | what),
        ]
