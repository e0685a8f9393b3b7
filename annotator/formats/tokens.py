"""
Words, numbers, punctuation and emoji of a text, by code points.

The text itself is never matched but a shadow of it: as long, with one letter for what
kind each character is. What belongs together on the screen stays in one token, such as
a letter with its accents or a family of joined emoji; blanks and characters that
nobody sees are between tokens.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_SHADOWS_OF_CATEGORIES = {
    **dict.fromkeys(("Lu", "Ll", "Lt", "Lm", "Lo", "Nl", "Pc"), "w"),
    **dict.fromkeys(("Nd", "No"), "d"),
    **dict.fromkeys(("Mn", "Mc", "Me"), "m"),
    **dict.fromkeys(("Zs", "Zl", "Zp", "Cc", "Cf"), " "),
    "So": "e",
}  # and the rest, punctuation and what is not assigned, is a "p"
_SHADOWS_OF_CHARACTERS = {
    **dict.fromkeys("'’ʼ＇׳·", "'"),  # noqa: RUF001
    **dict.fromkeys("-‐‑־", "-"),  # noqa: RUF001
    **dict.fromkeys("\u00ad\u2060\u200c", "m"),  # unseen, but within words
    **dict.fromkeys('"״', '"'),
    **dict.fromkeys(".\u066b", "."),
    **dict.fromkeys(",\u066c", ","),
    **dict.fromkeys(":/", ":"),
    "\u200d": "z",
}
_RANGES = (
    ("\u05d0", "\u05ea", "h"),  # Hebrew letters, among which a quote abbreviates
    ("\u3400", "\u9fff", "c"),  # Chinese and Japanese write no blanks
    ("\U0001f1e6", "\U0001f1ff", "r"),  # two of these letters are a flag
    ("\U0001f3fb", "\U0001f3ff", "s"),  # tones of skin
    ("\U00020000", "\U0003ffff", "c"),
    ("\U000e0020", "\U000e007f", "m"),  # the letters of a region's flag
)


class _Shadows(dict[int, str]):
    """Map a code point to the letter for its kind, and keep what was found."""

    def __missing__(self, code_point: int) -> str:
        shadow = self[code_point] = _shadow(chr(code_point))
        return shadow


def _shadow(character: str) -> str:
    if character in _SHADOWS_OF_CHARACTERS:
        return _SHADOWS_OF_CHARACTERS[character]
    for first, last, shadow in _RANGES:
        if first <= character <= last:
            return shadow
    return _SHADOWS_OF_CATEGORIES.get(unicodedata.category(character), "p")


_SHADOWS = _Shadows()
_LETTER = "[wdh][mz]*"
_TOKEN = re.compile(
    rf"""
      (?:[wh][mz]*\.){{2,}}                               # U.S., p.m.
    | (?:{_LETTER})+
      (?:
          ['\-](?:{_LETTER})+                             # don't, well-known
        | (?<=h)"(?=h)(?:{_LETTER})+
        | (?<=d)[.,:](?=d)(?:{_LETTER})+                  # 1,200.50, 10:30
      )*
    | [es][ms]*(?:z[^ ][ms]*)*                            # joined by joiners
    | rrm*
    | \.{{2,}} | -{{2,}}
    | [^ ][mz]*
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """A stretch of the text without any blank in it."""

    start: int
    end: int


def tokens_of(text: str, cuts: Iterable[int] = ()) -> Iterator[Token]:
    """Give the tokens of `text` in order; none goes on over a place in `cuts`."""
    shadow = text.translate(_SHADOWS)
    begin = 0
    for cut in sorted({*cuts, len(text)}):
        for found in _TOKEN.finditer(shadow, begin, cut):
            yield Token(*found.span())
        begin = cut
