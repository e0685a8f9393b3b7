"""Projects: /api/v1/projects/, and a project's page and settings."""

from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers, status
from rest_framework.exceptions import PermissionDenied
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.models import Project, ProjectState, Role, User
from annotator.queries.projects import project_summaries
from annotator.services import projects
from api import setup_examples as examples
from api.etags import conditional, expected_versions
from api.pages import Pages
from api.problems import refuses
from api.project_outputs import ProjectDetail, ProjectSummary, told
from api.repeats import by, repeatable
from api.requests import find_project, signed_in, token_of
from api.texts import LineField

SLUG = r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"
MOST_OVERLAP = 20
FEWEST_POINTS, MOST_POINTS = 2, 7


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
    keeps_to_project = ["GET", "HEAD"]

    def get_queryset(self) -> QuerySet[Project]:
        found = project_summaries(signed_in(self.request))
        token = token_of(self.request)
        if token and token.project:
            return found.filter(pk=token.project.pk)
        return found

    @extend_schema(
        request=NewProject,
        responses={201: ProjectDetail},
        examples=[
            OpenApiExample("New", examples.NEW_PROJECT, request_only=True),
            OpenApiExample("As another", examples.COPIED_PROJECT, request_only=True),
        ],
    )
    @refuses(projects.SlugTaken, projects.SlugReserved)
    @repeatable(by(Role.LEAD))
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
        answer = told(request, made.slug)
        answer.status_code = status.HTTP_201_CREATED
        return answer


class ProjectView(APIView):
    @extend_schema(responses=ProjectDetail)
    @conditional
    def get(self, request: Request, slug: str) -> Response:
        """Give a project with the words its annotators use."""
        return told(request, slug)

    @extend_schema(
        request=ProjectInput,
        responses=ProjectDetail,
        examples=[
            OpenApiExample("Closed", {"state": "closed"}, request_only=True),
            OpenApiExample("Five points", examples.FIVE_POINTS, request_only=True),
        ],
    )
    @refuses(projects.ConfidenceInUse)
    @conditional
    def patch(self, request: Request, slug: str) -> Response:
        """
        Change a project's settings; what is not given stays.

        409 `confidence_in_use` if answers have a point that would be taken away. Where
        the number of points changes, agreement is counted anew.
        """
        project = find_project(request, slug, Role.LEAD)
        given = ProjectInput(data=request.data)
        given.is_valid(raise_exception=True)
        projects.change_project(
            project=project,
            lead=signed_in(request),
            now=timezone.now(),
            expected=expected_versions(request),
            **given.validated_data,
        )
        return told(request, slug)


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
