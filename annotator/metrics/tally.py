"""The additive counts that every coefficient is computed from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np

from annotator.metrics.counts import Counts, Ints, counted, pack, unpack
from annotator.metrics.moments import Moments, sum_of_moments


@dataclass(frozen=True, eq=False)
class Tally:
    """
    Counts of ratings that add up: the tally of different units is the sum of theirs.

    All counts are whole numbers, so sums and differences are exact, in any order.

    - `labels`: the declared labels, lowest first where they are ordered
    - `patterns` (patterns, labels): how often a unit got each label, `frequency`
      (patterns,): how many units show that pattern
    - `raters` (raters,): their ids, ascending; `given` (raters, labels): their ratings
    - `together`: units by (rater, label, other rater, other label), the rater before
      the other, coded in the base of `raters` x `labels`
    - `by_rater`: units by (rater, label, pattern)
    - `moments`: how articles vary; None where the articles are not known
    """

    labels: tuple[str, ...]
    patterns: Ints
    frequency: Ints
    raters: Ints
    given: Ints
    together: Counts
    by_rater: Counts
    moments: Moments | None

    @classmethod
    def none(cls, labels: Sequence[str], *, clustered: bool = True) -> Self:
        """Give the tally of no ratings, which changes no sum."""
        nothing = np.zeros(0, np.int64)
        table = np.zeros((0, len(labels)), np.int64)
        return cls(
            labels=tuple(labels),
            patterns=table,
            frequency=nothing,
            raters=nothing,
            given=table,
            together=Counts.none(),
            by_rater=Counts.none(),
            moments=Moments.none() if clustered else None,
        )

    @classmethod
    def total(cls, tallies: Iterable[Self], labels: Sequence[str]) -> Self:
        """
        Add up tallies of different units, of different articles where those are known.

        :raises ValueError: if one has other labels, or only some know their articles
        """
        return cls._sum([(tally, 1) for tally in tallies], tuple(labels))

    def __add__(self, other: Self) -> Self:
        return self._sum([(self, 1), (other, 1)], self.labels)

    def __sub__(self, other: Self) -> Self:
        """
        Take away units that were counted; where articles are known, whole articles.

        :raises ValueError: if some of them were not counted
        """
        return self._sum([(self, 1), (other, -1)], self.labels)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Tally):
            return NotImplemented
        if self.labels != other.labels:
            return False
        mine, theirs = self._arrays(), other._arrays()
        return mine.keys() == theirs.keys() and all(
            np.array_equal(mine[name], theirs[name]) for name in mine
        )

    __hash__ = None  # type: ignore[assignment]

    @cached_property
    def sizes(self) -> Ints:
        """How many ratings a unit of each pattern has: (patterns,)."""
        return np.asarray(self.patterns.sum(axis=1))

    @property
    def units(self) -> int:
        """The number of units with at least one rating."""
        return int(self.frequency.sum())

    @property
    def pairable_units(self) -> int:
        """The number of units with at least two ratings."""
        return int(self.frequency[self.sizes > 1].sum())

    @property
    def ratings(self) -> int:
        """The number of ratings."""
        return int(self.given.sum())

    def together_of(self) -> tuple[Ints, Ints, Ints, Ints, Ints]:
        """Give rater, label, other rater, other label (by place), and units: (n,)."""
        base, size = len(self.raters) * len(self.labels), len(self.labels)
        one, other = np.divmod(self.together.codes, max(base, 1))
        return *np.divmod(one, size), *np.divmod(other, size), self.together.values

    def by_rater_of(self) -> tuple[Ints, Ints, Ints, Ints]:
        """Give rater, pattern, label (by place), and units: (n,), as raters ascend."""
        rest, pattern = np.divmod(self.by_rater.codes, max(len(self.patterns), 1))
        rater, label = np.divmod(rest, max(len(self.labels), 1))
        return rater, pattern, label, self.by_rater.values

    def to_bytes(self) -> bytes:
        """Give the counts as bytes; `from_bytes` reads them back."""
        return pack(self._arrays(), list(self.labels))

    @classmethod
    def from_bytes(cls, packed: bytes) -> Self:
        """Read what `to_bytes` gave."""
        stored, labels = unpack(packed)
        assert isinstance(labels, list)  # noqa: S101  # for the type checker
        moments = None
        if "strata" in stored:
            articles, pairable = stored["articles"]
            moments = Moments(
                stored["strata"], stored["second"], int(articles), int(pairable)
            )
        return cls(
            labels=tuple(labels),
            patterns=stored["patterns"],
            frequency=stored["frequency"],
            raters=stored["raters"],
            given=stored["given"],
            together=Counts(stored["together"], stored["together_units"]),
            by_rater=Counts(stored["by_rater"], stored["by_rater_units"]),
            moments=moments,
        )

    def _arrays(self) -> dict[str, Ints]:
        arrays = {
            "patterns": self.patterns,
            "frequency": self.frequency,
            "raters": self.raters,
            "given": self.given,
            "together": self.together.codes,
            "together_units": self.together.values,
            "by_rater": self.by_rater.codes,
            "by_rater_units": self.by_rater.values,
        }
        if self.moments is not None:
            arrays |= {
                "strata": self.moments.strata,
                "second": self.moments.second,
                "articles": np.array(
                    [self.moments.articles, self.moments.pairable_articles]
                ),
            }
        return arrays

    @classmethod
    def _sum(cls, parts: list[tuple[Self, int]], labels: tuple[str, ...]) -> Self:
        """Add up tallies, each taken away where its sign is -1."""
        if any(tally.labels != labels for tally, _ in parts):
            raise ValueError("Only tallies of the same labels add up.")
        clustered = all(tally.moments is not None for tally, _ in parts)
        parts = [(tally, sign) for tally, sign in parts if len(tally.frequency)]
        if not parts:
            return cls.none(labels, clustered=clustered)
        raters, rater_at = _union([tally.raters[:, None] for tally, _ in parts])
        patterns, pattern_at = _union([tally.patterns for tally, _ in parts])
        given = np.zeros((len(raters), len(labels)), np.int64)
        frequency = np.zeros(len(patterns), np.int64)
        signed = list(zip(parts, rater_at, pattern_at, strict=True))
        for (tally, sign), rater, pattern in signed:
            given[rater] += sign * tally.given
            frequency[pattern] += sign * tally.frequency
        # What came to nothing is left out, so that equal counts are equal tallies.
        in_use, shown = given.any(axis=1), frequency != 0
        new_rater = np.maximum(np.cumsum(in_use) - 1, 0)
        new_pattern = np.maximum(np.cumsum(shown) - 1, 0)
        sizes = int(in_use.sum()), int(shown.sum())
        codes = [
            tally.recoded(new_rater[rater], new_pattern[pattern], *sizes)
            for (tally, _), rater, pattern in signed
        ]
        return cls(
            labels=labels,
            patterns=patterns[shown],
            frequency=counted(frequency[shown]),
            raters=raters[in_use, 0],
            given=counted(given[in_use]),
            together=_summed(
                [
                    (code, sign * tally.together.values)
                    for (code, _), (tally, sign) in zip(codes, parts, strict=True)
                ]
            ),
            by_rater=_summed(
                [
                    (code, sign * tally.by_rater.values)
                    for (_, code), (tally, sign) in zip(codes, parts, strict=True)
                ]
            ),
            moments=_moments(parts),
        )

    def recoded(
        self, rater: Ints, pattern: Ints, raters: int, patterns: int
    ) -> tuple[Ints, Ints]:
        """
        Give the codes of `together` and of `by_rater` with other places.

        `rater` and `pattern` are the new places of one's own, among so many.
        """
        size = len(self.labels)
        one, label, other, other_label, _ = self.together_of()
        pair = (rater[one] * size + label) * raters + rater[other]
        who, shown, said, _ = self.by_rater_of()
        return (
            pair * size + other_label,
            (rater[who] * size + said) * patterns + pattern[shown],
        )


def _union(tables: list[Ints]) -> tuple[Ints, list[Ints]]:
    """Give the different rows of all tables, sorted, and where each table's went."""
    rows, place = np.unique(np.concatenate(tables), axis=0, return_inverse=True)
    ends = np.cumsum([len(table) for table in tables])[:-1]
    return rows, np.split(place.ravel(), ends)


def _summed(parts: list[tuple[Ints, Ints]]) -> Counts:
    codes, values = zip(*parts, strict=True)
    counts = Counts.of(np.concatenate(codes), np.concatenate(values))
    return Counts(counts.codes, counted(counts.values))


def _moments(parts: Sequence[tuple[Tally, int]]) -> Moments | None:
    known = [(tally.moments, sign) for tally, sign in parts if tally.moments]
    if not known:
        return None
    if len(known) < len(parts):
        raise ValueError("Tallies with and without articles do not add up.")
    return sum_of_moments(known)
