"""Credits by a verb: "Ana Roe said", "said Ana Roe", "..., adding that"."""

from collections.abc import Sequence

from annotator.attribution import agents, complements, grammar, nouns, phrases
from annotator.attribution.credit import Attribution, kind_at, lower_at
from annotator.attribution.edges import Phrase, Words
from annotator.attribution.spans import listed_words
from annotator.attribution.verbs import NOISY, NOUN_FORMS, VERBS, Verb

_BE = listed_words(
    "is are was were be been being 's 're gets got isn't wasn't aren't weren't it's"
    " that's"
)
_THOUGHT = listed_words(
    "alleged assumed believed considered deemed estimated expected feared projected"
    " presumed reported rumored rumoured said supposed suspected thought understood"
)
"""What is thought by nobody in particular: "is thought to be higher"."""
_COMPLEMENTS = listed_words(
    "that if whether how why what who where when as to for about"
)
_CORE = listed_words("said says say told tells tell wrote writes tweeted tweets")
_HELPERS_AT_MOST = 6
_AGENT_REACH = 5  # words from a passive verb to its "by"
_MAIN = 40  # words up to the main verb of a sentence
_SHORT = 4  # letters of "need" and "shed", which are no past


def by_verb(
    words: Words, place: int, found: Sequence[Attribution]
) -> Attribution | None:
    """Return the credit that the verb at `place` gives, if it does."""
    if words[place].is_capital and place > 0:
        return None
    verb = VERBS[words[place].lower]
    start = _group_start(words, place)
    helpers = {word.lower for word in words[start:place]}
    if verb.form in {"past", "participle"} and helpers & _BE:
        return _passive(words, place, verb)
    if verb.form == "gerund" and not helpers & _BE:
        return _implied(words, place, start, verb, found)
    if (inverted := _inverted(words, place, verb)) is not None:
        return inverted
    if lower_at(words, start - 1) not in {"and", "but", "or", "then"}:
        return _with_subject(words, place, start, verb)
    return _implied(words, place, start, verb, found) if verb.form != "base" else None


def _group_start(words: Words, place: int) -> int:
    """Return where the verb's helpers and adverbs begin: "has also said"."""
    start = place
    while start > 0 and place - start < _HELPERS_AT_MOST:
        word = words[start - 1]
        if word.kind != "word" or not _is_helper(words, start - 1):
            break
        start -= 1
    return start


def _is_helper(words: Words, place: int) -> bool:
    word = words[place]
    if word.is_capital and place > 0:
        # "on Tuesday said", but "Theresa May said".
        return word.lower in grammar.DAYS and not words[place - 1].is_capital
    return word.lower in _HELPERS or word.lower.endswith("ly")


_HELPERS = grammar.AUXILIARIES | grammar.NEGATIONS | grammar.ADVERBS | grammar.DAYS


def _passive(words: Words, place: int, verb: Verb) -> Attribution | None:
    for by in range(place + 1, min(place + _AGENT_REACH, len(words))):
        if words[by].lower == "by":
            phrase = phrases.after(words, by + 1)
            if phrase is not None and agents.is_agent(words, phrase):
                return Attribution("verb", phrase, (place, by + 1), verb)
    follower = lower_at(words, place + 1)
    if words[place].lower in _THOUGHT and follower in {"to", "that"}:
        return Attribution("passive", None, (place, place + 1), verb)
    return None


def _implied(
    words: Words, place: int, start: int, verb: Verb, found: Sequence[Attribution]
) -> Attribution | None:
    """Credit "..., adding that ..." to whom the sentence is about."""
    told = complements.is_told if verb.base in NOISY else complements.follows
    if verb.strength == "thinking" or not told(words, place):
        return None
    cue = (place, place + 1)
    if verb.form == "gerund" and kind_at(words, start - 1) == "word":
        # "with Ana Roe telling the paper"
        phrase = phrases.before(words, start)
        if phrase is not None and lower_at(words, phrase[0] - 1) == "with":
            return Attribution("verb", phrase, cue, verb)
    if found and found[-1].phrase is not None:
        return Attribution("same", found[-1].phrase, cue, verb)
    subject = _main_subject(words, start)
    if subject is None or not agents.is_agent(words, subject):
        return None
    return Attribution("verb", subject, cue, verb)


