"""Exports for tools with a standard of their own: Web Annotation and CoNLL."""

from typing import Any

from drf_spectacular.utils import extend_schema, extend_schema_view

from annotator.formats.conll import to_conll
from annotator.formats.web_annotations import MEDIA_TYPE, to_web_annotations
from annotator.models import Project
from annotator.queries.exports import ExportChoice, claim_rows
from annotator.services.token_tags import tagged_articles
from api.answer_filters import ExportFilters
from api.export import ExportView
from api.export_examples import CLAIMS, TAGGED
from api.export_formats import Form, Table
from api.export_queries import PackedQuery

WEB_ANNOTATIONS = Form(
    "jsonld",
    MEDIA_TYPE,
    "A W3C AnnotationPage with an annotation for each claim; see docs/export.md.",
    lambda table, address: to_web_annotations(table.rows, address=address),
)
CONLL = Form(
    "conll",
    "text/plain; charset=utf-8",
    "CoNLL-U Plus: tokens with IOB2 tags of claims, sources and cues.",
    lambda table, _: to_conll(table.rows),
    broken=b"broken off",
)


class DocumentQuery(ExportFilters, PackedQuery):
    pass


@extend_schema_view(
    get=extend_schema(
        parameters=[DocumentQuery], responses=WEB_ANNOTATIONS.responses(CLAIMS)
    )
)
class WebAnnotationsView(ExportView):
    """
    Stream one Web Annotation a claim, as JSON-LD.

    Its target is the claim by position, in code points, and by quote. Its bodies are
    what was decided, or else what most answer, and each vote by its annotator's code.
    """

    about, form, query = "claims", WEB_ANNOTATIONS, DocumentQuery

    def table(
        self, project: Project, choice: ExportChoice, given: dict[str, Any]
    ) -> Table:
        """Give the rows that annotations are made of."""
        return Table((), claim_rows(project, choice))


@extend_schema_view(
    get=extend_schema(parameters=[DocumentQuery], responses=CONLL.responses(TAGGED))
)
class TokenTagsView(ExportView):
    """
    Stream each article as tokens with IOB2 tags, for sequence models.

    With `decided` or `min_votes` an article stays if all its claims do.
    """

    about, form, query = "tokens", CONLL, DocumentQuery

    def table(
        self, project: Project, choice: ExportChoice, given: dict[str, Any]
    ) -> Table:
        """Give the articles with their tags."""
        return Table((), tagged_articles(project, choice))
