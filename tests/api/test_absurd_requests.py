"""What no client of ours sends: it is refused, and nothing breaks."""

import json
from uuid import uuid4

import pytest
from rest_framework.test import APIClient

from tests import make

pytestmark = pytest.mark.django_db
TOO_LARGE = 2**63
"""One more than the largest id that a database can keep."""


@pytest.fixture
def ask(api, lead, ana, project):
    """Give what asks as an annotator or the lead, whatever becomes of the request."""
    make.lease(project, ana)

    def ask(method, path, body=None, *, leading=False):
        client: APIClient = api(lead if leading else ana)
        client.raise_request_exception = False
        path = path.format(project=f"projects/{project.slug}")
        sent = None if body is None else json.dumps(body)
        return client.generic(
            method, f"/api/v1/{path}", sent or "", content_type="application/json"
        )

    return ask


class TestAnIdThatNoRowCanHave:
    @pytest.mark.parametrize(
        ("method", "path"),
        [
            ("PUT", "claims/{id}/annotation/"),
            ("DELETE", f"claims/{{id}}/annotation/?client_id={uuid4()}"),
            ("GET", "claims/{id}/events/"),
            ("POST", "claims/{id}/proposals/"),
            ("DELETE", "proposals/{id}/"),
            ("POST", "proposals/{id}/decision/"),
            ("DELETE", "{project}/assignments/{id}/"),
            ("PATCH", "{project}/members/{id}/"),
            ("GET", "{project}/agreement/pairs/{id}/1/"),
        ],
    )
    @pytest.mark.parametrize("number", [TOO_LARGE, 10**30])
    def test_is_not_found_on_a_path(self, ask, method, path, number):
        path = path.replace("{id}", str(number))

        answer = ask(method, path, {}, leading=True)

        assert answer.status_code == 404

    @pytest.mark.parametrize(
        ("path", "body"),
        [
            ("{project}/heartbeat/", {"articles": [TOO_LARGE]}),
            ("{project}/assignments/", {"annotator": 1, "articles": [TOO_LARGE]}),
            ("{project}/assignments/", {"annotator": TOO_LARGE, "articles": [1]}),
            ("annotations/batch/", {"saves": [{"claim": TOO_LARGE}]}),
        ],
    )
    def test_is_refused_in_a_body(self, ask, path, body):
        assert ask("POST", path, body, leading=True).status_code == 400


class TestHalfACharacter:
    def test_in_a_name_is_repeated_as_a_mark(self, ask):
        answer = ask("PATCH", "me/preferences/", {"\ud800": 1})

        assert answer.status_code == 400
        assert list(answer.json()["errors"]) == ["?"]
