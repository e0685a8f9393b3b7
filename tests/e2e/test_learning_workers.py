"""Real workers learn, and one that is killed leaves it to another."""

import time
from contextlib import contextmanager

import pytest
import requests
from django.db import connection, transaction

from annotator.models import Annotation, SourceType, SuggestionModel
from annotator.services import learning
from tests import make
from tests.e2e.leading import Reader
from tests.learning import decided_project

ARTICLES = 15  # what learning needs
CATCH_UP = 90  # seconds until a lost training is taken up again and done

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def project(site, lead, ana):
    return decided_project(lead=lead, annotator=ana, articles=ARTICLES)


def wait_for(state):
    deadline = time.monotonic() + CATCH_UP
    while (found := SuggestionModel.objects.get()).state != state:
        assert time.monotonic() < deadline, (found.state, found.error, found.tried)
        time.sleep(0.01)
    return found


@pytest.fixture
def ask(site, lead, project):
    """Give what talks to the project's learning, as its lead."""
    url = f"{site.address}/api/v1/projects/{project.slug}/suggestions/"
    headers = site.headers(lead)

    def send(method, **more):
        answer = requests.request(method, url, headers=headers, timeout=10, **more)
        answer.raise_for_status()
        return answer.json()

    return send


@contextmanager
def no_source_types():
    """Let nobody read source types meanwhile, as a training does to begin with."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {SourceType._meta.db_table}")  # noqa: SLF001
        yield


class TestWorkers:
    def test_train_what_a_lead_asks_for(self, ask):
        ask("POST")
        wait_for("ready")

        switched = ask("PATCH", json={"is_on": True})

        assert switched["on"]["articles"] == ARTICLES

    def test_find_a_training_whose_message_was_lost(self, project):
        # This process has no broker, so nobody is told.
        learning.request_training(project=project, by=None, now=make.NOW)

        assert wait_for("ready").tried == 1

    def test_that_are_killed_leave_it_to_another(self, site, ask, lead, project):
        # What else is to be done would wait with it, and leave no thread for it.
        Reader(site, project, lead).settle(Annotation.objects.count())
        with no_source_types():
            ask("POST")
            wait_for("training")
            site.worker.kill()
            left = SuggestionModel.objects.get()
        site.worker.start()

        found = wait_for("ready")

        assert (left.state, left.weights) == ("training", None)
        assert (found.tried, found.articles) == (2, ARTICLES)
