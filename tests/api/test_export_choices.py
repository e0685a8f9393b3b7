"""What an export can be filtered by, over REST."""

import pytest

from annotator.models import Role
from annotator.services.projects import add_member
from tests import make
from tests.newsroom import count_overviews

pytestmark = pytest.mark.django_db


def url(project):
    return f"/api/v1/projects/{project.slug}/export/filters/"


class TestExportChoices:
    def test_name_annotators_to_leads_alone(self, api, reader, measured):
        vera = make.user("Vera")
        add_member(project=measured, user=vera, role=Role.VIEWER)
        count_overviews(measured, make.NOW)

        seen = reader.get(url(measured)).json()
        told = api(vera).get(url(measured)).json()

        codes = [one["code"] for one in seen["annotators"]]
        assert codes == sorted(codes)
        assert {one["name"] for one in seen["annotators"]} == {"Ana", "Ben", "Cleo"}
        assert told["annotators"] == [{"code": code, "name": None} for code in codes]
        assert told["first_day"] == seen["first_day"] == "2026-05-04"

    def test_take_as_many_queries_however_many_answered(
        self, reader, measured, django_assert_max_num_queries
    ):
        count_overviews(measured, make.NOW)

        with django_assert_max_num_queries(9):
            reader.get(url(measured))

    def test_are_none_before_anything_is_counted(self, api, lead):
        empty = make.project(lead=lead)

        told = api(lead).get(url(empty)).json()

        assert (told["annotators"], told["outlets"]) == ([], [])
