"""Aggregation against published fits and real rating sets; little data, and bad."""

import csv
import gzip
from pathlib import Path

import numpy as np
import pytest

from annotator.metrics.consensus import dawid_skene
from annotator.metrics.status import Status
from tests.annotator.metrics.fitting import fit, tally

DATA = Path(__file__).parent / "data"

# Dawid and Skene (1979), table 1, a patient a word: what the first anesthetist said at
# three times, and each of the other four once.
PATIENTS = """
1111111 3334334 1122122 2223121 2223222 2223322 1222111 3333433 2222223 2322223 4444444
2223343 1111111 2223212 1211111 1112111 1111111 1111111 2222221 2221322 2222222 2222221
2223222 2212222 1111111 1111111 2322222 1111111 1111111 1121121 1111111 3333233 1111111
2222222 2223232 4334343 2212232 2323233 3333432 1111111 1111111 1212111 2322222 1211111
2222222"""


def anesthetists(*, times: int):
    """Read the patients' ratings, those at the first `times` of the first rater."""
    rows = [
        (unit, max(0, place - 2), int(label) - 1)
        for unit, labels in enumerate(PATIENTS.split())
        for place, label in enumerate(labels)
        if not times <= place <= 2
    ]
    return fit(np.array(rows), 45, 5, 4)


class RatingSet:
    """A set of ratings on disk; labels in the order in which it first names them."""

    def __init__(self, name: str) -> None:
        with gzip.open(DATA / f"{name}.csv.gz", "rt", encoding="utf-8") as file:
            lines = list(csv.DictReader(file))
        items, raters, labels = (
            {value: place for place, value in enumerate(dict.fromkeys(column))}
            for column in zip(
                *((line["item"], line["annotator"], line["label"]) for line in lines),
                strict=True,
            )
        )
        self.sizes = len(items), len(raters), len(labels)
        self.rows = np.array(
            [
                (items[line["item"]], raters[line["annotator"]], labels[line["label"]])
                for line in lines
            ]
        )
        self.gold = np.full(len(items), -1)
        for line in lines:
            self.gold[items[line["item"]]] = labels.get(line["gold"], -1)
        self.votes = tally(self.rows, self.sizes[0], self.sizes[2])
        # The known accuracies break a tie for the label that the file names first.
        self.most = self.votes.votes.argmax(axis=1)

    def fit(self, **options):
        return fit(self.rows, *self.sizes, **options)


class TestMajority:
    def test_counts_and_names_what_leads(self):
        rows = [(0, 0, 1), (0, 1, 1), (0, 2, 0), (1, 0, 2), (1, 1, 0), (3, 0, 0)]

        votes = tally(rows, 4, 3)

        assert votes.votes.tolist() == [[1, 2, 0], [1, 0, 1], [0, 0, 0], [1, 0, 0]]
        assert votes.winner.tolist() == [1, -1, -1, 0]
        assert votes.tied.tolist() == [False, True, False, False]

    def test_takes_nothing(self):
        assert tally([], 2, 3).winner.tolist() == [-1, -1]
        assert tally([], 0, 3).votes.shape == (0, 3)
        assert tally([], 2, 0).tied.tolist() == [False, False]

    def test_refuses_what_is_out_of_range(self):
        with pytest.raises(ValueError, match="below 3"):
            tally([(0, 0, 3)], 1, 3)

    @pytest.mark.parametrize(
        ("name", "ties", "accuracy"), [("snow_rte", 65, 0.875), ("dog", 50, 0.811648)]
    )
    def test_is_as_right_as_known(self, name, ties, accuracy):
        ratings = RatingSet(name)

        assert ratings.votes.tied.sum() == ties
        assert np.mean(ratings.most == ratings.gold) == pytest.approx(
            accuracy, abs=1e-6
        )


class TestThePublishedExample:
    def test_gives_the_marginals_of_the_paper(self):
        found = anesthetists(times=3)

        # The paper prints two digits; these four are those of other programs.
        assert found.marginals == pytest.approx(
            [0.3996, 0.4220, 0.1118, 0.0667], abs=5e-5
        )
        assert found.log_likelihood == pytest.approx(-192.8909, abs=5e-5)

    def test_gives_the_known_fit_of_one_rating_by_each(self):
        found = anesthetists(times=1)

        assert found.status is Status.OK
        assert found.converged
        assert found.log_likelihood == pytest.approx(-141.07719981933053, abs=1e-5)
        assert found.marginals == pytest.approx(
            [0.3999629511719046, 0.41261186343468864, 0.12075851872674016, 1 / 15],
            abs=1e-5,
        )
        labels = "142222132243121111222222112111131224233111212"
        assert "".join(str(n + 1) for n in found.posterior.argmax(axis=1)) == labels
        assert found.posterior[34] == pytest.approx(
            [0, 0.5094802663662404, 0.49051973363375956, 0], abs=1e-5
        )
        assert found.posterior[37] == pytest.approx(
            [0, 0.056386421787987334, 0.9436135782120126, 0], abs=1e-5
        )
        first, second = [1, 0, 0, 0], [0.053947239580136405, 0.9460527604198635, 0, 0]
        third = [0, 0.4479340474726747, 0.5520659525273254, 0]
        assert found.error_rates[0] == pytest.approx(
            np.array([first, second, third, [0, 0, 1 / 3, 2 / 3]]), abs=1e-5
        )
        assert found.error_rates[4, 1] == pytest.approx(
            [0.16166213675850952, 0.7275861374675763, 0.11075172577391405, 0], abs=1e-5
        )


