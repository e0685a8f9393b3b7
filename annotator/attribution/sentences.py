"""
Sentences with exact offsets.

A library says where they end; what it does not know of newsrooms is mended here.
"""

import re
import unicodedata
from collections.abc import Iterator

from annotator.attribution.marks import CLOSING_QUOTES, WIDE_ENDS
from annotator.attribution.shadow import likely_ends, shadow_of
from annotator.attribution.spans import (
    Span,
    has_words,
    is_blank,
    listed_words,
    trimmed,
)

# How far to look for the words on either side of a boundary.
_REACH = 120

_WIDE_END = re.compile(f"[{WIDE_ENDS}]+")
_ENUMERATOR = re.compile(r"\(?(?:\d{1,3}|[A-Za-z])[.)]")
_BRAND = re.compile("[a-z]{1,2}[A-Z]")  # may begin a sentence as it is
_RUN_TOGETHER = re.compile("[a-z]{2}[.!?]")
# Abbreviations after which a sentence goes on, whatever comes next.
_NEVER_LAST = listed_words(
    "Adm Amb Atty Brig Capt Cmdr Col Cpl Det Dr Fr Gen Gov Hon Insp Lt Maj Messrs Mr"
    " Mrs Ms Msgr Mx Pres Prof Rep Reps Rev Sen Sens Sgt Supt"
    " Ft Mt cf e.g i.e viz vs"
)
# Abbreviations after which a sentence goes on if a number comes next.
_BEFORE_NUMBERS = listed_words(
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Art Fig No Nos Sec Vol approx"
    " ca pp"
)
_HOURS = frozenset({"a.m", "p.m"})
_AFTER_HOURS = listed_words(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu"
    " Thur Thurs Fri Sat Sun BST CDT CEST CET CST CT EDT EST ET GMT MDT MST MT PDT"
    " PST PT UTC Eastern Central Mountain Pacific"
)
_SPEECH_VERBS = listed_words(
    "added admitted announced answered argued asked asks continued cried declared"
    " demanded exclaimed explained insisted joked noted quipped recalled remarked"
    " replied responded said says shouted told tweeted wondered wrote yelled"
)
_PRONOUNS = listed_words("He I It She They We Who You")
_LONGEST_SPEAKER = 6  # words up to and with the verb


def split(text: str, start: int, end: int) -> list[Span]:
    """Return the sentences of the one paragraph of `text` from `start` to `end`."""
    paragraph = trimmed(text, start, end)
    content = paragraph.quote(text)
    found: list[Span] = []
    begin = seen = 0
    for boundary, following in _boundaries(content):
        # A piece without words, such as an ellipsis, goes to the sentence it opens.
        piece = content[seen:boundary]
        if has_words(piece) and _ENUMERATOR.fullmatch(piece) is None:
            found.append(Span(paragraph.start + begin, paragraph.start + boundary))
            begin = following
        seen = following
    if found and not has_words(content[begin:]):
        # And what is left over, such as an emoji, to the last one.
        found[-1] = Span(found[-1].start, paragraph.end)
    elif content:
        found.append(Span(paragraph.start + begin, paragraph.end))
    return found


def _boundaries(paragraph: str) -> Iterator[tuple[int, int]]:
    """Give where one sentence of `paragraph` ends and the next starts, in order."""
    shadow = shadow_of(paragraph)
    ends = {end.end() for end in _WIDE_END.finditer(paragraph)}
    ends.update(likely_ends(shadow))
    for end in sorted(ends):
        following = _after_spaces(shadow, end)
        if following < len(shadow) and not _goes_on(shadow, paragraph, end, following):
            boundary = end + _closing_length(paragraph[end:following])
            opening = boundary
            while is_blank(paragraph[opening]):
                opening += 1
            yield boundary, opening


def _after_spaces(shadow: str, position: int) -> int:
    while position < len(shadow) and shadow[position] == " ":
        position += 1
    return position


def _closing_length(gap: str) -> int:
    """Return how much of `gap`, between two sentences, belongs to the first."""
    for index, character in enumerate(gap):
        if character.isspace():
            return index
    for index, character in enumerate(gap):
        if unicodedata.category(character) in {"Pi", "Ps"}:
            return index
    return len(gap)


def _goes_on(shadow: str, paragraph: str, end: int, following: int) -> bool:
    """Tell whether what the splitter took for an end is none."""
    before = shadow[max(0, end - _REACH) : end]
    after = shadow[following : following + _REACH]
    if after.lstrip(" -,")[:1].islower() and not _BRAND.match(after):
        return True
    if end == following and paragraph[end - 1].isascii():
        return _is_one_word(before, after)
    if _is_abbreviated(before, after):
        return True
    closing = paragraph[end : end + 2]
    return (
        before.endswith(("?", "!", "..")) or paragraph[end - 1] == "…"
    ) and _is_credited(closing, after)


def _is_one_word(before: str, after: str) -> bool:
    """Tell an address or a name with a dot from two sentences without a space."""
    word = before.rpartition(" ")[2] + after.partition(" ")[0]
    return (
        _RUN_TOGETHER.fullmatch(before[-3:]) is None
        or not after[1:2].islower()
        or any(mark in word for mark in "/@")
        or word.lower().startswith("www.")
    )


def _is_abbreviated(before: str, after: str) -> bool:
    word = before.rpartition(" ")[2]
    if not word.endswith("."):
        return False
    word = word[:-1]
    following = after.partition(" ")[0].rstrip(".,;:")
    return (
        word in _NEVER_LAST
        or (word in _BEFORE_NUMBERS and after[0].isdigit())
        or (word.lower() in _HOURS and following in _AFTER_HOURS)
    )


def _is_credited(closing: str, after: str) -> bool:
    """Tell whether a quotation that ends in ? or ! is followed by who said it."""
    if not CLOSING_QUOTES.intersection(closing):
        return False
    for index, word in enumerate(after.split()[:_LONGEST_SPEAKER]):
        if index > 0 and word.rstrip(".,:") in _SPEECH_VERBS:
            return True
        if not word[0].isupper() or word in _PRONOUNS or word.endswith(","):
            return False
    return False
