"""The lead's view of what was learned: asked for, looked at, switched on and off."""

import pytest

from annotator.models import Project, Role, SuggestionModel
from annotator.services import learning
from annotator.services.projects import add_member
from tests import make
from tests.annotator.attribution import decided
from tests.learning import clock, decided_once, decided_project


@pytest.fixture(scope="module")
def made_once(django_db_setup, django_db_blocker):
    with decided_once(django_db_blocker, articles=15) as key:
        yield key


@pytest.fixture
def project(made_once, db):
    return Project.objects.get(pk=made_once)


@pytest.fixture
def lead(project):
    return project.memberships.get(role=Role.LEAD).user


@pytest.fixture
def ana(project):
    return project.memberships.get(role=Role.ANNOTATOR).user


@pytest.fixture
def url(project):
    return f"/api/v1/projects/{project.slug}/suggestions/"


def train_all():
    for model in SuggestionModel.objects.in_training():
        assert learning.train(model_id=model.pk, clock=clock)


@pytest.mark.django_db
class TestSuggestions:
    def test_of_a_new_project_are_the_rules_alone(self, api, lead):
        project = make.project(lead=lead)

        answer = api(lead).get(f"/api/v1/projects/{project.slug}/suggestions/")

        assert answer.json() == {
            "decided": 0,
            "needed": 15,
            "training": None,
            "model": None,
            "on": None,
        }

    def test_are_trained_looked_at_and_switched_on(self, api, lead, url):
        client = api(lead)

        asked = client.post(url)
        waiting = client.get(url).json()
        train_all()
        ready = client.get(url).json()
        switched = client.patch(url, {"is_on": True}).json()
        off = client.patch(url, {"is_on": False}).json()

        assert asked.status_code == 202
        assert waiting["training"] == asked.json()
        assert (asked.json()["state"], waiting["model"]) == ("waiting", None)
        assert (ready["training"], ready["on"]) == (None, None)
        model = ready["model"]
        assert (model["articles"], model["is_on"], model["is_outdated"]) == (
            15,
            False,
            False,
        )
        types = model["figures"]["types"]
        assert types["learned"]["low"] <= types["learned"]["value"]
        assert types["learned"]["value"] > types["rules"]["value"]
        assert {row["label"] for row in types["labels"]} >= {
            "named",
            "official_statement",
        }
        assert "weights" not in model
        assert switched["on"]["version"] == model["version"]
        assert switched["model"]["is_on"]
        assert off["on"] is None

    def test_of_new_articles_name_both_versions(self, api, lead, project, url):
        client = api(lead)
        client.post(url)
        train_all()
        version = client.patch(url, {"is_on": True}).json()["on"]["version"]

        preview = client.post(
            f"/api/v1/projects/{project.slug}/articles/preview/",
            {"text": decided.text_of(77)},
        ).json()

        assert preview["version"].endswith(f"+{version}")
        said = "learned from 15 articles of this project"
        assert all(said in claim["rule"] for claim in preview["claims"])

    def test_stay_the_older_models_until_the_newer_is_switched_on(self, api, lead, url):
        client = api(lead)
        client.post(url)
        train_all()
        client.patch(url, {"is_on": True})
        client.post(url)
        train_all()

        told = client.get(url).json()

        assert told["on"]["id"] < told["model"]["id"]
        assert not told["model"]["is_on"]

    def test_say_that_the_rules_have_changed_since(self, api, lead, url):
        client = api(lead)
        client.post(url)
        train_all()
        SuggestionModel.objects.update(engine="0")

        assert client.get(url).json()["model"]["is_outdated"]

    def test_cost_few_queries(self, api, lead, url, django_assert_num_queries):
        client = api(lead)
        client.post(url)
        train_all()
        client.patch(url, {"is_on": True})

        with django_assert_num_queries(8):
            client.get(url)


@pytest.mark.django_db
class TestRefusals:
    def test_say_how_many_articles_are_decided(self, api, lead, ana):
        project = decided_project(lead=lead, annotator=ana, articles=2)

        answer = api(lead).post(f"/api/v1/projects/{project.slug}/suggestions/")

        assert answer.status_code == 409
        assert answer.json()["code"] == "too_few_decided"
        assert answer.json()["detail"].startswith("2 of the 15 articles are decided")

    def test_say_that_there_is_nothing_to_switch_on(self, api, lead, url):
        answer = api(lead).patch(url, {"is_on": True})

        assert (answer.status_code, answer.json()["code"]) == (409, "nothing_learned")

    def test_name_what_is_missing(self, api, lead, url):
        answer = api(lead).patch(url, {})

        assert (answer.status_code, answer.json()["code"]) == (400, "invalid")

    @pytest.mark.parametrize("role", [Role.ANNOTATOR, Role.VIEWER])
    def test_are_for_all_but_leads(self, api, project, url, role):
        vera = make.user("Vera")
        add_member(project=project, user=vera, role=role)
        client = api(vera)

        answers = [client.get(url), client.post(url), client.patch(url, {})]

        assert [answer.status_code for answer in answers] == [403] * 3

    def test_hide_projects_of_others(self, api, url):
        assert api(make.user("Out")).get(url).status_code == 404

    def test_ask_who_one_is(self, api, url):
        assert api().get(url).status_code in {401, 403}
