"""A noun phrase as a speaker: its own words, its head, and what stands beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from annotator.attribution import agents, nouns
from annotator.attribution.edges import Phrase, Words
from annotator.attribution.places import FIRST_NAMES, PEOPLES, PLACES, SURNAMES
from annotator.attribution.words import Word

_FULL_NAME = 2  # words of it, at least
_MANY = ("ers", "ors", "ists", "ians", "eers", "men", "women")


def bare(word: Word) -> str:
    """Return a folded word without its possessive ending."""
    if word.lower.endswith("'s"):
        return word.lower[:-2]
    return word.lower.removesuffix("'")


@dataclass(frozen=True, slots=True)
class Speaking:
    """A noun phrase with its own words, and what they are without possessives."""

    words: Words
    phrase: Phrase
    own: Sequence[Word]
    texts: Sequence[str]
    names: Sequence[str]  # those of `texts` that are capitalized

    @classmethod
    def of(cls, words: Words, phrase: Phrase, own: Sequence[Word]) -> Self:
        """Look at a phrase whose own words are given."""
        texts = [bare(word) for word in own]
        pairs = zip(own, texts, strict=True)
        return cls(
            words, phrase, own, texts, [t for word, t in pairs if word.is_capital]
        )

    @property
    def head(self) -> str:
        return self.texts[-1]

    @property
    def is_capital(self) -> bool:
        """Tell whether the head is a name, not a noun that opens the sentence."""
        last = self.own[-1]
        opens = last is self.words[0] and (
            self.head in nouns.PEOPLE
            or self.head in PEOPLES
            or (self.head.endswith(_MANY) and self.head not in SURNAMES)
        )
        return last.is_capital and not opens

    @property
    def is_person(self) -> bool:
        """Tell whether a first name or a courtesy stands before the last name."""
        return any(
            name in FIRST_NAMES or name in nouns.COURTESY for name in self.names[:-1]
        )


def apposition(source: Speaking) -> Sequence[Word]:
    """Return what stands between the first two commas of a phrase."""
    start, end = source.phrase
    words = source.words[start:end]
    commas = [place for place, word in enumerate(words) if word.kind == "comma"]
    if not commas:
        return ()
    return words[commas[0] + 1 : commas[1] if len(commas) > 1 else None]


def is_introduced(source: Speaking) -> bool:
    """Tell whether a name is plainly a person's: with an age, a trade or "who"."""
    start, end = source.phrase
    if any(word.lower in {"who", "whose"} for word in source.words[start : end + 1]):
        return True
    beside = apposition(source)
    if not beside:
        return False
    head = agents.core(beside, (0, len(beside)))[-1:]
    if beside[0].kind == "number":
        return True
    # "Ana Roe, a welder": what is no body and no text is a trade.
    noun = bare(head[0]) if head else ""
    is_thing = noun in nouns.BODIES or noun in nouns.DOCUMENTS or agents.is_maker(noun)
    is_trade = beside[0].lower in {"a", "an"} and not head[0].is_capital
    return agents.is_personal(noun) or (is_trade and not is_thing)


def is_full_name(run: Sequence[Word]) -> bool:
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
