"""Looking at an invitation, and joining with it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from annotator.models import Invitation, User
from annotator.services.people import change_member
from tests import inviting, make

pytestmark = pytest.mark.django_db
LOOK, ACCEPT = inviting.LOOK, inviting.ACCEPT
GONE = timedelta(days=14)


@pytest.fixture
def invite(project):
    def make_one(*, role="annotator", now=None, **more):
        return inviting.invite(project, role, now=now or timezone.now(), **more)

    return make_one


@pytest.fixture
def eve():
    return make.user("Eve")


def revoke(invitation):
    Invitation.objects.filter(pk=invitation.pk).update(revoked_at=make.NOW)


def use(invitation):
    Invitation.objects.filter(pk=invitation.pk).update(taken=invitation.places)


def deactivate(project, lead, who):
    change_member(
        participant=project.participants.get(user=who),
        lead=lead,
        changes={"active": False},
        now=make.NOW,
    )


class TestLooking:
    def test_says_to_what_one_is_invited(self, api, invite, project):
        made = invite(email="eve@example.org", role="viewer")

        answer = api().post(LOOK, {"secret": inviting.secret(made)})

        assert answer.status_code == 200
        assert answer.json() == {
            "project": "Ferries",
            "role": "viewer",
            "invited_by": "Lena",
            "email": "eve@example.org",
            "expires_at": answer.json()["expires_at"],
        }
        made.refresh_from_db()
        assert made.taken == 0

    @pytest.mark.parametrize("url", [LOOK, ACCEPT])
    @pytest.mark.parametrize(
        ("spoil", "status", "code"),
        [
            (revoke, 410, "invitation_revoked"),
            (use, 410, "invitation_used"),
        ],
    )
    def test_and_joining_say_why_they_cannot(
        self, api, invite, eve, url, spoil, status, code
    ):
        made = invite()
        spoil(made)

        answer = api(eve).post(url, {"secret": inviting.secret(made)})

        assert (answer.status_code, answer.json()["code"]) == (status, code)

    @pytest.mark.parametrize("url", [LOOK, ACCEPT])
    def test_and_joining_end_after_two_weeks(self, api, invite, eve, url):
        now = timezone.now()
        late, in_time = invite(now=now - GONE), invite(now=now - GONE * 0.99)

        answers = [
            api(eve).post(url, {"secret": inviting.secret(one)})
            for one in (late, in_time)
        ]

        assert [one.status_code for one in answers] == [410, 200]
        assert answers[0].json()["code"] == "invitation_expired"

    @pytest.mark.parametrize("url", [LOOK, ACCEPT])
    @pytest.mark.parametrize(
        "sent",
        ["{}x", "9{}", "{}.{}", "12-abc", "-.", "1-ä.ö", "{:.20}"],
    )
    def test_and_joining_need_the_whole_secret(self, api, invite, eve, url, sent):
        secret = inviting.secret(invite())

        answer = api(eve).post(url, {"secret": sent.format(secret, secret)})

        assert (answer.status_code, answer.json()["code"]) == (
            404,
            "invitation_unknown",
        )

    @pytest.mark.parametrize("secret", ["", "\0\0", "x" * 201, None])
    def test_needs_something_that_could_be_one(self, api, secret):
        assert api().post(LOOK, {"secret": secret}).status_code == 400

    def test_needs_the_nonce_that_the_invitation_has_now(self, api, invite):
        made = invite()
        secret = inviting.secret(made)
        Invitation.objects.update(nonce="another")

        assert api().post(LOOK, {"secret": secret}).json()["code"] == (
            "invitation_unknown"
        )

    def test_with_another_installations_secret_key_finds_nothing(
        self, api, invite, settings
    ):
        secret = inviting.secret(invite())
        settings.SECRET_KEY = "of another installation" * 3

        assert api().post(LOOK, {"secret": secret}).status_code == 404


class TestWhoIsSignedIn:
    def test_joins(self, api, invite, project, eve, lead):
        made = invite(role="viewer")

        answer = inviting.join(api(eve), made)

        assert (answer.status_code, answer.json()) == (
            200,
            {"slug": project.slug, "role": "viewer"},
        )
        assert inviting.roles(project)["Eve"] == "viewer"
        assert project.participants.get(user=eve).code
        act = project.acts.get(kind="member_joined")
        assert act.actor == eve
        assert act.details == {
            "user_id": eve.pk,
            "name": "Eve",
            "role": "viewer",
            "invited_by": "Lena",
        }

    def test_takes_one_place(self, api, invite, eve):
        made = invite(places=2)

        inviting.join(api(eve), made)
        inviting.join(api(make.user("Ida")), made)
        third = inviting.join(api(make.user("Kim")), made)

        assert third.json()["code"] == "invitation_used"

    def test_takes_no_second_place_by_a_second_click(self, api, invite, eve):
        made = invite(places=2)

        answers = [inviting.join(api(eve), made) for _ in range(2)]

        assert answers[1].json() == answers[0].json()
        made.refresh_from_db()
        assert made.taken == 1

    def test_gets_in_again_by_a_link_that_was_theirs(self, api, invite, eve):
        made = invite()
        inviting.join(api(eve), made)

        assert inviting.join(api(eve), made).status_code == 200

    @pytest.mark.parametrize(
        ("has", "invited_as", "gets"),
        [
            ("viewer", "annotator", "annotator"),
            ("viewer", "lead", "lead"),
            ("annotator", "lead", "lead"),
            ("annotator", "viewer", "annotator"),
            ("lead", "annotator", "lead"),
            ("lead", "viewer", "lead"),
        ],
    )
    def test_gets_no_lower_role_than_they_have(
        self, api, invite, project, eve, has, invited_as, gets
    ):
        inviting.join(api(eve), invite(role=has))

        answer = inviting.join(api(eve), invite(role=invited_as))

        assert answer.json()["role"] == gets
        assert inviting.roles(project)["Eve"] == gets
        assert project.participants.get(user=eve).role == gets

    def test_joins_by_letter_with_the_address_it_was_sent_to(
        self, api, invite, project, eve
    ):
        made = invite(email="EVE@example.org")

        other = inviting.join(api(make.user("Ida")), made)
        hers = inviting.join(api(eve), made)

        assert (other.status_code, other.json()["code"]) == (
            403,
            "invitation_for_another",
        )
        assert hers.status_code == 200
        assert "Ida" not in inviting.roles(project)

    def test_makes_no_account(self, api, invite, eve):
        answer = inviting.join(api(eve), invite(), **inviting.account("Ida"))

        assert answer.status_code == 400
        assert not User.objects.filter(name="Ida").exists()


class TestWhosePartWasEnded:
    def test_does_not_come_back_by_a_link_for_anybody(
        self, api, invite, project, ana, lead
    ):
        deactivate(project, lead, ana)

        answer = inviting.join(api(ana), invite(places=5))

        assert (answer.status_code, answer.json()["code"]) == (403, "part_ended")
        assert "Ana" not in inviting.roles(project)

    def test_comes_back_by_a_letter_with_the_quota_they_had(
        self, api, invite, project, ana, lead
    ):
        project.memberships.filter(user=ana).update(quota=4)
        code = project.participants.get(user=ana).code
        deactivate(project, lead, ana)

        answer = inviting.join(api(ana), invite(email=ana.email, role="viewer"))

        assert answer.json()["role"] == "viewer"
        assert project.memberships.get(user=ana).quota == 4
        assert project.participants.get(user=ana).code == code