class TestRealRatings:
    @pytest.mark.parametrize(
        ("name", "accuracy"), [("snow_rte", 0.9275), ("dog", 0.842627)]
    )
    def test_are_better_aggregated_than_by_majority(self, name, accuracy):
        ratings = RatingSet(name)

        right = np.mean(ratings.fit().posterior.argmax(axis=1) == ratings.gold)

        assert right == pytest.approx(accuracy, abs=0.002)
        assert right > np.mean(ratings.most == ratings.gold)

    def test_of_bias_agree_with_their_majority_as_known(self):
        ratings = RatingSet("babe_sg2_bias")

        same = np.mean(ratings.fit().posterior.argmax(axis=1) == ratings.most)

        assert same == pytest.approx(0.975669, abs=1e-3)
        assert ratings.votes.tied.sum() == 9

    def test_of_opinion_agree_with_their_majority_as_known(self):
        # The known value is crowd-kit's, which stops here after four steps with a log-
        # likelihood of -14338.97: what it watches instead falls. The maximum is -14330.
        ratings = RatingSet("babe_sg2_opinion")

        early, late = ratings.fit(max_iterations=4), ratings.fit()

        same = np.mean(early.posterior.argmax(axis=1) == ratings.most)
        assert same == pytest.approx(0.904839, abs=0.01)
        assert late.log_likelihood == pytest.approx(-14330.0, abs=0.01)
        assert ratings.votes.tied.sum() == 223


class TestLittleToGoBy:
    def test_without_ratings_nothing_is_said(self):
        found = fit([], 4, 2, 3)

        assert found.status is Status.NO_DATA
        assert found.log_likelihood is None
        assert found.posterior.shape == (0, 3)
        assert found.error_rates.size == found.marginals.size == found.entropy.size == 0

    def test_a_single_rater_is_taken_at_their_word(self):
        found = fit([(0, 0, 0), (1, 0, 1), (2, 0, 1), (3, 0, 1)], 4, 1, 2)

        assert found.posterior.tolist() == [[1, 0], [0, 1], [0, 1], [0, 1]]
        assert found.marginals.tolist() == [0.25, 0.75]
        assert found.error_rates.tolist() == [[[1, 0], [0, 1]]]
        assert found.log_likelihood == pytest.approx(np.log(0.25 * 0.75**3))

    def test_one_label_everywhere_is_certain(self):
        found = fit(
            [(unit, rater, 1) for unit in range(3) for rater in (0, 1)], 3, 2, 3
        )

        assert found.converged
        assert found.log_likelihood == 0
        assert found.posterior.tolist() == [[0, 1, 0]] * 3
        assert found.entropy.tolist() == [0, 0, 0]
        assert found.answers.tolist() == [[0, 3, 0]] * 2
        assert found.error_rates[0, 0].tolist() == [1 / 3] * 3

    def test_a_unit_without_ratings_has_the_marginals(self):
        found = fit([(0, 0, 0), (2, 0, 1), (3, 0, 1)], 4, 1, 2)

        assert found.posterior[1] == pytest.approx([1 / 3, 2 / 3])
        assert found.entropy[1] == pytest.approx(np.log(3) - 2 / 3 * np.log(2))

    def test_smoothing_keeps_every_answer_possible(self):
        found = fit([(0, 0, 0), (1, 0, 1), (2, 0, 1)], 3, 1, 2, smoothing=0.5)

        assert found.error_rates.min() > 0
        assert found.converged


class TestRefusals:
    @pytest.mark.parametrize(
        ("columns", "reason"),
        [
            (([0, 1], [0], [0, 0]), "equally long"),
            (([0, 2], [0, 0], [0, 0]), "below 2"),
            (([0, 1], [0, -1], [0, 0]), "at least 0"),
            (([0, 1], [0, 0], [0, 7]), "below 4"),
            (([0.0, 1.0], [0, 0], [0, 0]), "whole numbers"),
            (([[0, 1]], [[0, 0]], [[0, 0]]), "1-D"),
        ],
    )
    def test_name_what_is_wrong_with_a_column(self, columns, reason):
        sizes = {"size_units": 2, "size_raters": 3, "size_labels": 4}

        with pytest.raises(ValueError, match=reason):
            dawid_skene(*map(np.array, columns), **sizes)

    @pytest.mark.parametrize(
        "option",
        [
            {"smoothing": -0.1},
            {"smoothing": float("nan")},
            {"smoothing": float("inf")},
            {"tolerance": -1e-9},
            {"tolerance": float("nan")},
            {"max_iterations": 0},
        ],
    )
    def test_name_the_option_that_is_out_of_range(self, option):
        with pytest.raises(ValueError, match=f"{next(iter(option))} must be"):
            fit([(0, 0, 0)], 1, 1, 1, **option)
