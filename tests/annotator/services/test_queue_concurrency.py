"""Many people at a queue at once: nobody is one too many, and nothing is left over."""

import random
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial

import pytest
from django.db import connection, transaction

from annotator.models import Assignment, Project, QueueOrder, Role
from annotator.services import assigning, assignment, leases, projects, queueing
from annotator.services.annotation_import import ImportedAnnotation, import_annotations
from annotator.services.answers import Answer
from annotator.services.free_places import count_places
from tests import make, queues
from tests.at_once import wait_for_a_lock

PEOPLE = 8


def in_threads(*calls):
    """Make calls at the same time, each with a connection of its own."""

    def call(one):
        try:
            return one()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return [future.result() for future in [pool.submit(call, c) for c in calls]]


@pytest.fixture
def people():
    return [make.user(f"Person {n}") for n in range(PEOPLE)]


@pytest.fixture
def project(people):
    return make.project(annotators=tuple(people), overlap=3)


@pytest.mark.django_db(transaction=True)
class TestManyAtOnce:
    def test_share_out_every_place_and_no_more(self, people, project):
        articles = make.articles_of(project, 10)

        def work(annotator):
            while assignment.lease_articles(
                project=project, annotator=annotator, limit=2, now=make.NOW
            ):
                annotator.assignments.filter(state="open").update(state="done")

        in_threads(*[partial(work, who) for who in people])

        places = Counter(Assignment.objects.values_list("article", flat=True))
        assert places == {article.pk: 3 for article in articles}
        queues.check_places(project)

    def test_share_what_is_leased_where_they_are_tabs_of_one_person(
        self, people, project
    ):
        make.articles_of(project, 8)

        in_threads(*[lambda: make.lease(project, people[0], 2)] * 6)

        assert people[0].assignments.count() == 2

    def test_wait_for_the_last_place_rather_than_end_without_one(self, people, project):
        make.articles_of(project, 1)
        start = threading.Barrier(3)

        def lease(annotator):
            start.wait()
            return assignment.lease_articles(
                project=project, annotator=annotator, limit=1, now=make.NOW
            )

        given = in_threads(*[partial(lease, who) for who in people[:3]])

        assert [len(one) for one in given] == [1, 1, 1]

    def test_take_over_what_lapsed_once(self, people, project):
        projects.set_overlap(project=project, overlap=1)
        make.articles_of(project, 4)
        make.lease(project, people[0])
        later = make.NOW + leases.UNTOUCHED

        def lease(annotator):
            return assignment.lease_articles(
                project=project, annotator=annotator, limit=4, now=later
            )

        given = in_threads(*[partial(lease, who) for who in people[1:]])

        assert sum(len(one) for one in given) == 4
        queues.check_places(project)

    def test_wait_for_another_tab_without_holding_what_it_waits_for(
        self, people, project
    ):
        if connection.vendor != "postgresql":
            pytest.skip("One writer at a time: nobody waits while they hold rows.")
        ana = people[0]
        make.articles_of(project, 2)
        make.lease(project, ana)
        lapsed, held = ana.assignments.order_by("pk")
        ana.assignments.filter(pk=lapsed.pk).update(state="released")
        count_places(project.articles.all())
        rows = ana.assignments.select_for_update(no_key=True)

        with ThreadPoolExecutor(1) as pool:
            with transaction.atomic():
                rows.get(pk=lapsed.pk)
                lease = pool.submit(in_threads, lambda: make.lease(project, ana))
                wait_for_a_lock(1)
                rows.get(pk=held.pk)
            assert len(lease.result()[0]) == 2

        queues.check_places(project)

    def test_keep_places_exact_whatever_else_goes_on(self, people, project):
        make.articles_of(project, 12)
        bustle = Bustle(project, people)

        in_threads(
            *[partial(bustle.annotate, who, seed) for seed, who in enumerate(people)],
            bustle.bring_in,
            bustle.decide,
            bustle.reorder,
        )

        queues.check_places(project)
        for annotator in people:
            left = len(queues.available(project, annotator))
            left += len(queues.to_take_up(project, annotator))
            left += annotator.assignments.filter(state="open").count()
            assert len(make.lease(project, annotator)) == left


class Bustle:
    """All that can go on at a queue: each method is somebody's part in it."""

    def __init__(self, project, people):
        self.slug = project.slug
        self.people = people
        self.lead = project.memberships.get(role=Role.LEAD).user

    @property
    def project(self):
        return Project.objects.get(slug=self.slug)

    def annotate(self, annotator, seed):
        chance = random.Random(seed)
        for turn in range(12):
            now = make.NOW + timedelta(minutes=turn * chance.choice([1, 1, 70]))
            leased = assignment.lease_articles(
                project=self.project, annotator=annotator, limit=3, now=now
            )
            leases.keep_leases(
                project=self.project,
                annotator=annotator,
                articles=[one.article_id for one in leased],
                now=now,
            )
            if leased:
                article = chance.choice(leased).article
                queues.answer_all(article, annotator, minutes=turn)

    def bring_in(self):
        for article in self.project.articles.all()[:6]:
            rows = [
                ImportedAnnotation(
                    claim=claim.pk,
                    annotator=annotator.email,
                    answer=Answer(source_type="unclear", confidence=2),
                )
                for claim in article.claims.all()
                for annotator in self.people[:4]
            ]
            import_annotations(
                project=self.project, lead=self.lead, rows=rows, now=make.NOW
            )

    def decide(self):
        chance = random.Random(1)
        for turn in range(10):
            assigning.assign_by_name(
                project=self.project,
                annotator_id=chance.choice(self.people).pk,
                articles=list(self.project.articles.values_list("pk", flat=True))[:4],
                lead=self.lead,
                now=make.NOW,
            )
            held = Assignment.objects.filter(article__project__slug=self.slug)
            if one := held.order_by("?").first():
                assigning.withdraw_assignment(assignment=one, by=None, now=make.NOW)
            projects.set_overlap(project=self.project, overlap=2 + turn % 3)

    def reorder(self):
        for turn in range(8):
            project = self.project
            order = QueueOrder.RANDOM if turn % 2 else QueueOrder.OLDEST
            queueing.set_queue(
                project=project, by=None, now=make.NOW, order=order, seed=turn
            )
            queueing.rank_queue(project_id=project.pk, clock=lambda: make.NOW)
            make.article(self.project, make.text(100 + turn))
