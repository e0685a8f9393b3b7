"""Calibration: whether peers agree more with those who were more sure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from annotator.metrics.counts import (
    Counts,
    Index,
    Ints,
    chunks,
    counted,
    pack,
    starts,
    unpack,
)
from annotator.metrics.estimates import (
    Coefficient,
    Method,
    interval,
    no_interval,
    undefined,
)
from annotator.metrics.moments import STEP, Moments, gram, sum_of_moments
from annotator.metrics.ratings import Ratings
from annotator.metrics.status import Status

KINDS = 2
"""Of each stratum there are two counts: its ratings, and their agreeing peers."""
LARGEST = 1 << 16
"""More ratings than a unit can have, as the base of the strata's codes."""


@dataclass(frozen=True, eq=False)
class Calibration:
    """
    Counts that add up: how many peers agree with the ratings of each confidence.

    - `levels`: the points of the confidence scale, lowest first
    - `counts`: by level, ratings in the unit, and kind: ratings or their agreeing peers
    - `clusters` (levels,): articles with such a rating, or units where articles are
      not known, which `by_article` tells
    - `moments`: how the counts of articles (or units) vary
    """

    levels: tuple[str, ...]
    counts: Counts
    clusters: Ints
    moments: Moments
    by_article: bool = True

    @classmethod
    def none(cls, levels: Sequence[str]) -> Self:
        """Give the calibration of no ratings."""
        return cls(
            tuple(levels), Counts.none(), np.zeros(len(levels), int), Moments.none()
        )

    @classmethod
    def of(cls, ratings: Ratings, confidence: Ints, levels: Sequence[str]) -> Self:
        """
        Count ratings with their confidence: a column of places in `levels`.

        :raises ValueError: if the columns differ in length, a confidence is outside, or
            a unit has 65,536 ratings
        """
        if len(confidence) != len(ratings.units):
            raise ValueError("Give every rating its confidence.")
        if not len(confidence):
            return cls.none(levels)
        if not 0 <= confidence.min() <= confidence.max() < len(levels):
            raise ValueError("A confidence is outside of the declared levels.")
        unit = Index(ratings.units).places(ratings.units)
        size = len(ratings.declared)
        given = np.bincount(unit)
        if given.max() >= LARGEST:
            raise ValueError("A unit has too many ratings for calibration.")
        same = np.bincount(unit * size + ratings.labels)
        paired = np.flatnonzero(given[unit] > 1)
        if not len(paired):
            return cls.none(levels)
        by_article = ratings.articles is not None
        clusters = unit if ratings.articles is None else ratings.articles
        unit = unit[paired]
        answers = _Answers(
            level=confidence[paired],
            given=given[unit],
            agreeing=same[unit * size + ratings.labels[paired]] - 1,
            cluster=clusters[paired],
        )
        return cls._counted(answers, levels, by_article=by_article)

    @classmethod
    def _counted(
        cls, answers: "_Answers", levels: Sequence[str], *, by_article: bool
    ) -> Self:
        """Sum ratings and their agreeing peers by stratum, then take the moments."""
        answers = answers.by_cluster()
        first = np.append(starts(answers.cluster), len(answers.cluster))
        code = answers.level * LARGEST + answers.given
        strata = Index(code)
        stratum = strata.places(code)
        size = len(strata.ids)
        sums = np.zeros(size * KINDS, np.int64)
        second = np.zeros((size * KINDS, size * KINDS), np.int64)
        present = np.zeros(len(levels), np.int64)
        for part in chunks(len(first) - 1, max(1, STEP // size)):
            edges = first[part.start : part.stop + 1]
            rows = slice(edges[0], edges[-1])
            cluster = np.repeat(np.arange(len(edges) - 1), np.diff(edges))
            at = (cluster * size + stratum[rows]) * KINDS
            cells = (len(edges) - 1) * size * KINDS
            table = np.bincount(at, minlength=cells)
            agreed = np.bincount(at + 1, answers.agreeing[rows], minlength=cells)
            table += agreed.astype(np.int64)
            table = table.reshape(-1, size * KINDS)
            sums += table.sum(axis=0)
            second += gram(table)
            for place in range(len(levels)):
                mine = table[:, ::KINDS][:, strata.ids // LARGEST == place]
                present[place] += np.count_nonzero(mine.any(axis=1))
        seen = np.flatnonzero(sums)
        codes = (strata.ids[:, None] * KINDS + np.arange(KINDS)).ravel()[seen]
        count = len(first) - 1
        return cls(
            tuple(levels),
            Counts(codes, sums[seen]),
            present,
            Moments(codes, second[np.ix_(seen, seen)], count, count),
            by_article,
        )

    @classmethod
    def total(cls, parts: Iterable[Self], levels: Sequence[str]) -> Self:
        """
        Add up calibrations of different units, of different articles where known.

        :raises ValueError: if one has other levels, or only some know their articles
        """
        return cls._sum([(part, 1) for part in parts], tuple(levels))

    def __add__(self, other: Self) -> Self:
        return self._sum([(self, 1), (other, 1)], self.levels)

    def __sub__(self, other: Self) -> Self:
        """
        Take away units that were counted.

        :raises ValueError: if some of them were not
        """
        return self._sum([(self, 1), (other, -1)], self.levels)

    @classmethod
    def _sum(cls, parts: list[tuple[Self, int]], levels: tuple[str, ...]) -> Self:
        if any(part.levels != levels for part, _ in parts):
            raise ValueError("Only calibrations of the same levels add up.")
        parts = [(part, sign) for part, sign in parts if len(part.counts.codes)]
        if not parts:
            return cls.none(levels)
        if len({part.by_article for part, _ in parts}) > 1:
            raise ValueError("Calibrations with and without articles do not add up.")
        counts = Counts.of(
            np.concatenate([part.counts.codes for part, _ in parts]),
            np.concatenate([sign * part.counts.values for part, sign in parts]),
        )
        if not len(counts.codes):
            return cls.none(levels)
        clusters = np.stack([sign * part.clusters for part, sign in parts])
        return cls(
            levels,
            Counts(counts.codes, counted(counts.values)),
            counted(clusters.sum(axis=0)),
            sum_of_moments([(part.moments, sign) for part, sign in parts]),
            parts[0][0].by_article,
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Calibration) and self.to_bytes() == other.to_bytes()

    __hash__ = None  # type: ignore[assignment]

    def agreement(self) -> list[tuple[str, int, Coefficient]]:
        """
        Give each level's name, ratings, and mean share of peers who agree (0 to 1).

        The interval is clustered by article, or by unit where articles are not known.
        """
        return [
            (name, *self._of_level(place)) for place, name in enumerate(self.levels)
        ]

    def _of_level(self, place: int) -> tuple[int, Coefficient]:
        codes, values = self.counts.codes, self.counts.values
        level, rest = np.divmod(codes, LARGEST * KINDS)
        given, kind = np.divmod(rest, KINDS)
        mine, counted = level == place, kind == 0
        ratings = int(values[mine & counted].sum())
        if not ratings:
            return 0, undefined(Status.NO_PAIRABLE_UNITS)
        share = np.where(mine & ~counted, 1 / np.maximum(given - 1, 1), 0)
        value = float(share @ values) / ratings
        method = Method.ARTICLES if self.by_article else Method.UNITS
        clusters = int(self.clusters[place])
        if clusters == 1:
            spread = no_interval(method, clusters)
        else:
            each = share - value * (mine & counted)
            squares = self.moments.sum_of_squares(each)
            variance = clusters / (clusters - 1) * squares / ratings**2
            spread = interval(value, variance, clusters, method)
            # No share is less than 0.
            spread = replace(spread, low=max(spread.low or 0.0, 0.0))
        if self.by_article:
            return ratings, Coefficient(value, over_articles=spread)
        return ratings, Coefficient(value, over_units=spread)

    def to_bytes(self) -> bytes:
        """Give the counts as bytes; `from_bytes` reads them back."""
        return pack(
            {
                "codes": self.counts.codes,
                "values": self.counts.values,
                "clusters": self.clusters,
                "second": self.moments.second,
            },
            [list(self.levels), self.by_article, self.moments.articles],
        )

    @classmethod
    def from_bytes(cls, packed: bytes) -> Self:
        """Read what `to_bytes` gave."""
        stored, about = unpack(packed)
        assert isinstance(about, list)  # noqa: S101  # for the type checker
        levels, by_article, count = about
        return cls(
            tuple(levels),
            Counts(stored["codes"], stored["values"]),
            stored["clusters"],
            Moments(stored["codes"], stored["second"], count, count),
            by_article,
        )


@dataclass(frozen=True, eq=False)
class _Answers:
    """
    Ratings that have peers, as columns.

    The place of the `level` of confidence, the ratings `given` in the unit, how many
    of the others are `agreeing`, and the `cluster`: the article, or the unit.
    """

    level: Ints
    given: Ints
    agreeing: Ints
    cluster: Ints

    def by_cluster(self) -> Self:
        """Give the same answers, by ascending cluster."""
        if not (self.cluster[1:] < self.cluster[:-1]).any():
            return self
        order = np.argsort(self.cluster, kind="stable")
        return type(self)(
            *(
                column[order]
                for column in (self.level, self.given, self.agreeing, self.cluster)
            )
        )
