"""The API's description of itself, and docs/api.md beside it."""

import re
from collections.abc import Iterator
from http import HTTPStatus

import pytest
from django.conf import settings

from annotator.errors import DomainError
from annotator.services.tokens import TokenRefused
from api.errors import STATUSES
from api.problems import GENERAL, MEDIA_TYPE
from tests.api.declared import described, description, operations

JSON = "application/json"
PROBLEM = {"$ref": "#/components/schemas/Problem"}
OF_DJANGO_AND_US = {
    (400, "too_many_files"),
    (403, "csrf_failed"),
    (405, "method_not_allowed"),
    (416, "range_not_satisfiable"),
    (429, "too_many_attempts"),
    (500, "server_error"),
}
OF_COMMANDS = {
    "demo_out_of_step",
    "labels_unsuitable",
    "ratings_unreadable",
    "too_much_to_compare",
}
"""Codes of what no request comes to; in a full run they have been imported too."""


def refusals(kind: type[DomainError] = DomainError) -> Iterator[type[DomainError]]:
    for one in kind.__subclasses__():
        yield one
        yield from refusals(one)


class TestEveryOperation:
    def test_has_a_name_of_its_own(self):
        names = [one["operationId"] for _, one in operations()]

        assert len(set(names)) == len(names)
        assert all(re.fullmatch(r"[a-z]+(_[a-z]+)+", name) for name in names)

    def test_has_a_sentence_about_it(self):
        assert not [name for name, one in operations() if not one.get("description")]

    def test_shows_a_body_that_it_takes(self):
        bare = [
            name
            for name, one in operations()
            if JSON in (content := one.get("requestBody", {}).get("content", {}))
            and "examples" not in content[JSON]
        ]

        assert not bare

    def test_names_each_status_with_what_is_answered(self):
        for name, one in operations():
            for status, answer in one["responses"].items():
                assert HTTPStatus(int(status)), name
                if int(status) < 400:
                    continue
                content = described(answer)["content"]
                assert list(content) == [MEDIA_TYPE], (name, status)
                assert content[MEDIA_TYPE]["schema"] == PROBLEM, (name, status)

    def test_needs_a_token_or_a_session(self):
        schemes = description()["components"]["securitySchemes"]
        assert set(schemes) == {"token", "cookieAuth"}
        open_ = [name for name, one in operations() if {} in one.get("security", [{}])]
        assert sorted(name.replace("/api/v1/", "") for name in open_) == [
            "DELETE session/",
            "GET session/",
            "POST invitations/accept/",
            "POST invitations/look/",
            "POST session/",
            "POST session/first-account/",
        ]


class TestTheListOfCodes:
    @pytest.fixture
    def listed(self):
        text = (settings.ROOT / "docs" / "api.md").read_text()
        part = text[text.index("## Refusals") : text.index("## ETags")]
        rows = re.findall(r"^\| (\d+) \| `(\w+)` \| .+ \|$", part, re.M)
        return [(int(status), code) for status, code in rows]

    def test_has_each_code_with_its_status_once(self, listed):
        known = {
            (401 if issubclass(one, TokenRefused) else STATUSES.get(one, 400), one.code)
            for one in refusals()
            if hasattr(one, "code") and not one.__module__.startswith("tests")
            if one.code not in OF_COMMANDS
        }
        known |= {
            (status, code) for status, (_, codes) in GENERAL.items() for code in codes
        }
        known -= {(413, "unreadable")}  # each reader has codes of its own

        assert len(set(listed)) == len(listed)
        assert set(listed) == known | OF_DJANGO_AND_US
