"""Distributions against printed tables, closed forms and their own symmetries."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.metrics.distributions import (
    chi2_tail,
    normal_cdf,
    student_cdf,
    student_quantile,
)

degrees = st.one_of(
    st.integers(1, 200), st.floats(1, 50), st.floats(0, 7).map(lambda n: 10**n)
)
probabilities = st.one_of(st.floats(1e-12, 1 - 1e-12), st.floats(1e-300, 0.5))


class TestNormal:
    @pytest.mark.parametrize(
        ("x", "below"),
        [
            (0, 0.5),
            (1, 0.8413447460685429),
            (1.959963984540054, 0.975),
            (-3, 0.0013498980316300946),
            (-10, 7.619853024160527e-24),
            (math.inf, 1),
            (-math.inf, 0),
        ],
    )
    def test_matches_the_table(self, x, below):
        assert normal_cdf(x) == pytest.approx(below, rel=1e-14)

    @given(st.floats(-30, 30))
    def test_is_symmetric(self, x):
        assert normal_cdf(x) + normal_cdf(-x) == pytest.approx(1, abs=1e-15)

    def test_refuses_nan(self):
        with pytest.raises(ValueError, match="must be a number"):
            normal_cdf(math.nan)


class TestStudent:
    # To 17 digits, by a program with 50 digits; the first five are in every table.
    @pytest.mark.parametrize(
        ("p", "df", "t"),
        [
            (0.975, 1, 12.706204736174694),
            (0.95, 2, 2.9199855803537242),
            (0.995, 5, 4.032142983555227),
            (0.975, 11, 2.2009851600916392),
            (0.975, 30, 2.0422724563012378),
            (0.975, 3.7, 2.8675207071911886),
            (0.6, 4, 0.27072229470759734),
            (0.9, 1e7, 1.281551650203083),
        ],
    )
    def test_matches_the_table(self, p, df, t):
        assert student_quantile(p, df) == pytest.approx(t, rel=1e-13)
        assert student_cdf(t, df) == pytest.approx(p, rel=1e-13)

    @given(probabilities, degrees)
    def test_gives_back_the_probability_of_a_quantile(self, p, df):
        assert student_cdf(student_quantile(p, df), df) == pytest.approx(p, rel=1e-12)

    @given(st.floats(0.001, 1000), degrees)
    def test_is_symmetric(self, t, df):
        assert student_cdf(t, df) + student_cdf(-t, df) == pytest.approx(1, abs=1e-14)

    @given(st.sampled_from([2.0**-n for n in range(1, 40)]), degrees)
    def test_has_symmetric_quantiles(self, p, df):
        assert student_quantile(1 - p, df) == -student_quantile(p, df)

    @given(probabilities)
    def test_agrees_with_the_closed_form_of_two_degrees(self, p):
        expected = (2 * p - 1) / math.sqrt(2 * p * (1 - p))

        assert student_quantile(p, 2) == pytest.approx(expected, rel=1e-12, abs=1e-16)

    @given(st.floats(-1e6, 1e6))
    def test_agrees_with_the_closed_form_of_one_degree(self, t):
        expected = math.atan2(1, -t) / math.pi

        assert student_cdf(t, 1) == pytest.approx(expected, rel=1e-13)

    @given(st.floats(-5, 5))
    def test_comes_close_to_the_normal(self, t):
        assert student_cdf(t, 1e7) == pytest.approx(normal_cdf(t), abs=1e-7)

    @given(st.floats(-100, 100), st.floats(0, 10), degrees)
    def test_never_falls(self, t, step, df):
        assert student_cdf(t, df) <= student_cdf(t + step, df) + 1e-15

    def test_knows_its_ends(self):
        assert student_cdf(-math.inf, 3) == 0
        assert student_cdf(math.inf, 3) == 1
        assert student_cdf(0, 3) == 0.5
        assert student_cdf(1e300, 1) == 1
        assert student_quantile(0.5, 3) == 0
        assert student_quantile(1e-300, 1) == pytest.approx(-1e300 / math.pi, rel=1e-12)

    @pytest.mark.parametrize("df", [0, 0.5, -1, math.inf, math.nan])
    def test_refuses_degrees_of_freedom_out_of_range(self, df):
        with pytest.raises(ValueError, match="df must be at least 1"):
            student_cdf(1, df)
        with pytest.raises(ValueError, match="df must be at least 1"):
            student_quantile(0.5, df)

    @pytest.mark.parametrize("p", [-1, 0, 1, 1.5, math.nan])
    def test_refuses_probabilities_out_of_range(self, p):
        with pytest.raises(ValueError, match="p must be at least"):
            student_quantile(p, 3)

    def test_refuses_nan(self):
        with pytest.raises(ValueError, match="must be a number"):
            student_cdf(math.nan, 3)


class TestChiSquared:
    @pytest.mark.parametrize(
        ("x", "df"),
        [
            (3.841458820694124, 1),
            (5.991464547107979, 2),
            (7.814727903251179, 3),
            (9.487729036781154, 4),
            (11.070497693516351, 5),
            (18.307038053275146, 10),
            (124.3421134004, 100),
        ],
    )
    def test_matches_the_table_of_five_percent(self, x, df):
        assert chi2_tail(x, df) == pytest.approx(0.05, rel=1e-9)

    @given(st.floats(-6, 6))
    def test_is_the_two_sided_normal_for_one_degree(self, z):
        assert chi2_tail(z * z, 1) == pytest.approx(2 * normal_cdf(-abs(z)), rel=1e-12)

    @given(st.floats(0, 1000), st.integers(1, 300))
    def test_rises_with_the_degrees(self, x, df):
        assert 0 <= chi2_tail(x, df) <= chi2_tail(x, df + 1) + 1e-12 <= 1 + 1e-12

    def test_neither_overflows_nor_vanishes_at_many_degrees(self):
        # By Wilson and Hilferty the mean is 1 / (3 sqrt(pi df)) beyond the median.
        middle = 0.5 - 1 / (3 * math.sqrt(math.pi * 10_000))

        assert chi2_tail(10_000, 10_000) == pytest.approx(middle, abs=1e-6)

    def test_knows_its_ends(self):
        assert chi2_tail(0, 3) == 1
        assert chi2_tail(-1, 4) == 1
        assert chi2_tail(math.inf, 3) == 0

    def test_refuses_what_is_no_number(self):
        with pytest.raises(ValueError, match="must be a number"):
            chi2_tail(math.nan, 1)
        with pytest.raises(ValueError, match="df must be at least 1"):
            chi2_tail(1, 0)
