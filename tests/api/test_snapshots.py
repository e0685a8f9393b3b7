"""Snapshots over REST."""

import pytest

from annotator.models import Role, Snapshot
from annotator.services.projects import add_member
from tests import make, snapshotting
from tests.snapshotting import SPLITS

pytestmark = pytest.mark.django_db


@pytest.fixture
def project(lead, ana, ben):
    return make.annotated_project([ana, ben], ["nn", "na", "oo"], lead=lead)


@pytest.fixture
def client(api, lead, project):
    return api(lead)


@pytest.fixture
def url(project):
    return f"/api/v1/projects/{project.slug}/snapshots/"


class TestAsking:
    def test_is_answered_before_anything_is_done(self, client, url):
        answer = client.post(url, {})

        assert answer.status_code == 202
        told = answer.json()
        assert (told["state"], told["digest"], told["files"]) == ("waiting", "", [])
        assert told["manifest"] is told["claims"] is told["annotations"] is None
        assert told["created_by"] == "Lena"
        assert told["options"] == {
            "filters": {}, "formats": ["parquet"], "text": False, "splits": None,
        }  # fmt: skip

    def test_is_understood_in_one_way(self, client, url, project):
        code = project.participants.order_by("code").last().code
        filters = {
            "until": "2026-06-01", "since": None, "revisions": [2, 1, 2],
            "annotators": [code], "outlets": [], "decided": False, "min_votes": 2,
        }  # fmt: skip

        told = client.post(
            url, {"filters": filters, "formats": ["csv"], "splits": {"seed": 3}}
        ).json()["options"]

        assert told["filters"] == {
            "until": "2026-06-01", "revisions": [1, 2], "annotators": [code],
            "min_votes": 2,
        }  # fmt: skip
        assert told["formats"] == ["csv", "parquet"]
        assert told["splits"] == {
            "seed": 3, "by": "article", "similarity": 0.5,
            "shares": {"train": 0.8, "validation": 0.1, "test": 0.1},
        }  # fmt: skip

    @pytest.mark.parametrize(
        ("body", "field"),
        [
            ({"filters": {"annotators": ["nobody"]}}, "filters"),
            ({"filters": {"annotator": ["x"]}}, "filters"),
            ({"filters": {"since": "2026-02-02", "until": "2026-01-01"}}, "filters"),
            ({"format": ["csv"]}, "format"),
            ({"formats": ["xlsx"]}, "formats"),
            ({"splits": {"shares": {"train": 0.5}}}, "splits"),
            ({"splits": {"shares": {"test": 1}}}, "splits"),
            ({"splits": {"by": "author"}}, "splits"),
            ({"splits": {"similarity": 0.1}}, "splits"),
            ({"splits": {"seed": -1}}, "splits"),
            ({"splits": {"similarity": "nan"}}, "splits"),
            ({"splits": {"shares": {"train": "nan"}}}, "splits"),
            ({"splits": []}, "splits"),
            ({"filters": {"min_votes": 10**400}}, "filters"),
        ],
    )
    def test_is_refused_with_the_field_named(self, client, url, body, field):
        answer = client.post(url, body)

        assert answer.status_code == 400
        assert field in answer.json()["errors"]
        assert not Snapshot.objects.exists()

    def test_is_for_viewers_too_but_deleting_is_not(self, api, url, project):
        vera = make.user("Vera")
        add_member(project=project, user=vera, role=Role.VIEWER)

        made = api(vera).post(url, {})

        assert made.status_code == 202
        assert api(vera).delete(f"{url}{made.json()['id']}/").status_code == 403


class TestASnapshot:
    def test_tells_what_is_in_it(self, client, url, project):
        taken = snapshotting.take(project, formats=["csv"])

        told = client.get(f"{url}{taken.pk}/").json()

        assert (told["state"], told["claims"], told["annotations"]) == ("done", 3, 6)
        assert told["manifest"] == taken.manifest
        assert told["size"] == sum(file["bytes"] for file in told["files"])
        for file in told["files"]:
            content = client.get(file["url"]).getvalue()
            assert len(content) == file["bytes"]

    def test_that_failed_says_why(self, client, url, project):
        taken = snapshotting.ask(project)
        Snapshot.objects.filter(pk=taken.pk).update(
            state="failed", error="Why.", finished_at=make.NOW
        )

        told = client.get(f"{url}{taken.pk}/").json()

        assert (told["state"], told["error"], told["files"]) == ("failed", "Why.", [])

    def test_is_gone_when_deleted(self, client, url, project):
        taken = snapshotting.take(project)

        assert client.delete(f"{url}{taken.pk}/").status_code == 204

        assert client.get(f"{url}{taken.pk}/").status_code == 404

    def test_is_not_shown_in_another_project(self, client, url, lead):
        other = make.project(lead=lead)
        taken = snapshotting.take(other)

        assert client.get(f"{url}{taken.pk}/").status_code == 404
        assert client.get(f"{url}{taken.pk}/files/README.md").status_code == 404
        assert client.delete(f"{url}{taken.pk}/").status_code == 404


class TestTheList:
    def test_takes_as_many_queries_however_many(
        self, client, url, project, django_assert_max_num_queries
    ):
        snapshotting.take(project)
        client.get(url)
        with django_assert_max_num_queries(6):
            client.get(url)

        taken = [snapshotting.take(project) for _ in range(5)]

        with django_assert_max_num_queries(6):
            found = client.get(url).json()["results"]
        assert [one["id"] for one in found[:5]] == [one.pk for one in taken[::-1]]
        assert "manifest" not in found[0]


class TestAComparison:
    def test_is_awaited_and_then_there(self, client, url, project, ana):
        before = snapshotting.take(project)
        make.annotate(project.articles.get().claims.first(), ana, "unclear")
        after = snapshotting.take(project, splits=SPLITS)
        address = f"{url}{before.pk}/compare/{after.pk}/"

        waits = client.get(address)
        assert (waits.status_code, waits.json()["state"]) == (202, "waiting")
        assert waits.json()["figures"] is None
        snapshotting.compare(before, after)
        there = client.get(address)

        assert (there.status_code, there.json()["state"]) == (200, "done")
        assert there.json()["figures"]["votes"]["changed"] == 1
        assert there.json()["before"] == before.pk

    def test_needs_two_that_are_done(self, client, url, project):
        done, asked = snapshotting.take(project), snapshotting.ask(project)

        answer = client.get(f"{url}{done.pk}/compare/{asked.pk}/")

        assert answer.status_code == 409
        assert answer.json()["code"] == "snapshot_not_done"
