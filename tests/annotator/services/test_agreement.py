"""Agreement reports: what changed is taken in once, whoever computes."""

import random
import threading
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import connection

from annotator import tasks
from annotator.metrics import Level, Rating, Tally
from annotator.models import (
    AgreementReport,
    Annotation,
    AnnotationEvent,
    ArticleTally,
)
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


@pytest.mark.django_db
class TestSweeping:
    def test_goes_on_after_a_project_that_cannot_be_computed(self):
        broken = make.annotated_project(people("Ana", "Ben"), ["nn"])
        sound = make.annotated_project(people("Cleo", "Dan"), ["nn"])
        broken.confidence_words = ["Low", "High"]  # the tallies hold a third point
        broken.save()

        tasks.sweep()

        assert not broken.reports.exists()
        assert sound.reports.count() == 1


def from_scratch(project):
    """Give the figures of all current answers, counted in one go."""
    answers = Annotation.objects.filter(
        claim__article__project=project, skipped=False
    ).select_related("source_type")
    tally = Tally.of(
        Rating(one.claim_id, one.annotator_id, one.source_type.key) for one in answers
    )
    labels = list(project.source_types.values_list("key", flat=True))
    return agreement.figure(tally, labels=labels, level=Level.NOMINAL)


@pytest.mark.django_db(transaction=True)
class TestManyWorkers:
    def test_end_with_the_report_of_all_answers(self):
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
            finally:
                connection.close()

        def change(person):
            try:
                for _ in range(30):
                    source_type = chance.choice(["named", "anonymous", "unclear"])
                    make.annotate(chance.choice(claims), person, source_type)
            finally:
                connection.close()

        with ThreadPoolExecutor(6) as pool:
            workers = [pool.submit(work, number) for number in range(3)]
            list(pool.map(change, everybody))
            annotating.clear()
        for worker in workers:
            worker.result()
        report(project)

        figures = project.reports.first().variables["source_type"]
        expected = from_scratch(project)
        assert figures == {
            name: pytest.approx(value) if isinstance(value, float) else value
            for name, value in expected.items()
        }
        assert not AnnotationEvent.objects.untallied().exists()

    def test_write_no_report_of_events_that_another_took_in(self):
        project = make.annotated_project(people("Ana", "Ben"), ["nn", "na"])
        due = AnnotationEvent.objects.untallied().filter(project=project)
        taken = {event.pk: event.claim.article_id for event in due}
        report(project)
        before = ArticleTally.objects.get().variables

        late = agreement._store(  # noqa: SLF001  # what a slower worker does next
            project=project,
            due=taken.keys(),
            tallies={
                article: {name: Tally() for name in agreement.VARIABLES}
                for article in taken.values()
            },
            now=make.NOW,
        )

        assert late is None
        assert project.reports.count() == 1
        assert ArticleTally.objects.get().variables == before
