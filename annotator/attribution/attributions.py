"""Who is credited with something, found sentence by sentence."""

import re

from annotator.attribution import agents, complements, grammar, nouns, phrases
from annotator.attribution.credit import Attribution, kind_at, lower_at
from annotator.attribution.edges import Words
from annotator.attribution.reporting import by_verb
from annotator.attribution.spans import Span, listed_words
from annotator.attribution.verbs import VERBS, Strength

_HEARSAY = listed_words("reportedly allegedly purportedly supposedly apparently")
_CUES = _HEARSAY | {"according", "words"}
_SUBORDINATE = listed_words(
    "when after as because if since before until though although"
)
_TIMES = grammar.DAYS | listed_words("on in this last earlier late early")
_FIRST_WORD = re.compile(r"\W{1,2}([^\W\d_]+) ")
_LABEL = 6  # words of "Ana Roe, mayor:"

_STRENGTHS: dict[Strength, float] = {"saying": 3, "judging": 2, "thinking": 1}
_OUTERMOST = 4.0
_ACCORDING = 3.5
_RELAYED = 0.5
_PLAIN = 0.5  # what "say" and "tell" have before other verbs
_INNER = 1.5


def attributions_in(words: Words) -> list[Attribution]:
    """Return the credits of a sentence, in order."""
    found: list[Attribution] = []
    for place, word in enumerate(words):
        one: Attribution | None = None
        if word.kind == "word":
            if word.lower in VERBS:
                one = by_verb(words, place, found)
            elif word.lower in _CUES:
                one = _by_phrase(words, place)
        elif word.kind == "quote":
            one = _by_quoted_verb(words, place)
        elif word.kind == "colon" and 0 < place < _LABEL:
            one = _by_label(words, place)
        if one is not None:
            found.append(one)
    return found


def _by_phrase(words: Words, place: int) -> Attribution | None:
    """Take "according to Ana Roe", "in the words of Ana Roe" and "reportedly"."""
    lower = words[place].lower
    if lower in _HEARSAY:
        return Attribution("passive", None, (place, place + 1))
    if lower == "according" and lower_at(words, place + 1) == "to":
        start = place
    elif (lower, lower_at(words, place + 1)) == ("words", "of") and (
        lower_at(words, place - 2) == "in"
    ):
        start = place - 2
    else:
        return None
    phrase = phrases.after(words, place + 2)
    return phrase and Attribution("according", phrase, (start, place + 2))


def _by_quoted_verb(words: Words, place: int) -> Attribution | None:
    """Take "the president “stressed the need”", whose verb is quoted too."""
    opening = _FIRST_WORD.match(words[place].text)
    verb = VERBS.get(opening.group(1).lower()) if opening is not None else None
    if opening is None or verb is None or verb.form not in {"past", "third"}:
        return None
    if kind_at(words, place - 1) != "word":
        return None
    phrase = phrases.before(words, place)
    if phrase is None or not agents.is_agent(words, phrase):
        return None
    start = words[place].start
    within = Span(start + opening.start(1), start + opening.end(1))
    return Attribution("verb", phrase, (place, place + 1), verb, within)


def _by_label(words: Words, place: int) -> Attribution | None:
    """Take "Ana Roe: “We will.”": a name, and then what is quoted."""
    named = words[:place]
    if kind_at(words, place + 1) != "quote" or named[-1].lower in nouns.DOCUMENTS:
        return None
    if not all(word.is_capital or word.kind == "aside" for word in named):
        return None
    return Attribution("colon", (0, place), (place, place + 1))


def weight(words: Words, one: Attribution) -> float:
    """
    Rate how far out a credit stands; the outermost is whom the reporter heard.

    What stands in parenthesis, as in "…, Ana Roe said", covers the whole sentence.
    What somebody says in a clause of time, or in a relative one, does not. A paper
    that only relays it is not who is judged.
    """
    if one.phrase is None or one.how == "same":
        return -1.0
    if one.how == "according":
        last = agents.core(words, one.phrase)[-1:]
        is_relay = bool(last) and last[0].lower in nouns.MEDIA_ENDS
        return _RELAYED if is_relay else _ACCORDING
    if one.how in {"inverted", "colon"} or one.verb is None:
        return _OUTERMOST
    rated = _STRENGTHS[one.verb.strength]
    closes = complements.stands_before(words, one.phrase) and _closes(words, one.cue[1])
    if closes and one.verb.strength != "thinking":
        rated = _OUTERMOST
    elif one.verb.base in {"say", "tell", "write"}:
        rated += _PLAIN
    if words[one.phrase[1] - 1].lower in grammar.RELATIVE:
        rated -= _INNER
    if lower_at(words, one.phrase[0] - 1) in _SUBORDINATE:
        rated -= _INNER
    return rated


def _closes(words: Words, place: int) -> bool:
    """Tell whether nothing is said after a verb but when: "…, a poll found in May"."""
    while lower_at(words, place) in _TIMES:
        place += 1
    return kind_at(words, place) != "word"
