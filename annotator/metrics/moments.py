"""Second moments over articles, from which clustered standard errors follow."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

import numpy as np

from annotator.metrics.counts import EXACT, Index, Ints, chunks, counted, starts
from annotator.metrics.scales import Matrix

STEP = 1 << 20
"""Cells of articles by strata that are made at a time."""
LARGEST = 1 << 63


@dataclass(frozen=True, eq=False)
class Moments:
    """
    How the pair counts of articles vary, exactly and additively.

    A *stratum* (m, k, l) with k <= l holds, for the units with m >= 2 ratings, the
    ordered pairs of ratings k and l, counted one way; for m = 1, the ratings k = l.
    An article is the vector z of its strata; `second` is the sum of z z' over
    articles: (strata, strata). Whatever is linear in the strata of an article has its
    sum of squares over articles in there, so no article is looked at twice.

    `strata` (strata,) are the codes (m * labels + k) * labels + l, ascending.
    """

    strata: Ints
    second: Ints
    articles: int
    pairable_articles: int

    @classmethod
    def none(cls) -> Self:
        """Give the moments of no articles."""
        return cls(np.zeros(0, np.int64), np.zeros((0, 0), np.int64), 0, 0)

    @classmethod
    def of(cls, articles: Ints, patterns: Ints, which: Ints) -> Self:
        """
        Take the moments of units: each unit's article, and its row of `patterns`.

        Shapes: articles and which (units,), patterns (patterns, labels).
        """
        if not len(articles):
            return cls.none()
        strata, rows = rows_of(articles, patterns, which)
        second = np.zeros((len(strata), len(strata)), np.int64)
        count = 0
        for some in rows:
            second += gram(some)
            count += len(some)
        paired = articles[patterns.sum(axis=1)[which] > 1]
        return cls(strata, second, count, len(Index(paired).ids))

    def sum_of_squares(self, coefficients: Matrix) -> float:
        """Give the sum over articles of the square of `coefficients` @ z."""
        return float(coefficients @ self.second @ coefficients)


def rows_of(articles: Ints, patterns: Ints, which: Ints) -> tuple[Ints, Iterator[Ints]]:
    """
    Give the strata of units, and by parts the counts (articles, strata).

    Shapes as in `Moments.of`.
    """
    held = _Held.by_size(patterns)
    strata = np.sort(np.concatenate([some.codes for some in held]))
    if (articles[1:] < articles[:-1]).any():
        order = np.argsort(articles, kind="stable")
        articles, which = articles[order], which[order]
    first = np.append(starts(articles), len(articles))

    def rows() -> Iterator[Ints]:
        for part in chunks(len(first) - 1, max(1, STEP // len(strata))):
            edges = first[part.start : part.stop + 1]
            article = np.repeat(np.arange(len(edges) - 1), np.diff(edges))
            some = np.zeros((len(strata), len(edges) - 1), np.int64)
            for of_size in held:
                of_size.sum_into(some, strata, article, which[edges[0] : edges[-1]])
            yield some.T

    return strata, rows()


@dataclass(frozen=True, eq=False)
class _Held:
    """
    What the patterns of one size hold: `codes` (n,) of strata, `values` (n, held).

    `held` (patterns,) is each pattern's place among them, -1 if it has another size.
    """

    codes: Ints
    values: Ints
    held: Ints

    @classmethod
    def by_size(cls, patterns: Ints) -> list[Self]:
        """Give what the patterns of each size hold, without strata that are empty."""
        labels, sizes = patterns.shape[1], patterns.sum(axis=1)
        low, high = np.triu_indices(labels)
        found = []
        for size in np.unique(sizes).tolist():
            mine = np.flatnonzero(sizes == size)
            some = patterns[mine]
            if size == 1:
                codes, values = np.arange(labels) * (labels + 1), some
            else:
                codes, values = low * labels + high, some[:, low] * some[:, high]
                values[:, low == high] -= some
            used = values.any(axis=0)
            held = np.full(len(patterns), -1)
            held[mine] = np.arange(len(mine))
            found.append(
                cls(size * labels**2 + codes[used], values.T[used], held),
            )
        return found

    def sum_into(self, rows: Ints, strata: Ints, article: Ints, which: Ints) -> None:
        """Add units, by ascending article, to `rows` (strata, articles)."""
        place = self.held[which]
        mine = np.flatnonzero(place >= 0)
        if not len(mine):
            return
        place, article = place[mine], article[mine]
        first = starts(article)
        for row, values in zip(
            np.searchsorted(strata, self.codes), self.values, strict=True
        ):
            rows[row, article[first]] = np.add.reduceat(values[place], first)


def gram(rows: Ints) -> Ints:
    """
    Give the sum of the products of each row (rows, columns) with itself, exactly.

    :raises OverflowError: if an article has so many ratings that it cannot be exact
    """
    largest = float(rows.max(initial=0)) ** 2 * len(rows)
    if largest < EXACT:
        # Floating point is as exact here, and many times faster.
        real = rows.astype(np.float64)
        return np.asarray((real.T @ real).astype(np.int64))
    if largest >= LARGEST:
        raise OverflowError("An article has too many ratings to be counted exactly.")
    return np.asarray(rows.T @ rows)


def sum_of_moments(parts: list[tuple[Moments, int]]) -> Moments:
    """
    Add up moments of different articles, each taken away where its sign is -1.

    :raises ValueError: if more is taken away than was counted
    """
    strata = np.unique(np.concatenate([moments.strata for moments, _ in parts]))
    second = np.zeros((len(strata), len(strata)), np.int64)
    for moments, sign in parts:
        at = np.searchsorted(strata, moments.strata)
        second[np.ix_(at, at)] += sign * moments.second
    articles = [(m.articles, m.pairable_articles) for m, _ in parts]
    signs = [sign for _, sign in parts]
    total, pairable = counted(np.array(signs) @ np.array(articles)).tolist()
    # Counts are never negative: a stratum that is empty has no square.
    kept = counted(np.diagonal(second)) != 0
    return Moments(strata[kept], second[np.ix_(kept, kept)], total, pairable)
