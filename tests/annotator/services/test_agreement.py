"""Agreement reports: what changed is taken in once, whoever computes."""

import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection

from annotator import tasks
from annotator.models import (
    AgreementAlarm,
    AgreementReport,
    AnnotationEvent,
    ArticleTally,
    TallySum,
)
from annotator.queries.ratings import packed, unpacked
from annotator.queries.sums import SOURCE_TYPE, read_all_sums
from annotator.services import agreement, annotations
from annotator.services.answers import Answer
from annotator.services.tallies import LabelNotDeclared
from tests import make
from tests.counting import sums_from_scratch


def report(project):
    return agreement.report_agreement(project=project, now=make.NOW)


def people(*names):
    return [make.user(name) for name in names]


@pytest.mark.django_db
class TestReporting:
    def test_gives_the_alphas_of_the_answers(self):
        # Worked by hand. Pairs within units (each weighs 1/(m-1)): o_nn 4, o_aa 2,
        # n-a splits 2 ordered pairs, so n = 8: D_o = 2/8; D_e = 2 * 5 * 3 / (8 * 7).
        project = make.annotated_project(people("Ana", "Ben"), ["nn", "nn", "aa", "na"])

        written = report(project)

        figures = written.variables["source_type"]
        assert figures["value"] == pytest.approx(1 - (2 / 8) / (30 / 56))
        assert figures["status"] == "ok"
        assert figures["percent_agreement"] == pytest.approx(3 / 4)
        assert figures["units"] == figures["pairable_units"] == 4
        assert figures["annotators"] == 2
        assert written.variables["confidence"]["value"] == pytest.approx(1)
        assert (written.articles, written.claims) == (1, 4)

    def test_says_how_sure_it_is(self):
        project = make.annotated_project(people("Ana", "Ben"), ["nn", "nn", "aa", "na"])

        figures = report(project).variables["source_type"]

        interval = figures["interval"]
        assert interval["method"] == "units"  # of one article, which is said:
        assert figures["cautions"] == ["one_article", "few_units"]
        assert interval["low"] < figures["value"] < interval["high"] <= 1
        assert 0 < figures["at_least"]["reliable"] < figures["at_least"]["tentative"]

    def test_takes_articles_for_what_varies(self):
        ana, ben = people("Ana", "Ben")
        project = make.annotated_project([ana, ben], ["nn", "na"])
        for article in make.articles_of(project, 3):
            make.lease(project, ana)
            make.lease(project, ben)
            for claim in article.claims.all():
                make.annotate(claim, ana)
                make.annotate(claim, ben, "named" if claim.number < 3 else "unclear")

        interval = report(project).variables["source_type"]["interval"]

        assert (interval["method"], interval["n"]) == ("articles", 4)

    def test_gives_no_alpha_but_a_reason_where_all_say_the_same(self):
        project = make.annotated_project(people("Ana", "Ben"), ["nn", "nn"])

        figures = report(project).variables["source_type"]

        assert (figures["value"], figures["status"]) == (None, "no_variation")
        assert figures["percent_agreement"] == 1
        assert figures["others"]["gwet_ac"]["value"] == 1

    def test_leaves_out_what_was_skipped_or_withdrawn(self):
        ana, ben = people("Ana", "Ben")
        project = make.annotated_project([ana, ben], ["nn", "na", "nn"])
        claims = list(project.articles.get().claims.all())
        report(project)
        skip = Answer(skipped=True)
        common = {"annotator": ana, "now": make.NOW}
        annotations.annotate(claim=claims[0], answer=skip, client_id=uuid4(), **common)
        annotations.withdraw(claim=claims[1], client_id=uuid4(), **common)

        figures = report(project).variables["source_type"]

        assert (figures["units"], figures["pairable_units"]) == (3, 1)
        assert figures["ratings"] == 4

    def test_leaves_out_claims_that_were_replaced(self):
        project = make.annotated_project(people("Ana", "Ben"), ["nn", "na", "nn"])
        report(project)
        article = project.articles.get()
        article.claims.filter(number=2).update(replaced_at=make.NOW)
        agreement.mark_article(article=article, now=make.NOW)

        figures = report(project).variables["source_type"]

        assert (figures["units"], figures["percent_agreement"]) == (2, 1)

    def test_says_that_there_is_no_data_where_everything_was_skipped(self):
        ana, ben = people("Ana", "Ben")
        project = make.annotated_project([ana, ben], ["n."])
        claim = project.articles.get().claims.get()
        report(project)
        annotations.withdraw(
            claim=claim, annotator=ana, client_id=uuid4(), now=make.NOW
        )

        figures = report(project).variables["source_type"]

        assert (figures["value"], figures["status"]) == (None, "no_data")
        assert not TallySum.objects.exists()

    def test_says_nothing_when_nothing_changed(self):
        project = make.annotated_project(people("Ana", "Ben"), ["nn", "na"])
        report(project)

        assert report(project) is None
        assert AgreementReport.objects.filter(scope="all").count() == 1

    def test_costs_the_same_however_much_there_is(self, django_assert_max_num_queries):
        ana, ben = people("Ana", "Ben")
        project = make.annotated_project([ana, ben], ["nn", "na"])
        for article in make.articles_of(project, 5):
            make.lease(project, ana)
            make.annotate(article.claims.all()[0], ana)
        report(project)
        before = dict(ArticleTally.objects.values_list("article", "ratings"))
        other = make.article(project, "Somebody said something else today.")
        make.lease(project, ana)
        make.annotate(other.claims.get(), ana)

        with django_assert_max_num_queries(21):
            report(project)

        after = dict(ArticleTally.objects.values_list("article", "ratings"))
        assert {pk: after[pk] for pk in before} == before
        assert len(after) == len(before) + 1

    def test_of_another_project_leaves_this_one_due(self):
        mine = make.annotated_project(people("Ana", "Ben"), ["nn"])
        other = make.annotated_project(people("Cleo", "Dan"), ["nn"])

        report(other)

        assert AnnotationEvent.objects.untallied().filter(project=mine).count() == 2
        assert agreement.sweep(now=make.NOW) == [mine.pk]

    def test_takes_many_changes_in_some_at_a_time(self, monkeypatch):
        monkeypatch.setattr(agreement, "MOST_EVENTS", 2)
        project = make.annotated_project(people("Ana", "Ben"), ["nn", "na", "aa"])

        report(project)

        assert not AnnotationEvent.objects.untallied().exists()
        assert AgreementReport.objects.filter(scope="all").count() == 3
        assert read_all_sums(project) == sums_from_scratch(project)


