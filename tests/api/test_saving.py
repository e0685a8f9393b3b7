"""Saves that name what they replace, mark spans, and answer what was suggested."""

from datetime import timedelta
from uuid import uuid4

import pytest

from annotator.models import (
    Annotation,
    AnnotationEvent,
    Article,
    Assignment,
    AssignmentState,
    Claim,
    ProjectState,
)
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(api, ana):
    return api(ana)


@pytest.fixture
def article(project, ana):
    (leased,) = make.lease(project, ana)
    return leased


@pytest.fixture
def claim(article):
    return article.claims.all()[0]


@pytest.fixture
def put(client, claim):
    """Give what saves an answer to the first claim: named and quite sure."""

    def save(of=claim, **more):
        body = {"client_id": str(uuid4()), "source_type": "named", "confidence": 2}
        return client.put(url(of), body | more)

    return save


def url(claim):
    return f"/api/v1/claims/{claim.pk}/annotation/"


def withdraw(client, claim, **more):
    query = {"client_id": str(uuid4()), **more}
    return client.delete(url(claim), query_params=query)


class TestAnAnswer:
    def test_keeps_its_source_and_its_cue(self, put, claim, article):
        marks = {"source": {"start": 38, "end": 55}, "cue": {"start": 56, "end": 60}}

        saved = put(**marks).json()

        assert {name: saved[name] for name in marks} == marks
        stored = Annotation.objects.get()
        text = article.text
        assert text[stored.source_start : stored.source_end] == "the harbor master"
        assert text[stored.cue_start : stored.cue_end] == "said"
        assert AnnotationEvent.objects.get().after["source"] == marks["source"]

    @pytest.mark.parametrize(
        ("start", "end"), [(5, 5), (9, 3), (0, 10**6), (10**6, 10**6 + 1), (0, 501)]
    )
    @pytest.mark.parametrize("what", ["source", "cue"])
    def test_marks_only_what_is_in_the_text(self, put, what, start, end):
        answer = put(**{what: {"start": start, "end": end}})

        assert answer.status_code == 400
        assert answer.json()["code"] == "span_outside"
        assert not Annotation.objects.exists()

    def test_may_reach_to_the_last_character(self, put, article):
        end = len(article.text)

        saved = put(source={"start": end - 12, "end": end}).json()

        assert saved["source"]["end"] == end

    def test_counts_code_points(self, api, ana, put, project):
        text = "🦀🦀 said that the ferry stops in March. It is old."
        other = make.article(project, text)
        make.lease(project, ana)

        saved = put(other.claims.all()[0], source={"start": 0, "end": 2})

        assert saved.status_code == 200
        beyond = put(other.claims.all()[0], cue={"start": 0, "end": len(text) + 1})
        assert beyond.json()["code"] == "span_outside"

    def test_says_whether_a_suggestion_was_accepted(self, put, claim):
        Claim.objects.filter(pk=claim.pk).update(suggestion={"source_type": "named"})

        saved = put(suggestion_shown=True, suggestion_accepted=False).json()

        assert saved["suggestion_shown"] is True
        assert saved["suggestion_accepted"] is False

    @pytest.mark.parametrize("suggestion", [None, {"source_type": "named"}])
    def test_cannot_accept_what_was_not_shown(self, put, claim, suggestion):
        Claim.objects.filter(pk=claim.pk).update(suggestion=suggestion)

        answer = put(suggestion_shown=suggestion is None, suggestion_accepted=True)

        assert answer.status_code == 400
        assert answer.json()["code"] == "no_suggestion"


