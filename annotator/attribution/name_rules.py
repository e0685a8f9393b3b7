"""What a noun phrase says of a speaker whose name it ends with, rule by rule."""

from annotator.attribution import agents, nouns, suggestions
from annotator.attribution.places import CITIES, PEOPLES, PLACES
from annotator.attribution.speakers import (
    Speaking,
    apposition,
    bare,
    is_full_name,
    is_introduced,
)
from annotator.attribution.suggestions import Suggested
from annotator.attribution.texts import document
from annotator.attribution.words import Word

_LONG_NAME = 3  # words; a name with that many and a body's word in it is a body's


def apposed_name(source: Speaking) -> Suggested | None:
    """Take "its director, Ana Roe"."""
    run: list[Word] = []
    is_apposed = False
    for word in (*source.words[source.phrase[0] : source.phrase[1]], None):
        if is_apposed and word is not None and word.is_capital:
            run.append(word)
            continue
        if is_full_name(run):
            return suggestions.NAMED_BESIDE
        run = []
        is_apposed |= word is not None and word.kind == "comma"
    return None


# -- where it is a noun


def _apposed_body(source: Speaking) -> Suggested | None:
    """Take "Brontec, a chemicals group"."""
    beside = apposition(source)
    if not beside or source.is_person or is_introduced(source):
        return None
    head = agents.core(beside, (0, len(beside)))[-1:]
    is_one = (
        bool(head)
        and not head[0].is_capital
        and (
            (bare(head[0]) in nouns.BODIES and not agents.is_personal(bare(head[0])))
            or agents.is_maker(bare(head[0]))
        )
    )
    return suggestions.BODY if is_one else None


def _place(source: Speaking) -> Suggested | None:
    joined = " ".join(name.rstrip(".") for name in source.names)
    if source.is_person or is_introduced(source):
        return None
    if joined in CITIES:
        return suggestions.CITY
    is_place = joined in PLACES or source.head in PLACES
    return suggestions.STATE if is_place else None


def _publication(source: Speaking) -> Suggested | None:
    is_one = source.head in nouns.MEDIA_ENDS and not source.is_person
    return suggestions.PUBLICATION if is_one else None


def _capital_document(source: Speaking) -> Suggested | None:
    is_one = source.head in nouns.DOCUMENTS and not source.is_person
    return document(source) if is_one else None


def _capital_people(source: Speaking) -> Suggested | None:
    head = source.head
    is_many = head in PEOPLES or (head.endswith("s") and head in nouns.PEOPLE)
    return suggestions.DESCRIBED if is_many else None


def _named_body(source: Speaking) -> Suggested | None:
    if source.is_person or is_introduced(source):
        return None
    if source.head in nouns.BODIES or source.head.removesuffix("s") in nouns.BODIES:
        return suggestions.BODY
    if source.head in nouns.ORGANIZATION_ENDS and len(source.own) > 1:
        return suggestions.BODY
    if nouns.ROLE_WORDS.intersection(source.names):
        return None
    if nouns.BODIES.intersection(source.names[:-1]):
        start, end = source.phrase
        is_of = any(word.lower == "of" for word in source.words[start:end])
        return (
            suggestions.PROBABLY_BODY
            if is_of or len(source.names) >= _LONG_NAME
            else None
        )
    return None


def _office(source: Speaking) -> Suggested | None:
    if source.head in nouns.ROLE_WORDS or source.head in nouns.PEOPLE:
        return apposed_name(source) or suggestions.OFFICE
    return None


def _acronym(source: Speaking) -> Suggested | None:
    text = source.own[-1].text
    is_one = text.isupper() and len(text) > 1 and len(source.names) == 1
    return suggestions.PROBABLY_BODY if is_one else None


def _national(source: Speaking) -> Suggested | None:
    """Take "the Spaniard", who is somebody that was named."""
    is_one = source.own[0].lower == "the" and source.head in nouns.NATIONALS
    return suggestions.NATIONAL if is_one else None


def _with_article(source: Speaking) -> Suggested | None:
    """Take "the Legion": people's names have no article."""
    has_article = source.own[0].lower == "the" and not source.is_person
    is_role = nouns.ROLE_WORDS.intersection(source.texts)
    return suggestions.PROBABLY_BODY if has_article and not is_role else None


def _with_which(source: Speaking) -> Suggested | None:
    """Take "Brontec, which makes boats": of people it would be "who"."""
    start, end = source.phrase
    relatives = {word.lower for word in source.words[start : end + 1]}
    return suggestions.PROBABLY_BODY if "which" in relatives else None


def _name(source: Speaking) -> Suggested | None:
    if source.is_person:
        return suggestions.NAMED
    titled = nouns.ROLE_WORDS.intersection(source.names[:-1])
    if titled or is_introduced(source):
        return suggestions.PROBABLY_NAMED
    return suggestions.LIKELY_NAMED


OF_NAMES = (
    _place,
    _publication,
    _capital_document,
    _capital_people,
    _named_body,
    _office,
    _apposed_body,
    _acronym,
    _national,
    _with_which,
    _with_article,
    _name,
)
