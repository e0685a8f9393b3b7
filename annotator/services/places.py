"""The places at articles of those whose answers were taken in from elsewhere."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime

from django.db.models import Count, Q

from annotator.models import (
    HOLDING,
    Annotation,
    Article,
    Assignment,
    AssignmentState,
)
from annotator.services.free_places import count_places, lowest_free
from annotator.services.leases import lease_end

KEPT = ["position", "state", "answered", "skipped", "lease_until", "last_saved_at"]


class Places:
    """
    The places at some articles, held for some annotators until the transaction ends.

    Nobody leases one of these articles, and none of these annotators saves an answer
    in one of them, before that. It is for a transaction that holds the annotators'
    memberships, so that nothing is leased to them either.
    """

    def __init__(
        self,
        *,
        articles: Collection[int],
        annotators: Collection[int],
    ) -> None:
        assignments = Assignment.objects.filter(article__in=articles)
        mine = assignments.filter(annotator__in=annotators).order_by("pk")
        self.assignments = {
            (one.article_id, one.annotator_id): one for one in mine.select_for_update()
        }
        rows = (
            Article.objects.select_for_update(no_key=True)
            .filter(pk__in=articles)
            .order_by("pk")
            .values_list("pk", "claim_count", "open_places")
        )
        self.sizes = {pk: size for pk, size, _ in rows}
        self.free = {pk: free for pk, _, free in rows}
        self.taken: dict[int, set[int]] = defaultdict(set)
        for article, position in assignments.holding().values_list(
            "article", "position"
        ):
            self.taken[article].add(position)

    def settle(self, *, pairs: Sequence[tuple[int, int]], now: datetime) -> None:
        """
        Bring assignments up to date with what is answered, by article and annotator.

        Who has none gets a free place, first come first served, or else a released
        assignment: it takes no place, counts what was answered, and keeps the article
        from being handed to them. One that a lead has withdrawn only counts.
        """
        answered = self._answered(pairs)
        settled = []
        for pair in pairs:
            article, annotator = pair
            one = self.assignments.get(pair) or Assignment(
                state=AssignmentState.RELEASED, position=1, created_at=now
            )
            one.answered, one.skipped = answered[pair]
            one.last_saved_at = now
            one.lease_until = max(one.lease_until or now, lease_end(now))
            self._take_a_place(article, one)
            kept = {name: getattr(one, name) for name in [*KEPT, "created_at"]}
            settled.append(
                Assignment(article_id=article, annotator_id=annotator, **kept)
            )
        Assignment.objects.bulk_create(
            settled,
            update_conflicts=True,
            unique_fields=["article", "annotator"],
            update_fields=KEPT,
        )
        count_places({article for article, _ in pairs})

    def _take_a_place(self, article: int, one: Assignment) -> None:
        """Give an assignment its state, and a place if it has none and one is free."""
        if one.state == AssignmentState.RELEASED and self.free[article]:
            one.position = lowest_free(self.taken[article])
            self.taken[article].add(one.position)
            self.free[article] -= 1
        elif one.state not in HOLDING:
            return
        is_done = one.answered >= self.sizes[article]
        one.state = AssignmentState.DONE if is_done else AssignmentState.OPEN

    def _answered(
        self, pairs: Sequence[tuple[int, int]]
    ) -> dict[tuple[int, int], tuple[int, int]]:
        """Count what is answered, and skipped of it, by article and annotator."""
        rows = (
            Annotation.objects.filter(
                claim__article__in={article for article, _ in pairs},
                claim__replaced_at=None,
                annotator__in={annotator for _, annotator in pairs},
            )
            .order_by()
            .values_list("claim__article", "annotator")
            .annotate(answers=Count("pk"), skips=Count("pk", filter=Q(skipped=True)))
        )
        return {
            (article, annotator): (answered, skipped)
            for article, annotator, answered, skipped in rows
        }
