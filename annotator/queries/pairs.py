"""What every two annotators make of the claims that both answered, as JSON values."""

from typing import Any

import numpy as np

from annotator.metrics import (
    Bias,
    Pairs,
    Tally,
    cohen_kappas,
    marginal_bias,
    pair_coefficient,
)
from annotator.models import Project
from annotator.queries.figures import coefficient_json
from annotator.queries.stored import ENOUGH_SHARED, Asked, names_of, stored_tally
from annotator.queries.sums import LEVELS, WEIGHTS


def pair_figures(
    project: Project, asked: Asked, *, of: int | None = None
) -> dict[str, Any]:
    """
    Give Cohen's kappa of every two annotators that share a claim; three queries.

    Only of the pairs with one annotator, if `of` says whose: fifty people make 1,225.
    """
    variable, tally = stored_tally(project, asked)
    pairs = cohen_kappas(tally, WEIGHTS[variable])
    places = list(range(len(pairs.units)))
    if of is not None:
        in_it = (tally.raters[side] == of for side in (pairs.first, pairs.second))
        places = np.flatnonzero(np.logical_or(*in_it)).tolist()
    return {
        **_about(asked, variable, tally),
        "enough_shared": ENOUGH_SHARED,
        "annotators": [
            {"id": pk, "name": name} for pk, name in names_of(tally).items()
        ],
        "cells": [_cell(tally, pairs, place) for place in places],
    }


def pair_figure(
    project: Project, asked: Asked, one: int, other: int
) -> dict[str, Any] | None:
    """Give one pair's kappa and confusion; None if the two share no claim."""
    variable, tally = stored_tally(project, asked)
    pairs = cohen_kappas(tally, WEIGHTS[variable])
    at = [np.flatnonzero(tally.raters == rater) for rater in (one, other)]
    if not all(len(found) for found in at):
        return None
    first, second = (int(found[0]) for found in at)
    place = pairs.between(first, second)
    if place is None:
        return None
    table = pairs.tables[place] if first < second else pairs.tables[place].T
    return {
        **_about(asked, variable, tally),
        **_cell(tally, pairs, place),
        "one": one,
        "other": other,
        "enough_shared": ENOUGH_SHARED,
        "bias": bias_json(marginal_bias(table)),
        "confusion": table.tolist(),
    }


def _about(asked: Asked, variable: str, tally: Tally) -> dict[str, Any]:
    return {
        "scope": asked.scope,
        "variable": variable,
        "labels": list(tally.labels),
        "level": str(LEVELS[variable]),
        "weights": str(WEIGHTS[variable]),
    }


def _cell(tally: Tally, pairs: Pairs, place: int) -> dict[str, Any]:
    return {
        "one": int(tally.raters[pairs.first[place]]),
        "other": int(tally.raters[pairs.second[place]]),
        "units": int(pairs.units[place]),
        "percent_agreement": float(pairs.agreement[place]),
        **coefficient_json(pair_coefficient(pairs, place)),
        "bias": bias_json(marginal_bias(pairs.tables[place])),
    }


def bias_json(bias: Bias) -> dict[str, Any]:
    """Give the tests of whether the labels are used equally often."""
    return {
        "stuart_maxwell": bias.stuart_maxwell,
        "bhapkar": bias.bhapkar,
        "df": bias.df,
        "p_value": bias.p_value,
        "differences": list(bias.differences),
        "status": str(bias.status),
    }
