"""The words of a sentence, with what is quoted or bracketed in it as one."""

# ruff: noqa: RUF001  (curly marks are what is meant)

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple, cast

from annotator.attribution.spans import Span

Kind = Literal[
    "word", "number", "quote", "aside", "comma", "semicolon", "colon", "dash", "other"
]
"""What a stretch stands for."""

_TITLES = (
    "Adm|Amb|Atty|Capt|Cmdr|Col|Cpl|Dept|Det|Dr|Fr|Gen|Gov|Govs|Hon|Insp|Jr|Lt|Maj|Mr"
    "|Mrs|Ms|Mx|Pres|Prof|Rep|Reps|Rev|Sen|Sens|Sgt|Sr|St|Supt|Corp|Inc|Co|Ltd"
)
_WORD = re.compile(
    # Most words are letters alone; others have dots, hyphens or a possessive.
    # Those of ASCII come first, for they are quicker to tell.
    r"(?P<plain>(?:[A-Za-z]{2,}|[^\W\d_]{2,})(?![\w.’'\-‑&/@]))"
    rf"|(?P<word>(?:(?:{_TITLES})\.|(?:[^\W\d_]\.){{2,}}|\d+(?:[.,]\d+)+|[^\W\d_]\.(?=\s)"
    r"|[^\W_]+(?:[’'\-‑&/.@][^\W_]+)*)(?:[’']s\b|(?<=s)[’'](?=\s))?)"
    r"|(?P<comma>,)|(?P<semicolon>;)|(?P<colon>:)|(?P<dash>[—–]|--?)|(?P<other>\S)"
)
_PARTY = re.compile(r"[RDI]-[A-Z]")  # Sen. Ana Roe, R-Maine
_ACRONYMS = frozenset({"IT", "US", "WHO"})
_PARTICLED = re.compile(r"(?:al|el|bin|ibn|de|van|von|ter|ben)-[A-Z]")
_ASIDE = re.compile(
    r"(?P<link>\]\([^()\s]{0,400}\))|\([^()]{0,160}\)|\[[^\[\]]{0,160}\](?!\()"
)
_MARKUP = frozenset("*_`#[]>")  # of Markdown


class Word(NamedTuple):
    """
    A word, a mark, or a stretch that stands for one.

    `lower` is its folded text, with straight apostrophes.
    """

    start: int
    end: int
    text: str
    lower: str
    kind: Kind
    is_capital: bool = False

    @property
    def is_possessive(self) -> bool:
        """Tell whether it is of something: "Roe's"."""
        return self.lower.endswith(("'s", "s'"))


def words_of(
    text: str, sentence: Span, quotations: Sequence[Span] = ()
) -> tuple[Word, ...]:
    """Return the words of a sentence; each stretch of `quotations` is one of them."""
    found: list[Word] = []
    position = sentence.start
    for quoted in quotations:
        start, end = max(quoted.start, sentence.start), min(quoted.end, sentence.end)
        _add_plain(found, text, position, start)
        found.append(Word(start, end, text[start:end], "", "quote"))
        position = end
    _add_plain(found, text, position, sentence.end)
    return tuple(found)


def _add_plain(found: list[Word], text: str, start: int, end: int) -> None:
    for aside in _ASIDE.finditer(text, start, end):
        _add_bare(found, text, start, aside.start())
        if aside.lastgroup != "link":
            found.append(Word(aside.start(), aside.end(), aside.group(), "", "aside"))
        start = aside.end()
    _add_bare(found, text, start, end)


def _add_bare(words: list[Word], text: str, start: int, end: int) -> None:
    # Half of what an article costs is spent here: no calls that need not be.
    add, is_acronym = words.append, _ACRONYMS.__contains__
    for found in _WORD.finditer(text, start, end):
        kind, said = found.lastgroup, found.group()
        first, last = found.span()
        if kind == "plain":
            lower = said if is_acronym(said) else said.lower()
            add(Word(first, last, said, lower, "word", said[0].isupper()))
        elif kind == "word":
            add(_word(first, last, said))
        elif said in _MARKUP:
            continue
        elif said == "&":
            add(Word(first, last, said, said, "word"))
        else:
            add(Word(first, last, said, said, cast("Kind", kind)))


def _word(start: int, end: int, said: str) -> Word:
    """Make a word that is more than letters: with digits, dots, hyphens or marks."""
    kind: Kind = "word"
    is_capital = said[0].isupper()
    if said[0].isdigit():
        kind, is_capital = "number", False
    elif _PARTY.match(said):
        kind, is_capital = "aside", False
    elif not is_capital:
        is_capital = _PARTICLED.match(said) is not None
    # A body's acronym is no pronoun.
    lower = said if said in _ACRONYMS else said.lower().replace("\u2019", "'")
    return Word(start, end, said, lower, kind, is_capital)
