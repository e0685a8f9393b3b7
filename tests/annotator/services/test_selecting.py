"""Selections: counted for who looks at them, by one worker, and forgotten."""

from datetime import date, timedelta

import pytest

from annotator import tasks
from annotator.models import (
    AgreementReport,
    Overview,
    Selection,
    SelectionSum,
    TallySum,
)
from annotator.queries.ratings import current_ratings
from annotator.queries.selections import Filters, selection_standing
from annotator.services import agreement, nightly, overviews, selections
from annotator.services.turns import SILENT
from tests import make
from tests.newsroom import count_selection

SECOND = timedelta(seconds=1)
LATER = make.NOW + timedelta(minutes=1)


@pytest.fixture
def project(ana, ben):
    made = make.annotated_project([ana, ben], ["nn", "na", "a."])
    agreement.report_agreement(project=made, now=make.NOW)
    return made


@pytest.fixture
def sent(monkeypatch):
    messages = []
    monkeypatch.setattr(
        selections, "send", lambda task, **about: messages.append((task, about))
    )
    return messages


def ask(project, now=make.NOW, **filters):
    return selections.ask_for_selection(
        project=project, filters=Filters.of(filters), now=now
    )


def answer(project, ana):
    make.annotate(project.articles.first().claims.first(), ana, "unclear", minutes=1)
    agreement.report_agreement(project=project, now=LATER)


class TestFilters:
    def test_are_the_same_however_they_are_written(self):
        one = Filters.of({"revisions": [2, 1, 2], "annotators": [], "since": None})
        other = Filters.of({"revisions": [1, 2], "outlets": []})

        assert one == other
        assert one.digest == other.digest
        assert one.to_json() == {"revisions": [1, 2]}

    def test_are_read_back_as_they_were_kept(self):
        filters = Filters(
            since=date(2026, 5, 4),
            until=date(2026, 5, 5),
            revisions=(1,),
            annotators=(3, 7),
            outlets=("", "Post"),
        )

        assert Filters.of(filters.to_json()) == filters

    def test_that_differ_have_other_digests(self):
        some = [{}, {"revisions": [1]}, {"annotators": [1]}, {"outlets": ["1"]}]
        some += [{"since": date(2026, 5, 4)}, {"until": date(2026, 5, 4)}]

        assert len({Filters.of(one).digest for one in some}) == len(some)

    @pytest.mark.parametrize("path", ["", "claim__annotations__"])
    @pytest.mark.django_db
    def test_keep_the_same_in_memory_and_in_the_database(self, project, ana, ben, path):
        for claim in project.articles.get().claims.all()[:2]:
            make.annotate(claim, ben, "unclear", minutes=60 * 24)
        rows = current_ratings(project, [project.articles.get().pk])
        tuesday = date(2026, 5, 5)
        for filters in (
            Filters(since=tuesday),
            Filters(until=tuesday - timedelta(days=1)),
            Filters(since=tuesday, until=tuesday, revisions=(1,)),
            Filters(annotators=(ana.pk,)),
            Filters(revisions=(2,)),
        ):
            kept = {(row["claim"], row["annotator"]) for row in filters.kept(rows)}
            found = ana.annotations.model.objects.filter(filters.as_q())
            assert kept == set(found.values_list("claim", "annotator"))


