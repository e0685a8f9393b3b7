"""Exports: rows as a stream."""

from django.http import StreamingHttpResponse
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request
from rest_framework.views import APIView

from annotator.formats.jsonl import to_jsonl
from annotator.models import Role
from annotator.queries.export import annotation_rows
from api.requests import find_project


class AsNamed(BaseContentNegotiation):
    """The path names the format, whatever a client says that it accepts."""

    def select_parser(self, request, parsers):  # type: ignore[no-untyped-def]
        return parsers[0] if parsers else None

    def select_renderer(  # type: ignore[no-untyped-def]
        self, request, renderers, format_suffix=None
    ) -> tuple[BaseRenderer, str]:
        return renderers[0], renderers[0].media_type


class AnnotationExportView(APIView):
    content_negotiation_class = AsNamed
    renderer_classes = [JSONRenderer]

    @extend_schema(
        responses={
            (200, "application/x-ndjson"): OpenApiResponse(
                str, description="One JSON object a line; see docs/export.md."
            )
        }
    )
    def get(self, request: Request, slug: str) -> StreamingHttpResponse:
        """Stream one row an annotation."""
        project = find_project(request, slug, Role.LEAD, Role.VIEWER)
        name = f"{project.slug}-annotations.jsonl"
        return StreamingHttpResponse(
            to_jsonl(annotation_rows(project)),
            content_type="application/x-ndjson",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )
