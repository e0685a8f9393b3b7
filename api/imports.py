"""Imports: tables of articles, or many files at once, taken in by the workers."""

from typing import Any

from django.db.models import QuerySet
from django.http import StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import (
    OpenApiExample,
    OpenApiResponse,
    extend_schema,
    extend_schema_serializer,
)
from rest_framework import serializers, status
from rest_framework.generics import ListAPIView
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.formats.safe_csv import to_csv
from annotator.models import ArticleImport, ImportFailure, Role
from annotator.services import import_previews, import_uploads, imports
from annotator.services.article_files import FileTooLarge, FileUnreadable
from api import article_examples as examples
from api.article_inputs import PreviewOutput
from api.export_formats import AsNamed
from api.pages import NewestFirst, Pages
from api.parsers import ImportFiles
from api.problems import refuses
from api.repeats import by, repeatable
from api.requests import find_project, signed_in

FAILURE = ["row", "code", "reason", "raw"]
FIRST_FAILURE = b"".join(to_csv(FAILURE, [[*examples.FAILURE.values()]])).decode()


class TableInput(serializers.Serializer[object]):
    file = serializers.FileField(help_text="CSV or JSONL, an article a row.")
    mapping = serializers.JSONField(
        required=False,
        allow_null=True,
        default=None,
        help_text="What the columns hold, column to field or null. Not sent: guessed.",
    )

    def validate_mapping(self, mapping: Any) -> dict[str, str] | None:
        """Leave out the columns that hold nothing of use."""
        if mapping is None:
            return None
        if not isinstance(mapping, dict):
            raise serializers.ValidationError("This is no object.")
        chosen = {name: field for name, field in mapping.items() if field is not None}
        if strange := set(map(str, chosen.values())) - set(import_previews.FIELDS):
            raise serializers.ValidationError(f"There is no field {strange.pop()}.")
        if len(set(chosen.values())) < len(chosen):
            raise serializers.ValidationError("Two columns cannot be the same field.")
        return chosen


class ArticleImportInput(TableInput):
    file = serializers.ListField(  # type: ignore[assignment]
        child=serializers.FileField(),
        allow_empty=False,
        help_text="One table, CSV or JSONL; or files that hold one article each.",
    )


class Column(serializers.Serializer[object]):
    name = serializers.CharField()
    field = serializers.ChoiceField(choices=import_previews.FIELDS, allow_null=True)
    samples = serializers.ListField(child=serializers.CharField())


class RowProblem(serializers.Serializer[object]):
    row = serializers.IntegerField(help_text="From 1; a header does not count.")
    code = serializers.CharField()
    reason = serializers.CharField()


@extend_schema_serializer(examples=[OpenApiExample("A table", examples.TABLE)])
class TablePreview(serializers.Serializer[object]):
    kind = serializers.ChoiceField(choices=["csv", "jsonl"])
    columns = Column(many=True)
    fields = serializers.ListField(  # type: ignore[assignment]
        child=serializers.ChoiceField(choices=import_previews.FIELDS),
        help_text="What a column may hold.",
    )
    notes = serializers.ListField(child=serializers.CharField())
    first = PreviewOutput(
        allow_null=True, help_text="The first row that can be taken in."
    )
    problems = RowProblem(many=True, help_text="Among the first rows.")


@extend_schema_serializer(examples=[OpenApiExample("At work", examples.IMPORT)])
class ArticleImportOutput(serializers.ModelSerializer[ArticleImport]):
    total = serializers.IntegerField(
        allow_null=True, help_text="Rows; null until the file has been read."
    )
    done = serializers.IntegerField(help_text="Rows: the three that follow together.")

    class Meta:
        model = ArticleImport
        fields = [
            "id", "name", "state", "total", "done", "stored", "duplicates", "failed",
            "error", "created_at", "ended_at",
        ]  # fmt: skip
        read_only_fields = fields


@extend_schema_serializer(examples=[OpenApiExample("Without text", examples.FAILURE)])
class ImportFailureOutput(serializers.ModelSerializer[ImportFailure]):
    class Meta:
        model = ImportFailure
        fields = FAILURE
        read_only_fields = fields


