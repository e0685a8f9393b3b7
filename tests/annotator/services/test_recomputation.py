"""Counting everything anew: in blocks, by anybody, to the same sums."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from annotator.models import (
    AnnotationEvent,
    ArticleTally,
    BlockSum,
    DisputedClaim,
    Recomputation,
    RecomputationBlock,
    RecomputationReason,
    TallySum,
    User,
)
from annotator.queries.sums import read_all_sums
from annotator.services import agreement, recomputation
from tests import make
from tests.counting import sums_from_scratch
from tests.recounting import finish, run, start, tally


@pytest.fixture
def project(wide_project):
    return wide_project


@pytest.mark.django_db
class TestRecomputation:
    def test_comes_to_the_sums_of_all_answers(self, project):
        run(project)

        assert read_all_sums(project) == sums_from_scratch(project)
        assert ArticleTally.objects.count() == 5
        assert not AnnotationEvent.objects.untallied().exists()
        assert not BlockSum.objects.exists()

    def test_comes_to_what_single_changes_come_to(self, project):
        agreement.report_agreement(project=project, now=make.NOW)
        before = read_all_sums(project)
        figures = project.reports.filter(scope="all")[0].variables
        disputes = set(DisputedClaim.objects.values_list("claim", "dispute"))
        assert len(disputes) == 5

        run(project)

        assert read_all_sums(project) == before
        assert project.reports.filter(scope="all")[0].variables == figures
        assert set(DisputedClaim.objects.values_list("claim", "dispute")) == disputes

    def test_tells_how_far_it_is(self, project):
        told = []

        run(project, progress=lambda done, all_: told.append((done, all_)))

        assert told == [(1, 3), (2, 3), (3, 3)]

    def test_reports_every_scope(self, project):
        run(project)

        scopes = set(project.reports.values_list("scope", flat=True))
        assert scopes == {"all", "revision:1", "week:2026-05-04", "week:2026-05-11"}

    def test_of_a_project_without_answers_says_that_there_is_no_data(self):
        empty = make.project()

        run(empty)

        figures = empty.reports.get().variables["source_type"]
        assert (figures["value"], figures["status"]) == (None, "no_data")

    def test_is_not_begun_twice(self, project):
        first = start(project)

        assert start(project) == first
        assert RecomputationBlock.objects.count() == 3

    def test_counts_a_block_once(self, project):
        made = start(project)
        block = made.blocks.all()[0]
        tally(block)
        sums = BlockSum.objects.count()

        assert tally(block) is None
        assert BlockSum.objects.count() == sums

    def test_adds_up_only_once_all_is_counted(self, project):
        made = start(project)
        first, second, third = made.blocks.all()
        assert tally(third) is None
        assert tally(first) is None
        assert not finish(made)

        assert tally(second) == made.pk
        assert finish(made)
        assert not finish(made)
        assert read_all_sums(project) == sums_from_scratch(project)

    def test_lets_single_changes_wait(self, project):
        made = start(project)
        first, second, third = made.blocks.all()
        tally(first)
        claim = project.articles.all()[0].claims.all()[0]
        make.annotate(claim, User.objects.get(name="Ana"), "anonymous")

        assert agreement.report_agreement(project=project, now=make.NOW) is None
        assert not TallySum.objects.exists()

        tally(second)
        tally(third)
        finish(made)
        agreement.report_agreement(project=project, now=make.NOW)
        assert read_all_sums(project) == sums_from_scratch(project)

    def test_is_begun_for_very_many_changes(self, project, monkeypatch):
        monkeypatch.setattr(agreement, "MANY_EVENTS", 10)

        assert agreement.report_agreement(project=project, now=make.NOW) is None

        made = Recomputation.objects.get(finished_at=None)
        assert made.reason == RecomputationReason.MANY
        for block in made.blocks.all():
            tally(block)
        finish(made)
        assert read_all_sums(project) == sums_from_scratch(project)

    def test_is_sent_again_where_messages_were_lost(self, project):
        made = start(project)
        later = make.NOW + recomputation.LOST * 2

        recomputation.send_lost_blocks(now=later)

        assert {block.sent_at for block in made.blocks.all()} == {later}


@pytest.mark.django_db(transaction=True)
class TestManyWorkers:
    def test_share_the_blocks_while_people_annotate(self, project, monkeypatch):
        claims = list(
            project.articles.all()[0].claims.select_related("article__project")
        )
        ana = User.objects.get(name="Ana")
        everybody_is_here = threading.Barrier(4)
        made = start(project)

        def work(_):
            try:
                everybody_is_here.wait()
                for block in made.blocks.all():
                    tally(block)
                return finish(made)
            finally:
                connection.close()

        def annotate():
            try:
                everybody_is_here.wait()
                for number in range(20):
                    make.annotate(claims[number % 3], ana, "unclear", 1 + number % 3)
                    agreement.report_agreement(project=project, now=make.NOW)
            finally:
                connection.close()

        with ThreadPoolExecutor(4) as pool:
            annotating = pool.submit(annotate)
            finished = list(pool.map(work, range(3)))
            annotating.result()
        finished.append(finish(made))
        agreement.report_agreement(project=project, now=make.NOW)

        assert sum(finished) == 1
        assert read_all_sums(project) == sums_from_scratch(project)
        assert not AnnotationEvent.objects.untallied().exists()
