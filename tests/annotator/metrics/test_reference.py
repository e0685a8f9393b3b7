"""The engine against published examples, and values that several programs agree on."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from annotator.metrics import (
    Coefficient,
    Level,
    Rating,
    Ratings,
    Tally,
    Weights,
    brennan_prediger,
    cohen_kappas,
    conger_kappa,
    count,
    fleiss_by_label,
    fleiss_kappa,
    gwet_ac,
    krippendorff_alpha,
    light_kappa,
    marginal_bias,
    memberships,
    normal_interval,
    pair_coefficient,
    percent_agreement,
    scott_pi,
)

CASES = json.loads((Path(__file__).parent / "data/reference.json").read_text())

Case = dict[str, Any]


def cases(kind: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", CASES[kind], ids=lambda case: case["id"])


def ratings(case: Case) -> Ratings:
    return Ratings.of(
        [
            Rating(unit, rater, label)
            for unit, row in enumerate(case["data"])
            for rater, label in enumerate(row)
            if label is not None
        ],
        case["labels"],
    )


def figures(case: Case, tally: Tally) -> dict[str, float | str | None]:
    """Compute all that a case may expect, under the names that it uses."""
    given = case["weights"]
    weights = Weights(given) if isinstance(given, str) else np.array(given)
    found: dict[str, float | str | None] = {}
    coefficients = {
        "krippendorff_alpha": krippendorff_alpha(tally, Level(case["level"])),
        "percent_agreement": percent_agreement(tally, weights),
        "fleiss_kappa": fleiss_kappa(tally, weights),
        "gwet_ac": gwet_ac(tally, weights),
        "brennan_prediger": brennan_prediger(tally, weights),
        "conger_kappa": conger_kappa(tally, weights),
    }
    pairs = cohen_kappas(tally, weights)
    if len(tally.raters) == 2:
        coefficients["scott_pi"] = scott_pi(tally, weights)
        coefficients["cohen_kappa"] = pair_coefficient(pairs, pairs.between(0, 1))
    for name, coefficient in coefficients.items():
        found |= dict(named(name, coefficient))
    if len(pairs.units) and pairs.kappa[0] is not None:
        se = pairs.se[0] or 0.0
        found["cohen_kappa_se_table"] = se
        found["cohen_kappa_se0"] = pairs.se_null[0]
        low, high = normal_interval(pairs.kappa[0], se)
        found |= {"cohen_kappa_ci95_normal.0": low, "cohen_kappa_ci95_normal.1": high}
    found["light_kappa"] = light_kappa(pairs).value
    for label, coefficient in fleiss_by_label(tally).items():
        found[f"fleiss_label:{label}"] = coefficient.value
    return found


def named(
    name: str, coefficient: Coefficient
) -> Iterator[tuple[str, float | str | None]]:
    yield name, coefficient.value
    yield f"{name}_status", str(coefficient.status)
    interval = coefficient.over_units
    if interval is None:
        return
    yield f"{name}_se", interval.se
    yield f"{name}_se_status", str(interval.status)
    yield f"{name}_ci95.0", interval.low
    yield f"{name}_ci95.1", interval.high
    if interval.se is not None:
        # Functions of contingency tables divide by n where Gwet has n - 1.
        yield f"{name}_se_table", interval.se * ((interval.n - 1) / interval.n) ** 0.5


class TestAgreement:
    @cases("agreement")
    def test_is_as_published(self, case):
        found = figures(case, count(ratings(case)))

        for name, expected in case["expected"].items():
            value, status = expected, "ok"
            if isinstance(expected, dict):
                value, status = expected["value"], expected["status"]
            if value is None:
                assert (name, found.get(name)) == (name, None)
                assert (name, found[f"{name}_status"]) == (name, status)
            else:
                assert found[name] == pytest.approx(
                    value, abs=case["tolerance"], rel=0
                ), name


class TestBands:
    @cases("benchmark")
    def test_are_as_published(self, case):
        scale = tuple((name, low, high) for name, low, high in case["scale"])

        shares = memberships(case["coefficient"], case["se"], scale)

        assert shares == pytest.approx(
            case["expected"]["cumulative_membership"], abs=case["tolerance"], rel=0
        )
        reached = [share >= 0.95 for share in shares].index(True)
        assert scale[reached][0] == case["expected"]["level_at_95"]


class TestMarginalBias:
    @cases("bias")
    def test_is_as_published(self, case):
        bias = marginal_bias(np.array(case["table"]))

        found = {name: getattr(bias, name) for name in case["expected"]}
        assert found == pytest.approx(case["expected"], abs=case["tolerance"], rel=0)
