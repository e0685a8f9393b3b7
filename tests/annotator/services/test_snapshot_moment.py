"""A snapshot is of one moment, and nobody waits for it."""

import threading
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection
from django.utils import timezone

from annotator.models import Annotation, Snapshot
from annotator.queries.moment import one_moment
from annotator.services import snapshot_gathering, snapshot_progress, snapshots
from tests import make, snapshotting
from tests.snapshotting import ask, manifest, take, work

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def project(lead, ana, ben):
    return make.annotated_project([ana, ben], ["nn", "na", "oo", "..", ".."], lead=lead)


@contextmanager
def meanwhile(act):
    """Let something happen in another thread with a connection of its own."""
    failed = []

    def run():
        try:
            act()
        except Exception as error:  # noqa: BLE001  # told in the test's thread
            failed.append(error)
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    yield
    thread.join(timeout=30)
    assert not thread.is_alive()
    assert not failed


class TestOneMoment:
    def test_sees_nothing_of_what_is_saved_meanwhile(self, project, ana):
        claim = project.articles.get().claims.last()

        with one_moment():
            before = Annotation.objects.count()
            with meanwhile(lambda: make.annotate(claim, ana)):
                pass
            during = Annotation.objects.count()

        assert (before, during) == (6, 6)
        assert Annotation.objects.count() == 7

    def test_writes_nothing(self, project):
        with pytest.raises(DatabaseError), one_moment():
            project.save()

        project.save()


class TestASnapshot:
    def test_is_of_the_moment_at_which_it_began(self, project, ana, ben, monkeypatch):
        """Somebody saves between the claims and the annotations, without waiting."""
        before = take(project)
        claims = list(project.articles.get().claims.all())
        rows = snapshot_gathering.annotation_rows

        def save():
            for who in (ana, ben):
                make.annotate(claims[-1], who, "unclear")

        def save_first(*given):
            with meanwhile(save):
                pass
            return rows(*given)

        monkeypatch.setattr(snapshot_gathering, "annotation_rows", save_first)

        taken = take(project)

        assert taken.digest == before.digest
        assert Annotation.objects.count() == 8
        monkeypatch.undo()
        after = manifest(take(project))
        assert after["counts"]["annotations"] == 8

    def test_tells_how_far_it_is_while_it_reads(self, project, monkeypatch):
        monkeypatch.setattr(snapshot_progress, "EVERY", 0.01)
        rows, seen = snapshot_gathering.annotation_rows, []
        asked = ask(project)

        def slowly(*given):
            def look():
                found = Snapshot.objects.filter(pk=asked.pk)
                for _ in range(500):
                    seen.append(found.values_list("step", "total").get())
                    if seen[-1][0] == "annotations":
                        break
                    threading.Event().wait(0.01)

            with meanwhile(look):
                threading.Event().wait(0.2)
            return rows(*given)

        monkeypatch.setattr(snapshot_gathering, "annotation_rows", slowly)

        done = work(asked, clock=timezone.now)

        assert done.state == "done"
        assert seen[-1] == ("annotations", 6)

    def test_that_is_deleted_is_no_longer_taken(self, project, monkeypatch):
        monkeypatch.setattr(snapshot_progress, "EVERY", 0.01)
        rows = snapshot_gathering.annotation_rows
        asked = ask(project)

        def delete_first(*given):
            with meanwhile(lambda: Snapshot.objects.filter(pk=asked.pk).delete()):
                pass
            threading.Event().wait(0.2)
            return rows(*given)

        monkeypatch.setattr(snapshot_gathering, "annotation_rows", delete_first)

        assert not snapshots.take_snapshot(snapshot_id=asked.pk, clock=timezone.now)

    def test_is_finished_by_one_of_two_workers(self, project):
        asked, ended = ask(project), []

        def act():
            ended.append(
                snapshots.take_snapshot(snapshot_id=asked.pk, clock=timezone.now)
            )

        with meanwhile(act), meanwhile(act):
            pass

        assert sorted(ended) == [False, True]
        asked.refresh_from_db()
        assert asked.tried == 1
        assert asked.finished_at - asked.created_at > timedelta(0)
        assert snapshotting.folder(asked).is_dir()
