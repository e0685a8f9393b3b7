"""Measure agreement in a file of ratings: no project, no database."""

from collections.abc import Iterable, Sequence
from math import comb, inf, isfinite
from typing import Any, BinaryIO

import numpy as np

from annotator.errors import DomainError
from annotator.formats.ratings_csv import (
    RatingColumns,
    UnreadableRatings,
    read_ratings,
)
from annotator.metrics import (
    ENGINE,
    Coefficient,
    Level,
    Pairs,
    Ratings,
    Subject,
    Tally,
    Weights,
    alpha_by_label,
    brennan_prediger,
    cohen_kappas,
    conger_kappa,
    count,
    fleiss_by_label,
    fleiss_kappa,
    gwet_ac,
    krippendorff_alpha,
    light_kappa,
    methods_paragraph,
    pair_coefficient,
    percent_agreement,
    scott_pi,
    standings,
)
from annotator.queries.figures import coefficient_json, interval_json
from annotator.queries.stored import ENOUGH_SHARED
from annotator.services.flat_figures import (
    ALPHA,
    Places,
    consensus_figures,
    count_figures,
    label_figures,
    tally_figures,
)

LEVELS = tuple(str(level) for level in Level)
WEIGHTS = tuple(str(weights) for weights in Weights)
MOST_LABELS = 128
MOST_CELLS = 1 << 28
"""Of 8 bytes, that may be needed at once."""
PAIR_ARRAYS = 6
"""Of all pairs' tables, that are made at once."""
MOST_PAIRED = 20
"""Annotators up to which every pair is listed."""


class RatingsUnreadable(DomainError):
    """The file is no CSV of ratings."""

    code = "ratings_unreadable"


class LabelsUnsuitable(DomainError):
    """The labels do not go with the level or the weights, or with one another."""

    code = "labels_unsuitable"


class TooMuchToCompare(DomainError):
    """The tables of labels by labels would not fit into memory."""

    code = "too_much_to_compare"


def measure_ratings(
    *,
    file: BinaryIO,
    level: str = Level.NOMINAL,
    weights: str = Weights.IDENTITY,
    labels: Sequence[str] | None = None,
) -> dict[str, Any]:
    """
    Give all that can be said of the agreement in a CSV of ratings, as JSON values.

    `labels` are all labels there are, lowest first; without them, those of the file,
    ordered as numbers if all are numbers. `figures` holds every number under a flat
    name. The rest are tables for people: `coefficients`, `by_label`, `annotators` and
    `pairs`, which is None where there are too many. Below ENOUGH_SHARED items a pair or
    an annotator has not `enough` to be judged.

    :raises RatingsUnreadable: if the file is not a CSV of ratings
    :raises LabelsUnsuitable: if labels repeat, or are not what the level needs
    :raises TooMuchToCompare: if there are too many labels, for all or for every pair
    """
    if labels is not None and len(set(labels)) < len(labels):
        raise LabelsUnsuitable("The declared labels must differ from one another.")
    try:
        columns = read_ratings(file, declared=labels)
    except UnreadableRatings as error:
        raise RatingsUnreadable(str(error)) from error
    declared = in_order(columns.label_names) if labels is None else tuple(labels)
    if len(declared) > MOST_LABELS:
        raise TooMuchToCompare(
            f"There are {len(declared):,} different labels; agreement is measured over "
            f"{MOST_LABELS} at most. Join labels that are close."
        )
    places = np.array([declared.index(name) for name in columns.label_names], np.int64)
    _check_articles(columns, len(declared))
    tally = _counted(columns, declared, places)
    scale = Level(level), Weights(weights)
    pairs = _pairs(tally, scale[1])
    coefficients = _coefficients(tally, *scale, pairs)
    by_label = alpha_by_label(tally)
    return {
        "figures": {
            **count_figures(tally, *scale),
            "rows_without_label": columns.unlabeled,
            **tally_figures(tally, coefficients, pairs),
            **label_figures("alpha_label", by_label),
            **label_figures("fleiss_label", fleiss_by_label(tally)),
            **consensus_figures(columns, declared, places),
            "methods": _methods(tally, scale[0], coefficients[ALPHA]),
        },
        "coefficients": [_row(*named) for named in coefficients.items()],
        "by_label": [
            {"label": label, **coefficient_json(one)} for label, one in by_label.items()
        ],
        "pairs": _pair_rows(pairs, columns.annotator_names),
        "annotators": _standings(tally, pairs, scale[0], columns.annotator_names),
    }


def in_order(names: Iterable[str]) -> tuple[str, ...]:
    """Sort texts, as numbers if all of them are finite numbers."""
    texts = sorted(names)
    numbers = {text: _number(text) for text in texts}
    if all(map(isfinite, numbers.values())):
        texts.sort(key=numbers.__getitem__)
    return tuple(texts)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return inf


