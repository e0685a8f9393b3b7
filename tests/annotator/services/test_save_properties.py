"""Whatever an annotator does, in any order: history, answers and counts agree."""

from functools import partial
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.models import Annotation, AnnotationEvent, Assignment
from annotator.services.annotations import ChangedElsewhere, ClientIdReused, save_answer
from annotator.services.answers import ANYTHING, Answer, Save, Span, event_of
from tests import make

pytestmark = pytest.mark.django_db

spans = st.none() | st.builds(
    lambda start, length: Span(start, start + length),
    st.integers(0, 100),
    st.integers(1, 20),
)
more = {
    "flags": st.lists(st.sampled_from(["flagged", "second_hand"]), max_size=3),
    "note": st.text(st.characters(exclude_characters="\0", codec="utf-8"), max_size=9),
    "seconds": st.none() | st.floats(0, 1000),
    "source": spans,
    "cue": spans,
    "suggestion_shown": st.booleans(),
}
answers = st.builds(
    Answer,
    source_type=st.sampled_from(["named", "anonymous", "unclear"]),
    confidence=st.integers(1, 3),
    **more,
) | st.builds(partial(Answer, skipped=True, skip_reason="no claim"), **more)
act = st.tuples(
    st.integers(0, 2), st.none() | answers, st.sampled_from(["seen", "old", "any"])
)
repeat = st.integers(0, 20)


class Annotator:
    """Somebody at an article, with what the answers should be."""

    def __init__(self) -> None:
        self.user = make.user(f"P{uuid4().hex[:8]}")
        project = make.project(annotators=(self.user,))
        self.claims = list(make.article(project).claims.all())
        make.lease(project, self.user)
        self.saves: list[Save] = []
        self.seen: dict[int, Save | None] = dict.fromkeys(c.pk for c in self.claims)

    def act(self, number, answer, replaces):
        claim = self.claims[number].pk
        seen = self.seen[claim]
        known = {"seen": seen and seen.client_id, "old": uuid4(), "any": ANYTHING}
        save = Save(claim, uuid4(), answer, replaces=known[replaces])
        if replaces == "old":
            with pytest.raises(ChangedElsewhere):
                self.send(save)
            return
        self.send(save)
        self.saves.append(save)
        self.seen[claim] = save if answer else None

    def repeat(self, place):
        if not self.saves:
            return
        save = self.saves[place % len(self.saves)]
        given = self.send(save)
        current = self.seen[save.claim]
        assert (given and given.client_id) == (current and current.client_id)
        with pytest.raises(ClientIdReused):
            self.send(Save(save.claim, save.client_id, Answer(note="another")))

    def send(self, save):
        return save_answer(save=save, annotator=self.user, now=make.NOW)


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(act | repeat, max_size=14))
def test_the_history_ends_in_what_there_is(db, steps):
    who = Annotator()
    for step in steps:
        if isinstance(step, int):
            who.repeat(step)
        else:
            who.act(*step)

    mine = Annotation.objects.filter(annotator=who.user)
    stored = {one.claim_id: one for one in mine}
    for claim in who.claims:
        replayed = None
        events = AnnotationEvent.objects.filter(claim=claim, annotator=who.user)
        for event in events:
            assert event.before == replayed
            replayed = event.after
        assert replayed == event_of(stored.get(claim.pk))
        seen = who.seen[claim.pk]
        assert (seen and seen.client_id) == (
            stored[claim.pk].client_id if seen else None
        )
    assert AnnotationEvent.objects.filter(annotator=who.user).count() == len(who.saves)
    held = Assignment.objects.get(annotator=who.user)
    assert held.answered == mine.count()
    assert held.skipped == mine.filter(skipped=True).count()
    assert held.state == ("done" if held.answered == len(who.claims) else "open")
