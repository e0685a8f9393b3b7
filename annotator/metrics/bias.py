"""Whether two, or one and the others, use the labels equally often."""

from dataclasses import dataclass

import numpy as np

from annotator.metrics.coefficients import NEAR
from annotator.metrics.counts import Ints
from annotator.metrics.distributions import chi2_tail
from annotator.metrics.scales import Matrix
from annotator.metrics.status import Status


@dataclass(frozen=True)
class Bias:
    """
    Whether two use the labels equally often: chi squared with `df`, None if undefined.

    `stuart_maxwell` and `bhapkar` test the same; the second is the more powerful, and
    has no value where all units differ in the same way. `differences` has by label the
    share of the units to which the one gives it, less the share of the other's.
    """

    stuart_maxwell: float | None
    bhapkar: float | None
    df: int
    status: Status = Status.OK
    differences: tuple[float, ...] = ()

    @property
    def p_value(self) -> float | None:
        """The probability of so much without any bias, by Bhapkar if it has a value."""
        statistic = self.stuart_maxwell if self.bhapkar is None else self.bhapkar
        return None if statistic is None else chi2_tail(statistic, self.df)


def marginal_bias(table: Ints) -> Bias:
    """
    Test whether both margins of a table (labels, labels) are the same.

    Source: A. Stuart (1955), A. E. Maxwell (1970), V. P. Bhapkar (1966).
    """
    units = int(table.sum())
    if not units:
        return Bias(None, None, 0, Status.NO_PAIRABLE_UNITS)
    difference = table.sum(axis=1) - table.sum(axis=0)
    squares = np.diag(table.sum(axis=1) + table.sum(axis=0)) - table - table.T
    return wald(difference.astype(float), squares.astype(float), units)


def wald(difference: Matrix, squares: Matrix, units: int) -> Bias:
    """
    Test whether a sum over units of differences by label is nothing.

    Shapes: difference (labels,) the sum, squares (labels, labels) that of the products.
    The statistic without centering is Stuart and Maxwell's, centered it is Bhapkar's.
    """
    by_label = tuple((difference / units).tolist())
    moves = np.diagonal(squares) > NEAR
    if not moves.any():
        return Bias(None, None, 0, Status.NO_VARIATION, by_label)
    kept = squares[np.ix_(moves, moves)]
    # The pseudoinverse and the rank by one decomposition: it is done for each pair.
    values, vectors = np.linalg.eigh(kept)
    solid = np.abs(values) > np.abs(values).max() * len(values) * np.finfo(float).eps
    df = int(solid.sum())
    along = difference[moves] @ vectors[:, solid]
    stuart = float((along**2 / values[solid]).sum())
    left = 1 - stuart / units
    bhapkar = stuart / left if left > NEAR else None
    return Bias(stuart, bhapkar, df, differences=by_label)
