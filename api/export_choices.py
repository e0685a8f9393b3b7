"""What answers can be chosen by in an export."""

from drf_spectacular.utils import (
    OpenApiExample,
    extend_schema,
    extend_schema_serializer,
)
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.models import Role
from annotator.queries.selections import export_choices
from api import export_examples as examples
from api.requests import find_project, is_lead
from api.selections import AnswerChoices


class AnnotatorCode(serializers.Serializer[object]):
    code = serializers.CharField(help_text="Theirs in every export of the project.")
    name = serializers.CharField(allow_null=True, help_text="For leads alone.")


@extend_schema_serializer(examples=[OpenApiExample("Two revisions", examples.FILTERS)])
class ExportChoices(AnswerChoices):
    annotators = AnnotatorCode(many=True, help_text="Who has answered, by code.")


class ExportChoicesView(APIView):
    @extend_schema(responses=ExportChoices)
    def get(self, request: Request, slug: str) -> Response:
        """Say what an export can be filtered by; as the newest overview has it."""
        project = find_project(request, slug, Role.LEAD, Role.VIEWER)
        choices = export_choices(project, names=is_lead(request, project))
        return Response(ExportChoices(choices).data)
