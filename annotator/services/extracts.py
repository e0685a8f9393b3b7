"""What is found in files, without a project or a database."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BufferedReader
from typing import Any

from annotator.attribution import Claim, Dropped, Extraction, Span, extract
from annotator.formats.articles import (
    MAX_FILE_BYTES,
    SINGLE,
    GivenClaim,
    Kind,
    RawArticle,
    check_size,
    kind_of,
    read_article,
    read_rows,
)

_HEAD_BYTES = 1024
_PLAIN: frozenset[Kind] = frozenset({"text", "markdown"})


@dataclass(frozen=True, slots=True)
class Extract:
    """What was found in one article of a file, or why it could not be read."""

    file: str
    row: int | None  # None where the file is one article
    text: str = ""
    found: Extraction | None = None
    problem: str = ""
    notes: tuple[str, ...] = ()
    is_taken: bool = False  # the text was taken from a file that is more than text

    def as_object(self) -> dict[str, Any]:
        """Give what was found as a JSON object; offsets are code points of the text."""
        assert self.found is not None  # noqa: S101  # the caller looks for a problem
        row = {} if self.row is None else {"row": self.row}
        # Of what is no text itself, its text is nowhere else.
        text = {"text": self.text} if self.is_taken else {}
        return {
            "file": self.file,
            **row,
            "title": self.found.title,
            **text,
            "dropped": [self._dropped(line) for line in self.found.dropped],
            "sentences": [
                {"start": one.start, "end": one.end} for one in self.found.sentences
            ],
            "claims": [self._claim(claim) for claim in self.found.claims],
        }

    def _dropped(self, line: Dropped) -> dict[str, Any]:
        return {**self._quoted(line), "reason": line.reason}

    def _claim(self, claim: Claim) -> dict[str, Any]:
        return {
            **self._quoted(claim),
            "excluded": claim.excluded,
            "source": claim.source and self._quoted(claim.source),
            "cue": claim.cue and self._quoted(claim.cue),
            "source_type": claim.source_type,
            "score": claim.score,
            "rule": claim.rule,
        }

    def _quoted(self, span: Span | Claim | Dropped) -> dict[str, Any]:
        quote = self.text[span.start : span.end]
        return {"start": span.start, "end": span.end, "text": quote}


def extract_file(
    file: BufferedReader, name: str, *, clean: bool = True
) -> Iterator[Extract]:
    """
    Find claims and sources in the article of a file, or in each row of a table.

    `clean` drops what is no part of the article. A row that cannot be read is given
    with its problem.

    :raises Unreadable: if nothing can be read of the file
    """
    kind = kind_of(name, file.peek(_HEAD_BYTES)[:_HEAD_BYTES])
    if kind in SINGLE:
        content = file.read(MAX_FILE_BYTES + 1)
        check_size(kind, len(content))
        one = _extract(name, None, read_article(content, name), clean=clean)
        yield replace(one, is_taken=kind not in _PLAIN)
        return
    for row in read_rows(file, kind):
        if row.article is None:
            reason = row.problem.reason if row.problem else "It cannot be read."
            yield Extract(name, row.number, problem=reason)
        else:
            yield _extract(name, row.number, row.article, clean=clean)


def _extract(name: str, row: int | None, given: RawArticle, *, clean: bool) -> Extract:
    found = extract(
        given.text,
        title=given.title,
        language=given.language,
        outside=[Span(start, end) for start, end in given.outside],
        dropped=None if clean else (),
        claims=None if given.claims is None else _spans(given.claims),
    )
    return Extract(name, row, given.text, found, notes=given.notes)


def _spans(given: tuple[GivenClaim, ...]) -> list[Span]:
    return [
        Span(claim.start, claim.end)
        for claim in given
        if claim.start is not None and claim.end is not None
    ]
