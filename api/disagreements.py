"""The claims that annotators differ on: of two of them, and of all."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from drf_spectacular.utils import OpenApiExample, extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from annotator.models import Annotation, DisputedClaim, Role
from annotator.queries.disagreements import (
    disputed_claims,
    is_pair,
    pair_claims,
    posteriors_of,
)
from api import agreement_examples as examples
from api.figures import ScopeQuery, read_scoped
from api.pages import Pages, Ranked
from api.queries import read
from api.requests import find_project

RANKS = {"dispute": "dispute", "uncertainty": "entropy"}


class PairQuery(ScopeQuery):
    of = serializers.CharField(
        required=False,
        max_length=100,
        help_text="Two source types, `named,anonymous`: only the claims of which the "
        "first annotator says the first and the second says the second.",
    )

    def validate_of(self, of: str) -> tuple[str, str]:
        return two_source_types(of)


def two_source_types(text: str) -> tuple[str, str]:
    """Read two source types with a comma between them."""
    one, comma, other = text.partition(",")
    if not comma:
        raise serializers.ValidationError("Give two source types, with a comma.")
    return one.strip(), other.strip()


class DisputedQuery(serializers.Serializer[object]):
    order = serializers.ChoiceField(
        choices=list(RANKS),
        default="dispute",
        help_text="`dispute`: where sure annotators differ comes first. `uncertainty`: "
        "what the newest consensus knows least about; only claims it has seen.",
    )
    between = serializers.CharField(
        required=False,
        max_length=100,
        help_text="Two source types, `named,anonymous`: only the claims of which "
        "somebody says the one and somebody says the other.",
    )

    def validate_between(self, between: str) -> tuple[str, str]:
        one, other = two_source_types(between)
        if one == other:
            raise serializers.ValidationError("Give two different source types.")
        return one, other


class DisagreedClaim(serializers.Serializer[Any]):
    claim = serializers.IntegerField(source="claim_id")
    number = serializers.IntegerField(
        source="claim.number", help_text="Within the article, from 1."
    )
    article = serializers.IntegerField(source="claim.article_id")
    title = serializers.CharField(source="claim.article.title")
    language = serializers.CharField(source="claim.article.language")
    quote = serializers.CharField(source="claim.quote")


class PairAnswer(serializers.Serializer[object]):
    source_type = serializers.CharField()
    confidence = serializers.IntegerField()


class PairClaim(DisagreedClaim):
    one = serializers.SerializerMethodField()
    other = serializers.SerializerMethodField()

    @extend_schema_field(PairAnswer)
    def get_one(self, mine: Annotation) -> dict[str, Any]:
        assert mine.source_type is not None  # noqa: S101  # nobody skipped
        return {"source_type": mine.source_type.key, "confidence": mine.confidence}

    @extend_schema_field(PairAnswer)
    def get_other(self, mine: Any) -> dict[str, Any]:
        return {
            "source_type": mine.other_type,
            "confidence": mine.other_confidence,
        }


class DisputedAnswer(serializers.ModelSerializer[Annotation]):
    id = serializers.IntegerField(source="annotator_id", help_text="Of the annotator.")
    name = serializers.CharField(source="annotator.name")
    source_type = serializers.CharField(source="source_type.key")
    confidence = serializers.IntegerField()

    class Meta:
        model = Annotation
        fields = ["id", "name", "source_type", "confidence"]


class LabelProbability(serializers.Serializer[object]):
    label = serializers.CharField()  # type: ignore[assignment]
    probability = serializers.FloatField()


class DisputedOutput(DisagreedClaim):
    dispute = serializers.FloatField(
        help_text="0 to 1: the mean over pairs of answers that differ, and 0 for those "
        "that do not, of the product of both confidences as shares of the scale."
    )
    entropy = serializers.FloatField(
        allow_null=True,
        help_text="Of the posterior, in nats; null until there is a consensus.",
    )
    answers = DisputedAnswer(many=True, source="claim.given")
    posterior = serializers.SerializerMethodField(
        help_text="By the newest consensus; null if it has not seen the claim."
    )

    @extend_schema_field(LabelProbability(many=True, allow_null=True))
    def get_posterior(self, disputed: DisputedClaim) -> list[dict[str, Any]] | None:
        found: dict[int, list[dict[str, Any]]] = self.context["posteriors"]
        return found.get(disputed.claim_id)


class ByClaim(Pages):
    ordering = "claim_id"


class PairClaimsView(ListAPIView[Annotation]):
    """
    The claims on which two annotators name different source types, by article.

    404 for who is no member of the project and has annotated nothing in it.
    """

    serializer_class = PairClaim
    query = PairQuery
    pagination_class = ByClaim

    @extend_schema(
        parameters=[PairQuery],
        examples=[OpenApiExample("A claim", examples.PAIR_CLAIM)],
    )
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return super().get(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Annotation]:
        project = find_project(self.request, self.kwargs["slug"], Role.LEAD)
        query = read_scoped(PairQuery, self.request, project)
        one, other = self.kwargs["one"], self.kwargs["other"]
        if not is_pair(project, one, other):
            raise Http404
        return pair_claims(project, one, other, query["scope"], query.get("of"))


class DisputedPages(Ranked):
    key = "claim_id"

    def ranked_by(self, request: Request) -> str:
        return RANKS[read(DisputedQuery, request)["order"]]


class DisputedView(ListAPIView[DisputedClaim]):
    """The claims on which annotators differ, the most disputed or uncertain first."""

    serializer_class = DisputedOutput
    query = DisputedQuery
    pagination_class = DisputedPages

    @extend_schema(
        parameters=[DisputedQuery],
        examples=[OpenApiExample("A claim", examples.DISPUTED)],
    )
    def get(self, request: Request, slug: str) -> Response:
        project = find_project(request, slug, Role.LEAD)
        query = read(DisputedQuery, request)
        rows = disputed_claims(
            project,
            only_uncertain=query["order"] == "uncertainty",
            between=query.get("between"),
        )
        page = self.paginate_queryset(rows) or []
        context = {"posteriors": posteriors_of(page)}
        shown = DisputedOutput(page, many=True, context=context)
        return self.get_paginated_response(shown.data)
