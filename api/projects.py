"""Projects: /api/v1/projects/, and a project's page and settings."""

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import OpenApiExample, extend_schema, extend_schema_field
from rest_framework import serializers, status
from rest_framework.exceptions import PermissionDenied
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.models import Project, ProjectState, Role, SourceType, User
from annotator.queries.projects import project_summaries
from annotator.services import projects
from api import setup_examples as examples
from api.pages import Pages
from api.requests import find_project, signed_in
from api.texts import LineField

SLUG = r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"
MOST_OVERLAP = 20
FEWEST_POINTS, MOST_POINTS = 2, 7


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
        fields = [
            "key", "name", "definition", "hotkey", "color", "maps_to", "built_in",
        ]  # fmt: skip
        read_only_fields = fields


class ConfidencePoint(serializers.Serializer[object]):
    value = serializers.IntegerField()
    word = serializers.CharField()


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

    class Meta(ProjectSummary.Meta):
        fields = [
            *ProjectSummary.Meta.fields,
            "suggestion_mode", "suggestion_threshold", "source_types",
            "archived_source_types", "confidence_scale", "guideline_revision",
            "guidelines_read",
        ]  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(SourceTypeOutput(many=True))
    def get_source_types(self, project: Project) -> Any:
        return _types(project, are_archived=False)

    @extend_schema_field(SourceTypeOutput(many=True))
    def get_archived_source_types(self, project: Project) -> Any:
        return _types(project, are_archived=True)

    @extend_schema_field(ConfidencePoint(many=True))
    def get_confidence_scale(self, project: Project) -> list[dict[str, Any]]:
        words = project.confidence_words
        return [{"value": i, "word": word} for i, word in enumerate(words, start=1)]

    def get_guideline_revision(self, project: Project) -> int:
        return project.guidelines.all()[0].number


def _types(project: Project, *, are_archived: bool) -> Any:
    """Give a project's source types that are archived, or the others."""
    # All are read at once, with what they map to, and kept at the project.
    types = project.source_types.all()
    return SourceTypeOutput(
        [one for one in types if (one.archived_at is not None) == are_archived],
        many=True,
    ).data


class NewProject(serializers.Serializer[object]):
    name = LineField(max_length=120)
    overlap = serializers.IntegerField(
        required=False,
        min_value=1,
        max_value=MOST_OVERLAP,
        help_text="How many annotators answer each article; 3 where nothing is copied.",
    )
    slug = serializers.RegexField(
        SLUG,
        required=False,
        max_length=60,
        help_text="Its name in addresses. Left out: made of the name.",
    )
    copy_from = serializers.CharField(
        required=False,
        allow_null=True,
        default=None,
        max_length=60,
        help_text="The slug of a project that the user leads: its overlap, scale, "
        "suggestions, source types, order and newest guidelines are copied.",
    )


class ProjectInput(serializers.Serializer[object]):
    name = LineField(required=False, max_length=120)
    state = serializers.ChoiceField(choices=ProjectState.choices, required=False)
    overlap = serializers.IntegerField(
        required=False,
        min_value=1,
        max_value=MOST_OVERLAP,
        help_text="Who has a place at an article keeps it, also where those are more.",
    )
    confidence_words = serializers.ListField(
        child=LineField(max_length=40),
        required=False,
        min_length=FEWEST_POINTS,
        max_length=MOST_POINTS,
        help_text="The points of the scale, lowest first. A point that answers have "
        "cannot be taken away.",
    )

    def validate_confidence_words(self, words: list[str]) -> list[str]:
        if len({word.casefold() for word in words}) < len(words):
            raise serializers.ValidationError("Give each point a word of its own.")
        return words


class ProjectPages(Pages):
    ordering = ("name", "pk")  # type: ignore[assignment]


class ProjectsView(ListAPIView[Project]):
    """The projects in which the user has a role."""

    serializer_class = ProjectSummary
    pagination_class = ProjectPages

    def get_queryset(self) -> QuerySet[Project]:
        return project_summaries(signed_in(self.request))

    @extend_schema(
        request=NewProject,
        responses={201: ProjectDetail},
        examples=[
            OpenApiExample("New", examples.NEW_PROJECT, request_only=True),
            OpenApiExample("As another", examples.COPIED_PROJECT, request_only=True),
        ],
    )
    def post(self, request: Request) -> Response:
        """
        Make a project, which the user leads then.

        It is for operators, and for who leads a project already. 409 if the slug is
        taken; one that is made of the name gets a number instead.
        """
        user = signed_in(request)
        if not projects.may_create(user):
            raise PermissionDenied(
                "Projects are made by operators, and by who leads one. Ask a lead."
            )
        given = NewProject(data=request.data)
        given.is_valid(raise_exception=True)
        chosen = given.validated_data
        made = projects.create_project(
            **{**chosen, "copy_from": _led_by(user, chosen["copy_from"])},
            lead=user,
            now=timezone.now(),
        )
        return told(user, made.slug, status.HTTP_201_CREATED)


class ProjectView(APIView):
    @extend_schema(responses=ProjectDetail)
    def get(self, request: Request, slug: str) -> Response:
        """Give a project with the words its annotators use."""
        return told(signed_in(request), slug)

    @extend_schema(
        request=ProjectInput,
        responses=ProjectDetail,
        examples=[
            OpenApiExample("Closed", {"state": "closed"}, request_only=True),
            OpenApiExample("Five points", examples.FIVE_POINTS, request_only=True),
        ],
    )
    def patch(self, request: Request, slug: str) -> Response:
        """
        Change a project's settings; what is not given stays.

        409 `confidence_in_use` if answers have a point that would be taken away. Where
        the number of points changes, agreement is counted anew.
        """
        project = find_project(request, slug, Role.LEAD)
        given = ProjectInput(data=request.data)
        given.is_valid(raise_exception=True)
        user = signed_in(request)
        projects.change_project(
            project=project, lead=user, now=timezone.now(), **given.validated_data
        )
        return told(user, slug)


def _led_by(user: User, slug: str | None) -> Project | None:
    """Find the project that is to be copied, None if none is."""
    if slug is None:
        return None
    led = Project.objects.filter(
        slug=slug, memberships__user=user, memberships__role=Role.LEAD
    ).first()
    if led is None:
        raise serializers.ValidationError(
            {"copy_from": ["You lead no project of this name."]}
        )
    return led


def told(user: User, slug: str, status: int = status.HTTP_200_OK) -> Response:
    """Give a project with the words its annotators use, as `user` sees it."""
    project = get_object_or_404(project_summaries(user), slug=slug)
    return Response(ProjectDetail(project).data, status=status)
