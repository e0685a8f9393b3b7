"""The rows of claims, with all that is known of each."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace
from operator import itemgetter
from typing import Any

from django.db.models import QuerySet

from annotator.formats.utf16 import Utf16Places
from annotator.models import Annotation, Article, Claim, Project
from annotator.models.articles import ClaimQuerySet
from annotator.queries.exports.batches import article_batches
from annotator.queries.exports.choices import EVERY_VOTE, ExportChoice
from annotator.queries.exports.labels import ExportLabels, export_labels
from annotator.queries.exports.posteriors import NO_POSTERIOR, posteriors_of
from annotator.queries.exports.votes import (
    SAID,
    by_participants,
    on_claims,
    said,
    together,
)

Row = dict[str, Any]

_CLAIM = (
    *("pk", "article_id", "number", "origin", "start", "end"),
    *("quote", "prefix", "suffix"),
)
_ARTICLE = ("pk", "sha256", "title", "outlet", "author", "url", "published_on", "text")
_VOTE = ("claim_id", "pk", "updated_at")


def claim_rows(
    project: Project,
    choice: ExportChoice = EVERY_VOTE,
    *,
    text: bool = False,
    labels: ExportLabels | None = None,
) -> Iterator[Row]:
    """
    Give one row a current claim, by article, number and id; in constant memory.

    `text` adds the whole text of the article. `labels` are what the columns speak of;
    they are read where they are not given. What is read at a time takes four queries.
    """
    labels = labels or export_labels(project)
    filters = choice.filters(project)
    counted = Annotation.objects.filter(replace(filters, outlets=()).as_q())
    for articles in article_batches(project, filters):
        claims = _claims(Claim.objects.filter(article__in=articles))
        votes = counted.filter(on_claims(articles, [pk for pk, *_ in claims]))
        for row in _rows(claims, by_participants(votes, project), labels, text=text):
            if choice.keeps(len(row["votes"]), decided=row["decision"] is not None):
                yield row


def claim_rows_of(
    project: Project,
    claim_pks: Collection[int],
    *,
    text: bool = False,
    labels: ExportLabels | None = None,
) -> dict[int, Row]:
    """Give the rows of those of some claims that are current, by their ids."""
    claims = _claims(Claim.objects.filter(pk__in=claim_pks, article__project=project))
    votes = Annotation.objects.filter(claim__in=[pk for pk, *_ in claims])
    labels = labels or export_labels(project)
    rows = _rows(claims, by_participants(votes, project), labels, text=text)
    return {row["claim_id"]: row for row in rows}


def _claims(claims: ClaimQuerySet) -> list[tuple[Any, ...]]:
    in_order = claims.current().order_by("article_id", "number", "pk")
    return list(in_order.values_list(*_CLAIM))


def _rows(
    claims: list[tuple[Any, ...]],
    votes: QuerySet[Annotation],
    labels: ExportLabels,
    *,
    text: bool,
) -> Iterator[Row]:
    ids = {article for _, article, *_ in claims}
    articles = _articles(ids, text=text)
    posteriors = posteriors_of(ids, labels)
    by_claim = _votes(votes)
    for pk, article, number, origin, start, end, quote, prefix, suffix in claims:
        told, units, whole = articles[article]
        given = by_claim.get(pk, [])
        row = {
            "claim_id": pk,
            **told,
            "claim_number": number,
            "origin": origin,
            "start": start,
            "end": end,
            "start_utf16": units.of(start),
            "end_utf16": units.of(end),
            "quote": quote,
            "prefix": prefix,
            "suffix": suffix,
            **whole,
            "votes": given,
        }
        row |= together(given, labels)
        row |= posteriors.get(pk, NO_POSTERIOR)
        yield row


def _articles(
    pks: Collection[int], *, text: bool
) -> dict[int, tuple[Row, Utf16Places, Row]]:
    """Give what rows say of their articles, their places, and the text if asked for."""
    stored = Article.objects.filter(pk__in=pks).values_list(*_ARTICLE)
    return {
        pk: (
            {
                "article_id": pk,
                "article_sha256": sha256,
                "article_title": title,
                "article_outlet": outlet,
                "article_author": author,
                "article_url": url,
                "article_published_on": published_on,
            },
            Utf16Places(whole),
            {"text": whole} if text else {},
        )
        for pk, sha256, title, outlet, author, url, published_on, whole in stored
    }


def _votes(votes: QuerySet[Annotation]) -> dict[int, list[Row]]:
    """Give the votes on each claim, by the annotators' codes whatever the database."""
    by_claim: defaultdict[int, list[Row]] = defaultdict(list)
    for claim, pk, updated_at, *values in votes.order_by().values_list(*_VOTE, *SAID):
        by_claim[claim].append(
            {"annotation_id": pk, **said(values), "updated_at": updated_at}
        )
    for some in by_claim.values():
        some.sort(key=itemgetter("annotator"))
    return by_claim
