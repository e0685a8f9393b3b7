"""
Take places at articles, and count those that became free.

In every transaction, rows are locked in this order, and several of a kind by their id:
projects, memberships, invitations, assignments, queues, articles. Nobody waits for an
article while they hold one that somebody else could be waiting for in the other order.
"""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from django.db import connection
from django.db.models import F, QuerySet

from annotator.models import Article, Assignment
from annotator.queries.places import free_places

Articles = Collection[int] | QuerySet[Article, Any]


def can_skip_locked() -> bool:
    """Tell whether rows that others hold can be passed over; SQLite has no such."""
    return connection.features.has_select_for_update_skip_locked


def hold_articles(articles: Articles) -> dict[int, int]:
    """Lock articles; give how many places are free at each."""
    return dict(
        Article.objects.select_for_update(no_key=True)
        .filter(pk__in=articles)
        .order_by("pk")
        .values_list("pk", "open_places")
    )


def take_places(articles: Collection[int]) -> dict[int, int]:
    """
    Take a place at each of some articles; give its position, the lowest that is free.

    It is for who has locked the articles and seen that each has one.
    """
    taken: dict[int, set[int]] = defaultdict(set)
    held = Assignment.objects.holding().filter(article__in=articles)
    for article, position in held.order_by().values_list("article", "position"):
        taken[article].add(position)
    # Below zero the database refuses, whatever was seen.
    Article.objects.filter(pk__in=articles).update(open_places=F("open_places") - 1)
    return {article: lowest_free(taken[article]) for article in articles}


def lowest_free(taken: Collection[int]) -> int:
    """Give the first position, from 1, that is not taken."""
    return next(place for place in range(1, len(taken) + 2) if place not in taken)


def count_places(articles: Articles) -> None:
    """Count the free places of some articles anew; it is for who has locked them."""
    Article.objects.filter(pk__in=articles).update(open_places=free_places())
