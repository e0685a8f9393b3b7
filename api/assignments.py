"""Assignments: what a lead gives to somebody by name, and takes from them."""

from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.models import Assignment, Role
from annotator.services import assigning
from api.problems import refuses
from api.repeats import by, repeatable
from api.requests import LARGEST_ID, find_project, signed_in

MOST = 100
EXAMPLE = {
    "assigned": [
        {
            "id": 301,
            "article": 44,
            "annotator_id": 7,
            "annotator": "Ana",
            "state": "open",
            "answered": 0,
            "lease_until": "2026-06-01T12:00:00Z",
            "by_name": True,
        }
    ],
    "refused": [
        {
            "article": 45,
            "code": "no_free_place",
            "detail": "Every place at this article is taken.",
        }
    ],
}


class AssignInput(serializers.Serializer[object]):
    annotator = serializers.IntegerField(
        min_value=1, max_value=LARGEST_ID, help_text="A member's user id."
    )
    articles = serializers.ListField(
        child=serializers.IntegerField(min_value=1, max_value=LARGEST_ID),
        min_length=1,
        max_length=MOST,
    )


class AssignmentOutput(serializers.ModelSerializer[Assignment]):
    annotator = serializers.CharField(source="annotator.name")
    by_name = serializers.BooleanField(
        help_text="Whether a lead chose the annotator, and not the queue."
    )

    class Meta:
        model = Assignment
        fields = [
            "id", "article", "annotator_id", "annotator", "state", "answered",
            "lease_until", "by_name",
        ]  # fmt: skip
        read_only_fields = fields


class RefusedArticle(serializers.Serializer[object]):
    article = serializers.IntegerField()
    code = serializers.ChoiceField(choices=list(assigning.REASONS))
    detail = serializers.CharField()


class AssignOutput(serializers.Serializer[object]):
    assigned = AssignmentOutput(many=True)
    refused = RefusedArticle(many=True)


class AssignmentsView(APIView):
    @extend_schema(
        request=AssignInput,
        responses=AssignOutput,
        examples=[
            OpenApiExample(
                "Two articles",
                {"annotator": 7, "articles": [44, 45]},
                request_only=True,
            ),
            OpenApiExample("One had a place", EXAMPLE, response_only=True),
        ],
    )
    @refuses(assigning.NotAnAnnotator)
    @repeatable(by(Role.LEAD))
    def post(self, request: Request, slug: str) -> Response:
        """Give articles to somebody by name; each answers for itself."""
        project = find_project(request, slug, Role.LEAD)
        given = AssignInput(data=request.data)
        given.is_valid(raise_exception=True)
        found = assigning.assign_by_name(
            project=project,
            annotator_id=given.validated_data["annotator"],
            articles=given.validated_data["articles"],
            lead=signed_in(request),
            now=timezone.now(),
        )
        return Response(AssignOutput(found).data)


class AssignmentView(APIView):
    @extend_schema(responses={204: None})
    def delete(self, request: Request, slug: str, assignment_id: int) -> Response:
        """Take an article from its annotator; what they answered stays."""
        project = find_project(request, slug, Role.LEAD)
        assignment = get_object_or_404(
            Assignment, article__project=project, pk=assignment_id
        )
        assigning.withdraw_assignment(
            assignment=assignment, by=signed_in(request), now=timezone.now()
        )
        return Response(status=status.HTTP_204_NO_CONTENT)
