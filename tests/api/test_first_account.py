"""The first account of a new installation."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

from annotator.management.commands.up import welcome
from annotator.models import User
from annotator.services.first_account import (
    HasAccounts,
    first_account_code,
    make_first_account,
)
from tests import make

pytestmark = pytest.mark.django_db
SESSION = "/api/v1/session/"
FIRST = "/api/v1/session/first-account/"


@pytest.fixture
def visitor():
    """Give a client that is held to CSRF, as a visitor is."""
    client = Client(enforce_csrf_checks=True)
    client.get(SESSION)
    return client


@pytest.fixture
def begin(visitor):
    """Give what makes the first account, with its fields changed."""

    def post(**changed):
        body = {
            "code": first_account_code(),
            "name": "Olga",
            "email": "Olga@Example.org",
            "password": make.PASSWORD,
        } | changed
        return visitor.post(
            FIRST,
            body,
            content_type="application/json",
            headers={"X-CSRFToken": visitor.cookies["csrftoken"].value},
        )

    return post


class TestTheFirstAccount:
    def test_is_an_operators_who_is_signed_in_then(self, begin, visitor):
        assert visitor.get(SESSION).json()["has_accounts"] is False

        answer = begin()

        assert answer.status_code == 201, answer.json()
        assert answer.json()["user"]["name"] == "Olga"
        assert answer.json()["user"]["creates_projects"] is True
        assert visitor.get(SESSION).json() == answer.json()
        olga = User.objects.get()
        assert (olga.is_staff, olga.is_superuser) == (True, True)
        assert olga.check_password(make.PASSWORD)

    def test_makes_a_project_at_once(self, begin, visitor):
        begin()

        made = visitor.post(
            "/api/v1/projects/",
            {"name": "River watch"},
            content_type="application/json",
            headers={"X-CSRFToken": visitor.cookies["csrftoken"].value},
        )

        assert made.status_code == 201

    def test_can_sign_in_again(self, begin, visitor):
        begin()
        visitor.logout()
        visitor.get(SESSION)

        answer = visitor.post(
            SESSION,
            {"email": "olga@example.org", "password": make.PASSWORD},
            content_type="application/json",
            headers={"X-CSRFToken": visitor.cookies["csrftoken"].value},
        )

        assert answer.status_code == 200

    def test_needs_the_code_of_the_installation(self, begin, settings):
        wrong = begin(code=first_account_code()[:-1] + "!")
        others = first_account_code()
        settings.SECRET_KEY = "x" * 50

        assert (wrong.status_code, wrong.json()["code"]) == (403, "wrong_code")
        assert begin(code=others).json()["code"] == "wrong_code"
        assert begin(code="é").json()["code"] == "wrong_code"
        assert not User.objects.exists()

    def test_is_the_first(self, begin, ana):
        answer = begin()

        assert (answer.status_code, answer.json()["code"]) == (409, "has_accounts")
        assert User.objects.get() == ana

    @pytest.mark.parametrize(
        ("changed", "field"),
        [
            ({"password": "short"}, "password"),
            ({"password": "password123"}, "password"),
            ({"password": "Olga@Example.org"}, "password"),
            ({"email": "olga"}, "email"),
            ({"name": ""}, "name"),
            ({"name": "x" * 101}, "name"),
            ({"code": ""}, "code"),
        ],
    )
    def test_is_held_to_the_rules_of_accounts(self, begin, changed, field):
        answer = begin(**changed)

        assert answer.status_code == 400
        assert list(answer.json()["errors"]) == [field]
        assert not User.objects.exists()

    def test_needs_the_csrf_token(self, visitor):
        answer = visitor.post(FIRST, {}, content_type="application/json")

        assert answer.status_code == 403

    @pytest.mark.django_db(transaction=True)
    def test_is_one_where_two_are_made_at_once(self):
        together = Barrier(3)

        def make_one(name):
            try:
                together.wait(10)
                return make_first_account(
                    code=first_account_code(), name=name, password=make.PASSWORD,
                    email=f"{name}@example.org",
                )  # fmt: skip
            except HasAccounts:
                return None
            finally:
                connection.close()

        with ThreadPoolExecutor(3) as pool:
            made = [one for one in pool.map(make_one, "abc") if one is not None]

        assert made == [User.objects.get()]


class TestItsLink:
    def test_is_printed_by_a_command(self, capsys, settings):
        call_command("first_account", address="https://news.example.org/")

        link = capsys.readouterr().out.strip()
        assert link == f"https://news.example.org/first-account#{first_account_code()}"

    def test_is_of_the_address_that_people_know(self, capsys, settings):
        printed = []
        for public, trusted in (
            ("", []),
            ("", ["https://trusted.example.org"]),
            ("https://public.example.org", ["https://trusted.example.org"]),
        ):
            settings.PUBLIC_URL, settings.CSRF_TRUSTED_ORIGINS = public, trusted
            call_command("first_account")
            printed.append(capsys.readouterr().out.partition("/first-account#")[0])

        assert printed == [
            f"http://127.0.0.1:{settings.PORT}",
            "https://trusted.example.org",
            "https://public.example.org",
        ]

    @pytest.mark.django_db(transaction=True)  # saying so closes the connection
    def test_is_printed_at_the_start(self):
        told = welcome("http://127.0.0.1:8000/")

        link = f"http://127.0.0.1:8000/first-account#{first_account_code()}"
        assert f"    {link}\n" in told

    @pytest.mark.django_db(transaction=True)
    def test_is_not_there_once_there_is_an_account(self, ana):
        assert "first-account" not in welcome("http://127.0.0.1:8000/")
        with pytest.raises(CommandError, match="accounts already"):
            call_command("first_account")

    def test_outlives_a_restart(self):
        assert first_account_code() == first_account_code()
