"""Projects: /api/v1/projects/ and a project's page, guidelines and progress."""

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.models import Membership, Project, Role, SourceType
from annotator.queries.projects import annotator_progress, project_summaries
from api.pages import Pages
from api.requests import signed_in


class Mine(serializers.Serializer[Project]):
    answered = serializers.IntegerField(source="my_answers")
    available = serializers.IntegerField(
        source="my_claims", help_text="Claims assigned to you, or that still can be."
    )


class ProjectSummary(serializers.ModelSerializer[Project]):
    role = serializers.ChoiceField(choices=Role.choices)
    articles = serializers.IntegerField(source="articles_count")
    claims = serializers.IntegerField(source="claims_count")
    people = serializers.IntegerField(source="people_count")
    answers = serializers.IntegerField(source="answers_count")
    answers_needed = serializers.SerializerMethodField()
    mine = Mine(source="*")
    alpha = serializers.SerializerMethodField(
        help_text="Krippendorff's alpha of source type; null for annotators, and "
        "while it is undefined."
    )

    class Meta:
        model = Project
        fields = [
            "slug", "name", "role", "state", "overlap", "articles", "claims",
            "people", "answers", "answers_needed", "mine", "alpha",
        ]  # fmt: skip
        read_only_fields = fields

    def get_answers_needed(self, project: Any) -> int:
        needed: int = project.claims_count * project.overlap
        return needed

    @extend_schema_field({"type": ["number", "null"]})
    def get_alpha(self, project: Any) -> float | None:
        if project.role == Role.ANNOTATOR or not project.report_variables:
            return None
        value: float | None = project.report_variables["source_type"]["value"]
        return value


class SourceTypeOutput(serializers.ModelSerializer[SourceType]):
    maps_to: serializers.SlugRelatedField[SourceType] = serializers.SlugRelatedField(
        slug_field="key", read_only=True, allow_null=True
    )

    class Meta:
        model = SourceType
        fields = ["key", "name", "definition", "hotkey", "color", "maps_to"]
        read_only_fields = fields


class ConfidencePoint(serializers.Serializer[object]):
    value = serializers.IntegerField()
    word = serializers.CharField()


class ProjectDetail(ProjectSummary):
    source_types = SourceTypeOutput(many=True)
    confidence_scale = serializers.SerializerMethodField()
    guideline_revision = serializers.SerializerMethodField()
    guidelines_read = serializers.IntegerField(
        help_text="The newest revision that you have read; 0 at first."
    )

    class Meta(ProjectSummary.Meta):
        fields = [
            *ProjectSummary.Meta.fields,
            "suggestion_mode", "suggestion_threshold", "source_types",
            "confidence_scale", "guideline_revision", "guidelines_read",
        ]  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(ConfidencePoint(many=True))
    def get_confidence_scale(self, project: Project) -> list[dict[str, Any]]:
        words = project.confidence_words
        return [{"value": i, "word": word} for i, word in enumerate(words, start=1)]

    def get_guideline_revision(self, project: Project) -> int:
        return project.guidelines.all()[0].number


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


class ProgressOutput(serializers.Serializer[object]):
    articles = serializers.IntegerField()
    claims = serializers.IntegerField()
    overlap = serializers.IntegerField()
    answers = serializers.IntegerField()
    answers_needed = serializers.IntegerField()
    annotators = AnnotatorProgress(many=True)


class ProjectPages(Pages):
    ordering = ("name", "pk")  # type: ignore[assignment]


class ProjectsView(ListAPIView[Project]):
    """The projects in which the user has a role."""

    serializer_class = ProjectSummary
    pagination_class = ProjectPages

    def get_queryset(self) -> QuerySet[Project]:
        return project_summaries(signed_in(self.request))


class ProjectView(APIView):
    @extend_schema(responses=ProjectDetail)
    def get(self, request: Request, slug: str) -> Response:
        """Give a project with the words its annotators use."""
        projects = project_summaries(signed_in(request))
        return Response(ProjectDetail(get_object_or_404(projects, slug=slug)).data)


class ProgressView(APIView):
    @extend_schema(responses=ProgressOutput)
    def get(self, request: Request, slug: str) -> Response:
        """Say how far everybody is; an annotator reads only of themselves."""
        user = signed_in(request)
        project = get_object_or_404(project_summaries(user), slug=slug)
        people = annotator_progress(project)
        if project.role == Role.ANNOTATOR:  # type: ignore[attr-defined]
            people = people.filter(user=user)
        summary = ProjectSummary(project).data
        shared = ["articles", "claims", "overlap", "answers", "answers_needed"]
        return Response(
            ProgressOutput(
                {**{name: summary[name] for name in shared}, "annotators": people}
            ).data
        )
