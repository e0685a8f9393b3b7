"""Exports: rows as streams."""

from collections.abc import Callable
from inspect import getdoc
from typing import Any, ClassVar

from django.http import StreamingHttpResponse
from django.utils import timezone
from drf_spectacular.utils import (
    OpenApiParameter,
    extend_schema,
    extend_schema_view,
)
from rest_framework import serializers
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.views import APIView

from annotator.formats.columns import Column
from annotator.formats.compressing import Compression
from annotator.formats.label_tables import (
    annotation_columns,
    changed_columns,
    claim_columns,
)
from annotator.models import ActKind, Project, Role
from annotator.queries.changes import (
    FilterWithCursor,
    changed_annotations,
    changed_claims,
)
from annotator.queries.exports import (
    ExportChoice,
    annotation_rows,
    claim_rows,
    export_labels,
)
from annotator.queries.pulls import Pull
from annotator.queries.settled import BadCursor
from annotator.services.activity import note, note_daily
from api import export_examples as examples
from api.export_formats import CSV, JSONL, PARQUET, AsNamed, Form, Table, streamed
from api.export_queries import (
    AnnotationsQuery,
    ClaimsQuery,
    PackedAnnotationsQuery,
    PackedClaimsQuery,
    read_choice,
)
from api.problems import refuses
from api.queries import read
from api.requests import find_project, signed_in
from api.throttling import ExportThrottle

CURSOR = OpenApiParameter(
    "OnRecord-Cursor",
    location=OpenApiParameter.HEADER,
    response=[200],
    description="With `updated_since`: the cursor that goes on after the whole answer.",
)


class ExportView(APIView):
    """A table of a project's labels as a stream; a subclass says which, and how."""

    content_negotiation_class = AsNamed
    renderer_classes = [JSONRenderer]
    throttle_classes = [ExportThrottle]
    about: ClassVar[str]
    example: ClassVar[Table]
    form: ClassVar[Form]
    query: ClassVar[type[serializers.Serializer[object]]]

    @refuses(BadCursor, FilterWithCursor)
    def get(self, request: Request, slug: str) -> StreamingHttpResponse:
        project = find_project(request, slug, Role.LEAD, Role.VIEWER)
        given = read(self.query, request)
        names = given.get("names", False)
        if names:
            project = find_project(request, slug, Role.LEAD)
        choice = read_choice(project, given)
        table = self.table(project, choice, given)
        if request.method != "HEAD":  # to which nothing is given out
            record = note_daily if table.goes_on else note
            record(
                project=project,
                actor=signed_in(request),
                kind=ActKind.LABELS_EXPORTED,
                now=timezone.now(),
                names=names,
                file=f"{self.about}.{self.form.ending}",
                filters=choice.to_json(),
            )
        compress = given.get("compress")
        return streamed(
            request,
            table,
            self.form,
            name=f"{project.slug}-{self.about}",
            compress=Compression(compress) if compress else None,
        )

    def table(
        self, project: Project, choice: ExportChoice, given: dict[str, Any]
    ) -> Table:
        """Give what is asked for; its rows are read while they are sent."""
        raise NotImplementedError


class AnnotationsView(ExportView):
    """
    Stream one row an annotation, by article, claim and annotation.

    Annotators go by their codes. With `names` each row also says who they are, and
    viewers are answered 403. Filters leave out the answers that do not count.
    """

    about, example = "annotations", examples.ANNOTATIONS

    def table(
        self, project: Project, choice: ExportChoice, given: dict[str, Any]
    ) -> Table:
        """Give a row an annotation."""
        names = given["names"]
        columns = annotation_columns(names=names)
        if (cursor := given.get("updated_since")) is not None:
            pull = changed_annotations(project, cursor, choice, names=names)
            return changes(pull, columns)
        return Table(columns, annotation_rows(project, choice, names=names))


class ClaimsView(ExportView):
    """
    Stream one row a claim, by article and claim, with all that is known of it.

    Filters choose which votes count; a claim that has none stays, unless `decided` or
    `min_votes` ask for more.
    """

    about, example = "claims", examples.CLAIMS

    def table(
        self, project: Project, choice: ExportChoice, given: dict[str, Any]
    ) -> Table:
        """Give a row a claim."""
        text, labels = given["text"], export_labels(project)
        columns = claim_columns(labels.keys, text=text)
        if (cursor := given.get("updated_since")) is not None:
            pull = changed_claims(project, cursor, choice, text=text, labels=labels)
            return changes(pull, columns)
        return Table(columns, claim_rows(project, choice, text=text, labels=labels))


def changes(pull: Pull, columns: tuple[Column, ...]) -> Table:
    """Give a table of what has changed."""
    return Table(
        changed_columns(columns),
        pull.rows(),
        headers={"OnRecord-Cursor": pull.cursor},
        goes_on=not pull.from_start,
    )


def written_as(
    form: Form, query: type[serializers.Serializer[object]]
) -> Callable[[type[ExportView]], type[ExportView]]:
    """Have a view write its table in a form, and describe it so."""

    def complete(view: type[ExportView]) -> type[ExportView]:
        view.form, view.query = form, query
        told = extend_schema(
            description=getdoc(view),
            parameters=[query, CURSOR],
            responses=form.responses(view.example),
        )
        return extend_schema_view(get=told)(view)

    return complete


@written_as(JSONL, PackedAnnotationsQuery)
class AnnotationsJsonlView(AnnotationsView):
    pass


@written_as(CSV, PackedAnnotationsQuery)
class AnnotationsCsvView(AnnotationsView):
    pass


@written_as(PARQUET, AnnotationsQuery)
class AnnotationsParquetView(AnnotationsView):
    pass


@written_as(JSONL, PackedClaimsQuery)
class ClaimsJsonlView(ClaimsView):
    pass


@written_as(CSV, PackedClaimsQuery)
class ClaimsCsvView(ClaimsView):
    pass


@written_as(PARQUET, ClaimsQuery)
class ClaimsParquetView(ClaimsView):
    pass
