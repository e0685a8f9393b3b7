"""What is asked of a split, and what an article brings to it."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, get_args

By = Literal["article", "outlet", "period"]
BYS: tuple[By, ...] = get_args(By)
SPLITS = ("train", "validation", "test")
SHARES = {"train": 0.8, "validation": 0.1, "test": 0.1}
CLOSE_TO_ONE = 1e-6


class ImpossibleSplit(ValueError):
    """What was asked cannot be done with any articles; the text says why."""


@dataclass(frozen=True)
class Traits:
    """
    What a split looks at in an article.

    `labels` counts its claims by label, whatever labels shall be spread evenly.
    """

    labels: Mapping[str, int] = field(default_factory=dict)
    outlet: str = ""
    published_on: date | None = None


@dataclass(frozen=True)
class Wish:
    """
    Which splits are wanted, and by what articles are divided.

    `shares` names the splits that are wanted, in any order, and their shares of the
    articles.

    :raises ImpossibleSplit: if the shares are none, not positive or not 1 together
    """

    shares: Mapping[str, float] = field(default_factory=lambda: dict(SHARES))
    seed: int = 0
    by: By = "article"

    def __post_init__(self) -> None:
        if self.by not in BYS:
            raise ImpossibleSplit(f"Articles are divided by {_either(BYS)}.")
        if not self.shares:
            raise ImpossibleSplit("At least one split is needed.")
        for name, share in self.shares.items():
            if name not in SPLITS:
                raise ImpossibleSplit(f"A split is {_either(SPLITS)}, not {name!r}.")
            if not (math.isfinite(share) and share > 0):
                raise ImpossibleSplit(
                    f"The share of {name} must be more than 0; leave out what is not "
                    "wanted."
                )
        total = math.fsum(self.shares.values())
        if abs(total - 1) > CLOSE_TO_ONE:
            raise ImpossibleSplit(f"The shares must be 1 together, not {total:g}.")

    @property
    def names(self) -> tuple[str, ...]:
        """Give the splits in their order, from training to testing."""
        return tuple(name for name in SPLITS if name in self.shares)


def _either(names: tuple[str, ...]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"
