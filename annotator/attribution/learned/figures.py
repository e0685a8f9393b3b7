"""How often models are right, with intervals that know how few the articles are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from annotator.attribution.learned.fitting import Floats, Ints

_SURE = 0.975  # the upper bound of a two-sided 95 % interval


@dataclass(frozen=True, slots=True)
class Share:
    """A share, or a difference of two, with its 95 % interval."""

    value: float
    low: float
    high: float

    def to_json(self) -> dict[str, float]:
        return {"value": self.value, "low": self.low, "high": self.high}


def share(right: Sequence[bool], articles: Ints) -> Share:
    """
    Give the share of rows that are right, with an interval over articles.

    It is Wilson's, for as many rows as would, drawn one by one, tell as much as these
    do, which come by articles; and Student's t stands for the normal distribution.
    """
    value, spread, count = _mean(np.array(right, float), articles)
    # Where all articles say the same, each counts as one row.
    told = value * (1 - value) / spread if spread > 0 else float(count)
    t = _t(count)
    middle = (value + t * t / (2 * told)) / (1 + t * t / told)
    half = t * (value * (1 - value) / told + t * t / (4 * told * told)) ** 0.5
    half /= 1 + t * t / told
    low, high = max(0.0, middle - half), min(1.0, middle + half)
    return Share(value, min(low, value), max(high, value))


def gain(after: Sequence[bool], before: Sequence[bool], articles: Ints) -> Share:
    """Give by how much more often `after` is right, on the same rows."""
    by_row = np.array(after, float) - np.array(before, float)
    value, spread, count = _mean(by_row, articles)
    half = _t(count) * spread**0.5
    return Share(value, max(-1.0, value - half), min(1.0, value + half))


def _mean(values: Floats, articles: Ints) -> tuple[float, float, int]:
    """Give a mean over rows, its variance over articles, and how many these are."""
    _, article = np.unique(articles, return_inverse=True)
    sums, rows = np.bincount(article, values), np.bincount(article)
    count, value = len(rows), float(values.mean())
    rest = sums - value * rows
    spread = count / max(1, count - 1) * float((rest**2).sum()) / len(values) ** 2
    return value, spread, count


def _t(count: int) -> float:
    from scipy.stats import t  # noqa: PLC0415  # slow to load, and only for training

    return float(t.ppf(_SURE, max(1, count - 1)))


def compared(
    decided: Sequence[str],
    learned: Sequence[str],
    rules: Sequence[str],
    articles: Ints,
) -> dict[str, Any]:
    """Give the figures of the model beside those of the rules, as JSON."""
    by_model = [one == other for one, other in zip(learned, decided, strict=True)]
    by_rules = [one == other for one, other in zip(rules, decided, strict=True)]
    return {
        "claims": len(decided),
        "articles": len(set(articles.tolist())),
        "learned": share(by_model, articles).to_json(),
        "rules": share(by_rules, articles).to_json(),
        "gain": gain(by_model, by_rules, articles).to_json(),
        "labels": [
            {
                "label": label,
                "claims": decided.count(label),
                "learned": _of_label(label, decided, learned),
                "rules": _of_label(label, decided, rules),
            }
            for label in sorted(
                {*decided, *learned}, key=lambda one: (-decided.count(one), one)
            )
        ],
    }


def _of_label(
    label: str, decided: Sequence[str], said: Sequence[str]
) -> dict[str, float | None]:
    """Give how often a label is right where it is said, and said where it is right."""
    both = sum(one == label == other for one, other in zip(decided, said, strict=True))
    right, given = decided.count(label), said.count(label)
    return {
        "precision": both / given if given else None,
        "recall": both / right if right else None,
    }
