"""Imports that are canceled, resumed, killed, or whose messages are lost."""

from contextlib import suppress
from itertools import count

import pytest

from annotator.models import Article, ImportFailure, ImportState
from annotator.services import import_blocks, import_cutting, import_rows, imports
from tests import importing, make

ROWS = [{"text": make.text(number)} for number in range(7)]
BEFORE_STORING = 2
"""The second time that a worker reads the clock, the block's texts have been read."""


@pytest.fixture
def project(lead):
    return make.project(lead=lead)


@pytest.fixture
def begun(project, monkeypatch):
    """Give an import of seven rows, cut into four blocks."""
    monkeypatch.setattr(import_rows, "MOST_ROWS", 2)
    made = importing.start(project, make.jsonl(*ROWS))
    importing.cut(made)
    assert made.blocks.count() == 4
    return made


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


def take_in_one(article_import, place=0, clock=lambda: make.NOW):
    block = list(article_import.blocks.all())[place]
    import_blocks.import_block(block_id=block.pk, clock=clock)


@pytest.mark.django_db
class TestCanceling:
    def test_keeps_what_was_stored_and_stores_no_more(self, begun):
        take_in_one(begun)

        imports.cancel_import(article_import=begun, by=None, now=make.NOW)
        importing.take_in(begun)

        assert importing.counts(begun) == (2, 0, 0)
        assert begun.state == ImportState.CANCELED
        assert Article.objects.count() == 2

    def test_stops_the_cutting_too(self, project):
        made = importing.start(project, make.jsonl({"text": make.TEXT}))

        imports.cancel_import(article_import=made, by=None, now=make.NOW)

        assert importing.work(made).state == ImportState.CANCELED
        assert made.total is None

    def test_discards_a_block_at_work_and_frees_it(self, begun):
        def cancel():
            imports.cancel_import(article_import=begun, by=None, now=make.NOW)

        take_in_one(begun, clock=clock_with(cancel, at=BEFORE_STORING))

        assert not Article.objects.exists()
        assert begun.blocks.filter(taken_until=None).count() == 4

    def test_is_refused_when_all_is_done(self, begun):
        importing.work(begun)

        with pytest.raises(imports.ImportEnded):
            imports.cancel_import(article_import=begun, by=None, now=make.NOW)


@pytest.mark.django_db
class TestResuming:
    def test_goes_on_where_it_stopped(self, begun):
        take_in_one(begun)
        imports.cancel_import(article_import=begun, by=None, now=make.NOW)

        imports.resume_import(article_import=begun, by=None, now=make.NOW)

        assert importing.work(begun).state == ImportState.DONE
        assert importing.counts(begun) == (len(ROWS), 0, 0)

    def test_begins_the_cutting_again_if_that_was_stopped(self, project):
        made = importing.start(project, make.jsonl({"text": make.TEXT}))
        imports.cancel_import(article_import=made, by=None, now=make.NOW)

        imports.resume_import(article_import=made, by=None, now=make.NOW)

        assert importing.counts(importing.work(made)) == (1, 0, 0)

    def test_is_refused_of_what_goes_on_or_is_done(self, begun):
        with pytest.raises(imports.ImportGoesOn):
            imports.resume_import(article_import=begun, by=None, now=make.NOW)
        importing.work(begun)
        with pytest.raises(imports.ImportEnded):
            imports.resume_import(article_import=begun, by=None, now=make.NOW)

    def test_is_refused_when_nothing_is_left_of_it(self, begun):
        imports.cancel_import(article_import=begun, by=None, now=make.NOW)
        later = make.NOW + 2 * imports.KEPT

        imports.forget_imports(now=make.NOW + imports.KEPT)
        assert begun.blocks.exists()
        imports.forget_imports(now=later)

        assert not begun.blocks.exists()
        with pytest.raises(imports.ImportEnded, match="30 days"):
            imports.resume_import(article_import=begun, by=None, now=later)


