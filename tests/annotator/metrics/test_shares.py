"""Shares over clusters: worked by hand, and how often their interval is right."""

import numpy as np
import pytest

from annotator.metrics import Share, share_of_clusters


def share(parts, sizes):
    return share_of_clusters(np.array(parts, float), np.array(sizes, float))


class TestAShare:
    def test_of_clusters_of_one_size_has_the_interval_of_their_mean(self):
        # Shares .4 .5 .5 .6 .5: s = sqrt(.02 / 4), se = s / sqrt(5), t(4) = 2.776445.
        found = share([4, 5, 5, 6, 5], [10] * 5)

        assert found.share == pytest.approx(0.5)
        assert found.low == pytest.approx(0.5 - 2.7764451052 * 0.0316227766)
        assert found.high == pytest.approx(0.5 + 2.7764451052 * 0.0316227766)

    def test_of_clusters_of_many_sizes_weighs_each_by_its_size(self):
        # R = 30 / 60; residuals 2 -1 -1 0, so the variance is 4/3 * 6 / 3600.
        found = share([12, 4, 9, 5], [20, 10, 20, 10])

        assert found.share == pytest.approx(0.5)
        side = 3.1824463053 * (8 / 3600) ** 0.5  # t with 3 degrees of freedom
        assert found.low == pytest.approx(0.5 - side)
        assert found.high == pytest.approx(0.5 + side)

    def test_stays_between_nothing_and_all(self):
        found = share([1, 0, 0], [2, 2, 2])

        assert found.low == 0
        assert 1 / 6 < found.high < 1

    def test_has_no_interval_for_one_cluster(self):
        assert share([1], [3]) == Share(pytest.approx(1 / 3), None, None)

    @pytest.mark.parametrize("part", [0, 1 / 3, 1])
    def test_has_no_interval_where_clusters_do_not_differ(self, part):
        sizes = [1, 3, 7]

        found = share([part * size for size in sizes], sizes)

        assert found == Share(pytest.approx(part), None, None)

    def test_needs_a_cluster(self):
        with pytest.raises(ValueError, match="needs a cluster"):
            share([], [])

    def test_has_the_truth_in_its_interval_about_as_often_as_it_says(self):
        chance = np.random.default_rng(5)
        held = []
        for _ in range(1500):
            sizes = chance.integers(2, 30, 40)
            parts = chance.binomial(sizes, chance.beta(2, 4, 40))
            found = share(parts, sizes)
            held.append(found.low <= 1 / 3 <= found.high)

        assert np.mean(held) == pytest.approx(0.95, abs=0.02)
