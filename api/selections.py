"""Selections of answers, and what there is to choose from."""

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

from annotator.models import Role
from annotator.queries.selections import Filters, filter_choices, selection_standing
from annotator.services.selections import ask_for_selection
from api import agreement_examples as examples
from api.agreement_details import Person
from api.answer_filters import MOST, AnswerFilters
from api.requests import LARGEST_ID, find_project


class SelectionInput(AnswerFilters):
    annotators = serializers.ListField(
        child=serializers.IntegerField(min_value=1, max_value=LARGEST_ID),
        required=False,
        max_length=MOST,
        help_text="By id.",
    )


class SelectionFilters(serializers.Serializer[object]):
    """What is not there leaves nothing out."""

    since = serializers.DateField(required=False)
    until = serializers.DateField(required=False)
    revisions = serializers.ListField(child=serializers.IntegerField(), required=False)
    annotators = serializers.ListField(child=serializers.IntegerField(), required=False)
    outlets = serializers.ListField(child=serializers.CharField(), required=False)


class SelectionOutput(serializers.Serializer[object]):
    scope = serializers.CharField(
        help_text="By which agreement/ and overview/ give the figures."
    )
    filters = SelectionFilters()
    counted_at = serializers.DateTimeField(
        allow_null=True, help_text="Null until it is counted for the first time."
    )
    is_current = serializers.BooleanField(
        help_text="Whether all is in that the newest report of all answers has."
    )
    articles = serializers.IntegerField(help_text="To be counted.")
    articles_done = serializers.IntegerField(help_text="Counted up to now.")


class RevisionChoice(serializers.Serializer[object]):
    number = serializers.IntegerField()
    created_at = serializers.DateTimeField()
    change_note = serializers.CharField()


class AnswerChoices(serializers.Serializer[object]):
    """What answers can be chosen by, but for who gave them."""

    revisions = RevisionChoice(many=True, help_text="Of the guidelines, oldest first.")
    outlets = serializers.ListField(
        child=serializers.CharField(),
        help_text="At most 200, the one with most claims first.",
    )
    first_day = serializers.DateField(
        allow_null=True, help_text="Of the answers (UTC), by their last change."
    )
    last_day = serializers.DateField(allow_null=True)


@extend_schema_serializer(examples=[OpenApiExample("Two revisions", examples.CHOICES)])
class FilterChoices(AnswerChoices):
    annotators = Person(many=True, help_text="Who has answered, by name.")


class SelectionsView(APIView):
    @extend_schema(
        request=SelectionInput,
        responses={200: SelectionOutput, 202: SelectionOutput},
        examples=[
            OpenApiExample("Some answers", examples.FILTERS, request_only=True),
            OpenApiExample(
                "Being counted",
                examples.SELECTION,
                response_only=True,
                status_codes=["202"],
            ),
            OpenApiExample("Counted", examples.COUNTED_SELECTION, response_only=True),
        ],
    )
    def post(self, request: Request, slug: str) -> Response:
        """
        Choose answers: a worker counts them, and figures are given by `scope`.

        The same choice is the same selection, however often it is made. Whoever looks
        at one sends it again every 30 seconds: for two minutes after that, workers
        count it again when answers change. 202 until it is counted for the first time.
        Selections that nobody has looked at for 30 days are forgotten.
        """
        project = find_project(request, slug, Role.LEAD)
        given = SelectionInput(data=request.data)
        given.is_valid(raise_exception=True)
        asked = ask_for_selection(
            project=project,
            filters=Filters.of(given.validated_data),
            now=timezone.now(),
        )
        body = SelectionOutput(selection_standing(asked)).data
        counted = asked.counted_at is not None
        return Response(
            body, status=status.HTTP_200_OK if counted else status.HTTP_202_ACCEPTED
        )


class FiltersView(APIView):
    @extend_schema(responses=FilterChoices)
    def get(self, request: Request, slug: str) -> Response:
        """Say what answers can be chosen by; as the newest overview has it."""
        project = find_project(request, slug, Role.LEAD)
        return Response(FilterChoices(filter_choices(project)).data)
