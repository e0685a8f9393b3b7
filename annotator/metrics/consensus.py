"""One label a unit out of many ratings: the majority, and Dawid and Skene's model."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from annotator.metrics.status import Status
from annotator.metrics.votes import Column, Floats, Ints, Votes, log, normalize, share

LEAST = 0.1
"""The share of its value that no rate goes below in one leap: 0 would be for good."""


@dataclass(frozen=True, eq=False)
class Majority:
    """
    The votes on each unit.

    `votes` (units x labels) counts them. `winner` (units) is the label with most votes,
    -1 where several labels have as many or nobody voted. `tied` (units) tells the two
    apart: it is true where at least two labels share the highest, positive count.
    """

    votes: Ints
    winner: Ints
    tied: npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class DawidSkene:
    """
    What Dawid and Skene's model makes of the ratings.

    `posterior` (units x labels) is the probability that each label is the true one; a
    unit without ratings has the marginals. `marginals` (labels) is how often each label
    is true among units with ratings.

    `error_rates` (raters x true label x given label) is how often each rater gives each
    label where another is true. `answers` (raters x true label) is the expected number
    of ratings behind each such row. Where that is 0 the rater never met the label, and
    the row is uniform: it speaks neither for nor against.

    `log_likelihood` is the natural logarithm of the probability of the ratings.
    `history` holds what was maximized at each step that was kept, and never falls but
    by rounding; it is the log-likelihood unless there is smoothing. `iterations` counts
    the expectation steps; `converged` tells whether the last one met the tolerance.

    Without ratings the status is `no_data`, the log-likelihood None and every array
    empty.
    """

    status: Status
    posterior: Floats
    marginals: Floats
    error_rates: Floats
    answers: Floats
    log_likelihood: float | None
    history: tuple[float, ...]
    iterations: int
    converged: bool

    @cached_property
    def entropy(self) -> Floats:
        """Give what is uncertain about each unit in nats, from 0 to log(labels)."""
        entropy = np.zeros(len(self.posterior))
        for p in self.posterior.T:
            entropy -= p * np.log(p, out=np.zeros(len(p)), where=p > 0)
        return np.maximum(entropy, 0)  # never -0, and never below by rounding


def majority(
    units: Column, labels: Column, *, size_units: int, size_labels: int
) -> Majority:
    """
    Count the votes on each unit, and name the label that has most.

    Each row of the two columns is one rating, by index from 0. Ties are not broken.

    :raises ValueError: if the columns are not whole numbers, differ in length, or hold
        an index that is not below its size
    """
    _check_columns((units, size_units), (labels, size_labels))
    # A row a label: numpy is quick along long rows, and slow along many short ones.
    places = labels.astype(np.int64) * size_units + units
    votes = np.bincount(places, minlength=size_labels * size_units)
    votes = votes.reshape(size_labels, size_units)
    most = votes.max(axis=0, initial=0)
    leading = votes == most
    tied = (leading.sum(axis=0) > 1) & (most > 0)
    winner = np.full(size_units, -1)
    for label, leads in enumerate(leading):
        winner[leads] = label
    winner[tied | (most == 0)] = -1
    return Majority(votes.T, winner, tied)


def dawid_skene(  # noqa: PLR0913  # three columns, their sizes, and three ways to tune
    units: Column,
    raters: Column,
    labels: Column,
    *,
    size_units: int,
    size_raters: int,
    size_labels: int,
    smoothing: float = 0.0,
    tolerance: float = 1e-9,
    max_iterations: int = 1000,
) -> DawidSkene:
    """
    Estimate the true labels and each rater's error rates from the ratings alone.

    Each row of the three columns is one rating, by index from 0. A rater may rate any
    part of the units, and a unit several times. Expectation and maximization alternate,
    from each unit's vote shares, until one such step raises the log-likelihood by no
    more than `tolerance` times its size. After every second step a leap is tried, and
    kept if it does not lower the log-likelihood. The maximum may be a local one.

    `smoothing` is added to each expected count of a rater's answers; what is maximized
    is then the log-likelihood plus `smoothing` times the sum of the logarithms of all
    error rates.

    Source: A. P. Dawid and A. M. Skene, "Maximum likelihood estimation of observer
    error-rates using the EM algorithm", Applied Statistics 28 (1979), formulas 2.3 to
    2.5.

    :raises ValueError: if the columns are not whole numbers, differ in length, or hold
        an index that is not below its size, or if an option is out of range
    """
    _check_columns((units, size_units), (raters, size_raters), (labels, size_labels))
    _check_options(smoothing, tolerance, max_iterations)
    if not len(units):
        return _nothing(size_labels)
    votes = Votes.of(units, raters, labels, (size_units, size_raters, size_labels))
    fit = _Fit(votes, np.empty((size_labels, len(votes.order))), smoothing)
    step = fit.begin(size_raters)
    history, iterations, converged = [step.reached], 1, False
    while not converged and iterations < max_iterations:
        before, step = step, fit.step(step.next)
        history.append(step.reached)
        iterations += 1
        converged = step.reached - before.reached <= tolerance * abs(step.reached)
        # A leap is never the last step, so what is left in `fit` belongs to `step`.
        if not converged and iterations + 1 < max_iterations:
            leap = fit.step(_leap(before.rates, step.rates, step.next))
            iterations += 1
            if leap.reached >= step.reached:
                step = leap
                history.append(step.reached)
    marginals = step.rates[:, 0]
    return DawidSkene(
        status=Status.OK,
        posterior=_by_unit(fit, marginals, size_units),
        marginals=marginals,
        error_rates=_by_rater(step.rates[:, 1:]).transpose(1, 0, 2),
        answers=_by_rater(step.mass).sum(axis=2).T,
        log_likelihood=step.log_likelihood,
        history=tuple(history),
        iterations=iterations,
        converged=converged,
    )


@dataclass(frozen=True, eq=False)
class _Step:
    """
    One expectation at `rates` and the maximization after it, which gives `next`.

    Both are labels x (1 + codes): a true label's marginal, then its rate of each code.
    `reached` is what may not fall, `mass` the expected number of ratings of each code.
    """

    rates: Floats
    reached: float
    log_likelihood: float
    mass: Floats
    next: Floats


@dataclass(frozen=True, eq=False)
class _Fit:
    votes: Votes
    posterior: Floats
    smoothing: float

    def begin(self, raters: int) -> _Step:
        """Take the step that follows from each unit's vote shares."""
        labels = len(self.posterior)
        given = np.tile(np.eye(labels), raters)
        _, mass = self.votes.sweep(np.zeros(labels), given, self.posterior, share)
        return self.step(self._maximize(mass))

    def step(self, rates: Floats) -> _Step:
        """Find the posterior at `rates`, and the rates that suit it best."""
        # No unit is impossible: the label it is surest of has a part in every rate that
        # the unit uses, and a leap takes no rate to 0.
        logs = log(rates)
        log_likelihood, mass = self.votes.sweep(
            logs[:, 0], logs[:, 1:], self.posterior, normalize
        )
        reached = log_likelihood
        if self.smoothing:
            reached += self.smoothing * float(logs[:, 1:].sum())
        return _Step(rates, reached, log_likelihood, mass, self._maximize(mass))

    def _maximize(self, mass: Floats) -> Floats:
        counts = _by_rater(mass) + self.smoothing
        sums = counts.sum(axis=2, keepdims=True)
        even = np.full_like(counts, 1 / len(mass))
        rates = np.divide(counts, sums, out=even, where=sums > 0)
        return np.column_stack((self.posterior.mean(axis=1), rates.reshape(mass.shape)))


