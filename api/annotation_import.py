"""Annotations made elsewhere: a lead takes them in."""

from typing import Any

from django.utils import timezone
from drf_spectacular.utils import (
    OpenApiExample,
    OpenApiResponse,
    extend_schema,
    extend_schema_serializer,
)
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.models import Role
from annotator.services import annotation_import
from annotator.services.annotation_import import (
    AnnotationsRefused,
    Imported,
    ImportedAnnotation,
    Refused,
)
from annotator.services.annotations import ProjectClosed
from api.answers import AnswerInput, read_answer
from api.problems import refuses
from api.repeats import by, repeatable
from api.requests import LARGEST_ID, find_project, signed_in

MOST_ROWS = 10_000
LATER = frozenset({"source", "cue", "suggestion_shown", "suggestion_accepted"})
"""What a file from an export does not hold: left out, it stays as it is stored."""


class ImportRow(AnswerInput):
    claim = serializers.IntegerField(
        help_text="The claim's id.", min_value=1, max_value=LARGEST_ID
    )
    annotator = serializers.CharField(
        max_length=254,
        help_text="The e-mail address of an annotator or lead of the project.",
    )
    at = serializers.DateTimeField(
        required=False,
        allow_null=True,
        default=None,
        help_text="When it was answered, in the past. Left out: now.",
    )


class ImportInput(serializers.Serializer[object]):
    annotations: serializers.ListSerializer[Any] = serializers.ListSerializer(
        child=ImportRow(), max_length=MOST_ROWS, allow_empty=False
    )


@extend_schema_serializer(
    examples=[OpenApiExample("One new", {"created": 1, "changed": 0, "unchanged": 0})]
)
class ImportOutput(serializers.Serializer[Imported]):
    created = serializers.IntegerField()
    changed = serializers.IntegerField(help_text="Rows that said something else.")
    unchanged = serializers.IntegerField(help_text="Rows that said what was known.")


class AnnotationImportView(APIView):
    @extend_schema(
        request=ImportInput,
        responses={
            200: ImportOutput,
            400: OpenApiResponse(description="Nothing was stored."),
        },
        examples=[
            OpenApiExample(
                "One answer",
                {
                    "annotations": [
                        {
                            "claim": 512,
                            "annotator": "ana@example.org",
                            "source_type": "named",
                            "confidence": 3,
                            "at": "2026-05-04T12:00:00Z",
                        }
                    ]
                },
                request_only=True,
            )
        ],
    )
    @refuses(AnnotationsRefused, ProjectClosed)
    @repeatable(by(Role.LEAD))
    def post(self, request: Request, slug: str) -> Response:
        """
        Take in annotations made elsewhere: all rows, or none.

        Up to 10,000 rows and 5 MB at a time. The same rows again change nothing. An
        answer beyond the places at an article is taken in too, and counts.
        """
        project = find_project(request, slug, Role.LEAD)
        taken_in = annotation_import.import_annotations(
            project=project,
            lead=signed_in(request),
            rows=read_rows(request.data),
            now=timezone.now(),
        )
        return Response(ImportOutput(taken_in).data)


def read_rows(body: Any) -> list[ImportedAnnotation]:
    """
    Read the rows of a request.

    :raises AnnotationsRefused: if some are no annotations
    """
    given = ImportInput(data=body)
    if not given.is_valid():
        wrong = given.errors.get("annotations")
        if not isinstance(wrong, dict) or "non_field_errors" in wrong:
            raise serializers.ValidationError(given.errors)
        refused = (
            Refused(place + 1, "invalid", f"{name}: {' '.join(map(str, said))}")
            for place, errors in wrong.items()
            for name, said in errors.items()
        )
        raise AnnotationsRefused(refused, len(body["annotations"]))
    return [
        ImportedAnnotation(
            claim=row["claim"],
            annotator=row["annotator"],
            answer=read_answer(row),
            left_out=LATER - sent.keys(),
            at=row["at"],
            guideline_revision=row["guideline_revision"],
        )
        for row, sent in zip(
            given.validated_data["annotations"], body["annotations"], strict=True
        )
    ]
