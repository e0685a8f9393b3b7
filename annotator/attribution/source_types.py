"""
The source type that a trained annotator would choose, by the guidelines' order.

A prepared text comes before whoever is named in it; several speakers are as known as
the best known of them; a paper that cites people is not their source.
"""

from annotator.attribution import grammar, phrases, suggestions
from annotator.attribution.edges import Phrase, Words
from annotator.attribution.source_rules import judge
from annotator.attribution.spans import listed_words
from annotator.attribution.suggestions import Suggested

_VEHICLES = listed_words(
    "affidavit announcement communique communiqué filing filings indictment readout"
    " release ruling verdict statement statements lawsuit opinion"
)
_COURT = listed_words("papers documents records filing filings")
_ISSUED = listed_words("in through via by")
_BETWEEN = (
    grammar.DAYS
    | grammar.DETERMINERS
    | listed_words("on late early earlier to reporters")
)
"""Words that may stand between "said" and "in a statement"."""
_NOT_ISSUED = listed_words("sworn impact witness victim false")
_OPENING = 20  # words of "In a statement issued after the vote,"
_REACH = 8  # words from "said" to "in a statement"
_NAMED = 5  # words from "in" to "statement"
_CITING = 4  # words from the relay to "citing"
_RULED = listed_words("ruled ordered found")


def by_vehicle(words: Words, phrase: Phrase, cue: Phrase) -> Suggested | None:
    """
    Tell whether the sentence says that the words come from a prepared text.

    It says so right after its verb, as it opens, or after a comma or a quotation; a
    statement that is spoken of further inside is part of what was said.
    """
    if _rules(words, phrase, cue):
        return suggestions.RULING
    if phrase[0] > 0 and words[phrase[0] - 1].kind == "comma":
        opening = range(max(0, phrase[0] - _OPENING), phrase[0])
        if any(_is_issued(words, place) for place in opening):
            return suggestions.STATEMENT
    if _follows(words, cue[1]):
        return suggestions.STATEMENT
    for place in range(max(cue[1] + 1, len(words) - _REACH), len(words)):
        if words[place - 1].kind in {"comma", "quote"} and _is_issued(words, place):
            return suggestions.STATEMENT
    return None


def _follows(words: Words, start: int) -> bool:
    """Tell whether "in a statement" follows, with no more than a day between."""
    for place in range(start, min(len(words), start + _REACH)):
        if _is_issued(words, place):
            return True
        word = words[place]
        is_between = word.lower in _BETWEEN or word.is_capital or word.lower == ","
        if not is_between:
            break
    return False


def _is_issued(words: Words, place: int) -> bool:
    """Tell whether "in a statement" begins at `place`."""
    if words[place].lower not in _ISSUED:
        return False
    for at in range(place + 1, min(len(words), place + _NAMED)):
        word = words[at]
        court = word.lower in _COURT and words[at - 1].lower == "court"
        if word.lower in _VEHICLES or court:
            following = words[at + 1 : at + 3]
            sworn = any(one.lower in _NOT_ISSUED for one in words[place:at])
            given = [one.lower for one in following]
            return not sworn and given[:2] != ["to", "police"] and given[:1] != ["of"]
        if word.kind != "word" or word.lower in grammar.PREPOSITIONS:
            return False
    return False


def _rules(words: Words, phrase: Phrase, cue: Phrase) -> bool:
    roles = {word.lower for word in words[phrase[0] : phrase[1]]}
    return words[cue[1] - 1].lower in _RULED and not roles.isdisjoint(
        {"judge", "judges", "justice", "justices", "magistrate"}
    )


def of_phrase(words: Words, phrase: Phrase) -> Suggested | None:
    """
    Judge a source by its own words; None where they only point to another.

    Of several speakers the most identifiable decides.
    """
    judged = [judge(words, part) for part in _conjuncts(words, phrase)]
    if (cited := _cited(words, phrase)) is not None:
        return cited
    named = (one for one in judged if one is not None and one.source_type == "named")
    return next(named, judged[0])


def _cited(words: Words, phrase: Phrase) -> Suggested | None:
    """Judge the people cited, not the paper that relays: "citing two officials"."""
    if not any(word.is_capital for word in words[phrase[0] : phrase[1]]):
        return None
    for place in range(phrase[0], min(len(words), phrase[1] + _CITING)):
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
