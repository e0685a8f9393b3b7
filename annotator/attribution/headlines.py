"""Which paragraph above an article is its headline."""

import re
from collections import Counter
from collections.abc import Sequence

from annotator.attribution.furniture import key
from annotator.attribution.layout import (
    Paragraph,
    final_mark,
    is_caseless,
    is_finished,
    is_heading,
    is_item,
)
from annotator.attribution.marks import EXCLAMATION_MARKS, QUESTION_MARKS
from annotator.attribution.verdicts import Verdict

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
_HASHES = re.compile(r"#{1,6}\s+|#{2,6}")  # but #hashtag
_CLOSING_HASHES = re.compile(r"\s+#+$")


def has_full_stop(content: str) -> bool:
    """Tell whether a line ends as a sentence does that neither asks nor exclaims."""
    return final_mark(content) not in _NO_FULL_STOP


def title_of(headline: str) -> str:
    """Return a headline without the marks that make it one in a plain text."""
    opening = _HASHES.match(headline)
    if opening is None:
        return headline
    return _CLOSING_HASHES.sub("", headline[opening.end() :]) or headline


class Top:
    """The paragraphs with which a text begins, of which `lead` may be its headline."""

    def __init__(
        self,
        found: Sequence[Paragraph],
        verdicts: Sequence[Verdict],
        *,
        lead: Sequence[int],
        prose: Sequence[int],
    ) -> None:
        self._paragraphs = found
        self._verdicts = verdicts
        self._lead = lead[:_LEAD]
        self._prose = prose

    def headline(self, given: str) -> str | None:
        """Return the headline: as given, marked, said twice, or plainly on top."""
        found = (
            self._same_as(key(given))
            or self._marked()
            or self._repeated()
            or self._first()
        )
        return found or None

    def _same_as(self, given: str) -> str:
        verdicts = (self._verdicts[index] for index in self._lead)
        return next((v.content for v in verdicts if given and v.key == given), "")

    def _marked(self) -> str:
        for index in self._lead:
            content = self._verdicts[index].content
            if self._prose and index > self._prose[0]:
                break
            if is_heading(content) and not is_finished(content):
                return content
        return ""

    def _repeated(self) -> str:
        times = Counter(self._verdicts[index].key for index in self._lead)
        prose = set(self._prose[:_LEAD])
        above: list[int] = []
        for index in self._lead:
            if index in prose and times[self._verdicts[index].key] == 1:
                break
            above.append(index)
        times = Counter(self._verdicts[index].key for index in above)
        for index in above:
            # A sentence said twice is a sentence, whatever else it may be.
            verdict = self._verdicts[index]
            if (
                times[verdict.key] > 1
                and not has_full_stop(verdict.content)
                and self._may_be_headline(index)
            ):
                return verdict.content
        return ""

    def _first(self) -> str:
        if not self._prose or not self._ends_its_sentences():
            return ""
        above = [
            self._verdicts[index].content
            for index in self._lead
            if index < self._prose[0] and self._is_plainly_headline(index)
        ]
        for content in above:
            if len(content.split()) >= _USUAL_HEADLINE:
                return content
        return above[0] if above else ""

    def _ends_its_sentences(self) -> bool:
        telling = [
            is_finished(verdict.content)
            for verdict in self._verdicts[self._prose[0] :]
            if len(verdict.content) >= _TELLING_LENGTH
        ]
        return sum(telling) * 2 >= len(telling)

    def _may_be_headline(self, index: int) -> bool:
        content = self._verdicts[index].content
        words = len(content.split())
        return (
            (words >= _SHORT_HEADLINE or is_caseless(content[0]))
            and words <= _LONG_HEADLINE
            and len(content) <= _HEADLINE_LENGTH
            and len(self._paragraphs[index].lines) <= _HEADLINE_LINES
        )

    def _is_plainly_headline(self, index: int) -> bool:
        verdict = self._verdicts[index]
        content = verdict.content
        return (
            verdict.reason is None
            and not verdict.is_telling
            and self._may_be_headline(index)
            and not is_finished(content)
            and not content.endswith(",")
            and not is_item(content)
            and _DATELINE.match(content) is None
            and stands_alone(self._paragraphs, index)
        )


def stands_alone(found: Sequence[Paragraph], index: int) -> bool:
    """Tell whether a paragraph ends with its block, or lines were not wrapped here."""
    return found[index].ends_block or all(
        len(paragraph.lines) == 1 for paragraph in found[index : index + 2]
    )
