"""Invitations, as leads make, see and revoke them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from annotator.models import Invitation, Role
from annotator.services import invitations, projects
from tests import inviting, make

pytestmark = pytest.mark.django_db


def url(project, path=""):
    return f"/api/v1/projects/{project.slug}/invitations/{path}"


@pytest.fixture
def leading(api, lead):
    return api(lead)


@pytest.fixture
def invite(leading, project):
    return lambda **body: leading.post(url(project), {"role": "annotator", **body})


class TestMakingALink:
    def test_gives_what_lets_as_many_in_as_it_has_places(self, invite, project):
        answer = invite(places=12)

        assert answer.status_code == 201
        made = Invitation.objects.get()
        body = answer.json()
        assert body["link"].startswith("http://testserver/join#")
        assert body == {
            "id": made.pk,
            "role": "annotator",
            "email": "",
            "places": 12,
            "taken": 0,
            "link": body["link"],
            "invited_by": "Lena",
            "created_at": body["created_at"],
            "expires_at": body["expires_at"],
            "sent_at": None,
            "is_printed": False,
            "failure": "",
        }
        assert made.expires_at - made.created_at == timedelta(days=14)

    def test_leads_to_the_public_address_if_there_is_one(self, invite, settings):
        settings.PUBLIC_URL = "https://onrecord.example.org"

        link = invite().json()["link"]

        assert link.startswith("https://onrecord.example.org/join#")

    def test_has_one_place_if_nothing_is_said(self, invite):
        assert invite().json()["places"] == 1

    @pytest.mark.parametrize(
        ("host", "email", "is_printed"),
        [
            ("", "eve@example.org", True),
            ("", "", False),
            ("mail.example.org", "eve@example.org", False),
        ],
    )
    def test_says_whether_its_letter_is_only_printed(
        self, invite, settings, host, email, is_printed
    ):
        settings.EMAIL_HOST = host

        made = invite(role="annotator", email=email).json()

        assert made["is_printed"] is is_printed

    def test_keeps_no_secret_in_the_database(self, invite):
        link = invite().json()["link"]

        kept = repr(Invitation.objects.values().get())
        signature = link.rpartition(".")[2]
        assert len(signature) == 43
        assert signature not in kept

    def test_ends_in_a_character_that_no_mail_program_cuts_off(self, project):
        links = [
            invitations.link_to(inviting.invite(project, places=2)) for _ in range(40)
        ]

        assert all(link[-1].isalnum() for link in links)

    def test_is_noted(self, invite, project, lead):
        invite(role="viewer", places=3)

        act = project.acts.get(kind="member_invited")
        assert act.actor == lead
        assert act.details == {"role": "viewer", "email": "", "places": 3}

    @pytest.mark.parametrize(
        "body",
        [
            {"role": "owner"},
            {"places": 0},
            {"places": 201},
            {"email": "not an address"},
            {"email": "ana@example.org", "places": 2},
        ],
    )
    def test_is_refused_if_it_makes_no_sense(self, invite, body):
        assert invite(**body).status_code == 400
        assert not Invitation.objects.exists()

    @pytest.mark.parametrize("role", [Role.ANNOTATOR, Role.VIEWER])
    def test_is_for_leads_alone(self, api, project, role):
        other = make.user("Other")
        projects.add_member(project=project, user=other, role=role)

        assert api(other).post(url(project), {"role": "lead"}).status_code == 403
        assert api(other).get(url(project)).status_code == 403


class TestTheList:
    def test_is_of_those_that_are_open_newest_first(self, leading, project, ana):
        now = timezone.now()
        first = inviting.invite(project, now=now)
        second = inviting.invite(project, now=now, places=2, email="")
        old = inviting.invite(project, now=now - timedelta(days=14))
        used = inviting.invite(project, now=now)
        Invitation.objects.filter(pk=used.pk).update(taken=1)
        revoked = inviting.invite(project, now=now)
        leading.delete(url(project, f"{revoked.pk}/"))
        inviting.invite(make.project(lead=ana), now=now)

        listed = leading.get(url(project)).json()

        assert [one["id"] for one in listed] == [second.pk, first.pk]
        assert old.expires_at <= now

    def test_takes_as_many_queries_however_many(
        self, leading, project, django_assert_num_queries
    ):
        for _ in range(10):
            inviting.invite(project, now=timezone.now())

        with django_assert_num_queries(5):
            assert len(leading.get(url(project)).json()) == 10


class TestInvitingAnAddressAgain:
    def test_puts_the_new_invitation_in_the_place_of_the_old_one(
        self, invite, leading, project
    ):
        invite(email="eve@example.org")
        other = invite(email="ida@example.org").json()["id"]

        again = invite(email="EVE@example.org", role="lead").json()["id"]

        listed = leading.get(url(project)).json()
        assert [one["id"] for one in listed] == [again, other]


class TestRevoking:
    def test_ends_an_invitation(self, leading, project, lead):
        made = inviting.invite(project, places=3)

        answer = leading.delete(url(project, f"{made.pk}/"))

        assert answer.status_code == 204
        made.refresh_from_db()
        assert made.revoked_at is not None
        act = project.acts.get(kind="invitation_revoked")
        assert (act.actor, act.details["places"]) == (lead, 3)

    def test_is_noted_once(self, leading, project):
        made = inviting.invite(project)

        answers = [leading.delete(url(project, f"{made.pk}/")) for _ in range(2)]

        assert [one.status_code for one in answers] == [204, 204]
        assert project.acts.filter(kind="invitation_revoked").count() == 1

    def test_is_for_the_leads_of_its_project(self, api, leading, project, ana):
        made = inviting.invite(make.project(lead=ana))

        assert leading.delete(url(project, f"{made.pk}/")).status_code == 404
        assert api(ana).delete(url(project, f"{made.pk}/")).status_code == 403
        made.refresh_from_db()
        assert made.revoked_at is None
