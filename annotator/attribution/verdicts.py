"""What a line is by itself, whatever stands around it."""

from dataclasses import dataclass

from annotator.attribution.attributions import attributions_in
from annotator.attribution.bylines import is_clock
from annotator.attribution.credit import Attribution
from annotator.attribution.furniture import (
    anywhere,
    at_the_edge,
    ends_with_credit,
    is_exact,
    key,
)
from annotator.attribution.layout import Paragraph, is_caseless, is_finished
from annotator.attribution.quotations import quotations_of
from annotator.attribution.spans import Reason, Span
from annotator.attribution.words import words_of

_PROSE_WORDS = 4
_PROSE_LENGTH = 200  # this long it is prose even without a full stop
_PROSE_LENGTH_UNSPACED = 10  # and this long in a script without spaces


@dataclass(frozen=True, slots=True)
class Verdict:
    """
    What a paragraph seems to be.

    `reason` is why it is furniture, `is_edge` that it is so only outside the body.
    `is_telling` means that it looks like furniture, but credits somebody with
    something: it stays.
    """

    content: str
    key: str
    is_prose: bool
    reason: Reason | None = None
    is_edge: bool = False
    is_telling: bool = False
    is_clock: bool = False


class Verdicts:
    """The verdicts on the lines of one text; equal lines are judged once."""

    def __init__(self) -> None:
        self._known: dict[str, Verdict] = {}

    def on(self, paragraph: Paragraph) -> Verdict:
        """Judge a paragraph; only a line that stands alone may be furniture."""
        content = paragraph.content
        if len(paragraph.lines) > 1:
            return Verdict(content, key(content), is_prose=_is_prose(content))
        known = self._known.get(content)
        if known is None:
            known = self._known[content] = _verdict(content)
        return known


def _verdict(content: str) -> Verdict:
    reason = anywhere(content)
    is_edge = reason is None
    if is_edge:
        reason = at_the_edge(content)
    if reason is None:
        return Verdict(content, key(content), is_prose=_is_prose(content))
    if not is_exact(content, reason) and credits_somebody(content, reason):
        return Verdict(
            content, key(content), is_prose=_is_prose(content), is_telling=True
        )
    return Verdict(
        content,
        key(content),
        is_prose=False,
        reason=reason,
        is_edge=is_edge,
        is_clock=reason == "date" and is_clock(content),
    )


def credits_somebody(content: str, reason: Reason) -> bool:
    """Tell whether a line that seems to be furniture says who said something."""
    # "Enter your address": what a promotion begins with is what to do.
    first = 1 if reason == "promotion" else 0
    is_picture = reason == "caption" and ends_with_credit(content)
    whole = Span(0, len(content))
    words = words_of(content, whole, quotations_of(content, [whole]))
    return any(
        one.phrase is not None
        and one.phrase[0] >= first
        and one.how != "colon"
        and not (is_picture and _is_seen(one))
        for one in attributions_in(words)
    )


def _is_seen(one: Attribution) -> bool:
    """Tell what a picture shows from what was said: "The mayor announces a plan"."""
    return (
        one.verb is not None
        and one.verb.form != "past"
        and one.verb.base != "say"
        and one.verb.strength != "thinking"
    )


def _is_prose(content: str) -> bool:
    if len(content) >= _PROSE_LENGTH:
        return True
    if not is_finished(content):
        return False
    return len(content.split()) >= _PROSE_WORDS or (
        is_caseless(content[0]) and len(content) >= _PROSE_LENGTH_UNSPACED
    )
