"""Joining without an account, and guessing."""

import pytest
from axes.models import AccessAttempt
from django.test import Client
from django.utils import timezone

from annotator.models import Invitation, User
from tests import inviting, make

pytestmark = pytest.mark.django_db


@pytest.fixture
def invite(project):
    return lambda **more: inviting.invite(project, now=timezone.now(), **more)


@pytest.fixture
def eve():
    return make.user("Eve")


class TestWhoHasNoAccount:
    def test_makes_one_and_is_signed_in(self, api, invite, project):
        client = api()

        answer = inviting.join(client, invite(), **inviting.account())

        assert answer.json() == {"slug": project.slug, "role": "annotator"}
        session = client.get("/api/v1/session/").json()["user"]
        assert (session["name"], session["email"]) == ("Eve", "eve@example.org")
        made = User.objects.get(email="eve@example.org")
        assert made.check_password(make.PASSWORD)
        assert not made.is_staff

    def test_must_say_who_they_are(self, api, invite):
        answer = inviting.join(api(), invite())

        assert (answer.status_code, answer.json()["code"]) == (401, "not_authenticated")

    @pytest.mark.parametrize("password", ["short", "password1234", "eve@example.org"])
    def test_needs_a_good_password(self, api, invite, project, password):
        made = invite()

        answer = inviting.join(
            api(), made, **inviting.account() | {"password": password}
        )

        assert answer.status_code == 400
        assert answer.json()["errors"]["account"]["password"]
        made.refresh_from_db()
        assert made.taken == 0
        assert "Eve" not in inviting.roles(project)

    @pytest.mark.parametrize("name", ["\u202eEve", "E\u2067ve", "Eve\nLena", "E\x07ve"])
    def test_has_a_name_that_leaves_the_text_around_it_alone(self, api, invite, name):
        answer = inviting.join(api(), invite(), **inviting.account() | {"name": name})

        assert answer.json()["errors"]["account"].keys() == {"name"}

    @pytest.mark.parametrize("name", ["محمد نور", "O’Neill-Żak", "👩‍🚒 Eve"])  # noqa: RUF001
    def test_has_the_name_they_have(self, api, invite, name):
        inviting.join(api(), invite(), **inviting.account() | {"name": name})

        assert User.objects.get(email="eve@example.org").name == name

    def test_is_told_to_sign_in_if_the_address_has_one(self, api, invite, eve):
        made = invite()
        account = inviting.account() | {"email": "EVE@example.org"}

        answer = inviting.join(api(), made, **account)

        assert (answer.status_code, answer.json()["code"]) == (409, "account_exists")
        made.refresh_from_db()
        assert made.taken == 0

    def test_learns_of_no_account_without_an_invitation(self, api, invite, eve):
        made = invite()
        Invitation.objects.update(revoked_at=make.NOW)

        assert inviting.join(api(), made, **inviting.account()).json()["code"] == (
            "invitation_revoked"
        )

    def test_joins_by_letter_with_the_address_it_was_sent_to(self, api, invite):
        made = invite(email="eve@example.org")

        other = inviting.join(api(), made, **inviting.account("Ida"))

        assert other.json()["code"] == "invitation_for_another"
        assert not User.objects.filter(name="Ida").exists()
        assert inviting.join(api(), made, **inviting.account()).status_code == 200

    def test_needs_the_csrf_token(self, invite):
        client = Client(enforce_csrf_checks=True)
        body = {
            "secret": inviting.secret(invite()),
            "account": inviting.account(),
        }

        refused = client.post(inviting.ACCEPT, body, content_type="application/json")
        client.get("/api/v1/session/")
        token = client.cookies["csrftoken"].value
        taken = client.post(
            inviting.ACCEPT,
            body,
            content_type="application/json",
            headers={"X-CSRFToken": token},
        )

        assert (refused.status_code, taken.status_code) == (403, 200)


class TestTrying:
    def test_wrong_secrets_keeps_nobody_out(self, api, invite):
        made = invite()
        guess = f"{inviting.secret(made)[:-4]}abcd"

        tries = [api().post(inviting.LOOK, {"secret": guess}) for _ in range(8)]
        right = api().post(inviting.LOOK, {"secret": inviting.secret(made)})

        assert {one.status_code for one in tries} == {404}
        assert right.status_code == 200
        assert inviting.join(api(), made, **inviting.account()).status_code == 200

    def test_many_addresses_is_refused_for_a_while(self, api, invite, eve):
        made = invite(places=5)

        tries = [inviting.join(api(), made, **inviting.account()) for _ in range(6)]

        assert [one.status_code for one in tries] == [409] * 4 + [429] * 2
        assert not User.objects.filter(email="ida@example.org").exists()
        late = inviting.join(api(), made, **inviting.account("Ida"))
        assert late.status_code == 429
        assert not User.objects.filter(email="ida@example.org").exists()

    def test_leaves_other_invitations_alone(self, api, invite, eve):
        made, other = invite(places=5), invite()
        for _ in range(6):
            inviting.join(api(), made, **inviting.account())

        assert inviting.join(api(), other, **inviting.account("Ida")).status_code == 200

    def test_writes_no_secret_to_the_log_or_the_throttle(
        self, api, invite, eve, caplog
    ):
        made = invite(places=5)
        caplog.set_level("DEBUG")
        logged = caplog.text

        api().post(inviting.LOOK, {"secret": inviting.secret(made)})
        inviting.join(api(), made, **inviting.account())

        kept = repr(list(AccessAttempt.objects.values())) + caplog.text
        assert len(kept) > len(logged)
        assert made.nonce not in kept
