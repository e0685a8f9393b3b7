"""Lines and paragraphs of a text that may be wrapped, scraped or pasted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from annotator.attribution.marks import CLOSERS, CLOSING_MARKS, ITEM_BULLETS, TERMINALS
from annotator.attribution.spans import is_blank, trimmed

# A line shorter than this was not cut by an editor that wraps its lines.
_SHORTEST_WRAPPED = 30
_WIDEST_WRAP = 120
_LONGEST_FIRST_WORD = 24
_RAGGED = 0.15  # how much of the width a line that was cut may leave
_WRAPPED_WITHOUT_CASE = 2

_ITEM = re.compile(
    rf"(?:[{re.escape(ITEM_BULLETS)}]|\(?\d{{1,3}}[.)]|\(?[a-zA-Z][.)])\s"
)
_HEADING = re.compile(r"#{1,6}\s+\S")  # as Markdown has it
# “We will,”  and  « Nous irons »,
_QUOTED_SO_FAR = re.compile(
    rf",\s?[{re.escape(CLOSING_MARKS)}]+$|[{re.escape(CLOSING_MARKS)}],$"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its break; `content` is the line without blanks around it."""

    start: int
    end: int
    content: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that run on into one another."""

    lines: tuple[Line, ...]
    ends_block: bool  # a blank line follows, or the end of the text

    @property
    def start(self) -> int:
        return self.lines[0].start

    @property
    def end(self) -> int:
        return self.lines[-1].end

    @property
    def content(self) -> str:
        if len(self.lines) == 1:
            return self.lines[0].content
        return " ".join(line.content for line in self.lines)


def final_mark(content: str) -> str:
    """Return the mark that ends `content`, quotes and brackets aside, "" if none."""
    for character in reversed(content):
        if character not in CLOSERS and not is_blank(character):
            return character if character in TERMINALS else ""
    return ""


def is_finished(content: str) -> bool:
    """Tell whether `content` ends as a sentence does."""
    return final_mark(content) != ""


def is_caseless(character: str) -> bool:
    """Tell whether `character` is a letter of a script without capitals."""
    return character.isalpha() and character.lower() == character.upper()


def is_item(content: str) -> bool:
    """Tell whether `content` begins as an item of a list does."""
    return _ITEM.match(content) is not None


def is_heading(content: str) -> bool:
    """Tell whether `content` is marked as a heading: "## What comes next"."""
    return _HEADING.match(content) is not None


def paragraphs(text: str) -> list[Paragraph]:
    """
    Return what `text` is made of, in order.

    A blank line always ends a paragraph. Any other line break does so too unless
    the line was plainly cut there: the next line goes on in lower case, or its first
    word had no room left.
    """
    blocks = list(_blocks(text))
    width = _wrap_width(blocks)
    return [
        Paragraph(lines, ends_block=lines[-1] is block[-1])
        for block in blocks
        for lines in _cut_block(block, width=width)
    ]


def _blocks(text: str) -> Iterator[list[Line]]:
    block: list[Line] = []
    position = 0
    for raw, bare in zip(
        text.splitlines(keepends=True), text.splitlines(), strict=True
    ):
        line = _line(text, position, position + len(bare))
        position += len(raw)
        if line.content:
            block.append(line)
        if block and (not line.content or raw.endswith("\u2029")):
            yield block
            block = []
    if block:
        yield block


def _line(text: str, start: int, end: int) -> Line:
    content = text[start:end].strip()
    if not content.isascii():
        # There may be more that is not seen than white space.
        content = trimmed(text, start, end).quote(text)
    return Line(start, end, content)


def _wrap_width(blocks: list[list[Line]]) -> int | None:
    """Return the length at which lines were cut, None if they do not look cut."""
    lower: list[int] = []
    caseless: list[int] = []
    for block in blocks:
        for line, following in pairwise(block):
            if len(line.content) < _SHORTEST_WRAPPED or is_finished(line.content):
                continue
            if following.content[0].islower():
                lower.append(len(line.content))
            elif is_caseless(following.content[0]):
                caseless.append(len(line.content))
    if len(caseless) >= _WRAPPED_WITHOUT_CASE:
        lower += caseless
    width = max(lower, default=None)
    return width if width is not None and width <= _WIDEST_WRAP else None


def _cut_block(
    block: Sequence[Line], *, width: int | None
) -> Iterator[tuple[Line, ...]]:
    run = [block[0]]
    for following in block[1:]:
        if not _runs_on(run[-1], following, width=width):
            yield tuple(run)
            run = []
        run.append(following)
    yield tuple(run)


def _runs_on(line: Line, following: Line, *, width: int | None) -> bool:
    goes_on = following.content[0].islower()
    if len(line.content) < _SHORTEST_WRAPPED and not (
        goes_on and _QUOTED_SO_FAR.search(line.content)
    ):
        return False
    if is_item(following.content) or any(
        is_heading(one.content) for one in (line, following)
    ):
        return False
    if goes_on:
        return True
    if width is None:
        return False
    first_word = following.content[:_LONGEST_FIRST_WORD].split(maxsplit=1)[0]
    room = width - len(line.content) - 1 - len(first_word)
    return room < (0 if is_finished(line.content) else width * _RAGGED)
