"""Coefficients of a tally. Each is cited, with its conventions, in docs/metrics.md."""

from collections.abc import Callable

import numpy as np

from annotator.metrics.estimates import (
    Coefficient,
    Method,
    interval,
    no_interval,
    undefined,
)
from annotator.metrics.scales import (
    Level,
    Matrix,
    Weights,
    agreement_weights,
    fixed_distances,
)
from annotator.metrics.status import Status
from annotator.metrics.tally import Tally
from annotator.metrics.totals import Influence, Totals

NEAR = 1e-12
"""Below this, what chance leaves to be explained is nothing but rounding."""

Chance = Callable[[Matrix, Matrix], tuple[Matrix, Matrix]]
"""From weights and label shares (..., labels): the expected agreement, its slope."""


def percent_agreement(
    tally: Tally, weights: Weights | Matrix = Weights.IDENTITY
) -> Coefficient:
    """
    Give the mean over pairable units of the (weighted) share of agreeing pairs, 0 to 1.

    Source: K. L. Gwet, "Handbook of Inter-Rater Reliability" (4th ed., 2014), ch. 2.
    """

    def no_chance(table: Matrix, shares: Matrix) -> tuple[Matrix, Matrix]:
        return np.zeros(shares.shape[:-1]), np.zeros_like(shares)

    return _chance_corrected(tally, weights, no_chance)


def fleiss_kappa(
    tally: Tally, weights: Weights | Matrix = Weights.IDENTITY
) -> Coefficient:
    """
    Give Fleiss' kappa: chance is that of the labels' shares over all units.

    Units with one rating stay in the shares. With two raters and no missing rating this
    is Scott's pi.

    Source: J. L. Fleiss (1971); missing ratings and weights as in Gwet (2014).
    """
    return _chance_corrected(tally, weights, fleiss_chance)


def gwet_ac(tally: Tally, weights: Weights | Matrix = Weights.IDENTITY) -> Coefficient:
    """
    Give Gwet's AC1 or, with weights other than the identity, AC2.

    Source: K. L. Gwet (2008), British J. Math. Stat. Psych. 61; Gwet (2014).
    """
    if len(tally.labels) == 1 and not lacking(tally):
        return undefined(Status.NO_VARIATION)
    return _chance_corrected(tally, weights, gwet_chance)


def brennan_prediger(
    tally: Tally, weights: Weights | Matrix = Weights.IDENTITY
) -> Coefficient:
    """
    Give Brennan and Prediger's coefficient: every declared label is equally likely.

    Source: R. L. Brennan and D. J. Prediger (1981); weights as in Gwet (2014).
    """
    return _chance_corrected(tally, weights, even_chance)


def krippendorff_alpha(tally: Tally, level: Level = Level.NOMINAL) -> Coefficient:
    """
    Give Krippendorff's alpha: 1 - observed / expected disagreement, at most 1.

    Units with one rating are left out. The ordinal metric is Krippendorff's own, by
    ranks, and not Gwet's ordinal weights. The standard error is the infinitesimal
    jackknife over pairable units.

    Source: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011).

    :raises ValueError: if the level needs numbers and a label is none
    """
    distances = fixed_distances(tally.labels, level)
    if (status := lacking(tally)) is not None:
        return undefined(status)
    return alpha_of(tally, Totals.of(tally), distances)


def lacking(tally: Tally) -> Status | None:
    """Say what a tally lacks for any coefficient at all, if it lacks something."""
    if not len(tally.raters):
        return Status.NO_DATA
    if len(tally.raters) == 1:
        return Status.INSUFFICIENT_RATERS
    if not tally.pairable_units:
        return Status.NO_PAIRABLE_UNITS
    return None


# -- values, of many samples at once where the totals have leading axes


def alpha_values(totals: Totals, distances: Matrix | None) -> Matrix:
    """Give alpha (...); NaN, for callers inside this package, where it is undefined."""
    marginals = totals.coincidences.sum(axis=-1)
    total = marginals.sum(axis=-1)
    table = rank_distances(marginals) if distances is None else distances
    observed = (totals.coincidences * table).sum(axis=(-2, -1))
    expected = np.einsum("...k,...kl,...l->...", marginals, table, marginals)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(expected > NEAR, 1 - (total - 1) * observed / expected, np.nan)


def corrected_values(totals: Totals, weights: Matrix, chance: Chance) -> Matrix:
    """Give a chance-corrected coefficient (...); NaN where it is undefined."""
    with np.errstate(invalid="ignore", divide="ignore"):
        observed = (totals.pairs * weights).sum(axis=(-2, -1)) / totals.pairable_units
        shares = totals.shares / totals.units[..., None]
        expected, _ = chance(weights, shares)
        return np.where(
            1 - expected > NEAR, (observed - expected) / (1 - expected), np.nan
        )


def fleiss_chance(weights: Matrix, shares: Matrix) -> tuple[Matrix, Matrix]:
    """Give the chance that two ratings drawn from the shares agree."""
    slope = shares @ (weights + weights.T)
    return np.asarray((slope * shares).sum(axis=-1) / 2), slope


def gwet_chance(weights: Matrix, shares: Matrix) -> tuple[Matrix, Matrix]:
    """Give the chance that a rating made at random agrees, by Gwet."""
    size = len(weights)
    factor = weights.sum() / (size * (size - 1))
    return factor * (shares * (1 - shares)).sum(axis=-1), factor * (1 - 2 * shares)


def even_chance(weights: Matrix, shares: Matrix) -> tuple[Matrix, Matrix]:
    """Give the chance that two labels drawn evenly from all agree."""
    even = weights.sum() / len(weights) ** 2
    return np.full(shares.shape[:-1], even), np.zeros_like(shares)


