"""Sessions as they are read at each request."""

from datetime import timedelta

import pytest
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from api.sessions import SessionStore

pytestmark = pytest.mark.django_db


@pytest.fixture
def key():
    stored = db.SessionStore()
    stored["who"] = "Ana"
    stored.save()
    return stored.session_key


class TestASession:
    def test_is_read_as_it_was_written(self, key):
        assert SessionStore(key)["who"] == "Ana"

    def test_keeps_what_is_changed_in_it(self, key):
        changed = SessionStore(key)
        changed["who"] = "Ben"
        changed.save()

        assert db.SessionStore(key)["who"] == "Ben"

    def test_that_is_over_is_none(self, key):
        Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))

        ended = SessionStore(key)

        assert "who" not in ended
        assert ended.session_key is None

    def test_that_nobody_began_is_none(self):
        assert SessionStore("x" * 32).get("who") is None

    def test_that_was_forged_is_empty(self, key):
        Session.objects.update(session_data="forged")

        assert SessionStore(key).get("who") is None
