"""The rows of an import that were not stored, as a list and as a file."""

import csv
import io

import pytest

from tests import importing, make

pytestmark = pytest.mark.django_db


@pytest.fixture
def project(lead):
    return make.project(lead=lead)


@pytest.fixture
def url(project):
    return f"/api/v1/projects/{project.slug}/imports/"


@pytest.fixture
def client(api, lead):
    return api(lead)


class TestFailures:
    @pytest.fixture
    def failed(self, project):
        given = ["=1+1", '{"title": "No text"}', {"text": make.TEXT}, "-2"]
        return importing.work(importing.start(project, make.jsonl(*given)))

    def test_are_listed_in_the_order_of_the_rows(
        self, client, url, failed, django_assert_num_queries
    ):
        with django_assert_num_queries(6):
            listed = client.get(f"{url}{failed.pk}/failures/").json()["results"]

        assert [one["row"] for one in listed] == [1, 2, 4]
        assert listed[1]["raw"] == '{"title": "No text"}'
        assert all(one["code"] and one["reason"] for one in listed)

    def test_come_in_pages(self, client, url, failed):
        first = client.get(f"{url}{failed.pk}/failures/?page_size=2").json()

        rest = client.get(first["next"]).json()

        assert [one["row"] for one in rest["results"]] == [4]

    def test_are_a_file_in_which_no_cell_is_a_formula(self, client, url, failed):
        answer = client.get(f"{url}{failed.pk}/failures.csv")

        content = b"".join(answer.streaming_content).decode()
        header, *lines = csv.reader(io.StringIO(content))
        assert answer["Content-Type"] == "text/csv; charset=utf-8"
        assert header == ["row", "code", "reason", "raw"]
        assert [line[0] for line in lines] == ["1", "2", "4"]
        assert [line[3] for line in lines] == [
            "'=1+1",
            '{"title": "No text"}',
            "'-2",
        ]
