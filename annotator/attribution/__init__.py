"""Raw article text in; its title, its page furniture, sentences and claims out."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from annotator.attribution.claims import Reader, unjudged
from annotator.attribution.clean import clean, cut
from annotator.attribution.languages import can_read, runs_right_to_left
from annotator.attribution.sentences import split
from annotator.attribution.spans import Claim, Dropped, Reason, SourceType, Span

__all__ = [
    "VERSION",
    "Claim",
    "Dropped",
    "Extraction",
    "Reason",
    "SourceType",
    "Span",
    "extract",
    "runs_right_to_left",
    "sentences_of",
]

# Changes whenever the same text may give other spans or suggestions.
VERSION = "2"


@dataclass(frozen=True, slots=True)
class Extraction:
    """
    What was found in a text, in order; offsets are into the text as given.

    Where `suggests` is false the text is in no language that the rules can read: its
    claims are its sentences, and nothing is suggested of them.
    """

    title: str
    dropped: tuple[Dropped, ...]
    sentences: tuple[Span, ...]
    claims: tuple[Claim, ...]
    suggests: bool = True


def extract(  # noqa: PLR0913  # every argument is named, and known of the text
    text: str,
    *,
    title: str = "",
    language: str = "",
    outside: Collection[Span] = (),
    dropped: Sequence[Dropped] | None = None,
    claims: Sequence[Span] | None = None,
) -> Extraction:
    """
    Find the title, the page furniture, the sentences and the claims of `text`.

    `title` is kept unless the text has a headline of its own. The text is never
    changed: what is dropped stays in it and is only listed. `outside` are lines that a
    reader of the file knows to be no part of the article. `dropped`, if given, is what
    is dropped, and nothing else; `claims`, if given, are the claims, and only what is
    said of them is found. `language` is a BCP 47 tag, "" if it is not known.
    """
    if dropped is None:
        cleaned = clean(text, title=title, outside=outside)
    else:
        cleaned = cut(text, title=title, dropped=dropped)
    paragraphs = [
        (Span(kept.start, kept.end), split(text, kept.start, kept.end))
        for kept in cleaned.kept
    ]
    sentences = tuple(sentence for _, found in paragraphs for sentence in found)
    suggests = can_read(text, language)
    if suggests:
        reader = Reader(text, paragraphs)
        judged = reader.found() if claims is None else reader.of(claims)
    else:
        judged = unjudged(text, sentences if claims is None else claims)
    return Extraction(
        title=cleaned.title,
        dropped=cleaned.dropped,
        sentences=sentences,
        claims=tuple(judged),
        suggests=suggests,
    )


def sentences_of(text: str, *, dropped: Sequence[Dropped]) -> list[Span]:
    """Find the sentences of `text` without the lines that `dropped` touches."""
    return [
        sentence
        for kept in cut(text, title="", dropped=dropped).kept
        for sentence in split(text, kept.start, kept.end)
    ]
