"""The places at articles of those whose answers were taken in from elsewhere."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime

from django.db.models import Count, Q

from annotator.models import Annotation, Article, Assignment, AssignmentState, Project
from annotator.services.assignment import lease_end

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
        project: Project,
        articles: Collection[int],
        annotators: Collection[int],
    ) -> None:
        self.project = project
        self.sizes = dict(
            Article.objects.select_for_update(no_key=True)
            .filter(pk__in=articles)
            .order_by("pk")
            .values_list("pk", "claim_count")
        )
        assignments = Assignment.objects.filter(article__in=articles)
        mine = assignments.filter(annotator__in=annotators).order_by("pk")
        self.assignments = {
            (one.article_id, one.annotator_id): one for one in mine.select_for_update()
        }
        self.taken: dict[int, set[int]] = defaultdict(set)
        for article, position in assignments.exclude(
            state=AssignmentState.RELEASED
        ).values_list("article", "position"):
            self.taken[article].add(position)

    def settle(self, *, pairs: Sequence[tuple[int, int]], now: datetime) -> None:
        """
        Bring assignments up to date with what is answered, by article and annotator.

        Who has none gets a free place, first come first served, or else a released
        assignment: it takes no place, counts what was answered, and keeps the article
        from being handed to them.
        """
        answered = self._answered(pairs)
        settled = []
        for pair in pairs:
            article, annotator = pair
            one = self.assignments.get(pair) or Assignment(
                state=AssignmentState.RELEASED, position=1, created_at=now
            )
            one.answered, one.skipped = answered[pair]
            one.last_saved_at, one.lease_until = now, lease_end(now)
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

    def _take_a_place(self, article: int, one: Assignment) -> None:
        """Give an assignment its state, and a place if it has none and one is free."""
        free = set(range(1, self.project.overlap + 1)) - self.taken[article]
        if one.state == AssignmentState.RELEASED and not free:
            return
        if one.state == AssignmentState.RELEASED:
            one.position = min(free)
            self.taken[article].add(one.position)
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
