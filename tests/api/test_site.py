"""What every answer carries, whoever asks."""

import json
import re

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


class TestSecurityHeaders:
    @pytest.mark.parametrize(
        "path",
        ["/", "/sign-in", "/api/v1/session/", "/api/v1/docs/", "/admin/login/"],
    )
    def test_let_nothing_in_that_is_not_ours(self, client, path):
        answer = client.get(path)

        policy = answer["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["X-Frame-Options"] == "DENY"
        assert answer["Referrer-Policy"] == "same-origin"


class TestThePage:
    @pytest.fixture
    def built(self, client, settings, tmp_path):
        settings.FRONTEND_DIST = tmp_path
        (tmp_path / "index.html").write_text("<title>OnRecord</title>")
        return client

    @pytest.mark.parametrize("path", ["/", "/projects/x/annotate", "/account"])
    def test_is_given_for_every_screen(self, built, path):
        answer = built.get(path)

        assert answer.content == b"<title>OnRecord</title>"
        assert answer["Cache-Control"] == "no-cache"

    @pytest.mark.parametrize("path", ["/api/v1/nothing/", "/static/app/none.js"])
    def test_does_not_stand_in_for_what_is_missing(self, built, path):
        assert built.get(path).status_code == 404

    def test_says_so_if_it_was_not_built(self, client, settings, tmp_path):
        settings.FRONTEND_DIST = tmp_path

        answer = client.get("/")

        assert answer.status_code == 503
        assert "make run" in answer.content.decode()

    def test_has_no_inline_script_or_style(self, settings):
        source = (settings.ROOT / "frontend" / "index.html").read_text()

        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", source)


class TestTheServiceWorker:
    @pytest.fixture
    def built(self, client, settings, tmp_path):
        settings.FRONTEND_DIST = tmp_path
        (tmp_path / "service-worker.js").write_text("keep()")
        (tmp_path / "no-service-worker.js").write_text("leave()")
        return client

    def test_is_asked_for_anew_each_time_and_lets_nothing_in(self, built):
        answer = built.get("/service-worker.js")

        assert answer.content == b"keep()"
        assert answer["Content-Type"] == "text/javascript"
        assert answer["Cache-Control"] == "no-cache"
        assert "default-src 'self'" in answer["Content-Security-Policy"]

    def test_leaves_where_the_operator_wants_none(self, built, settings):
        settings.OFFLINE = False

        assert built.get("/service-worker.js").content == b"leave()"

    def test_is_not_there_if_it_was_not_built(self, client, settings, tmp_path):
        settings.FRONTEND_DIST = tmp_path

        assert client.get("/service-worker.js").status_code == 404


class TestHealth:
    @pytest.mark.parametrize("path", ["/healthz", "/readyz"])
    def test_is_good(self, client, path):
        assert client.get(path).json() == {"status": "ok"}


class TestErrors:
    def test_are_problem_details_with_a_code(self, api, ana):
        answer = api(ana).get("/api/v1/projects/none/")

        assert answer.status_code == 404
        assert answer["Content-Type"] == "application/problem+json"
        assert answer.json()["code"] == "not_found"

    @pytest.mark.parametrize(
        ("method", "path", "body", "status"),
        [
            ("get", "/api/", b"", 404),
            ("get", "/api/v1/nothing/", b"", 404),
            ("get", "/api/v1/articles/one/", b"", 404),
            ("get", "/api/v1/tokens/?cursor=cD1hYmM=", b"", 404),
            ("get", "/api/v1/tokens/?cursor=cD0lMDA=", b"", 404),
            ("patch", "/api/v1/projects/", b"{}", 405),
            ("post", "/api/v1/tokens/", b"{", 400),
            ("post", "/api/v1/tokens/", b"[" * 200_000, 400),
            ("post", "/api/v1/tokens/", b"[" + b" " * 6_000_000 + b"]", 413),
        ],
    )
    def test_have_one_form_wherever_they_come_from(
        self, api, ana, method, path, body, status
    ):
        answer = api(ana).generic(method, path, body, "application/json")

        assert answer.status_code == status
        assert answer["Content-Type"] == "application/problem+json"
        assert json.loads(answer.content)["status"] == status

    def test_of_a_path_that_is_none_come_before_those_of_csrf(self):
        browser = Client(enforce_csrf_checks=True)

        assert browser.post("/api/v1/projects", {}).status_code == 404

    def test_of_a_missing_csrf_token_say_so(self, ana):
        browser = Client(enforce_csrf_checks=True)

        answer = browser.post("/api/v1/session/", {}, "application/json")

        assert answer.status_code == 403
        assert answer.json()["code"] == "csrf_failed"

    def test_name_the_field_that_was_wrong(self, api, ana):
        answer = api(ana).post("/api/v1/tokens/", {"name": ""})

        assert answer.status_code == 400
        assert "name" in answer.json()["errors"]
