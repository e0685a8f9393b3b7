"""Ratings for the aggregation's tests, short ways to call it, and slow arithmetic."""

import numpy as np

from annotator.metrics.consensus import dawid_skene, majority


def fit(rows, units, raters, labels, **options):
    columns = np.array(rows, np.int64).reshape(-1, 3).T
    sizes = {"size_units": units, "size_raters": raters, "size_labels": labels}
    return dawid_skene(*columns, **sizes, **options)


def tally(rows, units, labels):
    columns = np.array(rows, np.int64).reshape(-1, 3).T
    return majority(columns[0], columns[2], size_units=units, size_labels=labels)


def slowly(rows, units, raters, labels, steps):
    """Do `steps` of the paper's formulas 2.3 to 2.5, with nothing to be quick."""
    given = np.zeros((units, raters, labels))
    np.add.at(given, tuple(rows.T), 1)
    votes = given.sum(axis=1)
    posterior = votes / votes.sum(axis=1, keepdims=True)
    for _ in range(steps):
        marginals = posterior.mean(axis=0)
        counts = np.einsum("uk,url->rkl", posterior, given)
        rates = counts / counts.sum(axis=2, keepdims=True)
        joint = marginals * np.prod(rates ** given[:, :, None, :], axis=(1, 3))
        posterior = joint / joint.sum(axis=1, keepdims=True)
    return np.log(joint.sum(axis=1)).sum(), posterior, rates


def simulated(seed, units=300, raters=6, labels=3):
    """Draw ratings of every unit by every rater, right six times in ten."""
    random = np.random.default_rng(seed)
    truth = random.integers(labels, size=units)
    right = random.random((units, raters)) < 0.6
    guesses = random.integers(labels, size=(units, raters))
    answers = np.where(right, truth[:, None], guesses)
    return np.array([(*place, label) for place, label in np.ndenumerate(answers)])
