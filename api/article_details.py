"""One article with its claims, and what a lead changes of it."""

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
from rest_framework import serializers
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
from annotator.queries.proposals import open_proposals_of
from annotator.services import articles
from api import article_examples
from api.answers import AnnotationOutput
from api.article_inputs import (
    LANGUAGE,
    DroppedLine,
    ExcludedSpan,
    LanguageField,
    StoredSuggestion,
)
from api.proposals import ProposalOutput
from api.requests import check_role, signed_in


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


class ArticleChanges(serializers.Serializer[Article]):
    language = LanguageField(
        required=False, allow_blank=True, max_length=35, help_text=LANGUAGE
    )


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


@method_decorator(gzip_page, name="dispatch")
class ArticleView(APIView):
    @extend_schema(responses=ArticleDetail)
    def get(self, request: Request, article_id: int) -> Response:
        """Give an article with its claims and what the user said of them."""
        return _told(article_id, signed_in(request))

    @extend_schema(
        request=ArticleChanges,
        responses=ArticleDetail,
        examples=[OpenApiExample("German", {"language": "de"}, request_only=True)],
    )
    def patch(self, request: Request, article_id: int) -> Response:
        """
        Say which language a stored article is in: screen readers read it in that.

        Nothing is extracted anew: the claims, what is suggested of them and what was
        said of them stay as they are, and no export has the language.
        """
        user = signed_in(request)
        seen = Article.objects.visible_to(user).select_related("project")
        seen = seen.defer("text", "dropped", "excluded")
        article = get_object_or_404(seen, pk=article_id)
        check_role(article.project, user, Role.LEAD)
        given = ArticleChanges(data=request.data)
        given.is_valid(raise_exception=True)
        if "language" in given.validated_data:
            articles.set_language(
                article=article,
                lead=user,
                language=given.validated_data["language"],
                now=timezone.now(),
            )
        return _told(article_id, user)


def _told(article_id: int, user: User) -> Response:
    rows = detailed(Article.objects.visible_to(user), user)
    return Response(ArticleDetail(get_object_or_404(rows, pk=article_id)).data)
