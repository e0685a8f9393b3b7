"""A project's articles: their list, adding one, and its preview."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from drf_spectacular.utils import (
    OpenApiExample,
    extend_schema,
    extend_schema_serializer,
)
from rest_framework import serializers, status
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.models import Article, Assignment, Role
from annotator.queries.article_claims import remarked, with_remarks
from annotator.services import articles
from annotator.services.article_files import FileTooLarge, FileUnreadable
from annotator.services.drafts import NoClaims, NotText, TextTooLong
from annotator.services.span_checks import WrongClaims, WrongLines
from api import article_examples
from api import setup_examples as examples
from api.article_details import ArticleDetail, detailed
from api.article_inputs import ArticleInput, NewArticleInput, PreviewOutput
from api.pages import NewestFirst
from api.parsers import ArticleFile, Json
from api.problems import refuses
from api.queries import read
from api.repeats import by, repeatable
from api.requests import find_project, signed_in

UNFIT = (
    FileUnreadable,
    FileTooLarge,
    TextTooLong,
    NotText,
    NoClaims,
    WrongClaims,
    WrongLines,
)
"""Why a text or a file may be no article."""


class ArticleAssignment(serializers.ModelSerializer[Assignment]):
    annotator = serializers.CharField(source="annotator.name")
    by_name = serializers.BooleanField(
        help_text="Whether a lead chose the annotator, and not the queue."
    )

    class Meta:
        model = Assignment
        fields = ["id", "annotator_id", "annotator", "state", "answered", "by_name"]
        read_only_fields = fields


@extend_schema_serializer(
    examples=[OpenApiExample("An article", article_examples.SUMMARY)]
)
class ArticleSummary(serializers.ModelSerializer[Article]):
    claims = serializers.IntegerField(source="claim_count")
    dropped = serializers.SerializerMethodField(help_text="Lines.")
    remarks = serializers.IntegerField(
        help_text="How many answers are flagged for the lead or have a note."
    )
    assignments = ArticleAssignment(many=True)

    class Meta:
        model = Article
        fields = [
            "id", "title", "outlet", "published_on", "language", "created_at", "words",
            "claims", "dropped", "remarks", "assignments",
        ]  # fmt: skip
        read_only_fields = fields

    def get_dropped(self, article: Article) -> int:
        return len(article.dropped)


class ArticlesQuery(serializers.Serializer[object]):
    remarked = serializers.BooleanField(
        default=False,
        help_text="Only articles with an answer that is flagged for the lead or has a "
        "note.",
    )


class ArticlesView(ListAPIView[Article]):
    """A project's articles, the newest first, as its leads and viewers read them."""

    serializer_class = ArticleSummary
    query = ArticlesQuery
    pagination_class = NewestFirst
    parser_classes = [Json, ArticleFile]

    @extend_schema(parameters=[ArticlesQuery])
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return super().get(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Article]:
        project = find_project(
            self.request, self.kwargs["slug"], Role.LEAD, Role.VIEWER
        )
        found = with_remarks(project.articles.defer("text", "excluded"))
        if read(ArticlesQuery, self.request)["remarked"]:
            found = remarked(found)
        assignments = Assignment.objects.holding().select_related("annotator")
        return found.prefetch_related(Prefetch("assignments", queryset=assignments))

    @extend_schema(
        request=NewArticleInput,
        responses={201: ArticleDetail},
        examples=[OpenApiExample("As it is", examples.ARTICLE, request_only=True)],
    )
    @refuses(*UNFIT, articles.DuplicateArticle)
    @repeatable(by(Role.LEAD))
    def post(self, request: Request, slug: str) -> Response:
        """Take in an article; what the lead did not decide is found in its text."""
        project = find_project(request, slug, Role.LEAD)
        given = NewArticleInput(data=request.data)
        given.is_valid(raise_exception=True)
        user = signed_in(request)
        article = articles.store_article(
            project=project,
            lead=user,
            given=given.read(),
            corrections=given.corrections(),
            now=timezone.now(),
        )
        stored = detailed(Article.objects.visible_to(user), user).get(pk=article.pk)
        return Response(ArticleDetail(stored).data, status=status.HTTP_201_CREATED)


class PreviewView(APIView):
    parser_classes = [Json, ArticleFile]

    @extend_schema(
        request=ArticleInput,
        responses=PreviewOutput,
        examples=[OpenApiExample("As it is", examples.ARTICLE, request_only=True)],
    )
    @refuses(*UNFIT)
    def post(self, request: Request, slug: str) -> Response:
        """Show what taking in an article would do; nothing is stored."""
        project = find_project(request, slug, Role.LEAD)
        given = ArticleInput(data=request.data)
        given.is_valid(raise_exception=True)
        found = articles.preview_article(
            project=project, given=given.read(), corrections=given.corrections()
        )
        return Response(PreviewOutput(found).data)
