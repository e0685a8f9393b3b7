"""Pairs of raters, and each rater beside the others."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.metrics import (
    Level,
    Ratings,
    Status,
    Weights,
    alpha_without_each,
    cohen_kappas,
    conger_kappa,
    count,
    krippendorff_alpha,
    light_kappa,
    marginal_bias,
    pair_coefficient,
    standings,
)
from tests.annotator.metrics.drawing import (
    influences,
    read,
    rows_of_units,
    simulated,
    small_ratings,
)

RATINGS = simulated(units=90, raters=5, each=3, missing=0.1)


def one_rater(ratings: Ratings, rater: int) -> dict[int, int]:
    mine = ratings.raters == rater
    return dict(
        zip(ratings.units[mine].tolist(), ratings.labels[mine].tolist(), strict=True)
    )


class TestPairs:
    @given(ratings=small_ratings())
    def test_hold_the_table_of_the_units_that_both_rated(self, ratings):
        tally = count(ratings)
        pairs = cohen_kappas(tally)

        for one, rater in enumerate(tally.raters):
            for other, peer in enumerate(tally.raters):
                mine, theirs = one_rater(ratings, rater), one_rater(ratings, peer)
                shared = mine.keys() & theirs.keys()
                place = pairs.between(one, other)
                if one == other or not shared:
                    assert place is None
                    continue
                table = np.zeros((len(tally.labels),) * 2, int)
                for unit in shared:
                    table[mine[unit], theirs[unit]] += 1
                found = pairs.tables[place]
                assert (found if one < other else found.T).tolist() == table.tolist()

    def test_have_their_kappa_by_the_definition(self):
        pairs = cohen_kappas(count(RATINGS))

        for place, table in enumerate(pairs.tables):
            share = table / table.sum()
            expected = float(share.sum(axis=0) @ share.sum(axis=1))
            kappa = (np.trace(share) - expected) / (1 - expected)
            assert pairs.kappa[place] == pytest.approx(kappa)
            assert pairs.agreement[place] == pytest.approx(np.trace(share))
            assert pairs.units[place] == table.sum()

    @pytest.mark.parametrize("weights", [Weights.IDENTITY, Weights.QUADRATIC])
    def test_have_the_standard_error_of_the_delta_method(self, weights):
        tally = count(RATINGS)
        pairs = cohen_kappas(tally, weights)
        table = pairs.tables[0]

        def kappa(cells: np.ndarray) -> float:
            one = np.array([[*row] for row in cells.reshape(table.shape)])
            credit = np.eye(len(one))
            if weights is Weights.QUADRATIC:
                steps = np.subtract.outer(np.arange(len(one)), np.arange(len(one)))
                credit = 1 - (steps / (len(one) - 1)) ** 2
            share = one / one.sum()
            chance = share.sum(axis=1) @ credit @ share.sum(axis=0)
            return float(((share * credit).sum() - chance) / (1 - chance))

        moved = influences(kappa, table.ravel())
        variance = float(table.ravel() @ np.square(moved))
        assert pairs.se[0] == pytest.approx(variance**0.5, rel=1e-5)

    def test_have_no_kappa_where_both_gave_one_same_label(self):
        pairs = cohen_kappas(read("111 112 11."))

        assert pairs.kappa[0] is None
        assert (pairs.se[0], pairs.se_null[0]) == (None, None)
        assert pairs.undefined.tolist() == [True, False, False]
        assert pair_coefficient(pairs, 0).status is Status.NO_VARIATION

    def test_of_one_unit_have_no_interval(self):
        kappa = pair_coefficient(cohen_kappas(read("12")), 0)

        assert kappa.value == 0
        assert kappa.over_units.status is Status.SINGLE_UNIT

    def test_have_a_mean_over_those_that_are_defined(self):
        pairs = cohen_kappas(read("111 112 11."))

        defined = [kappa for kappa in pairs.kappa if kappa is not None]
        assert light_kappa(pairs).value == pytest.approx(sum(defined) / 2)
        assert light_kappa(cohen_kappas(read("11 11"))).status is Status.NO_VARIATION


class TestConger:
    def test_of_two_raters_is_cohens_kappa(self):
        tally = read("12 11 22 33 13 23 33")

        assert conger_kappa(tally).value == pytest.approx(cohen_kappas(tally).kappa[0])

    @pytest.mark.parametrize("weights", [Weights.IDENTITY, Weights.LINEAR])
    def test_has_the_standard_error_of_the_infinitesimal_jackknife(self, weights):
        # Without single ratings, where Gwet's formula takes pairable units as fixed.
        _, unit = np.unique(RATINGS.units, return_inverse=True)
        ratings = RATINGS.kept(np.bincount(unit)[unit] > 1)
        patterns, _ = rows_of_units(ratings)
        raters = np.unique(ratings.raters)
        size = len(ratings.declared)
        given = np.zeros((len(patterns), len(raters), size))
        _, unit = np.unique(ratings.units, return_inverse=True)
        given[unit, np.searchsorted(raters, ratings.raters), ratings.labels] = 1
        ranks = np.arange(size)
        steps = np.abs(np.subtract.outer(ranks, ranks)) / (size - 1)
        credit = np.eye(size) if weights is Weights.IDENTITY else 1 - steps
        sizes = patterns.sum(axis=1)
        agreeing = ((patterns @ credit) * patterns).sum(axis=1) - sizes
        agreeing = agreeing / (sizes * (sizes - 1))

        def kappa(often: np.ndarray) -> float:
            shares = np.einsum("u,urk->rk", often, given)
            shares /= shares.sum(axis=1, keepdims=True)
            each = shares @ credit @ shares.T
            chance = (each.sum() - np.trace(each)) / (len(raters) * (len(raters) - 1))
            return float((often @ agreeing / often.sum() - chance) / (1 - chance))

        found = conger_kappa(count(ratings), weights)

        ones = np.ones(len(patterns))
        moved = influences(kappa, ones)
        variance = len(moved) / (len(moved) - 1) * float(np.square(moved).sum())
        assert found.value == pytest.approx(kappa(ones))
        assert found.over_units.se == pytest.approx(variance**0.5, rel=1e-5)


class TestAlphaWithoutEach:
    @pytest.mark.parametrize("level", Level)
    def test_is_alpha_of_the_others(self, level):
        found = alpha_without_each(count(RATINGS), level)

        for one, rater in zip(found, np.unique(RATINGS.raters), strict=True):
            others = count(RATINGS.kept(RATINGS.raters != rater))
            expected = krippendorff_alpha(others, level).value
            assert one.value == pytest.approx(expected, abs=1e-12)

    @given(
        ratings=small_ratings(), level=st.sampled_from([Level.NOMINAL, Level.ORDINAL])
    )
    def test_is_undefined_as_alpha_of_the_others_is(self, ratings, level):
        tally = count(ratings)

        found = alpha_without_each(tally, level)

        for one, rater in zip(found, tally.raters, strict=True):
            others = count(ratings.kept(ratings.raters != rater))
            expected = krippendorff_alpha(others, level)
            if len(tally.raters) > 2:
                assert one.status is expected.status
            else:
                assert one.status is Status.INSUFFICIENT_RATERS
            assert one.value == pytest.approx(expected.value, abs=1e-9)


class TestStandings:
    def test_count_what_each_rated_and_shared(self):
        tally = read("11. 12. 3.. ..2 .21")

        found = standings(tally, cohen_kappas(tally))

        assert [one.rater for one in found] == [0, 1, 2]
        assert [one.units for one in found] == [3, 3, 2]
        assert [one.shared_units for one in found] == [2, 3, 1]

    def test_give_the_kappa_with_any_peer_by_the_definition(self):
        tally = count(RATINGS)
        patterns, _ = rows_of_units(RATINGS)
        units = np.unique(RATINGS.units)

        for one in standings(tally, cohen_kappas(tally)):
            own, peers = [], []
            for unit, label in one_rater(RATINGS, one.rater).items():
                others = patterns[np.searchsorted(units, unit)].astype(float)
                others[label] -= 1
                if others.sum():
                    own.append(np.eye(len(others))[label])
                    peers.append(others / others.sum())
            mine, theirs = np.array(own), np.array(peers)

            def kappa(often: np.ndarray, mine=mine, theirs=theirs) -> float:
                agreed = often @ (mine * theirs).sum(axis=1) / often.sum()
                chance = (often @ mine) @ (often @ theirs) / often.sum() ** 2
                return float((agreed - chance) / (1 - chance))

            ones = np.ones(len(mine))
            moved = influences(kappa, ones)
            variance = len(moved) / (len(moved) - 1) * float(np.square(moved).sum())
            assert one.peer_kappa.value == pytest.approx(kappa(ones))
            assert one.peer_kappa.over_units.se == pytest.approx(
                variance**0.5, rel=1e-5
            )

    @given(ratings=small_ratings())
    def test_of_two_raters_are_cohens_kappa_and_the_bias_of_their_table(self, ratings):
        tally = count(ratings.kept(ratings.raters < 2))
        pairs = cohen_kappas(tally)

        found = standings(tally, pairs)

        if len(found) < 2 or not len(pairs.units):
            assert {one.peer_kappa.status for one in found} <= {
                Status.NO_PAIRABLE_UNITS
            }
            return
        cohen, bias = pair_coefficient(pairs, 0), marginal_bias(pairs.tables[0])
        for one in found:
            assert one.peer_kappa.value == pytest.approx(cohen.value)
            assert one.peer_kappa.status is cohen.status
            assert (one.bias.df, one.bias.status) == (bias.df, bias.status)
            assert one.bias.stuart_maxwell == pytest.approx(bias.stuart_maxwell)
            assert one.bias.bhapkar == pytest.approx(bias.bhapkar)
            assert one.mean_kappa.value == pytest.approx(cohen.value)

    def test_leave_pairs_that_share_too_little_out_of_the_mean(self):
        tally = read("12. 11. 22. 1.2 .12")
        pairs = cohen_kappas(tally)

        found = standings(tally, pairs, enough_shared=3)

        assert [one.pairs for one in found] == [1, 1, 0]
        assert found[0].mean_kappa.value == pytest.approx(pairs.kappa[0])
        assert found[2].mean_kappa.status is Status.NO_PAIRABLE_UNITS

    def test_say_where_no_kappa_with_anybody_is_defined(self):
        tally = read("11 11")

        (one, _) = standings(tally, cohen_kappas(tally))

        assert one.mean_kappa.status is Status.NO_VARIATION
        assert one.peer_kappa.status is Status.NO_VARIATION
