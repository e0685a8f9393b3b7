"""Articles: a project's list, adding one, its preview, and one with its claims."""

from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.gzip import gzip_page
from drf_spectacular.utils import (
    OpenApiExample,
    extend_schema,
    extend_schema_field,
    extend_schema_serializer,
)
from rest_framework import serializers, status
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.models import (
    Annotation,
    Article,
    Assignment,
    Claim,
    Membership,
    Project,
    Role,
    User,
)
from annotator.queries.article_claims import remarked, with_remarks
from annotator.queries.proposals import open_proposals_of
from annotator.services import articles
from annotator.services.article_files import FileTooLarge, FileUnreadable
from annotator.services.drafts import NoClaims, NotText, TextTooLong
from annotator.services.span_checks import WrongClaims, WrongLines
from api import article_examples
from api import setup_examples as examples
from api.answers import AnnotationOutput
from api.article_inputs import (
    ArticleInput,
    DroppedLine,
    ExcludedSpan,
    NewArticleInput,
    PreviewOutput,
    StoredSuggestion,
)
from api.pages import NewestFirst
from api.parsers import ArticleFile, Json
from api.problems import refuses
from api.proposals import ProposalOutput
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


class ClaimOutput(serializers.ModelSerializer[Claim]):
    suggestion = serializers.SerializerMethodField(
        help_text="Null where the reader may not see it."
    )
    annotation = serializers.SerializerMethodField()

    class Meta:
        model = Claim
        fields = ["id", "number", "start", "end", "quote", "suggestion", "annotation"]
        read_only_fields = fields

    @extend_schema_field(StoredSuggestion(allow_null=True))
    def get_suggestion(self, claim: Claim) -> dict[str, Any] | None:
        article = claim.article
        is_overseen = getattr(article, "is_overseen", False)
        found: dict[str, Any] | None = claim.suggestion
        return found if is_overseen or article.shows_suggestions else None

    @extend_schema_field(AnnotationOutput(allow_null=True))
    def get_annotation(self, claim: Claim) -> dict[str, Any] | None:
        mine: list[Annotation] = claim.mine  # type: ignore[attr-defined]
        return AnnotationOutput(mine[0]).data if mine else None


class MyAssignment(serializers.ModelSerializer[Assignment]):
    class Meta:
        model = Assignment
        fields = ["state", "lease_until", "answered"]
        read_only_fields = fields


@extend_schema_serializer(
    examples=[OpenApiExample("An article", article_examples.STORED)]
)
class ArticleDetail(serializers.ModelSerializer[Article]):
    project: serializers.SlugRelatedField[Project] = serializers.SlugRelatedField(
        slug_field="slug", read_only=True
    )
    url = serializers.CharField(help_text="Empty where none is known.")
    dropped = DroppedLine(many=True)
    excluded = ExcludedSpan(
        many=True, help_text="What looks like a claim, and is none."
    )
    claims = ClaimOutput(many=True, source="current_claims")
    assignment = serializers.SerializerMethodField()
    shows_suggestions = serializers.BooleanField(
        read_only=True,
        help_text="Whether annotators may see the suggestions of this article.",
    )
    proposals = serializers.SerializerMethodField(
        help_text="The reader's own that nobody has decided."
    )

    class Meta:
        model = Article
        fields = [
            "id", "project", "title", "outlet", "author", "url", "published_on",
            "language", "direction", "text", "words", "dropped", "excluded", "claims",
            "assignment", "shows_suggestions", "proposals",
        ]  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(MyAssignment(allow_null=True))
    def get_assignment(self, article: Article) -> dict[str, Any] | None:
        mine: list[Assignment] = article.mine  # type: ignore[attr-defined]
        return MyAssignment(mine[0]).data if mine else None

    @extend_schema_field(ProposalOutput(many=True))
    def get_proposals(self, article: Article) -> list[dict[str, Any]]:
        claims: list[Claim] = article.current_claims  # type: ignore[attr-defined]
        mine = [one for claim in claims for one in claim.my_proposals]  # type: ignore[attr-defined]
        return [ProposalOutput(one).data for one in mine]


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


def with_own_answers(rows: QuerySet[Article], user: User) -> QuerySet[Article]:
    """Add the current claims with what `user` said of them, and their assignment."""
    answers = (
        Annotation.objects.filter(annotator=user)
        .select_related("source_type", "guidelines")
        .defer("guidelines__body")
    )
    claims = Claim.objects.current().prefetch_related(
        Prefetch("annotations", queryset=answers, to_attr="mine"),
        Prefetch("proposals", queryset=open_proposals_of(user), to_attr="my_proposals"),
    )
    assignments = Assignment.objects.holding().filter(annotator=user)
    return rows.select_related("project").prefetch_related(
        Prefetch("claims", queryset=claims, to_attr="current_claims"),
        Prefetch("assignments", queryset=assignments, to_attr="mine"),
    )


def detailed(rows: QuerySet[Article], user: User) -> QuerySet[Article]:
    """Add all that `user` may see: to those who oversee, every suggestion."""
    overseen = Membership.objects.filter(
        project=OuterRef("project"), user=user, role__in=[Role.LEAD, Role.VIEWER]
    )
    return with_own_answers(rows.annotate(is_overseen=Exists(overseen)), user)


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


@method_decorator(gzip_page, name="dispatch")
class ArticleView(APIView):
    @extend_schema(responses=ArticleDetail)
    def get(self, request: Request, article_id: int) -> Response:
        """Give an article with its claims and what the user said of them."""
        user = signed_in(request)
        rows = detailed(Article.objects.visible_to(user), user)
        return Response(ArticleDetail(get_object_or_404(rows, pk=article_id)).data)
