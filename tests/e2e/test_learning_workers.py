"""Real workers learn, and one that is killed leaves it to another."""

import time

import pytest
import requests

from annotator.models import SuggestionModel
from annotator.services import learning
from tests import make
from tests.learning import decided_project

ARTICLES = 60  # enough for a worker to be caught at it
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


class TestWorkers:
    def test_train_what_a_lead_asks_for(self, site, lead, project):
        url = f"{site.address}/api/v1/projects/{project.slug}/suggestions/"
        headers = site.headers(lead)

        asked = requests.post(url, headers=headers, timeout=10)
        wait_for("ready")
        switched = requests.patch(
            url, json={"is_on": True}, headers=headers, timeout=10
        )

        assert asked.status_code == 202
        assert switched.json()["on"]["articles"] == ARTICLES

    def test_find_a_training_whose_message_was_lost(self, project):
        # This process has no broker, so nobody is told.
        learning.request_training(project=project, by=None, now=make.NOW)

        assert wait_for("ready").tried == 1

    def test_that_are_killed_leave_it_to_another(self, site, project):
        learning.request_training(project=project, by=None, now=make.NOW)
        wait_for("training")
        site.worker.kill()
        left = SuggestionModel.objects.get()
        site.worker.start()

        found = wait_for("ready")

        assert (left.state, left.weights) == ("training", None)
        assert (found.tried, found.articles) == (2, ARTICLES)
