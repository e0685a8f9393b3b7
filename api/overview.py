"""The overview: progress, pace, time, and who stands behind the claims."""

from django.utils.decorators import method_decorator
from django.views.decorators.gzip import gzip_page
from drf_spectacular.utils import (
    OpenApiExample,
    extend_schema,
    extend_schema_field,
    inline_serializer,
)
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.models import Role
from annotator.queries.overviews import overview_standing
from api import examples
from api.figures import ScopeQuery, scope_asked
from api.requests import find_project, is_lead

PAIR_OF_DAY = {
    "type": "array",
    "items": {
        "type": "array",
        "prefixItems": [{"type": "string", "format": "date"}, {"type": "integer"}],
        "minItems": 2,
        "maxItems": 2,
    },
}


@extend_schema_field(PAIR_OF_DAY)
class Days(serializers.ListField):
    """Pairs of a day and a number."""


class OverviewDay(serializers.Serializer[object]):
    day = serializers.DateField(help_text="UTC, of the first answer to a claim.")
    answers = serializers.IntegerField(help_text="Those skipped included.")
    skipped = serializers.IntegerField()
    people = serializers.IntegerField(help_text="Who answered.")


class ForecastOutput(serializers.Serializer[object]):
    left = serializers.IntegerField(help_text="Answers still needed.")
    per_day = serializers.FloatField(help_text="The mean over `days` days.")
    days = serializers.IntegerField(
        help_text="Up to the newest day with answers, 14 at most; none is left out."
    )
    earliest_on = serializers.DateField(
        allow_null=True, help_text="If the upper end of the 95 % interval holds."
    )
    expected_on = serializers.DateField(
        allow_null=True, help_text="Null if nothing is left, or in over 100 years."
    )
    latest_on = serializers.DateField(
        allow_null=True, help_text="By the lower end; null if that is 0 or less."
    )


TimeBin = inline_serializer(
    "TimeBin",
    {
        "from": serializers.IntegerField(help_text="Seconds, included."),
        "to": serializers.IntegerField(allow_null=True, help_text="Not included."),
        "claims": serializers.IntegerField(),
    },
    many=True,
)


class OverviewTimes(serializers.Serializer[object]):
    n = serializers.IntegerField(help_text="Answers whose time is known.")
    median = serializers.FloatField(allow_null=True)
    quartiles = serializers.ListField(
        child=serializers.FloatField(), min_length=2, max_length=2, allow_null=True
    )
    bins = TimeBin


class OverviewPerson(serializers.Serializer[object]):
    id = serializers.IntegerField()
    name = serializers.CharField()
    assigned = serializers.IntegerField(
        help_text="Claims of the articles that they hold now, in whatever scope."
    )
    answered = serializers.IntegerField(help_text="Claims, those skipped included.")
    skipped = serializers.IntegerField()
    articles_done = serializers.IntegerField()
    articles_open = serializers.IntegerField()
    last_saved_at = serializers.DateTimeField(allow_null=True)
    median_seconds = serializers.FloatField(allow_null=True)
    days_active = serializers.IntegerField(help_text="Days with a first answer.")
    per_active_day = serializers.FloatField(allow_null=True)
    days = Days(help_text="Day and answers; the last 200 days with answers at most.")
    bins = serializers.ListField(
        child=serializers.IntegerField(), help_text="Answers by time, as `seconds` has."
    )


class ShareOfClaims(serializers.Serializer[object]):
    share = serializers.FloatField()
    low = serializers.FloatField(
        allow_null=True,
        help_text="95 %, articles being independent; null for one article, and where "
        "articles do not differ.",
    )
    high = serializers.FloatField(allow_null=True)


class SourceShare(ShareOfClaims):
    label = serializers.CharField()  # type: ignore[assignment]
    claims = serializers.FloatField(
        help_text="Each claim counts 1, divided among its answers."
    )


class OverviewSources(serializers.Serializer[object]):
    claims = serializers.IntegerField(help_text="With an answer that is not skipped.")
    articles = serializers.IntegerField(help_text="That these are of.")
    labels = SourceShare(many=True)


class Group(serializers.Serializer[object]):
    articles = serializers.IntegerField()
    claims = serializers.IntegerField()
    shares = serializers.ListField(
        child=serializers.FloatField(), help_text="In the order of `labels`."
    )
    anonymous = ShareOfClaims(
        help_text="Of `anonymous` and of the source types that map to it."
    )


class OutletGroup(Group):
    outlet = serializers.CharField(
        allow_null=True,
        help_text="The 30 with most claims; then null, all others as one. An empty "
        "text is that of articles without.",
    )


class MonthGroup(Group):
    month = serializers.CharField(help_text="Of publication, `2026-05`.")


class OverviewFigures(serializers.Serializer[object]):
    answers = serializers.IntegerField(help_text="Those skipped included.")
    skipped = serializers.IntegerField()
    answers_needed = serializers.IntegerField(
        help_text="Claims times overlap, whatever part of the answers is in scope."
    )
    articles = serializers.IntegerField(
        help_text="Of the project, or of the outlets that were chosen."
    )
    claims = serializers.IntegerField(help_text="In these articles.")
    days = OverviewDay(many=True, help_text="Ascending; only days with answers.")
    forecast = ForecastOutput(
        allow_null=True,
        help_text="Null without answers, and where not all answers of an article are "
        "in scope, which cannot be complete.",
    )
    seconds = OverviewTimes()
    people = OverviewPerson(
        many=True, help_text="Who annotates or did, by name; empty for viewers."
    )
    sources = OverviewSources()
    outlets = OutletGroup(many=True)
    months = MonthGroup(many=True, help_text="Ascending, the last 36 at most.")
    labels = serializers.ListField(
        child=serializers.CharField(), help_text="Keys of source types, in order."
    )


class OverviewOutput(serializers.Serializer[object]):
    scope = serializers.CharField()
    computed_at = serializers.DateTimeField(
        allow_null=True, help_text="Null until a worker has counted."
    )
    is_current = serializers.BooleanField(
        help_text="Whether all is in that the newest report of all answers has, and "
        "that was done in the project otherwise."
    )
    figures = OverviewFigures(
        allow_null=True, help_text="Null until then, and where nothing is in scope."
    )


@method_decorator(gzip_page, name="dispatch")
class OverviewView(APIView):
    @extend_schema(
        parameters=[ScopeQuery],
        responses=OverviewOutput,
        examples=[OpenApiExample("A week", examples.OVERVIEW)],
    )
    def get(self, request: Request, slug: str) -> Response:
        """
        Give progress, pace, time per claim and the sources, as a worker counted them.

        Nothing is counted here: workers do it when answers or the project change, as
        seldom as it takes long.
        """
        project = find_project(request, slug, Role.LEAD, Role.VIEWER)
        found = overview_standing(project, scope_asked(request, project))
        if found["figures"] and not is_lead(request, project):
            found["figures"]["people"] = []
        # Already in the shape that is described: a serializer would take longer over
        # all the days than the database.
        return Response(found)
