"""Where snapshots are kept: on a disk, or by a service that speaks S3."""

import boto3
import pytest
import requests
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.test import override_settings
from moto import mock_aws

from annotator import environment
from annotator.services import snapshot_storage, snapshots
from tests import make, snapshotting
from tests.snapshotting import ask, take, work

BUCKET = "snapshots"


@pytest.fixture
def project(lead, ana, ben):
    return make.annotated_project([ana, ben], ["nn", "na"], lead=lead)


class Torn(ContentFile):  # type: ignore[type-arg]
    """A content that cannot be read to its end."""

    def chunks(self, chunk_size=None):
        yield b"half"
        raise OSError("The disk is full.")


class TestTheDisk:
    def test_has_whole_files_only(self):
        storage = storages["snapshots"]

        with pytest.raises(OSError, match="full"):
            storage.save("abc/data/file.csv", Torn(b""))

        assert not storage.exists("abc/data/file.csv")
        assert storage.listdir("abc/data") == ([], [])

    def test_has_a_file_once_however_often_it_is_stored(self):
        storage = storages["snapshots"]

        for _ in range(2):
            storage.save("def/file.csv", ContentFile(b"a,b\n"))

        assert storage.listdir("def")[1] == ["file.csv"]


@pytest.fixture
def bucket(monkeypatch, tmp_path):
    """Give a bucket in memory, and keep snapshots there."""
    monkeypatch.setenv("SNAPSHOTS_BUCKET", BUCKET)
    monkeypatch.setenv("SNAPSHOTS_REGION", "eu-north-1")
    monkeypatch.setenv("SNAPSHOTS_ACCESS_KEY", "a key")
    monkeypatch.setenv("SNAPSHOTS_SECRET_KEY", "a secret")
    monkeypatch.setenv("SNAPSHOTS_PREFIX", "onrecord")
    with mock_aws():
        made = boto3.resource("s3", region_name="eu-north-1").create_bucket(
            Bucket=BUCKET,
            CreateBucketConfiguration={"LocationConstraint": "eu-north-1"},
        )
        with override_settings(
            STORAGES={"snapshots": environment.snapshot_storage(tmp_path)},
            SNAPSHOTS_DIR=tmp_path,
        ):
            yield made


@pytest.mark.django_db
class TestABucket:
    def test_has_the_same_files_as_a_disk(self, project, bucket):
        taken = work(ask(project, formats=["csv"]))

        assert taken.state == "done"
        found = {one.key: one.get()["Body"].read() for one in bucket.objects.all()}
        assert found.keys() == {
            f"onrecord/{taken.digest}/{file['name']}" for file in taken.files
        }
        assert {len(content) for content in found.values()} == {
            file["bytes"] for file in taken.files
        }

    def test_gives_files_out_by_addresses_that_lapse(self, project, bucket, api, lead):
        taken = work(ask(project))
        url = f"/api/v1/projects/{project.slug}/snapshots/{taken.pk}/files/README.md"

        answer = api(lead).get(url)

        assert answer.status_code == 302
        there = answer["Location"]
        assert "X-Amz-Expires=300" in there
        assert "a%20secret" not in there
        assert requests.get(there, timeout=5).text.startswith("---\npretty_name")

    def test_is_read_for_comparisons(self, project, bucket, ana):
        before = work(ask(project))
        make.annotate(project.articles.get().claims.first(), ana, "unclear")
        after = work(ask(project))

        figures = snapshotting.compare(before, after).figures

        assert figures["votes"]["changed"] == 1

    def test_keeps_nothing_that_was_deleted(
        self, project, bucket, django_capture_on_commit_callbacks
    ):
        taken = work(ask(project))

        with django_capture_on_commit_callbacks(execute=True):
            snapshots.delete_snapshot(snapshot=taken, by=taken.created_by, now=make.NOW)

        assert list(bucket.objects.all()) == []


@pytest.mark.django_db
def test_files_are_put_back_that_somebody_removed(project):
    """Finishing makes sure of what deleting the same content took away."""
    taken = take(project)
    there = snapshotting.folder(taken)
    names = [file["name"] for file in taken.files]
    content = {name: snapshotting.read(taken, name) for name in names}

    with snapshot_storage.workplace(taken) as folder:
        for name, some in content.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(some)
        (there / "README.md").unlink()
        snapshot_storage.put(taken.digest, names, folder)

    assert snapshotting.read(taken, "README.md") == content["README.md"]
