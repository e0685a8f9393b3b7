"""The annotations that agreement counts."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from annotator.models import Annotation


class RatingRow(NamedTuple):
    """One current, unskipped annotation of a current claim."""

    article: int
    claim: int
    annotator: int
    source_type: str
    confidence: int | None  # the database lets only skipped ones have none


def article_ratings(articles: Iterable[int]) -> Iterator[RatingRow]:
    """Give what counts in `articles`: skipped and replaced claims are left out."""
    rows = (
        Annotation.objects.filter(
            claim__article__in=list(articles), claim__replaced_at=None, skipped=False
        )
        .order_by()
        .values_list(
            "claim__article",
            "claim",
            "annotator",
            "source_type__key",
            "confidence",
        )
    )
    return (RatingRow(*row) for row in rows.iterator())
