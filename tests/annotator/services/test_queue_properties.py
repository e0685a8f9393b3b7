"""Whatever happens, in any order: places are counted, and nobody misses an article."""

from datetime import timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.models import Assignment, AssignmentState, Project, User
from annotator.services import (
    assigning,
    assignment,
    projects,
    queueing,
)
from annotator.services.annotation_import import ImportedAnnotation, import_annotations
from annotator.services.answers import Answer
from tests import make, queues

PEOPLE = 4
ARTICLES = 6

who = st.integers(0, PEOPLE - 1)
what = st.integers(0, 9)
step = st.one_of(
    st.tuples(st.just("lease"), who, st.integers(1, 5)),
    st.tuples(st.just("lease"), who, st.integers(1, 5)),
    st.tuples(st.just("answer"), who, what, st.booleans()),
    st.tuples(st.just("answer"), who, what, st.booleans()),
    st.tuples(st.just("wait"), st.sampled_from([1, 30])),
    st.tuples(st.just("assign"), who, st.lists(what, min_size=1, max_size=3)),
    st.tuples(st.just("withdraw"), what),
    st.tuples(st.just("bring_in"), who, what),
    st.tuples(st.just("overlap"), st.integers(1, 4)),
    st.tuples(
        st.just("order"),
        st.sampled_from(["oldest", "random", "uncertain"]),
        st.integers(1, 2),
    ),
    st.tuples(st.just("rank")),
    st.tuples(st.just("add")),
    st.tuples(st.just("quota"), who, st.sampled_from([None, 0, 3])),
)


class World:
    """A project in which articles are handed out and come back."""

    def __init__(self) -> None:
        self.lead, *self.people = (
            User.objects.create_user(f"{uuid4().hex}@example.org", None, name="P")
            for _ in range(1 + PEOPLE)
        )
        self.project = make.project(
            lead=self.lead, annotators=tuple(self.people), overlap=2
        )
        make.articles_of(self.project, ARTICLES)
        self.minutes = 0
        # From here on, most articles are full and everybody has passed some.
        for person in range(PEOPLE):
            self.lease(person, 4)

    @property
    def now(self):
        return make.NOW + timedelta(minutes=self.minutes)

    def article(self, number):
        articles = self.project.articles.order_by("pk")
        return articles[number % len(articles)]

    def lease(self, person, limit):
        annotator = self.people[person]
        # Some at a time, and those of the worlds before are still there.
        while assignment.lapse_leases(now=self.now):
            pass
        begun = list(
            annotator.assignments.filter(state=AssignmentState.OPEN)
            .order_by("pk")
            .values_list("article", flat=True)
        )
        again = queues.to_take_up(self.project, annotator)
        new = queues.available(self.project, annotator)[: self.left(annotator)]

        leased = assignment.lease_articles(
            project=self.project, annotator=annotator, limit=limit, now=self.now
        )

        given = [one.article_id for one in leased]
        assert given == [*begun, *again, *new][:limit]

    def left(self, annotator):
        quota = self.project.memberships.get(user=annotator).quota
        held = annotator.assignments.exclude(state=AssignmentState.WITHDRAWN)
        return None if quota is None else max(0, quota - held.count())

    def answer(self, person, number, is_all):
        annotator = self.people[person]
        theirs = annotator.assignments.order_by("pk").select_related("article")
        if theirs:
            article = theirs[number % len(theirs)].article
            claims = article.claims.select_related("article__project")
            for claim in claims if is_all else claims[:1]:
                make.annotate(claim, annotator, minutes=self.minutes)

    def wait(self, hours):
        self.minutes += 60 * hours

    def assign(self, person, numbers):
        before = {one.pk: one.open_places for one in self.project.articles.all()}
        articles = [self.article(number).pk for number in numbers]
        found = assigning.assign_by_name(
            project=self.project,
            annotator_id=self.people[person].pk,
            articles=articles,
            lead=self.lead,
            now=self.now,
        )
        assert all(before[one.article_id] for one in found.assigned)
        answered = [one.article_id for one in found.assigned]
        answered += [one.article for one in found.refused]
        assert sorted(answered) == sorted(set(articles))

    def withdraw(self, number):
        held = Assignment.objects.filter(article__project=self.project).order_by("pk")
        if held:
            assigning.withdraw_assignment(
                assignment=held[number % len(held)], by=None, now=make.NOW
            )

    def bring_in(self, person, number):
        rows = [
            ImportedAnnotation(
                claim=claim.pk,
                annotator=self.people[person].email,
                answer=Answer(source_type="named", confidence=1),
            )
            for claim in self.article(number).claims.all()
        ]
        import_annotations(
            project=self.project, lead=self.lead, rows=rows, now=self.now
        )

    def overlap(self, overlap):
        projects.set_overlap(project=self.project, overlap=overlap)

    def order(self, order, seed):
        queueing.set_queue(
            project=self.project, by=None, now=make.NOW, order=order, seed=seed
        )

    def rank(self):
        queueing.rank_queue(project_id=self.project.pk, clock=lambda: self.now)

    def add(self):
        make.article(Project.objects.get(pk=self.project.pk), make.text(uuid4().int))

    def quota(self, person, quota):
        member = self.project.memberships.get(user=self.people[person])
        assigning.set_quota(member=member, quota=quota)


@pytest.mark.django_db
@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=st.lists(step, max_size=25))
def test_the_queue_is_exact_whatever_happens(steps, db):
    world = World()

    for name, *arguments in steps:
        getattr(world, name)(*arguments)
        queues.check_places(world.project)

    for person in range(PEOPLE):
        world.lease(person, 50)
    queues.check_places(world.project)
