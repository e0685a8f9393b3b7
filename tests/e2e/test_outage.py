"""Saving needs no broker, and agreement catches up by itself once it is back."""

import time
from uuid import uuid4

import pytest
import requests

from annotator.models import AnnotationEvent, Claim
from tests import make

PATIENCE = 15  # seconds that an annotator's browser waits for a save
CATCH_UP = 60  # seconds until a report must have what was saved meanwhile
ROWS = [("named", "named"), ("named", "anonymous"), ("anonymous", "anonymous")]


@pytest.fixture
def people(ana, ben):
    return [ana, ben]


@pytest.fixture
def project(site, people):
    made = make.project(annotators=tuple(people), overlap=2)
    make.article(made)
    for person in people:
        make.lease(made, person)
    return made


def save(site, person, source_type, claim):
    answer = requests.put(
        f"{site.address}/api/v1/claims/{claim.pk}/annotation/",
        json={"client_id": str(uuid4()), "source_type": source_type, "confidence": 3},
        headers=site.headers(person),
        timeout=PATIENCE,
    )
    assert answer.status_code == 200, answer.text


def save_all(site, people):
    for claim, row in zip(Claim.objects.order_by("number"), ROWS, strict=True):
        for person, source_type in zip(people, row, strict=True):
            save(site, person, source_type, claim)


def agreement(site, project):
    lead = project.memberships.get(role="lead").user
    address = f"{site.address}/api/v1/projects/{project.slug}/agreement/"
    return requests.get(address, headers=site.headers(lead), timeout=PATIENCE).json()


def wait_for_everything(site, project):
    """Wait until the report has taken in every save, and give its figures."""
    deadline = time.monotonic() + CATCH_UP
    while (told := agreement(site, project))["pending"] or not told["report"]:
        assert time.monotonic() < deadline, told
        time.sleep(0.5)
    return told["report"]["variables"]["source_type"]


def is_right(figures):
    # o_nn 2, o_aa 2, the split 2 of 6 ordered pairs; three of each label.
    assert figures["value"] == pytest.approx(1 - (2 / 6) / (18 / 30))
    assert figures["ratings"] == 6
    return True


@pytest.mark.django_db(transaction=True)
class TestWithoutRedis:
    def test_answers_are_saved_and_reported_once_it_is_back(
        self, site, people, project
    ):
        site.redis.kill()
        try:
            save_all(site, people)
            assert AnnotationEvent.objects.untallied().count() == 6
        finally:
            site.redis.start()

        assert is_right(wait_for_everything(site, project))

    def test_a_broker_that_hangs_holds_up_no_save(self, site, people, project):
        site.redis.freeze()
        try:
            save_all(site, people)
        finally:
            site.redis.thaw()

        assert is_right(wait_for_everything(site, project))


@pytest.mark.django_db(transaction=True)
class TestWithoutWorker:
    def test_the_next_worker_reports_what_was_saved(self, site, people, project):
        site.worker.kill()
        try:
            save_all(site, people)
        finally:
            site.worker.start()

        assert is_right(wait_for_everything(site, project))
