"""Where an article quotes: stretches with their marks, paragraph by paragraph."""

# ruff: noqa: RUF001  (curly marks are what is meant)

import re
from collections.abc import Iterable, Iterator

from annotator.attribution.spans import Span

_CURLY = re.compile("[“”]")
_STRAIGHT = re.compile("\"|''|``")
_ANGLED = re.compile("[«»]")
_SINGLE = re.compile(r"(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…—-])[’'](?!\w)")
_OPENING = re.compile(r"(?<!\w)[‘'](?=\w)")
_ENOUGH = 2


def quotations_of(text: str, paragraphs: Iterable[Span]) -> list[Span]:
    """
    Return the quoted stretches of `text`, in order, none longer than its paragraph.

    One that is not closed ends with its paragraph: that is how a quotation of several
    paragraphs is written. Single marks count where a paragraph has no double ones
    outside of them.
    """
    found: list[Span] = []
    for paragraph in paragraphs:
        double = _double(text, paragraph)
        opens = _OPENING.search(text, paragraph.start, paragraph.end)
        single = list(_single(text, paragraph)) if opens else []
        # A mark of the other kind inside of a quotation opens one within it.
        is_outer = single and (not double or _holds(single, double[0]))
        found.extend(single if is_outer else double)
    return found


def _holds(outer: list[Span], inner: Span) -> bool:
    return any(one.start < inner.start < one.end for one in outer)


def _double(text: str, paragraph: Span) -> list[Span]:
    pieces = sorted(
        (
            *_paired(text, paragraph, _CURLY, "“", "”"),
            *_toggled(text, paragraph),
            *_paired(text, paragraph, _ANGLED, "«", "»"),
        )
    )
    return list(_outermost(pieces))


def _paired(
    text: str, paragraph: Span, marks: re.Pattern[str], opening: str, closing: str
) -> Iterator[Span]:
    start: int | None = None
    for mark in marks.finditer(text, paragraph.start, paragraph.end):
        if mark.group() == opening:
            if start is None:
                start = mark.start()
        elif start is not None:
            yield Span(start, mark.end())
            start = None
    if start is not None:
        yield Span(start, paragraph.end)


def _toggled(text: str, paragraph: Span) -> Iterator[Span]:
    start: int | None = None
    for mark in _STRAIGHT.finditer(text, paragraph.start, paragraph.end):
        if start is None:
            # A mark after a digit is for inches or feet.
            is_measure = mark.start() > 0 and text[mark.start() - 1].isdigit()
            start = None if is_measure else mark.start()
        else:
            yield Span(start, mark.end())
            start = None
    if start is not None:
        yield Span(start, paragraph.end)


def _single(text: str, paragraph: Span) -> Iterator[Span]:
    start: int | None = None
    for mark in _SINGLE.finditer(text, paragraph.start, paragraph.end):
        opens = mark.end() < len(text) and text[mark.end()].isalnum()
        if opens and start is None:
            start = mark.start()
        elif not opens and start is not None:
            if len(text[start : mark.start()].split()) >= _ENOUGH:
                yield Span(start, mark.end())
            start = None


def _outermost(pieces: list[Span]) -> Iterator[Span]:
    end = -1
    for piece in pieces:
        if piece.start >= end:
            yield piece
            end = piece.end
