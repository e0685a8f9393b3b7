"""Raw article text in; its title, its page furniture, sentences and claims out."""

from dataclasses import dataclass

from annotator.attribution.clean import clean
from annotator.attribution.sentences import split
from annotator.attribution.spans import Dropped, Reason, Span

__all__ = ["VERSION", "Dropped", "Extraction", "Reason", "Span", "extract"]

# Changes whenever the same text may give other spans.
VERSION = "1"


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was found in a text, in order; offsets are into the text as given."""

    title: str
    dropped: tuple[Dropped, ...]
    sentences: tuple[Span, ...]
    claims: tuple[Span, ...]


def extract(text: str, *, title: str = "") -> Extraction:
    """
    Find the title, the page furniture, the sentences and the claims of `text`.

    `title` is kept unless the text has a headline of its own. The text is never
    changed: what is dropped stays in it and is only listed.
    """
    cleaned = clean(text, title=title)
    sentences = tuple(
        sentence
        for paragraph in cleaned.kept
        for sentence in split(text, paragraph.start, paragraph.end)
    )
    return Extraction(
        title=cleaned.title,
        dropped=cleaned.dropped,
        sentences=sentences,
        claims=sentences,
    )
