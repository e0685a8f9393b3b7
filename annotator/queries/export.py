"""The rows of an export."""

from collections.abc import Iterator
from typing import Any

from annotator.models import Annotation, Project

COLUMNS = {
    "annotation_id": "pk",
    "article_id": "claim__article",
    "article_sha256": "claim__article__sha256",
    "article_title": "claim__article__title",
    "claim_id": "claim",
    "claim_number": "claim__number",
    "start": "claim__start",
    "end": "claim__end",
    "quote": "claim__quote",
    "annotator_id": "annotator",
    "annotator": "annotator__name",
    "source_type": "source_type__key",
    "confidence": "confidence",
    "skipped": "skipped",
    "skip_reason": "skip_reason",
    "flags": "flags",
    "note": "note",
    "seconds": "seconds",
    "guideline_revision": "guidelines__number",
    "version": "version",
    "created_at": "created_at",
    "updated_at": "updated_at",
}
"""Each field of a row and where it is stored; docs/export.md is the contract."""

CHUNK = 2000


def annotation_rows(project: Project) -> Iterator[dict[str, Any]]:
    """Give one row an annotation, by its id; in constant memory, with one query."""
    rows = (
        Annotation.objects.filter(claim__article__project=project)
        .order_by("pk")
        .values_list(*COLUMNS.values())
    )
    for row in rows.iterator(chunk_size=CHUNK):
        yield dict(zip(COLUMNS, row, strict=True))
