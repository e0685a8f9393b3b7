"""Progress: how far everybody in a project is."""

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import (
    OpenApiExample,
    extend_schema,
    extend_schema_serializer,
)
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.models import Membership, Role
from annotator.queries.projects import annotator_progress, project_summaries
from api import people_examples as examples
from api.project_outputs import ProjectSummary
from api.requests import signed_in


class AnnotatorProgress(serializers.ModelSerializer[Membership]):
    id = serializers.IntegerField(source="user_id")
    name = serializers.CharField(source="user.name")
    assigned = serializers.IntegerField(help_text="Claims.")
    answered = serializers.IntegerField(help_text="Claims, those skipped included.")
    skipped = serializers.IntegerField(help_text="Claims.")
    articles_done = serializers.IntegerField()
    articles_open = serializers.IntegerField()
    last_saved_at = serializers.DateTimeField(allow_null=True)

    class Meta:
        model = Membership
        fields = [
            "id", "name", "role", "quota", "assigned", "answered", "skipped",
            "articles_done", "articles_open", "last_saved_at",
        ]  # fmt: skip


@extend_schema_serializer(examples=[OpenApiExample("One annotator", examples.PROGRESS)])
class ProgressOutput(serializers.Serializer[object]):
    articles = serializers.IntegerField()
    claims = serializers.IntegerField()
    overlap = serializers.IntegerField()
    answers = serializers.IntegerField()
    answers_needed = serializers.IntegerField()
    annotators = AnnotatorProgress(many=True)


class ProgressView(APIView):
    @extend_schema(responses=ProgressOutput)
    def get(self, request: Request, slug: str) -> Response:
        """Say how far everybody is; an annotator reads only of themselves."""
        user = signed_in(request)
        project = get_object_or_404(project_summaries(user), slug=slug)
        is_annotator = project.role == Role.ANNOTATOR  # type: ignore[attr-defined]
        people = annotator_progress(project, of=user if is_annotator else None)
        summary = ProjectSummary(project).data
        shared = ["articles", "claims", "overlap", "answers", "answers_needed"]
        return Response(
            ProgressOutput(
                {**{name: summary[name] for name in shared}, "annotators": people}
            ).data
        )
