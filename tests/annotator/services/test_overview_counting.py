"""Overviews: counted when something changed, by one worker, and not too often."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from annotator import tasks
from annotator.models import ActKind, Overview
from annotator.queries.overviews import overview_standing
from annotator.services import agreement, overviews
from annotator.services.activity import note
from annotator.services.tallies import LabelNotDeclared
from annotator.services.turns import SILENT
from tests import make
from tests.newsroom import count_overviews

SECOND = timedelta(seconds=1)
LATER = make.NOW + timedelta(minutes=30)


@pytest.fixture
def project(ana, ben):
    made = make.annotated_project([ana, ben], ["nn", "na", "a."])
    agreement.report_agreement(project=made, now=make.NOW)
    return made


@pytest.fixture
def counted(project):
    assert count_overviews(project, make.NOW)
    return project


@pytest.fixture
def sent(monkeypatch):
    """Give the messages that were sent, with what they would wait for."""
    messages = []
    monkeypatch.setattr(
        overviews, "send", lambda task, **about: messages.append((task, about))
    )
    return messages


def answer(project, ana, now=LATER):
    """Answer anew, and report."""
    claim = project.articles.first().claims.first()
    make.annotate(claim, ana, "unclear", minutes=30)
    agreement.report_agreement(project=project, now=now)


def figures(project, scope="all"):
    return overview_standing(project, scope)["figures"]


@pytest.mark.django_db
class TestCounting:
    def test_waits_for_something_to_change(self, counted, ana):
        assert not count_overviews(counted, LATER)

        answer(counted, ana)

        assert count_overviews(counted, LATER)

    @pytest.mark.parametrize(
        ("kind", "counts"),
        [
            (ActKind.ARTICLE_ADDED, True),
            (ActKind.SETTINGS_CHANGED, True),
            (ActKind.LABELS_EXPORTED, False),
        ],
    )
    def test_follows_what_is_done_to_a_project(self, counted, lead, kind, counts):
        note(project=counted, actor=lead, kind=kind, now=make.NOW)

        assert overview_standing(counted, "all")["is_current"] is not counts
        assert count_overviews(counted, LATER) is counts

    def test_rests_twenty_times_as_long_as_it_took(self, counted, ana):
        Overview.objects.update(seconds=3)
        answer(counted, ana)

        assert not count_overviews(counted, make.NOW + 59 * SECOND)
        assert not overview_standing(counted, "all")["is_current"]
        assert count_overviews(counted, make.NOW + 60 * SECOND)
        assert overview_standing(counted, "all")["is_current"]

    def test_rests_for_a_second_at_least(self, counted, ana):
        answer(counted, ana)

        assert not count_overviews(counted, make.NOW + 0.9 * SECOND)
        assert count_overviews(counted, make.NOW + SECOND)

    def test_is_done_each_hour_since_leases_lapse_without_a_sign(self, counted):
        assert not count_overviews(counted, make.NOW + timedelta(minutes=59))
        assert count_overviews(counted, make.NOW + timedelta(minutes=61))

    def test_says_when_it_was_done_and_how_long_it_took(self, project):
        times = iter(make.NOW + n * SECOND for n in range(9))

        overviews.count_overviews(project=project, clock=lambda: next(times))

        row = Overview.objects.get(scope="all")
        assert row.computed_at == make.NOW + row.seconds * SECOND
        assert row.seconds > 1
        assert row.worked_at is None

    def test_keeps_each_scope_with_answers_and_no_other(self, counted, ana, ben):
        scopes = {"all", "revision:1", "week:2026-05-04"}
        assert set(Overview.objects.values_list("scope", flat=True)) == scopes
        for who in (ana, ben):
            for claim in counted.articles.get().claims.all():
                make.annotate(claim, who, "named", minutes=60 * 24 * 7)
        agreement.report_agreement(project=counted, now=LATER)

        count_overviews(counted, LATER)

        scopes = {"all", "revision:1", "week:2026-05-11"}
        assert set(Overview.objects.values_list("scope", flat=True)) == scopes

    def test_of_a_project_without_anything_has_zeros(self):
        empty = make.project()

        assert count_overviews(empty, make.NOW)

        found = figures(empty)
        assert (found["answers"], found["claims"], found["days"]) == (0, 0, [])
        assert found["forecast"] is None
        assert found["seconds"]["median"] is None
        assert found["sources"] == {"claims": 0, "articles": 0, "labels": []}

    def test_takes_as_many_queries_however_much_there_is(
        self, counted, ana, ben, django_assert_max_num_queries
    ):
        given = 5
        for article in make.articles_of(counted, 6):
            make.lease(counted, ana)
            given += article.claim_count
            for claim in article.claims.all():
                make.annotate(claim, ana)
        agreement.report_agreement(project=counted, now=LATER)

        # One more for each further week or revision: its names.
        with django_assert_max_num_queries(28):
            assert count_overviews(counted, LATER)

        assert figures(counted)["answers"] == given


@pytest.mark.django_db
class TestTurns:
    def test_leave_a_count_to_who_is_at_it(self, project):
        Overview.objects.create(project=project, worked_at=make.NOW)

        assert not count_overviews(project, make.NOW + SILENT)
        assert count_overviews(project, make.NOW + SILENT + SECOND)

    @pytest.mark.parametrize("call", [3, 4])
    def test_keep_who_was_thought_lost_from_writing(self, project, call):
        calls = []

        def clock():
            calls.append(call)
            if len(calls) == call:  # another worker takes it up
                Overview.objects.update(worked_at=LATER)
            return make.NOW

        assert not overviews.count_overviews(project=project, clock=clock)

        row = Overview.objects.get()
        assert len(calls) >= call
        assert (row.computed_at, row.figures, row.worked_at) == (None, {}, LATER)

    def test_end_where_the_project_is_gone(self, project):
        calls = []

        def clock():
            calls.append(1)
            if len(calls) == 3:
                Overview.objects.all().delete()
            return make.NOW

        assert not overviews.count_overviews(project=project, clock=clock)
        assert not Overview.objects.exists()

    def test_are_taken_up_where_a_source_type_came_meanwhile(
        self, project, ana, monkeypatch
    ):
        monkeypatch.setattr(overviews, "BATCH", 1)
        newer = make.article(project, make.text(2))
        make.lease(project, ana)
        calls = []

        def clock():
            calls.append(1)
            if len(calls) == 3:  # between one article and the next
                project.source_types.create(
                    key="leak", name="Leak", order=30, hotkey="8"
                )
                make.annotate(newer.claims.first(), ana, "leak")
            return make.NOW

        with pytest.raises(LabelNotDeclared):
            overviews.count_overviews(project=project, clock=clock)
        assert figures(project) is None
        count_overviews(project, make.NOW + SILENT + SECOND)

        assert figures(project)["sources"]["labels"][-1]["label"] == "leak"


@pytest.mark.django_db(transaction=True)
class TestManyWorkers:
    def test_count_once(self, project):
        def work(_):
            try:
                return count_overviews(project, make.NOW)
            finally:
                connection.close()

        with ThreadPoolExecutor(4) as pool:
            done = list(pool.map(work, range(4)))

        assert sorted(done) == [False, False, False, True]
        assert figures(project)["answers"] == 5


@pytest.mark.django_db
class TestMessages:
    def test_tell_of_what_is_due(self, project, sent):
        overviews.send_overviews(project=project, now=make.NOW)

        about = {"project_id": project.pk, "delay": 0}
        assert sent == [("annotator.count_overviews", about)]

    def test_come_when_the_rest_is_over_if_the_next_sweep_would_be_later(
        self, counted, ana, sent
    ):
        answer(counted, ana)
        Overview.objects.update(seconds=0.25)

        overviews.send_overviews(project=counted, now=make.NOW + 2 * SECOND)

        assert [about["delay"] for _, about in sent] == [3]

    def test_are_left_to_a_later_sweep(self, counted, ana, sent):
        answer(counted, ana)
        Overview.objects.update(seconds=30)

        overviews.send_overviews(project=counted, now=make.NOW)
        overviews.send_due_overviews(now=make.NOW + timedelta(minutes=9))

        assert sent == []
        overviews.send_due_overviews(now=make.NOW + timedelta(minutes=10))
        assert len(sent) == 1

    def test_are_sent_for_all_projects_with_as_few_queries(
        self, counted, ana, sent, django_assert_num_queries
    ):
        others = [make.project() for _ in range(3)]

        with django_assert_num_queries(2):
            overviews.send_due_overviews(now=make.NOW)

        told = {about["project_id"] for _, about in sent}
        assert told == {one.pk for one in others}

    def test_are_sent_by_the_sweep_and_after_a_report(self, project, sent):
        tasks.report_agreement(project_id=project.pk)
        tasks.sweep()

        assert [task for task, _ in sent] == 2 * ["annotator.count_overviews"]
        tasks.count_overviews(project_id=project.pk)
        assert figures(project)["answers"] == 5

    def test_of_a_project_that_is_gone_are_harmless(self):
        tasks.count_overviews(project_id=10**9)