def _check_articles(columns: RatingColumns, labels: int) -> None:
    """Refuse what could need too large tables to tell how articles vary."""
    if columns.articles is None:
        return
    of_two = labels * (labels + 1) // 2
    patterns = strata = 0
    for size, items in enumerate(np.bincount(np.bincount(columns.items)).tolist()):
        patterns += min(items, comb(size + labels - 1, size))
        strata += min(items * size**2, of_two)
    if patterns * of_two + strata**2 > MOST_CELLS:
        raise TooMuchToCompare(
            f"{labels} labels are too many for intervals by article. Join labels that "
            "are close, or leave the column article out."
        )


def _counted(
    columns: RatingColumns, declared: tuple[str, ...], places: Places
) -> Tally:
    """Count ratings; `places` (labels of the file,) are theirs among those declared."""
    articles = columns.articles
    return count(
        Ratings(
            units=columns.items.astype(np.int64),
            raters=columns.annotators.astype(np.int64),
            labels=places[columns.labels],
            declared=declared,
            articles=None
            if articles is None
            else articles[columns.items].astype(np.int64),
        )
    )


def _pairs(tally: Tally, weights: Weights) -> Pairs:
    one, _, other, _, _ = tally.together_of()
    pairs = len(np.unique(one * len(tally.raters) + other))
    if pairs * len(tally.labels) ** 2 * PAIR_ARRAYS > MOST_CELLS:
        raise TooMuchToCompare(
            f"{pairs:,} pairs of annotators with {len(tally.labels)} labels are more "
            "than can be compared. Join labels that are close."
        )
    try:
        return cohen_kappas(tally, weights)
    except ValueError as error:
        raise LabelsUnsuitable(str(error)) from error


def _coefficients(
    tally: Tally, level: Level, weights: Weights, pairs: Pairs
) -> dict[str, Coefficient]:
    try:
        alpha = krippendorff_alpha(tally, level)
    except ValueError as error:
        raise LabelsUnsuitable(str(error)) from error
    found = {
        ALPHA: alpha,
        "percent_agreement": percent_agreement(tally, weights),
        "gwet_ac": gwet_ac(tally, weights),
        "fleiss_kappa": fleiss_kappa(tally, weights),
        "brennan_prediger": brennan_prediger(tally, weights),
        "conger_kappa": conger_kappa(tally, weights),
    }
    if len(tally.raters) == 2:  # noqa: PLR2004
        only = 0 if len(pairs.units) else None
        found["cohen_kappa"] = pair_coefficient(pairs, only)
        found["scott_pi"] = scott_pi(tally, weights)
    light = light_kappa(pairs)
    if found["percent_agreement"].value is None:
        # There are no pairs because there is less than that: say what.
        light = Coefficient(None, found["percent_agreement"].status)
    return found | {"light_kappa": light}


def _methods(tally: Tally, level: Level, alpha: Coefficient) -> str:
    subject = Subject(
        what="the labels",
        labels=tally.labels,
        annotators=len(tally.raters),
        units=tally.units,
        pairable_units=tally.pairable_units,
        articles=tally.moments.articles if tally.moments else None,
        scope="Over the whole file",
        version=ENGINE,
        unit="item",
        left_out="Rows without a label were left out.",
    )
    return methods_paragraph(subject, ALPHA, f"{level} level", alpha)


def _row(name: str, one: Coefficient) -> dict[str, Any]:
    """Give a coefficient with all of its intervals, that over articles first."""
    spreads = [one.over_articles, one.over_units]
    return {
        "name": name,
        "value": one.value,
        "status": str(one.status),
        "intervals": [interval_json(spread) for spread in spreads if spread],
    }


def _pair_rows(pairs: Pairs, names: Sequence[str]) -> list[dict[str, Any]] | None:
    if len(names) > MOST_PAIRED:
        return None
    return [
        {
            "one": names[one],
            "other": names[other],
            "units": int(units),
            "enough": bool(units >= ENOUGH_SHARED),
            "agreement": float(agreement),
            **coefficient_json(pair_coefficient(pairs, place)),
        }
        for place, (one, other, units, agreement) in enumerate(
            zip(pairs.first, pairs.second, pairs.units, pairs.agreement, strict=True)
        )
    ]


def _standings(
    tally: Tally, pairs: Pairs, level: Level, names: Sequence[str]
) -> list[dict[str, Any]]:
    """Give how each annotator stands to the others, by name."""
    by_name = {names[one.rater]: one for one in standings(tally, pairs, level)}
    return [
        {
            "name": name,
            "units": by_name[name].units,
            "shared_units": by_name[name].shared_units,
            "enough": by_name[name].shared_units >= ENOUGH_SHARED,
            "alpha_without": coefficient_json(by_name[name].alpha_without),
            "peer_kappa": coefficient_json(by_name[name].peer_kappa),
        }
        for name in in_order(by_name)
    ]
