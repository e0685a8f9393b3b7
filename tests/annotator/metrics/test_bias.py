"""Whether raters use the labels equally often."""

import numpy as np
import pytest

from annotator.metrics import (
    Bias,
    Rating,
    Ratings,
    Status,
    cohen_kappas,
    count,
    marginal_bias,
    standings,
)


class TestBias:
    def test_of_two_labels_is_mcnemars(self):
        # (b - c)^2 / (b + c) with 8 and 2 units off the diagonal.
        bias = marginal_bias(np.array([[30, 8], [2, 10]]))

        assert bias.stuart_maxwell == pytest.approx(36 / 10)
        assert bias.bhapkar == pytest.approx(3.6 / (1 - 3.6 / 50))
        assert bias.df == 1
        assert bias.p_value == pytest.approx(0.0488, abs=5e-4)
        assert bias.differences == pytest.approx((6 / 50, -6 / 50))

    def test_has_fewer_degrees_of_freedom_with_labels_that_nobody_used(self):
        few = marginal_bias(np.array([[30, 8], [2, 10]]))

        assert marginal_bias(np.diag([0, 1])[:, :1] * 0) == Bias(
            None, None, 0, Status.NO_PAIRABLE_UNITS
        )
        table = np.zeros((4, 4), int)
        table[np.ix_([1, 3], [1, 3])] = [[30, 8], [2, 10]]
        assert marginal_bias(table).bhapkar == pytest.approx(few.bhapkar)
        assert marginal_bias(table).df == few.df

    def test_is_undefined_where_nobody_differs_or_nothing_is_shared(self):
        assert marginal_bias(np.diag([3, 2])).status is Status.NO_VARIATION
        assert marginal_bias(np.zeros((2, 2), int)).status is Status.NO_PAIRABLE_UNITS
        assert marginal_bias(np.diag([3, 2])).p_value is None

    def test_goes_by_stuart_and_maxwell_where_all_units_differ_alike(self):
        bias = marginal_bias(np.array([[0, 5], [0, 0]]))

        assert (bias.stuart_maxwell, bias.bhapkar) == (pytest.approx(5), None)
        assert bias.p_value == pytest.approx(0.0253, abs=5e-4)

    def test_finds_the_rater_who_leans(self):
        chance = np.random.default_rng(2)
        rows = [
            Rating(unit, rater, "ab"[int(chance.random() < (0.5 if rater else 0.8))])
            for unit in range(200)
            for rater in range(4)
        ]
        tally = count(Ratings.of(rows, "ab"))

        found = standings(tally, cohen_kappas(tally))

        assert found[0].bias.p_value < 1e-6
        a, b = found[0].bias.differences
        assert a == pytest.approx(-b)
        assert 0.2 < b < 0.4
        assert min(one.bias.p_value for one in found[1:]) > found[0].bias.p_value
