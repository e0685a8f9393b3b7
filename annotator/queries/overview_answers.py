"""The answers that an overview counts, packed: never a model object an answer."""

from collections.abc import Iterator
from datetime import datetime

import numpy as np
import numpy.typing as npt
from django.db import connection

from annotator.models import Annotation, Project

FIELDS = {
    "article": "c.article_id",
    "claim": "c.id",
    "annotator": "a.annotator_id",
    "source_type": "coalesce(a.source_type_id, 0)",
    "revision": "g.number",
    "at": "floor(extract(epoch from a.updated_at))",
    "first": "floor(extract(epoch from a.created_at))",
}
SECONDS = "coalesce(a.seconds, 'NaN')"
ANSWER = np.dtype([*((name, ">i8") for name in FIELDS), ("seconds", ">f8")])
"""
One answer: ids, of which that of the source type is 0 where it was skipped, the
guidelines, when it was last changed and first given (UTC seconds), and how long it took
(NaN if that is not known).
"""

Answers = npt.NDArray[np.void]
"""Answers (n,) of ANSWER, in no order."""


def current_answers(project: Project, articles: list[int]) -> Answers:
    """
    Give all answers in some of the project's articles, those skipped included.

    Those on replaced claims are left out. PostgreSQL packs the rows itself, so that one
    value comes over, 64 bytes an answer.
    """
    if connection.vendor == "postgresql":
        return _packed_by_postgresql(project, articles)
    rows = (
        Annotation.objects.filter(
            claim__article__in=articles,
            claim__article__project=project,
            claim__replaced_at=None,
        )
        .order_by()
        .values_list(
            "claim__article",
            "claim",
            "annotator",
            "source_type",
            "guidelines__number",
            "updated_at",
            "created_at",
            "seconds",
        )
    )
    return np.array(list(_as_numbers(rows.iterator())), ANSWER)


def _as_numbers(
    rows: Iterator[
        tuple[int, int, int, int | None, int, datetime, datetime, float | None]
    ],
) -> Iterator[tuple[float, ...]]:
    for article, claim, annotator, kind, revision, at, first, seconds in rows:
        yield (
            article,
            claim,
            annotator,
            kind or 0,
            revision,
            int(at.timestamp()),
            int(first.timestamp()),
            np.nan if seconds is None else seconds,
        )


def _packed_by_postgresql(project: Project, articles: list[int]) -> Answers:
    sends = [f"int8send(({field})::int8)" for field in FIELDS.values()]
    sends.append(f"float8send(({SECONDS})::float8)")
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT string_agg({" || ".join(sends)}, ''::bytea)
            FROM annotator_article r
            JOIN annotator_claim c ON c.article_id = r.id AND c.replaced_at IS NULL
            JOIN annotator_annotation a ON a.claim_id = c.id
            JOIN annotator_guidelines g ON g.id = a.guidelines_id
            WHERE r.id = ANY(%s) AND r.project_id = %s
            """,  # noqa: S608  # the fields are those above
            [articles, project.pk],
        )
        (packed,) = cursor.fetchone()
    return np.frombuffer(bytes(packed or b""), ANSWER)
