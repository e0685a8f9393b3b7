"""Where an article stands in its project's queue: the lowest rank comes first."""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from statistics import fmean
from typing import Protocol

import numpy as np
import numpy.typing as npt
from django.db import connection
from django.db.models import Avg, FloatField
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from annotator.models import ArticlePosterior, Claim, QueueOrder
from annotator.queries.posteriors import unpacked

SMALLEST = 1e-12


class Ordered(Protocol):
    """What says in which order articles come."""

    order: str
    seed: int


def rank_of_new(by: Ordered, sha256: str, claims: Iterable[Claim]) -> float:
    """Rank an article that nobody has answered."""
    match by.order:
        case QueueOrder.RANDOM:
            return shuffled(by.seed, sha256)
        case QueueOrder.UNCERTAIN:
            suggestions = (claim.suggestion or {} for claim in claims)
            scores = [one["score"] for one in suggestions if "score" in one]
            return -doubt(fmean(scores) if scores else None)
    return 0.0


def ranks(by: Ordered, articles: Sequence[tuple[int, str]]) -> dict[int, float]:
    """Rank articles that are stored, given by their id and digest."""
    match by.order:
        case QueueOrder.RANDOM:
            return {pk: shuffled(by.seed, sha256) for pk, sha256 in articles}
        case QueueOrder.UNCERTAIN:
            return _by_doubt([pk for pk, _ in articles])
    return dict.fromkeys((pk for pk, _ in articles), 0.0)


def shuffled(seed: int, sha256: str) -> float:
    """Give a number from 0 to 1 by chance, the same for the same text and seed."""
    mixed = hashlib.sha256(f"{seed}:{sha256}".encode()).digest()
    return int.from_bytes(mixed[:8]) / 2**64


def doubt(score: float | None) -> float:
    """Say from 0 to 1 how uncertain suggestions of this mean score leave an article."""
    return 1.0 if score is None else min(1.0, max(0.0, 1.0 - score))


def mean_entropy(posteriors: Collection[npt.NDArray[np.float32]]) -> float:
    """Give the mean entropy of claims' posteriors, as a share of the highest."""
    shares = np.array([*posteriors], np.float64)
    if shares.size <= len(shares):  # no claims, or nothing to choose from
        return 0.0
    entropy = -(shares * np.log(np.maximum(shares, SMALLEST))).sum(axis=1)
    return float(np.clip(entropy.mean() / np.log(shares.shape[1]), 0, 1))


def _by_doubt(articles: Collection[int]) -> dict[int, float]:
    """Rank by what the newest consensus leaves open, else by the suggestions."""
    stored = ArticlePosterior.objects.filter(article__in=articles)
    found = {
        article: -mean_entropy(unpacked(posteriors, len(labels)).values())
        for article, posteriors, labels in stored.values_list(
            "article", "posteriors", "consensus__labels"
        )
    }
    scores = (
        Claim.objects.current()
        .filter(article__in=set(articles) - found.keys())
        .order_by()
        .values_list("article")
        .annotate(score=Avg(Cast(KT("suggestion__score"), FloatField())))
    )
    by_score = {article: -doubt(score) for article, score in scores}
    return dict.fromkeys(articles, -1.0) | by_score | found


def write_ranks(ranked: dict[int, float]) -> None:
    """Store ranks; it is for who has locked the articles."""
    if connection.vendor == "postgresql":
        statement = """
            UPDATE annotator_article a SET queue_rank = r.rank
            FROM unnest(%s::bigint[], %s::float8[]) AS r(article, rank)
            WHERE a.id = r.article
        """
        with connection.cursor() as cursor:
            cursor.execute(statement, [list(ranked), list(ranked.values())])
        return
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE annotator_article SET queue_rank = %s WHERE id = %s",
            [(rank, pk) for pk, rank in ranked.items()],
        )
