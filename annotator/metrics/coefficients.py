"""Coefficients of a tally. Each is cited, with its conventions, in docs/metrics.md."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from annotator.metrics.tally import Tally

Matrix = npt.NDArray[np.float64]


class Level(StrEnum):
    """How labels differ from one another."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"


class Status(StrEnum):
    """Why a coefficient has a value, or has none."""

    OK = "ok"
    NO_DATA = "no_data"
    INSUFFICIENT_RATERS = "insufficient_raters"
    NO_PAIRABLE_UNITS = "no_pairable_units"
    NO_VARIATION = "no_variation"


@dataclass(frozen=True)
class Coefficient:
    """A value, or None with the status that says why."""

    value: float | None
    status: Status = Status.OK


def krippendorff_alpha(
    tally: Tally, labels: Sequence[str], level: Level
) -> Coefficient:
    """
    Give Krippendorff's alpha: 1 - observed / expected disagreement, at most 1.

    `labels` is the whole declared set, lowest first where `level` is ordinal. The
    ordinal metric is Krippendorff's own, by ranks, and not Gwet's ordinal weights.

    Source: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011).

    :raises ValueError: if the tally holds a label that was not declared
    """
    if (lacking := _lacking(tally)) is not None:
        return lacking
    coincidences = _coincidences(tally, labels)
    marginals = coincidences.sum(axis=1)
    distances = _distances(marginals, level)
    expected = float(marginals @ distances @ marginals)
    if expected == 0:  # one label everywhere: there is nothing to disagree about
        return Coefficient(None, Status.NO_VARIATION)
    observed = float((coincidences * distances).sum())
    return Coefficient(1 - (float(marginals.sum()) - 1) * observed / expected)


def percent_agreement(tally: Tally) -> Coefficient:
    """
    Give the mean over pairable units of the share of agreeing pairs, 0 to 1.

    Source: K. L. Gwet, "Handbook of Inter-Rater Reliability" (4th ed., 2014), ch. 2.
    """
    if (lacking := _lacking(tally)) is not None:
        return lacking
    total = 0.0
    for pattern, units in tally.patterns.items():
        given = sum(count for _, count in pattern)
        if given > 1:
            agreeing = sum(count * (count - 1) for _, count in pattern)
            total += units * agreeing / (given * (given - 1))
    return Coefficient(total / tally.pairable_units)


def _lacking(tally: Tally) -> Coefficient | None:
    """Say what a tally lacks for any coefficient at all, if it lacks something."""
    if not tally.raters:
        return Coefficient(None, Status.NO_DATA)
    if len(tally.raters) == 1:
        return Coefficient(None, Status.INSUFFICIENT_RATERS)
    if not tally.pairable_units:
        return Coefficient(None, Status.NO_PAIRABLE_UNITS)
    return None


def _coincidences(tally: Tally, labels: Sequence[str]) -> Matrix:
    """Give the label by label matrix of pairs, each unit weighing as its ratings."""
    place = {label: index for index, label in enumerate(labels)}
    matrix = np.zeros((len(labels), len(labels)))
    for pattern, units in tally.patterns.items():
        counts = np.zeros(len(labels))
        for label, count in pattern:
            if label not in place:
                raise ValueError(f"{label!r} is not among the declared labels")
            counts[place[label]] = count
        if (given := counts.sum()) > 1:
            pairs = np.outer(counts, counts) - np.diag(counts)
            matrix += units * pairs / (given - 1)
    return matrix


def _distances(marginals: Matrix, level: Level) -> Matrix:
    """Give the squared difference of every two labels."""
    size = len(marginals)
    if level is Level.NOMINAL:
        return 1 - np.eye(size)
    # The number of ratings from one label to the other, both counted by half.
    ranks = np.cumsum(marginals) - marginals / 2
    squared: Matrix = (ranks[:, None] - ranks[None, :]) ** 2
    return squared