@pytest.mark.django_db
class TestCounting:
    def test_waits_for_something_to_change(self, project, ana):
        asked = ask(project)

        assert count_selection(asked, make.NOW)
        assert not count_selection(asked, LATER)
        answer(project, ana)
        assert count_selection(asked, LATER)

    def test_rests_twenty_times_as_long_as_it_took(self, project, ana):
        asked = ask(project)
        count_selection(asked, make.NOW)
        Selection.objects.update(seconds=2)
        answer(project, ana)

        assert not count_selection(asked, make.NOW + 39 * SECOND)
        assert count_selection(asked, make.NOW + 40 * SECOND)

    def test_holds_what_the_sums_of_all_answers_hold(self, project):
        asked = ask(project)

        count_selection(asked, make.NOW)

        kept = {one.variable: bytes(one.counts) for one in asked.sums.all()}
        whole = TallySum.objects.filter(project=project, scope="all")
        assert kept == {one.variable: bytes(one.counts) for one in whole}

    def test_in_parts_comes_to_the_same(self, project, ana, ben, monkeypatch):
        for article in make.articles_of(project, 4):
            for who in (ana, ben):
                make.lease(project, who)
                make.annotate(article.claims.first(), who)
        agreement.report_agreement(project=project, now=make.NOW)
        whole = ask(project, annotators=[ana.pk, ben.pk])
        count_selection(whole, make.NOW)
        monkeypatch.setattr(overviews, "BATCH", 2)
        parts = ask(project, annotators=[ana.pk, ben.pk, 10**6])
        count_selection(parts, make.NOW)

        for variable in ("source_type", "confidence", "calibration"):
            one, other = (
                SelectionSum.objects.get(selection=some, variable=variable).counts
                for some in (whole, parts)
            )
            assert bytes(one) == bytes(other)

    def test_says_how_far_it_is(self, project, monkeypatch):
        make.articles_of(project, 4)
        monkeypatch.setattr(overviews, "BATCH", 2)
        asked, seen = ask(project), []

        def clock():
            row = Selection.objects.get()
            seen.append((row.articles_done, row.articles))
            return make.NOW

        selections.count_selection(selection_id=asked.pk, clock=clock)

        assert sorted(set(seen)) == [(0, 0), (0, 5), (2, 5), (4, 5), (5, 5)]

    def test_leaves_one_report_and_one_overview(self, project, ana):
        asked = ask(project, annotators=[ana.pk])
        for now in (make.NOW, LATER):
            assert count_selection(asked, now)
            answer(project, ana)

        assert AgreementReport.objects.filter(scope=asked.scope).count() == 1
        assert Overview.objects.filter(scope=asked.scope).count() == 1

    def test_keeps_to_its_project(self, project, ana, ben):
        other = make.annotated_project([ana, ben], ["nn"])
        agreement.report_agreement(project=other, now=make.NOW)
        asked = ask(other, annotators=[ana.pk])

        count_selection(asked, make.NOW)

        assert asked.project.reports.get(scope=asked.scope).claims == 1
        assert not project.reports.filter(scope=asked.scope).exists()

    def test_leaves_it_to_who_is_at_it(self, project):
        asked = ask(project)
        Selection.objects.update(worked_at=make.NOW)

        assert not count_selection(asked, make.NOW + SILENT)
        assert count_selection(asked, make.NOW + SILENT + SECOND)

    def test_writes_nothing_where_another_took_it_up(self, project):
        asked, calls = ask(project), []

        def clock():
            calls.append(1)
            if len(calls) == 4:
                Selection.objects.update(worked_at=LATER)
            return make.NOW

        assert not selections.count_selection(selection_id=asked.pk, clock=clock)
        assert not SelectionSum.objects.exists()
        assert not AgreementReport.objects.filter(scope=asked.scope).exists()

    def test_follows_changed_labels(self, project, ana):
        asked = ask(project)
        count_selection(asked, make.NOW)
        unclear = project.source_types.get(key="unclear")
        unclear.maps_to = project.source_types.get(key="anonymous")
        unclear.save()
        agreement.mark_labels(project=project, now=LATER)
        tasks.report_agreement(project_id=project.pk)
        for block in project.recomputations.get(finished_at=None).blocks.all():
            tasks.tally_block(block_id=block.pk)

        assert not selection_standing(asked)["is_current"]
        assert count_selection(asked, LATER)

        assert asked.sums.filter(variable="source_type_collapsed").exists()

    def test_of_what_is_gone_is_harmless(self):
        tasks.count_selection(selection_id=10**9)


@pytest.mark.django_db
class TestMessages:
    def test_are_sent_to_count_what_is_asked_for(
        self, project, sent, django_capture_on_commit_callbacks
    ):
        with django_capture_on_commit_callbacks(execute=True):
            asked = ask(project)

        about = {"selection_id": asked.pk, "delay": 0}
        assert sent == [("annotator.count_selection", about)]

    def test_are_sent_by_the_sweep_and_after_a_report_while_somebody_looks(
        self, project, ana, sent
    ):
        asked = ask(project)
        count_selection(asked, make.NOW)
        answer(project, ana)

        selections.send_selections(project=project, now=LATER)
        selections.send_due_selections(now=LATER)
        assert len(sent) == 2

        selections.send_due_selections(now=make.NOW + selections.LIVE + SECOND)
        assert len(sent) == 2

    def test_are_not_sent_where_nothing_changed(self, project, sent):
        count_selection(ask(project), make.NOW)

        selections.send_due_selections(now=LATER)

        assert sent == []


@pytest.mark.django_db
class TestForgetting:
    def test_takes_what_nobody_has_looked_at_for_long_with_its_figures(self, project):
        old = ask(project, revisions=[1])
        kept = ask(project, now=make.NOW + timedelta(days=5))
        for one in (old, kept):
            count_selection(one, make.NOW)
        nightly.begin_if_due(now=make.NOW)

        nightly.begin_if_due(now=make.NOW + timedelta(days=31))

        assert list(Selection.objects.all()) == [kept]
        assert not SelectionSum.objects.filter(selection=old.pk).exists()
        for model in (Overview, AgreementReport):
            assert not model.objects.filter(scope=old.scope).exists()
            assert model.objects.filter(scope=kept.scope).exists()
