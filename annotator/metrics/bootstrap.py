"""Bootstrap intervals, seeded and reproducible, from counts alone."""

from collections.abc import Callable

import numpy as np

from annotator.metrics.counts import Ints
from annotator.metrics.estimates import CONFIDENCE
from annotator.metrics.scales import Matrix
from annotator.metrics.tally import Tally
from annotator.metrics.totals import Totals

Values = Callable[[Totals], Matrix]
"""A coefficient of many samples at once, such as `coefficients.alpha_values`."""
STEP = 100
"""Samples that are drawn at a time."""


def bootstrap_units(
    tally: Tally, values: Values, *, samples: int = 1000, seed: int = 0
) -> Matrix:
    """
    Give the coefficient of samples of the units: (samples,), NaN-free, maybe fewer.

    Units that show the same pattern are alike, so drawing units with replacement is
    drawing once from the multinomial over patterns. Samples in which the coefficient is
    undefined are left out.

    Source: B. Efron (1979).
    """
    units = tally.units
    if not units:
        return np.zeros(0)
    chance = np.random.default_rng(seed)
    shares = tally.frequency / units

    def sample(size: int) -> Totals:
        draws = chance.multinomial(units, shares, size)
        return Totals.of_patterns(tally.patterns, draws)

    return _values(sample, values, samples)


def bootstrap_articles(  # noqa: PLR0913
    strata: Ints,
    by_article: Ints,
    values: Values,
    *,
    labels: int,
    samples: int = 1000,
    seed: int = 0,
) -> Matrix:
    """
    Give the coefficient of samples of whole articles: (samples,), as above.

    `strata` (strata,) are codes as in `Moments`, `by_article` (articles, strata) the
    counts; `strata_by_article` gives both.

    Source: A. C. Davison and D. V. Hinkley (1997), ch. 3.8, resampling clusters.
    """
    articles = len(by_article)
    if not articles:
        return np.zeros(0)
    chance = np.random.default_rng(seed)
    even = np.full(articles, 1 / articles)

    def sample(size: int) -> Totals:
        draws = chance.multinomial(articles, even, size)
        return Totals.of_strata(strata, draws.astype(np.float64) @ by_article, labels)

    return _values(sample, values, samples)


def _values(sample: Callable[[int], Totals], values: Values, samples: int) -> Matrix:
    """Give the coefficient of samples, some at a time, where it is defined."""
    steps = range(0, samples, STEP)
    parts = [values(sample(min(STEP, samples - done))) for done in steps]
    drawn = np.concatenate([np.zeros(0), *parts])
    return np.asarray(drawn[~np.isnan(drawn)])


def percentile_interval(drawn: Matrix) -> tuple[float, float] | None:
    """Give the 95 % interval by percentiles of samples; None if there are none."""
    if not len(drawn):
        return None
    tail = (1 - CONFIDENCE) / 2
    low, high = np.quantile(drawn, [tail, 1 - tail])
    return float(low), float(high)
