"""Annotations: what the signed-in annotator says of a claim."""

from typing import Any
from uuid import UUID

from django.shortcuts import get_object_or_404
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

from annotator.models import Annotation, Claim, TokenScope
from annotator.services import annotations, answers
from annotator.services.annotations import (
    AnswerWithdrawn,
    ChangedElsewhere,
    save_answer,
)
from annotator.services.answers import ANYTHING, Save
from annotator.services.guidelines import UnknownRevision
from annotator.services.preconditions import MovedOn
from api import annotation_examples as examples
from api.answers import AnnotationOutput, AnswerInput, read_answer
from api.etags import conditional, named, with_etag
from api.problems import MEDIA_TYPE, Problem, refuses
from api.requests import signed_in

NOTHING_SAVED = {
    (409, MEDIA_TYPE): OpenApiResponse(
        Problem,
        description="Nothing was saved.",
        examples=[OpenApiExample("Changed elsewhere", examples.CHANGED)],
    )
}
REFUSALS = (
    annotations.NotAssigned,
    annotations.ProjectClosed,
    annotations.ClaimReplaced,
    annotations.ClientIdReused,
    annotations.ChangedElsewhere,
    MovedOn,
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


class AnnotationView(APIView):
    scope = TokenScope.ANNOTATE
    throttle_classes = []  # no work is lost

    @extend_schema(
        responses=AnnotationOutput,
        examples=[OpenApiExample("An answer", examples.ANNOTATION)],
    )
    @conditional
    def get(self, request: Request, claim_id: int) -> Response:
        """Give what the user says of a claim; 404 if that is nothing."""
        user = signed_in(request)
        claims = Claim.objects.assigned_to(user)
        found = get_object_or_404(
            user.annotations.select_related("source_type", "guidelines").defer(
                "guidelines__body"
            ),
            claim__in=claims.filter(pk=claim_id),
        )
        return told(request, found)

    @extend_schema(
        request=AnnotationInput,
        responses={200: AnnotationOutput, **NOTHING_SAVED},
        examples=[
            OpenApiExample("An answer", examples.SAVE, request_only=True),
            OpenApiExample("A skipped claim", examples.SKIP, request_only=True),
            OpenApiExample(
                "Saved", examples.ANNOTATION, response_only=True, status_codes=["200"]
            ),
        ],
    )
    @conditional
    @refuses(
        *REFUSALS,
        annotations.AnswerWithdrawn,
        answers.SourceTypeArchived,
        answers.UnknownSourceType,
        answers.OutsideScale,
        answers.IncompleteAnswer,
        answers.SpanOutside,
        answers.NoSuggestion,
        UnknownRevision,
    )
    def put(self, request: Request, claim_id: int) -> Response:
        """
        Say who stands behind a claim and how sure you are, or skip it.

        The same `client_id` again changes nothing and gives the annotation as it is.
        `If-Match` says the same as `replaces`; if it does not hold, it is 412.
        """
        given = SAVE.run_validation(request.data)
        saved = save(request, given, claim=claim_id, answer=given)
        if saved is None:
            raise AnswerWithdrawn("This answer was taken back since; give it again.")
        return told(request, saved)

    @extend_schema(
        parameters=[
            OpenApiParameter("client_id", OpenApiTypes.UUID, required=True),
            OpenApiParameter(
                "replaces", str, description="As in PUT; empty stands for null."
            ),
            OpenApiParameter("group", OpenApiTypes.UUID),
            OpenApiParameter("reverts", OpenApiTypes.UUID),
        ],
        responses={204: None, **NOTHING_SAVED},
    )
    @conditional
    @refuses(*REFUSALS)
    def delete(self, request: Request, claim_id: int) -> Response:
        """Take an answer back; the history keeps it."""
        given = WITHDRAWAL.run_validation(request.query_params.dict())
        save(request, given, claim=claim_id, answer=None)
        return Response(status=status.HTTP_204_NO_CONTENT)


def told(request: Request, annotation: Annotation) -> Response:
    """Give an annotation, whose version is the save that made it."""
    body = AnnotationOutput(annotation).data
    return with_etag(request, body, str(annotation.client_id), is_all=True)


def save(
    request: Request,
    given: dict[str, Any],
    *,
    claim: int,
    answer: dict[str, Any] | None,
) -> Annotation | None:
    """
    Take in what was sent.

    :raises MovedOn: if there is another annotation than `If-Match` names
    """
    seen = seen_by(request)
    if seen is not ANYTHING:
        if "replaces" in given:
            raise serializers.ValidationError({"replaces": ["Send this or If-Match."]})
        given = {**given, "replaces": seen}
    try:
        return save_answer(
            save=read_save(given, claim=claim, answer=answer),
            annotator=signed_in(request),
            now=timezone.now(),
        )
    except ChangedElsewhere as refusal:
        if seen is ANYTHING:
            raise
        now = refusal.current
        raise MovedOn(str(now.client_id) if now else None) from refusal


def seen_by(request: Request) -> Any:
    """Give the `client_id` that `If-Match` names; ANYTHING where it is left out."""
    if "If-Match" not in request.headers:
        return ANYTHING
    tags = named(request, "If-Match")
    try:
        (tag,) = tags
        return UUID(tag)
    except ValueError as error:
        raise serializers.ValidationError(
            {"If-Match": ["Give the ETag of an annotation."]}
        ) from error


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
        revision=None if answer is None else answer["guideline_revision"],
    )
