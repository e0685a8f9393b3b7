"""Snapshots that are taken, whose workers die, and that are deleted."""

import os
from contextlib import suppress
from itertools import count

import pytest
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from annotator.models import Snapshot, SnapshotState
from annotator.services import snapshots
from annotator.services.turns import SILENT
from tests import make, snapshotting
from tests.snapshotting import ask, clock, folder, take, work

LATER = make.NOW + 2 * SILENT


@pytest.fixture
def project(lead, ana, ben):
    return make.annotated_project([ana, ben], ["nn", "na", "oo", "a."], lead=lead)


def clock_with(event, *, at, now=make.NOW):
    """Give a clock that lets something happen when it is read the `at`th time."""
    reads = count(1)

    def read():
        if next(reads) == at:
            event()
        return now

    return read


def die():
    """End as by a kill: nothing is told to anybody."""
    raise KeyboardInterrupt


def reads_of_a_clock(project):
    """Count how often the clock is read while a snapshot is taken."""
    reads = count()
    work(ask(project), clock=lambda: (next(reads), make.NOW)[1])
    return next(reads)


def left_at_work():
    return list((settings.SNAPSHOTS_DIR / "work").glob("*"))


@pytest.mark.django_db
class TestTaking:
    def test_leaves_files_under_their_digest(self, project):
        taken = take(project)

        assert taken.state == SnapshotState.DONE
        assert taken.finished_at == make.NOW
        assert (taken.worked_at, taken.step, taken.tried) == (None, "", 1)
        assert {one["name"] for one in taken.files} == {
            str(path.relative_to(folder(taken))) for path in folder(taken).rglob("*.*")
        }
        assert taken.size == sum(one["bytes"] for one in taken.files)
        assert left_at_work() == []

    def test_is_done_once(self, project):
        taken = take(project)

        assert not snapshots.take_snapshot(snapshot_id=taken.pk, clock=clock)

    def test_of_nothing_does_nothing(self, project):
        asked = ask(project)
        asked.delete()

        assert not snapshots.take_snapshot(snapshot_id=10**6, clock=clock)

    def test_of_an_empty_project_has_no_rows(self, lead):
        taken = take(make.project(lead=lead))

        assert taken.manifest["counts"]["claims"] == 0

    def test_tells_how_far_it_is(self, project):
        asked, seen = ask(project), []

        def look():
            seen.append(Snapshot.objects.values_list("state", "step").get(pk=asked.pk))

        work(asked, clock=lambda: look() or make.NOW)

        assert ("running", "claims") in seen
        assert ("running", "storing") in seen


@pytest.mark.django_db
class TestAWorker:
    def test_that_is_killed_anywhere_leaves_it_to_another(self, project):
        digest = take(project).digest
        for at in range(3, reads_of_a_clock(project) + 1):
            asked = ask(project)
            with pytest.raises(KeyboardInterrupt):
                work(asked, clock=clock_with(die, at=at))
            assert not snapshots.take_snapshot(snapshot_id=asked.pk, clock=clock)

            done = work(asked, clock=lambda: LATER)

            assert (done.state, done.digest, done.tried) == ("done", digest, 2)
        assert left_at_work() == []

    def test_that_is_thought_dead_finishes_nothing(self, project):
        for at in range(3, reads_of_a_clock(project)):
            asked = ask(project)

            def overtake(asked=asked):
                work(asked, clock=lambda: LATER)

            work(asked, clock=clock_with(overtake, at=at))

            done = Snapshot.objects.get(pk=asked.pk)
            assert (done.state, done.finished_at, done.tried) == ("done", LATER, 2)
            assert folder(done).is_dir()

    def test_that_dies_each_time_is_given_up(self, project):
        asked, now = ask(project), make.NOW
        for _ in range(snapshots.MOST_TRIES):
            with pytest.raises(KeyboardInterrupt):
                work(asked, clock=clock_with(die, at=3, now=now))
            now += 2 * SILENT

        done = work(asked, clock=lambda: now)

        assert (done.state, done.digest) == ("failed", "")
        assert done.error == snapshots.GIVEN_UP

    def test_that_fails_says_so(self, project, monkeypatch):
        asked = ask(project)
        monkeypatch.setattr(settings, "SNAPSHOTS_DIR", settings.DATA_DIR / "test.txt")
        settings.SNAPSHOTS_DIR.write_text("This is no folder.")

        with pytest.raises(OSError, match=r"test\.txt"):
            work(asked)

        asked.refresh_from_db()
        assert (asked.state, asked.error) == ("failed", snapshots.FAILED)
        assert asked.finished_at == make.NOW


@pytest.mark.django_db
class TestDeleting:
    def delete(self, snapshot, capture):
        with capture(execute=True):
            snapshots.delete_snapshot(
                snapshot=snapshot, by=snapshot.created_by, now=make.NOW
            )

    def test_removes_the_files(self, project, django_capture_on_commit_callbacks):
        taken = take(project)

        self.delete(taken, django_capture_on_commit_callbacks)

        assert not folder(taken).exists()

    def test_keeps_the_files_of_one_that_is_the_same(
        self, project, django_capture_on_commit_callbacks
    ):
        one, other = take(project), take(project)
        assert one.digest == other.digest

        self.delete(one, django_capture_on_commit_callbacks)
        assert folder(other).is_dir()
        self.delete(other, django_capture_on_commit_callbacks)

        assert not folder(other).exists()

    def test_while_it_is_taken_leaves_nothing(self, project):
        for at in range(3, reads_of_a_clock(project) + 1):
            asked = ask(project, text=True)

            def delete(asked=asked):
                with transaction.atomic():
                    Snapshot.objects.filter(pk=asked.pk).delete()

            with suppress(Snapshot.DoesNotExist):
                work(asked, clock=clock_with(delete, at=at))

            kept = set(Snapshot.objects.values_list("digest", flat=True))
            there = {one for one in os.listdir(settings.SNAPSHOTS_DIR) if one != "work"}  # noqa: PTH208
            assert there <= kept | self.before
        assert left_at_work() == []

    @pytest.fixture(autouse=True)
    def others(self):
        """Remember what other tests have left."""
        settings.SNAPSHOTS_DIR.mkdir(exist_ok=True)
        self.before = {path.name for path in settings.SNAPSHOTS_DIR.iterdir()}


@pytest.mark.django_db
class TestTheSweep:
    @pytest.fixture
    def sent(self, monkeypatch):
        messages = []
        monkeypatch.setattr(
            snapshots, "send", lambda task, **ids: messages.append((task, ids))
        )
        return messages

    def test_sends_what_nobody_is_at(self, project, sent):
        waiting, lost, at_work = ask(project), ask(project), ask(project)
        Snapshot.objects.filter(pk=lost.pk).update(worked_at=make.NOW)
        Snapshot.objects.filter(pk=at_work.pk).update(worked_at=LATER)
        take(project)

        snapshots.send_lost_snapshots(now=LATER)

        assert sorted(ids["snapshot_id"] for _, ids in sent) == [waiting.pk, lost.pk]

    def test_is_for_what_is_in_the_database(self, project):
        """The tasks know the names that services send by."""
        from annotator import tasks  # noqa: PLC0415

        asked = ask(project)

        tasks.take_snapshot(snapshot_id=asked.pk)

        asked.refresh_from_db()
        assert asked.state == "done"
        assert asked.finished_at <= timezone.now()
        assert tasks.take_snapshot.name == "annotator.take_snapshot"
        assert snapshotting.read(asked, "README.md")
