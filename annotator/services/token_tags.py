"""A project's articles as tokens with tags, for sequence models."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import Any

from annotator import attribution
from annotator.attribution import Dropped
from annotator.formats.conll import NO_LABEL, Tagged, TaggedArticle, apart
from annotator.models import Article, Project
from annotator.queries.exports import EVERY_VOTE, ExportChoice, claim_rows
from annotator.services.span_checks import overlapping

Rows = list[dict[str, Any]]

CLAIMS = 1000
CHARACTERS = 1_000_000
"""About so many claims, in articles of so many characters, are tagged at a time."""


def tagged_articles(
    project: Project, choice: ExportChoice = EVERY_VOTE
) -> Iterator[TaggedArticle]:
    """
    Give each article that has claims, in order; in constant memory.

    An article stays if `choice` keeps all its claims: one that is left out by itself
    would teach that there is none.
    """
    every = replace(choice, decided=False, min_votes=0)
    for articles in _some(claim_rows(project, every, text=True)):
        kept = {
            pk: rows
            for pk, rows in articles.items()
            if all(_is_kept(choice, row) for row in rows)
        }
        dropped = Article.objects.filter(pk__in=kept).values_list("pk", "dropped")
        lines = dict(dropped)
        for pk, rows in kept.items():
            yield _tagged(rows, [Dropped(**line) for line in lines.get(pk, [])])


def _some(rows: Iterator[dict[str, Any]]) -> Iterator[dict[int, Rows]]:
    """Give the rows of some articles at a time."""
    some: dict[int, Rows] = {}
    claims = characters = 0
    for pk, group in groupby(rows, itemgetter("article_id")):
        some[pk] = list(group)
        claims += len(some[pk])
        characters += len(some[pk][0]["text"])
        if claims >= CLAIMS or characters >= CHARACTERS:
            yield some
            some, claims, characters = {}, 0, 0
    yield some


def _is_kept(choice: ExportChoice, row: dict[str, Any]) -> bool:
    return choice.keeps(len(row["votes"]), decided=row["decision"] is not None)


def _tagged(rows: Rows, dropped: Sequence[Dropped]) -> TaggedArticle:
    first = rows[0]
    told = [(row, label) for row in rows if (label := _label(row)) is not None]
    claims = apart(Tagged(row["start"], row["end"], label) for row, label in told)
    # A line with a claim in it is of the article, whoever left it out.
    held = set(overlapping(dropped, claims))
    sentences = attribution.sentences_of(
        first["text"], dropped=[line for line in dropped if line not in held]
    )
    answered = [row["votes"] for row, _ in told]
    return TaggedArticle(
        id=first["article_id"],
        sha256=first["article_sha256"],
        text=first["text"],
        sentences=[(sentence.start, sentence.end) for sentence in sentences],
        claims=claims,
        sources=_marked(answered, "source"),
        cues=_marked(answered, "cue"),
    )


def _label(row: dict[str, Any]) -> str | None:
    """Give what a claim is tagged with; None if it was decided that it is none."""
    if row["decision"] is not None:
        label: str | None = row["decision"]["source_type"]
        return label
    return row["majority"] or NO_LABEL


def _marked(answered: Sequence[Rows], part: str) -> list[Tagged]:
    """
    Give for each claim the span that most of its votes mark alike.

    Where two are marked as often there is none. Of two claims' spans that overlap, the
    one stays that more votes mark.
    """
    found: list[tuple[int, Tagged]] = []
    for votes in answered:
        spans = Counter(
            (vote[part]["start"], vote[part]["end"]) for vote in votes if vote[part]
        )
        most = max(spans.values(), default=0)
        leading = [span for span, count in spans.items() if count == most]
        if len(leading) == 1:
            found.append((-most, Tagged(*leading[0], part)))
    return apart(span for _, span in sorted(found))
