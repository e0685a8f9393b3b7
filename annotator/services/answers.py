"""What an annotator may say of a claim."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Final
from uuid import UUID

from annotator.errors import DomainError
from annotator.models import Annotation

FLAGS = ["several_sources", "second_hand", "flagged"]
LONGEST_SPAN = 500
"""So many characters of the article may be marked as a source or a cue."""


class UnknownSourceType(DomainError):
    code = "unknown_source_type"


class SourceTypeArchived(DomainError):
    code = "source_type_archived"


class OutsideScale(DomainError):
    code = "outside_scale"


class IncompleteAnswer(DomainError):
    code = "incomplete_answer"


class SpanOutside(DomainError):
    code = "span_outside"


class NoSuggestion(DomainError):
    code = "no_suggestion"


@dataclass(frozen=True)
class Span:
    """A part of the article's text, half open, in code points."""

    start: int
    end: int


@dataclass(frozen=True)
class Answer:
    """What an annotator says: a source type and a confidence, or skipped."""

    source_type: str | None = None
    confidence: int | None = None
    skipped: bool = False
    skip_reason: str = ""
    flags: list[str] = field(default_factory=list)
    note: str = ""
    seconds: float | None = None
    source: Span | None = None
    cue: Span | None = None
    suggestion_shown: bool = False
    suggestion_accepted: bool | None = None

    @property
    def has_spans(self) -> bool:
        """Tell whether it marks a part of the article's text."""
        return self.source is not None or self.cue is not None


class Anything(Enum):
    """Stands for whatever annotation there is, where None stands for none."""

    ANYTHING = "anything"


ANYTHING: Final = Anything.ANYTHING


@dataclass(frozen=True)
class Save:
    """
    One act of an annotator: an answer to a claim, or None to take theirs back.

    Whoever sends it makes the `client_id`, by which a repeat is known. `replaces` is
    the client id of the annotation that they saw, None if they saw none. Saves of one
    `group` are one act; `reverts` is the client id of the save that this takes back.
    `revision` is that of the guidelines that they had before them when they answered,
    None for the one in force.
    """

    claim: int
    client_id: UUID
    answer: Answer | None
    replaces: UUID | Anything | None = ANYTHING
    group: UUID | None = None
    reverts: UUID | None = None
    revision: int | None = None


@dataclass(frozen=True)
class Asked:
    """
    What an answer has to fit: its project's values and scale, its claim, its article.

    Confidence goes from 1 to `points`, spans from 0 to `length`.
    """

    source_types: Collection[str]
    points: int
    length: int
    has_suggestion: bool


def check_answer(answer: Answer, asked: Asked) -> None:
    """
    Make sure that this is an answer to what was asked.

    :raises IncompleteAnswer, UnknownSourceType, OutsideScale: if it is none
    :raises SpanOutside: if its source or cue is no part of the article's text
    :raises NoSuggestion: if it takes or leaves a suggestion that was not shown
    """
    _check_type(answer, asked)
    _check_span("source", answer.source, asked.length)
    _check_span("cue", answer.cue, asked.length)
    if answer.suggestion_accepted is None:
        return
    if not answer.suggestion_shown:
        raise NoSuggestion("A suggestion is accepted or not only where it was shown.")
    if not asked.has_suggestion:
        raise NoSuggestion("This claim has no suggestion that could be accepted.")


def _check_type(answer: Answer, asked: Asked) -> None:
    """Raise what is wrong with a source type and a confidence, or with their lack."""
    if answer.skipped:
        if answer.source_type is not None or answer.confidence is not None:
            raise IncompleteAnswer("A skipped claim has no source type or confidence.")
    elif answer.source_type is None or answer.confidence is None:
        raise IncompleteAnswer("Give a source type and a confidence, or skip.")
    elif answer.source_type not in asked.source_types:
        raise UnknownSourceType(
            f"This project has no source type {answer.source_type!r}."
        )
    elif not 1 <= answer.confidence <= asked.points:
        raise OutsideScale(f"Confidence goes from 1 to {asked.points} in this project.")


def _check_span(what: str, span: Span | None, length: int) -> None:
    """Raise SpanOutside unless a span lies inside of a text so long."""
    if span is None:
        return
    if not 0 <= span.start < span.end <= length:
        raise SpanOutside(
            f"The {what} goes from {span.start} to {span.end}, which is no part of the "
            f"article's {length:,} characters."
        )
    if span.end - span.start > LONGEST_SPAN:
        raise SpanOutside(f"The {what} is longer than {LONGEST_SPAN} characters.")


def as_saved(answer: Answer) -> dict[str, Any]:
    """Give what the history keeps of an answer."""
    return {
        "source_type": answer.source_type,
        "confidence": answer.confidence,
        "skipped": answer.skipped,
        "skip_reason": answer.skip_reason,
        "flags": sorted(set(answer.flags)),
        "note": answer.note,
        "seconds": answer.seconds,
        "source": span_json(answer.source),
        "cue": span_json(answer.cue),
        "suggestion_shown": answer.suggestion_shown,
        "suggestion_accepted": answer.suggestion_accepted,
    }


def span_json(span: Span | None) -> dict[str, int] | None:
    """Give a span as JSON values."""
    return None if span is None else {"start": span.start, "end": span.end}


def as_columns(answer: Answer) -> dict[str, Any]:
    """Give what an annotation keeps of an answer, all but its source type."""
    source, cue = answer.source, answer.cue
    return {
        "confidence": answer.confidence,
        "skipped": answer.skipped,
        "skip_reason": answer.skip_reason,
        "flags": sorted(set(answer.flags)),
        "note": answer.note,
        "seconds": answer.seconds,
        "source_start": source and source.start,
        "source_end": source and source.end,
        "cue_start": cue and cue.start,
        "cue_end": cue and cue.end,
        "suggestion_shown": answer.suggestion_shown,
        "suggestion_accepted": answer.suggestion_accepted,
    }


COLUMNS = ["source_type", *as_columns(Answer())]
"""The fields of an annotation that its answer is in."""


def answer_of(annotation: Annotation) -> Answer:
    """Give the answer that an annotation holds."""
    return Answer(
        source_type=annotation.source_type.key if annotation.source_type else None,
        confidence=annotation.confidence,
        skipped=annotation.skipped,
        skip_reason=annotation.skip_reason,
        flags=annotation.flags,
        note=annotation.note,
        seconds=annotation.seconds,
        source=_span(annotation.source_start, annotation.source_end),
        cue=_span(annotation.cue_start, annotation.cue_end),
        suggestion_shown=annotation.suggestion_shown,
        suggestion_accepted=annotation.suggestion_accepted,
    )


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)


def event_of(annotation: Annotation | None) -> dict[str, Any] | None:
    """Give what the history keeps of an annotation."""
    if annotation is None:
        return None
    return as_saved(answer_of(annotation)) | {
        "guideline_revision": annotation.guidelines.number
    }


UNSAID = as_saved(Answer())


def said_in(event: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """Give the answer that the history kept; what it did not yet keep is unsaid."""
    if event is None:
        return None
    return {name: event.get(name, unsaid) for name, unsaid in UNSAID.items()}
