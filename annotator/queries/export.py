"""The rows of an export."""

from collections.abc import Iterator
from typing import Any

from django.db.models import FilteredRelation, Q

from annotator.models import Annotation, Project

COLUMNS: dict[str, str | tuple[str, str]] = {
    "annotation_id": "pk",
    "article_id": "claim__article",
    "article_sha256": "claim__article__sha256",
    "article_title": "claim__article__title",
    "article_outlet": "claim__article__outlet",
    "article_published_on": "claim__article__published_on",
    "claim_id": "claim",
    "claim_number": "claim__number",
    "claim_replaced": "claim_replaced",
    "start": "claim__start",
    "end": "claim__end",
    "quote": "claim__quote",
    "annotator": "participant__code",
    "source_type": "source_type__key",
    "confidence": "confidence",
    "skipped": "skipped",
    "skip_reason": "skip_reason",
    "flags": "flags",
    "note": "note",
    "seconds": "seconds",
    "source": ("source_start", "source_end"),
    "cue": ("cue_start", "cue_end"),
    "suggestion_shown": "suggestion_shown",
    "suggestion_accepted": "suggestion_accepted",
    "guideline_revision": "guidelines__number",
    "version": "version",
    "created_at": "created_at",
    "updated_at": "updated_at",
}
"""Each field of a row and where it is stored; docs/export.md is the contract."""

WHO: dict[str, str | tuple[str, str]] = {
    "annotator_id": "annotator",
    "annotator_name": "annotator__name",
}
"""The fields that say who an annotator is."""

CHUNK = 2000


def annotation_rows(
    project: Project, *, names: bool = False
) -> Iterator[dict[str, Any]]:
    """
    Give one row an annotation, by its id; in constant memory, with one query.

    Annotators go by the codes of their participation; `names` adds who they are.
    """
    columns = COLUMNS | WHO if names else COLUMNS
    rows = (
        Annotation.objects.filter(claim__article__project=project)
        .annotate(
            participant=FilteredRelation(
                "annotator__participations",
                condition=Q(annotator__participations__project=project),
            ),
            claim_replaced=Q(claim__replaced_at__isnull=False),
        )
        .order_by("pk")
        .values_list(*_stored(columns))
    )
    for row in rows.iterator(chunk_size=CHUNK):
        values = iter(row)
        yield {
            field: next(values)
            if isinstance(where, str)
            else _span(next(values), next(values))
            for field, where in columns.items()
        }


def _stored(columns: dict[str, str | tuple[str, str]]) -> list[str]:
    return [
        name
        for where in columns.values()
        for name in ([where] if isinstance(where, str) else where)
    ]


def _span(start: int | None, end: int | None) -> dict[str, int] | None:
    """Give a span as the API does, null if there is none."""
    return None if start is None or end is None else {"start": start, "end": end}