@pytest.mark.django_db
class TestSweeping:
    def test_goes_on_after_a_project_that_cannot_be_computed(self):
        broken = make.annotated_project(people("Ana", "Ben"), ["nn"])
        sound = make.annotated_project(people("Cleo", "Dan"), ["nn"])
        broken.confidence_words = ["Low", "High"]  # the answers have a third point
        broken.save()

        tasks.sweep()

        assert not broken.reports.exists()
        assert sound.reports.filter(scope="all").count() == 1
        alarm = AgreementAlarm.objects.get(project=broken, cleared_at=None)
        assert "confidence 3" in alarm.detail

    def test_is_over_once_the_scale_has_its_points_back(self):
        project = make.annotated_project(people("Ana", "Ben"), ["nn"])
        project.confidence_words = ["Low", "High"]
        project.save()
        with pytest.raises(LabelNotDeclared):
            report(project)
        project.confidence_words = ["Low", "Medium", "High"]
        project.save()

        report(project)

        assert not AgreementAlarm.objects.filter(cleared_at=None).exists()


@pytest.mark.django_db(transaction=True)
class TestManyWorkers:
    def test_end_with_the_sums_of_all_answers(self):
        everybody = people("Ana", "Ben", "Cleo")
        project = make.annotated_project(everybody, ["nnn", "naa", "aao", "oon"])
        claims = list(project.articles.get().claims.select_related("article__project"))
        chance = random.Random(7)
        annotating = threading.Event()
        annotating.set()

        def work(_):
            try:
                while annotating.is_set():
                    report(project)
                    time.sleep(0.02)  # SQLite lets nobody else in between at once
            finally:
                connection.close()

        def change(person):
            try:
                for number in range(30):
                    source_type = chance.choice(["named", "anonymous", "unclear"])
                    claim = chance.choice(claims)
                    make.annotate(claim, person, source_type, minutes=number * 999)
            finally:
                connection.close()

        with ThreadPoolExecutor(6) as pool:
            workers = [pool.submit(work, number) for number in range(3)]
            list(pool.map(change, everybody))
            annotating.clear()
        for worker in workers:
            worker.result()
        report(project)

        assert read_all_sums(project) == sums_from_scratch(project)
        newest = project.reports.filter(scope="all").first()
        assert newest.variables["source_type"]["ratings"] == 12
        assert not AnnotationEvent.objects.untallied().exists()


@pytest.mark.django_db
class TestWhatWasCounted:
    def test_is_read_back_as_it_was_written(self):
        project = make.annotated_project(people("Ana", "Ben"), ["nn", "na"])
        report(project)
        stored = bytes(ArticleTally.objects.get().ratings)

        records = unpacked(stored)

        assert len(records) == 4
        assert packed(records) == stored
        assert (records["at"] == int(make.NOW.timestamp())).all()

    def test_is_whole_numbers_of_answers(self):
        project = make.annotated_project(people("Ana", "Ben"), ["nn", "na"])
        report(project)

        tally = read_all_sums(project)["all", SOURCE_TYPE]

        assert tally.ratings == 4
        assert tally.moments.articles == 1
        later = make.NOW + timedelta(days=1)
        assert agreement.report_agreement(project=project, now=later) is None
