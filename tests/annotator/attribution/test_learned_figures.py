"""The figures of a model: folds that share no article, and honest intervals."""

from collections import Counter

import numpy as np
import pytest

from annotator.attribution.learned.figures import compared, gain, share
from annotator.attribution.learned.fitting import FOLDS, folds, temperature_of


class TestFolds:
    def test_are_of_one_size(self):
        sizes = Counter(folds([f"{number * 7919 % 1009}" for number in range(23)]))

        assert sorted(sizes) == list(range(FOLDS))
        assert max(sizes.values()) - min(sizes.values()) <= 1

    def test_do_not_depend_on_the_order_of_articles(self):
        keys = [f"{number * 7919 % 1009}" for number in range(23)]

        there = dict(zip(keys, folds(keys), strict=True))
        back = dict(zip(keys[::-1], folds(keys[::-1]), strict=True))

        assert there == back


class TestShares:
    def test_are_wilsons_where_each_row_is_an_article(self):
        right = [True] * 80 + [False] * 20

        found = share(right, np.arange(100))

        # Wilson's interval for 80 of 100 is .711 to .867; t widens it a little.
        assert found.value == pytest.approx(0.8)
        assert (found.low, found.high) == pytest.approx((0.711, 0.867), abs=0.005)

    def test_are_less_sure_where_articles_differ(self):
        right = [True] * 80 + [False] * 20

        alone = share(right, np.arange(100))
        together = share(right, np.arange(100) // 10)

        assert together.high - together.low > 2 * (alone.high - alone.low)

    def test_without_an_error_are_not_certain(self):
        found = share([True] * 200, np.arange(200) // 10)

        assert (found.value, found.high) == (1, 1)
        assert found.low < 0.85

    def test_of_one_article_say_next_to_nothing(self):
        found = share([True, False, True], np.zeros(3, int))

        assert found.high - found.low > 0.9

    def test_cover_the_truth(self):
        chance = np.random.default_rng(3)
        covered = 0
        for _ in range(300):
            by_article = chance.beta(8, 2, size=20)
            articles = np.repeat(np.arange(20), 12)
            right = chance.random(240) < by_article[articles]
            found = share(right.tolist(), articles)
            covered += found.low <= 0.8 <= found.high

        assert covered >= 0.92 * 300


class TestGains:
    def test_are_paired(self):
        before = [True, False] * 20
        after = [True, True] * 20

        found = gain(after, before, np.arange(40) // 2)

        assert (found.value, found.low, found.high) == (0.5, 0.5, 0.5)


class TestComparing:
    def test_gives_each_label_its_precision_and_recall(self):
        decided = ["a", "a", "a", "b"]

        found = compared(
            decided, ["a", "a", "b", "b"], ["a", "c", "c", "c"], np.arange(4)
        )

        assert found["labels"] == [
            {
                "label": "a",
                "claims": 3,
                "learned": {"precision": 1, "recall": pytest.approx(2 / 3)},
                "rules": {"precision": 1, "recall": pytest.approx(1 / 3)},
            },
            {
                "label": "b",
                "claims": 1,
                "learned": {"precision": 0.5, "recall": 1},
                "rules": {"precision": None, "recall": 0},
            },
        ]


class TestTemperature:
    def test_makes_a_boastful_model_modest(self):
        chance = np.random.default_rng(4)
        right = (chance.random(2000) < 0.75).astype(int)
        # It says 95 % and is right in 75 %.
        scores = np.tile([0.0, np.log(0.95 / 0.05)], (2000, 1))

        cooled = scores[0] / temperature_of(scores, right)

        assert 1 / (1 + np.exp(-cooled[1])) == pytest.approx(right.mean(), abs=0.01)

    def test_of_nothing_changes_nothing(self):
        assert temperature_of(np.zeros((0, 2)), np.zeros(0, int)) == 1
