"""What two raters make of the units that both rated."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from annotator.metrics.coefficients import NEAR, lacking, weight_table
from annotator.metrics.counts import Ints
from annotator.metrics.estimates import (
    Coefficient,
    Method,
    interval,
    no_interval,
    undefined,
)
from annotator.metrics.scales import Matrix, Weights
from annotator.metrics.status import Status
from annotator.metrics.tally import Tally
from annotator.metrics.totals import Influence, Totals


@dataclass(frozen=True, eq=False)
class Pairs:
    """
    Every pair of raters that share a unit, with Cohen's kappa.

    - `first`, `second` (pairs,): the raters' places in the tally, first < second
    - `tables` (pairs, labels, labels): units by the label of the first and the second
    - `units` (pairs,); `agreement` (pairs,): the (weighted) share of agreeing units
    - `kappa`, its asymptotic standard error `se`, and `se_null`, that if there is no
      agreement: of each pair, None where `undefined` (pairs,) as both gave one same
      label only
    """

    first: Ints
    second: Ints
    tables: Ints
    units: Ints
    agreement: Matrix
    kappa: list[float | None]
    se: list[float | None]
    se_null: list[float | None]
    undefined: npt.NDArray[np.bool_]

    def kappas(self, among: npt.NDArray[np.bool_]) -> Matrix:
        """Give the kappas of those `among` the pairs (a mask) that have one: (n,)."""
        found = [self.kappa[place] for place in np.flatnonzero(among)]
        return np.array([kappa for kappa in found if kappa is not None])

    def between(self, one: int, other: int) -> int | None:
        """Give the place of two raters' pair; None if they share no unit."""
        low, high = sorted((one, other))
        found = np.flatnonzero((self.first == low) & (self.second == high))
        return int(found[0]) if len(found) else None


def cohen_kappas(tally: Tally, weights: Weights | Matrix = Weights.IDENTITY) -> Pairs:
    """
    Give Cohen's kappa, weighted if asked, of every two raters on the units they share.

    Source: J. Cohen (1960, 1968); standard errors: J. L. Fleiss, J. Cohen and
    B. S. Everitt (1969).
    """
    table = weight_table(tally, weights)
    size = len(tally.labels)
    one, label, other, other_label, counts = tally.together_of()
    found, which = np.unique(one * len(tally.raters) + other, return_inverse=True)
    tables = np.zeros((len(found), size, size), np.int64)
    tables[which.ravel(), label, other_label] = counts
    units = tables.sum(axis=(1, 2))
    share = tables / units[:, None, None]
    rows, columns = share.sum(axis=2), share.sum(axis=1)
    observed = (share * table).sum(axis=(1, 2))
    expected = np.einsum("pk,kl,pl->p", rows, table, columns)
    left = 1 - expected
    lost = left <= NEAR
    left = np.where(lost, 1, left)
    kappa = (observed - expected) / left
    # What a label of one rater can expect to be credited, by the other's labels.
    credit = (columns @ table)[:, :, None] + (rows @ table)[:, None, :]
    squares = (
        share
        * (table * left[:, None, None] - credit * (1 - observed)[:, None, None]) ** 2
    ).sum(axis=(1, 2))
    centre = observed * expected - 2 * expected + observed
    variance = (squares - centre**2) / (units * left**4)
    chance = rows[:, :, None] * columns[:, None, :]
    null = (chance * (table - credit) ** 2).sum(axis=(1, 2)) - expected**2

    def where_defined(values: Matrix) -> list[float | None]:
        pairs = zip(values.tolist(), lost.tolist(), strict=True)
        return [None if nothing else value for value, nothing in pairs]

    first, second = np.divmod(found, max(len(tally.raters), 1))
    return Pairs(
        first=first,
        second=second,
        tables=tables,
        units=units,
        agreement=observed,
        kappa=where_defined(kappa),
        se=where_defined(np.sqrt(np.maximum(variance, 0))),
        se_null=where_defined(np.sqrt(np.maximum(null, 0) / units) / left),
        undefined=lost,
    )


