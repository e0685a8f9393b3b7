"""A project's articles, some at a time."""

from collections.abc import Iterator

from annotator.models import Project
from annotator.queries.selections import Filters

VOTES = 3000
"""About so many are read at a time."""
WORDS = 500_000
"""Texts are read up to about so many words at a time."""
PAGE = 500
MOST = 100


def article_batches(project: Project, filters: Filters) -> Iterator[list[int]]:
    """
    Give the ids of articles in their order, as many as are to be read at a time.

    What a batch has to hold is bounded, but for an article that is larger by itself.
    """
    batch: list[int] = []
    votes = words = 0
    for pk, claims, length in _articles(project, filters):
        given = claims * project.overlap
        if batch and (
            votes + given > VOTES or words + length > WORDS or len(batch) == MOST
        ):
            yield batch
            batch, votes, words = [], 0, 0
        batch.append(pk)
        votes += given
        words += length
    if batch:
        yield batch


def _articles(project: Project, filters: Filters) -> Iterator[tuple[int, int, int]]:
    """Give each article's id, claims and words; in pages, each by the index."""
    articles = filters.articles(project).order_by("pk")
    values = articles.values_list("pk", "claim_count", "words")
    page = list(values[:PAGE])
    yield from page
    while len(page) == PAGE:
        page = list(values.filter(pk__gt=page[-1][0])[:PAGE])
        yield from page