class TablePreviewView(APIView):
    parser_classes = [ImportFiles]

    @extend_schema(request=TableInput, responses=TablePreview)
    @refuses(FileUnreadable, FileTooLarge, import_previews.NotATable)
    def post(self, request: Request, slug: str) -> Response:
        """Show how a table would be read; nothing is stored."""
        project = find_project(request, slug, Role.LEAD)
        given = TableInput(data=request.data)
        given.is_valid(raise_exception=True)
        found = import_previews.preview_table(project=project, **given.validated_data)
        return Response(TablePreview(found).data)


class ImportsView(ListAPIView[ArticleImport]):
    """A project's imports, the newest first, as its leads read them."""

    serializer_class = ArticleImportOutput
    pagination_class = NewestFirst
    parser_classes = [ImportFiles]

    def get_queryset(self) -> QuerySet[ArticleImport]:
        return find_project(self.request, self.kwargs["slug"], Role.LEAD).imports.all()

    @extend_schema(request=ArticleImportInput, responses={202: ArticleImportOutput})
    @refuses(FileUnreadable, FileTooLarge, import_uploads.OneTableAlone)
    @repeatable(by(Role.LEAD))
    def post(self, request: Request, slug: str) -> Response:
        """
        Send articles, which the workers take in.

        A table, or up to 100 files of one article each; 100 MB together. A text that
        the project has already is counted as a duplicate and not stored again.
        """
        project = find_project(request, slug, Role.LEAD)
        given = ArticleImportInput(data=request.data)
        given.is_valid(raise_exception=True)
        made = import_uploads.start_import(
            project=project,
            lead=signed_in(request),
            files=given.validated_data["file"],
            mapping=given.validated_data["mapping"],
            now=timezone.now(),
        )
        return Response(ArticleImportOutput(made).data, status=status.HTTP_202_ACCEPTED)


def find_import(request: Request, slug: str, import_id: int) -> ArticleImport:
    """Find an import of a project that the user leads: 404 if there is none."""
    project = find_project(request, slug, Role.LEAD)
    return get_object_or_404(project.imports, pk=import_id)


class ImportView(APIView):
    @extend_schema(responses=ArticleImportOutput)
    def get(self, request: Request, slug: str, import_id: int) -> Response:
        """Say how far an import is."""
        found = find_import(request, slug, import_id)
        return Response(ArticleImportOutput(found).data)


class CancelView(APIView):
    @extend_schema(request=None, responses=ArticleImportOutput)
    @refuses(imports.ImportEnded)
    def post(self, request: Request, slug: str, import_id: int) -> Response:
        """Stop an import; what it has stored stays."""
        found = imports.cancel_import(
            article_import=find_import(request, slug, import_id),
            by=signed_in(request),
            now=timezone.now(),
        )
        return Response(ArticleImportOutput(found).data)


class ResumeView(APIView):
    @extend_schema(request=None, responses=ArticleImportOutput)
    @refuses(imports.ImportEnded, imports.ImportGoesOn)
    def post(self, request: Request, slug: str, import_id: int) -> Response:
        """Go on with an import that was canceled or has failed."""
        found = imports.resume_import(
            article_import=find_import(request, slug, import_id),
            by=signed_in(request),
            now=timezone.now(),
        )
        return Response(ArticleImportOutput(found).data)


class FailurePages(Pages):
    ordering = "row"


class FailuresView(ListAPIView[ImportFailure]):
    """The rows that were not stored, and why."""

    serializer_class = ImportFailureOutput
    pagination_class = FailurePages

    def get_queryset(self) -> QuerySet[ImportFailure]:
        found = find_import(self.request, self.kwargs["slug"], self.kwargs["import_id"])
        return found.failures.all()


class FailuresFileView(APIView):
    content_negotiation_class = AsNamed
    renderer_classes = [JSONRenderer]

    @extend_schema(
        responses={
            (200, "text/csv"): OpenApiResponse(
                str,
                description="row, code, reason, raw. No cell begins a formula: an "
                "apostrophe stands before what could.",
                examples=[OpenApiExample("Begins so", FIRST_FAILURE)],
            )
        }
    )
    def get(self, request: Request, slug: str, import_id: int) -> StreamingHttpResponse:
        """Stream the rows that were not stored as CSV."""
        found = find_import(request, slug, import_id)
        rows = found.failures.values_list(*FAILURE).iterator(chunk_size=100)
        name = f"{slug}-import-{found.pk}-failures.csv"
        return StreamingHttpResponse(
            to_csv(FAILURE, rows),
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )
