"""Who is credited with something, found sentence by sentence."""

import re

from annotator.attribution import agents, complements, grammar, nouns, phrases
from annotator.attribution.credit import Attribution, kind_at, lower_at
from annotator.attribution.edges import Words
from annotator.attribution.reporting import by_verb
from annotator.attribution.spans import Span, listed_words
from annotator.attribution.verbs import VERBS, Strength

_HEARSAY = listed_words("reportedly allegedly purportedly supposedly apparently")
_CUES = _HEARSAY | {"according", "per", "words"}
_SUBORDINATE = listed_words(
    "when after as because if since before until though although"
)
_TIMES = grammar.DAYS | listed_words("on in this last earlier late early")
_DONE = listed_words(
    "recall shout chant text post cry answer testify yell scream relate allow remind"
)
_SILENT = listed_words("decline refuse respond answer reply return")
_QUOTED = 8  # words from "called" to what it was called
_ORDERED = 5  # words from "told" to "to drop it"
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
    if lower == "per" and kind_at(words, place - 1) in {"", "comma"}:
        phrase = phrases.after(words, place + 1)
        is_source = phrase is not None and agents.is_agent(words, phrase)
        return (
            Attribution("according", phrase, (place, place + 1)) if is_source else None
        )
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
    return label_of(words) if kind_at(words, place + 1) == "quote" else None


def label_of(words: Words) -> Attribution | None:
    """Return who a sentence is labelled with: "Ana Roe: We will publish"."""
    for place, word in enumerate(words[:_LABEL]):
        if word.kind == "colon":
            is_label = place > 0 and words[place - 1].lower not in nouns.DOCUMENTS
            return (
                Attribution("colon", (0, place), (place, place + 1))
                if is_label and place + 1 < len(words)
                else None
            )
        if not word.is_capital and word.kind != "aside":
            break
    return None


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


def is_weak(words: Words, one: Attribution) -> bool:
    """
    Tell whether a credit may be for something done rather than said.

    "The team wants a striker" and "Police questioned two men" tell of no words.
    """
    if one.verb is None or one.phrase is None or one.how == "inverted":
        return False
    place = one.cue[1] - 1
    quotes = any(word.kind == "quote" for word in words[place : place + _QUOTED])
    if (
        one.within
        or quotes
        or complements.is_told(words, place)
        or (complements.stands_before(words, one.phrase))
    ):
        return False
    if one.verb.base == "tell":  # "told the man to drop the knife"
        following = [word.lower for word in words[place + 1 : place + _ORDERED]]
        return "to" in following and "that" not in following
    if one.verb.base == "write":
        return lower_at(words, place + 1) not in {"in", "on", "to", "of", "about"}
    return one.verb.strength != "saying" or one.verb.base in _DONE


def tells(words: Words, one: Attribution) -> bool:
    """Tell whether something was said, not declined or left unsaid."""
    if one.phrase is None or one.how == "same":
        return False
    cue = {word.lower for word in words[one.cue[0] : one.cue[1]]}
    is_silent = not cue.isdisjoint(grammar.NEGATIONS)
    return not is_silent and (one.verb is None or one.verb.base not in _SILENT)


def _closes(words: Words, place: int) -> bool:
    """Tell whether nothing is said after a verb but when: "…, a poll found in May"."""
    while lower_at(words, place) in _TIMES:
        place += 1
    return kind_at(words, place) != "word"
