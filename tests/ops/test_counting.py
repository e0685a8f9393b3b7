"""Requests are counted in Redis, and nobody waits for one that is away."""

from types import SimpleNamespace

import pytest
from django.core.cache import cache, caches
from django.utils import timezone

from annotator import environment
from annotator.services import tokens
from api import throttling
from tests import make, servers

pytestmark = pytest.mark.django_db
PROJECTS = "/api/v1/projects/"


@pytest.fixture(scope="module")
def server():
    with servers.redis() as (server, url):
        server.url = url
        yield server


@pytest.fixture(autouse=True)
def counted(server, settings, monkeypatch):
    settings.CACHES = {"default": environment.cache(server.url)}
    settings.API_RATE = 100
    cache.clear()
    # It stands still: requests of two minutes are not counted together.
    clock = SimpleNamespace(time=lambda: 1e9, monotonic=lambda: 0.0)
    monkeypatch.setattr(throttling, "time", clock)
    monkeypatch.setattr(throttling, "_quiet_until", 0.0)
    yield
    server.thaw()
    if server.popen is None:
        server.start()


@pytest.fixture
def ask(api, ana):
    """Give what asks with a token; it has asked once."""
    _, secret = tokens.create_token(user=ana, name="test", now=timezone.now())
    client = api()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {secret}")

    client.get(PROJECTS)
    return lambda: client.get(PROJECTS)


class TestACount:
    def test_is_shared_by_processes(self, ask, server, settings):
        before = ask()
        settings.CACHES = {"default": environment.cache(server.url)}  # as in another
        after = ask()

        left = [int(one["RateLimit-Remaining"]) for one in (before, after)]
        assert left == [98, 97]

    def test_is_forgotten_after_two_minutes(self, ask):
        client = caches["default"]._cache.get_client()  # noqa: SLF001
        (key,) = client.keys()

        assert 0 < client.ttl(key) <= 2 * throttling.WINDOW


class TestARedisThatIsAway:
    @pytest.mark.parametrize("fail", ["kill", "freeze"])
    def test_is_waited_for_once(self, server, ask, fail, caplog):
        getattr(server, fail)()

        first = ask()
        second = ask()

        assert [first.status_code, second.status_code] == [200, 200]
        assert "RateLimit-Limit" not in first
        # Nobody has tried a second time.
        assert caplog.text.count("Requests are not counted") == 1

    def test_counts_again_once_it_is_back(self, server, ask, monkeypatch):
        server.kill()
        ask()
        server.start()
        monkeypatch.setattr(throttling, "_quiet_until", 0.0)

        answer = ask()

        assert answer["RateLimit-Limit"] == "100"

    def test_is_no_matter_to_a_save(self, server, api, ana, caplog):
        project = make.project(annotators=(ana,))
        _, secret = tokens.create_token(
            user=ana, name="test", scope="annotate", now=timezone.now()
        )
        server.freeze()

        answer = api().post(
            f"{PROJECTS}{project.slug}/heartbeat/",
            {},
            headers={"Authorization": f"Bearer {secret}"},
        )

        assert answer.status_code == 200
        assert "not counted" not in caplog.text
