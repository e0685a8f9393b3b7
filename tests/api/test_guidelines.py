"""Revisions of the guidelines, and who has read which."""

import pytest

from annotator.services import guidelines
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def project(lead, ana):
    made = make.project(lead=lead, annotators=(ana,))
    for number in (2, 3):
        guidelines.publish_guidelines(
            project=made,
            author=lead,
            body=f"# Rules {number}",
            now=make.NOW,
            change_note=f"Change {number}",
        )
    return made


def url(project, rest=""):
    return f"/api/v1/projects/{project.slug}/{rest}"


class TestRevisions:
    def test_are_the_one_in_force_if_none_is_named(self, api, ana, project):
        given = api(ana).get(url(project, "guidelines/")).json()

        assert (given["number"], given["body"]) == (3, "# Rules 3")

    def test_can_be_read_by_number(self, api, ana, project):
        given = api(ana).get(url(project, "guidelines/?revision=2")).json()

        assert (given["number"], given["body"]) == (2, "# Rules 2")

    @pytest.mark.parametrize(
        ("number", "status"), [("4", 404), ("0", 400), ("new", 400), ("9" * 30, 400)]
    )
    def test_that_there_are_not_are_refused(self, api, ana, project, number, status):
        answer = api(ana).get(url(project, f"guidelines/?revision={number}"))

        assert answer.status_code == status

    def test_are_listed_newest_first_without_their_text(
        self, api, ana, project, django_assert_num_queries
    ):
        client = api(ana)
        client.get(url(project))

        with django_assert_num_queries(4):
            listed = client.get(url(project, "guidelines/revisions/")).json()

        assert [(one["number"], one["change_note"]) for one in listed] == [
            (3, "Change 3"),
            (2, "Change 2"),
            (1, ""),
        ]
        assert "body" not in listed[0]

    @pytest.mark.parametrize(
        "rest", ["guidelines/", "guidelines/revisions/", "guidelines/?revision=1"]
    )
    def test_are_404_for_outsiders(self, api, project, rest):
        assert api(make.user("Out")).get(url(project, rest)).status_code == 404


class TestReading:
    def read(self, client, project, number):
        return client.put(url(project, "guidelines/read/"), {"number": number})

    def known(self, client, project):
        return client.get(url(project)).json()["guidelines_read"]

    def test_is_noted_for_the_reader_alone(self, api, ana, lead, project):
        assert self.known(api(ana), project) == 0

        assert self.read(api(ana), project, 2).status_code == 204

        assert self.known(api(ana), project) == 2
        assert self.known(api(lead), project) == 0

    def test_never_goes_down(self, api, ana, project):
        self.read(api(ana), project, 3)

        assert self.read(api(ana), project, 1).status_code == 204
        assert self.known(api(ana), project) == 3

    def test_of_a_revision_that_is_not_there_is_refused(self, api, ana, project):
        answer = self.read(api(ana), project, 4)

        assert answer.status_code == 400
        assert answer.json()["code"] == "unknown_revision"
        assert self.known(api(ana), project) == 0

    def test_is_404_for_outsiders(self, api, project):
        assert self.read(api(make.user("Out")), project, 1).status_code == 404
