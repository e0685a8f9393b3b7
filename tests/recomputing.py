"""Agreement from the rows of an export, by the engine: another way than the jobs go."""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

import numpy as np
import pytest

from annotator import metrics

Row = dict[str, Any]
VARIABLES = {
    "source_type": (metrics.Level.NOMINAL, metrics.Weights.IDENTITY),
    "source_type_collapsed": (metrics.Level.NOMINAL, metrics.Weights.IDENTITY),
    "confidence": (metrics.Level.ORDINAL, metrics.Weights.ORDINAL),
}


def same(told: Any, expected: Any, at: str = "") -> None:
    """Compare JSON values: numbers to 1e-9, all else exactly, no key more or less."""
    if isinstance(expected, dict):
        assert isinstance(told, dict), at
        assert told.keys() == expected.keys(), at
        for key in expected:
            same(told[key], expected[key], f"{at}/{key}")
    elif isinstance(expected, list | tuple):
        assert len(told) == len(expected), at
        for place, (one, other) in enumerate(zip(told, expected, strict=True)):
            same(one, other, f"{at}/{place}")
    elif isinstance(expected, float) and not isinstance(told, str | bool | None):
        assert told == pytest.approx(expected, rel=1e-9, abs=1e-9), at
    else:
        assert told == expected, at


def within(rows: Iterable[Row], **filters: Any) -> list[Row]:
    """Keep the answers that a scope or a selection keeps."""

    def keeps(row: Row) -> bool:
        day = datetime.fromisoformat(row["updated_at"]).astimezone(UTC).date()
        return (
            not row["claim_replaced"]
            and day >= filters.get("since", date.min)
            and day <= filters.get("until", date.max)
            and row["guideline_revision"] in filters.get("revisions", range(1, 100))
            and row["annotator_id"] in filters.get("annotators", range(10**9))
            and row["article_outlet"] in filters.get("outlets", [row["article_outlet"]])
        )

    return [row for row in rows if keeps(row)]


