"""What coefficients are, when they have no value, and what changes nothing."""

from dataclasses import replace
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.metrics import (
    Calibration,
    Coefficient,
    Level,
    Status,
    Tally,
    Weights,
    alpha_by_label,
    brennan_prediger,
    cohen_kappas,
    conger_kappa,
    count,
    fleiss_by_label,
    fleiss_kappa,
    gwet_ac,
    krippendorff_alpha,
    label_confusion,
    light_kappa,
    pair_coefficient,
    percent_agreement,
    scott_pi,
    standings,
)
from tests.annotator.metrics.drawing import (
    KRIPPENDORFF,
    numbers_in,
    read,
    small_ratings,
)

CHANCE_CORRECTED = [krippendorff_alpha, fleiss_kappa, conger_kappa]
CHANCE_OF_LABELS = [gwet_ac, brennan_prediger, percent_agreement]
NOMINAL = [*CHANCE_CORRECTED, *CHANCE_OF_LABELS]


def cohen(tally: Tally):
    pairs = cohen_kappas(tally)
    return pair_coefficient(pairs, pairs.between(0, 1))


def assert_same(one: Coefficient, other: Coefficient) -> None:
    """See that two coefficients are equal, but for rounding."""
    assert (one.value is None) == (other.value is None)
    assert one.status is other.status
    numbers = list(numbers_in(one))
    # An error of 1e-16 in a variance of 0 is one of 1e-8 in the standard error.
    assert list(numbers_in(other)) == pytest.approx(numbers, abs=1e-7, rel=1e-9)


class TestAlpha:
    @pytest.mark.parametrize("level", Level)
    def test_does_not_change_with_labels_that_nobody_used(self, level):
        few = krippendorff_alpha(read(KRIPPENDORFF, "12345"), level)

        more = krippendorff_alpha(read(KRIPPENDORFF, "123456789"), level)

        assert more.value == pytest.approx(few.value, abs=1e-12)
        assert more.over_units.se == pytest.approx(few.over_units.se, abs=1e-12)

    def test_leaves_units_with_one_rating_out(self):
        with_them = krippendorff_alpha(read("11 12 22 2. .1"))

        without = krippendorff_alpha(read("11 12 22"))

        assert with_them == without

    def test_of_intervals_does_not_depend_on_the_unit_of_measure(self):
        tally = read(KRIPPENDORFF)

        scaled = replace(tally, labels=tuple(f"{digit}e-9" for digit in "12345"))

        value = krippendorff_alpha(tally, Level.INTERVAL).value
        assert krippendorff_alpha(scaled, Level.INTERVAL).value == pytest.approx(value)

    def test_refuses_words_where_the_level_needs_numbers(self):
        with pytest.raises(ValueError, match="needs numbers"):
            krippendorff_alpha(read("ab ba", "ab"), Level.INTERVAL)

    @pytest.mark.parametrize("label", ["inf", "nan", "1e200"])
    def test_refuses_numbers_that_cannot_be_squared(self, label):
        tally = replace(read("ab ba", "ab"), labels=("0", label))

        with pytest.raises(ValueError, match="finite"):
            krippendorff_alpha(tally, Level.INTERVAL)

    def test_refuses_ratios_of_labels_of_both_signs(self):
        tally = replace(read("ab ba", "ab"), labels=("-1", "2"))

        with pytest.raises(ValueError, match="one sign"):
            krippendorff_alpha(tally, Level.RATIO)


class TestDeclaredLabels:
    @pytest.mark.parametrize("coefficient", [gwet_ac, brennan_prediger])
    def test_that_nobody_used_make_chance_smaller(self, coefficient):
        few, more = (read("11 22 12", labels) for labels in ("12", "1234"))

        assert coefficient(more).value > coefficient(few).value

    @pytest.mark.parametrize("coefficient", [fleiss_kappa, conger_kappa])
    def test_that_nobody_used_change_no_kappa(self, coefficient):
        few, more = (read("11 22 12", labels) for labels in ("12", "1234"))

        assert coefficient(more) == coefficient(few)


class TestWeights:
    def test_by_name_are_those_of_the_table(self):
        table = np.array([[1, 0.5, 0], [0.5, 1, 0.5], [0, 0.5, 1]])
        tally = read("12 22 33 13 3.", "123")

        assert gwet_ac(tally, table) == gwet_ac(tally, Weights.LINEAR)

    def test_go_by_rank_where_labels_are_no_numbers(self):
        words, digits = read("ab bb cc ac", "abc"), read("12 22 33 13", "123")

        for weights in Weights:
            assert fleiss_kappa(words, weights) == fleiss_kappa(digits, weights)

    def test_go_by_rank_where_two_labels_are_the_same_number(self):
        same = replace(read("12 22 33 13", "123"), labels=("1", "1.0", "1.00"))

        for weights in Weights:
            assert fleiss_kappa(same, weights) == fleiss_kappa(
                read("12 22 33 13", "123"), weights
            )

    @pytest.mark.parametrize(
        "table",
        [
            np.eye(3),
            [[1, 0.5], [0.2, 1]],
            [[1, -0.5], [-0.5, 1]],
            [[1, 2], [2, 1]],
            [[0.5, 0], [0, 1]],
            [[1, np.nan], [np.nan, 1]],
        ],
    )
    def test_are_refused_if_they_are_no_agreement(self, table):
        with pytest.raises(ValueError, match="Weights must be"):
            fleiss_kappa(read("12 21", "12"), np.array(table))


