"""Imports go on under workers that are killed, and need no broker to begin."""

import io
import json
import time
from pathlib import Path

import pytest
import requests
from django.db.models import Count, F

from annotator.models import Article, ImportBlock, ImportPiece, Role
from tests import make, servers

PATIENCE = 30  # seconds for an upload
CATCH_UP = 120  # seconds until everything is done, lost blocks included
ARTICLES = 500
KILLS = 3
SENTENCES = " ".join(make.text(number) for number in range(20))
TOO_LARGE = 200_000_000


@pytest.fixture
def project(site):
    return make.project()


@pytest.fixture
def imports(site, project):
    """Give what talks to the project's imports, as its lead."""
    lead = project.memberships.get(role=Role.LEAD).user
    headers = site.headers(lead)

    def ask(method, path="", **more):
        return requests.request(
            method,
            f"{site.address}/api/v1/projects/{project.slug}/imports/{path}",
            headers={**headers, **more.pop("headers", {})},
            timeout=PATIENCE,
            **more,
        )

    return ask


class Zeros:
    """A body of TOO_LARGE bytes that takes no memory here either."""

    left = TOO_LARGE

    def __len__(self):
        return self.left

    def __iter__(self):
        raise NotImplementedError  # it is only read

    def read(self, size):
        size = min(size, self.left)
        self.left -= size
        return bytes(size)


def table(rows):
    """Make a table of so many articles, one of which is there twice, and a bad row."""
    lines = [
        json.dumps({"text": f"{SENTENCES} Part {number}."}) for number in range(rows)
    ]
    return "\n".join([*lines, lines[0], '{"title": "No text"}'])


def upload(imports, rows):
    content = io.BytesIO(table(rows).encode())
    answer = imports("POST", files={"file": ("many.jsonl", content)})
    assert answer.status_code == 202, answer.text
    return f"{answer.json()['id']}/"


def wait_for(imports, path, condition):
    """Wait until something holds of an import, and give it."""
    deadline = time.monotonic() + CATCH_UP
    while not condition(told := imports("GET", path).json()):
        assert time.monotonic() < deadline, told
        time.sleep(0.1)
    return told


def has_ended(told):
    return told["ended_at"] is not None


def check(told, rows):
    """Make sure that every row was taken in exactly once, with all of its claims."""
    names = ("state", "total", "stored", "duplicates", "failed")
    assert tuple(told[name] for name in names) == ("done", rows + 2, rows, 1, 1)
    assert Article.objects.count() == rows
    counted = Article.objects.annotate(found=Count("claims"))
    assert not counted.exclude(found=F("claim_count")).exists()
    assert not ImportBlock.objects.exists()
    assert not ImportPiece.objects.exists()


@pytest.mark.django_db(transaction=True)
class TestKilledWorkers:
    def test_leave_every_article_exactly_once(self, site, imports):
        with site.another_worker() as other:
            path = upload(imports, ARTICLES)
            for number in range(KILLS):
                done = number * ARTICLES // (2 * KILLS)
                wait_for(
                    imports,
                    path,
                    lambda told, done=done: told["total"] and told["done"] >= done,
                )
                victim = (other, site.worker)[number % 2]
                victim.kill()
                victim.start()
            stopped = imports("POST", f"{path}cancel/").json()
            assert stopped["done"] < ARTICLES
            resumed = imports("POST", f"{path}resume/")
            assert resumed.status_code == 200
            told = wait_for(imports, path, has_ended)

        check(told, ARTICLES)
        failures = imports("GET", f"{path}failures/").json()["results"]
        assert [one["row"] for one in failures] == [ARTICLES + 2]


@pytest.mark.django_db(transaction=True)
class TestWithoutRedis:
    def test_uploads_are_kept_and_taken_in_once_it_is_back(self, site, imports):
        site.redis.kill()
        try:
            path = upload(imports, 20)
            assert imports("GET", path).json()["state"] == "waiting"
        finally:
            site.redis.start()

        check(wait_for(imports, path, has_ended), 20)


@pytest.mark.django_db(transaction=True)
class TestUploadsThatAreTooLarge:
    def test_are_refused_in_words_and_never_held(self, site, imports):
        web = next(server for server in servers.running if server.name == "web")
        before = memory(web.popen.pid)

        answer = imports(
            "POST",
            data=Zeros(),
            headers={"Content-Type": "multipart/form-data; boundary=x"},
        )

        assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
        assert memory(web.popen.pid) - before < 50


def memory(pid):
    """Give the most memory (MB) that a program and its children had at once."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return sum(peak(one) for one in (pid, *children))


def peak(pid):
    status = Path(f"/proc/{pid}/status").read_text()
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024
