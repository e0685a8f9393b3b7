"""
Find the article in a page: its headline, and the lines that are no part of it.

Only whole lines go, and only lines that stand alone: one that runs on into the next is
part of a sentence. Where it is not sure, a line stays. A reader skips furniture at a
glance, but does not miss a sentence that is not there.
"""

import re
from collections import Counter, deque
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from annotator.attribution.furniture import anywhere, at_the_edge, key
from annotator.attribution.layout import (
    Line,
    Paragraph,
    final_mark,
    is_caseless,
    is_finished,
    is_item,
    paragraphs,
)
from annotator.attribution.marks import EXCLAMATION_MARKS, QUESTION_MARKS
from annotator.attribution.spans import Dropped, Reason, Span, has_words

_PROSE_WORDS = 4
_PROSE_LENGTH = 200  # this long it is prose even without a full stop
_PROSE_LENGTH_UNSPACED = 10  # and this long in a script without spaces
_TELLING_LENGTH = 60  # paragraphs that show whether this text ends its sentences
_LEAD = 24  # how many paragraphs a page may have above its article
_SHORT_HEADLINE = 3
_USUAL_HEADLINE = 4
_LONG_HEADLINE = 25
_HEADLINE_LENGTH = 200
_HEADLINE_LINES = 3
# LISBON, March 3 (Reuters) - The minister ...
_DATELINE = re.compile(
    r"[A-Z]{3}[^a-z]{0,40}\b.{0,40}\s[\u2014\u2013-]{1,2}\s"
    r"|.{0,60}\([A-Z]\w+\) ?[\u2014\u2013-]"
)
# A headline may end with any of these.
_NO_FULL_STOP = frozenset(["", "?", "!", *EXCLAMATION_MARKS, *QUESTION_MARKS])
# Beside other furniture these go even from between two paragraphs of the body.
_SOCIABLE: frozenset[Reason] = frozenset({"byline", "date", "navigation", "share"})


@dataclass(frozen=True, slots=True)
class Cleaned:
    title: str
    dropped: tuple[Dropped, ...]
    kept: tuple[Paragraph, ...]


def clean(text: str, *, title: str, outside: Collection[Span] = ()) -> Cleaned:
    """
    Sort out what `text` is made of; keep everything if nothing would be left.

    Lines that a span of `outside` touches are no part of the article, whatever they
    look like.
    """
    found = paragraphs(text)
    beyond = [Dropped(span.start, span.end, "outside") for span in outside]
    within, gone = _parted(found, beyond)
    page = _Page(within)
    headline = page.headline(title)
    if headline is not None:
        page.drop_headline(headline)
    page.drop_edges()
    kept = tuple(page.kept())
    if not any(has_words(paragraph.content) for paragraph in kept):
        return Cleaned(title=title, dropped=(), kept=tuple(found))
    return Cleaned(
        title=title if headline is None else headline,
        dropped=tuple(sorted((*gone, *page.dropped()))),
        kept=kept,
    )


def cut(text: str, *, title: str, dropped: Collection[Dropped]) -> Cleaned:
    """Leave out of `text` the lines that `dropped` touches, and nothing else."""
    within, gone = _parted(paragraphs(text), dropped)
    return Cleaned(title=title, dropped=tuple(gone), kept=tuple(within))


def _parted(
    found: list[Paragraph], dropped: Collection[Dropped]
) -> tuple[list[Paragraph], list[Dropped]]:
    """Give the paragraphs without the lines that `dropped` touches, and those lines."""
    waiting = deque(sorted(dropped))
    within: list[Paragraph] = []
    gone: list[Dropped] = []
    for paragraph in found:
        lines: list[Line] = []
        for line in paragraph.lines:
            while waiting and waiting[0].end <= line.start:
                waiting.popleft()
            if waiting and waiting[0].start < line.end:
                gone.append(Dropped(line.start, line.end, waiting[0].reason))
            else:
                lines.append(line)
        if len(lines) == len(paragraph.lines):
            within.append(paragraph)
        elif lines:
            within.append(replace(paragraph, lines=tuple(lines)))
    return within, gone


