"""The annotator's queue: which articles are theirs, and leasing the next ones."""

from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from annotator.models import Article, Assignment, Role
from annotator.services import assignment
from api.articles import ArticleDetail, with_own_answers
from api.requests import find_project, signed_in

MOST = 5


class QueueInput(serializers.Serializer[object]):
    limit = serializers.IntegerField(
        required=False, default=2, min_value=1, max_value=MOST
    )


class QueueOutput(serializers.Serializer[object]):
    articles = ArticleDetail(many=True)


class QueueEntry(serializers.ModelSerializer[Assignment]):
    title = serializers.CharField(source="article.title")
    claims = serializers.IntegerField(source="article.claim_count")

    class Meta:
        model = Assignment
        fields = ["article", "title", "state", "answered", "claims"]
        read_only_fields = fields


class QueueView(ListAPIView[Assignment]):
    """The articles assigned to the user, in the order they were."""

    serializer_class = QueueEntry

    def get_queryset(self) -> QuerySet[Assignment]:
        project = find_project(self.request, self.kwargs["slug"])
        return (
            signed_in(self.request)
            .assignments.filter(article__project=project)
            .select_related("article")
        )

    @extend_schema(request=QueueInput, responses=QueueOutput)
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
