"""
What a noun phrase says of whom it names or describes, rule by rule.

The first rule that holds decides.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from annotator.attribution import agents, grammar, nouns, suggestions
from annotator.attribution.edges import Phrase, Words
from annotator.attribution.places import FIRST_NAMES, PEOPLES, PLACES
from annotator.attribution.suggestions import Suggested
from annotator.attribution.words import Word

_FULL_NAME = 2  # words of it, at least
_LONG_NAME = 3  # words; a name with that many and a body's word in it is a body's


def bare(word: Word) -> str:
    """Return a folded word without its possessive ending."""
    if word.lower.endswith("'s"):
        return word.lower[:-2]
    return word.lower.removesuffix("'")


@dataclass(frozen=True, slots=True)
class _Source:
    """A noun phrase with its own words, and what they are without possessives."""

    words: Words
    phrase: Phrase
    own: Sequence[Word]
    texts: Sequence[str]

    @property
    def head(self) -> str:
        return self.texts[-1]

    @property
    def names(self) -> list[str]:
        return [
            text
            for word, text in zip(self.own, self.texts, strict=True)
            if word.is_capital
        ]

    @property
    def is_capital(self) -> bool:
        """Tell whether the head is a name, not a noun that opens the sentence."""
        last = self.own[-1]
        opens = last is self.words[0] and (
            self.head in nouns.PEOPLE
            or self.head in PEOPLES
            or (self.head.endswith("s") and agents.is_personal(self.head))
        )
        return last.is_capital and not opens

    @property
    def is_person(self) -> bool:
        """Tell whether a first name or a courtesy stands before the last name."""
        return any(
            name in FIRST_NAMES or name in nouns.COURTESY for name in self.names[:-1]
        )


# -- whatever the head


def _spokesperson(source: _Source) -> Suggested | None:
    if not nouns.SPOKESPEOPLE.intersection(source.texts):
        return None
    if _name_after_role(source) or _apposed_name(source):
        return suggestions.NAMED_SPOKESPERSON
    last = source.own[-1]
    is_title_alone = source.head in nouns.SPOKESPEOPLE
    return (
        suggestions.NAMED_SPOKESPERSON
        if last.is_capital and not is_title_alone
        else suggestions.SPOKESPERSON
    )


def _name_after_role(source: _Source) -> Suggested | None:
    """Take "board member Ana Roe": a small role right before a name."""
    words, (start, end) = source.words, source.phrase
    stop = start
    while stop < end and words[stop].kind in {"word", "number"}:
        stop += 1
    run = stop
    while run > start and words[run - 1].is_capital:
        run -= 1
    role = words[run - 1].lower if run > start else ""
    is_role = (
        role in nouns.ROLE_WORDS or role in nouns.SPOKESPEOPLE or role in nouns.PEOPLE
    )
    return suggestions.NAMED if start < run < stop and is_role else None


def _apposed_name(source: _Source) -> Suggested | None:
    """Take "its director, Ana Roe"."""
    run: list[Word] = []
    is_apposed = False
    for word in (*source.words[source.phrase[0] : source.phrase[1]], None):
        if is_apposed and word is not None and word.is_capital:
            run.append(word)
            continue
        if _is_full_name(run):
            return suggestions.NAMED_BESIDE
        run = []
        is_apposed |= word is not None and word.kind == "comma"
    return None


def _is_full_name(run: Sequence[Word]) -> bool:
    texts = [bare(word) for word in run]
    return len(run) >= _FULL_NAME and (
        texts[0] in FIRST_NAMES
        or (
            texts[-1] not in nouns.BODIES
            and texts[-1] not in nouns.MEDIA_ENDS
            and texts[-1] not in PLACES
            and " ".join(texts) not in PLACES
        )
    )


# -- where the head is a name


def _place(source: _Source) -> Suggested | None:
    joined = " ".join(name.rstrip(".") for name in source.names)
    is_place = joined in PLACES or source.head in PLACES
    return suggestions.STATE if is_place and not source.is_person else None


def _publication(source: _Source) -> Suggested | None:
    is_one = source.head in nouns.MEDIA_ENDS and not source.is_person
    return suggestions.PUBLICATION if is_one else None


def _capital_document(source: _Source) -> Suggested | None:
    is_one = source.head in nouns.DOCUMENTS and not source.is_person
    return _document(source) if is_one else None


def _capital_people(source: _Source) -> Suggested | None:
    head = source.head
    is_many = head in PEOPLES or (head.endswith("s") and head in nouns.PEOPLE)
    return suggestions.DESCRIBED if is_many else None


def _named_body(source: _Source) -> Suggested | None:
    if source.is_person:
        return None
    if source.head in nouns.BODIES or source.head.removesuffix("s") in nouns.BODIES:
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


def _office(source: _Source) -> Suggested | None:
    if source.head in nouns.ROLE_WORDS or source.head in nouns.PEOPLE:
        return _apposed_name(source) or suggestions.OFFICE
    return None


def _acronym(source: _Source) -> Suggested | None:
    text = source.own[-1].text
    is_one = text.isupper() and len(text) > 1 and len(source.names) == 1
    return suggestions.PROBABLY_BODY if is_one else None


def _with_article(source: _Source) -> Suggested | None:
    """Take "the Legion": people's names have no article."""
    has_article = source.own[0].lower == "the" and not source.is_person
    is_role = nouns.ROLE_WORDS.intersection(source.texts)
    return suggestions.PROBABLY_BODY if has_article and not is_role else None


