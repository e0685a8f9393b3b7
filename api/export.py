"""Exports: rows as a stream."""

from django.http import StreamingHttpResponse
from django.utils import timezone
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request
from rest_framework.views import APIView

from annotator.formats.jsonl import to_jsonl
from annotator.models import ActKind, Role
from annotator.queries.export import annotation_rows
from annotator.services.activity import note
from api.figures import read
from api.requests import find_project, signed_in


class AsNamed(BaseContentNegotiation):
    """The path names the format, whatever a client says that it accepts."""

    def select_parser(self, request, parsers):  # type: ignore[no-untyped-def]
        return parsers[0] if parsers else None

    def select_renderer(  # type: ignore[no-untyped-def]
        self, request, renderers, format_suffix=None
    ) -> tuple[BaseRenderer, str]:
        return renderers[0], renderers[0].media_type


class ExportQuery(serializers.Serializer[object]):
    names = serializers.BooleanField(
        default=False,
        help_text="Whether to say who the annotators are; for leads alone.",
    )


class AnnotationExportView(APIView):
    content_negotiation_class = AsNamed
    renderer_classes = [JSONRenderer]

    @extend_schema(
        parameters=[ExportQuery],
        responses={
            (200, "application/x-ndjson"): OpenApiResponse(
                str, description="One JSON object a line; see docs/export.md."
            )
        },
    )
    def get(self, request: Request, slug: str) -> StreamingHttpResponse:
        """
        Stream one row an annotation; annotators go by their codes.

        With `names` each row also says who they are, and viewers are answered 403.
        """
        project = find_project(request, slug, Role.LEAD, Role.VIEWER)
        names = read(ExportQuery, request)["names"]
        if names:
            project = find_project(request, slug, Role.LEAD)
        note(
            project=project,
            actor=signed_in(request),
            kind=ActKind.LABELS_EXPORTED,
            now=timezone.now(),
            names=names,
        )
        name = f"{project.slug}-annotations.jsonl"
        return StreamingHttpResponse(
            to_jsonl(annotation_rows(project, names=names)),
            content_type="application/x-ndjson",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )
