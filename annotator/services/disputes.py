"""Keep which claims annotators differ on, and how much."""

import numpy as np
from django.db import connection

from annotator.models import DisputedClaim, Project
from annotator.queries.ratings import Declared, Records


def write_disputes(
    project: Project, articles: list[int], records: Records, declared: Declared
) -> None:
    """
    Keep the disputes in `articles`, from all of their ratings.

    How uncertain a claim was by the last consensus stays until there is another.
    """
    found = disputes(records, declared)
    DisputedClaim.objects.filter(claim__article__in=articles).exclude(
        claim__in=[claim for claim, _, _ in found]
    ).delete()
    if connection.vendor == "postgresql":
        _write_columns(project, found)
        return
    DisputedClaim.objects.bulk_create(
        (
            DisputedClaim(
                project=project, claim_id=claim, answers=answers, dispute=dispute
            )
            for claim, answers, dispute in found
        ),
        update_conflicts=True,
        unique_fields=["claim"],
        update_fields=["answers", "dispute"],
    )


def _write_columns(project: Project, found: list[tuple[int, int, float]]) -> None:
    """Write rows with one statement, a column a parameter."""
    # A model object a row takes as long as all the counting.
    claims, answers, values = zip(*found, strict=True) if found else ((), (), ())
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO annotator_disputedclaim
                (project_id, claim_id, answers, dispute)
            SELECT %s, * FROM unnest(%s::bigint[], %s::smallint[], %s::float8[])
            ON CONFLICT (claim_id) DO UPDATE
            SET answers = excluded.answers, dispute = excluded.dispute
            """,
            [project.pk, list(claims), list(answers), list(values)],
        )


def disputes(records: Records, declared: Declared) -> list[tuple[int, int, float]]:
    """
    Give claim, answers and dispute (0 to 1) of every claim on which people differ.

    The dispute is the mean over pairs of answers of the product of both confidences, as
    shares of the scale, where the two differ, and of 0 where they agree.
    """
    if not len(records):
        return []
    claims, claim = np.unique(records["claim"], return_inverse=True)
    sure = records["confidence"].astype(np.float64) / len(declared.confidence)
    size = len(declared.source_types)
    place = _places(records, declared)
    answers = np.bincount(claim)
    by_type = np.bincount(
        claim * size + place, sure, minlength=len(claims) * size
    ).reshape(-1, size)
    given = np.bincount(claim * size + place, minlength=len(claims) * size)
    differ = (given.reshape(-1, size) > 0).sum(axis=1) > 1
    # All ordered pairs less those of one type, which takes each with itself away too.
    apart = np.square(by_type.sum(axis=1)) - np.square(by_type).sum(axis=1)
    dispute = apart / np.maximum(answers * (answers - 1), 1)
    return list(
        zip(
            claims[differ].tolist(),
            answers[differ].tolist(),
            dispute[differ].tolist(),
            strict=True,
        )
    )


def _places(
    records: Records, declared: Declared
) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    types, which = np.unique(records["source_type"], return_inverse=True)
    places = np.array([declared.places[pk] for pk in types.tolist()], np.int64)
    return places[which]
