"""Sources, cues and suggestions in annotations that were made elsewhere."""

import pytest

from annotator.models import Annotation, AnnotationEvent, Claim
from tests.make import row

pytestmark = pytest.mark.django_db
MARKS = {"source": {"start": 38, "end": 55}, "cue": {"start": 56, "end": 60}}


class TestAnImportedAnswer:
    def test_brings_its_marks(self, send, claims, ana):
        Claim.objects.filter(pk=claims[0].pk).update(suggestion={"score": 0.9})
        suggestion = {"suggestion_shown": True, "suggestion_accepted": True}

        answer = send(row(claims[0], ana, **MARKS, **suggestion))

        assert answer.json()["created"] == 1
        stored = Annotation.objects.get()
        assert (stored.source_start, stored.source_end) == (38, 55)
        assert (stored.cue_start, stored.cue_end) == (56, 60)
        assert (stored.suggestion_shown, stored.suggestion_accepted) == (True, True)
        after = AnnotationEvent.objects.get().after
        assert {name: after[name] for name in MARKS} == MARKS

    def test_leaves_the_marks_that_it_does_not_name(self, send, claims, ana):
        send(row(claims[0], ana, **MARKS))

        same = send(row(claims[0], ana))
        other = send(row(claims[0], ana, "unclear", 1))

        assert same.json() == {"created": 0, "changed": 0, "unchanged": 1}
        assert other.json()["changed"] == 1
        assert Annotation.objects.get().source_start == 38

    def test_takes_away_what_it_says_is_none(self, send, claims, ana):
        send(row(claims[0], ana, **MARKS))

        answer = send(row(claims[0], ana, cue=None))

        assert answer.json()["changed"] == 1
        stored = Annotation.objects.get()
        assert (stored.source_start, stored.cue_start) == (38, None)

    @pytest.mark.parametrize(
        ("wrong", "code"),
        [
            ({"source": {"start": 0, "end": 10**6}}, "span_outside"),
            ({"suggestion_shown": True, "suggestion_accepted": True}, "no_suggestion"),
            ({"cue": {"start": 1}}, "invalid"),
        ],
    )
    def test_is_refused_with_its_row(self, send, claims, ana, wrong, code):
        Claim.objects.update(suggestion=None)

        answer = send(row(claims[0], ana), row(claims[1], ana, **wrong))

        assert answer.status_code == 400
        refused = [(one["row"], one["code"]) for one in answer.json()["rows"]]
        assert refused == [(2, code)]
        assert not Annotation.objects.exists()
