"""What is made of a standard error: bands, probabilities, cautions."""

import pytest

from annotator.metrics import (
    RELIABLE,
    Coefficient,
    Interval,
    Method,
    band,
    cautions,
    count,
    krippendorff_alpha,
    memberships,
)
from tests.annotator.metrics.drawing import (
    read,
    simulated,
)


class TestBands:
    def test_go_by_probability_and_not_by_the_value(self):
        # AC1 of .775 is above .6, but not with a probability of .95.
        spread = Interval(Method.UNITS, 12, 0.143)

        assert band(Coefficient(0.775, over_units=spread)) == "moderate"

    def test_go_by_the_value_where_there_is_no_spread(self):
        spread = Interval(Method.UNITS, 12, 0.0)

        assert band(Coefficient(0.65, over_units=spread)) == "substantial"

    def test_are_unknown_without_a_standard_error(self):
        assert band(krippendorff_alpha(read("12"))) is None
        assert band(krippendorff_alpha(read("11"))) is None

    @pytest.mark.parametrize("value", [-40.0, -1.0, 0.0, 1.0])
    def test_have_probabilities_that_rise_to_one(self, value):
        shares = memberships(value, 0.01)

        assert shares == sorted(shares)
        assert shares[-1] == pytest.approx(1)

    def test_need_a_spread_for_probabilities(self):
        with pytest.raises(ValueError, match="above 0"):
            memberships(0.5, 0)


class TestAtLeast:
    def test_is_a_half_at_the_value_itself(self):
        alpha = krippendorff_alpha(count(simulated(units=80, per_article=4)))

        assert alpha.at_least(alpha.value) == pytest.approx(0.5)
        assert alpha.at_least(alpha.value - 0.1) > 0.5 > alpha.at_least(RELIABLE)

    def test_is_certain_where_there_is_no_spread(self):
        one = Coefficient(1.0, over_units=Interval(Method.UNITS, 5, 0.0))

        assert (one.at_least(1.0), one.at_least(1.1)) == (1, 0)

    def test_is_unknown_without_an_interval(self):
        assert krippendorff_alpha(read("12")).at_least(RELIABLE) is None
        assert krippendorff_alpha(read("")).at_least(RELIABLE) is None


class TestCautions:
    @pytest.mark.parametrize(
        ("units", "articles", "share", "said"),
        [
            (2000, 20, 0.5, []),
            (2000, 100, 0.9, ["few_articles"]),
            (40, 1, 0.5, ["few_units"]),
            (40, 1, 0.9, ["few_units", "skewed_labels"]),
            (100, 100, 0.5, ["one_article"]),
        ],
    )
    def test_say_why_an_interval_is_not_to_be_trusted(
        self, units, articles, share, said
    ):
        ratings = simulated(units=units, per_article=articles)

        assert cautions(krippendorff_alpha(count(ratings)), share) == said

    def test_are_none_where_there_is_no_value(self):
        assert cautions(krippendorff_alpha(read("")), 1.0) == []
