"""Keep which claims annotators differ on, and how much."""

from typing import NamedTuple

import numpy as np
from django.db import connection

from annotator.models import DisputedClaim, Project
from annotator.queries.ratings import Declared, Records


class Dispute(NamedTuple):
    """A claim on which people differ: how many answer it, how much, by which types."""

    claim: int
    answers: int
    dispute: float
    types: int


def write_disputes(
    project: Project, articles: list[int], records: Records, declared: Declared
) -> None:
    """
    Keep the disputes in `articles`, from all of their ratings.

    How uncertain a claim was by the last consensus stays until there is another.
    """
    found = disputes(records, declared)
    DisputedClaim.objects.filter(claim__article__in=articles).exclude(
        claim__in=[one.claim for one in found]
    ).delete()
    if connection.vendor == "postgresql":
        _write_columns(project, found)
        return
    DisputedClaim.objects.bulk_create(
        (
            DisputedClaim(
                project=project,
                claim_id=one.claim,
                answers=one.answers,
                dispute=one.dispute,
                types=one.types,
            )
            for one in found
        ),
        update_conflicts=True,
        unique_fields=["claim"],
        update_fields=["answers", "dispute", "types"],
    )


def _write_columns(project: Project, found: list[Dispute]) -> None:
    """Write rows with one statement, a column a parameter."""
    # A model object a row takes as long as all the counting.
    columns = [list(column) for column in zip(*found, strict=True)] or [[]] * 4
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO annotator_disputedclaim
                (project_id, claim_id, answers, dispute, types)
            SELECT %s, *
            FROM unnest(%s::bigint[], %s::smallint[], %s::float8[], %s::bigint[])
            ON CONFLICT (claim_id) DO UPDATE SET answers = excluded.answers,
                dispute = excluded.dispute, types = excluded.types
            """,
            [project.pk, *columns],
        )


def disputes(records: Records, declared: Declared) -> list[Dispute]:
    """
    Give the dispute (0 to 1) on every claim on which people differ.

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
    is_given = given.reshape(-1, size) > 0
    differ = is_given.sum(axis=1) > 1
    bits = np.zeros(size, np.int64)
    for pk, at in declared.places.items():
        bits[at] = DisputedClaim.bit_of(pk)
    types = np.bitwise_or.reduce(np.where(is_given, bits, 0), axis=1)
    # All ordered pairs less those of one type, which takes each with itself away too.
    apart = np.square(by_type.sum(axis=1)) - np.square(by_type).sum(axis=1)
    dispute = apart / np.maximum(answers * (answers - 1), 1)
    columns = (claims, answers, dispute, types)
    rows = zip(*(column[differ].tolist() for column in columns), strict=True)
    return [Dispute(*row) for row in rows]


def _places(
    records: Records, declared: Declared
) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    types, which = np.unique(records["source_type"], return_inverse=True)
    places = np.array([declared.places[pk] for pk in types.tolist()], np.int64)
    return places[which]
