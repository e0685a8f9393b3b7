"""What was found in an article as lines of text."""

from collections.abc import Iterator
from itertools import chain

from annotator.management.agreement_tables import many, table
from annotator.services.extracts import Extract

_TEXTS = frozenset({1, 3, 4})  # columns
_QUOTE = 52
_SOURCE = 30


def extract_lines(one: Extract) -> Iterator[str]:
    """Write down the title, what was left out, and each claim with its source."""
    found = one.found
    assert found is not None  # noqa: S101  # the caller looks for a problem
    row = "" if one.row is None else f", row {one.row}"
    yield f"{one.file}{row}: {found.title or 'no title'}"
    if found.dropped:
        reasons = ", ".join(sorted({line.reason for line in found.dropped}))
        yield f"{many(len(found.dropped), 'line')} left out ({reasons})."
    claims = [claim for claim in found.claims if not claim.excluded]
    excluded = [claim for claim in found.claims if claim.excluded]
    yield f"{many(len(claims), 'claim')}, {len(excluded)} proposed to be excluded."
    yield ""
    rows = [
        [
            str(number),
            "excluded" if claim.excluded else claim.source_type if claim.score else "",
            "" if claim.excluded or not claim.score else f"{claim.score:.2f}",
            _clipped(claim.source.quote(one.text) if claim.source else "", _SOURCE),
            claim.rule,
            _clipped(claim.quote(one.text), _QUOTE),
        ]
        for number, claim in enumerate(found.claims, start=1)
    ]
    headings = ["#", "type", "score", "source", "rule", "claim"]
    yield from chain(table(headings, rows, left=_TEXTS), [""])


def _clipped(text: str, width: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= width else f"{line[: width - 1]}…"
