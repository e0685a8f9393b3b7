"""Saving answers: once each, with their history, only where they belong."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import pairwise
from uuid import uuid4

import pytest
from django.db import connection

from annotator.models import (
    Annotation,
    AnnotationEvent,
    AssignmentState,
    ProjectState,
)
from annotator.services import annotations, answers
from annotator.services.answers import Answer
from tests import make

pytestmark = pytest.mark.django_db
NAMED = Answer(source_type="named", confidence=2)


@pytest.fixture
def ana():
    return make.user("Ana")


@pytest.fixture
def claims(ana):
    project = make.project(annotators=(ana,))
    article = make.article(project)
    make.lease(project, ana)
    return list(article.claims.all())


def save(claim, annotator, answer=NAMED, client_id=None):
    return annotations.annotate(
        claim=claim,
        annotator=annotator,
        answer=answer,
        client_id=client_id or uuid4(),
        now=make.NOW,
    )


class TestAnnotating:
    def test_stores_the_answer_with_the_guidelines_in_force(self, ana, claims):
        save(claims[0], ana)

        stored = Annotation.objects.get()
        assert stored.source_type.key == "named"
        assert stored.confidence == 2
        assert stored.guidelines.number == 1
        assert stored.version == 1

    def test_keeps_every_change_in_the_history(self, ana, claims):
        save(claims[0], ana)
        save(claims[0], ana, Answer(source_type="anonymous", confidence=1))

        events = AnnotationEvent.objects.all()
        assert [event.kind for event in events] == ["created", "changed"]
        assert events[1].before == events[0].after
        assert events[1].after["source_type"] == "anonymous"
        assert Annotation.objects.get().version == 2

    def test_counts_a_repeated_save_once(self, ana, claims):
        client_id = uuid4()

        first = save(claims[0], ana, client_id=client_id)
        again = save(claims[0], ana, client_id=client_id)

        assert again == first
        assert again.version == 1
        assert AnnotationEvent.objects.count() == 1

    @pytest.mark.parametrize(
        ("place", "answer"),
        [(1, NAMED), (0, Answer(source_type="anonymous", confidence=1))],
    )
    def test_refuses_the_id_of_another_answer(self, ana, claims, place, answer):
        client_id = uuid4()
        save(claims[0], ana, client_id=client_id)

        with pytest.raises(annotations.ClientIdReused):
            save(claims[place], ana, answer, client_id=client_id)

        assert Annotation.objects.get().source_type.key == "named"

    def test_keeps_each_flag_once(self, ana, claims):
        flags = ["second_hand", "flagged", "flagged"]

        saved = save(
            claims[0], ana, Answer(source_type="named", confidence=1, flags=flags)
        )

        assert saved.flags == ["flagged", "second_hand"]

    def test_finishes_the_assignment_with_the_last_claim(self, ana, claims):
        for claim in claims:
            save(claim, ana)

        assignment = ana.assignments.get()
        assert assignment.state == AssignmentState.DONE
        assert assignment.answered == len(claims)

    def test_counts_a_skipped_claim_as_answered(self, ana, claims):
        save(claims[0], ana, Answer(skipped=True, skip_reason="no claim"))

        assignment = ana.assignments.get()
        assert (assignment.answered, assignment.skipped) == (1, 1)

    @pytest.mark.parametrize(
        ("answer", "refusal"),
        [
            (Answer(), answers.IncompleteAnswer),
            (Answer(source_type="named"), answers.IncompleteAnswer),
            (Answer(confidence=2), answers.IncompleteAnswer),
            (
                Answer(source_type="named", confidence=2, skipped=True),
                answers.IncompleteAnswer,
            ),
            (
                Answer(source_type="rumor", confidence=2),
                answers.UnknownSourceType,
            ),
            (Answer(source_type="named", confidence=4), answers.OutsideScale),
            (Answer(source_type="named", confidence=0), answers.OutsideScale),
        ],
    )
    def test_refuses_what_is_not_an_answer(self, ana, claims, answer, refusal):
        with pytest.raises(refusal):
            save(claims[0], ana, answer)

        assert not Annotation.objects.exists()
        assert not AnnotationEvent.objects.exists()

    def test_refuses_somebody_without_the_article(self, claims):
        with pytest.raises(annotations.NotAssigned):
            save(claims[0], make.user("Ben"))

    def test_refuses_a_closed_project(self, ana, claims):
        project = claims[0].article.project
        project.state = ProjectState.CLOSED
        project.save()

        with pytest.raises(annotations.ProjectClosed):
            save(claims[0], ana)


class TestWithdrawing:
    def test_leaves_the_history_and_no_answer(self, ana, claims):
        save(claims[0], ana)

        annotations.withdraw(
            claim=claims[0], annotator=ana, client_id=uuid4(), now=make.NOW
        )

        assert not Annotation.objects.exists()
        kinds = AnnotationEvent.objects.values_list("kind", flat=True)
        assert list(kinds) == ["created", "withdrawn"]
        assert ana.assignments.get().answered == 0

    def test_opens_a_finished_assignment_again(self, ana, claims):
        for claim in claims:
            save(claim, ana)

        annotations.withdraw(
            claim=claims[0], annotator=ana, client_id=uuid4(), now=make.NOW
        )

        assert ana.assignments.get().state == AssignmentState.OPEN

    def test_twice_changes_nothing_more(self, ana, claims):
        save(claims[0], ana)
        client_id = uuid4()

        for _ in range(2):
            annotations.withdraw(
                claim=claims[0], annotator=ana, client_id=client_id, now=make.NOW
            )

        assert AnnotationEvent.objects.count() == 2

    def test_of_nothing_does_not_undo_a_later_answer(self, ana, claims):
        client_id = uuid4()
        common = {"claim": claims[0], "annotator": ana, "now": make.NOW}
        annotations.withdraw(client_id=client_id, **common)
        save(claims[0], ana)

        annotations.withdraw(client_id=client_id, **common)

        assert Annotation.objects.exists()

    def test_is_told_from_a_late_repeat_of_the_answer(self, ana, claims):
        client_id = uuid4()
        save(claims[0], ana, client_id=client_id)
        annotations.withdraw(
            claim=claims[0], annotator=ana, client_id=uuid4(), now=make.NOW
        )

        with pytest.raises(annotations.AnswerWithdrawn):
            save(claims[0], ana, client_id=client_id)

        assert not Annotation.objects.exists()


@pytest.mark.django_db(transaction=True)
class TestManyAtOnce:
    def at_once(self, jobs):
        def run(job):
            try:
                return job()
            except annotations.ClientIdReused as refusal:
                return refusal
            finally:
                connection.close()

        with ThreadPoolExecutor(8) as pool:
            return list(pool.map(run, jobs))

    def test_saves_of_one_claim_leave_one_unbroken_history(self, ana, claims):
        answers = [
            Answer(source_type=key, confidence=confidence)
            for key in ("named", "anonymous", "unclear")
            for confidence in (1, 2, 3)
        ]

        self.at_once([partial(save, claims[0], ana, answer) for answer in answers])

        events = list(AnnotationEvent.objects.all())
        assert len(events) == len(answers)
        assert events[0].before is None
        for earlier, later in pairwise(events):
            assert later.before == earlier.after
        kept = Annotation.objects.get()
        assert kept.version == len(answers)
        assert kept.source_type.key == events[-1].after["source_type"]

    def test_repeats_of_one_save_count_once(self, ana, claims):
        client_id = uuid4()

        self.at_once([partial(save, claims[0], ana, client_id=client_id)] * 8)

        assert AnnotationEvent.objects.count() == 1
        assert Annotation.objects.get().version == 1

    def test_an_id_used_in_two_articles_is_refused_in_one(self, ana, claims):
        other = make.article(claims[0].article.project, f"{make.TEXT} Once more.")
        make.lease(other.project, ana)
        client_id = uuid4()
        pair = [claims[0], other.claims.first()]

        given = self.at_once(
            [partial(save, claim, ana, client_id=client_id) for claim in pair]
        )

        refused = [one for one in given if isinstance(one, annotations.ClientIdReused)]
        assert len(refused) == 1
        assert Annotation.objects.count() == AnnotationEvent.objects.count() == 1
