"""Standard errors against slow arithmetic, and what is made of them."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given

from annotator.metrics import (
    Coefficient,
    Level,
    Method,
    Status,
    Weights,
    alpha_by_label,
    band,
    bootstrap_articles,
    bootstrap_units,
    brennan_prediger,
    conger_kappa,
    count,
    fleiss_kappa,
    gwet_ac,
    krippendorff_alpha,
    percent_agreement,
)
from annotator.metrics.coefficients import (
    alpha_values,
    corrected_values,
    even_chance,
    fleiss_chance,
    gwet_chance,
    rank_distances,
)
from annotator.metrics.counting import strata_by_article
from annotator.metrics.scales import agreement_weights, fixed_distances
from annotator.metrics.totals import Totals
from tests.annotator.metrics.drawing import (
    influences,
    read,
    rows_of_units,
    simulated,
    small_ratings,
    without_articles,
)

RATINGS = simulated(units=80, per_article=4, missing=0.35)
CHANCES = {
    fleiss_kappa: fleiss_chance,
    gwet_ac: gwet_chance,
    brennan_prediger: even_chance,
}


def large_sample_alpha(patterns: np.ndarray, level: Level):
    """Give alpha without its correction for few ratings, of units with weights."""
    labels = tuple(str(label + 1) for label in range(patterns.shape[1]))

    def value(weights: np.ndarray) -> float:
        pairs = Totals.of_patterns(patterns, weights).coincidences
        marginals = pairs.sum(axis=1)
        distances = fixed_distances(labels, level)
        if distances is None:
            distances = rank_distances(marginals)
        expected = marginals @ distances @ marginals / marginals.sum()
        return 1 - float((pairs * distances).sum() / expected)

    return value


def corrected(patterns: np.ndarray, coefficient, weights: Weights):
    labels = tuple(str(label + 1) for label in range(patterns.shape[1]))
    table = agreement_weights(labels, weights)

    def value(often: np.ndarray) -> float:
        totals = Totals.of_patterns(patterns, often)
        return float(corrected_values(totals, table, CHANCES[coefficient]))

    return value


def variances(value, ratings, *, pairable_only: bool) -> tuple[float, float]:
    """Give the variance over units, and over articles, by the definition of both."""
    patterns, articles = rows_of_units(ratings)
    if pairable_only:
        kept = patterns.sum(axis=1) > 1
        patterns, articles = patterns[kept], articles[kept]
    moved = influences(value(patterns), np.ones(len(patterns)))
    units = len(moved)
    clusters = [moved[articles == article].sum() for article in np.unique(articles)]
    many = len(clusters)
    return (
        units / (units - 1) * float(np.square(moved).sum()),
        many / (many - 1) * float(np.square(clusters).sum()),
    )


def standard_errors(coefficient: Coefficient) -> list[float | None]:
    both = coefficient.over_units, coefficient.over_articles
    return [interval.se for interval in both if interval is not None]


class TestStandardErrors:
    @pytest.mark.parametrize("level", Level)
    def test_of_alpha_are_those_of_the_infinitesimal_jackknife(self, level):
        alpha = krippendorff_alpha(count(RATINGS), level)

        expected = variances(
            lambda patterns: large_sample_alpha(patterns, level),
            RATINGS,
            pairable_only=True,
        )
        assert standard_errors(alpha) == pytest.approx(np.sqrt(expected), rel=1e-5)

    @pytest.mark.parametrize("weights", [Weights.IDENTITY, Weights.QUADRATIC])
    @pytest.mark.parametrize("coefficient", CHANCES)
    def test_of_kappas_are_those_of_the_infinitesimal_jackknife(
        self, coefficient, weights
    ):
        # With single ratings, Gwet's formula takes the pairable units as a fixed part.
        _, unit = np.unique(RATINGS.units, return_inverse=True)
        paired = RATINGS.kept(np.bincount(unit)[unit] > 1)

        found = coefficient(count(paired), weights)

        expected = variances(
            lambda patterns: corrected(patterns, coefficient, weights),
            paired,
            pairable_only=False,
        )
        assert standard_errors(found) == pytest.approx(np.sqrt(expected), rel=1e-5)

    @pytest.mark.parametrize("level", Level)
    def test_of_alpha_are_those_of_the_bootstrap(self, level):
        tally = count(simulated(units=500, missing=0.2))
        distances = fixed_distances(tally.labels, level)

        drawn = bootstrap_units(
            tally, lambda totals: alpha_values(totals, distances), samples=4000
        )

        # The deviation of 4,000 samples is itself off by a ninetieth.
        se = krippendorff_alpha(tally, level).over_units.se
        assert drawn.std() == pytest.approx(se, rel=0.06)

    @given(ratings=small_ratings())
    def test_by_article_are_those_by_unit_where_each_article_has_one_unit(
        self, ratings
    ):
        alone = count(replace(ratings, articles=ratings.units))

        for coefficient in (krippendorff_alpha, fleiss_kappa, percent_agreement):
            found = coefficient(alone)
            # Gwet's variance over units takes the number of pairable ones as given.
            is_like = coefficient is krippendorff_alpha or (alone.sizes > 1).all()
            if found.value is None or not is_like:
                continue
            by_unit, by_article = found.over_units, found.over_articles
            assert by_article.n == by_unit.n
            if by_unit.se is None:
                assert by_article.status is Status.SINGLE_ARTICLE
            else:
                # The root of a variance of 0 that is off by 1e-16.
                assert by_article.se == pytest.approx(by_unit.se, abs=1e-7)

    def test_by_article_are_those_of_the_bootstrap_where_some_are_half_done(self):
        ratings = simulated(units=2000, per_article=20)
        half_done = ratings.articles % 3 == 0
        ratings = ratings.kept(~half_done | (ratings.raters == ratings.raters.min()))
        strata, by_article = strata_by_article(ratings)

        drawn = bootstrap_articles(
            strata,
            by_article,
            lambda totals: corrected_values(totals, np.eye(4), fleiss_chance),
            labels=4,
            samples=4000,
        )

        se = fleiss_kappa(count(ratings)).over_articles.se
        assert drawn.std() == pytest.approx(se, rel=0.1)

    def test_by_article_do_not_change_those_by_unit(self):
        clustered, plain = count(RATINGS), count(without_articles(RATINGS))

        for coefficient in (krippendorff_alpha, gwet_ac, conger_kappa):
            assert coefficient(plain).over_units == coefficient(clustered).over_units
            assert coefficient(plain).over_articles is None

    def test_by_article_are_larger_where_articles_lean(self):
        alpha = krippendorff_alpha(count(simulated(units=2000, per_article=20)))

        assert alpha.over_articles.se > 1.2 * alpha.over_units.se

    def test_of_labels_are_those_of_collapsed_labels(self):
        for place, label in enumerate(RATINGS.declared):
            mine = (RATINGS.labels == place).astype(int)
            collapsed = count(RATINGS.relabeled(mine, ("rest", "this")))

            found = standard_errors(alpha_by_label(count(RATINGS))[label])
            expected = standard_errors(krippendorff_alpha(collapsed))

            assert found == pytest.approx(expected)


class TestIntervals:
    def test_are_those_of_students_t(self):
        alpha = krippendorff_alpha(read("11 12 22 22 11"))

        # The .975 quantile of Student's t with 4 degrees of freedom.
        reach = 2.7764451051977987 * alpha.over_units.se
        assert alpha.over_units.df == 4
        assert alpha.over_units.low == pytest.approx(alpha.value - reach)

    def test_end_at_one(self):
        alpha = krippendorff_alpha(read("11 12 22 22 11"))

        assert alpha.over_units.high == 1

    def test_hold_a_value_below_minus_one(self):
        # One unit is split; all others have the same single answer.
        kappa = fleiss_kappa(read("12 12 " + "1. " * 200))

        assert kappa.value < -1
        assert kappa.over_units.low < kappa.value < kappa.over_units.high
        assert band(kappa) == "poor"

    def test_are_shown_by_article_where_articles_are_known(self):
        alpha = krippendorff_alpha(count(RATINGS))

        assert alpha.interval is alpha.over_articles
        assert alpha.interval.method is Method.ARTICLES
        assert alpha.interval.n == 20