@pytest.mark.django_db
class TestLostWorkers:
    def test_leave_a_table_to_be_cut_on_behind_their_blocks(self, project, monkeypatch):
        monkeypatch.setattr(import_rows, "MOST_ROWS", 2)
        made = importing.start(project, make.jsonl(*ROWS))
        with pytest.raises(KeyboardInterrupt):
            import_cutting.cut_import(import_id=made.pk, clock=clock_with(die, at=4))
        importing.cut(made)  # too early: somebody seems to be at it
        made.refresh_from_db()
        assert (made.total, made.blocks.count()) == (None, 2)

        done = importing.work(made, now=importing.long_after())

        assert done.total == len(ROWS)
        assert importing.counts(done) == (len(ROWS), 0, 0)

    def test_leave_blocks_to_others_after_a_while(self, begun):
        begun.blocks.update(taken_until=make.NOW + imports.LOST)
        importing.take_in(begun)
        assert not Article.objects.exists()

        importing.take_in(begun, now=importing.long_after())

        assert importing.counts(begun) == (len(ROWS), 0, 0)
        assert begun.state == ImportState.DONE

    def test_leave_nothing_half_done(self, begun):
        with pytest.raises(KeyboardInterrupt):
            take_in_one(begun, clock=clock_with(die, at=BEFORE_STORING))

        assert not Article.objects.exists()
        assert importing.counts(importing.work(begun)) == (len(ROWS) - 2, 0, 0)
        importing.take_in(begun, now=importing.long_after())
        assert importing.counts(begun) == (len(ROWS), 0, 0)

    def test_do_not_store_what_others_did_meanwhile(self, begun):
        def overtake():
            take_in_one(begun, clock=importing.long_after)

        take_in_one(begun, clock=clock_with(overtake, at=BEFORE_STORING))

        assert importing.counts(begun) == (2, 0, 0)
        assert Article.objects.count() == 2

    def test_who_die_of_a_row_lose_that_row_only(self, begun):
        now = make.NOW
        for _ in range(2 * import_blocks.MOST_TRIES + 3):
            for block in begun.blocks.all():
                is_deadly = block.first_row <= 2 <= block.last_row
                at = BEFORE_STORING if is_deadly else 0
                if block.tried == import_blocks.MOST_TRIES:
                    at = 0  # not read any more
                with suppress(KeyboardInterrupt):
                    import_blocks.import_block(
                        block_id=block.pk, clock=clock_with(die, at=at, now=now)
                    )
            now += 2 * imports.LOST

        assert importing.counts(begun) == (len(ROWS) - 1, 0, 1)
        assert begun.state == ImportState.DONE
        failure = ImportFailure.objects.get()
        assert (failure.row, failure.code) == (2, "given_up")
        assert make.text(1) in failure.raw

    def test_who_die_of_a_file_fail_its_import_in_the_end(self, project):
        made = importing.start(project, make.jsonl(*ROWS))
        now = make.NOW
        for _ in range(import_cutting.MOST_TRIES):
            with pytest.raises(KeyboardInterrupt):
                import_cutting.cut_import(
                    import_id=made.pk, clock=clock_with(die, at=2, now=now)
                )
            now += 2 * imports.LOST

        importing.cut(made, now=now)

        made.refresh_from_db()
        assert made.state == ImportState.FAILED
        assert made.error


@pytest.mark.django_db
class TestTheSweep:
    """What it sends again, by the marks that it leaves."""

    def marks(self, article_import):
        article_import.refresh_from_db()
        taken = article_import.blocks.values_list("taken_until", flat=True)
        return article_import.sent_at, set(taken)

    def test_leaves_alone_what_is_at_work(self, begun):
        until = make.NOW + imports.LOST
        begun.blocks.update(taken_until=until)

        imports.send_lost_imports(now=until)

        assert self.marks(begun) == (make.NOW, {until})

    def test_sends_blocks_when_nobody_works(self, begun):
        later = importing.long_after()

        imports.send_lost_imports(now=later)

        assert self.marks(begun) == (later, {None})

    def test_frees_blocks_whose_worker_is_gone(self, begun):
        later = importing.long_after()
        begun.blocks.update(taken_until=make.NOW)
        begun.sent_at = later
        begun.save()

        imports.send_lost_imports(now=later)

        assert self.marks(begun) == (later, {None})

    def test_sends_a_table_that_nobody_cuts(self, project):
        made = importing.start(project, make.jsonl(*ROWS))

        imports.send_lost_imports(now=importing.long_after())

        assert self.marks(made)[0] == importing.long_after()

    def test_leaves_alone_a_table_that_somebody_cuts(self, project):
        later = importing.long_after()
        made = importing.start(project, make.jsonl(*ROWS))
        made.taken_at = later
        made.save()

        imports.send_lost_imports(now=later)

        assert self.marks(made)[0] == make.NOW

    def test_leaves_alone_what_has_ended(self, begun):
        imports.cancel_import(article_import=begun, by=None, now=make.NOW)

        imports.send_lost_imports(now=importing.long_after())

        assert self.marks(begun)[0] == make.NOW
