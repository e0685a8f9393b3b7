"""Annotations made elsewhere are taken in: all rows or none, and once."""

import pytest

from annotator.models import (
    Annotation,
    AnnotationEvent,
    Assignment,
)
from annotator.services import annotations
from annotator.services.guidelines import publish_guidelines
from tests import make
from tests.make import row, skipped

pytestmark = pytest.mark.django_db


class TestImporting:
    def test_stores_answers_and_their_history(self, send, claims, ana, lead):
        answer = send(
            row(
                claims[0],
                ana,
                note="As told.",
                seconds=4.5,
                flags=["second_hand"],
                at="2026-01-02T03:04:05Z",
            ),
            skipped(claims[1], ana, skip_reason="no claim"),
        )

        assert answer.status_code == 200
        assert answer.json() == {"created": 2, "changed": 0, "unchanged": 0}
        first, second = Annotation.objects.order_by("claim")
        assert (first.source_type.key, first.confidence) == ("named", 3)
        assert (first.note, first.seconds, first.flags) == (
            "As told.",
            4.5,
            ["second_hand"],
        )
        assert first.created_at.isoformat() == "2026-01-02T03:04:05+00:00"
        assert first.updated_at == first.created_at
        assert (first.version, first.guidelines.number) == (1, 1)
        assert (second.skipped, second.skip_reason) == (True, "no claim")
        event = AnnotationEvent.objects.get(claim=claims[0])
        assert (event.kind, event.before, event.tallied_at) == ("created", None, None)
        assert event.after["source_type"] == "named"
        assert event.after["imported_by"] == lead.pk
        assert event.at > first.updated_at

    def test_again_changes_nothing(self, send, claims, ana, ben):
        rows = [
            row(claims[0], ana, at="2026-01-02T03:04:05Z"),
            row(claims[1], ana, note="As told."),
            skipped(claims[0], ben),
        ]
        send(*rows)
        stored = list(Annotation.objects.values())

        answer = send(*rows)

        assert answer.json() == {"created": 0, "changed": 0, "unchanged": 3}
        assert list(Annotation.objects.values()) == stored
        assert AnnotationEvent.objects.count() == 3

    def test_changes_what_is_said_otherwise(self, send, claims, ana):
        send(row(claims[0], ana), row(claims[1], ana))

        answer = send(row(claims[0], ana, "unclear", 1), row(claims[1], ana))

        assert answer.json() == {"created": 0, "changed": 1, "unchanged": 1}
        changed = Annotation.objects.get(claim=claims[0])
        assert (changed.source_type.key, changed.version) == ("unclear", 2)
        event = AnnotationEvent.objects.get(kind="changed")
        assert event.before["source_type"] == "named"
        assert event.after["source_type"] == "unclear"

    def test_takes_in_again_what_was_withdrawn(self, send, project, claims, ana):
        send(row(claims[0], ana))
        annotations.withdraw(
            claim=project.articles.get().claims.first(),
            annotator=ana,
            client_id="9d4ec0ab-6d2f-4f0d-8a07-ef6b1b0eb2f4",
            now=make.NOW,
        )

        answer = send(row(claims[0], ana))

        assert answer.json()["created"] == 1
        kinds = AnnotationEvent.objects.values_list("kind", flat=True)
        assert list(kinds) == ["created", "withdrawn", "created"]

    def test_takes_a_row_that_is_there_twice_once(self, send, claims, ana):
        answer = send(row(claims[0], ana), row(claims[0], ana))

        assert answer.json() == {"created": 1, "changed": 0, "unchanged": 1}

    def test_finds_people_by_their_address_in_any_case(self, send, claims, ana):
        given = row(claims[0], ana) | {"annotator": ana.email.upper()}

        assert send(given).json()["created"] == 1

    def test_says_under_which_guidelines(self, send, project, lead, claims, ana):
        publish_guidelines(project=project, author=lead, body="Anew", now=make.NOW)

        send(row(claims[0], ana, guideline_revision=1), row(claims[1], ana))

        numbers = Annotation.objects.order_by("claim").values_list(
            "guidelines__number", flat=True
        )
        assert list(numbers) == [1, 2]
        # No answer moves to guidelines that came later, unless a row says so.
        publish_guidelines(project=project, author=lead, body="Newer", now=make.NOW)
        assert send(row(claims[1], ana)).json()["unchanged"] == 1
        moved = send(row(claims[1], ana, guideline_revision=3))
        assert moved.json()["changed"] == 1

    def test_tells_the_workers(
        self, send, claims, ana, django_capture_on_commit_callbacks
    ):
        with django_capture_on_commit_callbacks() as callbacks:
            send(row(claims[0], ana), row(claims[1], ana))

        assert len(callbacks) == 1

    def test_takes_as_many_queries_however_many(
        self, send, project, claims, ana, ben, django_assert_num_queries
    ):
        others = [c for a in make.articles_of(project, 4) for c in a.claims.all()]
        send(row(claims[0], ana))
        with django_assert_num_queries(22):
            send(row(claims[1], ana))

        with django_assert_num_queries(22):
            send(*[row(claim, who) for claim in others for who in (ana, ben)])

        assert Annotation.objects.count() == 34


class TestPlaces:
    def states(self):
        return {
            (one.annotator.name, one.position): (one.state, one.answered, one.skipped)
            for one in Assignment.objects.holding()
        }

    def test_that_are_free_are_taken(self, send, claims, ana, ben):
        send(
            *[row(claim, ben) for claim in claims[:2]],
            skipped(claims[2], ben),
            row(claims[0], ana),
        )

        assert self.states() == {("Ben", 1): ("done", 3, 1), ("Ana", 2): ("open", 1, 0)}

    def test_are_not_made_for_answers_beyond_them(self, send, claims, ana, ben, lead):
        send(*[row(claims[0], who) for who in (ana, ben, lead)])

        assert Annotation.objects.count() == 3
        assert self.states().keys() == {("Ana", 1), ("Ben", 2)}
        beyond = Assignment.objects.get(annotator=lead)
        assert (beyond.state, beyond.answered) == ("released", 1)

    def test_are_kept_by_those_who_have_them(self, send, project, claims, ana, ben):
        make.lease(project, ben)
        make.annotate(project.articles.get().claims.first(), ben)

        send(*[row(claim, who) for claim in claims for who in (ana, ben)])

        assert self.states() == {("Ben", 1): ("done", 3, 0), ("Ana", 2): ("done", 3, 0)}

    def test_that_were_given_back_are_taken_again(self, send, project, claims, ana):
        make.lease(project, ana)
        Assignment.objects.update(state="released")

        send(*[row(claim, ana) for claim in claims])

        assert self.states() == {("Ana", 1): ("done", 3, 0)}

    def test_count_as_progress(self, send, api, project, lead, claims, ana, ben):
        send(*[row(claim, who) for claim in claims for who in (ana, ben, lead)])

        told = api(lead).get(f"/api/v1/projects/{project.slug}/progress/").json()

        assert (told["answers"], told["answers_needed"]) == (9, 6)
        assert [one["answered"] for one in told["annotators"]] == [3, 3, 3]

    def test_can_be_worked_on_afterwards(self, send, project, claims, ana):
        send(row(claims[0], ana))

        (article,) = make.lease(project, ana)
        saved = make.annotate(article.claims.all()[0], ana, "unclear")

        assert saved.version == 2
