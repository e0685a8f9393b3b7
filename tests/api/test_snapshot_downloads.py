"""Files of snapshots, downloaded whole and in ranges."""

import hashlib

import pytest

from api.snapshot_files import NoSuchPart, read_range
from tests import make, snapshotting

SIZE = 1000


@pytest.mark.django_db
class TestAFile:
    @pytest.fixture
    def taken(self, lead, ana, ben):
        project = make.annotated_project([ana, ben], ["nn", "na"], lead=lead)
        return snapshotting.take(project, formats=["jsonl", "csv"])

    @pytest.fixture
    def get(self, api, lead, taken):
        """Give what gets a file of the snapshot, with its whole `body`."""
        client = api(lead)
        folder = f"/api/v1/projects/{taken.project.slug}/snapshots/{taken.pk}/files/"

        def get(name, **headers):
            answer = client.get(folder + name, headers=headers)
            answer.body = answer.getvalue()
            return answer

        return get

    def test_is_whole(self, get, taken):
        for file in taken.files:
            answer = get(file["name"])
            content = answer.body

            assert answer.status_code == 200
            assert hashlib.sha256(content).hexdigest() == file["sha256"]
            assert answer["Content-Length"] == str(len(content))
            assert answer["ETag"] == f'"{file["sha256"]}"'
            assert answer["Accept-Ranges"] == "bytes"
            assert "Content-Encoding" not in answer

    def test_says_what_it_is(self, get, taken):
        answer = get("data/claims/all.jsonl.gz")

        assert answer["Content-Type"] == "application/gzip"
        name = f"{taken.project.slug}-{taken.digest[:12]}-data-claims-all.jsonl.gz"
        assert name in answer["Content-Disposition"]

    def test_is_not_found_where_a_database_came_back_without_it(self, get, taken):
        (snapshotting.folder(taken) / "manifest.json").unlink()

        assert get("manifest.json").status_code == 404
        assert get("README.md").status_code == 200

    def test_is_given_in_ranges(self, get, taken):
        whole = snapshotting.read(taken, "manifest.json")
        size, parts = len(whole), []
        for first in range(0, size, 700):
            answer = get("manifest.json", Range=f"bytes={first}-{first + 699}")
            parts.append(answer.body)

            assert answer.status_code == 206
            last = first + len(parts[-1]) - 1
            assert answer["Content-Range"] == f"bytes {first}-{last}/{size}"
            assert answer["Content-Length"] == str(len(parts[-1]))

        assert b"".join(parts) == whole

    def test_ends_before_some_ranges(self, get, taken):
        size = len(snapshotting.read(taken, "README.md"))

        answer = get("README.md", Range=f"bytes={size}-")

        assert answer.status_code == 416
        assert answer["Content-Range"] == f"bytes */{size}"
        assert answer.json()["code"] == "range_not_satisfiable"
        assert answer["Content-Type"] == "application/problem+json"

    def test_is_whole_where_the_range_is_of_another(self, get, taken):
        same = f'"{taken.digest}"'

        part = get("manifest.json", **{"Range": "bytes=0-9", "If-Range": same})
        whole = get("manifest.json", **{"Range": "bytes=0-9", "If-Range": '"other"'})

        assert (part.status_code, whole.status_code) == (206, 200)

    def test_is_not_sent_again(self, get, taken):
        answer = get("manifest.json", **{"If-None-Match": f'"x", W/"{taken.digest}"'})

        assert answer.status_code == 304
        assert answer["ETag"] == f'"{taken.digest}"'
        assert not answer.body

    @pytest.mark.parametrize(
        "name",
        [
            "", "nothing", "data", "data/claims/", "../README.md", "/etc/hostname",
            "data/../README.md", "%2e%2e/README.md", "README.md/", "..%2fREADME.md",
        ],
    )  # fmt: skip
    def test_is_one_of_the_manifest(self, get, name):
        assert get(name).status_code == 404

    def test_is_not_there_before_it_is_taken(self, api, lead):
        project = make.project(lead=lead)
        asked = snapshotting.ask(project)
        url = f"/api/v1/projects/{project.slug}/snapshots/{asked.pk}/files/README.md"

        assert api(lead).get(url).status_code == 404


class TestARange:
    @pytest.mark.parametrize(
        ("asked", "part"),
        [
            ("bytes=0-0", (0, 0)),
            ("bytes=0-", (0, 999)),
            ("bytes=500-2000", (500, 999)),
            ("bytes=-1", (999, 999)),
            ("bytes=-2000", (0, 999)),
            ("bytes = 3 - 5", (3, 5)),
        ],
    )
    def test_is_part_of_the_file(self, asked, part):
        assert read_range(asked, SIZE) == part

    @pytest.mark.parametrize(
        "asked", ["", "bytes=-", "bytes=5-3", "bytes=0-1,5-6", "rows=0-1", "bytes=a-b"]
    )
    def test_that_is_none_is_passed_over(self, asked):
        assert read_range(asked, SIZE) is None

    @pytest.mark.parametrize("asked", ["bytes=1000-", "bytes=1000-1001", "bytes=-0"])
    def test_beyond_the_end_is_refused(self, asked):
        with pytest.raises(NoSuchPart):
            read_range(asked, SIZE)

    @pytest.mark.parametrize("asked", ["bytes=0-", "bytes=-1"])
    def test_of_nothing_is_refused(self, asked):
        with pytest.raises(NoSuchPart):
            read_range(asked, 0)
