"""Who stands beside a verb: the subject before it, or the speaker after it."""

from annotator.attribution import grammar, nouns
from annotator.attribution.edges import (
    HARD,
    LONGEST,
    Phrase,
    Words,
    left_edge,
    right_edge,
)
from annotator.attribution.spans import listed_words
from annotator.attribution.verbs import NOUN_FORMS, VERBS
from annotator.attribution.words import Word

_LONGEST_APPOSITION = 26
_DEEPEST = 4  # appositions and relative clauses within one another
_SHORT = 5  # letters of "king" and "thing", which are nobody's doing
_APPOSED_MARKS = frozenset({"comma", "quote", "semicolon", "colon", "dash", "other"})
_ASIDES = listed_words("however too meanwhile instead then though also")
_OPENS_APPOSITION = listed_words(
    "a an the one former who whose which whom himself herself themselves also chief"
    " co-founder both then now like"
)
_REFLEXIVE = listed_words("himself herself itself themselves")
_NO_GERUNDS = listed_words("leading ruling remaining surviving existing during king")


def before(words: Words, verb: int, *, deep: int = 0) -> Phrase | None:
    """Return the subject that ends right before the verb at `verb`."""
    last = verb - 1
    if _is_parenthesis(words, last):
        last -= 3
    while last >= 0 and (
        words[last].kind == "aside" or words[last].lower in _REFLEXIVE
    ):
        last -= 1
    if last < 0 or deep > _DEEPEST:
        return None
    kind, lower = words[last].kind, words[last].lower
    if kind in {"comma", "dash"}:
        return _with_apposition(words, last, deep + 1)
    if kind == "number" and last > 1 and words[last - 1].kind == "comma":
        return before(words, last - 1, deep=deep + 1)  # "Ana Roe, 34"
    if lower in grammar.RELATIVE:
        return _with_antecedent(words, last, deep + 1)
    if lower in grammar.SUBJECT_PRONOUNS:
        return last, last + 1
    return _noun_phrase(words, last)


def _is_parenthesis(words: Words, last: int) -> bool:
    """Tell whether ", however," stands between a subject and its verb."""
    return (
        last > 1
        and words[last].kind == "comma"
        and words[last - 2].kind == "comma"
        and words[last - 1].lower in _ASIDES
    )


def _noun_phrase(words: Words, last: int) -> Phrase | None:
    word = words[last]
    if word.kind not in {"word", "number"}:
        return None
    is_small = word.lower in grammar.NO_NOUN and word.lower not in nouns.OTHERS
    if is_small and not (word.is_capital and last > 0 and words[last - 1].is_capital):
        return None
    if word.lower.endswith("ly") and not word.is_capital:
        return None
    start = left_edge(words, last)
    if start > last or _is_gerund(words, start, last):
        return None
    return _with_office(words, start, last), last + 1


def _is_gerund(words: Words, start: int, last: int) -> bool:
    """Tell whether a phrase is what somebody does, such as "winning the vote"."""
    opening = words[start]
    return (
        last > start
        and not words[start + 1].is_capital
        and opening.lower.endswith("ing")
        and (start == 0 or not opening.is_capital)
        and len(opening.lower) > _SHORT
        and opening.lower not in _NO_GERUNDS
    )


def _is_office(word: Word) -> bool:
    return word.lower in nouns.ROLE_WORDS or word.lower in nouns.PEOPLE


def _with_office(words: Words, start: int, last: int) -> int:
    """Take in what stands before a name: "its director, Ana Roe said"."""
    if start <= 1 or words[start - 1].kind != "comma":
        return start
    is_name = all(word.is_capital for word in words[start : last + 1])
    if not is_name or not _is_office(words[start - 2]):
        return start
    edge = left_edge(words, start - 2)
    opens = edge == 0 or words[edge - 1].kind in {"comma", "quote", "semicolon"}
    return edge if opens and not _is_gerund(words, edge, start - 2) else start


def _with_apposition(words: Words, last: int, deep: int) -> Phrase | None:
    """Take "Ana Roe, the mayor," whole; `last` is the second mark."""
    mark = words[last].kind
    has_verb = False
    for first in range(last - 1, max(-1, last - _LONGEST_APPOSITION), -1):
        word = words[first]
        if word.kind in {mark, "dash"}:
            if not _is_apposition(words, first + 1, last):
                return None
            named = before(words, first, deep=deep)
            return None if named is None else (_name(words, named[0], deep), last)
        if word.kind in {"semicolon", "colon", "quote"}:
            return None
        has_verb |= word.lower in grammar.FINITE or word.lower in grammar.AUXILIARIES
    # "Ana Roe of the water board, said": a mark that need not be there.
    opens_with_name = words[0].is_capital and words[1].is_capital
    return (0, last) if opens_with_name and not has_verb and last < LONGEST else None


