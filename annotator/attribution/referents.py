"""Whom short names, pronouns and "the official" stand for, in one article."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from annotator.attribution import agents, grammar, nouns, source_types, suggestions
from annotator.attribution.credit import lower_at
from annotator.attribution.edges import Phrase
from annotator.attribution.places import FIRST_NAMES, PLACES
from annotator.attribution.spans import listed_words
from annotator.attribution.speakers import bare
from annotator.attribution.suggestions import Suggested
from annotator.attribution.words import Word

Words = Sequence[Word]

_HE = frozenset({"he", "him", "his"})
_SHE = frozenset({"she", "her"})
_SINGULAR = _HE | _SHE
_LESS_SURE = 0.1
_LEAST = 0.5
_NEARBY = 6  # speakers among whom "she" may be
_UNSURE = 0.6
_NEAR = 3  # speakers that "they" may be
_SENTENCE = 40  # words before a pronoun in which somebody is named
_OPENING = 8  # words of a sentence in which its subject is
_BESIDE = 8  # words of an apposition
_OFFICES = 12  # words after a name that may tell an office
_LONGEST_NAME = 5
_FULL_NAME = 2  # words of it, at least
_NO_NAMES = (
    PLACES
    | nouns.BODIES
    | nouns.DOCUMENTS
    | nouns.ORGANIZATION_ENDS
    | nouns.MEDIA_ENDS
    | nouns.UNIDENTIFIED_MEDIA
    | grammar.DAYS
    | grammar.DETERMINERS
    | grammar.PREPOSITIONS
)
_REMEMBERED = 24  # speakers


_CARRIED_ON = Suggested("official_statement", 0.6, "goes on from a statement")
_OFFICE_HOLDER = Suggested("named", 0.75, "an office whose holder is named")
_SOME_BODY = Suggested("official_statement", 0.7, "a body, it seems")
_OF_ITSELF = listed_words("would will had has plans expects intends could")
_KNOWN_NAME = Suggested("named", 0.75, "named")
_UNKNOWN = Suggested("anonymous", 0.5, "described, not named")
_NAMED_PRONOUN = Suggested("named", 0.6, "a pronoun for somebody named")
_PRONOUNS = {
    "it": Suggested("official_statement", 0.6, "a pronoun for a body"),
    "they": Suggested("anonymous", 0.5, "a pronoun for people described"),
    "we": Suggested("anonymous", 0.5, "a pronoun for people described"),
}
# What many people are called is nobody's office.
_ANYBODY = listed_words(
    "adviser advisor aide analyst assistant diplomat employee insider lawyer member"
    " observer officer official person source spokesman staffer witness worker"
)
_MISTAKABLE = (
    suggestions.DESCRIBED,
    suggestions.PROBABLY_DESCRIBED,
    suggestions.STATE,
    suggestions.CITY,
)
_GOING_ON = listed_words("said says added adds continued wrote")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who was credited before, with what was said of them then."""

    head: str
    is_plural: bool
    suggested: Suggested
    in_statement: bool = False

    @property
    def is_personal(self) -> bool:
        """Tell whether it is people rather than a body."""
        return self.suggested.source_type in {"named", "anonymous"}

    @property
    def is_named(self) -> bool:
        """Tell whether the article says who it is."""
        return self.suggested.source_type == "named"


def _is_apposed(words: Words, end: int) -> bool:
    """Tell whether a name goes on as a person's does: ", 34", ", who", ", a welder"."""
    if end + 1 >= len(words) or words[end].kind != "comma":
        return False
    if words[end + 1].kind == "number" or words[end + 1].lower in {"who", "whose"}:
        return True
    beside = takewhile(lambda word: word.kind == "word", words[end + 1 : end + _BESIDE])
    return any(word.lower in nouns.PEOPLE for word in beside)


def _is_title(text: str) -> bool:
    return text.rstrip(".") in nouns.ROLE_WORDS or text in nouns.COURTESY


