"""How each rater stands to the others."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from annotator.metrics.bias import Bias, wald
from annotator.metrics.coefficients import NEAR, alpha_values
from annotator.metrics.counts import Ints
from annotator.metrics.estimates import (
    Coefficient,
    Method,
    interval,
    no_interval,
    undefined,
)
from annotator.metrics.pairs import Pairs
from annotator.metrics.scales import Level, Matrix, fixed_distances
from annotator.metrics.status import Status
from annotator.metrics.tally import Tally
from annotator.metrics.totals import Totals

ENOUGH = 2
"""Below so many ratings in a unit, or raters, there is nothing to compare."""


@dataclass(frozen=True)
class Standing:
    """
    One rater against the others.

    - `rater`: the id; `units`: rated; `shared_units`: rated by somebody else too
    - `alpha_without`: alpha of all others' ratings
    - `peer_kappa`: chance-corrected agreement with a peer drawn at random
    - `mean_kappa`: the mean of Cohen's kappas with each other rater, over `pairs` pairs
    - `bias`: whether the rater uses the labels as often as the peers
    """

    rater: int
    units: int
    shared_units: int
    alpha_without: Coefficient
    peer_kappa: Coefficient
    mean_kappa: Coefficient
    pairs: int
    bias: Bias


def standings(
    tally: Tally, pairs: Pairs, level: Level = Level.NOMINAL, *, enough_shared: int = 1
) -> list[Standing]:
    """
    Give every rater's standing, by ascending id.

    Pairs that share fewer than `enough_shared` units stay out of the mean kappa.
    """
    without = alpha_without_each(tally, level)
    peers = _Peers(tally)
    given = []
    for place, rater in enumerate(tally.raters):
        mine = (pairs.first == place) | (pairs.second == place)
        mine &= pairs.units >= enough_shared
        kappas = pairs.kappas(mine)
        given.append(
            Standing(
                rater=int(rater),
                units=int(tally.given[place].sum()),
                shared_units=int(peers.shared[place]),
                alpha_without=without[place],
                peer_kappa=peers.kappa(place),
                mean_kappa=_mean(kappas, of=int(mine.sum())),
                pairs=len(kappas),
                bias=peers.bias(place),
            )
        )
    return given


def _mean(kappas: Matrix, *, of: int) -> Coefficient:
    """Give the mean of those of so many kappas that are defined."""
    if len(kappas):
        return Coefficient(float(kappas.mean()))
    return undefined(Status.NO_VARIATION if of else Status.NO_PAIRABLE_UNITS)


def alpha_without_each(tally: Tally, level: Level) -> list[Coefficient]:
    """
    Give alpha without each rater: (raters,), values alone.

    Leaving a rating out takes the pairs of its unit's pattern away, and brings those of
    the pattern without it, so no unit is looked at again.
    """
    size, raters = len(tally.labels), len(tally.raters)
    distances = fixed_distances(tally.labels, level)
    if raters <= ENOUGH:
        # Two raters leave one, or none.
        return [undefined(Status.INSUFFICIENT_RATERS)] * raters
    rater, pattern, label, units = tally.by_rater_of()
    whole = tally.patterns[pattern]
    less = whole.copy()
    less[np.arange(len(less)), label] -= 1
    ends = np.searchsorted(rater, np.arange(raters + 1))
    left = np.stack([Totals.of(tally).coincidences] * raters)
    for place, (start, end) in enumerate(pairwise(ends)):
        some = slice(start, end)
        for patterns, sign in ((whole[some], -1), (less[some], 1)):
            change = Totals.of_patterns(patterns, units[some]).coincidences
            left[place] += sign * change
    # What came to nothing may be left as a rounding.
    left[np.abs(left) < NEAR * max(tally.ratings, 1)] = 0
    values = alpha_values(Totals(left, left, np.zeros((raters, size))), distances)
    return [
        _alpha(float(value), pairs.any())
        for value, pairs in zip(values, left, strict=True)
    ]


def _alpha(value: float, is_paired: np.bool_) -> Coefficient:
    if not is_paired:
        return undefined(Status.NO_PAIRABLE_UNITS)
    return undefined(Status.NO_VARIATION) if np.isnan(value) else Coefficient(value)


class _Peers:
    """Each rater's labels beside those of the peers, on the units they share."""

    def __init__(self, tally: Tally) -> None:
        self.tally = tally
        rater, pattern, label, units = tally.by_rater_of()
        shared = tally.sizes[pattern] >= ENOUGH
        self.rater = rater[shared]
        self.units = units[shared]
        self.label = label[shared]
        # The peers' shares of the labels, in a unit of this pattern without the rater.
        others = tally.patterns[pattern[shared]].astype(np.float64)
        others[np.arange(len(others)), self.label] -= 1
        self.others: Matrix = others / np.maximum(others.sum(axis=1, keepdims=True), 1)
        self.shared: Ints = np.bincount(
            self.rater, self.units, minlength=len(tally.raters)
        ).astype(np.int64)
        self.ends = np.searchsorted(self.rater, np.arange(len(tally.raters) + 1))

    def _mine(self, place: int) -> tuple[Ints, Ints, Matrix]:
        """Give units (n,), own label (n,) and peers' shares (n, labels)."""
        mine = slice(self.ends[place], self.ends[place + 1])
        return self.units[mine], self.label[mine], self.others[mine]

    def kappa(self, place: int) -> Coefficient:
        """
        Give the chance-corrected agreement of a rater with a peer drawn at random.

        With one peer this is Cohen's kappa. The interval is over units.

        Source: after S. Vanbelle and A. Albert (2009), "Agreement between an isolated
        rater and a group of raters", Statistica Neerlandica 63, with 1 as the maximum.
        """
        units, label, others = self._mine(place)
        n = int(units.sum())
        if not n:
            return undefined(Status.NO_PAIRABLE_UNITS)
        size = len(self.tally.labels)
        own = np.bincount(label, units, minlength=size) / n
        peers = units @ others / n
        agreeing = others[np.arange(len(label)), label]
        observed, expected = float(units @ agreeing) / n, float(own @ peers)
        left = 1 - expected
        if left <= NEAR:
            return undefined(Status.NO_VARIATION)
        value = (observed - expected) / left
        if n == 1:
            return Coefficient(value, over_units=no_interval(Method.UNITS, n))
        moved = (agreeing - observed) - (1 - value) * (
            peers[label] + others @ own - 2 * expected
        )
        variance = float(units @ np.square(moved / left)) / (n * (n - 1))
        return Coefficient(value, over_units=interval(value, variance, n, Method.UNITS))

    def bias(self, place: int) -> Bias:
        """Test whether a rater uses the labels as often as peers, on shared units."""
        units, label, others = self._mine(place)
        if not len(units):
            return Bias(None, None, 0, Status.NO_PAIRABLE_UNITS)
        difference = -others
        difference[np.arange(len(label)), label] += 1
        return wald(
            units @ difference,
            (difference * units[:, None]).T @ difference,
            int(units.sum()),
        )
