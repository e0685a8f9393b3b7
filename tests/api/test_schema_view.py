import json

import pytest
from drf_spectacular.renderers import OpenApiJsonRenderer

from tests.api.declared import description

SCHEMA = "/api/v1/schema/"
OPENAPI = "application/vnd.oai.openapi"


@pytest.mark.django_db
class TestTheDescription:
    def test_is_yaml_for_who_names_no_form(self, api):
        answer = api().get(SCHEMA)

        assert answer.headers["Content-Type"] == f"{OPENAPI}; charset=utf-8"
        assert answer.content.startswith(b"openapi: 3.1")

    def test_is_json_too_and_the_same_for_everybody(self, api, ana):
        asked = {"Accept": f"{OPENAPI}+json"}

        answer = api(ana).get(SCHEMA, headers=asked)

        assert answer.headers["Content-Type"].startswith(f"{OPENAPI}+json")
        assert json.loads(answer.content) == json.loads(
            OpenApiJsonRenderer().render(description())
        )
        assert api().get(SCHEMA, headers=asked).content == answer.content

    def test_is_in_no_other_form(self, api):
        assert api().get(SCHEMA, headers={"Accept": "text/csv"}).status_code == 406
