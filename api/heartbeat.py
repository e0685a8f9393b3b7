"""The sign of life of a screen on which somebody annotates."""

from django.utils import timezone
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.models import Assignment, Project, Role, TokenScope
from annotator.models.projects import ProjectState
from annotator.queries.progress import answers_since
from annotator.services import leases
from api.requests import LARGEST_ID, find_project, signed_in

MOST = 20


class HeartbeatInput(serializers.Serializer[object]):
    articles = serializers.ListField(
        child=serializers.IntegerField(min_value=1, max_value=LARGEST_ID),
        max_length=MOST,
        default=list,
        help_text="What is on the screen or was fetched ahead: kept an hour more.",
    )
    since = serializers.DateTimeField(
        allow_null=True,
        default=None,
        help_text="When the annotator's day began; null stands for 24 hours ago. "
        "Nothing is counted that is older than two days.",
    )


class HeldAssignment(serializers.ModelSerializer[Assignment]):
    class Meta:
        model = Assignment
        fields = ["article", "state", "lease_until"]
        read_only_fields = fields


class HeartbeatOutput(serializers.Serializer[object]):
    guideline_revision = serializers.IntegerField()
    project_state = serializers.ChoiceField(choices=ProjectState.choices)
    answered_today = serializers.IntegerField(
        help_text="Claims first answered by the user since `since`."
    )
    assignments = HeldAssignment(many=True)


class HeartbeatView(APIView):
    scope = TokenScope.ANNOTATE
    throttle_classes = []  # no work is lost

    @extend_schema(
        request=HeartbeatInput,
        responses=HeartbeatOutput,
        examples=[
            OpenApiExample(
                "Two articles",
                {"articles": [44, 45], "since": "2026-05-04T00:00:00+02:00"},
                request_only=True,
            ),
            OpenApiExample(
                "One is not theirs any more",
                {
                    "guideline_revision": 3,
                    "project_state": "open",
                    "answered_today": 128,
                    "assignments": [
                        {
                            "article": 44,
                            "state": "open",
                            "lease_until": "2026-05-05T11:20:00Z",
                        },
                        {
                            "article": 45,
                            "state": "withdrawn",
                            "lease_until": "2026-05-04T10:00:00Z",
                        },
                    ],
                },
                response_only=True,
            ),
        ],
    )
    def post(self, request: Request, slug: str) -> Response:
        """Keep the articles that are open on a screen, and say what has changed."""
        project = find_project(request, slug, Role.ANNOTATOR, Role.LEAD)
        given = HeartbeatInput(data=request.data)
        given.is_valid(raise_exception=True)
        user, now = signed_in(request), timezone.now()
        kept = leases.keep_leases(
            project=project,
            annotator=user,
            articles=given.validated_data["articles"],
            now=now,
        )
        counted = answers_since(
            project=project, user=user, since=given.validated_data["since"], now=now
        )
        return Response(
            HeartbeatOutput(
                {
                    "guideline_revision": self.revision(project),
                    "project_state": project.state,
                    "answered_today": counted,
                    "assignments": kept,
                }
            ).data
        )

    def revision(self, project: Project) -> int:
        numbers = project.guidelines.values_list("number", flat=True)
        return numbers[0]