class _Page:
    """The paragraphs of a text, and why some of them are to go."""

    def __init__(self, found: list[Paragraph]) -> None:
        self.paragraphs = found
        self._contents = [paragraph.content for paragraph in found]
        self._keys = [key(content) for content in self._contents]
        self._edges: dict[int, Reason] = {}
        self._reasons: dict[int, Reason] = {}
        for index, paragraph in enumerate(found):
            if len(paragraph.lines) == 1:
                self._judge(index)
        self._prose = [
            index
            for index, content in enumerate(self._contents)
            if index not in self._reasons
            and index not in self._edges
            and _is_prose(content)
        ]

    def _judge(self, index: int) -> None:
        if reason := anywhere(self._contents[index]):
            self._reasons[index] = reason
        elif reason := at_the_edge(self._contents[index]):
            self._edges[index] = reason

    def kept(self) -> Iterator[Paragraph]:
        for index, paragraph in enumerate(self.paragraphs):
            if index not in self._reasons:
                yield paragraph

    def dropped(self) -> Iterator[Dropped]:
        for index, reason in sorted(self._reasons.items()):
            for line in self.paragraphs[index].lines:
                yield Dropped(line.start, line.end, reason)

    def headline(self, given: str) -> str | None:
        """Return the text's headline: as given, or said twice, or plainly on top."""
        lead = [i for i in range(len(self._keys)) if i not in self._reasons][:_LEAD]
        found = (
            self._same_as(key(given), lead) or self._repeated(lead) or self._first(lead)
        )
        return found or None

    def _same_as(self, given: str, lead: list[int]) -> str:
        return next(
            (self._contents[i] for i in lead if given and self._keys[i] == given), ""
        )

    def _repeated(self, lead: list[int]) -> str:
        times = Counter(self._keys[index] for index in lead)
        prose = set(self._prose)
        above: list[int] = []
        for index in lead:
            if index in prose and times[self._keys[index]] == 1:
                break
            above.append(index)
        times = Counter(self._keys[index] for index in above)
        for index in above:
            # A sentence said twice is a sentence, whatever else it may be.
            content = self._contents[index]
            if (
                times[self._keys[index]] > 1
                and not _has_full_stop(content)
                and self._may_be_headline(index)
            ):
                return content
        return ""

    def _first(self, lead: list[int]) -> str:
        if not self._prose or not self._ends_its_sentences():
            return ""
        above = [
            index
            for index in lead
            if index < self._prose[0]
            and index not in self._edges
            and self._is_plainly_headline(index)
        ]
        for index in above:
            if len(self._contents[index].split()) >= _USUAL_HEADLINE:
                return self._contents[index]
        return self._contents[above[0]] if above else ""

    def _ends_its_sentences(self) -> bool:
        telling = [
            is_finished(content)
            for content in self._contents[self._prose[0] :]
            if len(content) >= _TELLING_LENGTH
        ]
        return sum(telling) * 2 >= len(telling)

    def _may_be_headline(self, index: int) -> bool:
        content = self._contents[index]
        words = len(content.split())
        return (
            (words >= _SHORT_HEADLINE or is_caseless(content[0]))
            and words <= _LONG_HEADLINE
            and len(content) <= _HEADLINE_LENGTH
            and len(self.paragraphs[index].lines) <= _HEADLINE_LINES
        )

    def _is_plainly_headline(self, index: int) -> bool:
        content = self._contents[index]
        return (
            self._may_be_headline(index)
            and not is_finished(content)
            and not content.endswith(",")
            and not is_item(content)
            and _DATELINE.match(content) is None
            and (self.paragraphs[index].ends_block or self._is_in_list(index))
        )

    def _is_in_list(self, index: int) -> bool:
        """Tell whether a paragraph and the next are lines that were not wrapped."""
        return all(len(p.lines) == 1 for p in self.paragraphs[index : index + 2])

    def drop_headline(self, headline: str) -> None:
        """Drop each copy of `headline` above or below the body."""
        wanted = key(headline)
        self._prose = [index for index in self._prose if self._keys[index] != wanted]
        copies = [
            index
            for index, line in enumerate(self._keys)
            if line == wanted and not self._is_in_body(index)
        ]
        # A copy that ends with a full stop may be the first sentence as well.
        for index in copies[:1] if _has_full_stop(headline) else copies:
            self._reasons[index] = "headline"

    def _is_in_body(self, index: int) -> bool:
        return not self._prose or self._prose[0] < index < self._prose[-1]

    def drop_edges(self) -> None:
        """Drop what is furniture only above, below or beside other furniture."""
        for index in (*self._edges, *reversed(self._edges)):
            reason = self._edges[index]
            if not self._is_in_body(index) or (
                reason in _SOCIABLE and self._has_furniture_beside(index)
            ):
                self._reasons[index] = reason

    def _has_furniture_beside(self, index: int) -> bool:
        beside = {self._reasons.get(index - 1), self._reasons.get(index + 1)}
        return not beside <= {None, "separator"}


def _has_full_stop(content: str) -> bool:
    return final_mark(content) not in _NO_FULL_STOP


def _is_prose(content: str) -> bool:
    if len(content) >= _PROSE_LENGTH:
        return True
    if not is_finished(content):
        return False
    return len(content.split()) >= _PROSE_WORDS or (
        is_caseless(content[0]) and len(content) >= _PROSE_LENGTH_UNSPACED
    )
