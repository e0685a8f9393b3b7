"""Articles: a project's list, import and preview, and one article with its claims."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers, status
from rest_framework.generics import ListAPIView
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.models import Annotation, Article, Assignment, Claim, Project, Role, User
from annotator.services import articles
from api.annotations import AnnotationOutput
from api.pages import NewestFirst
from api.parsers import Json
from api.requests import find_project, signed_in

# A character takes four bytes at most, in UTF-8 and in UTF-16.
BYTES_AT_MOST = 4 * articles.MAX_CHARACTERS


class Span(serializers.Serializer[object]):
    start = serializers.IntegerField(help_text="Code points from the text's start.")
    end = serializers.IntegerField(help_text="The first code point after the span.")


class DroppedLine(Span):
    reason = serializers.CharField()


class ArticleInput(serializers.Serializer[Article]):
    text = serializers.CharField(
        required=False, trim_whitespace=False, help_text="The text; or send `file`."
    )
    file = serializers.FileField(
        required=False, write_only=True, help_text="Plain text in UTF-8."
    )
    title = serializers.CharField(
        required=False, allow_blank=True, max_length=500, default=""
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        file = attrs.pop("file", None)
        if (file is None) == ("text" not in attrs):
            raise serializers.ValidationError({"text": ["Send a text or a file."]})
        if file is not None:
            if file.size > BYTES_AT_MOST:
                raise articles.TextTooLong(
                    f"The file has {file.size:,} bytes; {BYTES_AT_MOST:,} is the most. "
                    "Nothing was stored."
                )
            attrs["text"] = articles.decode(file.read())
        return attrs


class NewArticleInput(ArticleInput):
    outlet = serializers.CharField(
        required=False, allow_blank=True, max_length=200, default=""
    )
    url = serializers.URLField(
        required=False, allow_blank=True, max_length=2000, default=""
    )
    published_on = serializers.DateField(required=False, allow_null=True)


class PreviewOutput(serializers.Serializer[object]):
    title = serializers.CharField()
    text = serializers.CharField(trim_whitespace=False)
    words = serializers.IntegerField(help_text="Those of the left-out lines not among.")
    dropped = DroppedLine(many=True)
    claims = Span(many=True)


class ClaimOutput(serializers.ModelSerializer[Claim]):
    annotation = serializers.SerializerMethodField()

    class Meta:
        model = Claim
        fields = ["id", "number", "start", "end", "quote", "annotation"]
        read_only_fields = fields

    @extend_schema_field(AnnotationOutput(allow_null=True))
    def get_annotation(self, claim: Claim) -> dict[str, Any] | None:
        mine: list[Annotation] = claim.mine  # type: ignore[attr-defined]
        return AnnotationOutput(mine[0]).data if mine else None


class MyAssignment(serializers.ModelSerializer[Assignment]):
    class Meta:
        model = Assignment
        fields = ["state", "lease_until", "answered"]
        read_only_fields = fields


class ArticleDetail(serializers.ModelSerializer[Article]):
    project: serializers.SlugRelatedField[Project] = serializers.SlugRelatedField(
        slug_field="slug", read_only=True
    )
    dropped = DroppedLine(many=True)
    claims = ClaimOutput(many=True, source="current_claims")
    assignment = serializers.SerializerMethodField()

    class Meta:
        model = Article
        fields = [
            "id", "project", "title", "outlet", "url", "published_on", "direction",
            "text", "words", "dropped", "claims", "assignment",
        ]  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(MyAssignment(allow_null=True))
    def get_assignment(self, article: Article) -> dict[str, Any] | None:
        mine: list[Assignment] = article.mine  # type: ignore[attr-defined]
        return MyAssignment(mine[0]).data if mine else None


class ArticleAssignment(serializers.ModelSerializer[Assignment]):
    annotator = serializers.CharField(source="annotator.name")

    class Meta:
        model = Assignment
        fields = ["annotator", "state", "answered"]
        read_only_fields = fields


class ArticleSummary(serializers.ModelSerializer[Article]):
    claims = serializers.IntegerField(source="claim_count")
    dropped = serializers.SerializerMethodField(help_text="Lines.")
    assignments = ArticleAssignment(many=True)

    class Meta:
        model = Article
        fields = [
            "id", "title", "outlet", "published_on", "created_at", "words", "claims",
            "dropped", "assignments",
        ]  # fmt: skip
        read_only_fields = fields

    def get_dropped(self, article: Article) -> int:
        return len(article.dropped)


def with_own_answers(rows: QuerySet[Article], user: User) -> QuerySet[Article]:
    """Add the current claims with what `user` said of them, and their assignment."""
    answers = Annotation.objects.filter(annotator=user).select_related(
        "source_type", "guidelines"
    )
    claims = Claim.objects.current().prefetch_related(
        Prefetch("annotations", queryset=answers, to_attr="mine")
    )
    assignments = Assignment.objects.filter(annotator=user).exclude(state="released")
    return rows.select_related("project").prefetch_related(
        Prefetch("claims", queryset=claims, to_attr="current_claims"),
        Prefetch("assignments", queryset=assignments, to_attr="mine"),
    )


class ArticlesView(ListAPIView[Article]):
    """A project's articles, the newest first, as its leads and viewers read them."""

    serializer_class = ArticleSummary
    pagination_class = NewestFirst
    parser_classes = [Json, MultiPartParser]

    def get_queryset(self) -> QuerySet[Article]:
        project = find_project(
            self.request, self.kwargs["slug"], Role.LEAD, Role.VIEWER
        )
        assignments = Assignment.objects.exclude(state="released").select_related(
            "annotator"
        )
        return project.articles.defer("text").prefetch_related(
            Prefetch("assignments", queryset=assignments)
        )

    @extend_schema(request=NewArticleInput, responses={201: ArticleDetail})
    def post(self, request: Request, slug: str) -> Response:
        """Take in a text: its boilerplate is set aside, its sentences are claims."""
        project = find_project(request, slug, Role.LEAD)
        given = NewArticleInput(data=request.data)
        given.is_valid(raise_exception=True)
        user = signed_in(request)
        article = articles.import_article(
            project=project, lead=user, now=timezone.now(), **given.validated_data
        )
        rows = with_own_answers(Article.objects.visible_to(user), user)
        stored = rows.get(pk=article.pk)
        return Response(ArticleDetail(stored).data, status=status.HTTP_201_CREATED)


class PreviewView(APIView):
    parser_classes = [Json, MultiPartParser]

    @extend_schema(request=ArticleInput, responses=PreviewOutput)
    def post(self, request: Request, slug: str) -> Response:
        """Show what taking in a text would do; nothing is stored."""
        find_project(request, slug, Role.LEAD)
        given = ArticleInput(data=request.data)
        given.is_valid(raise_exception=True)
        found = articles.preview_article(**given.validated_data)
        text = given.validated_data["text"]
        body = {
            "title": found.title,
            "text": text,
            "words": articles.count_words(text, found),
            "dropped": found.dropped,
            "claims": found.claims,
        }
        return Response(PreviewOutput(body).data)


class ArticleView(APIView):
    @extend_schema(responses=ArticleDetail)
    def get(self, request: Request, article_id: int) -> Response:
        """Give an article with its claims and what the user said of them."""
        user = signed_in(request)
        rows = with_own_answers(Article.objects.visible_to(user), user)
        return Response(ArticleDetail(get_object_or_404(rows, pk=article_id)).data)
