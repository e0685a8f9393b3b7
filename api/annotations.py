"""Annotations: what the signed-in annotator says of a claim."""

from typing import Any
from uuid import UUID

from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import (
    OpenApiExample,
    OpenApiParameter,
    OpenApiResponse,
    extend_schema,
)
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.models import Annotation
from annotator.services.annotations import (
    AnswerWithdrawn,
    ChangedElsewhere,
    save_answer,
)
from annotator.services.answers import (
    ANYTHING,
    FLAGS,
    Answer,
    Save,
    Span,
    answer_of,
    as_saved,
)
from api import annotation_examples as examples
from api.article_inputs import Span as SpanInput
from api.requests import signed_in

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


class ActInput(serializers.Serializer[Any]):
    client_id = serializers.UUIDField(
        help_text="Made by the client for each save; a repeat is harmless."
    )
    replaces = serializers.UUIDField(
        required=False,
        allow_null=True,
        help_text="The `client_id` of the annotation that the client saw, null if it "
        "saw none: if there is another now, nothing is saved and the answer is 409 "
        "`changed_elsewhere`. Left out: whatever there is.",
    )
    group = serializers.UUIDField(
        required=False,
        allow_null=True,
        default=None,
        help_text="Shared by saves that are one act.",
    )
    reverts = serializers.UUIDField(
        required=False,
        allow_null=True,
        default=None,
        help_text="The `client_id` of the save that this one takes back.",
    )


class AnnotationInput(AnswerInput, ActInput):
    pass


class WithdrawInput(ActInput):
    def to_internal_value(self, data: Any) -> Any:
        """Read a query string, in which nothing stands for null."""
        return super().to_internal_value(
            {name: value or None for name, value in data.items()}
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


class ChangedProblem(serializers.Serializer[Any]):
    title = serializers.CharField()
    status = serializers.IntegerField()
    code = serializers.CharField()
    detail = serializers.CharField()
    current = AnnotationOutput(
        allow_null=True,
        required=False,
        help_text="With `changed_elsewhere`: what there is now.",
    )


CHANGED = {
    (409, "application/problem+json"): OpenApiResponse(
        ChangedProblem,
        description="`changed_elsewhere`, `claim_replaced`, `project_closed`, "
        "`client_id_reused` or `answer_withdrawn`. Nothing was saved.",
    )
}


class AnnotationView(APIView):
    @extend_schema(
        request=AnnotationInput,
        responses={200: AnnotationOutput, **CHANGED},
        examples=[
            OpenApiExample("An answer", examples.SAVE, request_only=True),
            OpenApiExample("A skipped claim", examples.SKIP, request_only=True),
            OpenApiExample(
                "Saved", examples.ANNOTATION, response_only=True, status_codes=["200"]
            ),
            OpenApiExample(
                "Changed elsewhere",
                examples.CHANGED,
                response_only=True,
                status_codes=["409"],
                media_type="application/problem+json",
            ),
        ],
    )
    def put(self, request: Request, claim_id: int) -> Response:
        """
        Say who stands behind a claim and how sure you are, or skip it.

        The same `client_id` again changes nothing and gives the annotation as it is.
        """
        given = SAVE.run_validation(request.data)
        saved = save_answer(
            save=read_save(given, claim=claim_id, answer=given),
            annotator=signed_in(request),
            now=timezone.now(),
        )
        if saved is None:
            raise AnswerWithdrawn("This answer was taken back since; give it again.")
        return Response(AnnotationOutput(saved).data)

    @extend_schema(
        parameters=[
            OpenApiParameter("client_id", OpenApiTypes.UUID, required=True),
            OpenApiParameter(
                "replaces", str, description="As in PUT; empty stands for null."
            ),
            OpenApiParameter("group", OpenApiTypes.UUID),
            OpenApiParameter("reverts", OpenApiTypes.UUID),
        ],
        responses={204: None, **CHANGED},
    )
    def delete(self, request: Request, claim_id: int) -> Response:
        """Take an answer back; the history keeps it."""
        given = WITHDRAWAL.run_validation(request.query_params.dict())
        save_answer(
            save=read_save(given, claim=claim_id, answer=None),
            annotator=signed_in(request),
            now=timezone.now(),
        )
        return Response(status=status.HTTP_204_NO_CONTENT)


def current_json(refusal: ChangedElsewhere) -> dict[str, Any] | None:
    """Give what there is instead of what was to be replaced."""
    current = refusal.current
    return None if current is None else AnnotationOutput(current).data


# Kept, because making their fields anew for every save costs more than reading it.
SAVE = AnnotationInput()
WITHDRAWAL = WithdrawInput()


def read_save(
    given: dict[str, Any], *, claim: int, answer: dict[str, Any] | None
) -> Save:
    """Give the domain's words for what was sent, which has been checked."""
    client_id: UUID = given["client_id"]
    return Save(
        claim=claim,
        client_id=client_id,
        answer=None if answer is None else read_answer(answer),
        replaces=given.get("replaces", ANYTHING),
        group=given["group"],
        reverts=given["reverts"],
    )


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
