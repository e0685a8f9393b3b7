"""
Figures of agreement under flat names, one number each, as other programs compare them.

A figure without a value is None, and its name with `_status` behind says why.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from annotator.formats.ratings_csv import NONE, RatingColumns
from annotator.metrics import (
    ENGINE,
    RELIABLE,
    TENTATIVE,
    Coefficient,
    Interval,
    Level,
    Method,
    Pairs,
    Status,
    Tally,
    Weights,
    band,
    cautions,
    dawid_skene,
    majority,
    marginal_bias,
    memberships,
    normal_interval,
)
from annotator.metrics.estimates import LANDIS_KOCH
from annotator.queries.figures import PREVALENCE

Flat = dict[str, Any]
Places = npt.NDArray[np.int64]

ALPHA = "krippendorff_alpha"
VALUE_ALONE = {"light_kappa", "scott_pi"}
OVER_UNITS = {"cohen_kappa", "conger_kappa"}
"""Coefficients whose interval is over units wherever these come from."""


def flat(name: str, value: object, status: Status) -> Flat:
    """Give a figure, or why there is none."""
    return (
        {name: value} if value is not None else {name: None, f"{name}_status": status}
    )


def lack(coefficient: Coefficient) -> Status:
    """Say why a coefficient has no interval to show, if it has none."""
    spread = coefficient.interval
    if coefficient.value is None or spread is None:
        return coefficient.status
    return spread.status


def coefficient_figures(
    name: str, coefficient: Coefficient, *, clustered: bool = False
) -> Flat:
    """Give a coefficient with its interval over items, and over articles if asked."""
    found = flat(name, coefficient.value, coefficient.status)
    found |= _interval_figures(name, coefficient, coefficient.over_units)
    if clustered:
        over = coefficient.over_articles
        found |= _interval_figures(f"{name}_clustered", coefficient, over)
    return found


def _interval_figures(
    name: str, coefficient: Coefficient, spread: Interval | None
) -> Flat:
    if spread is None:
        spread = Interval(Method.UNITS, 0, None, status=coefficient.status)
    return (
        flat(f"{name}_se", spread.se, spread.status)
        | flat(f"{name}_ci95.0", spread.low, spread.status)
        | flat(f"{name}_ci95.1", spread.high, spread.status)
    )


def table_error(name: str, coefficient: Coefficient) -> Flat:
    """Give a standard error as functions of contingency tables do: by n, not n - 1."""
    spread = coefficient.over_units
    if spread is None or spread.se is None:
        return flat(f"{name}_se_table", None, lack(coefficient))
    se = spread.se * ((spread.n - 1) / spread.n) ** 0.5
    return {f"{name}_se_table": se}


def pair_figures(pairs: Pairs, kappa: Coefficient) -> Flat:
    """Give what only two annotators have: more of Cohen's kappa, and their bias."""
    spread, none = kappa.over_units, lack(kappa)
    se = None if spread is None else spread.se
    low = high = at_chance = None
    if kappa.value is not None and se is not None:
        low, high = normal_interval(kappa.value, se)
        at_chance = pairs.se_null[0]
    # Of two annotators there is one pair, or none if they share no item.
    bias = marginal_bias(pairs.tables.sum(axis=0))
    # Bhapkar's test has no value where all items differ in the same way.
    fixed = Status.NO_VARIATION if bias.status is Status.OK else bias.status
    return (
        flat("cohen_kappa_se0", at_chance, none)
        | flat("cohen_kappa_se_table", se, none)
        | flat("cohen_kappa_ci95_normal.0", low, none)
        | flat("cohen_kappa_ci95_normal.1", high, none)
        | flat("stuart_maxwell", bias.stuart_maxwell, bias.status)
        | flat("bhapkar", bias.bhapkar, fixed)
        | {"df": bias.df}
    )


def label_figures(kind: str, by_label: Mapping[str, Coefficient]) -> Flat:
    """Give the value of each label, as `kind:label`."""
    found: Flat = {}
    for label, coefficient in by_label.items():
        found |= flat(f"{kind}:{label}", coefficient.value, coefficient.status)
    return found


