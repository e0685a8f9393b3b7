"""Changed labels: everything is counted anew by them."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from annotator import tasks
from annotator.models import (
    AgreementAlarm,
    AgreementMark,
    Recomputation,
    RecomputationReason,
    User,
)
from annotator.queries.sums import read_all_sums
from annotator.services import agreement
from annotator.services.tallies import LabelNotDeclared
from tests import make
from tests.counting import sums_from_scratch
from tests.recounting import finish, run, start, tally


@pytest.fixture
def project(wide_project):
    return wide_project


@pytest.mark.django_db
class TestChangedLabels:
    def test_are_counted_anew(self, project):
        agreement.report_agreement(project=project, now=make.NOW)
        unclear = project.source_types.get(key="unclear")
        unclear.maps_to = project.source_types.get(key="named")
        unclear.save()
        agreement.mark_labels(project=project, now=make.NOW)

        tasks.sweep()
        made = Recomputation.objects.get(finished_at=None)
        for block in made.blocks.all():
            tally(block)
        finish(made)

        assert made.reason == RecomputationReason.LABELS
        assert read_all_sums(project) == sums_from_scratch(project)
        newest = project.reports.filter(scope="all")[0]
        assert newest.variables["source_type_collapsed"]["percent_agreement"] > 0.9
        assert not AgreementMark.objects.exists()

    def test_are_noticed_at_the_next_answer_without_a_mark(self, project):
        agreement.report_agreement(project=project, now=make.NOW)
        project.source_types.create(
            key="document", name="A document", hotkey="6", color="neutral_1", order=6
        )
        claim = project.articles.all()[0].claims.all()[0]
        make.annotate(claim, User.objects.get(name="Ana"), "anonymous")

        agreement.report_agreement(project=project, now=make.NOW)
        made = run(project)

        assert made.reason == RecomputationReason.LABELS
        assert read_all_sums(project) == sums_from_scratch(project)
        figures = project.reports.filter(scope="all")[0].variables["source_type"]
        assert figures["labels"][-1] == "document"

    def test_begin_a_recomputation_again_that_is_at_work(self, project):
        first = start(project)
        tally(first.blocks.all()[0])
        project.source_types.create(
            key="document", name="A document", hotkey="6", color="neutral_1", order=6
        )
        tally(first.blocks.all()[1])  # which notices

        agreement.report_agreement(project=project, now=make.NOW)
        second = Recomputation.objects.get(finished_at=None)
        for block in second.blocks.all():
            tally(block)
        finish(second)

        assert second != first
        assert read_all_sums(project) == sums_from_scratch(project)

    def test_that_answers_do_not_fit_are_told_of(self, project):
        made = start(project)
        project.confidence_words = ["Low", "High"]
        project.save()
        agreement.mark_labels(project=project, now=make.NOW)
        agreement.report_agreement(project=project, now=make.NOW)
        made = Recomputation.objects.get(finished_at=None)

        with pytest.raises(LabelNotDeclared):
            tally(made.blocks.all()[0])

        assert "confidence 3" in AgreementAlarm.objects.get().detail
        project.confidence_words = ["Low", "Medium", "High"]
        project.save()
        run(project)
        assert read_all_sums(project) == sums_from_scratch(project)
        assert not AgreementAlarm.objects.filter(cleared_at=None).exists()

    @pytest.mark.parametrize("at", [1, 3])
    def test_while_all_is_counted_here_begin_it_again(self, project, at):
        def change(done, blocks):
            if (done, blocks) == (at, 3) and not project.source_types.filter(
                key="document"
            ):
                project.source_types.create(
                    key="document",
                    name="A document",
                    hotkey="6",
                    color="neutral_1",
                    order=6,
                )

        made = run(project, progress=change)

        assert made.finished_at
        assert read_all_sums(project) == sums_from_scratch(project)
        assert read_all_sums(project)["all", "source_type"].labels[-1] == "document"
        assert not AgreementMark.objects.exists()


@pytest.mark.django_db(transaction=True)
class TestAWorkerInABlock:
    def test_does_not_keep_changed_labels_from_being_counted(self, project):
        if not connection.features.has_select_for_update_skip_locked:
            pytest.skip("SQLite lets nobody in beside a writer")
        first = start(project)
        block = first.blocks.all()[0]
        is_inside, may_end = threading.Event(), threading.Event()

        def work():
            try:
                with transaction.atomic():
                    locked = first.blocks.select_for_update().get(pk=block.pk)
                    is_inside.set()
                    may_end.wait(30)
                    tally(locked)
            finally:
                connection.close()

        def begin_again():
            try:
                return start(project)
            finally:
                connection.close()

        with ThreadPoolExecutor(2) as pool:
            working = pool.submit(work)
            is_inside.wait(30)
            project.source_types.create(
                key="document", name="A document", hotkey="6", color="x", order=6
            )
            beginning = pool.submit(begin_again)
            time.sleep(0.3)  # it waits for the block by now
            project.source_types.filter(key="document").delete()
            may_end.set()
            working.result()
            second = beginning.result()

        assert second != first
        assert Recomputation.objects.get() == second
