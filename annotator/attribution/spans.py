"""Where things stand in a text: code points, half open, in the text as it was given."""

from dataclasses import dataclass
from typing import Literal

Reason = Literal[
    "advertisement",
    "byline",
    "caption",
    "copyright",
    "date",
    "headline",
    "navigation",
    "outside",
    "promotion",
    "read_more",
    "section",
    "separator",
    "share",
]

SourceType = Literal["named", "anonymous", "official_statement", "unattributed"]

_INVISIBLE = "\u200b\u2060\ufeff"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    start: int
    end: int

    def quote(self, text: str) -> str:
        """Return the words that this span covers in `text`."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Dropped:
    """A line of page furniture, without its line break."""

    start: int
    end: int
    reason: Reason


@dataclass(frozen=True, slots=True, order=True)
class Claim:
    """
    A stretch of text that tells something, and who seems to stand behind it.

    `excluded` proposes that it is none, such as a question. `score` (0 to 1) is how
    likely `source_type` is what a trained annotator would choose, 0 that nothing is
    suggested; `rule` says in a few words why, or why it is excluded.
    """

    start: int
    end: int
    excluded: bool = False
    source: Span | None = None
    cue: Span | None = None
    source_type: SourceType = "unattributed"
    score: float = 0.0
    rule: str = ""

    def quote(self, text: str) -> str:
        """Return the words that this claim covers in `text`."""
        return text[self.start : self.end]


def is_blank(character: str) -> bool:
    """Tell whether nothing would be seen of `character` at the end of a line."""
    return character.isspace() or character in _INVISIBLE


def has_words(text: str) -> bool:
    """Tell whether `text` holds a letter or a digit of any script."""
    return any(character.isalnum() for character in text)


def trimmed(text: str, start: int, end: int) -> Span:
    """Return the span from `start` to `end` without the blanks around it."""
    while start < end and is_blank(text[start]):
        start += 1
    while end > start and is_blank(text[end - 1]):
        end -= 1
    return Span(start, end)


def listed_words(listed: str) -> frozenset[str]:
    """Return the words of a list that is written with spaces between them."""
    return frozenset(listed.split())


def listed_phrases(listed: str) -> frozenset[str]:
    """Return the phrases of a list that is written with strokes between them."""
    return frozenset(listed.split("|"))
