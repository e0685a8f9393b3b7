"""Answers as they come in and go out: what annotators say of claims."""

from typing import Any

from rest_framework import serializers

from annotator.models import Annotation
from annotator.services.annotations import ChangedElsewhere
from annotator.services.answers import FLAGS, Answer, Span, answer_of, as_saved
from api.article_inputs import Span as SpanInput
from api.requests import LARGEST_NUMBER

DAY = 24 * 3600


class AnswerInput(serializers.Serializer[Any]):
    source_type = serializers.CharField(
        required=False, allow_null=True, default=None, max_length=40
    )
    confidence = serializers.IntegerField(
        required=False, allow_null=True, default=None, min_value=1, max_value=7
    )
    skipped = serializers.BooleanField(required=False, default=False)
    skip_reason = serializers.CharField(
        required=False, allow_blank=True, default="", max_length=200
    )
    flags = serializers.ListField(
        child=serializers.ChoiceField(choices=FLAGS),
        required=False,
        default=list,
        max_length=len(FLAGS),
    )
    note = serializers.CharField(
        required=False, allow_blank=True, default="", max_length=2000
    )
    seconds = serializers.FloatField(
        required=False, allow_null=True, default=None, min_value=0, max_value=DAY
    )
    source = SpanInput(  # type: ignore[assignment]
        required=False,
        allow_null=True,
        default=None,
        help_text="Who says it, in code points of the article's text.",
    )
    cue = SpanInput(
        required=False,
        allow_null=True,
        default=None,
        help_text="The words that hand the claim to its source, such as “said”.",
    )
    suggestion_shown = serializers.BooleanField(required=False, default=False)
    suggestion_accepted = serializers.BooleanField(
        required=False,
        allow_null=True,
        default=None,
        help_text="Only where a suggestion was shown; null: neither.",
    )
    guideline_revision = serializers.IntegerField(
        required=False,
        allow_null=True,
        default=None,
        min_value=1,
        max_value=LARGEST_NUMBER,
        help_text="The guidelines it was answered under. Left out: those in force.",
    )


class SaidOutput(serializers.Serializer[Any]):
    source_type = serializers.CharField(allow_null=True)
    confidence = serializers.IntegerField(allow_null=True)
    skipped = serializers.BooleanField()
    skip_reason = serializers.CharField()
    flags = serializers.ListField(child=serializers.ChoiceField(choices=FLAGS))
    note = serializers.CharField()
    seconds = serializers.FloatField(allow_null=True)
    source = SpanInput(allow_null=True)  # type: ignore[assignment]
    cue = SpanInput(allow_null=True)
    suggestion_shown = serializers.BooleanField()
    suggestion_accepted = serializers.BooleanField(allow_null=True)
    guideline_revision = serializers.IntegerField()


class AnnotationOutput(SaidOutput):
    claim = serializers.IntegerField()
    version = serializers.IntegerField()
    client_id = serializers.UUIDField(help_text="Of the save that made it.")
    updated_at = serializers.DateTimeField()

    def to_representation(self, instance: Annotation) -> dict[str, Any]:
        """Give it as JSON values, at a tenth of what field after field costs."""
        return as_saved(answer_of(instance)) | {
            "claim": instance.claim_id,
            "guideline_revision": instance.guidelines.number,
            "version": instance.version,
            "client_id": str(instance.client_id),
            "updated_at": instance.updated_at.isoformat().replace("+00:00", "Z"),
        }


def current_json(refusal: ChangedElsewhere) -> dict[str, Any] | None:
    """Give what there is instead of what was to be replaced."""
    current = refusal.current
    return None if current is None else AnnotationOutput(current).data


def read_answer(given: dict[str, Any]) -> Answer:
    """Give the answer that was sent, which has been checked."""
    return Answer(
        source_type=given["source_type"],
        confidence=given["confidence"],
        skipped=given["skipped"],
        skip_reason=given["skip_reason"],
        flags=given["flags"],
        note=given["note"],
        seconds=given["seconds"],
        source=read_span(given["source"]),
        cue=read_span(given["cue"]),
        suggestion_shown=given["suggestion_shown"],
        suggestion_accepted=given["suggestion_accepted"],
    )


def read_span(given: dict[str, int] | None) -> Span | None:
    """Give the span that was sent."""
    return None if given is None else Span(**given)
