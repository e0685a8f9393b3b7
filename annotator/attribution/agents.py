"""Who or what a noun phrase is: its own words, and whether it could speak."""

from annotator.attribution import grammar, nouns
from annotator.attribution.edges import Phrase, Words
from annotator.attribution.places import PEOPLES

_JOINS = frozenset({"and", "or", "&"})
_SUBJECT_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "you", "who"})
_RELATIVE = frozenset({"who", "which", "that"})
_SHARES = frozenset(
    [
        "percent",
        "half",
        "majority",
        "plurality",
        "quarter",
        "quarters",
        "third",
        "thirds",
        "dozen",
        "dozens",
        "number",
        "minority",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
    ]
)
_NOBODY = frozenset({"no", "nobody", "none", "neither", "nothing"})
_SHORT = 4  # letters of "user" and "error", which say nothing yet
_PERSONAL_ENDINGS = (
    "ers", "ors", "ists", "ians", "eers", "ants", "ees", "men", "women", "people",
    "er", "or", "ist", "ian", "eer", "man", "woman", "person", "mother", "father",
)  # fmt: skip


def core(words: Words, phrase: Phrase) -> Words:
    """Return a phrase's own words: without what follows a preposition or a comma."""
    start, end = phrase
    place = start
    while place < end and words[place].lower in grammar.ADVERBS:
        place += 1
    begin = place
    while place < end:
        word = words[place]
        if place > begin and (
            word.kind not in {"word", "number"}
            or (word.lower in grammar.PREPOSITIONS and not word.is_capital)
            or word.lower in grammar.CONJUNCTIONS
            or word.lower in _JOINS
            or _is_said_of(words, place, end)
        ):
            # "One of the officials": it is the officials who count.
            if word.lower == "of" and words[place - 1].lower in (
                nouns.OTHERS
                | grammar.DETERMINERS
                | frozenset({"number", "group", "half"})
            ):
                begin = place = place + 1
                continue
            break
        place += 1
    return words[begin:place]


def own_words(words: Words, phrase: Phrase) -> Words:
    """Return those of `core` that are words or numbers."""
    return [word for word in core(words, phrase) if word.kind in {"word", "number"}]


def _is_said_of(words: Words, place: int, end: int) -> bool:
    """Tell whether a word says more of the people before: "officials familiar with"."""
    word, previous = words[place], words[place - 1]
    noun = previous.lower in nouns.PEOPLE or previous.lower in nouns.DOCUMENTS
    if word.is_capital or not noun:
        return False
    following = words[place + 1].lower if place + 1 < end else ""
    return (
        word.lower.endswith(("ly", "ed", "ing"))
        or following in grammar.PREPOSITIONS
        or following == "to"
    ) and word.lower not in nouns.PEOPLE


def is_maker(noun: str) -> bool:
    """Tell whether a noun is for a company by what it makes: "carmaker"."""
    return noun.removesuffix("s").endswith("maker") and noun not in nouns.PEOPLE


def is_personal(noun: str) -> bool:
    """Tell whether a noun is for people, by the list or by how it ends."""
    if noun in nouns.BODIES or is_maker(noun):
        return noun in nouns.PEOPLE
    return noun in nouns.PEOPLE or (
        len(noun) > _SHORT and noun.endswith(_PERSONAL_ENDINGS)
    )


def is_nobody(words: Words, phrase: Phrase) -> bool:
    """Tell whether a phrase says that there is nobody: "none of the officials"."""
    return words[phrase[0]].lower in _NOBODY


def is_agent(words: Words, phrase: Phrase) -> bool:
    """Tell whether a phrase names or describes somebody who could speak."""
    own = core(words, phrase)
    if not own or is_nobody(words, phrase):
        return False
    is_day = any(word.lower in grammar.DAYS for word in own)
    if is_day and (own[-1].kind == "number" or not own[0].is_capital):
        return False
    last = own[-1]
    lower = last.lower
    return (
        lower in _SUBJECT_PRONOUNS
        or last.kind == "number"
        or lower in _SHARES
        or is_personal(lower)
        or (last.is_capital and lower not in grammar.DAYS)
        or lower in nouns.BODIES
        or lower in nouns.DOCUMENTS
        or lower in nouns.UNIDENTIFIED_MEDIA
        or lower in nouns.SPOKESPEOPLE
        or lower in PEOPLES
        or words[phrase[1] - 1].lower in _RELATIVE
    )
