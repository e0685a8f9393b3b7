"""Count ratings into sums, one for every scope and variable, and keep the sums."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from annotator.errors import DomainError
from annotator.metrics import Calibration, Ratings, Tally, count
from annotator.models import EVERYTHING, ArticleTally, Project, TallySum
from annotator.queries.ratings import (
    CountsDamaged,
    Declared,
    Records,
    by_article,
    packed,
)
from annotator.queries.sums import (
    CALIBRATION,
    COLLAPSED,
    CONFIDENCE,
    MONDAY,
    SOURCE_TYPE,
    WEEK,
    Ints,
    Sums,
    is_empty,
    labels_of,
    revision_scope,
    week_scope,
)


class LabelNotDeclared(DomainError):
    code = "label_not_declared"


def count_sums(records: Records, declared: Declared) -> Sums:
    """
    Count ratings for every scope that they touch and every variable.

    :raises LabelNotDeclared: if an answer is no label that the project declares
    """
    if not len(records):
        return {}
    ratings, confidence = _columns(records, declared)
    whole = _count(ratings, confidence, np.arange(len(records)), declared)
    sums: Sums = {}
    for scope, rows in scopes_of(records):
        # Most often everything was answered under one revision, or in one week.
        of_all = len(rows) == len(records)
        part = whole if of_all else _count(ratings, confidence, rows, declared)
        sums |= _named(scope, part)
    return sums


def count_as(scope: str, records: Records, declared: Declared) -> Sums:
    """
    Count all ratings for one scope and every variable.

    :raises LabelNotDeclared: if an answer is no label that the project declares
    """
    if not len(records):
        return {}
    ratings, confidence = _columns(records, declared)
    rows = np.arange(len(records))
    return _named(scope, _count(ratings, confidence, rows, declared))


def _named(scope: str, part: dict[str, Tally | Calibration]) -> Sums:
    """Name sums; what counts nothing, such as a week without pairs, is not kept."""
    return {
        (scope, variable): tally
        for variable, tally in part.items()
        if not is_empty(tally)
    }


def count_kept(records: Records, declared: Declared) -> Sums:
    """
    Count ratings that were kept, which are right unless they were damaged.

    :raises CountsDamaged: if they are no ratings by the labels that are declared
    """
    try:
        return count_sums(records, declared)
    except (LabelNotDeclared, ValueError) as error:
        raise CountsDamaged("What was counted of an article is damaged.") from error


def _columns(records: Records, declared: Declared) -> tuple[Ratings, Ints]:
    """Give the ratings by source type, and the confidence of each."""
    types, which = np.unique(records["source_type"], return_inverse=True)
    for pk in types.tolist():
        if pk not in declared.places:
            raise LabelNotDeclared(
                f"Answers have a source type (number {pk}) that is not this project's."
            )
    confidence = records["confidence"].astype(np.int64) - 1
    if confidence.max() >= len(declared.confidence):
        raise LabelNotDeclared(
            f"Answers have confidence {int(confidence.max()) + 1}, but the scale ends "
            f"at {len(declared.confidence)}. Give the scale its points back."
        )
    places = np.array([declared.places[pk] for pk in types.tolist()], np.int64)
    columns = Ratings(
        units=records["claim"].astype(np.int64),
        raters=records["annotator"].astype(np.int64),
        labels=places[which],
        declared=declared.source_types,
        articles=records["article"].astype(np.int64),
    )
    return columns, confidence


def scopes_of(records: npt.NDArray[np.void]) -> Iterable[tuple[str, Ints]]:
    """Give each scope with the rows in it: of what has a `revision` and an `at`."""
    rows = np.arange(len(records))
    yield EVERYTHING, rows
    for revision in np.unique(records["revision"]).tolist():
        yield revision_scope(revision), rows[records["revision"] == revision]
    weeks = (records["at"].astype(np.int64) - MONDAY) // WEEK
    for week in np.unique(weeks).tolist():
        yield week_scope(week), rows[weeks == week]


def _count(
    ratings: Ratings,
    confidence: Ints,
    rows: Ints,
    declared: Declared,
) -> dict[str, Tally | Calibration]:
    """Count some rows, by variable."""
    by_type, sure = ratings.kept(rows), confidence[rows]
    counted: dict[str, Tally | Calibration] = {
        SOURCE_TYPE: count(by_type),
        CONFIDENCE: count(by_type.relabeled(sure, declared.confidence)),
        CALIBRATION: Calibration.of(by_type, sure, declared.confidence),
    }
    if declared.collapses:
        into = np.array(declared.into, np.int64)
        counted[COLLAPSED] = count(
            by_type.relabeled(into[by_type.labels], declared.collapsed)
        )
    return counted


def changed(sums: Sums, old: Sums, new: Sums) -> Sums:
    """
    Give the sums of all touched keys with `old` taken away and `new` added.

    :raises CountsDamaged: if `old` is not in the sums
    """
    try:
        return _changed(sums, old, new)
    except ValueError as error:
        raise CountsDamaged("The sums do not hold what was counted.") from error


def _changed(sums: Sums, old: Sums, new: Sums) -> Sums:
    touched = {}
    for key in old.keys() | new.keys():
        total = sums.get(key)
        for part, sign in ((old.get(key), -1), (new.get(key), 1)):
            if part is None:
                continue
            if total is None:
                total = type(part).none(labels_of(part))
            total = total + part if sign > 0 else total - part  # type: ignore[operator]
        assert total is not None  # noqa: S101  # one of the two was there
        touched[key] = total
    return touched


def total(parts: list[Tally | Calibration]) -> Tally | Calibration:
    """Add up parts of one key; at least one."""
    first = parts[0]
    return type(first).total(parts, labels_of(first))  # type: ignore[arg-type]


def write_sums(project: Project, sums: Sums) -> None:
    """Keep sums in place of those of the same keys; what counts nothing is not kept."""
    for scope, variable in (key for key, part in sums.items() if is_empty(part)):
        TallySum.objects.filter(
            project=project, scope=scope, variable=variable
        ).delete()
    TallySum.objects.bulk_create(
        [
            TallySum(
                project=project, scope=scope, variable=variable, counts=part.to_bytes()
            )
            for (scope, variable), part in sums.items()
            if not is_empty(part)
        ],
        update_conflicts=True,
        unique_fields=["project", "scope", "variable"],
        update_fields=["counts"],
    )


def write_tallies(articles: list[int], records: Records) -> None:
    """Keep what was counted of articles; an article without ratings keeps nothing."""
    rows = by_article(records)
    ArticleTally.objects.filter(article__in=set(articles) - rows.keys()).delete()
    ArticleTally.objects.bulk_create(
        [
            ArticleTally(article_id=article, ratings=packed(some))
            for article, some in rows.items()
        ],
        update_conflicts=True,
        unique_fields=["article"],
        update_fields=["ratings"],
    )
