"""Deactivating somebody loses nothing, and giving the part back gives all back."""

import pytest

from annotator.models import Act, Annotation, Assignment
from tests import inviting, make, queues, recounting

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


class TestWhoIsDeactivated:
    def test_is_still_listed_after_those_who_are_in(
        self, change, leading, project, ana, claims
    ):
        make.lease(project, ana)
        make.annotate(claims[0], ana)
        before = row(leading, project, ana)

        answer = change(ana, active=False)

        assert answer.json() == before | {"active": False}
        assert leading.get(url(project)).json()[-1] == answer.json()

    def test_sees_the_project_as_little_as_an_outsider(
        self, api, change, project, ana, claims
    ):
        make.lease(project, ana)
        make.annotate(claims[0], ana)
        theirs, outsider = api(ana), api(make.user("Out"))

        change(ana, active=False)

        base = f"/api/v1/projects/{project.slug}/"
        for path in ("", "queue/", "progress/", "guidelines/", "history/", "members/"):
            answers = [one.get(base + path) for one in (theirs, outsider)]
            assert [one.status_code for one in answers] == [404, 404]
            one, other = [one.json() | {"request_id": ""} for one in answers]
            assert one == other
        saved = theirs.put(
            f"/api/v1/claims/{claims[1].pk}/annotation/",
            {
                "source_type": "named",
                "confidence": 1,
                "client_id": "0b7f9f5e-6f0b-4a55-9a3e-3f1f1c5d8a10",
            },
        )
        assert saved.status_code == 404
        assert theirs.get("/api/v1/projects/").json()["results"] == []

    def test_gives_back_what_is_open_and_keeps_the_place_of_what_is_done(
        self, change, project, ana
    ):
        done, begun = make.article(project, make.text(1)), project.articles.first()
        make.lease(project, ana)
        queues.answer_all(done, ana)
        make.annotate(begun.claims.first(), ana)

        change(ana, active=False)

        states = dict(ana.assignments.values_list("article", "state"))
        assert states == {done.pk: "done", begun.pk: "released"}
        queues.check_places(project)
        begun.refresh_from_db()
        assert begun.open_places == project.overlap
        act = project.acts.get(kind="member_deactivated")
        assert act.details["released"] == 1

    def test_keeps_what_was_answered_counted_and_agreed_on(
        self, api, lead, ana, measured
    ):
        def kept():
            newest = measured.reports.filter(scope="all").first()
            return [
                newest.variables,
                list(Annotation.objects.values()),
                list(Assignment.objects.values("annotator", "answered", "skipped")),
                api(lead).get(figures).json()["annotators"],
            ]

        figures = f"/api/v1/projects/{measured.slug}/agreement/annotators/"
        before = kept()
        assert before[0]["source_type"]["annotators"] == 3

        api(lead).patch(url(measured, f"{ana.pk}/"), {"active": False})
        reports = measured.reports.count()
        recounting.run(measured)

        assert kept() == before
        assert measured.reports.count() > reports

    def test_has_no_invitations_by_which_to_come_back(
        self, api, change, leading, project, ana
    ):
        change(ana, role="lead")
        base = f"/api/v1/projects/{project.slug}/invitations/"
        api(ana).post(base, {"role": "lead", "places": 5})
        leading.post(base, {"role": "lead", "email": "ANA@example.org"})
        # Ana can make an account of any address, and saw this link when she led.
        leading.post(base, {"role": "viewer", "email": "eve@example.org"})

        change(ana, active=False)

        assert leading.get(base).json() == []

    def test_leaves_the_invitations_that_only_leads_see(
        self, change, leading, project, ana
    ):
        base = f"/api/v1/projects/{project.slug}/invitations/"
        leading.post(base, {"role": "lead", "email": "ANA@example.org"})
        leading.post(base, {"role": "viewer", "email": "eve@example.org"})

        change(ana, active=False)

        assert [one["email"] for one in leading.get(base).json()] == ["eve@example.org"]


class TestWhoLeadsNoMore:
    @pytest.mark.parametrize(
        ("role", "stay"),
        [("annotator", ["annotator", "viewer"]), ("viewer", ["viewer"])],
    )
    def test_gets_nothing_back_by_links_they_have_seen(
        self, api, change, leading, project, ana, role, stay
    ):
        change(ana, role="lead")
        base = f"/api/v1/projects/{project.slug}/invitations/"
        links = {
            one: leading.post(base, {"role": one, "places": 2}).json()["link"]
            for one in ("viewer", "annotator", "lead")
        }

        change(ana, role=role)

        assert [one["role"] for one in leading.get(base).json()] == stay
        secret = links["lead"].partition("#")[2]
        refused = api(ana).post("/api/v1/invitations/accept/", {"secret": secret})
        assert refused.json()["code"] == "invitation_revoked"
        assert inviting.roles(project)["Ana"] == role

    def test_has_it_noted_which_invitations_ended(
        self, change, leading, lead, project, ana
    ):
        change(ana, role="lead")
        leading.post(f"/api/v1/projects/{project.slug}/invitations/", {"role": "lead"})

        change(ana, role="viewer")

        act = Act.objects.get(kind="invitation_revoked")
        assert (act.actor, act.details["role"]) == (lead, "lead")


class TestWhoIsRestored:
    def test_has_the_role_and_quota_they_had(self, api, change, project, ana):
        change(ana, quota=7)
        change(ana, active=False)

        answer = change(ana, active=True).json()

        assert (answer["active"], answer["role"], answer["quota"]) == (
            True,
            "annotator",
            7,
        )
        assert api(ana).get(f"/api/v1/projects/{project.slug}/").status_code == 200
        assert project.acts.get(kind="member_restored").details["name"] == "Ana"

    def test_may_have_another_role(self, change, project, ana):
        change(ana, active=False)

        assert change(ana, active=True, role="viewer").json()["role"] == "viewer"

    def test_has_what_was_decided_meanwhile(self, change, project, ana):
        change(ana, active=False)

        assert change(ana, quota=2, role="viewer").json()["active"] is False
        assert not project.memberships.filter(user=ana).exists()

        answer = change(ana, active=True).json()
        assert (answer["role"], answer["quota"]) == ("viewer", 2)

    def test_goes_on_with_what_they_had_begun(self, change, project, ana, claims):
        make.lease(project, ana)
        make.annotate(claims[0], ana)
        change(ana, active=False)

        change(ana, active=True)

        assert make.lease(project, ana) == [claims[0].article]

    def test_keeps_their_code(self, change, leading, project, ana):
        code = row(leading, project, ana)["code"]
        change(ana, active=False)

        assert change(ana, active=True).json()["code"] == code

    def test_must_have_been_in_the_project(self, change):
        assert change(make.user("Out"), active=True).status_code == 404
