"""One credit: somebody, by some words of a sentence, is said to have said something."""

from dataclasses import dataclass
from typing import Literal

from annotator.attribution.edges import Phrase, Words
from annotator.attribution.spans import Span
from annotator.attribution.verbs import Verb

How = Literal["verb", "inverted", "according", "colon", "passive", "same"]
"""`same` repeats the source of the credit before; `passive` has none."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One credit: `phrase` are the words of the source, `cue` those of the cue."""

    how: How
    phrase: Phrase | None
    cue: Phrase
    verb: Verb | None = None
    within: Span | None = None  # the cue, where it is part of what is quoted

    def source_in(self, words: Words) -> Span | None:
        """Return where the source stands in the text."""
        return None if self.phrase is None else _span(words, self.phrase)

    def cue_in(self, words: Words) -> Span:
        """Return where the cue stands in the text."""
        return self.within or _span(words, self.cue)


def _span(words: Words, phrase: Phrase) -> Span:
    return Span(words[phrase[0]].start, words[phrase[1] - 1].end)


def lower_at(words: Words, place: int) -> str:
    """Return the folded word at `place`, "" outside of the sentence."""
    return words[place].lower if 0 <= place < len(words) else ""


def kind_at(words: Words, place: int) -> str:
    """Return what stands at `place`, "" outside of the sentence."""
    return words[place].kind if 0 <= place < len(words) else ""
