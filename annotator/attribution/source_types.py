"""
The source type that a trained annotator would choose, by the guidelines' order.

A prepared text comes before whoever is named in it; several speakers are as known as
the best known of them; a paper that cites people is not their source.
"""

from itertools import takewhile

from annotator.attribution import phrases, suggestions
from annotator.attribution.edges import Phrase, Words
from annotator.attribution.source_rules import judge
from annotator.attribution.spans import listed_words
from annotator.attribution.suggestions import Suggested

_VEHICLES = listed_words(
    "affidavit communique communiqué filing filings indictment readout ruling verdict"
    " release statement statements lawsuit"
)
_ISSUED = listed_words("in issued released via through")
_REACH = 8  # words from "said" to "in a statement"
_OPENING = 20  # words of "In a statement issued after the vote,"
_NEAR = 4  # words from "in" to "statement"


def by_vehicle(words: Words, phrase: Phrase, cue: Phrase) -> Suggested | None:
    """Tell whether the sentence says that the words come from a prepared text."""
    told = takewhile(
        lambda word: (
            word.kind not in {"quote", "semicolon", "colon"} and word.lower != "that"
        ),
        words[cue[1] : cue[1] + _REACH],
    )
    stretches = (
        list(told),
        words[max(0, phrase[0] - _REACH) : phrase[0]],
        words[max(cue[1], len(words) - _REACH) :],
    )
    return suggestions.STATEMENT if any(map(_tells_of_vehicle, stretches)) else None


def _tells_of_vehicle(words: Words) -> bool:
    lower = [word.lower for word in words]
    return any(
        word in _VEHICLES
        and _ISSUED.intersection(lower[max(0, place - _NEAR) : place])
        and lower[max(0, place - 1)] != "the"
        for place, word in enumerate(lower)
    )


def of_phrase(words: Words, phrase: Phrase) -> Suggested | None:
    """
    Judge a source by its own words; None where they only point to another.

    Of several speakers the most identifiable decides.
    """
    judged = [judge(words, part) for part in _conjuncts(words, phrase)]
    relays = judged[0] in {suggestions.PUBLICATION, suggestions.SOME_MEDIA}
    if relays and (cited := _cited(words, phrase)) is not None:
        return cited
    named = (one for one in judged if one is not None and one.source_type == "named")
    return next(named, judged[0])


def _cited(words: Words, phrase: Phrase) -> Suggested | None:
    """Judge the people cited, not the paper that relays: "citing two officials"."""
    for place in range(phrase[0], min(len(words), phrase[1] + _REACH)):
        if words[place].lower in {"citing", "quoting"}:
            people = phrases.after(words, place + 1)
            return people and judge(words, people)
    return None


def _conjuncts(words: Words, phrase: Phrase) -> list[Phrase]:
    """Take "Roe and two aides" apart."""
    start, end = phrase
    for place in range(start + 1, end - 1):
        if words[place].kind not in {"word", "comma"}:
            break
        if words[place].lower == "and":
            commas = (p for p in range(place, end) if words[p].kind == "comma")
            return [(start, place), (place + 1, next(commas, end)), phrase]
    return [phrase]
