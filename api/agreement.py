"""Agreement: the newest report of a project."""

import hashlib

from django.utils.http import parse_etags
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.models import AgreementReport, Role
from annotator.queries.agreement import LEVELS, STATUSES, Standing, agreement_standing
from api.requests import find_project


class Figure(serializers.Serializer[object]):
    coefficient = serializers.CharField()
    level = serializers.ChoiceField(choices=LEVELS)
    value = serializers.FloatField(allow_null=True)
    status = serializers.ChoiceField(choices=STATUSES)
    percent_agreement = serializers.FloatField(allow_null=True)
    percent_agreement_status = serializers.ChoiceField(choices=STATUSES)
    units = serializers.IntegerField(help_text="Claims with an answer.")
    pairable_units = serializers.IntegerField(help_text="Claims with two or more.")
    annotators = serializers.IntegerField()
    ratings = serializers.IntegerField()


class Variables(serializers.Serializer[object]):
    source_type = Figure()
    confidence = Figure()


class ReportOutput(serializers.ModelSerializer[AgreementReport]):
    variables = Variables()

    class Meta:
        model = AgreementReport
        fields = ["id", "computed_at", "engine", "articles", "claims", "variables"]


class AgreementOutput(serializers.Serializer[Standing]):
    report = ReportOutput(allow_null=True)
    pending = serializers.IntegerField(help_text="Changes not yet in the report.")
    worker_seen_at = serializers.DateTimeField(allow_null=True)


class AgreementView(APIView):
    @extend_schema(responses={200: AgreementOutput, 304: None})
    def get(self, request: Request, slug: str) -> Response:
        """Give the newest agreement report; with `If-None-Match`, 304 if unchanged."""
        project = find_project(request, slug, Role.LEAD, Role.VIEWER)
        body = AgreementOutput(agreement_standing(project)).data
        tag = f'"{hashlib.sha256(repr(body).encode()).hexdigest()[:24]}"'
        known = parse_etags(request.headers.get("If-None-Match", ""))
        if tag in known or "*" in known:
            return Response(status=status.HTTP_304_NOT_MODIFIED, headers={"ETag": tag})
        return Response(body, headers={"ETag": tag})
