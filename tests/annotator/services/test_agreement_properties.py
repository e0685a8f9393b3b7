"""Whatever people do, in any order: the sums are those of the answers there are."""

from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.models import RecomputationReason
from annotator.queries.sums import read_all_sums
from annotator.services import agreement, annotations, recomputation
from annotator.services.answers import Answer
from tests import make
from tests.counting import sums_from_scratch

PEOPLE = 3
ARTICLES = 3
TYPES = ["named", "anonymous", "official_statement", "unattributed", "unclear"]

where = st.tuples(
    st.integers(0, PEOPLE - 1), st.integers(0, ARTICLES - 1), st.integers(0, 2)
)
step = st.one_of(
    st.tuples(
        st.just("say"),
        where,
        st.sampled_from(TYPES),
        st.integers(1, 3),
        st.integers(0, 5),
    ),
    st.tuples(st.just("skip"), where),
    st.tuples(st.just("withdraw"), where),
    st.tuples(st.just("replace"), st.integers(0, ARTICLES - 1), st.integers(0, 2)),
    st.tuples(st.just("report")),
    st.tuples(st.just("recount")),
)


class World:
    """A project in which people do things."""

    def __init__(self) -> None:
        self.people = [make.user(f"P{uuid4().hex[:8]}") for _ in range(PEOPLE)]
        self.project = make.project(annotators=tuple(self.people))
        self.articles = make.articles_of(self.project, ARTICLES)
        for person in self.people:
            make.lease(self.project, person)

    def claim(self, article, number):
        claims = list(self.articles[article].claims.select_related("article__project"))
        return claims[number]

    def say(self, at, source_type, confidence, weeks):
        person, article, number = at
        claim = self.claim(article, number)
        if claim.replaced_at is None:
            make.annotate(
                claim,
                self.people[person],
                source_type,
                confidence,
                minutes=weeks * 7 * 24 * 60,
            )

    def skip(self, at):
        person, article, number = at
        claim = self.claim(article, number)
        if claim.replaced_at is None:
            annotations.annotate(
                claim=claim,
                annotator=self.people[person],
                answer=Answer(skipped=True),
                client_id=uuid4(),
                now=make.NOW,
            )

    def withdraw(self, at):
        person, article, number = at
        claim = self.claim(article, number)
        if claim.replaced_at is None:
            annotations.withdraw(
                claim=claim,
                annotator=self.people[person],
                client_id=uuid4(),
                now=make.NOW,
            )

    def replace(self, article, number):
        claim = self.claim(article, number)
        claim.replaced_at = make.NOW
        claim.save()
        agreement.mark_article(article=self.articles[article], now=make.NOW)

    def report(self):
        agreement.report_agreement(project=self.project, now=make.NOW)

    def recount(self):
        recomputation.run_recomputation(
            project=self.project,
            reason=RecomputationReason.REPAIR,
            clock=lambda: make.NOW,
        )


@pytest.mark.django_db
@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=st.lists(step, max_size=25))
def test_the_sums_are_those_of_the_answers(steps, db):
    world = World()

    for name, *arguments in steps:
        getattr(world, name)(*arguments)
    world.report()

    stored = read_all_sums(world.project)
    assert stored == sums_from_scratch(world.project)
    nightly = recomputation.run_recomputation(
        project=world.project,
        reason=RecomputationReason.NIGHTLY,
        clock=lambda: make.NOW,
    )
    assert nightly.differences == []
