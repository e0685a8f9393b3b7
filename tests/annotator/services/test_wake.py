"""What is said to workers: nobody waits for it, and nothing fails for want of it."""

import pytest
from celery import Celery
from django.db import transaction

from annotator.services import wake


@pytest.fixture
def way(monkeypatch):
    """Give a way to the broker by its address, and forget what came of other ones."""

    def to(broker):
        monkeypatch.setattr(wake, "current_app", Celery("other", broker=broker))
        monkeypatch.setattr(wake, "_quiet_until", 0.0)
        monkeypatch.setattr(wake, "_told", {})

    return to


class TestAMessage:
    @pytest.mark.parametrize(
        "broker",
        ["redis://127.0.0.1:port/0", "nowhere://at.all"],
    )
    def test_that_cannot_be_sent_is_said_to_be_so(self, way, broker):
        way(broker)

        assert not wake.send("annotator.report_agreement", project_id=1)

    @pytest.mark.django_db(transaction=True)
    def test_that_cannot_be_sent_does_not_undo_what_it_tells_of(self, way):
        way("nowhere://at.all")

        with transaction.atomic():
            transaction.on_commit(lambda: wake.nudge(project_id=1))

        assert not wake.send("annotator.report_agreement", project_id=1)