def _is_apposition(words: Words, start: int, end: int) -> bool:
    if start >= end:
        return True
    opening = words[start]
    return (
        opening.kind in {"number", "aside"}
        or opening.is_capital
        or opening.lower in _OPENS_APPOSITION
        or opening.lower in grammar.PREPOSITIONS
        or opening.lower in grammar.DETERMINERS
        or _is_office(opening)
        or opening.lower.endswith(("ing", "ed"))
        or not any(
            word.lower in grammar.FINITE or word.lower in grammar.AUXILIARIES
            for word in words[start:end]
        )
    )


def _name(words: Words, start: int, deep: int) -> int:
    """Go on to the name before one of several appositions."""
    if start <= 1 or words[start - 1].kind != "comma":
        return start
    opening = words[start].lower
    if opening not in nouns.ROLE_WORDS and opening not in _OPENS_APPOSITION:
        return start
    named = before(words, start - 1, deep=deep)
    if named is None or not words[named[1] - 1].is_capital:
        return start
    return named[0]


def _with_antecedent(words: Words, relative: int, deep: int) -> Phrase | None:
    """Take "the aide who" whole, or "Ana Roe, who"."""
    end = relative
    alone = (relative, relative + 1) if words[relative].lower == "who" else None
    if alone is None and (end == 0 or words[end - 1].lower in grammar.NO_NOUN):
        return None
    if end > 0 and words[end - 1].kind == "comma":
        end -= 1
    if end == 0 or words[end - 1].kind in HARD:
        return alone
    named = before(words, end, deep=deep)
    return alone if named is None else (_nearest(words, named[0], end), relative + 1)


def _nearest(words: Words, start: int, end: int) -> int:
    """Leave out what stands before the noun to which "who" belongs."""
    for place in range(end - 2, start, -1):
        lower = words[place].lower
        if words[place].is_capital:
            continue
        if lower == "to" or (lower in VERBS and lower not in NOUN_FORMS):
            return place + 1
        if lower in grammar.PREPOSITIONS and lower not in {"of", "for"}:
            return place + 1
    return start


def after(words: Words, first: int) -> Phrase | None:
    """Return the noun phrase that begins at `first`, with its apposition."""
    if first >= len(words):
        return None
    word = words[first]
    following = words[first + 1].kind if first + 1 < len(words) else ""
    if word.lower in grammar.SUBJECT_PRONOUNS | grammar.OBJECT_PRONOUNS and (
        word.lower != "her" or following != "word"
    ):
        return first, first + 1
    if word.kind != "number" and not (word.kind == "word" and _may_open(word)):
        return None
    end = right_edge(words, first)
    return None if end == first else (first, _apposed(words, first, end))


def _may_open(word: Word) -> bool:
    return (
        word.is_capital
        or word.lower in grammar.DETERMINERS
        or word.lower in nouns.OTHERS
        or not (word.lower in grammar.NO_NOUN or word.lower in grammar.ADVERBS)
    )


def _apposed(words: Words, first: int, end: int) -> int:
    """Take in ", the mayor of Calder" after a name, and the name after an office."""
    if end + 1 >= len(words) or words[end].kind != "comma":
        return end
    opening = words[end + 1]
    place = end + 1
    if opening.is_capital and _is_office(words[end - 1]):
        while place < len(words) and words[place].is_capital:
            place += 1
        return place
    is_name = any(word.is_capital for word in words[first:end])
    is_said_of = (
        opening.kind == "number"
        or opening.lower in _OPENS_APPOSITION
        or _is_office(opening)
    )
    if not is_name or not is_said_of:
        return end
    has_verb = False
    while place < len(words) and words[place].kind not in _APPOSED_MARKS:
        lower = words[place].lower
        has_verb |= lower in grammar.FINITE or lower in grammar.AUXILIARIES
        place += 1
        if place - end > _LONGEST_APPOSITION:
            return end
    # "According to Ana Roe, the boats are old": what follows is no apposition.
    return end if has_verb and opening.lower not in grammar.RELATIVE else place