class TestReplacing:
    def test_what_was_seen_goes_through(self, put):
        first = put(replaces=None).json()

        second = put(replaces=first["client_id"], confidence=1)

        assert second.status_code == 200
        assert second.json()["version"] == 2

    @pytest.mark.parametrize("seen", [None, str(uuid4())])
    def test_another_annotation_is_a_conflict_that_shows_it(self, put, seen):
        there = put().json()

        answer = put(replaces=seen, source_type="anonymous")

        assert answer.status_code == 409
        assert answer.json()["code"] == "changed_elsewhere"
        assert answer.json()["current"] == there
        assert Annotation.objects.get().source_type.key == "named"
        assert AnnotationEvent.objects.count() == 1

    def test_what_was_taken_back_is_a_conflict_without_one(self, client, put, claim):
        there = put().json()
        withdraw(client, claim)

        answer = put(replaces=there["client_id"])

        assert answer.status_code == 409
        assert answer.json()["current"] is None

    def test_whatever_there_is_needs_no_name(self, put):
        put()

        assert put(confidence=1).json()["confidence"] == 1

    def test_holds_for_withdrawals(self, client, put, claim):
        there = put().json()

        refused = withdraw(client, claim, replaces="")
        assert refused.status_code == 409
        assert refused.json()["current"] == there

        assert withdraw(client, claim, replaces=there["client_id"]).status_code == 204
        assert withdraw(client, claim, replaces="").status_code == 204

    def test_is_not_asked_of_a_repeat(self, put):
        body = {"client_id": str(uuid4()), "replaces": None}
        put(**body)
        later = put(confidence=1).json()

        again = put(**body)

        assert again.status_code == 200
        assert again.json() == later


class TestARepeat:
    def test_of_what_was_taken_back_says_so(self, client, put, claim):
        client_id = str(uuid4())
        put(client_id=client_id)
        withdraw(client, claim)

        again = put(client_id=client_id)

        assert again.status_code == 409
        assert again.json()["code"] == "answer_withdrawn"

    def test_is_known_by_what_events_kept_before_there_were_spans(self, put):
        client_id = str(uuid4())
        put(client_id=client_id)
        event = AnnotationEvent.objects.get()
        for name in ("source", "cue", "suggestion_shown", "suggestion_accepted"):
            del event.after[name]
        event.save()

        assert put(client_id=client_id).status_code == 200
        other = put(client_id=client_id, source={"start": 0, "end": 3})
        assert other.json()["code"] == "client_id_reused"

    def test_is_harmless_in_a_closed_project(self, put, project):
        body = {"client_id": str(uuid4())}
        put(**body)
        project.state = ProjectState.CLOSED
        project.save()

        assert put(**body).status_code == 200
        assert put().json()["code"] == "project_closed"


class TestAnAssignment:
    def give_up(self, state):
        Assignment.objects.update(state=state, lease_until=make.NOW)
        held = Assignment.objects.holding().count()
        Article.objects.update(open_places=2 - held)

    def test_that_was_given_back_takes_its_place_again(self, put):
        self.give_up(AssignmentState.RELEASED)

        assert put().status_code == 200

        assignment = Assignment.objects.get()
        assert (assignment.state, assignment.answered) == ("open", 1)
        assert Article.objects.get().open_places == 1

    def test_that_was_given_back_is_done_with_the_last_claim(self, put, article):
        one, *others = article.claims.all()
        for other in others:
            put(other)
        self.give_up(AssignmentState.RELEASED)

        put(one)

        assert Assignment.objects.get().state == AssignmentState.DONE

    def test_that_lost_its_place_takes_answers_all_the_same(
        self, put, project, ben, lead, ana
    ):
        self.give_up(AssignmentState.RELEASED)
        make.lease(project, ben)
        make.lease(project, lead)

        assert put().status_code == 200

        mine = ana.assignments.get()
        assert (mine.state, mine.answered) == ("released", 1)

    def test_that_was_withdrawn_takes_answers_and_stays_so(self, put, article):
        self.give_up(AssignmentState.WITHDRAWN)

        for claim in article.claims.all():
            assert put(claim).status_code == 200

        mine = Assignment.objects.get()
        assert (mine.state, mine.answered) == ("withdrawn", 3)
        assert Article.objects.get().open_places == 2

    def test_has_its_lease_renewed(self, put):
        before = Assignment.objects.get().lease_until

        put()

        assert Assignment.objects.get().lease_until > before + timedelta(hours=1)


class TestAReplacedClaim:
    def test_takes_no_answer(self, client, put, claim):
        put()
        Claim.objects.filter(pk=claim.pk).update(replaced_at=make.NOW)

        for answer in (put(), withdraw(client, claim)):
            assert answer.status_code == 409
            assert answer.json()["code"] == "claim_replaced"
        assert Annotation.objects.count() == AnnotationEvent.objects.count() == 1
