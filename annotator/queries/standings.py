"""How each annotator stands to the others, as JSON values."""

from typing import Any

from annotator.metrics import Standing, cohen_kappas, standings
from annotator.models import EVERYTHING, Consensus, Project
from annotator.queries.figures import coefficient_json
from annotator.queries.pairs import bias_json
from annotator.queries.stored import ENOUGH_SHARED, Asked, names_of, stored_tally
from annotator.queries.sums import LEVELS, SOURCE_TYPE, WEIGHTS


def annotator_standings(project: Project, asked: Asked) -> dict[str, Any]:
    """
    Give each annotator against the others; costs four queries.

    Who shares too few claims with others stays without figures: they would be chance.
    """
    variable, tally = stored_tally(project, asked)
    pairs = cohen_kappas(tally, WEIGHTS[variable])
    of_all = variable == SOURCE_TYPE and asked.scope == EVERYTHING
    labels, rates = _error_rates(project) if of_all else ([], {})
    names = names_of(tally)
    return {
        "scope": asked.scope,
        "variable": variable,
        "labels": list(tally.labels),
        "level": str(LEVELS[variable]),
        "enough_shared": ENOUGH_SHARED,
        "error_rate_labels": labels,
        "annotators": [
            _row(one, names[one.rater], rates.get(one.rater))
            for one in standings(
                tally, pairs, LEVELS[variable], enough_shared=ENOUGH_SHARED
            )
        ],
    }


def _row(one: Standing, name: str, rates: list[list[float]] | None) -> dict[str, Any]:
    enough = one.shared_units >= ENOUGH_SHARED
    figures = {
        "alpha_without": coefficient_json(one.alpha_without),
        "peer_kappa": coefficient_json(one.peer_kappa),
        "mean_kappa": coefficient_json(one.mean_kappa),
        "pairs": one.pairs,
        "bias": bias_json(one.bias),
        "error_rates": rates,
    }
    return {
        "id": one.rater,
        "name": name,
        "units": one.units,
        "shared_units": one.shared_units,
        "enough": enough,
        **(figures if enough else dict.fromkeys(figures)),
    }


def _error_rates(project: Project) -> tuple[list[str], dict[int, list[list[float]]]]:
    """Give labels and everybody's error rates, by the newest consensus there is."""
    newest: Consensus | None = project.consensuses.exclude(finished_at=None).first()
    if newest is None:
        return [], {}
    rows = newest.figures.get("annotators", [])
    return newest.labels, {row["id"]: row["error_rates"] for row in rows}
