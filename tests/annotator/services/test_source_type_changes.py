"""Agreement, and saves that meet a change, when source types are changed."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event
from uuid import uuid4

import pytest
from django.db import connection, transaction

from annotator import tasks
from annotator.models import AgreementAlarm, AgreementMark, Annotation
from annotator.queries.sums import read_all_sums
from annotator.services import agreement
from annotator.services.annotations import save_answer
from annotator.services.answers import (
    Answer,
    Save,
    SourceTypeArchived,
    UnknownSourceType,
)
from annotator.services.source_types import Wanted, set_source_types
from tests import make
from tests.counting import sums_from_scratch
from tests.recounting import finish, tally
from tests.setting_up import document, kept


def change(project, *rows):
    wanted = [Wanted(**one) for one in rows]
    lead = project.memberships.get(role="lead").user
    set_source_types(project=project, lead=lead, wanted=wanted, now=make.NOW)


def report(project):
    """Have the workers do what is due, and give the newest report's variables."""
    tasks.sweep()
    for made in project.recomputations.filter(finished_at=None):
        for block in made.blocks.all():
            tally(block)
        finish(made)
    agreement.report_agreement(project=project, now=make.NOW)
    return project.reports.filter(scope="all")[0].variables


@pytest.fixture
def project(wide_project):
    return wide_project


@pytest.mark.django_db
class TestAgreement:
    def check(self, project):
        assert read_all_sums(project) == sums_from_scratch(project)
        assert not AgreementMark.objects.exists()
        assert not AgreementAlarm.objects.exists()

    def test_is_the_same_with_one_more_that_nobody_chose(self, project):
        before = report(project)["source_type"]

        change(project, *kept(project), document())
        after = report(project)["source_type"]

        assert after["labels"] == [*before["labels"], "document"]
        assert after["value"] == pytest.approx(before["value"])
        assert after["interval"] == pytest.approx(before["interval"])
        self.check(project)

    def test_is_the_same_in_another_order(self, project):
        before = report(project)["source_type"]

        change(project, *reversed(kept(project)))
        after = report(project)["source_type"]

        assert after["labels"] == before["labels"][::-1]
        assert after["value"] == pytest.approx(before["value"])
        self.check(project)

    def test_is_on_fewer_labels_once_one_maps_to_another(self, project):
        before = report(project)
        assert "source_type_collapsed" not in before

        change(project, *kept(project, unclear={"maps_to": "named"}))
        after = report(project)

        full, fewer = after["source_type"], after["source_type_collapsed"]
        assert full["value"] == pytest.approx(before["source_type"]["value"])
        assert "unclear" not in fewer["labels"]
        assert fewer["percent_agreement"] > full["percent_agreement"]
        self.check(project)

    def test_still_counts_what_is_archived(self, project):
        change(project, *kept(project), document())
        ana = project.memberships.get(user__name="Ana").user
        make.annotate(
            Annotation.objects.filter(annotator=ana)[0].claim, ana, "document"
        )
        before = report(project)["source_type"]

        change(project, *kept(project)[:-1])
        after = report(project)["source_type"]

        assert after == before
        assert after["labels"][-1] == "document"
        self.check(project)

    def test_forgets_an_archived_one_with_its_last_answer(self, project):
        change(project, *kept(project), document())
        ana = project.memberships.get(user__name="Ana").user
        claim = Annotation.objects.filter(annotator=ana)[0].claim
        make.annotate(claim, ana, "document")
        change(project, *kept(project)[:-1])
        report(project)

        make.annotate(claim, ana, "named")
        report(project)
        after = report(project)["source_type"]

        assert "document" not in after["labels"]


@pytest.mark.django_db(transaction=True)
class TestASaveThatMeetsAChange:
    @pytest.fixture
    def project(self, ana):
        made = make.project(annotators=(ana,))
        make.article(made)
        make.lease(made, ana)
        change(made, *kept(made), document())
        return made

    @pytest.mark.parametrize("round_", range(3))
    def test_is_kept_or_refused_and_never_lost(self, ana, project, round_):
        claims = list(project.articles.get().claims.all())
        together = Barrier(len(claims) + 1)
        without = kept(project)[:-1]

        def save(claim):
            answer = Answer(source_type="document", confidence=2)
            try:
                together.wait(10)
                return save_answer(
                    save=Save(claim.pk, uuid4(), answer), annotator=ana, now=make.NOW
                )
            except (UnknownSourceType, SourceTypeArchived):
                return None
            finally:
                connection.close()

        def archive():
            try:
                together.wait(10)
                change(project, *without)
            finally:
                connection.close()

        with ThreadPoolExecutor(len(claims) + 1) as pool:
            changing = pool.submit(archive)
            saved = [one for one in pool.map(save, claims) if one is not None]
            changing.result()

        stored = Annotation.objects.filter(source_type__key="document")
        assert {one.pk for one in stored} >= {one.pk for one in saved}
        left = project.source_types.filter(key="document").first()
        assert (left is not None and left.archived_at is not None) == stored.exists()

    def test_is_refused_where_its_type_was_deleted_before_it_ended(self, ana, project):
        if not connection.features.has_select_for_update_skip_locked:
            pytest.skip("SQLite lets nobody in beside a writer")
        claim = project.articles.get().claims.first()
        has_written, is_deleted = Event(), Event()

        def save():
            try:
                with transaction.atomic():
                    save_answer(
                        save=Save(
                            claim.pk,
                            uuid4(),
                            Answer(source_type="document", confidence=2),
                        ),
                        annotator=ana,
                        now=make.NOW,
                    )
                    has_written.set()
                    is_deleted.wait(30)
            except Exception as refusal:  # noqa: BLE001
                return refusal
            finally:
                connection.close()

        with ThreadPoolExecutor(1) as pool:
            saving = pool.submit(save)
            assert has_written.wait(30)
            change(project, *kept(project)[:-1])
            is_deleted.set()
            refusal = saving.result()

        assert "violates foreign key" in str(refusal)
        assert not Annotation.objects.exists()
        with pytest.raises(UnknownSourceType):
            save_answer(
                save=Save(
                    claim.pk, uuid4(), Answer(source_type="document", confidence=2)
                ),
                annotator=ana,
                now=make.NOW,
            )


@pytest.mark.django_db(transaction=True)
class TestTwoLeads:
    @pytest.mark.parametrize("round_", range(3))
    def test_who_change_hotkeys_at_once_take_turns(self, ana, round_):
        project = make.project(lead=ana)
        together = Barrier(2)
        lists = [
            kept(project, named={"hotkey": "2"}, anonymous={"hotkey": "1"}),
            [*kept(project, named={"hotkey": "9"}), document(hotkey="1")],
        ]

        def put(rows):
            try:
                together.wait(10)
                change(project, *rows)
            finally:
                connection.close()

        with ThreadPoolExecutor(2) as pool:
            list(pool.map(put, lists))

        now = [one["hotkey"] for one in kept(project)]
        assert now in [
            [one["hotkey"] for one in rows] for rows in lists
        ]  # the last one's
