"""The rows of annotations."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db.models import QuerySet

from annotator.models import Annotation, Article, Claim, Project
from annotator.queries.exports.batches import article_batches
from annotator.queries.exports.choices import EVERY_VOTE, ExportChoice
from annotator.queries.exports.votes import (
    SAID,
    by_participants,
    decision_on,
    on_claims,
    said,
)

Row = dict[str, Any]

_CLAIM = ("pk", "article_id", "number", "replaced_at", "start", "end", "quote")
_OWN = ("claim_id", "pk", "created_at", "updated_at")
_WHO = ("annotator_id", "annotator__name")


def annotation_rows(
    project: Project, choice: ExportChoice = EVERY_VOTE, *, names: bool = False
) -> Iterator[Row]:
    """
    Give one row an annotation, by article, claim number and id; in constant memory.

    Annotators go by the codes of their participation; `names` adds who they are. What
    is read at a time takes three queries.
    """
    filters = choice.filters(project)
    counted = replace(filters, outlets=()).as_q()
    for articles in article_batches(project, filters):
        claims = _claims(Claim.objects.filter(article__in=articles))
        answers = Annotation.objects.filter(counted).filter(on_claims(articles, claims))
        rows = _rows(answers, claims, project, names=names)
        yield from _kept(rows, choice, project) if choice.chooses_claims else rows


def annotation_rows_of(
    project: Project,
    claim_pks: Collection[int],
    annotators: Collection[int],
    *,
    names: bool = False,
) -> dict[tuple[int, str], Row]:
    """Give what some say of some claims, by claim and code; with three queries."""
    ours = Claim.objects.filter(pk__in=claim_pks, article__project=project)
    claims = _claims(ours)
    answers = Annotation.objects.filter(claim__in=claims, annotator__in=annotators)
    rows = _rows(answers, claims, project, names=names)
    return {(row["claim_id"], row["annotator"]): row for row in rows}


def _rows(
    answers: QuerySet[Annotation],
    claims: dict[int, tuple[int, Row]],
    project: Project,
    *,
    names: bool,
) -> Iterator[Row]:
    articles = _articles({article for article, _ in claims.values()})
    fields = (*_OWN, *SAID, *(_WHO if names else ()))
    found = by_participants(answers, project).order_by("pk").values_list(*fields)
    by_claim: defaultdict[int, list[Any]] = defaultdict(list)
    for values in found:
        by_claim[values[0]].append(values)
    for claim, (article, told) in claims.items():
        for _, pk, created_at, updated_at, *values in by_claim.get(claim, []):
            row = {
                "annotation_id": pk,
                **articles[article],
                **told,
                **said(values),
                "created_at": created_at,
                "updated_at": updated_at,
            }
            if names:
                row["annotator_id"], row["annotator_name"] = values[-2:]
            yield row


def _claims(claims: QuerySet[Claim]) -> dict[int, tuple[int, Row]]:
    """Give the article of claims in their order, and what rows say of each."""
    stored = claims.order_by("article_id", "number", "pk").values_list(*_CLAIM)
    return {
        pk: (
            article,
            {
                "claim_id": pk,
                "claim_number": number,
                "claim_replaced": replaced_at is not None,
                "start": start,
                "end": end,
                "quote": quote,
            },
        )
        for pk, article, number, replaced_at, start, end, quote in stored
    }


def _articles(pks: Collection[int]) -> dict[int, Row]:
    """Give what the rows say of their articles."""
    stored = Article.objects.filter(pk__in=pks).values_list(
        "pk", "sha256", "title", "outlet", "published_on"
    )
    return {
        pk: {
            "article_id": pk,
            "article_sha256": sha256,
            "article_title": title,
            "article_outlet": outlet,
            "article_published_on": published_on,
        }
        for pk, sha256, title, outlet, published_on in stored
    }


def _kept(rows: Iterable[Row], choice: ExportChoice, project: Project) -> Iterator[Row]:
    """Keep the rows of the current claims that the choice keeps."""
    for _, group in groupby(rows, itemgetter("claim_id")):
        some = list(group)
        decided = decision_on(some, project.overlap) is not None
        if not some[0]["claim_replaced"] and choice.keeps(len(some), decided=decided):
            yield from some