class TestStatus:
    """The table of statuses in docs/metrics.md."""

    @pytest.mark.parametrize(
        ("units", "status"),
        [
            ("", Status.NO_DATA),
            ("1. 2. 3.", Status.INSUFFICIENT_RATERS),
            ("1. .2 3.", Status.NO_PAIRABLE_UNITS),
        ],
    )
    @pytest.mark.parametrize("coefficient", [*NOMINAL, scott_pi])
    def test_says_what_any_coefficient_lacks(self, coefficient, units, status):
        found = coefficient(read(units))

        assert (found.value, found.status) == (None, status)
        assert found.interval is None

    @pytest.mark.parametrize("coefficient", [*CHANCE_CORRECTED, scott_pi, cohen])
    def test_is_no_variation_where_chance_agreement_is_certain(self, coefficient):
        found = coefficient(read("11 11 11"))

        assert (found.value, found.status) == (None, Status.NO_VARIATION)

    @pytest.mark.parametrize("coefficient", CHANCE_OF_LABELS)
    def test_is_ok_where_chance_goes_by_the_declared_labels(self, coefficient):
        found = coefficient(read("11 11 11"))

        assert (found.value, found.status) == (1, Status.OK)

    @pytest.mark.parametrize("coefficient", [gwet_ac, brennan_prediger])
    def test_is_no_variation_where_one_label_is_declared(self, coefficient):
        found = coefficient(read("11 11", "1"))

        assert (found.value, found.status) == (None, Status.NO_VARIATION)

    @pytest.mark.parametrize("coefficient", NOMINAL)
    @pytest.mark.parametrize("units", ["121", "12. 2.. .1. ..1"])
    def test_of_an_interval_is_single_unit_where_one_unit_has_pairs(
        self, coefficient, units
    ):
        found = coefficient(read(units))

        interval = found.over_units
        assert found.status is Status.OK
        assert (interval.se, interval.low, interval.high) == (None, None, None)
        assert interval.status is Status.SINGLE_UNIT

    def test_of_an_interval_is_single_article_where_all_pairs_are_of_one(self):
        found = krippendorff_alpha(read("11 12 22 1.", articles="aaab"))

        assert found.over_articles.se is None
        assert found.over_articles.status is Status.SINGLE_ARTICLE
        assert found.interval is found.over_units

    def test_is_no_pairable_units_for_a_pair_that_shares_none(self):
        pairs = cohen_kappas(read("11. 2.2"))

        assert pairs.between(1, 2) is None
        assert pair_coefficient(pairs, None).status is Status.NO_PAIRABLE_UNITS
        assert light_kappa(cohen_kappas(read("1. .1"))).status is (
            Status.NO_PAIRABLE_UNITS
        )


class TestLabels:
    @given(ratings=small_ratings(), data=st.data())
    def test_may_be_in_any_order_for_nominal_coefficients(self, ratings, data):
        size = len(ratings.declared)
        order = np.array(data.draw(st.sampled_from(list(permutations(range(size))))))

        other = count(ratings.relabeled(order[ratings.labels], ratings.declared))

        tally = count(ratings)
        for coefficient in NOMINAL:
            assert_same(coefficient(other), coefficient(tally))

    @given(ratings=small_ratings())
    def test_have_the_alpha_and_kappa_of_the_collapsed_labels(self, ratings):
        tally = count(ratings)

        for place, label in enumerate(ratings.declared):
            mine = (ratings.labels == place).astype(int)
            collapsed = count(ratings.relabeled(mine, ("rest", "this")))
            assert_same(alpha_by_label(tally)[label], krippendorff_alpha(collapsed))
            assert_same(fleiss_by_label(tally)[label], fleiss_kappa(collapsed))

    def test_are_confused_as_often_as_ratings_of_a_unit_differ(self):
        confusion = label_confusion(read("112 12. 1.. 333", "123"))

        # Two ratings 1 and one 2 have 3 pairs, weighing 1/2 each way; 12. has one.
        assert confusion == pytest.approx(np.array([[1, 2, 0], [2, 0, 0], [0, 0, 3]]))


class TestScottsPi:
    def test_refuses_more_than_two_raters(self):
        with pytest.raises(ValueError, match="two raters"):
            scott_pi(read("123"))

    def test_is_fleiss_kappa_of_two_raters_without_missing_ratings(self):
        tally = read("12 22 33 13 44")

        assert scott_pi(tally).value == pytest.approx(fleiss_kappa(tally).value)


class TestNumbers:
    @given(ratings=small_ratings(most_units=6))
    def test_are_never_nan_or_infinite(self, ratings):
        tally = count(ratings)
        pairs = cohen_kappas(tally, Weights.LINEAR)
        confidence = ratings.raters % 2

        results = [
            *(krippendorff_alpha(tally, level) for level in Level),
            *(one(tally, weights) for one in NOMINAL[1:] for weights in Weights),
            alpha_by_label(tally),
            fleiss_by_label(tally),
            label_confusion(tally),
            pairs,
            [pair_coefficient(pairs, place) for place in range(len(pairs.units))],
            light_kappa(pairs),
            standings(tally, pairs, Level.ORDINAL),
            Calibration.of(ratings, confidence, ("no", "yes")).agreement(),
            krippendorff_alpha(tally).at_least(0.8),
        ]

        assert np.isfinite(list(numbers_in(results))).all()

    def test_are_found_wherever_they_are_in_results(self):
        hidden = [{"a": np.array([[1.0, np.nan]])}, "text", None, Status.OK]

        found = list(numbers_in([hidden, Coefficient(0.5, over_units=None)]))

        assert found == pytest.approx([1, np.nan, 0.5], nan_ok=True)
