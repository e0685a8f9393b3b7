"""How often a token may ask, and that nobody else is counted."""

import time
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.utils import timezone

from annotator import environment
from annotator.models import TokenScope
from annotator.services import tokens
from api import throttling
from tests import make

pytestmark = pytest.mark.django_db
PROJECTS = "/api/v1/projects/"
SOON_OVER = 5


@pytest.fixture(autouse=True)
def counted(settings, monkeypatch):
    """Count in this process, anew, and within one minute."""
    settings.CACHES = {"default": environment.cache("filesystem://")}
    settings.API_RATE, settings.EXPORT_RATE = 3, 2
    cache.clear()
    monkeypatch.setattr(throttling, "_quiet_until", 0.0)
    left = throttling.WINDOW - time.time() % throttling.WINDOW
    if left < SOON_OVER:
        time.sleep(left)


def holder(api, user):
    """Give a client with a token of a user's."""
    _, secret = tokens.create_token(
        user=user, name="test", scope=TokenScope.MANAGE, now=timezone.now()
    )
    client = api()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {secret}")
    return client


@pytest.fixture
def program(api, lead):
    return holder(api, lead)


def export_url(project):
    return f"{PROJECTS}{project.slug}/export/annotations.jsonl"


class TestAToken:
    def test_is_told_what_is_left(self, program):
        answers = [program.get(PROJECTS) for _ in range(3)]

        assert [one["RateLimit-Limit"] for one in answers] == ["3", "3", "3"]
        assert [one["RateLimit-Remaining"] for one in answers] == ["2", "1", "0"]
        assert all(0 < int(one["RateLimit-Reset"]) <= 60 for one in answers)

    def test_is_told_when_to_ask_again(self, program):
        for _ in range(3):
            assert program.get(PROJECTS).status_code == 200

        refused = program.get(PROJECTS)

        assert refused.status_code == 429
        assert refused.json()["code"] == "throttled"
        assert refused["Retry-After"] == refused["RateLimit-Reset"]
        assert refused["RateLimit-Remaining"] == "0"
        assert refused["Retry-After"] in refused.json()["detail"]

    def test_has_a_count_of_its_own(self, api, lead, program):
        for _ in range(4):
            program.get(PROJECTS)

        assert holder(api, lead).get(PROJECTS).status_code == 200

    def test_may_export_less_often(self, program, project):
        answers = [program.get(export_url(project)) for _ in range(3)]

        assert [one.status_code for one in answers] == [200, 200, 429]
        assert answers[0]["RateLimit-Limit"] == "2"
        assert program.get(PROJECTS)["RateLimit-Remaining"] == "2"

    @pytest.mark.parametrize("name", ["API_RATE", "EXPORT_RATE"])
    def test_may_ask_as_it_likes_where_the_rate_is_0(
        self, settings, program, project, name
    ):
        setattr(settings, name, 0)
        path = PROJECTS if name == "API_RATE" else export_url(project)

        answers = [program.get(path) for _ in range(5)]

        assert {one.status_code for one in answers} == {200}
        assert "RateLimit-Limit" not in answers[0]


class TestABrowser:
    def test_is_not_counted(self, api, lead):
        client = api(lead)

        answers = [client.get(PROJECTS) for _ in range(5)]

        assert {one.status_code for one in answers} == {200}
        assert "RateLimit-Limit" not in answers[0]


class TestASave:
    def test_is_never_refused(self, api, settings, ana, project):
        settings.API_RATE = 1
        (article,) = make.lease(project, ana)
        claim, client = article.claims.all()[0].pk, holder(api, ana)
        client.get(PROJECTS)
        assert client.get(PROJECTS).status_code == 429
        answer = {"source_type": "named", "confidence": 2}

        for _ in range(3):
            save = {"client_id": str(uuid4())}
            saves = [{"client_id": str(uuid4()), "claim": claim, "answer": answer}]
            asked = [
                client.put(f"/api/v1/claims/{claim}/annotation/", answer | save),
                client.delete(
                    f"/api/v1/claims/{claim}/annotation/?client_id={uuid4()}"
                ),
                client.post("/api/v1/annotations/batch/", {"saves": saves}),
                client.post(f"{PROJECTS}{project.slug}/heartbeat/", {}),
                client.post(f"{PROJECTS}{project.slug}/queue/", {}),
            ]

            assert [one.status_code for one in asked] == [200, 204, 200, 200, 200]
            assert not any("RateLimit-Limit" in one for one in asked)
