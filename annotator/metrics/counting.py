"""Count ratings: from columns to a tally, in a few passes over whole columns."""

from collections.abc import Iterator

import numpy as np

from annotator.metrics.counts import STEP, Counter, Counts, Index, Ints, chunks
from annotator.metrics.moments import Moments, rows_of
from annotator.metrics.ratings import Ratings
from annotator.metrics.tally import Tally

LARGEST_KEY = 1 << 62


def count(ratings: Ratings) -> Tally:
    """
    Count ratings: some ten nanoseconds each where five people rate a unit.

    The units of two tallies that are to be added must be different ones, and where
    articles are given, so must the articles.

    :raises ValueError: if a rater rated one unit twice, or a unit is of two articles
    """
    labels = ratings.declared
    if not len(ratings.units):
        return Tally.none(labels, clustered=ratings.articles is not None)
    ratings, first = ratings.by_unit()
    sizes = np.diff(np.append(first, len(ratings.units)))
    articles = _articles_of_units(ratings, first)
    patterns, which = _patterns(ratings.labels, first, sizes, len(labels))
    raters = Index(ratings.raters)
    cells = len(raters.ids) * len(labels)
    together, by_rater = Counter(cells * cells), Counter(cells * len(patterns))
    for units, codes in _blocks(ratings, raters, first, sizes):
        together.add(_pairs(codes, cells))
        by_rater.add(codes * len(patterns) + which[units])
    shown = by_rater.counts()
    given = np.zeros(cells, np.int64)
    np.add.at(given, shown.codes // len(patterns), shown.values)
    return Tally(
        labels,
        patterns,
        np.bincount(which, minlength=len(patterns)),
        raters.ids,
        given.reshape(-1, len(labels)),
        _ordered(together.counts(), ratings, cells),
        shown,
        None if articles is None else Moments.of(articles, patterns, which),
    )


def strata_by_article(ratings: Ratings) -> tuple[Ints, Ints]:
    """
    Give what `bootstrap_articles` draws from: strata (n,), counts (articles, n).

    :raises ValueError: if the articles are not known, or a unit is of two
    """
    ratings, first = ratings.by_unit()
    articles = _articles_of_units(ratings, first)
    if articles is None:
        raise ValueError("Drawing articles needs the article of every rating.")
    if not len(articles):
        return np.zeros(0, np.int64), np.zeros((0, 0), np.int64)
    sizes = np.diff(np.append(first, len(ratings.units)))
    patterns = _patterns(ratings.labels, first, sizes, len(ratings.declared))
    strata, rows = rows_of(articles, *patterns)
    return strata, np.concatenate(list(rows))


def _articles_of_units(ratings: Ratings, first: Ints) -> Ints | None:
    """Give each unit's article (units,), if articles are known."""
    if ratings.articles is None:
        return None
    changes = ratings.articles[1:] != ratings.articles[:-1]
    changes[first[1:] - 1] = False
    if changes.any():
        unit = ratings.units[np.flatnonzero(changes)[0]]
        raise ValueError(f"Unit {unit} is of two articles.")
    return ratings.articles[first]


def _blocks(
    ratings: Ratings, raters: Index, first: Ints, sizes: Ints
) -> Iterator[tuple[Ints | slice, Ints]]:
    """
    Give units that have equally many ratings, some at a time, with their codes.

    The code of a rating (ratings, units) is its rater's place times the number of
    labels, plus its label. No array is as long as the columns.
    """

    def codes_at(rows: Ints | slice) -> Ints:
        codes = raters.places(ratings.raters[rows])
        codes *= len(ratings.declared)
        codes += ratings.labels[rows]
        return codes

    held = np.flatnonzero(np.bincount(sizes)).tolist()
    for size in held:
        step = max(1, 16 * STEP // (size * max(size - 1, 1)))
        if len(held) == 1:
            for some in chunks(len(sizes), step):
                rows = slice(some.start * size, some.stop * size)
                codes = codes_at(rows).reshape(-1, size)
                yield some, np.ascontiguousarray(codes.T)
            continue
        units = np.flatnonzero(sizes == size)
        for some in chunks(len(units), step):
            at = first[units[some]] + np.arange(size)[:, None]
            yield units[some], codes_at(at)


def _pairs(codes: Ints, cells: int) -> Ints:
    """Give each pair of a unit's codes (ratings, units) as one: (pairs, units)."""
    size, units = codes.shape
    pairs = np.empty((size * (size - 1) // 2, units), np.int64)
    done = 0
    for place, one in enumerate(codes[:-1]):
        others = codes[place + 1 :]
        np.add(one * cells, others, out=pairs[done : done + len(others)])
        done += len(others)
    return pairs


def _ordered(pairs: Counts, ratings: Ratings, cells: int) -> Counts:
    """
    Give counts of pairs with the lower rater first.

    :raises ValueError: if a rater is paired with itself
    """
    one, other = np.divmod(pairs.codes, cells)
    size = len(ratings.declared)
    if (one // size == other // size).any():
        raise ValueError(_twice(ratings))
    if (one < other).all():
        return pairs
    return Counts.of(
        np.minimum(one, other) * cells + np.maximum(one, other), pairs.values
    )


def _twice(ratings: Ratings) -> str:
    """Say which rater rated which unit twice."""
    order = np.lexsort((ratings.raters, ratings.units))
    units, raters = ratings.units[order], ratings.raters[order]
    again = (units[1:] == units[:-1]) & (raters[1:] == raters[:-1])
    row = np.flatnonzero(again)[0]
    return f"Rater {raters[row]} rated unit {units[row]} twice."


def _patterns(labels: Ints, first: Ints, sizes: Ints, size: int) -> tuple[Ints, Ints]:
    """Give the different patterns (patterns, labels), and each unit's place in them."""
    base = int(sizes.max()) + 1
    if base**size >= LARGEST_KEY:
        # Too many for one number a unit: count the labels of each unit as a row.
        unit = np.repeat(np.arange(len(first)), sizes)
        table = np.bincount(unit * size + labels, minlength=len(first) * size)
        rows, which = np.unique(table.reshape(-1, size), axis=0, return_inverse=True)
        return rows.astype(np.int64), which.ravel()
    power = np.array([base ** (size - 1 - label) for label in range(size)], np.int64)
    if sizes.min() == sizes.max():
        key = np.zeros(len(first), np.int64)
        for some in chunks(len(first), STEP // sizes[0] + 1):
            # A column at a time: a sum along short rows is several times slower.
            for column in labels.reshape(-1, sizes[0])[some].T:
                key[some] += power[column]
    else:
        key = np.add.reduceat(power[labels], first)
    keys = Index(key)
    return keys.ids[:, None] // power % base, keys.places(key)
