"""
What other programs need for the same: run by `benchmarks.agreement` in their own venv.

Each function takes the columns and gives seconds of CPU, by what they were spent on,
and the values to compare.
"""

import time
from importlib import import_module
from itertools import combinations
from typing import Any

import numpy as np

Columns = dict[str, np.ndarray]
PACKAGES = ["crowd-kit", "krippendorff", "scikit-learn"]
"""Installed into a venv of the benchmark's alone; one of them is under the GPL."""


def krippendorff_alpha(columns: Columns) -> dict[str, Any]:
    """Compute alpha alone, from the matrix that the program asks for."""
    krippendorff = import_module("krippendorff")
    started = time.process_time()
    shape = columns["raters"].max() + 1, columns["units"].max() + 1
    matrix = np.full(shape, np.nan)
    matrix[columns["raters"], columns["units"]] = columns["labels"]
    made = time.process_time()
    alpha = krippendorff.alpha(reliability_data=matrix, level_of_measurement="nominal")
    done = time.process_time()
    return {
        "cpu": {"alpha": done - made, "its matrix": made - started},
        "values": {"alpha": alpha},
    }


def pairwise_kappas(columns: Columns) -> dict[str, Any]:
    """Compute Cohen's kappa of every two raters on the units that they share."""
    score = import_module("sklearn.metrics").cohen_kappa_score
    started = time.process_time()
    raters = int(columns["raters"].max()) + 1
    matrix = np.full((raters, columns["units"].max() + 1), -1, np.int8)
    matrix[columns["raters"], columns["units"]] = columns["labels"]
    there = matrix >= 0
    kappas, scoring = [], 0.0
    for one, other in combinations(range(raters), 2):
        shared = np.flatnonzero(there[one] & there[other])
        first, second = matrix[one, shared], matrix[other, shared]
        before = time.process_time()
        kappas.append(score(first, second))
        scoring += time.process_time() - before
    spent = time.process_time() - started
    return {
        "cpu": {"scoring": scoring, "finding shared units": spent - scoring},
        "values": {"kappas": kappas},
    }


def dawid_skene(columns: Columns) -> dict[str, Any]:
    """Fit Dawid and Skene's model as the program does by default."""
    pd = import_module("pandas")
    fit = import_module("crowdkit.aggregation").DawidSkene().fit
    frame = pd.DataFrame(
        {
            "task": columns["units"],
            "worker": columns["raters"],
            "label": columns["labels"],
        }
    )
    started = time.process_time()
    model = fit(frame)
    spent = time.process_time() - started
    labels, raters = sorted(model.priors_.index), int(columns["raters"].max()) + 1
    # Indexed by rater and given label; a column for each true label.
    every = pd.MultiIndex.from_product([range(raters), labels])
    rates = model.errors_.reindex(index=every, columns=labels).fillna(0).to_numpy()
    marginals = model.priors_.reindex(labels).to_numpy()
    likelihood = log_likelihood(columns, marginals, rates)
    return {
        "cpu": {"fit": spent},
        "values": {
            "log_likelihood": likelihood,
            "iterations": len(model.loss_history_),
        },
    }


def log_likelihood(columns: Columns, marginals: np.ndarray, rates: np.ndarray) -> float:
    """Give that of the ratings; rates (raters x given label, true label)."""
    with np.errstate(divide="ignore"):
        logs, prior = np.log(rates), np.log(marginals)
    code = columns["raters"] * len(marginals) + columns["labels"]
    joint = np.stack(
        [
            np.bincount(columns["units"], logs[code, label]) + prior[label]
            for label in range(len(marginals))
        ]
    )
    most = joint.max(axis=0)
    return float((most + np.log(np.exp(joint - most).sum(axis=0))).sum())
