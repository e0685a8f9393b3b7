"""Whatever happens between pulls, and wherever they break off: the copy is right."""

from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.errors import DomainError
from annotator.models import Claim
from annotator.services import annotations, proposals
from tests import make
from tests.pulling import Mirror, pull_annotations, pull_claims, table

pytestmark = pytest.mark.django_db
acts = st.lists(
    st.tuples(
        st.sampled_from(["answer", "answer", "withdraw", "split", "merge", "exclude"]),
        st.integers(0, 5),  # which of the claims
        st.integers(0, 1),  # which of the people
        st.none() | st.integers(0, 4),  # how many rows are read then, at most
    ),
    max_size=9,
)


class Newsroom:
    """A project in which two people answer, and a lead changes claims."""

    def __init__(self):
        self.people = [make.user(f"P{uuid4().hex[:8]}") for _ in range(2)]
        self.lead = make.user(f"L{uuid4().hex[:8]}")
        self.project = make.project(lead=self.lead, annotators=tuple(self.people))
        make.article(self.project)
        for person in self.people:
            make.lease(self.project, person)

    def act(self, kind, place, who):
        claims = Claim.objects.current().filter(article__project=self.project)
        in_order = list(claims.order_by("number"))
        claim, person = in_order[place % len(in_order)], self.people[who]
        if kind == "answer":
            make.annotate(claim, person)
        elif kind == "withdraw":
            annotations.withdraw(
                claim=claim, annotator=person, client_id=uuid4(), now=make.NOW
            )
        else:
            self.change(claim, person, kind)

    def change(self, claim, person, kind):
        try:
            proposal, _ = proposals.propose(
                claim=claim,
                annotator=person,
                kind=kind,
                at=(claim.start + claim.end) // 2 if kind == "split" else None,
                note="",
                client_id=uuid4(),
                now=make.NOW,
            )
        except DomainError:  # nothing to merge with, or the last one
            return
        proposals.decide(proposal=proposal, lead=self.lead, accept=True, now=make.NOW)


@settings(
    max_examples=8,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(acts=acts)
def test_a_copy_is_the_table_whenever_it_has_caught_up(acts):
    newsroom = Newsroom()
    mirrors = [
        Mirror(newsroom.project, pull) for pull in (pull_annotations, pull_claims)
    ]

    for kind, place, who, most in acts:
        newsroom.act(kind, place, who)
        for mirror in mirrors:
            mirror.catch_up(most)

    for mirror in mirrors:
        mirror.catch_up()
        assert mirror.rows == table(newsroom.project, mirror.pull)
        before = mirror.given
        mirror.catch_up()
        assert mirror.given == before
