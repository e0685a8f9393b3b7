"""The additive counts that every coefficient is computed from."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Self

Pattern = tuple[tuple[str, int], ...]
"""How often each label was given to one unit: sorted (label, count) pairs, no zeros."""


class Rating(NamedTuple):
    """One label that one rater gave to one unit."""

    unit: int
    rater: int
    label: str


@dataclass(frozen=True)
class Tally:
    """
    Counts of ratings that add up: the tally of two sets of units is their sum.

    `patterns` counts the units that show each pattern of labels, `raters` the ratings
    of each rater. Units of two tallies that are added must be different units.
    """

    patterns: Counter[Pattern] = field(default_factory=Counter)
    raters: Counter[int] = field(default_factory=Counter)

    @classmethod
    def of(cls, ratings: Iterable[Rating]) -> Self:
        """
        Count `ratings`.

        :raises ValueError: if a rater rated one unit twice
        """
        units: defaultdict[int, dict[int, str]] = defaultdict(dict)
        for rating in ratings:
            if rating.rater in units[rating.unit]:
                raise ValueError(f"rater {rating.rater} rated {rating.unit} twice")
            units[rating.unit][rating.rater] = rating.label
        return cls(
            Counter(
                tuple(sorted(Counter(given.values()).items()))
                for given in units.values()
            ),
            Counter(rater for given in units.values() for rater in given),
        )

    def __add__(self, other: Self) -> Self:
        return type(self)(self.patterns + other.patterns, self.raters + other.raters)

    @property
    def units(self) -> int:
        """The number of units with at least one rating."""
        return self.patterns.total()

    @property
    def pairable_units(self) -> int:
        """The number of units with at least two ratings."""
        return sum(
            units
            for pattern, units in self.patterns.items()
            if sum(count for _, count in pattern) > 1
        )

    @property
    def ratings(self) -> int:
        """The number of ratings."""
        return self.raters.total()

    def to_json(self) -> dict[str, Any]:
        """Give the counts as JSON values; `from_json` reads them back."""
        return {
            "patterns": [[dict(pattern), n] for pattern, n in self.patterns.items()],
            "raters": {str(rater): n for rater, n in self.raters.items()},
        }

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Self:
        """Read what `to_json` gave."""
        return cls(
            Counter(
                {tuple(sorted(pattern.items())): n for pattern, n in stored["patterns"]}
            ),
            Counter({int(rater): n for rater, n in stored["raters"].items()}),
        )
