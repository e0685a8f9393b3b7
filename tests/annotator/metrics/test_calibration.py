"""Calibration: counted, added up, and equal to slow arithmetic."""

from functools import reduce
from operator import add

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.metrics import Calibration, Ratings, Status
from tests.annotator.metrics.drawing import (
    columns,
    simulated,
    small_ratings,
    without_articles,
)

LEVELS = ("unsure", "fair", "sure")


def sure(ratings: Ratings, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, len(LEVELS), len(ratings.units))


def shares(ratings: Ratings, confidence: np.ndarray, level: int, clusters: np.ndarray):
    """Give, by cluster, the ratings of a level and the sum of their agreeing shares."""
    found: dict[int, list[float]] = {}
    for row in np.flatnonzero(confidence == level):
        peers = np.flatnonzero(ratings.units == ratings.units[row])
        peers = peers[peers != row]
        if len(peers):
            agreed = (ratings.labels[peers] == ratings.labels[row]).mean()
            sums = found.setdefault(int(clusters[row]), [0, 0.0])
            sums[0] += 1
            sums[1] += float(agreed)
    return np.array(list(found.values())).reshape(-1, 2)


class TestAgreement:
    @pytest.mark.parametrize("clustered", [True, False])
    def test_is_the_mean_share_of_peers_with_its_clustered_error(self, clustered):
        ratings = simulated(units=60, per_article=5, missing=0.3)
        if not clustered:
            ratings = without_articles(ratings)
        confidence = sure(ratings)

        found = Calibration.of(ratings, confidence, LEVELS).agreement()

        clusters = ratings.units if ratings.articles is None else ratings.articles
        assert [name for name, _, _ in found] == list(LEVELS)
        for level, (_, count, agreement) in enumerate(found):
            sums = shares(ratings, confidence, level, clusters)
            many, total = len(sums), sums[:, 0].sum()
            value = sums[:, 1].sum() / total
            moved = (sums[:, 1] - value * sums[:, 0]) / total
            se = (many / (many - 1) * np.square(moved).sum()) ** 0.5
            interval = agreement.over_articles if clustered else agreement.over_units
            assert count == total
            assert agreement.value == pytest.approx(value)
            assert (interval.se, interval.n) == (pytest.approx(se), many)

    def test_is_undefined_where_a_level_has_no_rating_with_peers(self):
        ratings = columns("11 12 2.", articles="aab")

        found = Calibration.of(ratings, np.array([0, 0, 1, 0, 2]), LEVELS).agreement()

        (_, low, first), (_, mid, second), (_, high, third) = found
        assert (low, first.value) == (3, pytest.approx(2 / 3))
        assert (mid, second.value) == (1, 0)
        assert second.over_articles.status is Status.SINGLE_ARTICLE
        assert (high, third.status) == (0, Status.NO_PAIRABLE_UNITS)

    def test_has_no_interval_below_0_or_above_1(self):
        ratings = columns("11 12 11", articles="aab")

        found = Calibration.of(ratings, np.zeros(6, int), LEVELS).agreement()

        interval = found[0][2].over_articles
        assert 12.7 * interval.se > found[0][2].value
        assert (interval.low, interval.high) == (0, 1)

    def test_rises_with_confidence_that_is_earned(self):
        ratings = simulated(units=800, each=4, per_article=4)
        _, unit = np.unique(ratings.units, return_inverse=True)
        most = np.bincount(unit * 4 + ratings.labels).reshape(-1, 4).max(axis=1)
        confidence = np.clip(most[unit] - 2, 0, 2)

        found = Calibration.of(ratings, confidence, LEVELS).agreement()

        values = [agreement.value for _, _, agreement in found]
        assert values == sorted(values)
        assert values[0] < values[-1]


class TestSums:
    @given(ratings=small_ratings(), data=st.data())
    def test_of_any_split_of_the_articles_are_the_whole(self, ratings, data):
        part = np.array(data.draw(st.lists(st.integers(0, 2), min_size=4, max_size=4)))
        confidence, of = sure(ratings), part[ratings.articles]

        parts = [
            Calibration.of(ratings.kept(of == which), confidence[of == which], LEVELS)
            for which in range(3)
        ]

        whole = Calibration.of(ratings, confidence, LEVELS)
        assert reduce(add, parts) == whole
        assert Calibration.total(parts, LEVELS) == whole
        assert whole - parts[0] == parts[1] + parts[2]
        assert whole - whole == Calibration.none(LEVELS)

    @given(ratings=small_ratings(), data=st.data())
    def test_do_not_depend_on_the_order_of_rows(self, ratings, data):
        rows = np.array(data.draw(st.permutations(range(len(ratings.units)))), np.int64)
        confidence = sure(ratings)

        other = Calibration.of(ratings.kept(rows), confidence[rows], LEVELS)

        assert other == Calibration.of(ratings, confidence, LEVELS)

    def test_refuse_to_take_away_what_was_not_counted(self):
        one, two = columns("11 12", articles="ab"), columns("11 11", articles="ab")
        levels = np.zeros(4, int)

        with pytest.raises(ValueError, match="was not counted"):
            Calibration.of(one, levels, LEVELS) - Calibration.of(two, levels, LEVELS)

    def test_refuse_other_levels(self):
        with pytest.raises(ValueError, match="same levels"):
            Calibration.none(LEVELS) + Calibration.none(LEVELS[:2])

    def test_refuse_calibrations_of_which_some_know_their_articles(self):
        ratings, levels = columns("11", articles="a"), np.zeros(2, int)
        one = Calibration.of(ratings, levels, LEVELS)

        with pytest.raises(ValueError, match="with and without articles"):
            one + Calibration.of(without_articles(ratings), levels, LEVELS)


class TestColumns:
    @pytest.mark.parametrize("level", [-1, 3])
    def test_refuse_a_confidence_outside_of_the_levels(self, level):
        with pytest.raises(ValueError, match="outside of the declared levels"):
            Calibration.of(columns("11"), np.array([0, level]), LEVELS)

    def test_refuse_ratings_without_a_confidence(self):
        with pytest.raises(ValueError, match="every rating its confidence"):
            Calibration.of(columns("11"), np.array([0]), LEVELS)


class TestStorage:
    @given(ratings=small_ratings(), clustered=st.booleans())
    def test_gives_back_what_was_stored(self, ratings, clustered):
        ratings = ratings if clustered else without_articles(ratings)
        calibration = Calibration.of(ratings, sure(ratings), LEVELS)

        stored = Calibration.from_bytes(calibration.to_bytes())

        assert stored == calibration
        assert stored.agreement() == calibration.agreement()
