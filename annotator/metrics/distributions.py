"""The normal, Student and chi-squared distributions: as much as intervals need."""

import math

MEDIAN = 0.5
NEAR = math.sqrt(3)
"""Up to this `t` mass is summed from the median, beyond it from the tail."""

SMALLEST = 1e-300
"""The least probability whose quantile is a float for every `df`."""

LARGEST = 1e304
"""Above the largest such quantile."""

PRECISION = 2.0**-51
"""A relative change that can be rounding alone."""

STEP_SERIES = {1: -1 / 8, 3: 1 / 192, 5: -1 / 640, 7: 17 / 14336, 9: -31 / 18432}
SERIES_FROM = 30
"""From here on what these five terms leave out is below `PRECISION`."""


def normal_cdf(x: float) -> float:
    """
    Give the probability that a standard normal variable is at most `x`.

    Formula: erfc(-x / sqrt 2) / 2, which keeps its digits far below 0.

    :raises ValueError: if `x` is NaN
    """
    _check_number(x)
    return 0.5 * math.erfc(-x / math.sqrt(2))


def student_cdf(t: float, df: float) -> float:
    """
    Give the probability that Student's t with `df` degrees of freedom is at most `t`.

    `df` need not be whole. Formula: half the regularized incomplete beta function
    I_x(df/2, 1/2) with x = df / (df + t²) lies beyond |t|. Source: M. Abramowitz and
    I. A. Stegun, "Handbook of Mathematical Functions" (1964), 26.7.1.

    :raises ValueError: if `t` is NaN, or `df` is below 1 or not finite
    """
    _check_number(t)
    _check_df(df)
    size = abs(t)
    if size <= NEAR:
        return 0.5 + math.copysign(_near(size, df)[0], t)
    beyond = 0.0 if math.isinf(t) else math.exp(_far(size, df)[0])
    return beyond if t < 0 else 1 - beyond


def student_quantile(p: float, df: float) -> float:
    """
    Give the `t` below which Student's t with `df` degrees of freedom lies with `p`.

    The relative error is below 1e-12. Newton's method solves for the logarithm of `t`
    from that of a probability: that curve is concave, so the steps come to the answer
    from one side and cannot run away.

    :raises ValueError: if `p` is below 1e-300 or not below 1, or if `df` is below 1 or
        not finite
    """
    _check_df(df)
    if not SMALLEST <= p < 1:
        raise ValueError("p must be at least 1e-300 and below 1")
    # One of the two is exact whatever p is: a small p keeps its own digits.
    beyond, inside = min(p, 1 - p), abs(p - MEDIAN)
    if inside == 0:
        return 0.0
    if inside <= _near(NEAR, df)[0]:
        t = _solve_near(inside, df)
    else:
        t = _solve_far(math.log(beyond), df)
    return math.copysign(t, p - MEDIAN)