@dataclass(slots=True)
class Cast:
    """Who appears in an article: names, their offices, and who spoke so far."""

    names: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    likely_names: set[str] = field(default_factory=set)  # of two capitals or more
    roles: set[str] = field(default_factory=set)
    silent: int = 0  # sentences since somebody spoke
    since_named: int = 0  # sentences since somebody was named as one began
    described: set[str] = field(default_factory=set)
    speakers: deque[Speaker] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))

    @classmethod
    def of(cls, sentences: Iterable[Words]) -> "Cast":
        """Find the people who are named anywhere in an article."""
        cast = cls()
        for words in sentences:
            cast._meet(words)
        return cast

    def _meet(self, words: Words) -> None:
        run: list[Word] = []
        for place, word in enumerate(words):
            if word.is_capital and len(run) < _LONGEST_NAME:
                run.append(word)
            elif run:
                self._take(words, run, place)
                run = []
        if run:
            self._take(words, run, len(words))

    def _take(self, words: Words, run: list[Word], end: int) -> None:
        """Remember a run of capitals that is a person's name, and the offices by it."""
        texts = [bare(word) for word in run]
        lead = sum(1 for _ in takewhile(_is_title, texts))
        name = texts[lead:]
        if not name or not _NO_NAMES.isdisjoint(name[-1:]):
            return
        before = words[end - len(run) - 1].lower if end > len(run) else ""
        is_person = lead > 0 or before in nouns.ROLE_WORDS or _is_apposed(words, end)
        if is_person or not FIRST_NAMES.isdisjoint(texts[:-1]):
            self.names.add(name[-1])
            self._take_offices(words, [*texts[:-1], before], end)
        elif len(name) >= _FULL_NAME and _NO_NAMES.isdisjoint(name):
            self.likely_names.add(name[-1])

    def _take_offices(self, words: Words, beside: Iterable[str], end: int) -> None:
        self.roles.update(text.rstrip(".") for text in beside)
        for word in words[end : end + _OFFICES]:
            if word.kind not in {"word", "comma", "number"}:
                break
            if word.lower in nouns.PEOPLE or word.lower in nouns.ROLE_WORDS:
                self.roles.add(word.lower)

    def hear(self, words: Words) -> None:
        """Go on to the next sentence."""
        self.silent += 1
        if self.named_in(words[:_OPENING]):
            self.since_named = 0
        else:
            self.since_named += 1

    def named_in(self, words: Words) -> bool:
        """Tell whether somebody is named among `words`."""
        return any(
            bare(word) in self.names or bare(word) in self.likely_names
            for word in words
            if word.is_capital
        )

    def judge(self, words: Words, phrase: Phrase, cue: Phrase) -> Suggested:
        """Say what type a source is of, and remember that it spoke."""
        speaker = self._speaker(words, phrase, cue)
        vehicle = source_types.by_vehicle(words, phrase, cue)
        if vehicle is None and self._goes_on(speaker, words, cue):
            vehicle = _CARRIED_ON
        self.speakers.append(replace(speaker, in_statement=vehicle is not None))
        self.silent = 0
        if speaker.suggested.source_type == "anonymous":
            self.described.add(speaker.head)
        return vehicle or speaker.suggested

    def _goes_on(self, speaker: Speaker, words: Words, cue: Phrase) -> bool:
        """Tell whether the one who just spoke in a statement goes on, as before."""
        last = self.speakers[-1] if self.speakers else None
        return (
            last is not None
            and last.in_statement
            and last.head == speaker.head
            and speaker.is_personal
            and words[cue[1] - 1].lower in _GOING_ON
        )

    def _speaker(self, words: Words, phrase: Phrase, cue: Phrase) -> Speaker:
        own = agents.own_words(words, phrase)
        head = bare(own[-1]) if own else ""
        if head in nouns.PRONOUNS:
            return self._meant(words, phrase, head)
        suggested = source_types.of_phrase(words, phrase) or _UNKNOWN
        if self._is_known_by_office(own, head, suggested):
            suggested = _OFFICE_HOLDER
        elif head in self.names and suggested in _MISTAKABLE:
            suggested = _KNOWN_NAME
        elif suggested == suggestions.LIKELY_NAMED:
            suggested = self._by_name(words, head, cue)
        if own and own[-1].is_capital and suggested.source_type != "anonymous":
            known = self.names if suggested.source_type == "named" else self.bodies
            known.add(head)
        is_plural = head in nouns.PLURALS_WITHOUT_S or (
            head.endswith("s") and suggested.source_type == "anonymous"
        )
        return Speaker(head, is_plural=is_plural, suggested=suggested)

    def _by_name(self, words: Words, head: str, cue: Phrase) -> Suggested:
        """Judge a name that may be a company's as well as a person's."""
        if head in self.names:
            return suggestions.PROBABLY_NAMED
        said = [lower_at(words, place) for place in range(cue[1], cue[1] + 3)]
        if said[0] == "that":
            said = said[1:]
        of_itself = said[0] == "its" or (said[0] == "it" and said[1] in _OF_ITSELF)
        is_team = words[cue[0]].lower == "have" and cue[1] - cue[0] > 1
        if of_itself or is_team or head in self.bodies:
            return _SOME_BODY
        return suggestions.LIKELY_NAMED

    def _meant(self, words: Words, phrase: Phrase, pronoun: str) -> Speaker:
        """Find whom a pronoun stands for; it is as sure as they are, or less."""
        earlier = self._before(pronoun)
        is_singular = pronoun in _SINGULAR
        is_named_since = is_singular and (
            self.named_in(words[max(0, phrase[0] - _SENTENCE) : phrase[0]])
            or self.since_named < self.silent
        )
        if earlier is None or (is_named_since and not earlier.is_named):
            suggested = _PRONOUNS.get(pronoun, _NAMED_PRONOUN)
            return Speaker(pronoun, is_plural=pronoun == "they", suggested=suggested)
        said = earlier.suggested
        rule = said.rule if said.rule.startswith("“") else f"“{pronoun}”: {said.rule}"
        score = round(max(_LEAST, said.score - _LESS_SURE), 2)
        return replace(earlier, suggested=replace(said, score=score, rule=rule))

    def _before(self, pronoun: str) -> Speaker | None:
        """Return who spoke before and could be meant."""
        recent = list(reversed(self.speakers))
        if pronoun in _SINGULAR:
            return self._person(recent)
        if pronoun == "it":
            return next((one for one in recent if not one.is_personal), None)
        if pronoun == "they":
            near = recent[:_NEAR]
            return next((one for one in near if one.is_plural), next(iter(near), None))
        return None

    def _person(self, recent: Sequence[Speaker]) -> Speaker | None:
        """Return who "she" is: the last person, or one named where that is far."""
        persons = [one for one in recent if one.is_personal and not one.is_plural]
        if not persons:
            return None
        last = persons[0]
        named = next((one for one in recent[:_NEARBY] if one.is_named), None)
        if last.is_named or named is None or named.is_plural:
            return last
        if self.silent > 1 or recent[0] is not last:
            return named
        unsure = replace(last.suggested, score=min(_UNSURE, last.suggested.score))
        return replace(last, suggested=unsure)

    def _is_known_by_office(
        self, own: Sequence[Word], head: str, suggested: Suggested
    ) -> bool:
        """Tell whether "the mayor" is somebody whom the article names."""
        if suggested.source_type != "anonymous" or not own or own[-1].is_capital:
            return False
        if head in nouns.OFFICES:
            return True
        return (
            own[0].lower in {"the", "this", "that"}
            and not head.endswith("s")
            and head not in self.described
            and head not in _ANYBODY
            and (
                head in self.roles or (head in nouns.PUBLIC_ROLES and bool(self.names))
            )
        )
