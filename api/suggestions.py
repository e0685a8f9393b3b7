"""What a project's own decisions teach about its suggestions."""

from typing import Any

from django.utils import timezone
from drf_spectacular.utils import (
    OpenApiExample,
    extend_schema,
    extend_schema_serializer,
)
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.models import Role, SuggestionModel
from annotator.queries.learning import LearningStanding, learning_standing
from annotator.services import learning
from api import examples
from api.problems import refuses
from api.requests import find_project, signed_in


class Share(serializers.Serializer[object]):
    value = serializers.FloatField()
    low = serializers.FloatField(help_text="Of a 95 % interval over articles.")
    high = serializers.FloatField()


class PrecisionAndRecall(serializers.Serializer[object]):
    precision = serializers.FloatField(
        allow_null=True, help_text="Of those said to be so; null if none was."
    )
    recall = serializers.FloatField(
        allow_null=True, help_text="Of those decided to be so; null if none was."
    )


class LearnedLabel(serializers.Serializer[object]):
    label = serializers.CharField()  # type: ignore[assignment]
    claims = serializers.IntegerField(help_text="Decided to be so.")
    learned = PrecisionAndRecall()
    rules = PrecisionAndRecall()


class LearnedFigures(serializers.Serializer[object]):
    claims = serializers.IntegerField(help_text="Decided ones, all tested once.")
    articles = serializers.IntegerField(help_text="In which they are.")
    learned = Share(help_text="Accuracy on articles that the model had not seen.")
    rules = Share(help_text="Accuracy of the rules alone on the same claims.")
    gain = Share(help_text="Learned less rules.")
    labels = LearnedLabel(many=True, help_text="The most frequent first.")


class AllFigures(serializers.Serializer[object]):
    folds = serializers.IntegerField(
        help_text="Parts of a cross-validation, no article in two of them."
    )
    types = LearnedFigures(help_text="Of the source type.")
    claims = LearnedFigures(
        allow_null=True,
        help_text="Of whether it is a claim; null where too few are none to learn it.",
    )


class ModelSummary(serializers.ModelSerializer[SuggestionModel]):
    is_outdated = serializers.SerializerMethodField(
        help_text="The rules have changed since it was trained."
    )

    class Meta:
        model = SuggestionModel
        fields = [
            "id", "version", "engine", "articles", "claims", "created_at", "is_on",
            "is_outdated",
        ]  # fmt: skip
        read_only_fields = fields

    def get_is_outdated(self, model: SuggestionModel) -> bool:
        return model.engine != learning.ENGINE


class SuggestionModelOutput(ModelSummary):
    figures = AllFigures()

    class Meta(ModelSummary.Meta):
        fields = [*ModelSummary.Meta.fields, "figures"]
        read_only_fields = fields


@extend_schema_serializer(examples=[OpenApiExample("Asked for", examples.TRAINING)])
class TrainingOutput(serializers.ModelSerializer[SuggestionModel]):
    class Meta:
        model = SuggestionModel
        fields = ["id", "state", "progress", "error", "created_at", "ended_at"]
        read_only_fields = fields
        extra_kwargs = {"progress": {"help_text": "0 to 1."}}


@extend_schema_serializer(
    examples=[OpenApiExample("Switched on", examples.SUGGESTIONS)]
)
class SuggestionsOutput(serializers.Serializer[LearningStanding]):
    decided = serializers.IntegerField(
        help_text="Articles of which each claim has all its answers, up to 2,000: so "
        "many are learned from."
    )
    needed = serializers.IntegerField(help_text="Before anything can be learned.")
    training = TrainingOutput(
        allow_null=True,
        help_text="The newest training, while it goes on or if it came to nothing.",
    )
    model = SuggestionModelOutput(
        allow_null=True, help_text="The newest that is ready; can be switched on."
    )
    on = ModelSummary(
        allow_null=True,
        help_text="What refines new articles' suggestions, be it an older model.",
    )


class SwitchInput(serializers.Serializer[object]):
    is_on = serializers.BooleanField(
        help_text="Whether the newest model refines new articles' suggestions."
    )


class SuggestionsView(APIView):
    @extend_schema(responses=SuggestionsOutput)
    def get(self, request: Request, slug: str) -> Response:
        """Say what was learned from the project's decisions, and how good it is."""
        project = find_project(request, slug, Role.LEAD)
        return _told(learning_standing(project))

    @extend_schema(request=None, responses={202: TrainingOutput})
    @refuses(learning.TooFewDecided)
    def post(self, request: Request, slug: str) -> Response:
        """
        Ask for a model; or give the training that goes on already.

        It is marked in the database, so 202 holds even while the broker is away. 409
        while too few articles are decided.
        """
        project = find_project(request, slug, Role.LEAD)
        asked = learning.request_training(
            project=project, by=signed_in(request), now=timezone.now()
        )
        return Response(TrainingOutput(asked).data, status=status.HTTP_202_ACCEPTED)

    @extend_schema(
        request=SwitchInput,
        responses=SuggestionsOutput,
        examples=[OpenApiExample("On", {"is_on": True}, request_only=True)],
    )
    @refuses(learning.NothingLearned)
    def patch(self, request: Request, slug: str) -> Response:
        """
        Switch the newest model on, or whichever is on off.

        It is about articles that come in from now on. 409 if there is no model.
        """
        project = find_project(request, slug, Role.LEAD)
        given = SwitchInput(data=request.data)
        given.is_valid(raise_exception=True)
        learning.switch(
            project=project,
            is_on=given.validated_data["is_on"],
            by=signed_in(request),
            now=timezone.now(),
        )
        return _told(learning_standing(project))


def _told(standing: LearningStanding) -> Response:
    body: dict[str, Any] = SuggestionsOutput(standing).data
    return Response(body)
