"""What was decided of an article, and what is seen of its claims."""

# ruff: noqa: RUF001  (curly marks are what is meant)

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.attribution.spans import Claim, Dropped, Span

CLAIM, NO_CLAIM = "claim", "no_claim"

_WORD = re.compile(r"[^\W_]+(?:[’'\-][^\W_]+)*")
_QUOTES = re.compile("[“”\"«»]|''|``")
_CARRIED = "goes on speaking: "
_MOST_WORDS = 60
_LONGEST = 30
_LENGTHS = ((6, "a few"), (12, "short"), (25, "middling"), (45, "long"))

# How far a model trusts what it sees before it has learned anything: the rules most.
_RULES, _RULE, _SOURCE, _CUE, _WORDS, _FRAME = 4.0, 1.0, 1.0, 0.7, 0.4, 0.5


@dataclass(frozen=True, slots=True)
class Decided:
    """
    What people decided of a span; None where they did not.

    `source_type` is any key of theirs, and none where it is no claim.
    """

    start: int
    end: int
    is_claim: bool | None = True
    source_type: str | None = None


@dataclass(frozen=True, slots=True)
class DecidedText:
    """An article on which people have decided; `key` is the same for the same text."""

    key: str
    text: str
    title: str
    dropped: tuple[Dropped, ...]
    claims: tuple[Decided, ...]


Seen = dict[str, float]
"""What is seen of a claim: names, each with how much it counts."""


def seen_of(text: str, claims: Sequence[Claim]) -> list[Seen]:
    """Give what is seen of each of an article's claims, as the rules read them."""
    return [dict(_seen(text, claims, place)) for place in range(len(claims))]


def type_said(claim: Claim) -> str:
    """Name what the rules say of a claim's source type."""
    return f"type {claim.source_type}"


def exclusion_said(claim: Claim) -> str:
    """Name what the rules say of whether it is a claim."""
    return "excluded" if claim.excluded else "not excluded"


def _seen(
    text: str, claims: Sequence[Claim], place: int
) -> Iterator[tuple[str, float]]:
    claim = claims[place]
    yield from _by_rules(claim)
    yield from _of_source(text, claim)
    yield from _of_cue(text, claim.cue)
    yield from _of_words(claim.quote(text))
    yield f"place {_place(place, len(claims))}", _FRAME
    before = claims[place - 1].source_type if place else "none"
    yield f"after {before}", _FRAME


def _by_rules(claim: Claim) -> Iterator[tuple[str, float]]:
    yield exclusion_said(claim), _RULES
    if claim.excluded:
        # The rule says why it is none, and nothing of the source.
        yield f"excluded as {claim.rule}", _RULE
    else:
        yield f"rule {claim.rule.removeprefix(_CARRIED)}", _RULE
        if claim.rule.startswith(_CARRIED):
            yield "goes on speaking", _FRAME
    yield type_said(claim), _RULES
    yield f"sure of {claim.source_type}", claim.score


def _of_source(text: str, claim: Claim) -> Iterator[tuple[str, float]]:
    source = claim.source
    if source is None:
        yield "no source", _SOURCE
        return
    said = source.quote(text)
    words = _words(said)
    for word in words:
        yield f"source {word}", _SOURCE
    if words:
        yield f"source begins {words[0]}", _FRAME
        yield f"source ends {words[-1]}", _FRAME
    capitals = sum(word[0].isupper() for word in _WORD.findall(said)[1:])
    yield f"source capitals {min(capitals, 3)}", _FRAME
    yield f"source words {min(len(words), 6)}", _FRAME
    inside = claim.start <= source.start < claim.end
    yield f"source inside {inside}", _FRAME


def _of_cue(text: str, cue: Span | None) -> Iterator[tuple[str, float]]:
    if cue is None:
        yield "no cue", _CUE
        return
    for word in _words(cue.quote(text)):
        yield f"cue {word}", _CUE


def _of_words(quote: str) -> Iterator[tuple[str, float]]:
    words = _words(quote)
    for word in words:
        yield f"word {word}", _WORDS
    if words:
        yield f"begins {words[0]}", _FRAME
        yield f"begins {' '.join(words[:2])}", _FRAME
    yield f"mark {quote.rstrip()[-1:]}", _FRAME
    marks = len(_QUOTES.findall(quote))
    is_whole = bool(_QUOTES.match(quote))
    yield f"quoted {'whole' if is_whole else 'some' if marks else 'no'}", _FRAME
    length = next((name for most, name in _LENGTHS if len(words) <= most), "very long")
    yield f"length {length}", _FRAME


def _words(said: str) -> list[str]:
    """Give the words in one spelling; every number is the same word."""
    found = (match.group() for match in _WORD.finditer(said))
    return [
        "0" if word[0].isdigit() else word.lower().replace("’", "'")[:_LONGEST]
        for word, _ in zip(found, range(_MOST_WORDS), strict=False)
    ]


def _place(place: int, count: int) -> str:
    if place in {0, count - 1}:
        return "last" if place else "first"
    return ("early", "middle", "late")[3 * place // count]
