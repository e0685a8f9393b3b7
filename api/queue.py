"""The queue: which articles are an annotator's, leasing the next, and their order."""

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.gzip import gzip_page
from drf_spectacular.utils import (
    OpenApiExample,
    extend_schema,
    extend_schema_serializer,
)
from rest_framework import serializers
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.models import (
    Article,
    Assignment,
    Project,
    QueueOrder,
    Role,
    TokenScope,
)
from annotator.models.projects import SuggestionMode
from annotator.queries.versions import queue_version
from annotator.services import assignment, queueing
from api import article_examples as examples
from api.article_details import ArticleDetail, with_own_answers
from api.etags import conditional, expected_versions, with_etag
from api.requests import find_project, signed_in

MOST = 5
MOST_SEED = 2**31 - 1
SETTINGS = {
    "order": "random",
    "seed": 7,
    "suggestion_mode": "share",
    "suggestion_hidden_share": 50,
    "suggestion_threshold": 0.7,
    "is_ranking": True,
}


class QueueInput(serializers.Serializer[object]):
    limit = serializers.IntegerField(
        required=False, default=2, min_value=1, max_value=MOST
    )


@extend_schema_serializer(
    examples=[OpenApiExample("The next one", {"articles": [examples.STORED]})]
)
class QueueOutput(serializers.Serializer[object]):
    articles = ArticleDetail(many=True)


class QueueSettingsInput(serializers.Serializer[object]):
    order = serializers.ChoiceField(
        choices=QueueOrder.choices,
        required=False,
        help_text="`oldest`: as they came in. `random`: by chance, the same for the "
        "same seed. `uncertain`: what the newest consensus, or where there is none "
        "the suggestions, leave most open.",
    )
    seed = serializers.IntegerField(required=False, min_value=0, max_value=MOST_SEED)
    suggestion_mode = serializers.ChoiceField(
        choices=SuggestionMode.choices, required=False
    )
    suggestion_hidden_share = serializers.IntegerField(
        required=False,
        min_value=0,
        max_value=100,
        help_text="In how many of a hundred articles the mode `share` hides them.",
    )
    suggestion_threshold = serializers.FloatField(
        required=False,
        min_value=0,
        max_value=1,
        help_text="Suggestions with a lower score are shown, but not filled in.",
    )


class QueueSettingsOutput(serializers.ModelSerializer[Project]):
    order = serializers.ChoiceField(choices=QueueOrder.choices, source="queue.order")
    seed = serializers.IntegerField(source="queue.seed")
    is_ranking = serializers.SerializerMethodField(
        help_text="Whether a worker is still putting the articles into this order."
    )

    class Meta:
        model = Project
        fields = [
            "order", "seed", "suggestion_mode", "suggestion_hidden_share",
            "suggestion_threshold", "is_ranking",
        ]  # fmt: skip
        read_only_fields = fields

    def get_is_ranking(self, project: Project) -> bool:
        return project.queue.ranked_at is None


@extend_schema_serializer(examples=[OpenApiExample("Begun", examples.LEASED)])
class QueueEntry(serializers.ModelSerializer[Assignment]):
    title = serializers.CharField(source="article.title")
    claims = serializers.IntegerField(source="article.claim_count")

    class Meta:
        model = Assignment
        fields = ["article", "title", "state", "answered", "claims"]
        read_only_fields = fields


@method_decorator(gzip_page, name="dispatch")
class QueueView(ListAPIView[Assignment]):
    """The articles assigned to the user, in the order they were."""

    scope = TokenScope.ANNOTATE
    throttle_classes = []  # no work is lost
    serializer_class = QueueEntry

    def get_queryset(self) -> QuerySet[Assignment]:
        project = find_project(self.request, self.kwargs["slug"])
        return (
            signed_in(self.request)
            .assignments.filter(article__project=project)
            .select_related("article")
            .only(
                *("article", "state", "answered"),
                *("article__title", "article__claim_count"),
            )
        )

    @extend_schema(
        request=QueueInput,
        responses=QueueOutput,
        examples=[OpenApiExample("The next two", {"limit": 2}, request_only=True)],
    )
    def post(self, request: Request, slug: str) -> Response:
        """Give the next articles to annotate, leasing new ones if need be."""
        project = find_project(request, slug, Role.ANNOTATOR, Role.LEAD)
        given = QueueInput(data=request.data)
        given.is_valid(raise_exception=True)
        user = signed_in(request)
        leased = assignment.lease_articles(
            project=project,
            annotator=user,
            limit=given.validated_data["limit"],
            now=timezone.now(),
        )
        order = [one.article_id for one in leased]
        rows = with_own_answers(Article.objects.filter(pk__in=order), user)
        found = sorted(rows, key=lambda article: order.index(article.pk))
        return Response(QueueOutput({"articles": found}).data)


class QueueSettingsView(APIView):
    @extend_schema(
        responses=QueueSettingsOutput,
        examples=[OpenApiExample("By chance", SETTINGS, response_only=True)],
    )
    @conditional
    def get(self, request: Request, slug: str) -> Response:
        """Say in which order articles are handed out, and what is shown with them."""
        project = find_project(request, slug, Role.LEAD)
        return settings_told(request, project)

    @extend_schema(
        request=QueueSettingsInput,
        responses=QueueSettingsOutput,
        examples=[
            OpenApiExample(
                "By chance", {"order": "random", "seed": 7}, request_only=True
            ),
            OpenApiExample("By chance", SETTINGS, response_only=True),
        ],
    )
    @conditional
    def patch(self, request: Request, slug: str) -> Response:
        """Hand articles out in another order, or show other suggestions with them."""
        project = find_project(request, slug, Role.LEAD)
        given = QueueSettingsInput(data=request.data)
        given.is_valid(raise_exception=True)
        changed = queueing.set_queue(
            project=project,
            by=signed_in(request),
            now=timezone.now(),
            expected=expected_versions(request),
            **given.validated_data,
        )
        return settings_told(request, changed)


def settings_told(request: Request, project: Project) -> Response:
    """Give how a project's articles are handed out."""
    body = QueueSettingsOutput(project).data
    return with_etag(request, body, queue_version(project))
