"""Ratings to test with: written, drawn by hypothesis, simulated; slow arithmetic."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

import numpy as np
from hypothesis import strategies as st

from annotator.metrics import Rating, Ratings, Tally, count

# Krippendorff (2011), section C: a letter a rater, a dot for none, a word a unit.
KRIPPENDORFF = "11.1 2232 3333 3333 2222 1234 4444 1121 2222 .555 ..11 .3.."
DIGITS = "12345"


def columns(units: str, labels: str = DIGITS, articles: str = "") -> Ratings:
    """Read ratings that are written as above; `articles` has a letter a unit."""
    return Ratings.of(
        [
            Rating(unit, rater, label, ord(articles[unit]) if articles else None)
            for unit, row in enumerate(units.split())
            for rater, label in enumerate(row)
            if label != "."
        ],
        labels,
    )


def read(units: str, labels: str = DIGITS, articles: str = "") -> Tally:
    return count(columns(units, labels, articles))


@st.composite
def small_ratings(draw: st.DrawFn, *, most_units: int = 9) -> Ratings:
    """Draw few ratings, so that all that is degenerate comes up."""
    size = draw(st.integers(1, 4))
    units, raters = draw(st.integers(0, most_units)), draw(st.integers(1, 4))
    row = st.lists(st.integers(-1, size - 1), min_size=raters, max_size=raters)
    given = draw(st.lists(row, min_size=units, max_size=units))
    of = draw(st.lists(st.integers(0, 3), min_size=units, max_size=units))
    rows = [
        (unit, rater, label, of[unit])
        for unit, labels in enumerate(given)
        for rater, label in enumerate(labels)
        if label >= 0
    ]
    unit, rater, label, article = np.array(rows, np.int64).reshape(-1, 4).T
    return Ratings(
        unit, rater, label, tuple(str(label) for label in range(size)), article
    )


def simulated(
    *,
    units: int,
    raters: int = 5,
    each: int = 3,
    labels: int = 4,
    per_article: int = 1,
    missing: float = 0.0,
    seed: int = 1,
) -> Ratings:
    """Simulate raters of articles that lean to some labels, and are harder or not."""
    chance = np.random.default_rng(seed)
    article = np.arange(units) // per_article
    lean = chance.dirichlet(np.ones(labels), int(article[-1]) + 1).cumsum(axis=1)
    truth = (chance.random(units)[:, None] > lean[article]).sum(axis=1)
    who = chance.random((units, raters)).argsort(axis=1)[:, :each]
    easy = 0.2 + 0.8 * chance.random(int(article[-1]) + 1)
    right = chance.random((units, each)) < easy[article, None]
    said = np.where(right, truth[:, None], chance.integers(0, labels, (units, each)))
    unit = np.repeat(np.arange(units), each)
    every = Ratings(
        unit,
        who.ravel(),
        np.minimum(said, labels - 1).ravel(),
        tuple(str(label + 1) for label in range(labels)),
        article[unit],
    )
    return every.kept(chance.random(len(unit)) >= missing)


def without_articles(ratings: Ratings) -> Ratings:
    return replace(ratings, articles=None)


def rows_of_units(ratings: Ratings) -> tuple[np.ndarray, np.ndarray]:
    """Give each unit's pattern (units, labels) and its article, one unit at a time."""
    patterns, articles = [], []
    for unit in np.unique(ratings.units):
        mine = ratings.units == unit
        patterns.append(
            np.bincount(ratings.labels[mine], minlength=len(ratings.declared))
        )
        articles.append(0 if ratings.articles is None else ratings.articles[mine][0])
    return np.array(patterns), np.array(articles)


def influences(
    value: Callable[[np.ndarray], float], weights: np.ndarray, step: float = 1e-5
) -> np.ndarray:
    """Give how much a value moves with each weight: a derivative by differences."""
    moved = []
    for place in range(len(weights)):
        low, high = weights.astype(float), weights.astype(float)
        low[place] -= step
        high[place] += step
        moved.append((value(high) - value(low)) / (2 * step))
    return np.array(moved)


def numbers_in(thing: Any) -> Iterator[float]:
    """Give every number that can be reached from a result."""
    if isinstance(thing, Enum | str) or thing is None:
        return
    if isinstance(thing, int | float | np.number | np.bool_):
        yield float(thing)
        return
    if is_dataclass(thing):
        thing = [getattr(thing, field.name) for field in fields(thing)]
    for value in thing.values() if isinstance(thing, dict) else thing:
        yield from numbers_in(value)
