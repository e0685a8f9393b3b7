"""Guidelines: the revision in force, earlier ones, and who has read which."""

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiExample, OpenApiParameter, extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.models import Guidelines
from annotator.services import guidelines
from api import examples
from api.requests import find_project, signed_in

BIGGEST = 2**31 - 1


class GuidelinesOutput(serializers.ModelSerializer[Guidelines]):
    class Meta:
        model = Guidelines
        fields = ["number", "body", "change_note", "created_at"]
        read_only_fields = fields


class RevisionOutput(serializers.ModelSerializer[Guidelines]):
    class Meta:
        model = Guidelines
        fields = ["number", "change_note", "created_at"]
        read_only_fields = fields


class WhichRevision(serializers.Serializer[object]):
    revision = serializers.IntegerField(required=False, min_value=1, max_value=BIGGEST)


class ReadInput(serializers.Serializer[object]):
    number = serializers.IntegerField(min_value=1, max_value=BIGGEST)


class GuidelinesView(APIView):
    @extend_schema(
        parameters=[
            OpenApiParameter("revision", int, description="Left out: the one in force.")
        ],
        responses=GuidelinesOutput,
    )
    def get(self, request: Request, slug: str) -> Response:
        """Give the guidelines in force, or another revision of them."""
        project = find_project(request, slug)
        asked = WhichRevision(data=request.query_params)
        asked.is_valid(raise_exception=True)
        number = asked.validated_data.get("revision")
        revisions = project.guidelines.all()
        found = (
            revisions[0]
            if number is None
            else get_object_or_404(revisions, number=number)
        )
        return Response(GuidelinesOutput(found).data)


class RevisionsView(APIView):
    @extend_schema(
        responses=RevisionOutput(many=True),
        examples=[OpenApiExample("Two", examples.REVISIONS)],
    )
    def get(self, request: Request, slug: str) -> Response:
        """List the revisions of the guidelines, the newest first."""
        project = find_project(request, slug)
        revisions = project.guidelines.defer("body")
        return Response(RevisionOutput(revisions, many=True).data)


class GuidelinesReadView(APIView):
    @extend_schema(request=ReadInput, responses={204: None})
    def put(self, request: Request, slug: str) -> Response:
        """Note up to which revision the user has read; it never goes down."""
        project = find_project(request, slug)
        given = ReadInput(data=request.data)
        given.is_valid(raise_exception=True)
        guidelines.note_read(
            project=project,
            reader=signed_in(request),
            number=given.validated_data["number"],
        )
        return Response(status=status.HTTP_204_NO_CONTENT)
