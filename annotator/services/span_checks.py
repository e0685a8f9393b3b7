"""Check spans that somebody gave: claims, and lines to leave out."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol, TypeVar, cast, get_args

from annotator.attribution import Dropped, Reason, Span
from annotator.errors import DomainError

MOST_NAMED = 10
"""So many wrong spans are named, which is enough to see what is wrong."""
SHOWN = 60
"""Characters of a quote that are shown."""
REASONS = frozenset(get_args(Reason))


class WrongSpans(DomainError):
    code = "wrong_spans"

    def __init__(self, problems: Sequence[str]) -> None:
        more = len(problems) - MOST_NAMED
        rest = [f"And {more:,} more."] if more > 0 else []
        super().__init__(" ".join([*problems[:MOST_NAMED], *rest]))


class WrongClaims(WrongSpans):
    code = "wrong_claims"


class WrongLines(WrongSpans):
    code = "wrong_dropped"


class HasEnds(Protocol):
    """Anything with a start and an end."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Either = TypeVar("Either", bound=HasEnds)


@dataclass(frozen=True, slots=True)
class GivenSpan:
    """A claim that somebody gave; `quote`, if given, is what must stand there."""

    start: int
    end: int
    excluded: bool = False
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class DroppedSpan:
    """A line that somebody leaves out, and why."""

    start: int
    end: int
    reason: str


def check_claims(text: str, given: Sequence[GivenSpan]) -> list[GivenSpan]:
    """
    Give the claims in the order of the text.

    :raises WrongClaims: if one is none of the text's, or two overlap
    """
    named = sorted(enumerate(given, start=1), key=lambda one: one[1].start)
    problems = [
        f"Claim {number}: {problem}"
        for number, claim in sorted(named, key=lambda one: one[0])
        if (problem := _problem(text, claim) or _quote_problem(text, claim))
    ]
    if not problems:
        problems = [
            f"Claims {one} and {other} overlap: {_shown(text, second)}."
            for (one, first), (other, second) in pairwise(named)
            if second.start < first.end
        ]
    if not given:
        problems = ["There is no claim."]
    if problems:
        raise WrongClaims(problems)
    return [claim for _, claim in named]


def check_dropped(text: str, given: Sequence[DroppedSpan]) -> list[Dropped]:
    """
    Give the lines to leave out, in the order of the text.

    :raises WrongLines: if one is none of the text's, or two overlap
    """
    lines = sorted(given, key=lambda one: one.start)
    problems = [
        f"The line from {line.start} to {line.end}: {problem}"
        for line in lines
        if (problem := _problem(text, line))
    ]
    problems += [
        f"The reason {line.reason!r} is unknown."
        for line in lines
        if line.reason not in REASONS
    ]
    problems += [
        f"Two lines overlap: {_shown(text, second)}."
        for first, second in pairwise(lines)
        if second.start < first.end
    ]
    if problems:
        raise WrongLines(problems)
    return [Dropped(line.start, line.end, cast(Reason, line.reason)) for line in lines]


def check_kept(dropped: Sequence[Dropped], claims: Sequence[Span]) -> None:
    """
    Make sure that no claim is in a line that is left out.

    :raises WrongClaims: if one is
    """
    held = sorted(overlapping(claims, dropped), key=lambda span: span.start)
    if held:
        raise WrongClaims(
            [
                f"The claim from {span.start} to {span.end} is in a line that is left "
                "out. Restore the line, or remove the claim."
                for span in held
            ]
        )


def overlapping(spans: Sequence[Either], others: Sequence[HasEnds]) -> list[Either]:
    """Give the spans that share a character with one of `others` (in order)."""
    starts = [other.start for other in others]
    return [
        span
        for span in spans
        if (before := bisect_right(starts, span.end - 1))
        and others[before - 1].end > span.start
    ]


def _problem(text: str, span: HasEnds) -> str:
    """Say what is wrong with a span, if anything is."""
    if span.start < 0 or span.end > len(text):
        return (
            f"{span.start} to {span.end} is not within the text, which has "
            f"{len(text):,} characters."
        )
    if span.start >= span.end:
        return f"{span.start} to {span.end} is empty."
    return ""


def _quote_problem(text: str, claim: GivenSpan) -> str:
    if not any(map(str.isalnum, text[claim.start : claim.end])):
        return f"{claim.start} to {claim.end} holds no word."
    if claim.quote in {None, text[claim.start : claim.end]}:
        return ""
    return (
        f"the text from {claim.start} to {claim.end} is {_shown(text, claim)}, which "
        "is not the quote."
    )


def _shown(text: str, span: HasEnds) -> str:
    quote = text[span.start : span.end]
    return f"“{quote}”" if len(quote) <= SHOWN else f"“{quote[:SHOWN]}…”"