class Recomputed:
    """What the engine makes of the answers in scope, by its raw constructors."""

    def __init__(self, rows: list[Row], types: list[Row], points: int) -> None:
        self.rows = [row for row in rows if not row["skipped"]]
        self.keys = [one["key"] for one in types]
        self.into = {one["key"]: one["maps_to"] or one["key"] for one in types}
        self.points = [str(n + 1) for n in range(points)]

    def tally(self, variable: str) -> metrics.Tally:
        keys = self.keys
        if variable == "confidence":
            keys = self.points
        elif variable == "source_type_collapsed":
            keys = [key for key in keys if key in self.into.values()]
        if not self.rows:
            return metrics.Tally.none(keys)
        return metrics.count(self._ratings(variable, keys))

    def _ratings(self, variable: str, keys: list[str]) -> metrics.Ratings:
        label = {
            "source_type": lambda row: row["source_type"],
            "source_type_collapsed": lambda row: self.into[row["source_type"]],
            "confidence": lambda row: str(row["confidence"]),
        }[variable]
        ratings = [
            metrics.Rating(
                row["claim_id"], row["annotator_id"], label(row), row["article_id"]
            )
            for row in self.rows
        ]
        return metrics.Ratings.of(ratings, keys)

    def report(self, variable: str) -> Row:
        """What agreement/ says of a variable."""
        tally, (level, weights) = self.tally(variable), VARIABLES[variable]
        alpha = metrics.krippendorff_alpha(tally, level)
        percent = metrics.percent_agreement(tally)
        largest = tally.given.sum(axis=0).max() / max(tally.ratings, 1)
        others = {
            "gwet_ac": metrics.gwet_ac(tally, weights),
            "fleiss_kappa": metrics.fleiss_kappa(tally, weights),
            "brennan_prediger": metrics.brennan_prediger(tally, weights),
            "conger_kappa": metrics.conger_kappa(tally, weights),
        }
        return {
            "coefficient": "krippendorff_alpha",
            "level": level.value,
            "weights": weights.value,
            "labels": list(tally.labels),
            **coefficient(alpha),
            "at_least": {
                "tentative": alpha.at_least(0.667),
                "reliable": alpha.at_least(0.8),
            },
            "cautions": metrics.cautions(alpha, float(largest)),
            "prevalence_note": alpha.value is not None
            and percent.value is not None
            and percent.value - alpha.value > 0.3,
            "percent_agreement": percent.value,
            "percent_agreement_status": percent.status.value,
            "others": {
                name: coefficient(one) | {"band": metrics.band(one)}
                for name, one in others.items()
            },
            "by_label": [
                {"label": label, **coefficient(one)}
                for label, one in metrics.alpha_by_label(tally).items()
            ],
            "units": len({row["claim_id"] for row in self.rows}),
            "pairable_units": sum(
                many > 1 for many in Counter(r["claim_id"] for r in self.rows).values()
            ),
            "annotators": len({row["annotator_id"] for row in self.rows}),
            "ratings": len(self.rows),
        }

    def cells(self, variable: str) -> list[Row]:
        """What agreement/pairs/ says of each two."""
        tally = self.tally(variable)
        pairs = metrics.cohen_kappas(tally, VARIABLES[variable][1])
        return [
            {
                "one": int(tally.raters[pairs.first[n]]),
                "other": int(tally.raters[pairs.second[n]]),
                "units": int(pairs.units[n]),
                "percent_agreement": float(pairs.agreement[n]),
                **coefficient(metrics.pair_coefficient(pairs, n)),
                "bias": bias(metrics.marginal_bias(pairs.tables[n])),
            }
            for n in range(len(pairs.units))
        ]

    def standings(self, variable: str, names: dict[int, str]) -> list[Row]:
        """What agreement/annotators/ says of each, without a consensus."""
        tally, (level, weights) = self.tally(variable), VARIABLES[variable]
        pairs = metrics.cohen_kappas(tally, weights)
        rows = []
        for one in metrics.standings(tally, pairs, level, enough_shared=20):
            figures = {
                "alpha_without": coefficient(one.alpha_without),
                "peer_kappa": coefficient(one.peer_kappa),
                "mean_kappa": coefficient(one.mean_kappa),
                "pairs": one.pairs,
                "bias": bias(one.bias),
                "error_rates": None,
            }
            enough = one.shared_units >= 20
            rows.append(
                {
                    "id": one.rater,
                    "name": names[one.rater],
                    "units": one.units,
                    "shared_units": one.shared_units,
                    "enough": enough,
                    **(figures if enough else dict.fromkeys(figures)),
                }
            )
        return rows

    def labels(self, variable: str) -> tuple[list[Row], list[Row]]:
        """What agreement/labels/ says: of each label, and which meets which."""
        tally = self.tally(variable)
        given = tally.given.sum(axis=0).tolist()
        met = metrics.label_confusion(tally)
        return [
            {"label": label, "ratings": ratings, **coefficient(one)}
            for ratings, (label, one) in zip(
                given, metrics.alpha_by_label(tally).items(), strict=True
            )
        ], [
            {
                "label": label,
                "coincidences": row.tolist(),
                "shares": (row / row.sum()).tolist() if row.sum() else None,
            }
            for label, row in zip(tally.labels, met, strict=True)
        ]

    def calibration(self) -> list[Row]:
        """What agreement/calibration/ says of each level, but for its word."""
        if self.rows:
            ratings = self._ratings("source_type", self.keys)
            sure = np.array([row["confidence"] - 1 for row in self.rows])
            found = metrics.Calibration.of(ratings, sure, self.points)
        else:
            found = metrics.Calibration.none(self.points)
        return [
            {"confidence": int(name), "ratings": ratings, **coefficient(share)}
            for name, ratings, share in found.agreement()
        ]


def coefficient(one: metrics.Coefficient) -> Row:
    spread = one.interval
    return {
        "value": one.value,
        "status": one.status.value,
        "interval": spread
        and {
            "method": spread.method.value,
            "n": spread.n,
            "se": spread.se,
            "low": spread.low,
            "high": spread.high,
            "status": spread.status.value,
        },
    }


def bias(one: metrics.Bias) -> Row:
    return {
        "stuart_maxwell": one.stuart_maxwell,
        "bhapkar": one.bhapkar,
        "df": one.df,
        "p_value": one.p_value,
        "differences": list(one.differences),
        "status": one.status.value,
    }
