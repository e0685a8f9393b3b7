"""An article's claims: its sentences, with who stands behind each."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from annotator.attribution import suggestions
from annotator.attribution.attributions import (
    attributions_in,
    is_weak,
    label_of,
    tells,
    weight,
)
from annotator.attribution.credit import Attribution
from annotator.attribution.exclusions import A_QUESTION, is_question, why_excluded
from annotator.attribution.quotations import quotations_of
from annotator.attribution.referents import Cast
from annotator.attribution.spans import Claim, Span
from annotator.attribution.splits import parts_of
from annotator.attribution.suggestions import Suggested
from annotator.attribution.words import Word, words_of

_REACH = 12  # sentences over which somebody goes on speaking
_LESS_SURE = 0.1
_WEAK = 0.5  # the score of who may have done something rather than said it


@dataclass(frozen=True, slots=True)
class _Credit:
    """An attribution: where it stands, what is made of it, and how far out it is."""

    at: int
    source: Span | None
    cue: Span | None  # None where somebody only goes on speaking
    suggested: Suggested
    weight: float
    tells: bool = False  # rather than declines to, or does not, tell something


_NOBODY = _Credit(0, None, None, suggestions.NOBODY, 0)
_SOMEBODY = _Credit(0, None, None, suggestions.QUOTED, 0)


@dataclass(frozen=True, slots=True)
class _Sentence:
    span: Span
    paragraph: int
    words: tuple[Word, ...]
    found: tuple[Attribution, ...]
    is_quoted: bool  # and nothing but that
    credits: tuple[_Credit, ...] = ()


Paragraphs = Sequence[tuple[Span, Sequence[Span]]]
"""Paragraphs, in order, each with its sentences."""


class Reader:
    """An article, read once: what its claims are, and who stands behind each."""

    def __init__(self, text: str, paragraphs: Paragraphs) -> None:
        self._text = text
        read = list(_sentences(text, paragraphs))
        cast = Cast.of(sentence.words for sentence in read)
        labels = _labels(read)
        self._sentences = [
            _judged(sentence, cast, labels.get(sentence.paragraph)) for sentence in read
        ]
        self._parts: dict[int, list[Span]] = {}
        self._ends = [sentence.span.end for sentence in read]
        self._speakers = {
            index: credit
            for index, sentence in enumerate(self._sentences)
            if (credit := _outermost(sentence.credits)) is not None
        }

    def found(self) -> Iterator[Claim]:
        """Give the claims that the article seems to make."""
        for index, sentence in enumerate(self._sentences):
            for part in _parts(sentence):
                yield self._claim(part, index, _within(sentence.credits, part))

    def of(self, spans: Iterable[Span]) -> Iterator[Claim]:
        """Give claims that somebody has chosen, with who stands behind each."""
        for span in spans:
            first = bisect_right(self._ends, span.start)
            if (
                first == len(self._ends)
                or self._sentences[first].span.start >= span.end
            ):
                yield self._claim(span, None, ())
                continue
            yield self._claim(span, first, self._about(span, first))

    def _about(self, span: Span, first: int) -> Sequence[_Credit]:
        """Return the credits within a span, or of the part of a sentence it is in."""
        last = bisect_left(self._ends, span.end, lo=first)
        for sentence in self._sentences[first : last + 1]:
            if within := _within(sentence.credits, span):
                return within
        around = self._sentences[first]
        if first not in self._parts:
            self._parts[first] = list(_parts(around))
        parts = self._parts[first]
        place = bisect_right(parts, span.start, key=_end)
        return _within(around.credits, parts[min(place, len(parts) - 1)])

    def _claim(self, span: Span, index: int | None, said: Sequence[_Credit]) -> Claim:
        tells = any(credit.tells for credit in said)
        why = why_excluded(span.quote(self._text), tells=tells)
        credit = _outermost(said) or next(iter(said), None)
        if credit is None and index is not None and self._sentences[index].is_quoted:
            credit = self._carried(index) or _SOMEBODY
        if credit is None:
            credit = _NOBODY
        return Claim(
            span.start,
            span.end,
            excluded=why != "",
            source=credit.source,
            cue=credit.cue,
            source_type=credit.suggested.source_type,
            score=credit.suggested.score,
            rule=why or credit.suggested.rule,
        )

    def _carried(self, index: int) -> _Credit | None:
        """Find who goes on speaking in a sentence that is all quoted."""
        near = self._next_speaker(index)
        by = self._last_speaker(index) if near is None else near
        if by is None:
            return None
        said = by.suggested
        score = round(said.score - _LESS_SURE, 2)
        rule = f"goes on speaking: {said.rule}"
        return replace(by, cue=None, suggested=replace(said, score=score, rule=rule))

    def _next_speaker(self, index: int) -> _Credit | None:
        paragraph = self._sentences[index].paragraph
        for ahead in range(index + 1, min(index + _REACH, len(self._sentences))):
            sentence = self._sentences[ahead]
            if sentence.paragraph != paragraph:
                break
            if ahead in self._speakers or not sentence.is_quoted:
                return self._speakers.get(ahead)
        return None

    def _last_speaker(self, index: int) -> _Credit | None:
        paragraph = self._sentences[index].paragraph
        for earlier in range(index - 1, max(-1, index - _REACH), -1):
            if earlier in self._speakers:
                return self._speakers[earlier]
            sentence = self._sentences[earlier]
            if sentence.is_quoted or sentence.paragraph == paragraph:
                continue
            if sentence.paragraph < paragraph - 1 or _is_of_another(sentence):
                break
        return None


def unjudged(text: str, spans: Iterable[Span]) -> Iterator[Claim]:
    """Give claims of a text that the rules cannot read, without suggestions."""
    for span in spans:
        asks = is_question(span.quote(text))
        rule = A_QUESTION if asks else ""
        yield Claim(span.start, span.end, excluded=asks, rule=rule)


def _sentences(text: str, paragraphs: Paragraphs) -> Iterator[_Sentence]:
    quoted = quotations_of(text, [span for span, _ in paragraphs])
    starts = [one.start for one in quoted]
    ends = [one.end for one in quoted]
    for number, (_, spans) in enumerate(paragraphs):
        for span in spans:
            first, last = bisect_right(ends, span.start), bisect_left(starts, span.end)
            words = words_of(text, span, quoted[first:last])
            kinds = {word.kind for word in words}
            is_quoted = "quote" in kinds and not kinds & {"word", "number"}
            found = tuple(attributions_in(words))
            yield _Sentence(span, number, words, found, is_quoted)


def _is_of_another(sentence: _Sentence) -> bool:
    """Tell whether a sentence goes over to somebody else: "Ana Roe disagreed"."""
    opening = sentence.words[:2]
    return len(opening) > 1 and all(word.is_capital for word in opening)


def _labels(read: Sequence[_Sentence]) -> dict[int, _Sentence]:
    """
    Return the sentences that begin with who speaks, as in a transcript, by paragraph.

    "Cruz: just hang on" may be a list. It is a transcript where a label comes again.
    """
    opening: dict[int, _Sentence] = {}
    for sentence in read:
        opening.setdefault(sentence.paragraph, sentence)
    labelled = {
        number: sentence
        for number, sentence in opening.items()
        if label_of(sentence.words) is not None
    }
    times = Counter(sentence.words[0].lower for sentence in labelled.values())
    return labelled if max(times.values(), default=0) > 1 else {}


def _judged(
    sentence: _Sentence, cast: Cast, labelled: _Sentence | None = None
) -> _Sentence:
    words = sentence.words
    cast.hear(words)
    said = [_credit(words, one, cast) for one in sentence.found]
    label = None if labelled is None else label_of(labelled.words)
    if labelled is not None and label is not None and not said:
        credit = _credit(labelled.words, label, cast)
        is_first = labelled.span == sentence.span
        cue = credit.cue if is_first else None
        said = [replace(credit, at=sentence.span.start, cue=cue)]
    return replace(sentence, credits=tuple(sorted(said, key=_place)))


def _credit(words: Sequence[Word], one: Attribution, cast: Cast) -> _Credit:
    cue = one.cue_in(words)
    suggested = suggestions.AGENTLESS
    if one.phrase is not None:
        suggested = cast.judge(words, one.phrase, one.cue)
    if one.how == "colon" and suggested == suggestions.PROBABLY_BODY:
        suggested = suggestions.LIKELY_NAMED  # "LUND:" is shouted, not an acronym
    if is_weak(words, one):
        suggested = replace(suggested, score=min(_WEAK, suggested.score))
    source, far = one.source_in(words), weight(words, one)
    return _Credit(cue.start, source, cue, suggested, far, tells=tells(words, one))


def _end(part: Span) -> int:
    return part.end


def _place(credit: _Credit) -> int:
    return credit.at


def _within(said: Sequence[_Credit], span: Span) -> Sequence[_Credit]:
    first = bisect_left(said, span.start, key=_place)
    return said[first : bisect_left(said, span.end, lo=first, key=_place)]


def _outermost(said: Sequence[_Credit]) -> _Credit | None:
    """Return whom the reporter heard."""
    named = (credit for credit in said if credit.source is not None)
    return max(named, key=lambda credit: credit.weight, default=None)


def _parts(sentence: _Sentence) -> Iterator[Span]:
    words = sentence.words
    for start, end in parts_of(words, sentence.found):
        yield Span(
            words[start].start if start else sentence.span.start,
            words[end - 1].end if end < len(words) else sentence.span.end,
        )