def pair_coefficient(pairs: Pairs, place: int | None) -> Coefficient:
    """Give Cohen's kappa of one pair, with its interval over the units they share."""
    if place is None:
        return undefined(Status.NO_PAIRABLE_UNITS)
    value, se, units = pairs.kappa[place], pairs.se[place], int(pairs.units[place])
    if value is None or se is None:
        return undefined(Status.NO_VARIATION)
    if units == 1:
        return Coefficient(value, over_units=no_interval(Method.UNITS, units))
    variance = se**2
    return Coefficient(value, over_units=interval(value, variance, units, Method.UNITS))


def light_kappa(pairs: Pairs) -> Coefficient:
    """
    Give the mean of the kappas of all pairs that have one.

    Source: R. J. Light (1971).
    """
    if not len(pairs.units):
        return undefined(Status.NO_PAIRABLE_UNITS)
    if pairs.undefined.all():
        return undefined(Status.NO_VARIATION)
    return Coefficient(float(pairs.kappas(~pairs.undefined).mean()))


def scott_pi(tally: Tally, weights: Weights | Matrix = Weights.IDENTITY) -> Coefficient:
    """
    Give Scott's pi of two raters, on the units that both rated.

    Source: W. A. Scott (1955).

    :raises ValueError: if there are more than two raters
    """
    if len(tally.raters) > 2:  # noqa: PLR2004
        raise ValueError("Scott's pi is of two raters; Fleiss' kappa is of any number.")
    table = weight_table(tally, weights)
    if (status := lacking(tally)) is not None:
        return undefined(status)
    (pair,) = cohen_kappas(tally, weights).tables
    share = pair / pair.sum()
    both = (share.sum(axis=0) + share.sum(axis=1)) / 2
    left = 1 - float(both @ table @ both)
    if left <= NEAR:
        return undefined(Status.NO_VARIATION)
    return Coefficient(1 - (1 - float((share * table).sum())) / left)


def conger_kappa(
    tally: Tally, weights: Weights | Matrix = Weights.IDENTITY
) -> Coefficient:
    """
    Give Conger's kappa: chance is that of two different raters' own label shares.

    The standard error is over units: that over articles would need every rater's labels
    by article.

    Source: A. J. Conger (1980); missing ratings and variance as in Gwet (2014), ch. 5.
    """
    table = weight_table(tally, weights)
    if (status := lacking(tally)) is not None:
        return undefined(status)
    totals = Totals.of(tally)
    raters, units = len(tally.raters), tally.units
    given = tally.given.sum(axis=1)
    shares = tally.given / given[:, None]
    others = (shares.sum(axis=0) - shares) @ table
    expected = float((shares * others).sum()) / (raters * (raters - 1))
    left = 1 - expected
    if left <= NEAR:
        return undefined(Status.NO_VARIATION)
    pairable = tally.pairable_units
    value = (float((totals.pairs * table).sum()) / pairable - expected) / left
    if pairable == 1:
        return Coefficient(value, over_units=no_interval(Method.UNITS, pairable))
    size = len(tally.labels)
    by_unit = Influence(
        pairs=units / pairable / left * table,
        coincidences=np.zeros((size, size)),
        shares=np.zeros(size),
        pairable=-units / pairable * expected / left,
        present=-value,
    ).of_patterns(tally.patterns)
    mean = (shares * others).sum(axis=1)
    by_rating = (others - mean[:, None]) * (units / given)[:, None]
    by_rating *= -2 * (1 - value) / (left * raters * (raters - 1))
    squares = _squares(tally, by_unit, by_rating)
    variance = squares / (units * (units - 1))
    return Coefficient(value, over_units=interval(value, variance, units, Method.UNITS))


def _squares(tally: Tally, by_unit: Matrix, by_rating: Matrix) -> float:
    """
    Sum the squares over units of a part by pattern and a part by rater and label.

    Shapes: by_unit (patterns,), by_rating (raters, labels).
    """
    total = float(tally.frequency @ np.square(by_unit))
    rater, pattern, label, units = tally.by_rater_of()
    total += 2 * float((units * by_unit[pattern]) @ by_rating[rater, label])
    total += float((tally.given * np.square(by_rating)).sum())
    one, label, other, other_label, units = tally.together_of()
    both = by_rating[one, label] * by_rating[other, other_label]
    return total + 2 * float(units @ both)
