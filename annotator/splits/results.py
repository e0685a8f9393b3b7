"""What came out of a split: where each article is, and how near that is to the wish."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from annotator.splits.wishes import Wish


@dataclass(frozen=True)
class Place:
    """
    An article's split, and its group of near-duplicates.

    The group bears the smallest key in it, so an article without duplicates bears its
    own.
    """

    split: str
    group: int


@dataclass(frozen=True)
class Part:
    """One split: what it should have of the articles, and what it has."""

    name: str
    wanted: float
    articles: int
    share: float | None
    labels: Mapping[str, int]

    @property
    def label_shares(self) -> dict[str, float] | None:
        """Give each label's share of the labels in this split; None without any."""
        total = sum(self.labels.values())
        if total == 0:
            return None
        return {label: count / total for label, count in self.labels.items()}


@dataclass(frozen=True)
class Splits:
    """
    Articles divided, and the figures that say how well.

    `groups` counts the groups of several near-duplicates, `grouped` their articles, and
    `largest_group` those of the largest. `largest_block` is the largest number of
    articles that had to stay together, for whatever reason.
    """

    wish: Wish
    places: Mapping[int, Place]
    parts: tuple[Part, ...]
    groups: int
    grouped: int
    largest_group: int
    largest_block: int

    @property
    def share_deviation(self) -> float | None:
        """Give how far a share of the articles is from the one wanted, at most."""
        if not self.places:
            return None
        return max(abs((part.share or 0) - part.wanted) for part in self.parts)

    @property
    def label_deviation(self) -> float | None:
        """Give how far a split's share of some label is from its own, at most."""
        totals: Counter[str] = Counter()
        for part in self.parts:
            totals.update(part.labels)
        deviations = [
            abs(part.labels.get(label, 0) / total - part.wanted)
            for label, total in totals.items()
            for part in self.parts
            if total
        ]
        return max(deviations, default=None)