def _with_which(source: _Source) -> Suggested | None:
    """Take "Brontec, which makes boats": of people it would be "who"."""
    start, end = source.phrase
    relatives = {word.lower for word in source.words[start : end + 1]}
    return suggestions.PROBABLY_BODY if "which" in relatives else None


def _name(source: _Source) -> Suggested | None:
    return suggestions.NAMED if source.is_person else suggestions.PROBABLY_NAMED


# -- where it is a noun


def _document(source: _Source) -> Suggested | None:
    if source.head not in nouns.DOCUMENTS:
        return None
    if nouns.LEAKED.intersection(source.texts):
        return suggestions.LEAKED
    return (
        suggestions.FORMAL
        if source.head in nouns.PUBLIC_DOCUMENTS
        else suggestions.DOCUMENT
    )


def _described_with_name(source: _Source) -> Suggested | None:
    return _apposed_name(source) if agents.is_personal(source.head) else None


def _unidentified_media(source: _Source) -> Suggested | None:
    return suggestions.SOME_MEDIA if source.head in nouns.UNIDENTIFIED_MEDIA else None


def _body_of_two(source: _Source) -> Suggested | None:
    two = " ".join(source.texts[-2:])
    return suggestions.BODY if two in nouns.BODIES_OF_TWO else None


def _body(source: _Source) -> Suggested | None:
    if source.head not in nouns.BODIES or agents.is_personal(source.head):
        return None
    return (
        suggestions.BODY
        if source.own[0].lower in grammar.DETERMINERS
        else suggestions.PROBABLY_BODY
    )


def _people(source: _Source) -> Suggested | None:
    is_personal = agents.is_personal(source.head) or source.head in PEOPLES
    return suggestions.DESCRIBED if is_personal else None


_Rule = Callable[[_Source], Suggested | None]
_OF_NAMES: tuple[_Rule, ...] = (
    _place,
    _publication,
    _capital_document,
    _capital_people,
    _named_body,
    _office,
    _acronym,
    _with_article,
    _with_which,
    _name,
)
_OF_NOUNS: tuple[_Rule, ...] = (
    _body_of_two,
    _described_with_name,
    _unidentified_media,
    _document,
    _body,
    _people,
)


def judge(words: Words, phrase: Phrase) -> Suggested | None:
    """Judge one speaker by their own words; None where they only point to another."""
    own = agents.own_words(words, phrase)
    if not own:
        return None
    source = _Source(words, phrase, own, [bare(word) for word in own])
    if source.head in nouns.PRONOUNS:
        return None
    rules = _OF_NAMES if source.is_capital else _OF_NOUNS
    found = (rule(source) for rule in (_spokesperson, _name_after_role, *rules))
    return next(
        (one for one in found if one is not None), suggestions.PROBABLY_DESCRIBED
    )
