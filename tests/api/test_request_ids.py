"""Each request has an id: in its answer, in its lines of the log, in its messages."""

import logging
import re
from uuid import UUID

import pytest
from celery import current_app
from celery.signals import task_postrun, task_prerun
from django.test import Client
from django_guid import clear_guid, get_guid, set_guid

from annotator import tasks
from api.request_ids import LogLine

pytestmark = pytest.mark.django_db
PROJECTS = "/api/v1/projects/"
GIVEN = "9f0c8a52-5d3e-4a4c-9c11-2f4b7c1d5e60"


def ask(path=PROJECTS, given=None, **more):
    headers = {} if given is None else {"X-Request-ID": given}
    return Client(raise_request_exception=False).get(path, headers=headers, **more)


class TestAnAnswer:
    def test_has_an_id(self):
        one, other = ask(), ask()

        assert str(UUID(one["X-Request-ID"])) == one["X-Request-ID"]
        assert one["X-Request-ID"] != other["X-Request-ID"]

    @pytest.mark.parametrize("given", [GIVEN, GIVEN.upper(), GIVEN.replace("-", "")])
    def test_has_the_id_that_was_given(self, given):
        assert ask(given=given)["X-Request-ID"] == GIVEN

    @pytest.mark.parametrize(
        "given",
        [
            "",
            "x",
            "1234",
            f"{{{GIVEN}}}",
            f"urn:uuid:{GIVEN}",
            f"{GIVEN} ",
            f" {GIVEN}",
            f"{GIVEN}\r\nX-Evil: 1",
            f"{GIVEN}\nERROR forged: line",
            f"{GIVEN[:-1]}\x85",
            f"{GIVEN[:-1]}\u2028",
            "-" * 9000 + GIVEN,
            "0x" + GIVEN.replace("-", "")[2:],
            "_".join(GIVEN.replace("-", "")),
            f"{GIVEN},{GIVEN}",
            f"{GIVEN}'; DROP TABLE annotator_claim; --",
        ],
    )
    def test_has_another_for_what_is_no_uuid(self, given, caplog):
        caplog.handler.setFormatter(LogLine())
        caplog.set_level("DEBUG")

        answer = ask("/api/nothing", given=given)

        assert re.fullmatch(r"[0-9a-f-]{36}", answer["X-Request-ID"])
        assert answer["X-Request-ID"] != GIVEN
        assert "forged" not in caplog.text
        assert "DROP" not in caplog.text

    @pytest.mark.parametrize(
        ("path", "more", "status"),
        [
            (PROJECTS, {}, 401),
            ("/api/nothing", {}, 404),
            ("/static/nothing", {}, 404),
            ("/healthz", {}, 200),
            (PROJECTS, {"HTTP_HOST": "elsewhere.example"}, 400),
            (f"{PROJECTS}?cursor=%00", {"HTTP_AUTHORIZATION": "Bearer x"}, 401),
        ],
    )
    def test_of_whatever_kind_has_it(self, path, more, status):
        answer = ask(path, GIVEN, **more)

        assert answer.status_code == status
        assert answer["X-Request-ID"] == GIVEN
        if answer["Content-Type"] == "application/problem+json":
            assert answer.json()["request_id"] == GIVEN

    def test_that_failed_has_it(self, api, lead, settings, caplog):
        """What nobody expected is found in the log by what the answer says."""
        caplog.handler.setFormatter(LogLine())
        settings.REST_FRAMEWORK = {"EXCEPTION_HANDLER": "no.such.handler"}
        client = api()
        client.raise_request_exception = False

        answer = client.get(PROJECTS, headers={"X-Request-ID": GIVEN})

        assert answer.status_code == 500
        assert answer["X-Request-ID"] == answer.json()["request_id"] == GIVEN
        assert f"ERROR {GIVEN} django.request: " in caplog.text

    def test_as_a_stream_has_it_to_its_end(self, api, lead, project):
        path = f"{PROJECTS}{project.slug}/export/annotations.jsonl"

        answer = api(lead).get(path, headers={"X-Request-ID": GIVEN})

        assert answer["X-Request-ID"] == GIVEN
        assert answer.streaming
        answer.getvalue()
        assert get_guid() is None


class TestALineOfTheLog:
    def test_begins_with_the_id_of_its_request(self, caplog):
        caplog.handler.setFormatter(LogLine())

        ask("/api/nothing%0aERROR forged", GIVEN)

        assert f"WARNING {GIVEN} django.request: Not Found: /api/nothing" in caplog.text
        assert not [one for one in caplog.text.splitlines() if one.startswith("ERROR")]

    def test_outside_of_requests_has_none(self):
        record = logging.makeLogRecord({"name": "x", "levelname": "INFO", "msg": "y"})

        assert LogLine().format(record) == "INFO - x: y"


class TestAMessageToWorkers:
    @pytest.fixture
    def message(self):
        """Give a message that was sent while a request was answered."""
        set_guid(GIVEN)
        with current_app.connection_for_write("memory://") as connection:
            current_app.send_task(
                "annotator.sweep", connection=connection, queue="ids", retry=False
            )
            clear_guid()
            yield connection.SimpleQueue("ids").get(timeout=1)

    def test_carries_the_id_of_its_request(self, message):
        assert message.headers["X-Request-ID"] == GIVEN

    def test_gives_it_to_the_work_that_comes_of_it(self, message):
        task = tasks.sweep
        task.push_request(**message.headers)

        task_prerun.send(sender=task, task=task)
        during = get_guid()
        task_postrun.send(sender=task, task=task)
        task.pop_request()

        assert (during, get_guid()) == (GIVEN, None)
