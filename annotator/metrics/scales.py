"""How far labels lie apart: Krippendorff's levels and Gwet's agreement weights."""

from collections.abc import Sequence
from enum import StrEnum

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float64]
LARGEST = 1e150
"""The square of a larger number might be none."""


class Level(StrEnum):
    """What may be said of two labels that differ: Krippendorff's metrics."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"
    RATIO = "ratio"


class Weights(StrEnum):
    """How much credit a pair of different labels gets: Gwet's agreement weights."""

    IDENTITY = "identity"
    LINEAR = "linear"
    QUADRATIC = "quadratic"
    ORDINAL = "ordinal"
    RADICAL = "radical"
    RATIO = "ratio"


def numbers(labels: Sequence[str]) -> Matrix:
    """
    Read labels as numbers: (labels,).

    :raises ValueError: if one is no number, or not between -LARGEST and LARGEST
    """
    try:
        values = np.array([float(label) for label in labels])
    except ValueError as error:
        raise ValueError(f"This level needs numbers as labels: {error}") from error
    if not (np.abs(values) <= LARGEST).all():
        raise ValueError("This level needs labels that are finite numbers.")
    return values


def places(labels: Sequence[str]) -> Matrix:
    """Give each label its number or, where not all have their own, its rank from 1."""
    try:
        values = numbers(labels)
    except ValueError:
        values = np.zeros(0)
    ranks = np.arange(1.0, len(labels) + 1)
    return values if len(set(values.tolist())) == len(labels) else ranks


def fixed_distances(labels: Sequence[str], level: Level) -> Matrix | None:
    """
    Give Krippendorff's squared difference of every two labels: (labels, labels).

    Only their ratios matter, so the largest is 1. None for the ordinal level, whose
    distances depend on how often labels are used.

    Source: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011).

    :raises ValueError: if the level needs numbers and a label is none, or the ratio
        level meets labels of both signs
    """
    if level is Level.ORDINAL:
        return None
    if level is Level.NOMINAL:
        return 1 - np.eye(len(labels))
    values = numbers(labels)
    if level is Level.INTERVAL:
        return np.square(_at_most_1(values[:, None] - values[None, :]))
    return _ratio_distances(values)


def _ratio_distances(values: Matrix) -> Matrix:
    if values.min(initial=0) < 0 < values.max(initial=0):
        raise ValueError("Ratios need labels that are all of one sign.")
    difference = values[:, None] - values[None, :]
    total = values[:, None] + values[None, :]
    ratio = np.divide(difference, total, out=total * 0.0, where=difference != 0)
    return np.square(_at_most_1(ratio))


def _at_most_1(table: Matrix) -> Matrix:
    """Divide by the largest size, if there is any."""
    largest = np.abs(table).max(initial=0)
    return table / largest if largest else table


def agreement_weights(labels: Sequence[str], weights: Weights) -> Matrix:
    """
    Give the credit of every two labels: (labels, labels) from 0 to 1, 1 for the same.

    All but `ordinal`, which goes by ranks, use the labels' numbers where all have one.

    Source: K. L. Gwet, "Handbook of Inter-Rater Reliability" (4th ed., 2014), ch. 3.

    :raises ValueError: if the ratio weights meet labels of both signs
    """
    size = len(labels)
    if weights is Weights.IDENTITY or size <= 1:
        return np.eye(size)
    if weights is Weights.ORDINAL:
        ranks = np.arange(size)
        steps = np.abs(ranks[:, None] - ranks[None, :]) + 1.0
        between = steps * (steps - 1) / 2
        return np.asarray(1 - between / between.max())
    if weights is Weights.RATIO:
        return np.asarray(1 - _ratio_distances(places(labels)))
    values = places(labels)
    power = {Weights.LINEAR: 1.0, Weights.QUADRATIC: 2.0, Weights.RADICAL: 0.5}[weights]
    return np.asarray(
        1 - np.abs(_at_most_1(values[:, None] - values[None, :])) ** power
    )
