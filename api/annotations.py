"""Annotations: what the signed-in annotator says of a claim."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.models import Annotation, Claim, SourceType
from annotator.services import annotations
from annotator.services.annotations import FLAGS
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


class AnnotationInput(AnswerInput):
    client_id = serializers.UUIDField(
        help_text="Made by the client for each save; a repeat is harmless."
    )


class AnnotationOutput(serializers.ModelSerializer[Annotation]):
    source_type: serializers.SlugRelatedField[SourceType] = (
        serializers.SlugRelatedField(slug_field="key", read_only=True, allow_null=True)
    )
    flags = serializers.ListField(child=serializers.ChoiceField(choices=FLAGS))
    guideline_revision = serializers.IntegerField(source="guidelines.number")

    class Meta:
        model = Annotation
        fields = [
            "claim", "source_type", "confidence", "skipped", "skip_reason", "flags",
            "note", "seconds", "guideline_revision", "version", "updated_at",
        ]  # fmt: skip
        read_only_fields = fields


class WithdrawInput(serializers.Serializer[object]):
    client_id = serializers.UUIDField()


class AnnotationView(APIView):
    @extend_schema(request=AnnotationInput, responses=AnnotationOutput)
    def put(self, request: Request, claim_id: int) -> Response:
        """Say who stands behind a claim and how sure you are, or skip it."""
        claim = self.find_claim(request, claim_id)
        given = AnnotationInput(data=request.data)
        given.is_valid(raise_exception=True)
        answer: dict[str, Any] = {
            name: given.validated_data[name] for name in annotations.ANSWER_FIELDS
        }
        annotation = annotations.annotate(
            claim=claim,
            annotator=signed_in(request),
            answer=annotations.Answer(**answer),
            client_id=given.validated_data["client_id"],
            now=timezone.now(),
        )
        return Response(AnnotationOutput(annotation).data)

    @extend_schema(
        parameters=[OpenApiParameter("client_id", str, required=True)],
        responses={204: None},
    )
    def delete(self, request: Request, claim_id: int) -> Response:
        """Take an answer back; the history keeps it."""
        claim = self.find_claim(request, claim_id)
        given = WithdrawInput(data=request.query_params)
        given.is_valid(raise_exception=True)
        annotations.withdraw(
            claim=claim,
            annotator=signed_in(request),
            client_id=given.validated_data["client_id"],
            now=timezone.now(),
        )
        return Response(status=status.HTTP_204_NO_CONTENT)

    def find_claim(self, request: Request, claim_id: int) -> Claim:
        claims = Claim.objects.assigned_to(signed_in(request))
        return get_object_or_404(
            claims.select_related("article__project").defer(
                "article__text", "article__dropped"
            ),
            pk=claim_id,
        )