def chi2_tail(x: float, df: int) -> float:
    """
    Give the probability that chi-squared with `df` degrees of freedom exceeds `x`.

    Formula: the finite sums 26.4.4 (odd `df`) and 26.4.5 (even `df`) of Abramowitz and
    Stegun (1964); their terms (x/2)^i exp(-x/2) / Γ(i + 1) are taken as logarithms, so
    that no factor overflows.

    :raises ValueError: if `x` is NaN or `df` is below 1
    """
    _check_number(x)
    if df < 1:
        raise ValueError("df must be at least 1")
    if x <= 0:
        return 1.0
    if math.isinf(x):
        return 0.0
    half, odd = x / 2, df % 2
    log_half = math.log(x) - math.log(2)  # x / 2 may be 0 where x is not
    powers = [i + odd / 2 for i in range(df // 2)]
    terms = [math.exp(i * log_half - half - math.lgamma(i + 1)) for i in powers]
    rest = math.erfc(math.sqrt(half)) if odd else 0.0
    return min(1.0, math.fsum([rest, *terms]))


def _check_number(x: float) -> None:
    if math.isnan(x):
        raise ValueError("the value must be a number, not NaN")


def _check_df(df: float) -> None:
    if not 1 <= df < math.inf:
        raise ValueError("df must be at least 1 and finite")


def _solve_near(inside: float, df: float) -> float:
    """Give the t above 0 for which `inside` lies between 0 and t."""
    # The density is highest at 0, so this start is not beyond the answer.
    t = inside / math.exp(_log_density(0.0, df))
    while True:
        mass, ratio = _near(t, df)
        step = ratio * math.log(inside / mass)
        t *= math.exp(step)
        if step < PRECISION:  # the rest is rounding
            return t


def _solve_far(log_beyond: float, df: float) -> float:
    """Give the t above 0 for which exp(`log_beyond`) lies beyond t."""
    t = NEAR
    while _far(t, df)[0] > log_beyond:
        t = min(t * t, LARGEST)
    while True:
        log_mass, ratio = _far(t, df)
        step = ratio * (log_mass - log_beyond)
        t *= math.exp(step)
        if step > -PRECISION:  # the rest is rounding
            return t


def _near(t: float, df: float) -> tuple[float, float]:
    """
    Give the probability between 0 and `t`, and its ratio to `t` times the density.

    The ratio is 1 + y (a + 1/2) / (3/2) + y² (a + 1/2) (a + 3/2) / (3/2 · 5/2) + ...
    with a = df/2 and y = t² / (df + t²): all terms are positive, so no digits cancel.
    Source: Abramowitz and Stegun (1964), 26.5.4, for I_y(1/2, a).
    """
    y = t * t / (df + t * t)
    ratio = term = 1.0
    n = 0
    while term > PRECISION * ratio * (1 - y):
        term *= y * ((df + 1) / 2 + n) / (1.5 + n)
        ratio += term
        n += 1
    return ratio * math.exp(_log_density(t, df)) * t, ratio


def _far(t: float, df: float) -> tuple[float, float]:
    """
    Give the log of the probability beyond `t`, and its ratio to `t` times the density.

    The ratio is a continued fraction, in the one form that keeps its digits when `df`
    is in the millions: it takes y = t² / (df + t²) beside x = 1 - y. Source:
    A. R. DiDonato and A. H. Morris, "Algorithm 708: significant digit computation of
    the incomplete beta function ratios", ACM TOMS 18 (1992), for I_x(df/2, 1/2);
    evaluated by Lentz's method.
    """
    a, s = df / 2, t / math.sqrt(df)
    x, y = 1 / (1 + s * s), s / (s + 1 / s)  # so written, neither overflows
    lead = (a + 0.5) * y + 0.5
    value = c = a / (a + 1) * lead
    d = change = 0.0
    n = 0
    while abs(change - 1) > PRECISION:
        n += 1
        twice = a + 2 * n - 1
        over = (a + n - 1) * (a + n - 0.5) * n * (0.5 - n) * (x / twice) ** 2
        under = n + n * (0.5 - n) * x / twice
        under += (a + n) / (twice + 2) * (lead + n * (1 + y))
        d = 1 / (under + over * d)
        c = under + over / c
        change = c * d
        value *= change
    ratio = 0.5 / value
    return math.log(t) + _log_density(t, df) + math.log(ratio), ratio


def _log_density(t: float, df: float) -> float:
    """Give the logarithm of Student's density at `t`, at least 0."""
    s = t / math.sqrt(df)
    log_x = -2 * math.log(s) if s > 1 / PRECISION else -math.log1p(s * s)
    scale = _log_gamma_step(df / 2) - 0.5 * math.log(math.pi * df)
    return scale + 0.5 * (df + 1) * log_x


def _log_gamma_step(a: float) -> float:
    """
    Give log Γ(a + 1/2) - log Γ(a).

    Subtracting two log-gammas would lose seven digits at a million. Formula: Stirling's
    series for each, Σ (-1)^(n+1) B_(n+1)(h) / (n (n + 1) a^n) for h = 1/2 and 0, by the
    Bernoulli polynomials at 1/2 and 0; where `a` is too small for the series, the step
    at a + 1 is that at a times (a + 1/2) / a. Source: NIST DLMF, 5.11.8 and 24.4.27.
    """
    shrink = 1.0
    while a < SERIES_FROM:
        shrink *= a / (a + 0.5)
        a += 1
    series = math.fsum(k / a**n for n, k in STEP_SERIES.items())
    return 0.5 * math.log(a) + series + math.log(shrink)
