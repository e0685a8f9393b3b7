"""
The one place that calls sentencex.

It never sees a text itself but a shadow of it: as long, in plain ASCII, without
quotation marks and brackets. So its offsets are ours, a quotation of several sentences
is several sentences to it, and no character can upset it.
"""

import unicodedata
from collections.abc import Iterator

from sentencex import get_sentence_boundaries

from annotator.attribution.marks import (
    EXCLAMATION_MARKS,
    FULL_STOPS,
    QUESTION_MARKS,
)

# What the splitter is given at once: its time can grow with the square of that.
_WINDOW = 2048
_HIDDEN = frozenset("\"'`()[]{}<>*_¿¡")
_TERMINAL_SHADOWS = {
    **dict.fromkeys(f"…{FULL_STOPS}", "."),
    **dict.fromkeys(EXCLAMATION_MARKS, "!"),
    **dict.fromkeys(QUESTION_MARKS, "?"),
}
_CATEGORY_SHADOWS = {
    **dict.fromkeys(("Ll", "Lm", "Mn", "Mc", "Me"), "x"),
    **dict.fromkeys(("Lu", "Lt", "Lo"), "X"),  # no case: it may begin a sentence
    **dict.fromkeys(("Nd", "Nl", "No"), "1"),
    **dict.fromkeys(("Po", "Pc", "Sm", "Sc"), ","),
    "Pd": "-",
}  # and the rest, quotation marks, brackets, emoji, is a space


class _Shadows(dict[int, str]):
    """Map a code point to the ASCII character that stands in for it."""

    def __missing__(self, code_point: int) -> str:
        shadow = self[code_point] = _shadow(chr(code_point))
        return shadow


def _shadow(character: str) -> str:
    if character in _TERMINAL_SHADOWS:
        return _TERMINAL_SHADOWS[character]
    if character in _HIDDEN:
        return " "
    if character.isascii() and character.isprintable():
        return character
    return _CATEGORY_SHADOWS.get(unicodedata.category(character), " ")


_SHADOWS = _Shadows()


def shadow_of(text: str) -> str:
    """Return the ASCII text, as long as `text`, that stands in for it."""
    return text.translate(_SHADOWS)


def likely_ends(shadow: str) -> Iterator[int]:
    """Give where the splitter sees a sentence end and another one follow."""
    position = 0
    while position < len(shadow):
        window = shadow[position : position + _WINDOW]
        is_last = position + _WINDOW >= len(shadow)
        found = get_sentence_boundaries("en", window)
        for sentence in found[:-1]:
            end = sentence["end_index"]
            yield position + len(window[:end].rstrip())
        if is_last:
            return
        if len(found) > 1:  # the last one may go on in the next window
            position += found[-1]["start_index"]
        else:
            position += window.rfind(" ", 1) if " " in window[1:] else len(window)
