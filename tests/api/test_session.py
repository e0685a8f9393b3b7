"""Signing in and out."""

import pytest
from django.test import Client

from annotator.models import Role, User
from annotator.services import projects
from tests import make

pytestmark = pytest.mark.django_db
SESSION = "/api/v1/session/"
PROJECTS = "/api/v1/projects/"


@pytest.fixture
def visitor():
    """Give a client that is held to CSRF, as a visitor is."""
    client = Client(enforce_csrf_checks=True)
    client.get(SESSION)
    return client


def sign_in(client, email, password, **headers):
    headers.setdefault("X-CSRFToken", client.cookies["csrftoken"].value)
    return client.post(
        SESSION,
        {"email": email, "password": password},
        content_type="application/json",
        headers=headers,
    )


class TestSession:
    def test_is_nobodys_at_first(self, client):
        session = {"user": None, "demo": None, "has_accounts": False}
        assert client.get(SESSION).json() == session

    def test_says_whether_there_are_accounts(self, client, ana):
        assert client.get(SESSION).json()["has_accounts"] is True

    def test_says_who_may_make_projects(self, api, ana, lead):
        make.project(lead=lead, annotators=(ana,))
        root = User.objects.create_superuser("root@example.org", make.PASSWORD)

        may = [
            api(who).get(SESSION).json()["user"]["creates_projects"]
            for who in (ana, lead, root)
        ]

        assert may == [False, True, True]

    def test_begins_with_the_right_password(self, visitor, ana):
        answer = sign_in(visitor, " ANA@example.org ", make.PASSWORD)

        assert answer.status_code == 200
        assert answer.json()["user"]["name"] == "Ana"
        assert visitor.get(PROJECTS).status_code == 200

    @pytest.mark.parametrize("email", ["ana@example.org", "nobody@example.org"])
    def test_does_not_say_what_was_wrong(self, visitor, ana, email):
        answer = sign_in(visitor, email, "wrong")

        assert answer.status_code == 400
        assert answer.json()["code"] == "wrong_credentials"
        assert answer["Content-Type"] == "application/problem+json"
        assert answer.json()["detail"] == "That email and password do not match."

    def test_needs_the_csrf_token(self, visitor, ana):
        answer = sign_in(
            visitor, ana.email, make.PASSWORD, **{"X-CSRFToken": "made up"}
        )

        assert answer.status_code == 403

    def test_ends(self, visitor, ana):
        sign_in(visitor, ana.email, make.PASSWORD)
        token = visitor.cookies["csrftoken"].value

        gone = visitor.delete(SESSION, headers={"X-CSRFToken": token})

        assert gone.status_code == 204
        assert visitor.get(PROJECTS).status_code == 401

    def test_is_refused_after_five_wrong_passwords(self, visitor, ana):
        tries = [sign_in(visitor, ana.email, "wrong") for _ in range(6)]
        right = sign_in(
            visitor, ana.email, make.PASSWORD, **{"X-Forwarded-For": "203.0.113.9"}
        )

        assert [one.status_code for one in tries] == [400] * 4 + [429] * 2
        assert right.status_code == 429
        assert right.json()["code"] == "too_many_attempts"
        assert int(right["Retry-After"]) == 900

    def test_counts_tries_whatever_the_case_of_the_name(self, visitor, ana):
        names = ["ana@example.org", "ANA@example.org", "Ana@Example.Org"]
        tries = [sign_in(visitor, name, "wrong") for name in names * 2]

        admin = visitor.post("/admin/login/", {"username": "aNA@example.org"})

        assert tries[5].status_code == 429
        assert admin.status_code in {403, 429}

    def test_shows_the_accounts_of_a_demo_only(self, client, settings):
        settings.DEMO = True
        lena = make.user("Lena")
        lena.email = f"lena@{settings.DEMO_DOMAIN}"
        lena.save()
        project = make.project(lead=lena)
        settings.DEMO_PROJECT = project.slug
        real = make.user("Somebody Real")
        projects.add_member(project=project, user=real, role=Role.ANNOTATOR)
        make.project(lead=lena)

        demo = client.get(SESSION).json()["demo"]

        assert demo["password"] == settings.DEMO_PASSWORD
        assert demo["accounts"] == [
            {"email": lena.email, "name": "Lena", "role": "lead"}
        ]
