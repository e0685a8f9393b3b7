"""
Articles as tagged tokens for sequence models: IOB2 in the columns of CoNLL-U Plus.

A line is a token, an empty line ends a sentence. Each tagged span begins with one `B-`
and is whole: a token that a span ends in is two tokens here, and where a span goes on
over the end of a sentence, nothing is ended.
"""

from bisect import bisect
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from annotator.formats.jsonl import in_chunks
from annotator.formats.tokens import Token, tokens_of

COLUMNS = ("ID", "FORM", "START", "END", "CLAIM", "SOURCE", "CUE")
NO_LABEL = "_"
"""What CoNLL writes where a value is not known."""
HEADER = f"""\
# global.columns = {" ".join(COLUMNS)}
# ID: its number in the sentence; START, END: its place in the article's text, code points
# CLAIM: IOB2 of the claims by what was decided, else by most answers; {NO_LABEL} if neither
# SOURCE, CUE: IOB2 of who says it, and of the words that hand it over
"""  # noqa: E501  # a line of the file


class Tagged(NamedTuple):
    """A span of a text, and what it is."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class TaggedArticle:
    """
    An article's sentences in order, and the spans for each column of tags.

    Spans of a column may not overlap; see `apart`. What is in no sentence is left out.
    """

    id: int
    sha256: str
    text: str
    sentences: Sequence[tuple[int, int]]
    claims: Sequence[Tagged]
    sources: Sequence[Tagged]
    cues: Sequence[Tagged]


def to_conll(articles: Iterable[TaggedArticle]) -> Iterator[bytes]:
    """Give the header, and each article as UTF-8."""
    pieces = ("".join(_lines(article)) for article in articles)
    return in_chunks(piece.encode() for piece in chain([HEADER], pieces))


def apart(spans: Iterable[Tagged]) -> list[Tagged]:
    """Give in order those spans that overlap none before them in `spans`."""
    kept: list[Tagged] = []
    for span in spans:
        place = bisect(kept, span)
        is_after = place == 0 or kept[place - 1].end <= span.start
        if is_after and (place == len(kept) or span.end <= kept[place].start):
            kept.insert(place, span)
    return kept


def _lines(article: TaggedArticle) -> Iterator[str]:
    columns = [article.claims, article.sources, article.cues]
    spans = sorted(span for column in columns for span in column)
    sentences = list(_whole(article.sentences, spans))
    places = [(start, end) for start, end, _ in spans] + sentences
    cuts = {place for ends in places for place in ends}
    blocks = list(_within(sentences, tokens_of(article.text, cuts)))
    tokens = [token for block in blocks for token in block]
    tags = zip(*(_tags(tokens, column) for column in columns), strict=True)
    yield f"# newdoc id = {article.id}\n# article_sha256 = {article.sha256}\n"
    for number, block in enumerate(blocks, start=1):
        yield f"# sent_id = {article.id}-{number}\n"
        quote = " ".join(article.text[block[0].start : block[-1].end].split())
        yield f"# text = {quote}\n"
        for place, (start, end) in enumerate(block, start=1):
            row = (place, article.text[start:end], start, end, *next(tags))
            yield "\t".join(map(str, row)) + "\n"
        yield "\n"


def _whole(
    sentences: Iterable[tuple[int, int]], spans: Iterable[Tagged]
) -> Iterator[tuple[int, int]]:
    """Join the sentences that one of `spans`, which are in order, goes on over."""
    waiting, reach = deque(spans), 0
    joined: tuple[int, int] | None = None
    for start, end in sentences:
        if joined is not None and reach <= start:
            yield joined
            joined = None
        joined = (joined[0] if joined else start, end)
        while waiting and waiting[0].start < end:
            reach = max(reach, waiting.popleft().end)
    if joined is not None:
        yield joined


def _within(
    sentences: Iterable[tuple[int, int]], tokens: Iterable[Token]
) -> Iterator[list[Token]]:
    """Give the tokens of each sentence that has any."""
    waiting = deque(tokens)
    for start, end in sentences:
        while waiting and waiting[0].start < start:
            waiting.popleft()
        block = []
        while waiting and waiting[0].start < end:
            block.append(waiting.popleft())
        if block:
            yield block


def _tags(tokens: Iterable[Token], spans: Iterable[Tagged]) -> Iterator[str]:
    waiting, has_begun = deque(sorted(spans)), False
    for token in tokens:
        while waiting and waiting[0].end <= token.start:
            waiting.popleft()
            has_begun = False
        if waiting and waiting[0].start <= token.start:
            yield f"{'I' if has_begun else 'B'}-{waiting[0].label}"
            has_begun = True
        else:
            yield "O"
