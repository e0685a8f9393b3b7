"""Bootstraps: reproducible, and as wide as the standard errors say."""

import numpy as np
import pytest

from annotator.metrics import (
    Ratings,
    Status,
    bootstrap_articles,
    bootstrap_units,
    count,
    krippendorff_alpha,
    percentile_interval,
    strata_by_article,
)
from annotator.metrics.coefficients import alpha_values
from annotator.metrics.totals import Totals
from tests.annotator.metrics.drawing import (
    read,
    rows_of_units,
    simulated,
    without_articles,
)

RATINGS = simulated(units=1200, per_article=10, missing=0.2)


def alphas(totals: Totals) -> np.ndarray:
    return alpha_values(totals, 1 - np.eye(totals.shares.shape[-1]))


def by_article(samples: int = 200, seed: int = 0) -> np.ndarray:
    strata, counts = strata_by_article(RATINGS)
    return bootstrap_articles(
        strata, counts, alphas, labels=4, samples=samples, seed=seed
    )


class TestBootstrap:
    def test_gives_the_same_samples_for_the_same_seed(self):
        tally = count(RATINGS)

        assert (
            bootstrap_units(tally, alphas, seed=5).tolist()
            == bootstrap_units(tally, alphas, seed=5).tolist()
        )
        assert by_article(seed=5).tolist() == by_article(seed=5).tolist()

    def test_gives_other_samples_for_another_seed(self):
        tally = count(RATINGS)

        assert (
            bootstrap_units(tally, alphas, seed=5).tolist()
            != bootstrap_units(tally, alphas, seed=6).tolist()
        )
        assert by_article(seed=5).tolist() != by_article(seed=6).tolist()

    def test_begins_with_the_same_samples_whatever_their_number(self):
        many = by_article(samples=130)

        assert (len(by_article(samples=40)), len(many)) == (40, 130)
        assert by_article(samples=40).tolist() == many[:40].tolist()

    def test_over_articles_is_as_wide_as_the_clustered_standard_error(self):
        alpha = krippendorff_alpha(count(RATINGS))

        drawn = by_article(samples=3000)

        # 120 articles leave the deviation itself uncertain by a few hundredths.
        assert drawn.std() == pytest.approx(alpha.over_articles.se, rel=0.08)
        assert drawn.std() > 1.2 * alpha.over_units.se

    def test_over_units_is_as_wide_as_the_standard_error_over_units(self):
        alpha = krippendorff_alpha(count(RATINGS))

        drawn = bootstrap_units(count(RATINGS), alphas, samples=3000)

        assert drawn.std() == pytest.approx(alpha.over_units.se, rel=0.06)

    def test_leaves_out_samples_in_which_nothing_is_defined(self):
        drawn = bootstrap_units(read("11 11 22"), alphas, samples=500)

        # Two units of three with the same label: 9 in 27 samples are all one label.
        assert 250 < len(drawn) < 400
        assert np.isfinite(drawn).all()

    def test_of_nothing_is_nothing(self):
        drawn = bootstrap_units(read(""), alphas)
        nothing = Ratings.of([], "12")

        assert len(drawn) == 0
        assert percentile_interval(drawn) is None
        assert krippendorff_alpha(count(nothing)).status is Status.NO_DATA
        none = np.zeros(0, np.int64)
        assert len(bootstrap_articles(none, none.reshape(0, 0), alphas, labels=2)) == 0

    def test_has_an_interval_by_percentiles(self):
        assert percentile_interval(np.arange(1001.0)) == pytest.approx((25, 975))


class TestStrataByArticle:
    def test_hold_the_totals_of_every_article(self):
        strata, counts = strata_by_article(RATINGS)

        patterns, articles = rows_of_units(RATINGS)
        for article in range(3):
            mine = patterns[articles == article]
            expected = Totals.of_patterns(mine, np.ones(len(mine)))
            found = Totals.of_strata(strata, counts[article], 4)
            assert found.coincidences == pytest.approx(expected.coincidences)
            assert found.pairs == pytest.approx(expected.pairs)
            assert found.shares == pytest.approx(expected.shares)

    def test_have_the_moments_of_the_tally(self):
        strata, counts = strata_by_article(RATINGS)

        moments = count(RATINGS).moments
        assert strata.tolist() == moments.strata.tolist()
        assert (counts.T @ counts).tolist() == moments.second.tolist()

    def test_need_articles(self):
        with pytest.raises(ValueError, match="needs the article"):
            strata_by_article(without_articles(RATINGS))
