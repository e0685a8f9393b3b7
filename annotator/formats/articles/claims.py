"""Claims that come with their article, and where they stand in its text."""

import json
import re
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from annotator.formats.articles.article import GivenClaim

MOST_CLAIMS = 10_000
MOST_WRONG = 100
MOST_NAMED = 10
"""So many mismatches of a row are named, which is enough to see what is wrong."""

_SHOWN = 60


class Mismatch(ValueError):
    """What is wrong with the claims of a row."""


def claims_in_cell(cell: str) -> list[object]:
    """Return the claims of one cell of a CSV: a JSON list, or one quote a line."""
    if cell.lstrip().startswith("["):
        try:
            given = json.loads(cell)
        except RecursionError:
            raise Mismatch("the list is nested too deeply.") from None
        except ValueError:
            pass  # A quote may begin with a bracket: "[He] would go."
        else:
            return list(given)
    return [line.strip() for line in cell.splitlines() if line.strip()]


def located(text: str, given: Iterable[object]) -> tuple[GivenClaim, ...]:
    """
    Return the claims with quote and offsets, in the order of the text.

    A quote that occurs more than once is taken where it first follows the claim before,
    and white space in it may differ from the text's.

    :raises Mismatch: naming every claim that is not in the text or overlaps another
    """
    found: list[GivenClaim] = []
    wrong: list[str] = []
    after = 0
    for number, one in enumerate(given, start=1):
        if number > MOST_CLAIMS:
            raise Mismatch(f"There are more than {MOST_CLAIMS:,} claims.")
        try:
            start, end = _place(text, claim := _claim(one), after)
        except Mismatch as mismatch:
            wrong.append(f"claim {number} {mismatch}")
            if len(wrong) == MOST_WRONG:
                break
            continue
        found.append(GivenClaim(text[start:end], start, end, claim.excluded))
        after = end
    found.sort(key=lambda claim: claim.start or 0)
    wrong += _overlaps(found)
    if wrong:
        more = f"; and {len(wrong) - MOST_NAMED:,} more" if wrong[MOST_NAMED:] else ""
        named = "; ".join(wrong[:MOST_NAMED])
        raise Mismatch(f"{named[0].upper()}{named[1:]}{more}.")
    return tuple(found)


def _claim(given: object) -> GivenClaim:
    if isinstance(given, str):
        return GivenClaim(given, None, None)
    if not isinstance(given, Mapping):
        raise Mismatch("is neither a text nor an object")
    quote = given.get("quote", given.get("text"))
    if quote is not None and not isinstance(quote, str):
        raise Mismatch("has a quote that is no text")
    excluded = given.get("excluded", False)
    if not isinstance(excluded, bool):
        raise Mismatch("has an “excluded” that is neither true nor false")
    start, end = _offset(given, "start"), _offset(given, "end")
    if (start is None) != (end is None):
        raise Mismatch("has only one of “start” and “end”")
    if start is None and quote is None:
        raise Mismatch("has neither a quote nor “start” and “end”")
    return GivenClaim(quote, start, end, excluded)


def _offset(given: Mapping[str, Any], name: str) -> int | None:
    value = given.get(name)
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise Mismatch(f"has a “{name}” that is no whole number")


def _place(text: str, claim: GivenClaim, after: int) -> tuple[int, int]:
    if claim.start is not None and claim.end is not None:
        if not 0 <= claim.start < claim.end <= len(text):
            raise Mismatch(
                f"goes from {claim.start} to {claim.end}, which is not in the text of "
                f"{len(text):,} characters"
            )
        here = text[claim.start : claim.end]
        if claim.quote is not None and claim.quote != here:
            raise Mismatch(
                f"says {_shown(claim.quote)}, but there it says {_shown(here)}"
            )
        start, end = claim.start, claim.end
    else:
        start, end = _find(text, (claim.quote or "").strip(), after)
    if not text[start:end].strip():
        raise Mismatch("is empty")
    return start, end


def _find(text: str, quote: str, after: int) -> tuple[int, int]:
    if not quote:
        raise Mismatch("is empty")
    for begin in (after, 0):
        if (start := text.find(quote, begin)) >= 0:
            return start, start + len(quote)
    loose = re.compile(r"\s+".join(map(re.escape, quote.split())))
    match = loose.search(text, after) or loose.search(text)
    if match is None:
        raise Mismatch(f"is not in the text: {_shown(quote)}")
    return match.span()


def _overlaps(found: list[GivenClaim]) -> list[str]:
    return [
        f"{_shown(after.quote or '')} overlaps the claim before it"
        for before, after in pairwise(found)
        if (after.start or 0) < (before.end or 0)
    ]


def _shown(quote: str) -> str:
    return f"“{quote[:_SHOWN]}{'…' if len(quote) > _SHOWN else ''}”"
