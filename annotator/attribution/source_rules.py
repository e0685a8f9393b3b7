"""
What a noun phrase says of whom it names or describes, rule by rule.

The first rule that holds decides.
"""

from collections.abc import Callable

from annotator.attribution import agents, grammar, nouns, suggestions
from annotator.attribution.edges import Phrase, Words
from annotator.attribution.name_rules import OF_NAMES, apposed_name
from annotator.attribution.places import PEOPLES
from annotator.attribution.speakers import Speaking
from annotator.attribution.suggestions import Suggested
from annotator.attribution.texts import document

# -- whatever the head


def _spokesperson(source: Speaking) -> Suggested | None:
    if not nouns.SPOKESPEOPLE.intersection(source.texts):
        return None
    if _name_after_role(source) or apposed_name(source):
        return suggestions.NAMED_SPOKESPERSON
    last = source.own[-1]
    is_title_alone = source.head in nouns.SPOKESPEOPLE
    return (
        suggestions.NAMED_SPOKESPERSON
        if last.is_capital and not is_title_alone
        else suggestions.SPOKESPERSON
    )


def _name_after_role(source: Speaking) -> Suggested | None:
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


def _name_after_body(source: Speaking) -> Suggested | None:
    """Take "chemicals group Brontec": what a body is, right before its name."""
    texts, own = source.texts, source.own
    if source.is_person or not own[-1].is_capital:
        return None
    run = len(own)
    while run > 0 and own[run - 1].is_capital:
        run -= 1
    kind = texts[run - 1] if run else texts[0]
    is_kind = (kind in nouns.BODIES or agents.is_maker(kind)) and (
        run > 0 or (len(own) > 1 and own[0] is source.words[0])
    )
    if not is_kind or nouns.ROLE_WORDS.intersection(texts):
        return None
    return suggestions.PROBABLY_BODY


def _described_with_name(source: Speaking) -> Suggested | None:
    return apposed_name(source) if agents.is_personal(source.head) else None


def _unidentified_media(source: Speaking) -> Suggested | None:
    return suggestions.SOME_MEDIA if source.head in nouns.UNIDENTIFIED_MEDIA else None


def _body_of_two(source: Speaking) -> Suggested | None:
    two = " ".join(source.texts[-2:])
    return suggestions.BODY if two in nouns.BODIES_OF_TWO else None


def _body(source: Speaking) -> Suggested | None:
    is_one = source.head in nouns.BODIES or agents.is_maker(source.head)
    if not is_one or agents.is_personal(source.head):
        return None
    return (
        suggestions.BODY
        if source.own[0].lower in grammar.DETERMINERS
        else suggestions.PROBABLY_BODY
    )


def _holder(source: Speaking) -> Suggested | None:
    """Take "the ambassador of France": one person holds that office."""
    start, end = source.phrase
    is_said_of_what = any(word.is_capital for word in source.own[1:-1]) or any(
        word.lower in {"of", "to"} for word in source.words[start:end]
    )
    is_one = source.own[0].lower == "the" and source.head in nouns.HOLDERS
    return suggestions.HOLDER if is_one and is_said_of_what else None


def _people(source: Speaking) -> Suggested | None:
    is_personal = agents.is_personal(source.head) or source.head in PEOPLES
    return suggestions.DESCRIBED if is_personal else None


_Rule = Callable[[Speaking], Suggested | None]
_OF_NOUNS: tuple[_Rule, ...] = (
    _body_of_two,
    _described_with_name,
    _unidentified_media,
    document,
    _body,
    _holder,
    _people,
)


_OF_ALL: tuple[_Rule, ...] = (_spokesperson, _name_after_body, _name_after_role)


def judge(words: Words, phrase: Phrase) -> Suggested | None:
    """Judge one speaker by their own words; None where they only point to another."""
    own = agents.own_words(words, phrase)
    if not own:
        return None
    source = Speaking.of(words, phrase, own)
    if source.head in nouns.PRONOUNS:
        return None
    rules = OF_NAMES if source.is_capital else _OF_NOUNS
    found = (rule(source) for rule in (*_OF_ALL, *rules))
    return next(
        (one for one in found if one is not None), suggestions.PROBABLY_DESCRIBED
    )