def rank_distances(marginals: Matrix) -> Matrix:
    """Give Krippendorff's ordinal metric: (..., labels, labels)."""
    # The number of ratings from one label to the other, both counted by half.
    ranks = np.cumsum(marginals, axis=-1) - marginals / 2
    return np.square(ranks[..., :, None] - ranks[..., None, :])


def weight_table(tally: Tally, weights: Weights | Matrix) -> Matrix:
    """
    Give the credit of every two labels: (labels, labels).

    :raises ValueError: if a table of weights is no symmetric one of the tally's labels,
        from 0 to 1, with 1 for the same label
    """
    if isinstance(weights, Weights):
        return agreement_weights(tally.labels, weights)
    table = np.asarray(weights, np.float64)
    if table.shape != (len(tally.labels),) * 2 or not np.allclose(table, table.T):
        raise ValueError("Weights must be a symmetric table of all labels.")
    if not ((table >= 0) & (table <= 1)).all() or not (np.diagonal(table) == 1).all():
        raise ValueError("Weights must be from 0 to 1, and 1 for the same label.")
    return table


# -- estimates: the value with its influence on each unit, and so its standard errors


def _chance_corrected(
    tally: Tally, weights: Weights | Matrix, chance: Chance
) -> Coefficient:
    table = weight_table(tally, weights)
    if (status := lacking(tally)) is not None:
        return undefined(status)
    return corrected_of(tally, Totals.of(tally), table, chance)


def corrected_of(
    tally: Tally,
    totals: Totals,
    weights: Matrix,
    chance: Chance,
    *,
    label: int | None = None,
) -> Coefficient:
    value = float(corrected_values(totals, weights, chance))
    if np.isnan(value):
        return undefined(Status.NO_VARIATION)
    units = float(totals.units)
    shares = totals.shares / units
    expected, slope = chance(weights, shares)
    left = 1 - float(expected)
    more = units / float(totals.pairable_units)
    moved = -(1 - value) / left * slope
    influence = Influence(
        pairs=more / left * weights,
        coincidences=np.zeros_like(weights),
        shares=moved,
        pairable=-more * (float(expected) / left + value),
        present=-float(moved @ shares),
    )
    return estimate(tally, value, influence, label=label)


def alpha_of(
    tally: Tally,
    totals: Totals,
    distances: Matrix | None,
    *,
    label: int | None = None,
) -> Coefficient:
    value = float(alpha_values(totals, distances))
    if np.isnan(value):
        return undefined(Status.NO_VARIATION)
    pairs = totals.coincidences
    marginals = pairs.sum(axis=-1)
    total = float(marginals.sum())
    table = rank_distances(marginals) if distances is None else distances
    observed = float((pairs * table).sum()) / total
    expected = float(marginals @ table @ marginals) / total**2
    slope = 2 * (table @ marginals) / total**2 - 2 * expected / total
    by_marginal = -observed / expected * slope
    if distances is None:
        ranks = np.cumsum(marginals) - marginals / 2
        by_marginal += _rank_slope(marginals * ranks - pairs @ ranks) / total
        spread = marginals * (total * ranks - marginals @ ranks)
        by_marginal -= observed / expected * _rank_slope(spread) / total**2
    both = (by_marginal[:, None] + by_marginal[None, :]) / 2
    moved = -((table - observed) / total + both) / expected
    size = len(marginals)
    influence = Influence(
        pairs=np.zeros((size, size)),
        coincidences=float(totals.pairable_units) * moved,
        shares=np.zeros(size),
    )
    return estimate(tally, value, influence, label=label, pairable_only=True)


def _rank_slope(moved: Matrix) -> Matrix:
    """Give the slope by marginal of a sum of rank distances, from that by rank."""
    above = np.cumsum(moved[::-1])[::-1] - moved
    return 4 * (above + moved / 2)


def estimate(
    tally: Tally,
    value: float,
    influence: Influence,
    *,
    label: int | None = None,
    pairable_only: bool = False,
) -> Coefficient:
    """
    Give a value with its standard errors: over units, and clustered by article.

    The variance over units is that of the influences, with n - 1; clustered, the
    influences are summed within each article first, and n is that of the articles.
    `pairable_only` says that units (and articles) without a pair do not take part.
    Where only one has a pair, nothing is known of how others vary. Otherwise the sum
    over units is Gwet's, who takes the number of pairable units as given; clustered it
    is not, for articles differ in how far they are answered.

    Source: D. A. Binder (1983) for clustered sums; docs/metrics.md derives it.
    """
    if label is not None:
        influence = influence.of_label(label, len(tally.labels))
    units = tally.pairable_units if pairable_only else tally.units
    over_units = no_interval(Method.UNITS, units)
    if tally.pairable_units > 1:
        each = influence.of_patterns(tally.patterns)
        if not pairable_only:
            each += value * (units / tally.pairable_units * (tally.sizes > 1) - 1)
        squares = float(tally.frequency @ np.square(each))
        variance = squares / (units * (units - 1))
        over_units = interval(value, variance, units, Method.UNITS)
    if tally.moments is None:
        return Coefficient(value, Status.OK, over_units)
    moments = tally.moments
    articles = moments.pairable_articles if pairable_only else moments.articles
    over_articles = no_interval(Method.ARTICLES, articles)
    if moments.pairable_articles > 1:
        each = influence.of_strata(moments.strata)
        squares = moments.sum_of_squares(each)
        variance = articles / (articles - 1) * squares / units**2
        over_articles = interval(value, variance, articles, Method.ARTICLES)
    return Coefficient(value, Status.OK, over_units, over_articles)
