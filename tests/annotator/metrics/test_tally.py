"""Tallies: counted from columns, added up and taken away, stored."""

from dataclasses import replace
from functools import reduce
from operator import add

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.metrics import (
    Rating,
    Ratings,
    Standing,
    Tally,
    alpha_by_label,
    cohen_kappas,
    conger_kappa,
    count,
    krippendorff_alpha,
    standings,
)
from annotator.metrics.moments import gram
from tests.annotator.metrics.drawing import (
    KRIPPENDORFF,
    columns,
    read,
    rows_of_units,
    simulated,
    small_ratings,
    without_articles,
)

FAR = 2**62


def with_articles(ratings: Ratings, articles: set[int]) -> Ratings:
    assert ratings.articles is not None
    return ratings.kept(np.isin(ratings.articles, list(articles)))


def of_raters(tally: Tally) -> list[Standing]:
    return standings(tally, cohen_kappas(tally))


class TestCounting:
    def test_counts_units_pairs_and_ratings(self):
        tally = read(KRIPPENDORFF)

        assert (tally.units, tally.pairable_units, tally.ratings) == (12, 11, 41)

    def test_counts_what_each_rater_gave_and_what_two_said_together(self):
        tally = read("12 1. 22", "12")

        assert tally.given.tolist() == [[2, 1], [0, 2]]
        said = [column.tolist() for column in tally.together_of()]
        assert list(zip(*said, strict=True)) == [(0, 0, 1, 1, 1), (0, 1, 1, 1, 1)]

    def test_counts_articles_and_those_with_pairs(self):
        tally = read("12 1. 22 .2", "12", articles="abac")

        assert (tally.moments.articles, tally.moments.pairable_articles) == (3, 1)

    def test_keeps_the_second_moments_of_strata_over_articles(self):
        ratings = simulated(units=60, per_article=5, missing=0.4)

        moments = count(ratings).moments

        patterns, articles = rows_of_units(ratings)
        size = len(ratings.declared)
        rows = []
        for article in np.unique(articles):
            cells = dict.fromkeys(moments.strata.tolist(), 0)
            for pattern in patterns[articles == article]:
                given = int(pattern.sum())
                for low in range(size):
                    for high in range(low, size):
                        pairs = pattern[low] * (pattern[high] - (low == high))
                        code = (given * size + low) * size + high
                        if given == 1 and low == high:
                            pairs = pattern[low]
                        if pairs:
                            cells[code] += int(pairs)
            rows.append([cells[code] for code in moments.strata.tolist()])
        assert moments.second.tolist() == (np.array(rows).T @ np.array(rows)).tolist()

    @given(ratings=small_ratings(), data=st.data())
    def test_does_not_depend_on_the_order_of_rows(self, ratings, data):
        rows = data.draw(st.permutations(range(len(ratings.units))))

        assert count(ratings.kept(np.array(rows, np.int64))) == count(ratings)

    @given(
        ratings=small_ratings(),
        ids=st.lists(st.integers(-FAR, FAR), min_size=13, max_size=13, unique=True),
    )
    def test_does_not_depend_on_the_ids_of_units_and_articles(self, ratings, ids):
        new = np.array(ids, np.int64)

        renamed = replace(
            ratings, units=new[ratings.units], articles=new[::-1][ratings.articles]
        )

        assert count(renamed) == count(ratings)

    @given(
        ratings=small_ratings(),
        ids=st.lists(st.integers(-FAR, FAR), min_size=4, max_size=4, unique=True),
    )
    def test_follows_the_ids_of_raters(self, ratings, ids):
        new = np.array(ids, np.int64)

        tally = count(replace(ratings, raters=new[ratings.raters]))

        assert tally.raters.tolist() == sorted(new[np.unique(ratings.raters)].tolist())
        for coefficient in (krippendorff_alpha, conger_kappa):
            value = coefficient(count(ratings)).value
            assert coefficient(tally).value == pytest.approx(value)
        peers = {one.rater: one.peer_kappa.value for one in of_raters(tally)}
        for one in of_raters(count(ratings)):
            assert peers[int(new[one.rater])] == pytest.approx(one.peer_kappa.value)

    @pytest.mark.parametrize(
        ("units", "each", "raters", "labels"),
        [(3000, 5, 900, 5), (40, 100, 100, 5), (300, 5, 8, 40), (50, 21, 30, 3)],
    )
    def test_is_the_same_in_one_go_and_unit_by_unit(self, units, each, raters, labels):
        ratings = without_articles(
            simulated(units=units, each=each, raters=raters, labels=labels, missing=0.1)
        )

        tally = count(ratings)

        some = [ratings.kept(ratings.units % 10 == part) for part in range(10)]
        assert Tally.total([count(part) for part in some], ratings.declared) == tally
        patterns, _ = rows_of_units(ratings)
        rows, often = np.unique(patterns, axis=0, return_counts=True)
        assert tally.patterns.tolist() == rows.tolist()
        assert tally.frequency.tolist() == often.tolist()
        assert int(tally.together.values.sum()) == sum(
            n * (n - 1) // 2 for n in patterns.sum(axis=1).tolist()
        )
        by_rater = np.bincount(
            np.unique(ratings.raters, return_inverse=True)[1] * labels + ratings.labels,
            minlength=tally.given.size,
        )
        assert tally.given.ravel().tolist() == by_rater.tolist()


