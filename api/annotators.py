"""An annotator's page: what one person did in a project, and how they stand."""

from django.http import Http404
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.models import Role
from annotator.queries.annotators import annotator_page
from api import people_examples as examples
from api.agreement_details import AnnotatorStanding, PairCell, Person
from api.figures import FigureQuery, asked
from api.overview import TimeBin
from api.requests import find_project


class DayOutput(serializers.Serializer[object]):
    day = serializers.DateField(help_text="UTC.")
    answers = serializers.IntegerField()


class TimesOutput(serializers.Serializer[object]):
    n = serializers.IntegerField(help_text="Answers whose time is known.")
    median = serializers.FloatField(allow_null=True)
    bins = TimeBin


class AnnotatorPage(serializers.Serializer[object]):
    id = serializers.IntegerField()
    name = serializers.CharField()
    code = serializers.CharField(help_text="Stands for them in exports.")
    role = serializers.ChoiceField(choices=Role.choices)
    active = serializers.BooleanField(help_text="Whether they are in the project now.")
    quota = serializers.IntegerField(allow_null=True)
    scope = serializers.CharField()
    computed_at = serializers.DateTimeField(
        allow_null=True,
        help_text="When the counts were made. Null: not yet, and they are 0.",
    )
    is_current = serializers.BooleanField(
        help_text="Whether nothing has happened since."
    )
    answered = serializers.IntegerField(help_text="Claims, those skipped included.")
    skipped = serializers.IntegerField(help_text="Claims.")
    assigned = serializers.IntegerField(help_text="Claims.")
    articles_done = serializers.IntegerField()
    articles_open = serializers.IntegerField()
    last_saved_at = serializers.DateTimeField(allow_null=True)
    days = DayOutput(
        many=True, help_text="Ascending; only days with answers, the last 200 at most."
    )
    per_active_day = serializers.FloatField(
        allow_null=True, help_text="The mean over the days with answers."
    )
    seconds = TimesOutput(help_text="Time per claim.")
    standing = AnnotatorStanding(
        allow_null=True, help_text="As in `agreement/annotators/`; null if not there."
    )
    labels = serializers.ListField(
        child=serializers.CharField(), help_text="The labels that are counted."
    )
    error_rate_labels = serializers.ListField(
        child=serializers.CharField(), help_text="The rows of `error_rates`, in order."
    )
    pairs = PairCell(many=True, help_text="Those of `agreement/pairs/` they are in.")
    annotators = Person(many=True, help_text="Everybody in `pairs`, by ascending id.")
    enough_shared = serializers.IntegerField()


class AnnotatorView(APIView):
    @extend_schema(
        parameters=[FigureQuery],
        responses=AnnotatorPage,
        examples=[OpenApiExample("An annotator", examples.ANNOTATOR_PAGE)],
    )
    def get(self, request: Request, slug: str, user_id: int) -> Response:
        """Say what somebody did and how they stand; 404 for who was never in it."""
        project = find_project(request, slug, Role.LEAD)
        found = annotator_page(project, user_id, asked(request, project))
        if found is None:
            raise Http404
        return Response(AnnotatorPage(found).data)
