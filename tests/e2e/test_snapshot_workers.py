"""Snapshots get done though workers are killed, and arrive though lines break."""

import hashlib
from contextlib import contextmanager

import pytest
import requests
from django.db import connection, transaction
from django.db.models import F

from annotator.models import Guidelines, Snapshot, SnapshotState
from annotator.services.snapshot_storage import LOCK
from annotator.services.turns import SILENT
from tests.e2e import exporting
from tests.e2e.leading import Reader, wait_for

pytestmark = pytest.mark.django_db(transaction=True)
PATIENCE = 20  # seconds for an answer
ANSWERS = 33
OPTIONS = {"formats": ["jsonl", "csv"], "splits": {"seed": 3}}
BLOCKED = """
SELECT count(*) FROM pg_locks
WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))
"""


@pytest.fixture
def project(site, lead, ana, ben):
    return exporting.labeled_project(lead, (ana, ben))


@pytest.fixture
def ask(site, lead, project):
    """Give what talks to the project's snapshots, as its lead."""
    headers = site.headers(lead)

    def send(method, path="", **more):
        answer = requests.request(
            method,
            f"{site.address}/api/v1/projects/{project.slug}/snapshots/{path}",
            headers={**headers, **more.pop("headers", {})},
            timeout=PATIENCE,
            **more,
        )
        answer.raise_for_status()
        return answer

    return send


def begin(ask):
    """Ask for a snapshot, and give its path."""
    return f"{ask('POST', json=OPTIONS).json()['id']}/"


def finish(ask, path):
    """Wait until a snapshot is done, and give what the API tells of it."""

    def ended():
        told = ask("GET", path).json()
        return told["state"] in {"done", "failed"} and told

    told = wait_for(ended)
    assert told["state"] == "done", told["error"]
    return told


def check_files(ask, told):
    """Fetch each file, and see that it is what its checksum says."""
    for name, sha256 in exporting.files_of(told).items():
        content = ask("GET", f"{told['id']}/files/{name}").content
        assert hashlib.sha256(content).hexdigest() == sha256


@contextmanager
def no_guidelines():
    """Let nobody read guidelines meanwhile, as a snapshot does to begin with."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {Guidelines._meta.db_table}")  # noqa: SLF001
        yield


@contextmanager
def no_end(digest):
    """Let nobody finish a snapshot of this content meanwhile."""
    with transaction.atomic(), connection.cursor() as cursor:
        key = int(digest[:8], 16) - 2**31
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCK, key])
        yield


def is_at_it(tried):
    """Tell whether a worker is at its try, and waits for what this test holds."""
    with connection.cursor() as cursor:
        cursor.execute(BLOCKED)
        (waiting,) = cursor.fetchone()
    at_it = Snapshot.objects.filter(state=SnapshotState.RUNNING, tried=tried)
    return waiting and at_it.exists()


def let_time_pass():
    """Make it long ago that a worker was heard of."""
    Snapshot.objects.unfinished().update(worked_at=F("worked_at") - 2 * SILENT)


class TestKilledWorkers:
    def test_leave_a_snapshot_to_others(self, site, ask, project, lead):
        # What else is to be done would wait with it, and leave no thread for it.
        Reader(site, project, lead).settle(ANSWERS)
        undisturbed = finish(ask, begin(ask))
        ask("DELETE", f"{undisturbed['id']}/")

        with no_guidelines():
            path = begin(ask)
            wait_for(lambda: is_at_it(1))
            site.worker.kill()
        let_time_pass()
        with site.another_worker() as other:
            with no_end(undisturbed["digest"]):
                wait_for(lambda: is_at_it(2))
                other.kill()
            site.worker.start()
            let_time_pass()
            told = finish(ask, path)

        assert told["digest"] == undisturbed["digest"]
        assert Snapshot.objects.get().tried == 3
        check_files(ask, told)


class TestAFile:
    def test_goes_on_where_it_was_cut_off(self, site, ask, project, lead, tmp_path):
        told = finish(ask, begin(ask))
        token = exporting.token_of(lead)
        for file in told["files"]:
            whole = ask("GET", f"{told['id']}/files/{file['name']}").content
            half = tmp_path / "half"
            half.write_bytes(whole[: len(whole) // 3])
            run = (
                f"curl --fail -sS -D headers -C - -o half '{file['url']}'"
                ' -H "Authorization: Bearer $ONRECORD_TOKEN"'
            )
            exporting.run(run, tmp_path, token)
            assert half.read_bytes() == whole
            assert " 206 " in (tmp_path / "headers").read_text()