class TestMoments:
    def test_are_exact_beyond_what_floating_point_holds(self):
        large = 2**30 + 1

        square = int(gram(np.array([[large]]))[0, 0])

        assert square == large**2

    def test_refuse_what_no_number_holds(self):
        with pytest.raises(OverflowError, match="too many ratings"):
            gram(np.array([[2**32]]))


class TestColumns:
    def test_refuse_a_label_that_was_not_declared(self):
        with pytest.raises(ValueError, match="'5' is not among"):
            read(KRIPPENDORFF, "1234")

    @pytest.mark.parametrize("label", [-1, 3])
    def test_refuse_a_place_outside_of_the_labels(self, label):
        with pytest.raises(ValueError, match="outside of the declared"):
            columns("12", "123").relabeled(np.array([0, label]), "123")

    def test_refuse_labels_that_are_declared_twice(self):
        with pytest.raises(ValueError, match="must differ"):
            columns("12", "1212")

    def test_refuse_unequal_lengths(self):
        with pytest.raises(ValueError, match="equally long"):
            columns("12", "12").relabeled(np.array([0]), "12")

    def test_refuse_articles_of_some_ratings_only(self):
        with pytest.raises(ValueError, match="its article, or none"):
            Ratings.of([Rating(1, 1, "a", 1), Rating(1, 2, "a")], "a")

    def test_refuse_two_ratings_of_one_rater_on_one_unit(self):
        rows = [
            Rating(7, 3, "a"),
            Rating(8, 3, "a"),
            Rating(8, 4, "b"),
            Rating(8, 3, "b"),
        ]

        with pytest.raises(ValueError, match="Rater 3 rated unit 8 twice"):
            count(Ratings.of(rows, "ab"))

    def test_refuse_a_unit_of_two_articles(self):
        rows = [Rating(7, 3, "a", 1), Rating(8, 3, "a", 1), Rating(8, 4, "a", 2)]

        with pytest.raises(ValueError, match="Unit 8 is of two articles"):
            count(Ratings.of(rows, "a"))


class TestSums:
    @given(ratings=small_ratings(), data=st.data())
    def test_of_any_split_of_the_articles_are_the_whole(self, ratings, data):
        part = np.array(data.draw(st.lists(st.integers(0, 2), min_size=4, max_size=4)))

        of = part[ratings.articles]
        parts = [count(ratings.kept(of == which)) for which in range(3)]

        whole = count(ratings)
        assert reduce(add, parts) == whole
        assert Tally.total(reversed(parts), ratings.declared) == whole
        assert alpha_by_label(reduce(add, parts)) == alpha_by_label(whole)

    @given(ratings=small_ratings(), data=st.data())
    def test_are_undone_by_taking_away(self, ratings, data):
        articles = data.draw(st.sets(st.integers(0, 3)))
        some, others = (
            count(with_articles(ratings, which))
            for which in (articles, {0, 1, 2, 3} - articles)
        )

        assert count(ratings) - some == others
        assert (count(ratings) - some) + some == count(ratings)

    @pytest.mark.parametrize("articles", ["aabb", ""])
    def test_come_to_nothing_when_everything_is_taken_away(self, articles):
        tally = read("12 11 2. .3", articles=articles)

        left = tally - tally

        assert left == Tally.none("12345", clustered=bool(articles))
        assert left + tally == tally

    def test_of_nothing_are_nothing(self):
        assert Tally.total([], "12") == Tally.none("12")
        assert count(Ratings.of([], "12")) == Tally.none("12", clustered=False)
        assert Tally.none("12", clustered=False) + read("12", "12") == read("12", "12")

    @pytest.mark.parametrize("units", ["33", "1. 1.", "11 11 11", "21"])
    def test_refuse_to_take_away_what_was_not_counted(self, units):
        with pytest.raises(ValueError, match="was not counted"):
            read("12 11") - read(units)

    def test_refuse_to_take_away_more_articles_than_were_counted(self):
        one, two = read("12 11", articles="aa"), read("12 11", articles="ab")

        with pytest.raises(ValueError, match="was not counted"):
            one - two

    def test_refuse_other_labels(self):
        with pytest.raises(ValueError, match="same labels"):
            read("12", "12") + Tally.none("123")

    def test_refuse_tallies_of_which_some_know_their_articles(self):
        with pytest.raises(ValueError, match="with and without articles"):
            read("12", articles="a") + read("12")

    def test_differ_where_one_count_differs(self):
        assert read("12 11") != read("12 22")
        assert read("12 11", articles="ab") != read("12 11", articles="aa")
        assert read("12", "12") != read("12", "123")
        assert read("12") != "12"


class TestStorage:
    @given(ratings=small_ratings(), clustered=st.booleans())
    def test_gives_back_what_was_stored(self, ratings, clustered):
        tally = count(ratings if clustered else without_articles(ratings))

        assert Tally.from_bytes(tally.to_bytes()) == tally

    def test_keeps_large_ids_and_counts(self):
        rows = [Rating(1, -FAR, "a"), Rating(1, FAR, "b"), Rating(2, 5, "a")]
        tally = count(Ratings.of(rows, "ab"))
        for _ in range(40):
            tally += tally

        stored = Tally.from_bytes(tally.to_bytes())

        assert stored == tally
        assert stored.raters.tolist() == [-FAR, 5, FAR]
        assert stored.units == 2**41
