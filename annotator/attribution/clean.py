"""
Find the article in a page: its headline, and the lines that are no part of it.

Only whole lines go, and only lines that stand alone: one that runs on into the next is
part of a sentence. Where it is not sure, a line stays. A reader skips furniture at a
glance, but does not miss a sentence that is not there.
"""

from collections import deque
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from annotator.attribution.bylines import is_name
from annotator.attribution.endings import below
from annotator.attribution.furniture import key
from annotator.attribution.headlines import (
    Top,
    has_full_stop,
    stands_alone,
    title_of,
)
from annotator.attribution.layout import (
    Line,
    Paragraph,
    is_finished,
    is_heading,
    paragraphs,
)
from annotator.attribution.spans import Dropped, Reason, Span, has_words
from annotator.attribution.verdicts import Verdicts

# Beside other furniture these go even from between two paragraphs of the body.
_SOCIABLE: frozenset[Reason] = frozenset({"byline", "date", "navigation", "share"})
# These may stand between the name of the author and the article.
_SMALL: frozenset[Reason] = frozenset({"caption", "date", "separator", "share"})
_LONGEST_NAME = 3


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
    if headline is not None or title.strip():
        page.drop_name()
    page.drop_headings()
    page.drop_clocks()
    page.drop_below()
    page.drop_edges()
    kept = tuple(page.kept())
    if not any(has_words(paragraph.content) for paragraph in kept):
        return Cleaned(title=title, dropped=(), kept=tuple(found))
    return Cleaned(
        title=title if headline is None else title_of(headline),
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
        self._verdicts = list(map(Verdicts().on, found))
        self._edges: dict[int, Reason] = {}
        self._reasons: dict[int, Reason] = {}
        self._prose: list[int] = []
        for index, verdict in enumerate(self._verdicts):
            if verdict.reason is not None:
                found_in = self._edges if verdict.is_edge else self._reasons
                found_in[index] = verdict.reason
            elif verdict.is_prose:
                self._prose.append(index)

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
        lead = [i for i in range(len(self._verdicts)) if i not in self._reasons]
        top = Top(self.paragraphs, self._verdicts, lead=lead, prose=self._prose)
        return top.headline(given)

    def drop_headline(self, headline: str) -> None:
        """Drop each copy of `headline` above or below the body."""
        wanted = key(headline)
        keys = [verdict.key for verdict in self._verdicts]
        self._prose = [index for index in self._prose if keys[index] != wanted]
        copies = [
            index
            for index, line in enumerate(keys)
            if line == wanted and not self._is_in_body(index)
        ]
        # A copy that ends with a full stop may be the first sentence as well.
        for index in copies[:1] if has_full_stop(headline) else copies:
            self._reasons[index] = "headline"

    def _is_in_body(self, index: int) -> bool:
        return not self._prose or self._prose[0] < index < self._prose[-1]

    def drop_name(self) -> None:
        """Drop a name alone between the headline and the body: who wrote it."""
        above = self._prose[0] - 1 if self._prose else -1
        while above in self._edges or self._reasons.get(above) in _SMALL:
            above -= 1
        if (
            above >= 0
            and above not in self._reasons
            and stands_alone(self.paragraphs, above)
            and is_name(self._verdicts[above].content, most=_LONGEST_NAME)
        ):
            self._reasons[above] = "byline"

    def drop_headings(self) -> None:
        """Drop what is marked as a heading; the first is the headline if on top."""
        headings = [
            index
            for index, verdict in enumerate(self._verdicts)
            if is_heading(verdict.content) and not is_finished(verdict.content)
        ]
        for index in headings:
            is_first = index == headings[0] and not any(
                prose < index for prose in self._prose[:1]
            )
            self._reasons.setdefault(index, "headline" if is_first else "section")

    def drop_clocks(self) -> None:
        """Drop times of day that stand alone, if this is a live blog."""
        clocks = [i for i, verdict in enumerate(self._verdicts) if verdict.is_clock]
        if len(clocks) > 1:
            self._reasons.update(dict.fromkeys(clocks, "date"))

    def drop_below(self) -> None:
        """Drop sentences below the body that tell of the article's author or payer."""
        found = dict(below(self._verdicts))
        prose = [index for index in self._prose if index not in found]
        if prose:
            self._reasons.update(found)
            self._prose = prose

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
