"""A project's settings, changed by a lead."""

import pytest

from annotator.models import Act, AgreementMark, Project, Role
from annotator.services import projects
from tests import make, queues

pytestmark = pytest.mark.django_db
FIVE = ["Guessing", "Unsure", "Fairly sure", "Sure", "Certain"]


def url(project):
    return f"/api/v1/projects/{project.slug}/"


class TestSettings:
    @pytest.fixture
    def change(self, api, lead, project):
        client = api(lead)
        return lambda **body: client.patch(url(project), body)

    def test_change_what_is_given_and_nothing_else(self, change, project):
        answer = change(name="Ferries 2", overlap=3)

        assert answer.status_code == 200, answer.json()
        given = answer.json()
        assert (given["name"], given["overlap"], given["state"]) == (
            "Ferries 2", 3, "open"
        )  # fmt: skip
        assert given["slug"] == project.slug
        assert project.articles.get().open_places == 3
        queues.check_places(Project.objects.get())

    def test_are_logged_with_what_was(self, change, lead):
        Act.objects.all().delete()
        change(name="Ferries 2", overlap=2, state="closed")
        change(name="Ferries 2")

        act = Act.objects.get()
        assert (act.kind, act.actor) == ("settings_changed", lead)
        assert act.details == {
            "changes": {"name": ["Ferries", "Ferries 2"], "state": ["open", "closed"]}
        }

    def test_close_a_project_for_answers(self, change, ana, project, claims, api):
        make.lease(project, ana)
        change(state="closed")
        body = {
            "client_id": "0b7f9f5e-6f0b-4a55-9a3e-3f1f1c5d8a10",
            "source_type": "named",
            "confidence": 1,
        }
        path = f"/api/v1/claims/{claims[0].pk}/annotation/"

        refused = api(ana).put(path, body)
        change(state="open")

        assert refused.json()["code"] == "project_closed"
        assert api(ana).put(path, body).status_code == 200

    @pytest.mark.parametrize(
        "body",
        [
            {"name": ""},
            {"overlap": 0},
            {"overlap": 21},
            {"state": "gone"},
            {"confidence_words": ["One"]},
            {"confidence_words": [str(n) for n in range(8)]},
            {"confidence_words": ["Low", "LOW"]},
            {"confidence_words": ["Low", " "]},
            {"confidence_words": ["Low", "x" * 41]},
            {"confidence_words": "Low"},
        ],
    )
    def test_have_bounds(self, change, project, body):
        answer = change(**body)

        assert (answer.status_code, answer.json()["code"]) == (400, "invalid")
        assert not Act.objects.filter(kind="settings_changed").exists()

    def test_are_for_leads(self, api, ana, project):
        vera = make.user("Vera")
        projects.add_member(project=project, user=vera, role=Role.VIEWER)

        statuses = [
            api(who).patch(url(project), {"name": "Mine"}).status_code
            for who in (None, make.user("Out"), ana, vera)
        ]

        assert statuses == [401, 404, 403, 403]


class TestTheConfidenceScale:
    @pytest.fixture
    def change(self, api, lead, project):
        client = api(lead)
        return lambda *words: client.patch(url(project), {"confidence_words": words})

    @pytest.fixture
    def answered(self, project, ana, claims):
        make.lease(project, ana)
        make.annotate(claims[0], ana, confidence=2)

    def test_gets_more_points(self, change, answered, project):
        answer = change(*FIVE)

        assert [one["word"] for one in answer.json()["confidence_scale"]] == FIVE
        assert AgreementMark.objects.get().project == project

    def test_gets_other_words_without_a_new_count(self, change, answered):
        answer = change("Shaky", "Fair", "Firm")

        assert answer.json()["confidence_scale"][2] == {"value": 3, "word": "Firm"}
        assert not AgreementMark.objects.exists()

    def test_loses_points_that_no_answer_has(self, change, answered):
        answer = change("Low", "High")

        assert len(answer.json()["confidence_scale"]) == 2
        assert AgreementMark.objects.exists()

    def test_keeps_points_that_answers_have(
        self, change, answered, project, ana, claims
    ):
        make.annotate(claims[1], ana, confidence=3)

        answer = change("Low", "High")

        assert (answer.status_code, answer.json()["code"]) == (409, "confidence_in_use")
        project.refresh_from_db()
        assert len(project.confidence_words) == 3
        assert not AgreementMark.objects.exists()

    def test_does_not_mind_what_other_projects_answer(self, change, answered, ana):
        other = make.project(annotators=(ana,))
        claim = make.article(other).claims.first()
        make.lease(other, ana)
        make.annotate(claim, ana, confidence=3)

        assert change("Low", "High").status_code == 200

    def test_is_refused_to_answers_once_it_is_shorter(
        self, change, answered, api, ana, claims
    ):
        change("Low", "High")
        body = {
            "client_id": "0b7f9f5e-6f0b-4a55-9a3e-3f1f1c5d8a10",
            "source_type": "named",
            "confidence": 3,
        }

        answer = api(ana).put(f"/api/v1/claims/{claims[1].pk}/annotation/", body)

        assert answer.json()["code"] == "outside_scale"
