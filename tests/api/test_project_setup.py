"""Making a project, or a copy of one."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from annotator.models import Act, Project, Role, User
from annotator.services import guidelines, projects, queueing
from tests import make, queues
from tests.setting_up import document, kept, source_types_url

pytestmark = pytest.mark.django_db
PROJECTS = "/api/v1/projects/"
FIVE = ["Guessing", "Unsure", "Fairly sure", "Sure", "Certain"]


def url(project):
    return f"{PROJECTS}{project.slug}/"


@pytest.fixture
def operator():
    return User.objects.create_superuser("op@example.org", make.PASSWORD, name="Olga")


@pytest.fixture
def create(api, operator):
    """Give what makes a project as an operator."""
    client = api(operator)
    return lambda name="River watch", **more: client.post(
        PROJECTS, {"name": name, **more}
    )


class TestANewProject:
    def test_is_ready_to_use_and_its_maker_leads_it(self, create, operator):
        answer = create()

        assert answer.status_code == 201, answer.json()
        made = answer.json()
        assert (made["slug"], made["name"], made["role"]) == (
            "river-watch", "River watch", "lead"
        )  # fmt: skip
        assert (made["state"], made["overlap"], made["guideline_revision"]) == (
            "open", 3, 1
        )  # fmt: skip
        assert [one["hotkey"] for one in made["source_types"]] == [*"12345"]
        assert all(one["built_in"] for one in made["source_types"])
        assert [one["word"] for one in made["confidence_scale"]] == [
            "Low", "Medium", "High"
        ]  # fmt: skip
        project = Project.objects.get()
        assert project.memberships.get().user == operator
        assert project.participants.get().user == operator

    def test_is_logged(self, create, operator):
        create()

        act = Act.objects.get()
        assert (act.kind, act.actor) == ("project_created", operator)
        assert act.details == {"name": "River watch"}

    def test_hands_out_what_comes_in(self, create, api, operator, ana):
        slug = create(overlap=1).json()["slug"]
        project = Project.objects.get(slug=slug)
        projects.add_member(project=project, user=ana, role=Role.ANNOTATOR)
        article = make.article(project)

        assert make.lease(project, ana) == [article]
        queues.check_places(project)

    def test_is_made_by_who_leads_one(self, api, lead, ana):
        make.project(lead=lead, annotators=(ana,))
        vera = make.user("Vera")

        statuses = [
            api(who).post(PROJECTS, {"name": "Mine"}).status_code
            for who in (None, vera, ana, lead)
        ]

        assert statuses == [401, 403, 403, 201]

    @pytest.mark.parametrize(
        "body",
        [
            {},
            {"name": " "},
            {"name": "x" * 121},
            {"name": "River\u202e"},
            {"name": "River", "overlap": 0},
            {"name": "River", "overlap": 21},
            {"name": "River", "slug": "River Watch"},
            {"name": "River", "slug": "-river"},
            {"name": "River", "slug": "x" * 61},
            {"name": "River", "copy_from": "none"},
        ],
    )
    def test_has_a_name_and_an_overlap_that_can_be(self, api, operator, body):
        answer = api(operator).post(PROJECTS, body)

        assert (answer.status_code, answer.json()["code"]) == (400, "invalid")
        assert not Project.objects.exists()


class TestItsAddress:
    @pytest.mark.parametrize(
        ("name", "slug"),
        [
            ("Überblick & Fluß", "uberblick-flu"),
            ("Наводнение", "project"),
            ("New", "new-2"),
            ("x" * 100, "x" * 60),
        ],
    )
    def test_is_made_of_the_name(self, create, name, slug):
        assert create(name).json()["slug"] == slug

    def test_gets_a_number_where_it_is_taken(self, create):
        slugs = [create(name).json()["slug"] for name in ("River",) * 3]
        long = [create("x" * 60).json()["slug"] for _ in range(2)]

        assert slugs == ["river", "river-2", "river-3"]
        assert long == ["x" * 60, "x" * 58 + "-2"]

    def test_is_refused_where_one_chose_what_is_taken(self, create):
        create("River")

        answer = create("River of ours", slug="river")

        assert (answer.status_code, answer.json()["code"]) == (409, "slug_taken")
        assert Project.objects.count() == 1

    def test_cannot_hide_a_page(self, create):
        answer = create(slug="new")

        assert (answer.status_code, answer.json()["code"]) == (400, "slug_reserved")

    @pytest.mark.django_db(transaction=True)
    def test_is_another_for_each_of_those_made_at_once(self, operator):
        together = Barrier(4)

        def run(_):
            try:
                together.wait(10)
                return projects.create_project(
                    name="River", lead=operator, now=make.NOW
                )
            finally:
                connection.close()

        with ThreadPoolExecutor(4) as pool:
            made = list(pool.map(run, range(4)))

        assert sorted(one.slug for one in made) == [
            "river", "river-2", "river-3", "river-4"
        ]  # fmt: skip


class TestACopy:
    @pytest.fixture
    def model(self, api, lead):
        made = make.project(lead=lead, overlap=2)
        rows = [*kept(made, unclear={"maps_to": "unattributed"}), document()]
        api(lead).put(source_types_url(made), {"source_types": rows})
        api(lead).patch(
            url(made), {"confidence_words": FIVE, "name": "Model", "state": "closed"}
        )
        queueing.set_queue(
            project=made, by=lead, now=make.NOW, order="random", seed=7,
            suggestion_mode="share", suggestion_hidden_share=30,
            suggestion_threshold=0.5,
        )  # fmt: skip
        guidelines.publish_guidelines(
            project=made, author=lead, body="# Ours", now=make.NOW, change_note="All"
        )
        return made

    @pytest.fixture
    def copied(self, api, lead, model):
        answer = api(lead).post(PROJECTS, {"name": "Next", "copy_from": model.slug})
        assert answer.status_code == 201, answer.json()
        return answer.json()

    def test_is_set_up_as_the_other_is(self, api, lead, model, copied):
        other = api(lead).get(url(model)).json()

        for name in (
            "overlap", "confidence_scale", "source_types", "suggestion_mode",
            "suggestion_threshold",
        ):  # fmt: skip
            assert copied[name] == other[name], name
        path = "queue/settings/"
        queue = api(lead).get(f"{PROJECTS}{copied['slug']}/{path}").json()
        assert queue == api(lead).get(f"{url(model)}{path}").json() | {
            "is_ranking": False
        }

    def test_has_its_own_source_types(self, model, copied):
        made = Project.objects.get(slug=copied["slug"])

        targets = {
            one.maps_to.project for one in made.source_types.exclude(maps_to=None)
        }

        assert targets == {made}
        assert not set(made.source_types.all()) & set(model.source_types.all())

    def test_begins_with_the_newest_guidelines(self, api, lead, copied):
        newest = api(lead).get(f"{PROJECTS}{copied['slug']}/guidelines/").json()

        assert (newest["number"], newest["body"]) == (1, "# Ours")
        assert newest["change_note"] == ""

    def test_is_open_and_has_nobody_elses_work(self, copied):
        assert (copied["state"], copied["articles"], copied["people"]) == ("open", 0, 1)

    def test_may_have_another_overlap(self, api, lead, model):
        body = {"name": "Next", "copy_from": model.slug, "overlap": 5}

        assert api(lead).post(PROJECTS, body).json()["overlap"] == 5

    def test_leaves_out_what_is_archived(self, api, lead, model, ana):
        projects.add_member(project=model, user=ana, role=Role.ANNOTATOR)
        api(lead).patch(url(model), {"state": "open"})
        article = make.article(model)
        make.lease(model, ana)
        make.annotate(article.claims.first(), ana, "document")
        rows = kept(model)[:-1]
        api(lead).put(source_types_url(model), {"source_types": rows})

        answer = api(lead).post(PROJECTS, {"name": "Next", "copy_from": model.slug})

        assert len(answer.json()["source_types"]) == 5
        assert answer.json()["archived_source_types"] == []

    def test_is_not_made_of_what_one_does_not_lead(self, api, lead, ana, model):
        mine = make.project(lead=ana)
        projects.add_member(project=model, user=ana, role=Role.VIEWER)

        answers = [
            api(ana).post(PROJECTS, {"name": "Next", "copy_from": slug}).json()
            for slug in (model.slug, "nowhere", mine.slug)
        ]

        assert [one.get("errors") for one in answers] == [
            {"copy_from": ["You lead no project of this name."]},
            {"copy_from": ["You lead no project of this name."]},
            None,
        ]