def _main_subject(words: Words, end: int) -> Phrase | None:
    """Return the subject of the first verb of a sentence."""
    for place in range(1, min(end, _MAIN)):
        word = words[place]
        if word.kind == "word" and not word.is_capital and _is_finite(word.lower):
            phrase = phrases.before(words, _group_start(words, place))
            if phrase is not None:
                return phrase
    return None


def _is_finite(lower: str) -> bool:
    return (
        lower in grammar.FINITE
        or lower in grammar.AUXILIARIES
        or (lower in VERBS and VERBS[lower].form in {"past", "third"})
        or (lower.endswith("ed") and len(lower) > _SHORT)
    )


def _inverted(words: Words, place: int, verb: Verb) -> Attribution | None:
    if not _is_inverted(words, place, verb):
        return None
    phrase = phrases.after(words, place + 1)
    if phrase is None or (verb.base == "read" and not _is_document(words, phrase)):
        return None
    return Attribution("inverted", phrase, (place, place + 1), verb)


def _is_inverted(words: Words, place: int, verb: Verb) -> bool:
    """Tell whether the speaker follows: "…," said Ana Roe."""
    if verb.strength != "saying" or verb.form == "gerund" or place == 0:
        return False
    if kind_at(words, place + 1) not in {"word", "number"} or (
        words[place + 1].lower in _COMPLEMENTS
    ):
        return False
    if kind_at(words, place - 1) == "quote":
        return True
    if kind_at(words, place - 1) not in {"comma", "dash"}:
        return False
    return kind_at(words, place - 2) == "quote" or _is_indirectly(words, place)


def _is_indirectly(words: Words, place: int) -> bool:
    """Tell whether it is so without a quotation: "It may rain, say some farmers"."""
    phrase = phrases.after(words, place + 1)
    return (
        phrase is not None
        and agents.is_agent(words, phrase)
        and phrases.before(words, place) is None
    )


def _with_subject(
    words: Words, place: int, start: int, verb: Verb
) -> Attribution | None:
    phrase = phrases.before(words, start)
    if phrase is None or not _is_said(words, place, verb, phrase):
        return None
    return Attribution("verb", phrase, (start, place + 1), verb)


def _is_document(words: Words, phrase: Phrase) -> bool:
    head = agents.own_words(words, phrase)[-1:]
    return bool(head) and head[0].lower in nouns.DOCUMENTS


def _is_said(words: Words, place: int, verb: Verb, subject: Phrase) -> bool:
    """Tell whether a verb with a subject credits that subject with something."""
    is_infinitive = verb.form == "base" and lower_at(words, place - 1) == "to"
    if is_infinitive or agents.is_nobody(words, subject):
        return False
    if words[place].lower in _CORE:
        return True
    if not agents.is_agent(words, subject):
        return False
    is_document = _is_document(words, subject)
    if verb.base == "read" and not is_document:
        return False
    # What a poll shows is said by it, whatever it is.
    is_noisy = verb.base in NOISY and not is_document
    told = complements.is_told if is_noisy else complements.follows
    last = words[subject[1] - 1]
    is_noun = words[place].lower in NOUN_FORMS
    if is_noun and (last.is_possessive or last.kind == "number"):
        return False
    return told(words, place) or _closes(words, place, verb, subject)


def _closes(words: Words, place: int, verb: Verb, subject: Phrase) -> bool:
    """Tell whether what was said stands before: "…, Roe added", "…, experts fear"."""
    if not complements.stands_before(words, subject):
        return False
    last = words[subject[1] - 1]
    is_name = last.is_capital or last.lower in grammar.SUBJECT_PRONOUNS
    if words[place].lower in NOUN_FORMS and not is_name:
        return verb.form == "base" and kind_at(words, place + 1) in {"other", ""}
    return verb.strength == "saying" or verb.base in NOISY
