"""Agreement: the newest report, history, scopes, and the work of the jobs."""

import hashlib

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.http import parse_etags
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

from annotator.models import (
    AgreementAlarm,
    AgreementReport,
    Recomputation,
    RecomputationReason,
    Role,
)
from annotator.queries.agreement import (
    Scoped,
    Standing,
    agreement_standing,
    newest_by_scope,
    number,
    recomputation_progress,
)
from annotator.services.recomputation import start_recomputation
from api import agreement_examples as examples
from api.figures import Figure, ScopeQuery, ShortFigure, Status, scope_asked
from api.pages import NewestFirst
from api.requests import find_project, signed_in

REPORT_FIELDS = [
    "id", "scope", "computed_at", "engine", "articles", "claims", "last_event",
    "variables",
]  # fmt: skip


class Variables(serializers.Serializer[object]):
    source_type = Figure()
    confidence = Figure()
    source_type_collapsed = Figure(
        read_only=True,
        allow_null=True,
        default=None,
        help_text="Every source type counted as what it maps to; null if none does.",
    )


class ShortVariables(serializers.Serializer[object]):
    source_type = ShortFigure()
    confidence = ShortFigure()
    source_type_collapsed = ShortFigure(read_only=True, allow_null=True, default=None)


class ReportOutput(serializers.ModelSerializer[AgreementReport]):
    variables = Variables()

    class Meta:
        model = AgreementReport
        fields = REPORT_FIELDS
        read_only_fields = ["last_event"]
        extra_kwargs = {
            "last_event": {"help_text": "The newest change that was taken in."}
        }


@extend_schema_serializer(
    examples=[OpenApiExample("Of all answers", examples.REPORT_ROW)]
)
class ReportRow(ReportOutput):
    variables = ShortVariables()  # type: ignore[assignment]


class RevisionRow(ReportRow):
    revision = serializers.SerializerMethodField()

    class Meta(ReportRow.Meta):
        fields = ["revision", *REPORT_FIELDS]

    def get_revision(self, report: AgreementReport) -> int:
        return int(number(report.scope))


class WeekRow(ReportRow):
    week = serializers.SerializerMethodField(help_text="Its Monday.")

    class Meta(ReportRow.Meta):
        fields = ["week", *REPORT_FIELDS]

    def get_week(self, report: AgreementReport) -> str:
        return number(report.scope)


@extend_schema_serializer(examples=[OpenApiExample("One of each", examples.SCOPES)])
class ScopesOutput(serializers.Serializer[Scoped]):
    revisions = RevisionRow(many=True, help_text="Of the guidelines, the oldest first.")
    weeks = WeekRow(many=True, help_text="Of answers, the earliest first.")


@extend_schema_serializer(examples=[OpenApiExample("Begun", examples.RECOMPUTATION)])
class RecomputationOutput(serializers.ModelSerializer[Recomputation]):
    reason = serializers.ChoiceField(choices=RecomputationReason.choices)
    blocks = serializers.IntegerField(
        source="block_count", help_text="Parts of the project, counted side by side."
    )
    blocks_done = serializers.IntegerField(source="done_count")

    class Meta:
        model = Recomputation
        fields = ["reason", "started_at", "blocks", "blocks_done"]


class AlarmOutput(serializers.ModelSerializer[AgreementAlarm]):
    class Meta:
        model = AgreementAlarm
        fields = ["kind", "detail", "raised_at"]
        read_only_fields = fields


class ConsensusSummary(serializers.Serializer[object]):
    asked_at = serializers.DateTimeField()
    finished_at = serializers.DateTimeField(
        allow_null=True, help_text="Null while it waits for a worker or is at work."
    )
    claims = serializers.IntegerField()
    status = Status(allow_null=True, help_text="Null until it is finished.")


@extend_schema_serializer(
    examples=[OpenApiExample("Of all answers", examples.STANDING)]
)
class AgreementOutput(serializers.Serializer[Standing]):
    report = ReportOutput(allow_null=True)
    pending = serializers.IntegerField(
        help_text="Changes not yet in the report of all answers, at most 100,000: "
        "beyond that nobody counts."
    )
    worker_seen_at = serializers.DateTimeField(allow_null=True)
    last_checked_at = serializers.DateTimeField(
        allow_null=True,
        help_text="When everything was last counted from scratch and compared.",
    )
    recomputation = RecomputationOutput(
        allow_null=True, help_text="Everything is being counted anew; else null."
    )
    alarms = AlarmOutput(many=True, help_text="What is wrong now, the newest first.")
    consensus = ConsensusSummary(
        allow_null=True, help_text="The newest run of Dawid and Skene's model."
    )


class AgreementView(APIView):
    @extend_schema(parameters=[ScopeQuery], responses={200: AgreementOutput, 304: None})
    def get(self, request: Request, slug: str) -> Response:
        """Give the newest agreement report; with `If-None-Match`, 304 if unchanged."""
        project = find_project(request, slug, Role.LEAD, Role.VIEWER)
        scope = scope_asked(request, project)
        body = AgreementOutput(agreement_standing(project, scope)).data
        tag = f'"{hashlib.sha256(repr(body).encode()).hexdigest()[:24]}"'
        known = parse_etags(request.headers.get("If-None-Match", ""))
        if tag in known or "*" in known:
            return Response(status=status.HTTP_304_NOT_MODIFIED, headers={"ETag": tag})
        return Response(body, headers={"ETag": tag})


@extend_schema(parameters=[ScopeQuery])
class HistoryView(ListAPIView[AgreementReport]):
    """The reports of a scope, the newest first; of old ones, the last of an hour."""

    serializer_class = ReportRow
    query = ScopeQuery
    pagination_class = NewestFirst

    def get_queryset(self) -> QuerySet[AgreementReport]:
        project = find_project(self.request, self.kwargs["slug"], Role.LEAD)
        return project.reports.filter(scope=scope_asked(self.request, project))


class ScopesView(APIView):
    @extend_schema(responses=ScopesOutput)
    def get(self, request: Request, slug: str) -> Response:
        """Give each revision's and each week's newest report, for drawing."""
        project = find_project(request, slug, Role.LEAD)
        return Response(ScopesOutput(newest_by_scope(project)).data)


class RecomputeView(APIView):
    @extend_schema(request=None, responses={202: RecomputationOutput})
    def post(self, request: Request, slug: str) -> Response:
        """
        Count everything anew; or give the recomputation that is at work.

        The work is marked in the database before this answers, so 202 holds even while
        the message broker is away: workers find the work within a minute of their
        return. How far it is, `agreement/` tells.
        """
        project = find_project(request, slug, Role.LEAD)
        begun = start_recomputation(
            project=project,
            reason=RecomputationReason.REPAIR,
            now=timezone.now(),
            by=signed_in(request),
        )
        body = RecomputationOutput(recomputation_progress(begun)).data
        return Response(body, status=status.HTTP_202_ACCEPTED)
