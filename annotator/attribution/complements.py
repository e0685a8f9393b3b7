"""What is said: whether it follows a verb of saying, or stands before it."""

from annotator.attribution import grammar
from annotator.attribution.credit import kind_at
from annotator.attribution.edges import Phrase, Words
from annotator.attribution.spans import listed_words

_TOLD = listed_words("that if whether how why what he she they it there who on about")
_PUT = frozenset({"put", "puts", "putting"})  # "as Ana Roe put it"
_SILENT = frozenset(
    ("to", verb)
    for verb in ("comment", "say", "discuss", "answer", "elaborate", "call")
)
"""What somebody declines."""
_CLAUSE = 12  # words of a clause up to its verb


def follows(words: Words, place: int) -> bool:
    """Tell whether anything follows the verb at `place` that could be said."""
    kind = kind_at(words, place + 1)
    return kind in {"quote", "word", "number", "colon"} or (
        kind == "comma" and kind_at(words, place + 2) == "quote"
    )


def is_told(words: Words, place: int) -> bool:
    """Tell whether what follows can only be said, not done: "claimed that"."""
    kind = kind_at(words, place + 1)
    if kind == "comma":
        return kind_at(words, place + 2) == "quote"
    if words[place].lower in _PUT:
        return kind != "" and words[place + 1].lower == "it"
    if kind == "word" and words[place + 1].lower == "responsibility":
        return True
    return (
        tuple(word.lower for word in words[place + 1 : place + 3]) in _SILENT
        or kind in {"quote", "colon"}
        or (kind != "" and words[place + 1].lower in _TOLD)
        or _is_clause(words, place + 1)
    )


def _is_clause(words: Words, place: int) -> bool:
    """Tell whether a clause of its own begins: "stated Roe left in March"."""
    opening = words[place : place + 1]
    if not opening or not (
        opening[0].is_capital
        or opening[0].kind == "number"
        or opening[0].lower in grammar.DETERMINERS
    ):
        return False
    for word in words[place + 1 : place + _CLAUSE]:
        if word.kind not in {"word", "number"}:
            break
        if word.lower in grammar.FINITE or word.lower in grammar.AUXILIARIES:
            return True
    return False


def stands_before(words: Words, subject: Phrase) -> bool:
    """Tell whether what was said stands before its speaker: "…, Ana Roe added"."""
    return kind_at(words, subject[0] - 1) in {"comma", "quote", "dash"}
