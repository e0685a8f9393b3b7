"""
Where a noun phrase begins and ends: without a grammar, by what cannot be part of it.

Pairs are places of words, half open. No phrase is looked for further than some words
away, so that what a sentence costs grows with its length alone.
"""

from collections.abc import Sequence

from annotator.attribution import grammar, nouns
from annotator.attribution.verbs import NOUN_FORMS, VERBS
from annotator.attribution.words import Word

Words = Sequence[Word]
Phrase = tuple[int, int]

LONGEST = 16
HARD = frozenset({"quote", "semicolon", "colon", "dash", "comma", "other"})
_MARKS = frozenset({"quote", "semicolon", "colon", "dash"})
_CONJUNCT = 8  # words before an "and" that may be a speaker of their own
_CLAUSE = 8  # words of a relative clause that may stand before its verb
_SHORT = 4  # letters of "need" and "shed", which are no participles
_OPEN_TO_MORE = (
    grammar.PREPOSITIONS | grammar.JOINS | frozenset({"to", "of", "all", "both"})
)


def left_edge(words: Words, last: int) -> int:
    """Return where the noun phrase begins whose last word is at `last`."""
    start = _run_start(words, last)
    antecedent = _before_clause(words, start)
    if antecedent < start:
        start = _run_start(words, antecedent)
    return _trimmed(words, start, last)


def _run_start(words: Words, last: int) -> int:
    start = last
    while start > 0 and last - start < LONGEST:
        if words[start].lower in grammar.JOINS and not _joins_speakers(words, start):
            break
        if bounds(words, start - 1):
            break
        start -= 1
    return start + 1 if words[start].lower in grammar.JOINS else start


def bounds(words: Words, place: int) -> bool:
    """Tell whether the word at `place` is part of no phrase that goes on after it."""
    word = words[place]
    lower = word.lower
    if word.kind in HARD:
        return True
    following = words[place + 1] if place + 1 < len(words) else word
    if word.kind != "word" or (word.is_capital and (place > 0 or following.is_capital)):
        return False
    if lower in grammar.JOINS:
        return False
    if lower in _BOUNDARIES:
        return True
    return _is_verb(lower, following.lower)


_BOUNDARIES = (
    grammar.CONJUNCTIONS
    | grammar.NEGATIONS
    | grammar.FINITE
    | grammar.AUXILIARIES
    | (grammar.SUBJECT_PRONOUNS - {"who", "it"})
)


def _is_verb(lower: str, following: str) -> bool:
    """Tell whether a word is a verb where another follows: not "people involved in"."""
    if lower in VERBS and lower not in NOUN_FORMS and VERBS[lower].form != "gerund":
        return (
            VERBS[lower].form != "participle"
            or following not in grammar.PARTICIPLE_FOLLOWERS
        )
    if lower.endswith("ed") and len(lower) > _SHORT:
        return following in grammar.DETERMINERS
    return lower == "to" and following in VERBS


def _joins_speakers(words: Words, place: int) -> bool:
    """Tell whether "and" at `place` joins two speakers rather than two clauses."""
    for earlier in range(place - 1, max(-1, place - _CONJUNCT), -1):
        word = words[earlier]
        if word.kind in _MARKS:
            return True
        if word.kind == "comma":
            return words[place - 1].is_capital
        if bounds(words, earlier):
            return word.lower in grammar.CONJUNCTIONS
    return place < _CONJUNCT


def _before_clause(words: Words, start: int) -> int:
    """Return the noun before a relative clause: "people who have seen the order"."""
    for place in range(start - 1, max(0, start - _CLAUSE), -1):
        word, noun = words[place], words[place - 1]
        if word.kind in HARD:
            break
        if word.lower in {"who", "that"}:
            if place == start - 1:
                break  # "the man who police say": it is the police who speak
            belongs = noun.kind == "word" and noun.lower not in grammar.NO_NOUN
            if belongs and (word.lower == "who" or noun.lower in nouns.PEOPLE):
                return place - 1
            break
    return start


def _trimmed(words: Words, start: int, last: int) -> int:
    """Leave out what stands before the speaker: "On Sunday", "However"."""
    if words[start].lower in grammar.PREPOSITIONS:
        start = _after_preposition(words, start, last)
    while start < last and _is_adverbial(words[start]):
        start += 1
    return start


def _is_adverbial(word: Word) -> bool:
    lower = word.lower
    return lower in grammar.DAYS or (
        (lower in grammar.ADVERBS or lower.endswith("ly"))
        and lower not in nouns.OTHERS
        and lower not in nouns.BODIES
    )


def _after_preposition(words: Words, start: int, last: int) -> int:
    for place in range(last, start, -1):
        previous = words[place - 1].lower
        if previous in grammar.PREPOSITIONS or words[place - 1].is_capital:
            continue
        if words[place].lower in grammar.DETERMINERS or (
            words[place].is_capital and previous not in grammar.DETERMINERS
        ):
            return place
    return start + 1


def right_edge(words: Words, first: int) -> int:
    """Return where the noun phrase ends that begins at `first`."""
    end = first
    while end < len(words) and end - first < LONGEST:
        word = words[end]
        if word.kind not in {"word", "number", "aside"}:
            break
        if word.kind == "word" and end > first and _ends_before(words, end):
            break
        end += 1
    while end > first and (
        words[end - 1].lower in grammar.NO_NOUN or words[end - 1].lower in grammar.JOINS
    ):
        end -= 1
    return end


def _ends_before(words: Words, place: int) -> bool:
    lower, previous = words[place].lower, words[place - 1]
    if lower in grammar.DAYS:
        return True
    if words[place].is_capital or lower in grammar.JOINS or lower == "of":
        return False
    if lower in grammar.DETERMINERS:
        return previous.lower not in _OPEN_TO_MORE
    if lower in grammar.PREPOSITIONS or lower == "to":
        return previous.is_capital
    return (
        lower in grammar.CONJUNCTIONS
        or lower in grammar.FINITE
        or lower in grammar.AUXILIARIES
        or (lower in VERBS and lower not in NOUN_FORMS)
    )
