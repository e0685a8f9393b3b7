"""Coefficients against published worked examples and their undefined cases."""

import pytest

from annotator.metrics import (
    Level,
    Rating,
    Status,
    Tally,
    krippendorff_alpha,
    percent_agreement,
)

# A letter a rater, a dot for none, a word a unit: Krippendorff (2011), section C.
KRIPPENDORFF = "11.1 2232 3333 3333 2222 1234 4444 1121 2222 .555 ..11 .3.."
SCALE = "12345"


def read(units: str) -> Tally:
    return Tally.of(
        Rating(unit, rater, label)
        for unit, row in enumerate(units.split())
        for rater, label in enumerate(row)
        if label != "."
    )


class TestAlpha:
    @pytest.mark.parametrize(
        ("level", "value"),
        [(Level.NOMINAL, 0.743421052632), (Level.ORDINAL, 0.815387503755)],
    )
    def test_matches_the_worked_example(self, level, value):
        alpha = krippendorff_alpha(read(KRIPPENDORFF), SCALE, level)

        assert alpha.value == pytest.approx(value, abs=1e-9)
        assert alpha.status is Status.OK

    def test_matches_the_two_raters_of_the_worked_example(self):
        # Krippendorff (2011), section B: two observers, five labels, .692 as printed.
        units = "ab aa bb bb db cc cc cc ee dd dd ad"

        alpha = krippendorff_alpha(read(units), "abcde", Level.NOMINAL)

        assert alpha.value == pytest.approx(0.692, abs=5e-4)

    def test_is_below_zero_where_raters_disagree_more_than_by_chance(self):
        alpha = krippendorff_alpha(read("11 21 11 21"), "123", Level.NOMINAL)

        assert alpha.value == pytest.approx(-1 / 6, abs=1e-12)

    def test_does_not_change_with_labels_that_nobody_used(self):
        few = krippendorff_alpha(read(KRIPPENDORFF), SCALE, Level.ORDINAL)
        more = krippendorff_alpha(read(KRIPPENDORFF), "0123456", Level.ORDINAL)

        assert few.value == pytest.approx(more.value, abs=1e-12)

    def test_refuses_a_label_that_was_not_declared(self):
        with pytest.raises(ValueError, match="'5' is not among"):
            krippendorff_alpha(read(KRIPPENDORFF), "1234", Level.NOMINAL)

    @pytest.mark.parametrize(
        ("units", "status"),
        [
            ("", Status.NO_DATA),
            ("1. 2. 3.", Status.INSUFFICIENT_RATERS),
            ("1. .2 3.", Status.NO_PAIRABLE_UNITS),
            ("11 11 11", Status.NO_VARIATION),
            ("11 2. .1", Status.NO_VARIATION),
        ],
    )
    def test_is_undefined_with_the_reason(self, units, status):
        alpha = krippendorff_alpha(read(units), "123", Level.NOMINAL)

        assert alpha.value is None
        assert alpha.status is status

    @pytest.mark.parametrize("units", ["121", "12 2. .1"])
    def test_is_zero_for_a_single_pair_that_splits(self, units):
        alpha = krippendorff_alpha(read(units), "123", Level.NOMINAL)

        assert alpha.value == pytest.approx(0)


class TestPercentAgreement:
    @pytest.mark.parametrize(
        ("units", "value"),
        [
            (KRIPPENDORFF, 0.818181818182),
            ("11 11 11", 1),
            ("121", 1 / 3),
            ("12 2. .1", 0),
        ],
    )
    def test_is_the_share_of_agreeing_pairs(self, units, value):
        agreement = percent_agreement(read(units))

        assert agreement.value == pytest.approx(value, abs=1e-9)
        assert agreement.status is Status.OK

    def test_is_undefined_without_ratings(self):
        agreement = percent_agreement(read(""))

        assert (agreement.value, agreement.status) == (None, Status.NO_DATA)


class TestTally:
    def test_of_disjoint_units_adds_up_to_the_whole(self):
        units = KRIPPENDORFF.split()

        def part(start: int, end: int) -> Tally:
            dots = [row if start <= i < end else "...." for i, row in enumerate(units)]
            return read(" ".join(dots))

        assert part(0, 5) + part(5, 9) + part(9, 12) == read(KRIPPENDORFF)

    def test_is_the_same_after_a_round_trip(self):
        tally = read(KRIPPENDORFF)

        assert Tally.from_json(tally.to_json()) == tally

    def test_counts_units_pairs_and_ratings(self):
        tally = read(KRIPPENDORFF)

        assert (tally.units, tally.pairable_units, tally.ratings) == (12, 11, 41)

    def test_refuses_two_ratings_of_one_rater_on_one_unit(self):
        with pytest.raises(ValueError, match="twice"):
            Tally.of([Rating(1, 1, "a"), Rating(1, 1, "b")])
