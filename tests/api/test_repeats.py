"""Requests that carry an idempotency key, and may be sent again."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from annotator.models import (
    ApiToken,
    ArticleImport,
    Invitation,
    KeptAnswer,
    Project,
    Role,
)
from annotator.services.nightly import begin_if_due
from annotator.services.repeats import KEPT
from tests import make
from tests.api.declared import description
from tests.at_once import at_once

pytestmark = pytest.mark.django_db
PROJECTS = "/api/v1/projects/"
NEW = {"name": "Bridges"}


@pytest.fixture
def client(api, lead, project):
    return api(lead)


def post(client, path, body=None, key="k-1", **more):
    return client.post(path, body, headers={"Idempotency-Key": key}, **more)


class TestARepeat:
    def test_does_nothing_and_is_answered_the_same(self, client):
        first = post(client, PROJECTS, NEW)
        again = post(client, PROJECTS, NEW)

        assert Project.objects.filter(name="Bridges").count() == 1
        assert (first.status_code, again.status_code) == (201, 201)
        assert again.json() == first.json()
        assert again["ETag"] == first["ETag"]
        assert again["Idempotency-Replayed"] == "true"
        assert "Idempotency-Replayed" not in first

    def test_is_one_however_its_body_is_written(self, client):
        post(client, PROJECTS, {"name": "Bridges", "overlap": 2})
        written = '{\n "overlap": 2, "name": "Bridges"}'
        again = client.generic(
            "POST", PROJECTS, written,
            content_type="application/json",
            headers={"Idempotency-Key": "k-1"},
        )  # fmt: skip

        assert again["Idempotency-Replayed"] == "true"

    def test_of_an_upload_is_known_by_the_content_of_its_files(self, client, project):
        path = f"{PROJECTS}{project.slug}/imports/"
        sent = [make.jsonl({"text": text}) for text in (make.TEXT, make.TEXT, "Else.")]
        first, again, other = (
            post(client, path, {"file": file}, format="multipart") for file in sent
        )

        assert ArticleImport.objects.count() == 1
        assert again.json() == first.json()
        assert (other.status_code, other.json()["code"]) == (
            422,
            "idempotency_key_reused",
        )

    def test_wakes_workers_once(
        self, client, project, django_capture_on_commit_callbacks
    ):
        path = f"{PROJECTS}{project.slug}/imports/"
        woken = []
        for _ in "12":
            file = make.jsonl({"text": make.TEXT})
            with django_capture_on_commit_callbacks() as callbacks:
                post(client, path, {"file": file}, format="multipart")
            woken.append(len(callbacks))

        assert woken == [1, 0]

    def test_under_another_key_is_another_request(self, client):
        slugs = {post(client, PROJECTS, NEW, key).json()["slug"] for key in "ab"}

        assert slugs == {"bridges", "bridges-2"}

    def test_of_somebody_else_is_another_request(self, api, client, ana):
        ana.is_staff = True
        ana.save()
        post(client, PROJECTS, NEW)

        answer = post(api(ana), PROJECTS, NEW)

        assert answer.json()["slug"] == "bridges-2"

    @pytest.mark.parametrize("age", [KEPT - timedelta(minutes=1), KEPT * 1.01])
    def test_is_known_for_a_day(self, client, age):
        post(client, PROJECTS, NEW)
        KeptAnswer.objects.update(created_at=timezone.now() - age)

        answer = post(client, PROJECTS, NEW)

        assert ("Idempotency-Replayed" in answer) == (age < KEPT)

    def test_is_forgotten_in_the_night(self, client):
        post(client, PROJECTS, NEW)
        now = timezone.now()

        begin_if_due(now=now)
        assert KeptAnswer.objects.exists()
        begin_if_due(now=now + 2 * KEPT)
        assert not KeptAnswer.objects.exists()


class TestAKey:
    def test_is_of_one_request(self, client):
        post(client, PROJECTS, NEW)

        answer = post(client, PROJECTS, {"name": "Tunnels"})

        assert answer.status_code == 422
        assert answer.json()["code"] == "idempotency_key_reused"
        assert not Project.objects.filter(name="Tunnels").exists()

    @pytest.mark.parametrize("key", ["", " ", "x" * 256, "é", "a b"])
    def test_is_some_printable_characters(self, client, key):
        answer = post(client, PROJECTS, NEW, key)

        assert answer.status_code == 400
        assert list(answer.json()["errors"]) == ["Idempotency-Key"]

    def test_is_free_again_after_a_refusal(self, client):
        refused = post(client, PROJECTS, {"name": "Bridges", "slug": "new"})
        assert refused.json()["code"] == "slug_reserved"

        assert post(client, PROJECTS, NEW).status_code == 201


class TestARepeatOfWhoMayNoLonger:
    @pytest.fixture
    def other(self, api, project):
        """Give another lead, with a client."""
        user = make.user("Lou")
        return project.memberships.create(user=user, role=Role.LEAD), api(user)

    @pytest.mark.parametrize(
        ("path", "body"),
        [
            ("invitations/", {"role": "viewer"}),
            ("articles/", {"text": "The mayor spoke."}),
        ],
    )
    @pytest.mark.parametrize(("role", "status"), [(Role.ANNOTATOR, 403), (None, 404)])
    def test_shows_nothing(self, project, other, path, body, role, status):
        member, client = other
        path = f"{PROJECTS}{project.slug}/{path}"
        assert post(client, path, body).status_code == 201
        if role is None:
            member.delete()
        else:
            member.role = role
            member.save()

        again = post(client, path, body)

        assert again.status_code == status
        assert not {"link", "text"} & again.json().keys()

    def test_shows_no_project_that_was_made(self, client, lead):
        post(client, PROJECTS, NEW)
        lead.memberships.filter(project__name="Bridges").delete()

        assert post(client, PROJECTS, NEW).status_code == 404

    def test_shows_no_proposal(self, api, ana, project, claims):
        make.lease(project, ana)
        path = f"/api/v1/claims/{claims[0].pk}/proposals/"
        body = {"client_id": str(uuid4()), "kind": "exclude"}
        assert post(api(ana), path, body).status_code == 201
        ana.memberships.all().delete()

        assert post(api(ana), path, body).status_code == 404


class TestASecret:
    def test_of_a_token_is_given_once(self, client):
        first, again = (post(client, "/api/v1/tokens/", {"name": "x"}) for _ in "12")

        assert ApiToken.objects.count() == 1
        assert first.json()["token"].startswith("onr_")
        assert again.json() == {**first.json(), "token": ""}
        assert first.json()["token"] not in json.dumps(KeptAnswer.objects.get().body)

    def test_of_an_invitation_is_made_anew(self, client, project):
        path = f"{PROJECTS}{project.slug}/invitations/"
        first, again = (post(client, path, {"role": "viewer"}) for _ in "12")

        assert Invitation.objects.count() == 1
        assert again.json() == first.json()
        secret = first.json()["link"].partition("#")[2]
        assert secret not in json.dumps(KeptAnswer.objects.get().body)


class TestEveryKindOfRequest:
    def test_that_makes_something_may_be_repeated(self, api, client, project, claims):
        ana = project.memberships.get(user__name="Ana").user
        make.lease(project, ana)
        answer = {"source_type": "named", "confidence": 2}
        here = f"{PROJECTS}{project.slug}"
        asked = {
            f"{here}/articles/": {"text": make.TEXT.replace("river", "canal") + " So."},
            f"{here}/assignments/": {"annotator": ana.pk, "articles": [1]},
            f"{here}/snapshots/": {},
            f"{here}/guidelines/": {"body": "x", "change_note": "x", "base": 1},
            f"{here}/annotations/import/": {
                "annotations": [
                    {"claim": claims[0].pk, "annotator": ana.email, **answer}
                ]
            },
            f"/api/v1/claims/{claims[1].pk}/proposals/": {
                "client_id": str(uuid4()),
                "kind": "exclude",
            },
        }
        make.lease(project, project.memberships.get(role="lead").user)

        for number, (path, body) in enumerate(asked.items()):
            first, again = (post(client, path, body, f"k-{number}") for _ in "12")
            assert first.status_code < 300, (path, first.json())
            assert again.json() == first.json(), path
            assert again["Idempotency-Replayed"] == "true", path

    def test_says_so_in_the_description(self):
        said = [
            path
            for path, methods in description()["paths"].items()
            for parameter in methods.get("post", {}).get("parameters", [])
            if parameter["name"] == "Idempotency-Key"
        ]

        assert len(said) == 10


@pytest.mark.django_db(transaction=True)
class TestRepeatsAtTheSameTime:
    def test_make_one_row(self, api, lead, project):
        clients = [api(lead) for _ in range(16)]

        answers = at_once(16, lambda number: post(clients[number], PROJECTS, NEW))

        assert Project.objects.filter(name="Bridges").count() == 1
        assert {one.status_code for one in answers} == {201}
        assert len({json.dumps(one.json(), sort_keys=True) for one in answers}) == 1
        assert sum("Idempotency-Replayed" in one for one in answers) == 15

    def test_of_what_is_refused_are_all_refused(self, api, lead, project):
        clients = [api(lead) for _ in range(16)]
        taken = {"name": "Bridges", "slug": project.slug}

        answers = at_once(16, lambda number: post(clients[number], PROJECTS, taken))

        assert {one.json()["code"] for one in answers} == {"slug_taken"}
        assert not KeptAnswer.objects.exists()
