"""Saves of one annotator that meet at the same moment, from two tabs or devices."""

import random
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection

from annotator.models import Annotation, AnnotationEvent, Assignment
from annotator.services.annotations import ChangedElsewhere, save_answer
from annotator.services.answers import ANYTHING, Answer, Save
from tests import make

pytestmark = pytest.mark.django_db(transaction=True)
TABS = 4


@pytest.fixture
def claims(ana):
    project = make.project(annotators=(ana,))
    article = make.article(project)
    make.lease(project, ana)
    return list(article.claims.all())


def answer(confidence=2, source_type="named"):
    return Answer(source_type=source_type, confidence=confidence)


def at_once(annotator, saves):
    """Save from as many threads, which begin together; give what came of each."""
    together = Barrier(len(saves))

    def run(one):
        try:
            together.wait(10)
            return save_answer(save=one, annotator=annotator, now=make.NOW)
        except ChangedElsewhere as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(saves)) as pool:
        return list(pool.map(run, saves))


def assert_unbroken(claim, annotator):
    """Assert that each event goes on where the one before it ended."""
    before = None
    for event in AnnotationEvent.objects.filter(claim=claim, annotator=annotator):
        assert event.before == before
        before = event.after


class TestSavesOfOneBase:
    @pytest.mark.parametrize("round_", range(3))
    @pytest.mark.parametrize("is_first", [True, False])
    def test_leave_one_winner_and_tell_the_others(self, ana, claims, round_, is_first):
        base = None
        if not is_first:
            base = uuid4()
            first = Save(claims[0].pk, base, answer(), replaces=None)
            save_answer(save=first, annotator=ana, now=make.NOW)
        saves = [
            Save(claims[0].pk, uuid4(), answer(n % 3 + 1), replaces=base)
            for n in range(TABS)
        ]

        given = at_once(ana, saves)

        (winner,) = [one for one in given if isinstance(one, Annotation)]
        losers = [one for one in given if isinstance(one, ChangedElsewhere)]
        assert len(losers) == TABS - 1
        stored = Annotation.objects.get()
        assert stored.client_id == winner.client_id
        assert {one.current.client_id for one in losers} == {winner.client_id}
        assert AnnotationEvent.objects.count() == (1 if is_first else 2)
        assert_unbroken(claims[0], ana)

    def test_may_be_a_withdrawal_and_an_answer(self, ana, claims):
        base = uuid4()
        save_answer(
            save=Save(claims[0].pk, base, answer()), annotator=ana, now=make.NOW
        )
        saves = [
            Save(claims[0].pk, uuid4(), said, replaces=base)
            for said in (None, answer(1))
        ]

        given = at_once(ana, saves)

        assert sum(isinstance(one, ChangedElsewhere) for one in given) == 1
        assert AnnotationEvent.objects.count() == 2
        assert_unbroken(claims[0], ana)
        assert Assignment.objects.get().answered == Annotation.objects.count()


class TestSavesOfDifferentClaims:
    def test_are_all_counted(self, ana, claims):
        saves = [Save(one.pk, uuid4(), answer(), replaces=None) for one in claims]

        given = at_once(ana, saves)

        assert all(isinstance(one, Annotation) for one in given)
        mine = Assignment.objects.get()
        assert (mine.answered, mine.state) == (3, "done")


class TestWhateverTabsDo:
    def test_counts_stay_those_of_the_answers(self, ana, claims):
        chance = random.Random(7)

        def act():
            said = chance.choice([None, answer(), Answer(skipped=True), answer(1)])
            seen = chance.choice([ANYTHING, None, uuid4()])
            return Save(chance.choice(claims).pk, uuid4(), said, replaces=seen)

        for _ in range(8):
            twice = act()
            at_once(ana, [act(), act(), twice, twice])

        mine = Assignment.objects.get()
        assert mine.answered == Annotation.objects.count()
        assert mine.skipped == Annotation.objects.filter(skipped=True).count()
        for claim in claims:
            assert_unbroken(claim, ana)
