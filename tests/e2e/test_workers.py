"""Workers that are killed at any moment leave the sums of the answers there are."""

import random
import time
from uuid import uuid4

import pytest
import requests

from annotator.models import (
    AgreementAlarm,
    AnnotationEvent,
    Claim,
    Recomputation,
    RecomputationReason,
)
from annotator.queries.sums import read_all_sums
from annotator.services import agreement, recomputation
from tests import make
from tests.counting import sums_from_scratch

PATIENCE = 15  # seconds that an annotator's browser waits for a save
CATCH_UP = 90  # seconds until everything is counted, a lost block included
TYPES = ["named", "anonymous", "official_statement", "unclear"]
ARTICLES = 60


@pytest.fixture
def people(ana, ben):
    return [ana, ben]


@pytest.fixture
def project(site, people, monkeypatch):
    monkeypatch.setattr(recomputation, "BLOCK", 5)
    made = make.project(annotators=tuple(people), overlap=2)
    make.articles_of(made, ARTICLES)
    for person in people:
        make.lease(made, person)
    return made


def save_for(site, people, claims, chance, saves):
    """Save answers at random over HTTP, which wakes the workers each time."""
    headers = {person: site.headers(person) for person in people}
    for _ in range(saves):
        person, claim = chance.choice(people), chance.choice(claims)
        answer = requests.put(
            f"{site.address}/api/v1/claims/{claim.pk}/annotation/",
            json={
                "client_id": str(uuid4()),
                "source_type": chance.choice(TYPES),
                "confidence": chance.randint(1, 3),
            },
            headers=headers[person],
            timeout=PATIENCE,
        )
        assert answer.status_code == 200, answer.text


def wait_until_counted(project):
    """Wait until nothing is due and nothing is being counted."""
    deadline = time.monotonic() + CATCH_UP
    while (
        AnnotationEvent.objects.untallied().filter(project=project).exists()
        or Recomputation.objects.filter(finished_at=None).exists()
        or not project.reports.exists()
    ):
        assert time.monotonic() < deadline, list(Recomputation.objects.values())
        time.sleep(0.2)


@pytest.mark.django_db(transaction=True)
class TestKilledWorkers:
    def test_leave_the_sums_of_all_answers(self, site, people, project):
        chance = random.Random(11)
        claims = list(Claim.objects.filter(article__project=project))
        save_for(site, people, claims, chance, 40)
        with site.another_worker() as other:
            # This process has no broker: the workers' sweep finds the blocks.
            made = recomputation.start_recomputation(
                project=project, reason=RecomputationReason.REPAIR, now=make.NOW
            )
            deadline = time.monotonic() + CATCH_UP
            while not made.blocks.exclude(done_at=None).exists():
                assert time.monotonic() < deadline
                time.sleep(0.01)
            site.worker.kill()
            save_for(site, people, claims, chance, 20)
            site.worker.start()
            for number in range(6):
                save_for(site, people, claims, chance, 15)
                victim = (other, site.worker)[number % 2]
                victim.kill()
                save_for(site, people, claims, chance, 5)
                victim.start()
            # A message that comes twice, or to nobody's use.
            agreement.report_agreement(project=project, now=make.NOW)
            agreement.report_agreement(project=project, now=make.NOW)
            wait_until_counted(project)

        assert read_all_sums(project) == sums_from_scratch(project)
        assert not AgreementAlarm.objects.exists()
        made.refresh_from_db()
        assert made.finished_at

    def test_make_few_reports_of_many_saves(self, site, people, project):
        chance = random.Random(12)
        claims = list(Claim.objects.filter(article__project=project))
        save_for(site, people, claims, chance, 1)
        wait_until_counted(project)

        began = time.monotonic()
        save_for(site, people, claims, chance, 60)
        wait_until_counted(project)
        seconds = time.monotonic() - began

        reports = project.reports.filter(scope="all").count()
        # Two messages for the first second of a burst, then one for each, and a sweep.
        assert reports <= 1 + 3 + seconds + 1, (reports, seconds)
        assert read_all_sums(project) == sums_from_scratch(project)
