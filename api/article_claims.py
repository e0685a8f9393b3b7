"""One article as its leads read it: what everybody says of its claims."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.views.decorators.gzip import gzip_page
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import PermissionDenied
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.models import Annotation, Article, Claim, Role
from annotator.queries.article_claims import answered_claims, do_agree, neighbors_of
from api import article_examples as examples
from api.answers import AnnotationOutput
from api.article_inputs import StoredSuggestion
from api.pages import Pages
from api.queries import read
from api.requests import role_in, signed_in


class Answerer(serializers.Serializer[object]):
    code = serializers.CharField(help_text="Theirs in every export of the project.")
    id = serializers.IntegerField(allow_null=True, help_text="For leads alone.")
    name = serializers.CharField(allow_null=True, help_text="For leads alone.")


class ReadAnswer(AnnotationOutput):
    annotator = Answerer()

    def to_representation(self, instance: Annotation) -> dict[str, Any]:
        """Add who it is, by the code alone unless a lead reads it."""
        code: str = instance.code  # type: ignore[attr-defined]
        who = instance.annotator
        known = (who.pk, who.name) if self.context["names"] else (None, None)
        annotator = {"code": code, "id": known[0], "name": known[1]}
        return super().to_representation(instance) | {"annotator": annotator}


class AnsweredClaim(serializers.ModelSerializer[Claim]):
    suggestion = StoredSuggestion(allow_null=True)
    agree = serializers.SerializerMethodField(
        help_text="Whether all who name a source type name the same; null if fewer "
        "than two do."
    )
    open_proposals = serializers.IntegerField(
        help_text="How many proposals to change the claim wait for a lead."
    )
    answers = ReadAnswer(many=True, source="given")

    class Meta:
        model = Claim
        fields = [
            "id", "number", "start", "end", "quote", "replaced_at", "suggestion",
            "agree", "open_proposals", "answers",
        ]  # fmt: skip
        read_only_fields = fields

    def get_agree(self, claim: Claim) -> bool | None:
        return do_agree(claim.given)  # type: ignore[attr-defined]


class ClaimsQuery(serializers.Serializer[object]):
    replaced = serializers.BooleanField(
        default=False,
        help_text="The claims that a lead has split, merged or excluded, with what was "
        "said of them, in place of those that there are.",
    )


class NeighborsQuery(serializers.Serializer[object]):
    remarked = serializers.BooleanField(
        default=False,
        help_text="Pass over articles without an answer that is flagged for the lead "
        "or has a note.",
    )


class Neighbor(serializers.ModelSerializer[Article]):
    class Meta:
        model = Article
        fields = ["id", "title"]
        read_only_fields = fields


class NeighborsOutput(serializers.Serializer[object]):
    previous = Neighbor(allow_null=True)
    next = Neighbor(allow_null=True)


class ByNumber(Pages):
    ordering = ("number", "pk")  # type: ignore[assignment]


def find_overseen(request: Request, article_id: int) -> tuple[Article, Role]:
    """
    Find an article with the user's role, lead or viewer: 404 if they do not see it.

    :raises PermissionDenied: if they annotate it and may not see what others say
    """
    user = signed_in(request)
    articles = Article.objects.visible_to(user).select_related("project")
    article = get_object_or_404(
        articles.defer("text", "dropped", "excluded"), pk=article_id
    )
    role = role_in(article.project, user)
    if role not in {Role.LEAD, Role.VIEWER}:
        raise PermissionDenied("What others say of an article is not for annotators.")
    return article, role


@method_decorator(gzip_page, name="dispatch")
class ArticleClaimsView(ListAPIView[Claim]):
    """
    An article's claims in their order, with what everybody says of each.

    Viewers read who it is by code alone, as in exports.
    """

    serializer_class = AnsweredClaim
    query = ClaimsQuery
    pagination_class = ByNumber

    @extend_schema(
        parameters=[ClaimsQuery],
        examples=[OpenApiExample("A claim", examples.ANSWERED_CLAIM)],
    )
    def get(self, request: Request, article_id: int) -> Response:
        article, role = find_overseen(request, article_id)
        replaced = read(ClaimsQuery, request)["replaced"]
        page = self.paginate_queryset(answered_claims(article, replaced=replaced))
        context = {"names": role == Role.LEAD}
        shown = AnsweredClaim(page or [], many=True, context=context)
        return self.get_paginated_response(shown.data)


class NeighborsView(APIView):
    @extend_schema(
        parameters=[NeighborsQuery],
        responses=NeighborsOutput,
        examples=[OpenApiExample("The newest article", examples.NEIGHBORS)],
    )
    def get(self, request: Request, article_id: int) -> Response:
        """Give the articles before and after one in the project's list."""
        article, _ = find_overseen(request, article_id)
        remarked = read(NeighborsQuery, request)["remarked"]
        previous, following = neighbors_of(article, only_remarked=remarked)
        found = {"previous": previous, "next": following}
        return Response(NeighborsOutput(found).data)
