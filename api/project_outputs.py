"""What the API tells of projects."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import (
    OpenApiExample,
    extend_schema_field,
    extend_schema_serializer,
)
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from annotator.models import Project, Role, SourceType
from annotator.queries.projects import project_summaries
from annotator.queries.versions import settings_version, source_types_version
from api import setup_examples as examples
from api.etags import with_etag
from api.requests import signed_in


class Mine(serializers.Serializer[Project]):
    answered = serializers.IntegerField(source="my_answers")
    available = serializers.IntegerField(
        source="my_claims", help_text="Claims assigned to you, or that still can be."
    )


@extend_schema_serializer(examples=[OpenApiExample("A project", examples.SUMMARY)])
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
        fields = [
            "key", "name", "definition", "hotkey", "color", "maps_to", "built_in",
        ]  # fmt: skip
        read_only_fields = fields


@extend_schema_serializer(examples=[OpenApiExample("As at first", examples.LISTS)])
class SourceTypeLists(serializers.Serializer[object]):
    source_types = SourceTypeOutput(
        many=True, help_text="What annotators choose from, in their order."
    )
    archived_source_types = SourceTypeOutput(
        many=True,
        help_text="What earlier answers may have, and nobody can choose any more.",
    )


class ConfidencePoint(serializers.Serializer[object]):
    value = serializers.IntegerField()
    word = serializers.CharField()


class Versions(serializers.Serializer[object]):
    settings = serializers.CharField()
    source_types = serializers.CharField()


@extend_schema_serializer(examples=[OpenApiExample("A project", examples.PROJECT)])
class ProjectDetail(ProjectSummary):
    source_types = serializers.SerializerMethodField(
        help_text="What annotators choose from, in their order."
    )
    archived_source_types = serializers.SerializerMethodField(
        help_text="What earlier answers may have, and nobody can choose any more."
    )
    confidence_scale = serializers.SerializerMethodField()
    guideline_revision = serializers.SerializerMethodField()
    guidelines_read = serializers.IntegerField(
        help_text="The newest revision that you have read; 0 at first."
    )
    versions = serializers.SerializerMethodField(
        help_text="What `If-Match` takes where these are changed."
    )

    class Meta(ProjectSummary.Meta):
        fields = [
            *ProjectSummary.Meta.fields,
            "suggestion_mode", "suggestion_threshold", "source_types",
            "archived_source_types", "confidence_scale", "guideline_revision",
            "guidelines_read", "versions",
        ]  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(SourceTypeOutput(many=True))
    def get_source_types(self, project: Project) -> Any:
        return type_lists(project.source_types.all())["source_types"]

    @extend_schema_field(SourceTypeOutput(many=True))
    def get_archived_source_types(self, project: Project) -> Any:
        return type_lists(project.source_types.all())["archived_source_types"]

    @extend_schema_field(ConfidencePoint(many=True))
    def get_confidence_scale(self, project: Project) -> list[dict[str, Any]]:
        words = project.confidence_words
        return [{"value": i, "word": word} for i, word in enumerate(words, start=1)]

    @extend_schema_field(Versions)
    def get_versions(self, project: Project) -> dict[str, str]:
        return {
            "settings": settings_version(project),
            "source_types": source_types_version(project.source_types.all()),
        }

    def get_guideline_revision(self, project: Project) -> int:
        return project.guidelines.all()[0].number


def type_lists(types: Iterable[SourceType]) -> dict[str, Any]:
    """Give source types that can be chosen, and those that are archived."""
    found = [(one.archived_at is not None, one) for one in types]
    return {
        name: SourceTypeOutput(
            [one for is_archived, one in found if is_archived == archived], many=True
        ).data
        for name, archived in [("source_types", False), ("archived_source_types", True)]
    }


def told(request: Request, slug: str) -> Response:
    """Give a project with the words its annotators use, as the user sees it."""
    types = SourceType.objects.select_related("maps_to")
    project = get_object_or_404(
        project_summaries(signed_in(request)).prefetch_related(
            Prefetch("source_types", queryset=types)
        ),
        slug=slug,
    )
    body = ProjectDetail(project).data
    return with_etag(request, body, body["versions"]["settings"])
