"""Lines of printed pages to paragraphs."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from statistics import median

SOFT_HYPHEN = "\ufffe"
"""What stands in a line where a word was divided at the end of a printed line."""

_MARGIN_LINES = 2  # so many at the top and at the bottom may repeat
_REPEATS = 3
_GAP = 1.4  # of the usual step from line to line
_SHORT = 0.85  # of the width of the column
_INDENT = 0.6  # of the height of a line
_OTHER_SIZE = 1.15
_ENDS = re.compile(r"[.!?…:]['\"”’»)\]]*$")  # noqa: RUF001
_BULLET = re.compile(r"[•▪◦–—*]\s|\d{1,2}[.)]\s")  # noqa: RUF001
_DIGITS = re.compile(r"\d+")
_DIVIDED = re.compile(rf"(\w+){SOFT_HYPHEN}(\w+)")
_WORD = re.compile(r"\w+(?:-\w+)*")
_NAMED = 8


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line; places are in points, from the lower left of the page."""

    words: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        return abs(self.top - self.bottom) or 1.0


Page = list[Line]


def joined(
    pages: list[Page],
) -> tuple[str, tuple[tuple[int, int], ...], tuple[str, ...]]:
    """
    Return the text of `pages`, its lines that repeat on them, and what was done.

    Paragraphs are lines of the text, with a blank line between them. What repeats at
    the top or the bottom of pages follows the paragraph that runs over their break.
    """
    blocks = list(_blocks(pages))
    words = {
        word
        for block, _ in blocks
        for word in _WORD.findall(_DIVIDED.sub(" ", block).lower())
    }
    undivided: list[str] = []
    text: list[str] = []
    outside: list[tuple[int, int]] = []
    at = 0
    for block, is_outside in blocks:
        whole = _DIVIDED.sub(partial(_whole, words=words, undivided=undivided), block)
        whole = whole.replace(SOFT_HYPHEN, "-")
        if is_outside:
            outside.append((at, at + len(whole)))
        text.append(whole)
        at += len(whole) + 2
    return "\n\n".join(text), tuple(outside), tuple(_notes(undivided, len(outside)))


def _blocks(pages: list[Page]) -> Iterator[tuple[str, bool]]:
    """Give paragraphs, and the lines that repeat on the pages (True)."""
    repeated = _repeated(pages)
    paragraph = ""
    waiting: list[str] = []
    before: Line | None = None
    for page in pages:
        layout = _Layout(page)
        new_page = True
        for place, line in enumerate(page):
            if place in layout.margins and _pattern(line) in repeated:
                waiting.append(line.words)
                continue
            if before is not None and layout.begins(line, before, new_page=new_page):
                yield paragraph, False
                yield from ((words, True) for words in waiting)
                paragraph, waiting = "", []
            paragraph = _appended(paragraph, line.words)
            before, new_page = line, False
    if paragraph:
        yield paragraph, False
    yield from ((words, True) for words in waiting)


class _Layout:
    """What is usual on a page."""

    def __init__(self, page: Page) -> None:
        steps = [
            before.top - line.top
            for before, line in pairwise(page)
            if before.top > line.top
        ]
        self._step = median(steps) if steps else 0.0
        self._rights: dict[int, float] = {}
        for line in page:
            column = self._column(line)
            self._rights[column] = max(self._rights.get(column, 0.0), line.right)
        down = sorted(range(len(page)), key=lambda place: -page[place].top)
        self.margins = {*self._apart(page, down), *self._apart(page, down[::-1])}

    def begins(self, line: Line, before: Line, *, new_page: bool) -> bool:
        """Tell whether `line` begins a paragraph after `before`."""
        sizes = sorted((line.height, before.height))
        if sizes[1] > _OTHER_SIZE * sizes[0] or _BULLET.match(line.words):
            return True
        ended = _ENDS.search(before.words) is not None
        if new_page or line.top > before.top:  # the next page or column
            return ended
        if before.top - line.top > _GAP * self._step:
            return True
        indented = line.left - before.left > _INDENT * line.height
        return ended and (indented or self._is_short(before))

    def _apart(self, page: Page, order: list[int]) -> list[int]:
        """Return the first few lines of `order`, if a gap parts them from the rest."""
        gap = _GAP * self._step
        for count in range(_MARGIN_LINES, 0, -1):
            if count >= len(order):
                return order
            last, beyond = (page[place].top for place in order[count - 1 : count + 1])
            if abs(last - beyond) > gap:
                return order[:count]
        return []

    def _is_short(self, line: Line) -> bool:
        right = self._rights.get(self._column(line), line.right)
        return line.right - line.left < _SHORT * (right - line.left)

    @staticmethod
    def _column(line: Line) -> int:
        return round(line.left / 36)  # half an inch takes an indent for its column


def _repeated(pages: list[Page]) -> set[str]:
    """Return the patterns of lines that repeat at the top or the bottom of pages."""
    seen = Counter(
        pattern
        for page in pages
        for pattern in {_pattern(page[place]) for place in _Layout(page).margins}
    )
    least = max(_REPEATS, len(pages) // 2)
    return {pattern for pattern, count in seen.items() if count >= least}


def _pattern(line: Line) -> str:
    return _DIGITS.sub("#", line.words)


def _appended(paragraph: str, words: str) -> str:
    if paragraph.endswith("-") and words[:1].islower():
        return f"{paragraph[:-1]}{SOFT_HYPHEN}{words}"
    return f"{paragraph} {words}" if paragraph else words


def _whole(match: re.Match[str], words: set[str], undivided: list[str]) -> str:
    """Return a divided word with its hyphen only where it seems to be its own."""
    first, second = match.groups()
    whole, hyphened = f"{first}{second}", f"{first}-{second}"
    if whole.lower() not in words and (
        hyphened.lower() in words or {first.lower(), second.lower()} <= words
    ):
        return hyphened
    undivided.append(whole)
    return whole


def _notes(undivided: list[str], outside: int) -> Iterator[str]:
    yield "Lines were joined to paragraphs."
    if undivided:
        named = ", ".join(dict.fromkeys(undivided[:_NAMED]))
        more = " and others" if undivided[_NAMED:] else ""
        yield f"Words divided at the end of a line were joined: {named}{more}."
    if outside:
        yield f"{outside} lines that repeat on the pages seem to be no part of it."