def _leap(first: Floats, second: Floats, third: Floats) -> Floats:
    """
    Go on from three successive rates to where their steps seem to lead.

    Source: R. Varadhan and C. Roland, "Simple and globally convergent methods for
    accelerating the convergence of any EM algorithm", Scandinavian Journal of
    Statistics 35 (2008), scheme S3. The rates are then made probabilities again.
    """
    change = second - first
    bend = third - second - change
    squares = float(np.vdot(bend, bend))
    if squares == 0:
        return third
    # At length 1 this is `third`, and no leap is shorter.
    length = max(1.0, float(np.sqrt(np.vdot(change, change) / squares)))
    rates = first + 2 * length * change + length**2 * bend
    rates = np.maximum(rates, LEAST * third)
    rates[:, 0] /= rates[:, 0].sum()
    by_rater = _by_rater(rates[:, 1:])
    by_rater /= by_rater.sum(axis=2, keepdims=True)
    return np.column_stack((rates[:, 0], by_rater.reshape(len(rates), -1)))


def _by_rater(codes: Floats) -> Floats:
    """See labels x codes as true label x rater x given label."""
    return codes.reshape(len(codes), -1, len(codes))


def _by_unit(fit: _Fit, marginals: Floats, size_units: int) -> Floats:
    """Give the posterior as units x labels, with those units that have no ratings."""
    posterior = np.repeat(marginals[:, None], size_units, axis=1)
    for row, known in zip(posterior, fit.posterior, strict=True):
        row[fit.votes.order] = known
    return posterior.T


def _nothing(labels: int) -> DawidSkene:
    return DawidSkene(
        status=Status.NO_DATA,
        posterior=np.empty((0, labels)),
        marginals=np.empty(0),
        error_rates=np.empty((0, labels, labels)),
        answers=np.empty((0, labels)),
        log_likelihood=None,
        history=(),
        iterations=0,
        converged=False,
    )


def _check_columns(*columns: tuple[Column, int]) -> None:
    for column, size in columns:
        if column.ndim != 1 or not np.issubdtype(column.dtype, np.integer):
            raise ValueError("a column must be a 1-D array of whole numbers")
        if len(column) != len(columns[0][0]):
            raise ValueError("the columns must be equally long")
        if len(column) and not 0 <= column.min() <= column.max() < size:
            raise ValueError(f"an index must be at least 0 and below {size}")


def _check_options(smoothing: float, tolerance: float, max_iterations: int) -> None:
    if not 0 <= smoothing < np.inf:
        raise ValueError("smoothing must be finite and at least 0")
    if not tolerance >= 0:
        raise ValueError("tolerance must be at least 0")
    if max_iterations < 1:
        raise ValueError("max_iterations must be at least 1")