def benchmark_figures(alpha: Coefficient) -> Flat:
    """Give the bands of Landis and Koch, and how likely alpha is high enough."""
    reached, none = band(alpha), lack(alpha)
    name = None if reached is None else reached.replace("_", " ").title()
    return (
        flat("level_at_95", name, none)
        | flat("cumulative_membership", _memberships(alpha), none)
        | flat("p_alpha_at_least_667", alpha.at_least(TENTATIVE), none)
        | flat("p_alpha_at_least_800", alpha.at_least(RELIABLE), none)
    )


def _memberships(alpha: Coefficient) -> list[float] | None:
    spread = alpha.interval
    if alpha.value is None or spread is None or spread.se is None:
        return None
    if spread.se == 0:
        return [float(max(alpha.value, -1.0) >= low) for _, low, _ in LANDIS_KOCH]
    return memberships(alpha.value, spread.se)


def count_figures(tally: Tally, level: Level, weights: Weights) -> Flat:
    """Give what was counted, and how it is measured."""
    return {
        "engine": ENGINE,
        "level": str(level),
        "weights": str(weights),
        "labels": list(tally.labels),
        "units": tally.units,
        "pairable_units": tally.pairable_units,
        "annotators": len(tally.raters),
        "ratings": tally.ratings,
        "articles": None if tally.moments is None else tally.moments.articles,
    }


def tally_figures(
    tally: Tally, coefficients: dict[str, Coefficient], pairs: Pairs
) -> Flat:
    """Give every coefficient of a tally, and what follows from alpha."""
    found: Flat = {}
    for name, one in coefficients.items():
        if name in VALUE_ALONE:
            found |= flat(name, one.value, one.status)
        else:
            clustered = tally.moments is not None and name not in OVER_UNITS
            found |= coefficient_figures(name, one, clustered=clustered)
    found |= table_error("gwet_ac", coefficients["gwet_ac"])
    if "cohen_kappa" in coefficients:
        found |= pair_figures(pairs, coefficients["cohen_kappa"])
    alpha, percent = coefficients[ALPHA].value, coefficients["percent_agreement"].value
    shares = tally.given.sum(axis=0) / max(tally.ratings, 1)
    return {
        **found,
        **benchmark_figures(coefficients[ALPHA]),
        "cautions": cautions(coefficients[ALPHA], float(shares.max(initial=0))),
        "prevalence_note": alpha is not None
        and percent is not None
        and percent - alpha > PREVALENCE,
    }


def consensus_figures(
    columns: RatingColumns, declared: tuple[str, ...], places: Places
) -> Flat:
    """Give what Dawid and Skene's model and the majority make of the ratings."""
    units = int(columns.items.max(initial=-1)) + 1
    names = columns.annotator_names
    votes = majority(
        columns.items,
        columns.labels,
        size_units=units,
        size_labels=len(columns.label_names),
    )
    found = dawid_skene(
        columns.items,
        columns.annotators,
        places[columns.labels],
        size_units=units,
        size_raters=len(names),
        size_labels=len(declared),
    )
    model: Flat = {"class_marginals": None, "error_rates": None}
    if found.log_likelihood is not None:
        model["class_marginals"] = found.marginals.tolist()
        rates = found.error_rates.tolist()
        model["error_rates"] = dict(zip(names, rates, strict=True))
    model["log_likelihood"] = found.log_likelihood
    given: Flat = {
        "tied_items": int(votes.tied.sum()),
        "iterations": found.iterations,
        "converged": found.converged,
    }
    for name, value in model.items():
        given |= flat(name, value, found.status)
    if columns.gold is not None:
        told = columns.gold != NONE
        # Of labels that are equally likely the file's first is taken, as other programs
        # do; so the labels are in the order of the file here.
        for name, table in (
            ("accuracy_majority", votes.votes),
            ("accuracy_dawid_skene", found.posterior[:, places]),
        ):
            best = table[told].argmax(axis=1)
            given[name] = float((best == columns.gold[told]).mean())
    return given
