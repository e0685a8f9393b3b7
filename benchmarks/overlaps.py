"""Found spans against gold ones: shares, types, and which source is which."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from annotator.attribution import Claim, Dropped, Span

CORE = ("named", "anonymous", "official_statement")
Row = dict[str, Any]
Stretch = Span | Claim | Dropped


def span_of(found: Row) -> Span:
    return Span(found["start"], found["end"])


def overlap(one: Stretch, other: Stretch) -> bool:
    return one.start < other.end and other.start < one.end


@dataclass
class Share:
    """How many of how many."""

    right: int = 0
    of: int = 0

    def add(self, right: bool) -> None:  # noqa: FBT001  # what else would it add
        self.right += right
        self.of += 1

    def __str__(self) -> str:
        share = self.right / self.of if self.of else float("nan")
        return f"{share:.3f} ({self.right} of {self.of})"


@dataclass
class Types:
    """Gold types against suggested ones; "none" where the source was not found."""

    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    rules: dict[str, Share] = field(default_factory=lambda: defaultdict(Share))

    def add(self, gold: str, claim: Claim | None) -> None:
        self.pairs[gold, "none" if claim is None else claim.source_type] += 1
        if claim is not None:
            rule = claim.rule.rpartition(": ")[2] if "“" in claim.rule else claim.rule
            self.rules[rule].add(claim.source_type == gold)

    def accuracy(self, *, of_found: bool) -> Share:
        share = Share()
        for (gold, suggested), times in self.pairs.items():
            if suggested != "none" or not of_found:
                share.right += times * (gold == suggested)
                share.of += times
        return share

    def by_type(self) -> Iterator[tuple[str, Share, Share]]:
        for kind in CORE:
            precision, recall = Share(), Share()
            for (gold, suggested), times in self.pairs.items():
                hit = times * (gold == suggested == kind)
                precision.right, recall.right = (
                    precision.right + hit,
                    recall.right + hit,
                )
                precision.of += times * (suggested == kind)
                recall.of += times * (gold == kind)
            yield kind, precision, recall


def found_source(claims: Iterable[Claim], said: Span, source: Span) -> Claim | None:
    """Give the claim whose source is the gold one, that overlapping `said` first."""
    with_it = [
        claim
        for claim in claims
        if claim.source is not None
        and overlap(claim.source, source)
        and (overlap(claim, said) or overlap(claim, source))
    ]
    return next((c for c in with_it if overlap(c, said)), next(iter(with_it), None))
