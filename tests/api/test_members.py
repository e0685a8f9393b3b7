"""Members: who is or was in a project, as what, and what becomes of their work."""

import pytest

from annotator.models import Act, Article, Project, Role
from annotator.services import projects
from tests import make, queues

pytestmark = pytest.mark.django_db


def url(project, path=""):
    return f"/api/v1/projects/{project.slug}/members/{path}"


@pytest.fixture
def leading(api, lead):
    return api(lead)


@pytest.fixture
def change(leading, project):
    return lambda who, **changes: leading.patch(url(project, f"{who.pk}/"), changes)


def row(client, project, who):
    (found,) = [one for one in client.get(url(project)).json() if one["id"] == who.pk]
    return found


class TestTheList:
    def test_says_who_does_what_in_the_project(self, leading, project, ana, claims):
        make.lease(project, ana)
        make.annotate(claims[0], ana)

        rows = leading.get(url(project)).json()

        assert [one["name"] for one in rows] == ["Ana", "Ben", "Lena"]
        code = project.participants.get(user=ana).code
        assert rows[0] == {
            "id": ana.pk,
            "name": "Ana",
            "email": "ana@example.org",
            "code": code,
            "role": "annotator",
            "active": True,
            "quota": None,
            "held": 1,
            "answered": 1,
            "last_saved_at": "2026-05-04T12:00:00Z",
        }
        assert (rows[2]["role"], rows[2]["last_saved_at"]) == ("lead", None)

    def test_counts_nothing_of_another_project(self, leading, lead, project, ana):
        other = make.project(lead=lead, annotators=(ana,))
        claim = make.article(other).claims.first()
        make.lease(other, ana)
        make.annotate(claim, ana)

        assert row(leading, project, ana)["held"] == 0
        assert row(leading, project, ana)["answered"] == 0

    def test_takes_as_many_queries_however_many_people(
        self, leading, project, django_assert_num_queries
    ):
        for n in range(10):
            projects.add_member(
                project=project, user=make.user(f"Person {n}"), role=Role.ANNOTATOR
            )

        with django_assert_num_queries(7):
            assert len(leading.get(url(project)).json()) == 13

    @pytest.mark.parametrize("role", [Role.ANNOTATOR, Role.VIEWER])
    def test_is_for_leads_alone(self, api, project, role):
        other = make.user("Other")
        projects.add_member(project=project, user=other, role=role)

        assert api(other).get(url(project)).status_code == 403


class TestARole:
    def test_is_changed(self, change, project, ana):
        answer = change(ana, role="viewer")

        assert answer.json()["role"] == "viewer"
        assert project.memberships.get(user=ana).role == "viewer"
        assert project.participants.get(user=ana).role == "viewer"

    def test_is_changed_together_with_a_quota(self, change, ana):
        answer = change(ana, role="lead", quota=4).json()

        assert (answer["role"], answer["quota"]) == ("lead", 4)

    def test_without_annotating_gives_open_articles_back(self, change, project, ana):
        make.lease(project, ana)

        change(ana, role="viewer")

        assert ana.assignments.get().state == "released"
        queues.check_places(project)

    def test_with_annotating_keeps_them(self, change, project, ana):
        make.lease(project, ana)

        change(ana, role="lead")

        assert ana.assignments.get().state == "open"

    def test_is_noted_with_what_it_was(self, change, project, lead, ana):
        change(ana, role="viewer", quota=None)

        act = Act.objects.filter(project=project, kind="member_changed").get()
        assert act.actor == lead
        assert act.details == {
            "user_id": ana.pk,
            "name": "Ana",
            "role": "viewer",
            "before": {"role": "annotator"},
            "after": {"role": "viewer"},
        }

    def test_that_stays_is_not_noted(self, change, project, ana):
        change(ana, role="annotator", active=True)

        assert not project.acts.filter(kind__startswith="member_").exists()

    @pytest.mark.parametrize(
        "body", [{}, {"role": "owner"}, {"active": None}, {"quota": -1}]
    )
    def test_is_one_of_three_and_something_is_asked(self, change, ana, body):
        assert change(ana, **body).status_code == 400


class TestTheLastLead:
    @pytest.mark.parametrize(
        "changes", [{"active": False}, {"role": "viewer"}, {"role": "annotator"}]
    )
    def test_stays(self, change, project, lead, changes):
        answer = change(lead, **changes)

        assert (answer.status_code, answer.json()["code"]) == (409, "last_lead")
        assert project.memberships.get(user=lead).role == "lead"

    def test_may_go_once_there_is_another(self, change, project, lead, ana):
        change(ana, role="lead")

        assert change(lead, active=False).status_code == 200
        assert not project.memberships.filter(user=lead).exists()

    def test_may_still_have_a_quota(self, change, lead):
        assert change(lead, quota=3).json()["quota"] == 3


class TestWhoIsTakenOutInMidRequest:
    @pytest.mark.parametrize(
        "path", ["projects/{slug}/agreement/", "articles/{article}/claims/"]
    )
    def test_finds_nothing(self, path, api, lead, project, claims, monkeypatch):
        here = path.format(slug=project.slug, article=claims[0].article_id)
        client = api(lead)
        assert client.get(f"/api/v1/{here}").status_code == 200

        def seen_then_taken_out(queryset, user):
            project.memberships.filter(user=user).delete()
            return queryset

        for kind in (Article, Project):
            monkeypatch.setattr(
                type(kind.objects.all()), "visible_to", seen_then_taken_out
            )

        assert client.get(f"/api/v1/{here}").status_code == 404
