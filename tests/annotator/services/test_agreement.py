"""Agreement reports: what changed is taken in once, whoever computes."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import connection

from annotator.models import AgreementReport, AnnotationEvent, ArticleTally
from annotator.services import agreement, annotations
from tests import make


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

    def test_gives_no_alpha_but_a_reason_where_all_say_the_same(self):
        project = make.annotated_project(people("Ana", "Ben"), ["nn", "nn"])

        figures = report(project).variables["source_type"]

        assert (figures["value"], figures["status"]) == (None, "no_variation")
        assert figures["percent_agreement"] == 1

    def test_leaves_out_what_was_skipped_or_withdrawn(self):
        ana, ben = people("Ana", "Ben")
        project = make.annotated_project([ana, ben], ["nn", "na", "nn"])
        claims = list(project.articles.get().claims.all())
        report(project)
        skip = annotations.Answer(skipped=True)
        common = {"annotator": ana, "now": make.NOW}
        annotations.annotate(claim=claims[0], answer=skip, client_id=uuid4(), **common)
        annotations.withdraw(claim=claims[1], client_id=uuid4(), **common)

        figures = report(project).variables["source_type"]

        assert (figures["units"], figures["pairable_units"]) == (3, 1)
        assert figures["ratings"] == 4

    def test_says_nothing_when_nothing_changed(self):
        project = make.annotated_project(people("Ana", "Ben"), ["nn", "na"])
        report(project)

        assert report(project) is None
        assert AgreementReport.objects.count() == 1

    def test_touches_only_the_articles_that_changed(
        self, django_assert_max_num_queries
    ):
        ana, ben = people("Ana", "Ben")
        project = make.annotated_project([ana, ben], ["nn", "na"])
        report(project)
        before = ArticleTally.objects.get()
        other = make.article(project)
        make.lease(project, ana)
        make.annotate(other.claims.all()[0], ana)

        with django_assert_max_num_queries(14):
            report(project)

        assert ArticleTally.objects.get(pk=before.pk).variables == before.variables
        assert ArticleTally.objects.count() == 2

    def test_of_another_project_leaves_this_one_due(self):
        mine = make.annotated_project(people("Ana", "Ben"), ["nn"])
        other = make.annotated_project(people("Cleo", "Dan"), ["nn"])

        report(other)

        assert AnnotationEvent.objects.untallied().filter(project=mine).count() == 2
        assert agreement.sweep(now=make.NOW) == [mine.pk]


@pytest.mark.django_db(transaction=True)
class TestManyWorkers:
    def test_end_with_the_report_of_all_answers(self):
        rows = ["nn", "na", "aa", "oo", "on", "nn", "aa", "uu"]
        ana, ben = people("Ana", "Ben")
        project = make.annotated_project([ana, ben], rows)
        claims = list(project.articles.get().claims.all())
        expected = [1, 0, 1, 1, 0, 1, 1, 1]

        def work(_):
            try:
                report(project)
            finally:
                connection.close()

        with ThreadPoolExecutor(4) as pool:
            for claim in claims:  # the same answers again: changes of no consequence
                pool.submit(work, 0)
                make.annotate(
                    claim, ana, claim.annotations.get(annotator=ana).source_type.key
                )
            list(pool.map(work, range(4)))
        report(project)

        newest = AgreementReport.objects.filter(project=project).first()
        figures = newest.variables["source_type"]
        assert figures["percent_agreement"] == pytest.approx(sum(expected) / 8)
        assert figures["ratings"] == 16
        assert not AnnotationEvent.objects.untallied().exists()
