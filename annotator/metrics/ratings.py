"""Ratings as columns: who gave which label to which unit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

import numpy as np
import numpy.typing as npt

from annotator.metrics.counts import Ints, starts

Rows = Ints | npt.NDArray[np.bool_] | slice


class Rating(NamedTuple):
    """One label that one rater gave to one unit, of an article if that is known."""

    unit: int
    rater: int
    label: str
    article: int | None = None


@dataclass(frozen=True, eq=False)
class Ratings:
    """
    Ratings as columns of one length, one row a rating, in any order.

    `units` and `raters` are ids; `labels` are places in `declared`, the whole set of
    labels, lowest first where they are ordered; `articles`, if given, are the ids of
    what the units were taken from, one article a unit.
    """

    units: Ints
    raters: Ints
    labels: Ints
    declared: tuple[str, ...]
    articles: Ints | None = None

    def __post_init__(self) -> None:
        columns = [self.units, self.raters, self.labels]
        if self.articles is not None:
            columns.append(self.articles)
        if len({len(column) for column in columns}) > 1:
            raise ValueError("The columns of ratings must be equally long.")
        if len(set(self.declared)) != len(self.declared):
            raise ValueError("The declared labels must differ.")
        if not len(self.labels):
            return
        if self.labels.min() < 0 or self.labels.max() >= len(self.declared):
            raise ValueError("A label's place is outside of the declared labels.")

    @classmethod
    def of(cls, rows: Iterable[Rating], declared: Sequence[str]) -> Self:
        """
        Make columns of rows.

        :raises ValueError: if a label was not declared, or some rows have an article
            and others have none
        """
        place = {label: index for index, label in enumerate(declared)}
        rows = list(rows)
        for row in rows:
            if row.label not in place:
                raise ValueError(f"{row.label!r} is not among the declared labels")
        articles = [row.article for row in rows if row.article is not None]
        if articles and len(articles) != len(rows):
            raise ValueError("Give every rating its article, or none.")
        return cls(
            np.array([row.unit for row in rows], np.int64),
            np.array([row.rater for row in rows], np.int64),
            np.array([place[row.label] for row in rows], np.int64),
            tuple(declared),
            np.array(articles, np.int64) if articles else None,
        )

    def by_unit(self) -> tuple[Self, Ints]:
        """Give the same ratings by ascending unit, and each unit's first row."""
        first = starts(self.units)
        units = self.units[first]
        if (units[1:] > units[:-1]).all():
            return self, first
        ordered = self.kept(np.argsort(self.units, kind="stable"))
        return ordered, starts(ordered.units)

    def kept(self, rows: Rows) -> Self:
        """Give the ratings at `rows`: places, a mask or a slice."""
        return type(self)(
            self.units[rows],
            self.raters[rows],
            self.labels[rows],
            self.declared,
            None if self.articles is None else self.articles[rows],
        )

    def relabeled(self, labels: Ints, declared: Sequence[str]) -> Self:
        """Give the same ratings with other labels: another column, another set."""
        return type(self)(
            self.units, self.raters, labels, tuple(declared), self.articles
        )
