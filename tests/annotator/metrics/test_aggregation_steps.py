"""The steps of the aggregation against slow arithmetic, and what must not matter."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.metrics.consensus import dawid_skene
from tests.annotator.metrics.fitting import fit, simulated, slowly, tally


class TestSteps:
    @pytest.mark.parametrize("steps", [1, 2])
    def test_are_those_of_the_formulas(self, steps):
        rows = simulated(seed=steps)

        found = fit(rows, 300, 6, 3, max_iterations=steps)

        likelihood, posterior, rates = slowly(rows, 300, 6, 3, steps)
        assert found.log_likelihood == pytest.approx(likelihood, rel=1e-12)
        assert found.posterior == pytest.approx(posterior, abs=1e-12)
        assert found.error_rates == pytest.approx(rates, abs=1e-12)
        assert found.iterations == steps
        assert not found.converged

    def test_are_the_same_for_many_units_with_few_ratings_each(self):
        rows = simulated(seed=0, units=40_000)
        some = np.random.default_rng(1).random(len(rows)) < 0.3
        rows = rows[some | (rows[:, 1] == 0)]

        found = fit(rows, 40_000, 6, 3, max_iterations=2)

        likelihood, posterior, rates = slowly(rows, 40_000, 6, 3, 2)
        assert found.log_likelihood == pytest.approx(likelihood, rel=1e-12)
        assert np.abs(found.posterior - posterior).max() < 1e-10
        assert found.error_rates == pytest.approx(rates, abs=1e-10)

    @pytest.mark.parametrize("seed", range(3))
    def test_with_leaps_lead_where_those_of_the_formulas_lead(self, seed):
        rows = simulated(seed)

        found = fit(rows, 300, 6, 3, tolerance=1e-14)

        likelihood, posterior, rates = slowly(rows, 300, 6, 3, 2000)
        assert found.converged
        assert found.iterations < 200
        assert found.log_likelihood == pytest.approx(likelihood, rel=1e-11)
        assert found.posterior == pytest.approx(posterior, abs=1e-4)
        assert found.error_rates == pytest.approx(rates, abs=1e-4)

    def test_stand_many_ratings_of_one_unit(self):
        # The product of a thousand rates is below what a float can hold.
        rows = [(0, rater, rater % 3 > 0) for rater in range(1000)]
        rows += [(1, rater, rater % 3 == 0) for rater in range(1000)]

        found = fit(rows, 2, 1000, 2)

        assert found.posterior == pytest.approx(np.eye(2)[::-1], abs=1e-12)
        assert np.isfinite(found.log_likelihood)


UNITS, RATERS, LABELS = 6, 4, 3
some_ratings: st.SearchStrategy[np.ndarray] = st.lists(
    st.tuples(*(st.integers(0, size - 1) for size in (UNITS, RATERS, LABELS))),
    min_size=1,
    max_size=50,
).map(np.array)
smoothings = st.sampled_from([0.0, 0.01, 1.0])

# Few steps, as rounding may in time decide between two maxima that are equally high.
FEW = {"max_iterations": 6}


def fit_some(rows, **options):
    return fit(rows, UNITS, RATERS, LABELS, **options)


class TestAnyRatings:
    @given(some_ratings, smoothings)
    def test_give_probabilities_and_never_nan(self, rows, smoothing):
        found = fit_some(rows, smoothing=smoothing)

        for array in (found.posterior, found.error_rates, found.marginals):
            assert np.isfinite(array).all()
            assert array.min() >= 0
            assert array.sum(axis=-1) == pytest.approx(1, abs=1e-12)
        assert np.isfinite([found.log_likelihood, *found.history]).all()
        assert found.log_likelihood <= 1e-12
        assert 0 <= found.entropy.min() <= found.entropy.max() <= np.log(LABELS) + 1e-12
        assert found.answers.sum() == pytest.approx(len(rows))

    @given(some_ratings, smoothings)
    def test_never_become_less_likely(self, rows, smoothing):
        found = fit_some(rows, smoothing=smoothing, tolerance=0, max_iterations=100)

        assert np.diff(found.history).min(initial=0) >= -1e-10

    @given(some_ratings, st.randoms())
    def test_may_come_in_any_order(self, rows, random):
        mixed = random.sample(rows.tolist(), len(rows))

        one, other = fit_some(rows), fit_some(mixed)

        assert one.history == other.history
        assert (one.posterior == other.posterior).all()
        assert (one.error_rates == other.error_rates).all()

    @given(some_ratings, st.permutations(range(RATERS)))
    def test_may_be_by_raters_of_any_name(self, rows, names):
        renamed = rows.copy()
        renamed[:, 1] = np.array(names)[rows[:, 1]]

        one, other = fit_some(rows, **FEW), fit_some(renamed, **FEW)

        assert other.posterior == pytest.approx(one.posterior, abs=1e-6)
        assert other.error_rates[names] == pytest.approx(one.error_rates, abs=1e-6)

    @given(some_ratings, st.permutations(range(LABELS)))
    def test_may_have_labels_of_any_name(self, rows, names):
        renamed = rows.copy()
        renamed[:, 2] = np.array(names)[rows[:, 2]]

        one, other = fit_some(rows, **FEW), fit_some(renamed, **FEW)

        assert other.posterior[:, names] == pytest.approx(one.posterior, abs=1e-6)
        assert other.error_rates[:, names][:, :, names] == pytest.approx(
            one.error_rates, abs=1e-6
        )

    @given(some_ratings)
    def test_say_the_same_when_each_unit_is_there_twice(self, rows):
        twins = np.concatenate((rows, rows + np.array([UNITS, 0, 0])))

        one = fit_some(rows, **FEW)
        both = fit(twins, 2 * UNITS, RATERS, LABELS, **FEW)

        assert both.posterior[UNITS:] == pytest.approx(one.posterior, abs=1e-6)
        assert both.log_likelihood == pytest.approx(2 * one.log_likelihood, abs=1e-6)

    @given(some_ratings, st.sampled_from([np.int8, np.uint16, np.int32, np.uint64]))
    def test_may_come_in_any_whole_number(self, rows, kind):
        sizes = {"size_units": UNITS, "size_raters": RATERS, "size_labels": LABELS}

        found = dawid_skene(*rows.T.astype(kind), **sizes)

        assert found.history == fit_some(rows).history

    @given(some_ratings)
    def test_have_votes_that_add_up(self, rows):
        votes = tally(rows, UNITS, LABELS)

        assert votes.votes.sum() == len(rows)
        decided = votes.winner >= 0
        others = np.sort(votes.votes, axis=1)[:, -2]
        assert (decided == (votes.votes.max(axis=1) > others)).all()
        assert (votes.tied == (~decided & votes.votes.any(axis=1))).all()
