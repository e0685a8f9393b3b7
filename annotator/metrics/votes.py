"""Ratings laid out for the expectation step, and the step itself."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Column = npt.NDArray[np.integer]

CHUNK = 1 << 14
"""Units taken at a time, so that what is computed of them stays in the cache."""


@dataclass(frozen=True)
class Votes:
    """
    Ratings as codes, a unit after the other, so that numpy's loops are long.

    `order` holds the units with ratings, those with most ratings first. The i-th of
    `rounds` holds the i-th rating of as many of them as have one. A code is the rater
    times the number of labels, plus the label given; `codes` is how many there are.
    """

    order: Ints
    rounds: list[Column]
    codes: int

    @classmethod
    def of(
        cls, units: Column, raters: Column, labels: Column, sizes: tuple[int, int, int]
    ) -> "Votes":
        """Lay out the ratings; `sizes` are the numbers of units, raters and labels."""
        size_units, size_raters, size_labels = sizes
        codes = size_raters * size_labels
        # Sorted within the unit too, so that the order of rows changes no last digit.
        keys = units.astype(np.int64)
        for column, size in ((raters, size_raters), (labels, size_labels)):
            keys *= size
            keys += column.astype(np.int64, copy=False)
        keys.sort()
        keys %= codes
        compact = keys.astype(np.min_scalar_type(codes))
        del keys  # the largest array of all, and no longer of use
        counts = np.bincount(units, minlength=size_units)
        starts = np.cumsum(counts) - counts
        order = np.argsort(-counts, kind="stable")[: np.count_nonzero(counts)]
        reaching = np.bincount(counts)[:0:-1].cumsum()[::-1]
        rounds = [compact[starts[order[:n]] + i] for i, n in enumerate(reaching)]
        return cls(order, rounds, codes)

    def sweep(
        self,
        base: Floats,
        rows: Floats,
        posterior: Floats,
        finish: Callable[[Floats], float],
    ) -> tuple[float, Floats]:
        """
        Fill `posterior` (labels x units in this order) and weigh the codes by it.

        A unit gets `base` (labels) plus a column of `rows` (labels x codes) for each of
        its ratings; `finish` turns that, in place, into probabilities. Gives the sum of
        what `finish` gave, and for each label and code the sum of the label's
        probability over the ratings with that code.
        """
        total, mass = 0.0, np.zeros(rows.shape)
        chunk = max(CHUNK, self.codes)  # what costs by the code is done once a chunk
        for start in range(0, len(self.order), chunk):
            part = posterior[:, start : start + chunk]
            part[:] = base[:, None]
            # Widened once here, or numpy would do it again for every label.
            rounds = [
                codes[start : start + chunk].astype(np.intp)
                for codes in self.rounds
                if len(codes) > start
            ]
            for codes in rounds:
                part[:, : len(codes)] += rows.take(codes, axis=1)
            total += finish(part)
            for codes in rounds:
                for label, share in enumerate(part):
                    mass[label] += np.bincount(codes, share[: len(codes)], self.codes)
        return total, mass


def share(votes: Floats) -> float:
    """Divide each unit's votes (labels x units), in place, by their sum."""
    votes /= votes.sum(axis=0)
    return 0.0


def normalize(logs: Floats) -> float:
    """
    Turn log joint probabilities (labels x units), in place, into posteriors.

    Gives the log-likelihood. Each unit needs one label that is not at -inf.
    """
    most = logs.max(axis=0)
    logs -= most
    np.exp(logs, out=logs)
    sums = logs.sum(axis=0)
    logs /= sums
    return float(most.sum() + np.log(sums).sum())


def log(rates: Floats) -> Floats:
    """Give logarithms, -inf for 0."""
    return np.log(rates, out=np.full(rates.shape, -np.inf), where=rates > 0)
