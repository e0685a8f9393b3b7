"""API tokens: made, listed, shown once, ended."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from annotator.models import ApiToken, TokenScope
from annotator.services import tokens
from tests import make

pytestmark = pytest.mark.django_db
TOKENS = "/api/v1/tokens/"
PROJECTS = "/api/v1/projects/"


@pytest.fixture
def secret(api, ana):
    return api(ana).post(TOKENS, {"name": "notebook"}).json()["token"]


@pytest.fixture
def read(client):
    """Give what reads with a secret."""
    return lambda secret: client.get(
        PROJECTS, headers={"Authorization": f"Bearer {secret}"}
    )


def stored():
    return ApiToken.objects.get()


def change(**values):
    ApiToken.objects.update(**values)


class TestANewToken:
    def test_signs_in_over_rest(self, read, secret):
        assert read(secret).status_code == 200

    def test_reads_everything_of_its_user_for_ever_if_nothing_is_chosen(self, secret):
        kept = stored()

        assert kept.scope == TokenScope.READ
        assert kept.project is None
        assert kept.expires_at is None

    def test_has_the_scope_the_project_and_the_end_that_are_chosen(
        self, api, ana, project
    ):
        end = timezone.now() + timedelta(days=30)
        chosen = {"scope": "manage", "project": project.slug, "expires_at": end}

        made = api(ana).post(TOKENS, {"name": "nightly"} | chosen)

        assert made.status_code == 201
        told = made.json()
        assert told["scope"] == "manage"
        assert told["project"] == project.slug
        assert told["state"] == "live"
        assert stored().project == project
        assert stored().expires_at == end

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("scope", "everything"),
            ("project", "no-such-project"),
            ("expires_at", "2020-01-01T00:00:00Z"),
            ("name", ""),
        ],
    )
    def test_is_refused_by_the_name_of_the_field(self, api, ana, field, value):
        answer = api(ana).post(TOKENS, {"name": "notebook"} | {field: value})

        assert answer.status_code == 400
        assert list(answer.json()["errors"]) == [field]

    def test_is_not_for_a_project_of_others(self, api, ben, lead):
        elsewhere = make.project(lead=lead)

        answer = api(ben).post(TOKENS, {"name": "x", "project": elsewhere.slug})

        assert answer.status_code == 400
        assert not ApiToken.objects.exists()

    def test_is_not_made_by_a_token(self, client, secret):
        change(scope=TokenScope.MANAGE)

        answer = client.post(
            TOKENS,
            {"name": "heir"},
            content_type="application/json",
            headers={"Authorization": f"Bearer {secret}"},
        )

        assert answer.status_code == 403
        assert ApiToken.objects.count() == 1


class TestASecret:
    def test_has_256_random_bits(self, secret):
        assert re.fullmatch(r"onr_[\w-]{43}", secret)

    def test_is_in_no_table_and_no_log(self, api, ana, read, caplog):
        """Nothing in a dump of the database opens anything."""
        caplog.set_level("DEBUG")
        key = {"Idempotency-Key": "one"}
        secret = api(ana).post(TOKENS, {"name": "x"}, headers=key).json()["token"]
        assert read(secret).status_code == 200
        read(f"{secret}x")
        api(ana).get(TOKENS)

        kept = f"{dump()}\n{caplog.text}"

        assert stored().prefix in kept
        assert secret[12:] not in kept
        for found in {stored().digest, *re.findall(r"onr_[\w-]*", kept)}:
            assert read(found).status_code == 401

    def test_is_not_taken_from_an_address(self, client, secret):
        for name in ("token", "access_token", "api_key", "authorization"):
            answer = client.get(f"{PROJECTS}?{name}={secret}")

            assert answer.status_code == 401


def dump():
    """Give every row of every table as text."""
    rows = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            name = connection.ops.quote_name(table)
            cursor.execute(f"SELECT * FROM {name}")  # noqa: S608
            rows += map(repr, cursor.fetchall())
    return "\n".join(rows)


class TestTheList:
    def test_has_no_secret(self, api, ana, secret):
        (listed,) = api(ana).get(TOKENS).json()["results"]

        assert listed["name"] == "notebook"
        assert listed["state"] == "live"
        assert secret[12:] not in str(listed)

    def test_has_nobody_elses(self, api, ben, secret):
        assert api(ben).get(TOKENS).json()["results"] == []

    @pytest.mark.parametrize(
        ("field", "state"), [("revoked_at", "revoked"), ("expires_at", "expired")]
    )
    def test_shows_what_has_ended_for_a_month(self, api, ana, secret, field, state):
        shown = []
        for days in (1, 29, 31):
            change(**{field: timezone.now() - timedelta(days=days)})
            listed = api(ana).get(TOKENS).json()["results"]
            shown.append([one["state"] for one in listed])

        assert shown == [[state], [state], []]

    def test_costs_the_same_however_many(
        self, api, ana, project, django_assert_max_num_queries
    ):
        for number in range(20):
            tokens.create_token(
                user=ana, name=f"{number}", project=project, now=timezone.now()
            )
        client = api(ana)

        with django_assert_max_num_queries(3):
            listed = client.get(TOKENS).json()["results"]

        assert len(listed) == 20


class TestUse:
    def test_is_noted_once_a_minute(self, read, secret, django_assert_num_queries):
        read(secret)
        first = stored().last_used_at
        read(secret)
        again = stored().last_used_at
        change(last_used_at=first - timedelta(minutes=2))
        read(secret)

        assert first == again
        assert stored().last_used_at > first

    def test_costs_one_query(self, client, secret, read, django_assert_num_queries):
        read(secret)

        with django_assert_num_queries(1):
            answer = client.patch(
                "/api/v1/me/preferences/", headers={"Authorization": f"Bearer {secret}"}
            )

        assert answer.json()["code"] == "token_scope"


class TestAnEndedToken:
    @pytest.mark.parametrize(
        ("values", "code"),
        [
            ({"expires_at": make.NOW}, "token_expired"),
            ({"revoked_at": make.NOW}, "token_revoked"),
            ({"revoked_at": make.NOW, "expires_at": make.NOW}, "token_revoked"),
            ({"session_hash": "another"}, "token_ended"),
            ({"digest": "another"}, "token_unknown"),
        ],
    )
    def test_is_told_what_became_of_it(self, read, secret, values, code):
        change(**values)

        answer = read(secret)

        assert answer.status_code == 401
        assert answer["WWW-Authenticate"] == "Bearer"
        assert answer.json()["code"] == code
        assert "Account" in answer.json()["detail"]

    def test_was_revoked_by_its_user(self, api, ana, read, secret):
        path = f"{TOKENS}{stored().pk}/"

        assert api(ana).delete(path).status_code == 204
        revoked = stored().revoked_at
        assert api(ana).delete(path).status_code == 204

        assert stored().revoked_at == revoked
        assert read(secret).json()["code"] == "token_revoked"

    def test_cannot_be_revoked_by_somebody_else(self, api, ben, read, secret):
        answer = api(ben).delete(f"{TOKENS}{stored().pk}/")

        assert answer.status_code == 404
        assert read(secret).status_code == 200

    def test_ended_with_the_password(self, api, ana, read, secret):
        ana.set_password("another horse battery")
        ana.save()

        assert read(secret).json()["code"] == "token_ended"
        assert api(ana).get(TOKENS).json()["results"][0]["state"] == "ended"

    def test_ended_with_the_account(self, ana, read, secret):
        ana.is_active = False
        ana.save()

        assert read(secret).json()["code"] == "token_ended"


class TestNoToken:
    @pytest.mark.parametrize(
        "header", ["Bearer", "Bearer x", "Bearer onr_äö", "Basic x"]
    )
    def test_is_refused(self, client, header):
        answer = client.get(PROJECTS, headers={"Authorization": header})

        assert answer.status_code == 401
