"""Guidelines: the revision in force, earlier ones, and who has read which."""

from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import (
    OpenApiExample,
    OpenApiParameter,
    extend_schema,
    extend_schema_serializer,
)
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.models import Guidelines, Role, TokenScope
from annotator.services import guidelines
from api import setup_examples as examples
from api.etags import conditional, with_etag
from api.problems import refuses
from api.queries import read
from api.repeats import by, repeatable
from api.requests import LARGEST_NUMBER, find_project, signed_in
from api.texts import LineField

LONGEST = 200_000  # characters: a book of rules


@extend_schema_serializer(examples=[OpenApiExample("The second", examples.GUIDELINES)])
class GuidelinesOutput(serializers.ModelSerializer[Guidelines]):
    class Meta:
        model = Guidelines
        fields = ["number", "body", "change_note", "created_at"]
        read_only_fields = fields


@extend_schema_serializer(examples=[OpenApiExample("The second", examples.REVISION)])
class RevisionOutput(serializers.ModelSerializer[Guidelines]):
    author = serializers.CharField(
        source="author.name",
        default=None,
        allow_null=True,
        help_text="Whoever published it; null if that was a program.",
    )

    class Meta:
        model = Guidelines
        fields = ["number", "change_note", "author", "created_at"]
        read_only_fields = fields


class NewRevision(serializers.Serializer[object]):
    body = serializers.CharField(
        max_length=LONGEST,
        trim_whitespace=False,
        help_text="The whole text, in Markdown.",
    )
    change_note = LineField(
        max_length=200, help_text="What changed, in a line: annotators are shown it."
    )
    base = serializers.IntegerField(
        min_value=1,
        max_value=LARGEST_NUMBER,
        help_text="The number of the revision that was edited.",
    )

    def validate_body(self, body: str) -> str:
        if not body.strip():
            raise serializers.ValidationError("These guidelines say nothing.")
        return body


class WhichRevision(serializers.Serializer[object]):
    revision = serializers.IntegerField(
        required=False, min_value=1, max_value=LARGEST_NUMBER
    )


class ReadInput(serializers.Serializer[object]):
    number = serializers.IntegerField(min_value=1, max_value=LARGEST_NUMBER)


class GuidelinesView(APIView):
    @extend_schema(
        parameters=[
            OpenApiParameter("revision", int, description="Left out: the one in force.")
        ],
        responses=GuidelinesOutput,
    )
    @conditional
    def get(self, request: Request, slug: str) -> Response:
        """Give the guidelines in force, or another revision of them."""
        project = find_project(request, slug)
        number = read(WhichRevision, request).get("revision")
        revisions = project.guidelines.all()
        found = (
            revisions[0]
            if number is None
            else get_object_or_404(revisions, number=number)
        )
        body = GuidelinesOutput(found).data
        return with_etag(request, body, f"revision-{found.number}", is_all=True)

    @extend_schema(
        request=NewRevision,
        responses={201: GuidelinesOutput},
        examples=[OpenApiExample("Changed", examples.PUBLISHED, request_only=True)],
    )
    @refuses(guidelines.GuidelinesMovedOn)
    @repeatable(by(Role.LEAD))
    def post(self, request: Request, slug: str) -> Response:
        """
        Publish the next revision of the guidelines.

        Answers that name no other are counted to it from now on. 409
        `guidelines_moved_on` if somebody else has published one since the `base`.
        """
        project = find_project(request, slug, Role.LEAD)
        given = NewRevision(data=request.data)
        given.is_valid(raise_exception=True)
        published = guidelines.publish_guidelines(
            project=project,
            author=signed_in(request),
            now=timezone.now(),
            **given.validated_data,
        )
        return Response(
            GuidelinesOutput(published).data, status=status.HTTP_201_CREATED
        )


class RevisionsView(APIView):
    @extend_schema(responses=RevisionOutput(many=True))
    def get(self, request: Request, slug: str) -> Response:
        """List the revisions of the guidelines, the newest first."""
        project = find_project(request, slug)
        revisions = project.guidelines.defer("body").select_related("author")
        return Response(RevisionOutput(revisions, many=True).data)


class GuidelinesReadView(APIView):
    scope = TokenScope.ANNOTATE

    @extend_schema(
        request=ReadInput,
        responses={204: None},
        examples=[OpenApiExample("The second", {"number": 2}, request_only=True)],
    )
    @refuses(guidelines.UnknownRevision)
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
