"""What a report says of a variable: figures from its tally, as JSON values."""

from typing import Any

from annotator.metrics import (
    RELIABLE,
    TENTATIVE,
    Coefficient,
    Interval,
    Tally,
    alpha_by_label,
    band,
    brennan_prediger,
    cautions,
    conger_kappa,
    fleiss_kappa,
    gwet_ac,
    krippendorff_alpha,
    percent_agreement,
)
from annotator.queries.ratings import Declared
from annotator.queries.sums import (
    COLLAPSED,
    CONFIDENCE,
    LEVELS,
    SOURCE_TYPE,
    WEIGHTS,
    Sums,
)

PREVALENCE = 0.3
"""Percent agreement above alpha by so much is worth a note: the kappa paradox."""


def report_fields(sums: Sums, scope: str, declared: Declared) -> dict[str, Any]:
    """Give what a report says of a scope: its variables, articles and claims."""
    labels = {SOURCE_TYPE: declared.source_types, CONFIDENCE: declared.confidence}
    if declared.collapses:
        labels[COLLAPSED] = declared.collapsed
    tallies = {}
    for variable, names in labels.items():
        tally = sums.get((scope, variable))
        tallies[variable] = tally if isinstance(tally, Tally) else Tally.none(names)
    whole = tallies[SOURCE_TYPE]
    return {
        "variables": {name: figure(name, tally) for name, tally in tallies.items()},
        "articles": whole.moments.articles if whole.moments else 0,
        "claims": whole.units,
    }


def figure(variable: str, tally: Tally) -> dict[str, Any]:
    """Give what is stored and shown of one variable."""
    level, weights = LEVELS[variable], WEIGHTS[variable]
    alpha = krippendorff_alpha(tally, level)
    percent = percent_agreement(tally)
    shares = tally.given.sum(axis=0) / max(tally.ratings, 1)
    others = {
        "gwet_ac": gwet_ac(tally, weights),
        "fleiss_kappa": fleiss_kappa(tally, weights),
        "brennan_prediger": brennan_prediger(tally, weights),
        "conger_kappa": conger_kappa(tally, weights),
    }
    return {
        "coefficient": "krippendorff_alpha",
        "level": str(level),
        "labels": list(tally.labels),
        **coefficient_json(alpha),
        "at_least": {
            "tentative": alpha.at_least(TENTATIVE),
            "reliable": alpha.at_least(RELIABLE),
        },
        "cautions": cautions(alpha, float(shares.max())),
        "prevalence_note": alpha.value is not None
        and percent.value is not None
        and percent.value - alpha.value > PREVALENCE,
        "percent_agreement": percent.value,
        "percent_agreement_status": str(percent.status),
        "weights": str(weights),
        "others": {
            name: coefficient_json(other) | {"band": band(other)}
            for name, other in others.items()
        },
        "by_label": [
            {"label": label, **coefficient_json(one)}
            for label, one in alpha_by_label(tally).items()
        ],
        "units": tally.units,
        "pairable_units": tally.pairable_units,
        "annotators": len(tally.raters),
        "ratings": tally.ratings,
    }


def coefficient_json(coefficient: Coefficient) -> dict[str, Any]:
    """Give a coefficient with its status, and the interval that is shown."""
    return {
        "value": coefficient.value,
        "status": str(coefficient.status),
        "interval": interval_json(coefficient.interval),
    }


def interval_json(interval: Interval | None) -> dict[str, Any] | None:
    """Give an interval, with what it takes to be independent; None if there is none."""
    if interval is None:
        return None
    return {
        "method": str(interval.method),
        "n": interval.n,
        "se": interval.se,
        "low": interval.low,
        "high": interval.high,
        "status": str(interval.status),
    }
