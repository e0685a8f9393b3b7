"""Pick the next articles of a queue for somebody, at a cost that does not grow."""

from collections.abc import Sequence
from typing import NamedTuple

from django.db.models import (
    BigIntegerField,
    Exists,
    F,
    FloatField,
    Func,
    OuterRef,
    QuerySet,
    Value,
)
from django.db.models.lookups import GreaterThan

from annotator.models import Article, Assignment, Membership
from annotator.services.free_places import can_skip_locked

WINDOW = 16
"""So many articles are looked at together, of which others may be taking some."""


class Place(NamedTuple):
    """Where in its queue an article stands."""

    rank: float
    article: int


class _Pair(Func):
    """Two values that are compared as one, as the index of the queue has them."""

    template = "(%(expressions)s)"
    output_field = FloatField()


def pick(member: Membership, limit: int) -> tuple[list[int], list[int]]:
    """
    Lock up to `limit` articles that have a free place and never were the member's.

    Everything up to the mark that is kept of the member was theirs or is full, so the
    search begins behind it. What somebody else is just taking is passed over, and is
    the second thing that is given; the mark stays before it. It is for who has locked
    the membership.
    """
    if not limit:
        return [], []
    search = _Search(member)
    while len(search.picked) < limit and search.go_on(limit):
        pass
    # While articles are moved about in the queue, no mark in it means anything.
    if member.project.queue.ranked_at is not None:
        search.keep_mark()
    return search.picked, search.passed_over


def wait_for_one(member: Membership, articles: Sequence[int]) -> list[int]:
    """
    Lock one of some articles that has a free place, waiting for whoever is at it.

    It is for who has locked the membership, and no article.
    """
    rows = _available(member).filter(pk__in=articles).order_by("pk")
    # In the order of their ids, as everybody does who waits for several.
    locked = rows.select_for_update(no_key=True, of=("self",))
    return list(locked.values_list("pk", flat=True)[:1])


class _Search:
    """A search through the queue, window by window."""

    def __init__(self, member: Membership) -> None:
        self.member = member
        self.queue = queue = member.project.queue
        self.picked: list[int] = []
        self.passed_over: list[int] = []
        is_valid = member.passed_epoch == queue.epoch and queue.ranked_at is not None
        self.began = self.mark = self.at = (
            Place(member.passed_rank, member.passed_article) if is_valid else None
        )

    def go_on(self, limit: int) -> bool:
        """Look at the next window; tell whether there may be another."""
        window = [
            Place(rank, pk)
            for rank, pk in self.available().values_list("queue_rank", "pk")[:WINDOW]
        ]
        if not window:
            return False
        wanted = limit - len(self.picked)
        locked = (
            Article.objects.select_for_update(
                no_key=True, skip_locked=can_skip_locked()
            )
            .filter(pk__in=[one.article for one in window], open_places__gt=0)
            .order_by("queue_rank", "pk")
        )
        got = set(locked.values_list("pk", flat=True)[:wanted])
        last = max((n for n, one in enumerate(window) if one.article in got), default=0)
        # What lies behind the last of those that were wanted is for the next time.
        seen = window[: last + 1] if len(got) == wanted else window
        for one in seen:
            if one.article in got:
                self.picked.append(one.article)
            else:
                self.passed_over.append(one.article)
            if not self.passed_over:
                self.mark = one
        self.at = window[-1]
        return len(window) == WINDOW

    def available(self) -> QuerySet[Article]:
        """Give the articles for the member behind where the search is, in order."""
        rows = _available(self.member).order_by("queue_rank", "pk")
        if self.at is None:
            return rows
        return rows.filter(
            GreaterThan(
                _Pair(F("queue_rank"), F("pk")),
                _Pair(
                    Value(self.at.rank, FloatField()),
                    Value(self.at.article, BigIntegerField()),
                ),
            )
        )

    def keep_mark(self) -> None:
        """Keep how far down the queue everything is theirs or full."""
        mark = self.mark
        if mark is None and not self.picked and not self.passed_over:
            mark = self.end()
        if mark is None or mark == self.began:
            return
        Membership.objects.filter(pk=self.member.pk).update(
            passed_rank=mark.rank,
            passed_article=mark.article,
            passed_epoch=self.queue.epoch,
        )

    def end(self) -> Place | None:
        """Give the last place of the queue, where nothing in it is for the member."""
        last = (
            Article.objects.filter(project=self.member.project_id, open_places__gt=0)
            .order_by("-queue_rank", "-pk")
            .values_list("queue_rank", "pk")
            .first()
        )
        return last and Place(*last)


def _available(member: Membership) -> QuerySet[Article]:
    """Give the articles with a free place that never were the member's."""
    theirs = Assignment.objects.filter(article=OuterRef("pk"), annotator=member.user_id)
    return Article.objects.filter(
        ~Exists(theirs), project=member.project_id, open_places__gt=0
    )
