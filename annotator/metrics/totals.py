"""The sums over units that every coefficient is a function of."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from annotator.metrics.counts import Ints, chunks
from annotator.metrics.scales import Matrix
from annotator.metrics.tally import Tally

STEP = 1 << 20
"""Cells of patterns by pairs of labels that are made at a time."""


@dataclass(frozen=True, eq=False)
class Totals:
    """
    Sums over units; every array may have leading axes, for many samples at once.

    - `pairs` (..., labels, labels): ordered pairs of ratings; a pairable unit weighs 1
    - `coincidences` (..., labels, labels): the same; a pairable unit weighs as its
      ratings, which is Krippendorff's coincidence matrix
    - `shares` (..., labels): the labels' shares of a unit's ratings; a unit weighs 1
    """

    pairs: Matrix
    coincidences: Matrix
    shares: Matrix

    @classmethod
    def of(cls, tally: Tally) -> Self:
        """Sum over the units of a tally."""
        return cls.of_patterns(tally.patterns, tally.frequency)

    @classmethod
    def of_patterns(cls, patterns: Ints, frequency: Ints | Matrix) -> Self:
        """Sum over units: `patterns` (patterns, labels), how often (..., patterns)."""
        given, often = patterns.sum(axis=1), np.asarray(frequency, np.float64)
        once = often / np.maximum(given, 1)
        each = often / np.maximum(given - 1, 1)  # a single rating has no pairs
        return cls(
            _pair_sums(patterns, each / np.maximum(given, 1)),
            _pair_sums(patterns, each),
            once @ patterns,
        )

    @classmethod
    def of_strata(cls, strata: Ints, counts: Ints | Matrix, labels: int) -> Self:
        """Sum over units given by their `Moments` strata: counts (..., strata)."""
        size, low, high = split(strata, labels)
        pairable = size > 1
        weight = np.where(pairable, 1 / np.maximum(size - 1.0, 1), 0)
        table = np.zeros((len(strata), labels, labels))
        at = np.arange(len(strata))
        table[at, low, high] = table[at, high, low] = weight
        flat = table.reshape(len(strata), -1)
        coincidences = counts @ flat
        pairs = (counts / size) @ flat
        alone = np.zeros((len(strata), labels))
        alone[at[~pairable], low[~pairable]] = 1
        shape = (*coincidences.shape[:-1], labels, labels)
        pairs = pairs.reshape(shape)
        return cls(
            pairs, coincidences.reshape(shape), pairs.sum(axis=-1) + counts @ alone
        )

    @property
    def units(self) -> Matrix:
        """The number of units with a rating: (...)."""
        return np.asarray(self.shares.sum(axis=-1))

    @property
    def pairable_units(self) -> Matrix:
        """The number of units with two or more ratings: (...)."""
        return np.asarray(self.pairs.sum(axis=(-2, -1)))

    def against_the_rest(self, label: int) -> Self:
        """Give the totals of two labels: this one, and all others as one."""
        into = one_against_rest(self.shares.shape[-1], label)
        return type(self)(
            into.T @ self.pairs @ into,
            into.T @ self.coincidences @ into,
            self.shares @ into,
        )


@dataclass(frozen=True, eq=False)
class Influence:
    """
    What each unit adds to a coefficient: linear in what the unit adds to the totals.

    A unit's influence is how much the coefficient moves for it, times the number of
    units; over all units it sums to nothing. The parts are the factors of the unit's
    pairs, coincidences and shares, and of its being pairable and being there at all.
    """

    pairs: Matrix
    coincidences: Matrix
    shares: Matrix
    pairable: float = 0.0
    present: float = 0.0

    def of_patterns(self, patterns: Ints) -> Matrix:
        """Give the influence of a unit of each pattern: (patterns,)."""
        given = patterns.sum(axis=1).astype(np.float64)
        once, each = self._tables()
        pairable = given > 1
        low = np.where(pairable, given - 1, 1)
        paired = _pairs_of(patterns, once) / given + _pairs_of(patterns, each)
        alone = patterns @ self.shares + self.present
        return np.where(pairable, paired / low, alone)

    def of_strata(self, strata: Ints) -> Matrix:
        """Give the influence of one count of each of `Moments`' strata: (strata,)."""
        size, low, high = split(strata, len(self.shares))
        once, each = self._tables()
        both = np.where(low == high, 1.0, 2.0)
        paired = both * (once[low, high] / size + each[low, high])
        alone = self.shares[low] + self.present
        return np.where(size > 1, paired / np.maximum(size - 1, 1), alone)

    def of_label(self, label: int, labels: int) -> "Influence":
        """Give the influence on all labels, of one on `Totals.against_the_rest`."""
        into = one_against_rest(labels, label)
        return Influence(
            into @ self.pairs @ into.T,
            into @ self.coincidences @ into.T,
            into @ self.shares,
            self.pairable,
            self.present,
        )

    def _tables(self) -> tuple[Matrix, Matrix]:
        """Give what a unit's pairs count for, once a unit and once a rating."""
        shares = (self.shares[:, None] + self.shares[None, :]) / 2
        return self.pairs + shares + self.pairable + self.present, self.coincidences


def split(strata: Ints, labels: int) -> tuple[Ints, Ints, Ints]:
    """Give the number of ratings and the two labels of each stratum."""
    rest, high = np.divmod(strata, labels)
    return *np.divmod(rest, labels), high


def one_against_rest(labels: int, label: int) -> Matrix:
    """Give the matrix (labels, 2) that keeps one label and makes the others one."""
    into = np.zeros((labels, 2))
    into[:, 1] = 1
    into[label] = 1, 0
    return into


def _pair_sums(patterns: Ints, often: Matrix) -> Matrix:
    """Sum the ordered pairs of ratings of patterns, so `often` (..., patterns)."""
    counts = patterns.astype(np.float64)
    if often.ndim == 1:
        return np.asarray((counts.T * often) @ counts - np.diag(often @ counts))
    size = patterns.shape[1]
    sums = np.zeros((*often.shape[:-1], size * size))
    at = np.arange(size)
    for part in chunks(len(counts), STEP // size**2 + 1):
        some = counts[part]
        pairs = some[:, :, None] * some[:, None, :]
        pairs[:, at, at] -= some
        sums += often[..., part] @ pairs.reshape(len(some), -1)
    return sums.reshape(*often.shape[:-1], size, size)


def _pairs_of(patterns: Ints, factors: Matrix) -> Matrix:
    """Sum symmetric `factors` over each pattern's ordered pairs of ratings."""
    products: Matrix = ((patterns @ factors) * patterns).sum(axis=1)
    return products - patterns @ np.diagonal(factors)
