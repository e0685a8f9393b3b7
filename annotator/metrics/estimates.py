"""What a coefficient comes to: its value, how sure, or why there is none."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from annotator.metrics.distributions import (
    normal_cdf,
    student_cdf,
    student_quantile,
)
from annotator.metrics.status import Status

CONFIDENCE = 0.95
NORMAL_QUANTILE = 1.959963984540054
TENTATIVE, RELIABLE = 0.667, 0.8
"""Krippendorff's marks: conclusions are tentative from the first on, then reliable."""
FEW_UNITS = 50
FEW_ARTICLES = 30
SKEWED = 0.8

Scale = tuple[tuple[str, float, float], ...]
LANDIS_KOCH: Scale = (
    ("almost_perfect", 0.8, 1.0),
    ("substantial", 0.6, 0.8),
    ("moderate", 0.4, 0.6),
    ("fair", 0.2, 0.4),
    ("slight", 0.0, 0.2),
    ("poor", -1.0, 0.0),
)
"""J. R. Landis and G. G. Koch (1977), highest band first: name, from, to."""


class Method(StrEnum):
    """What an interval takes to be independent of one another."""

    UNITS = "units"
    ARTICLES = "articles"


@dataclass(frozen=True)
class Interval:
    """A standard error with its 95 % interval, or None and the status that says why."""

    method: Method
    n: int
    se: float | None
    low: float | None = None
    high: float | None = None
    status: Status = Status.OK

    @property
    def df(self) -> int:
        """The degrees of freedom of Student's t."""
        return self.n - 1

    def at_least(self, mark: float, value: float) -> float | None:
        """Give the probability (0 to 1) that the coefficient is `mark` or more."""
        if self.se is None:
            return None
        if self.se == 0:
            return float(value >= mark)
        return student_cdf((value - mark) / self.se, self.df)


@dataclass(frozen=True)
class Coefficient:
    """A value with its interval over units, and over articles where these are known."""

    value: float | None
    status: Status = Status.OK
    over_units: Interval | None = None
    over_articles: Interval | None = None

    @property
    def interval(self) -> Interval | None:
        """The interval to show: over articles wherever there is one."""
        if self.over_articles is not None and self.over_articles.se is not None:
            return self.over_articles
        return self.over_units

    def at_least(self, mark: float) -> float | None:
        """Give the probability that the coefficient is `mark` or more."""
        if self.value is None or self.interval is None:
            return None
        return self.interval.at_least(mark, self.value)


def undefined(status: Status) -> Coefficient:
    """Give a coefficient that has no value."""
    return Coefficient(None, status)


def interval(value: float, variance: float, n: int, method: Method) -> Interval:
    """
    Give the interval of a value whose variance (of the estimate) came from `n` parts.

    Student's t with n - 1 degrees of freedom, cut off at 1, which no coefficient
    passes. There is no such bound below: with missing ratings a coefficient can be
    less than -1.

    Source: K. L. Gwet, "Handbook of Inter-Rater Reliability" (4th ed., 2014), ch. 5.
    """
    se = max(variance, 0.0) ** 0.5
    side = reach(n - 1) * se
    return Interval(method, n, se, value - side, min(value + side, 1.0))


@lru_cache(maxsize=10_000)
def reach(df: int) -> float:
    """Give how many standard errors a 95 % interval reaches to each side."""
    return student_quantile((1 + CONFIDENCE) / 2, df)


def no_interval(method: Method, n: int) -> Interval:
    """Give the interval of a value that rests on one unit or article, or on none."""
    alone = {Method.UNITS: Status.SINGLE_UNIT, Method.ARTICLES: Status.SINGLE_ARTICLE}
    return Interval(method, n, None, status=alone[method])


def memberships(value: float, se: float, scale: Scale = LANDIS_KOCH) -> list[float]:
    """
    Give the cumulative probability of each band, the highest band first: 0 to 1.

    The coefficient is taken as normal, cut off at -1 and 1, and as -1 if it is less.

    Source: K. L. Gwet, "Handbook of Inter-Rater Reliability" (4th ed., 2014), ch. 6.

    :raises ValueError: if `se` is not above 0
    """
    if se <= 0:
        raise ValueError("A band's probability needs a standard error above 0.")
    # Nothing of a curve far outside would be left inside, not even by its floats.
    value = max(value, -1.0)

    def between(low: float, high: float) -> float:
        return normal_cdf((value - low) / se) - normal_cdf((value - high) / se)

    whole = between(-1, 1)
    total, given = 0.0, []
    for _, low, high in scale:
        total += between(low, high) / whole
        given.append(min(total, 1.0))
    return given


def band(coefficient: Coefficient, scale: Scale = LANDIS_KOCH) -> str | None:
    """Give the highest band that is reached with a probability of .95 (Gwet's rule)."""
    value, spread = coefficient.value, coefficient.interval
    if value is None or spread is None or spread.se is None:
        return None
    if spread.se == 0:
        reached = [value >= low for _, low, _ in scale]
    else:
        reached = [p >= CONFIDENCE for p in memberships(value, spread.se, scale)]
    return next(
        (name for (name, _, _), met in zip(scale, reached, strict=True) if met),
        scale[-1][0],
    )


def normal_interval(value: float, se: float) -> tuple[float, float]:
    """Give the 95 % interval of the normal distribution, as for contingency tables."""
    side = NORMAL_QUANTILE * se
    return value - side, value + side


def cautions(coefficient: Coefficient, largest_share: float) -> list[str]:
    """
    Say why an interval should not be trusted too far, if there is a reason.

    `few_articles`: clustered intervals settle from about 30 articles on. `few_units`:
    fewer than 50 units take part. `skewed_labels`: with few units, and one label on
    `largest_share` (0 to 1) of four fifths or more, intervals are too short.
    `one_article`: units of one article are no independent units.
    """
    spread = coefficient.interval
    if coefficient.value is None or spread is None:
        return []
    said = []
    over_units, over_articles = coefficient.over_units, coefficient.over_articles
    if over_articles is not None:
        if over_articles.se is None:
            said.append("one_article")
        elif over_articles.n < FEW_ARTICLES:
            said.append("few_articles")
    if over_units is not None and over_units.n < FEW_UNITS:
        said.append("few_units")
        if largest_share >= SKEWED:
            said.append("skewed_labels")
    return said
