"""The map of a recomputation: count some articles anew."""

from datetime import datetime
from typing import Any

import numpy as np
from django.db import connection, transaction

from annotator.models import (
    AgreementMark,
    AlarmKind,
    AnnotationEvent,
    BlockSum,
    Claim,
    Project,
    Recomputation,
    RecomputationBlock,
    RecomputationReason,
)
from annotator.queries.ratings import (
    CountsDamaged,
    Records,
    by_article,
    counted_ratings,
    current_ratings,
    declared_labels,
    none,
)
from annotator.queries.sums import Sums
from annotator.services.alarms import raise_alarm
from annotator.services.disputes import write_disputes
from annotator.services.tallies import (
    LabelNotDeclared,
    count_kept,
    count_sums,
    write_tallies,
)

MOST_NAMED = 20
"""So many differences are named, which is enough to look for the cause."""


def tally_block(*, block_id: int, now: datetime) -> int | None:
    """
    Count the articles of one block; give its recomputation if it was the last one open.

    A block that is gone, done, or being counted by somebody else is left alone.

    :raises LabelNotDeclared: if an answer is none that the project declares
    """
    try:
        with transaction.atomic():
            block = (
                RecomputationBlock.objects.select_for_update(
                    of=("self",), skip_locked=_can_skip_locked()
                )
                .filter(pk=block_id, done_at=None, recomputation__finished_at=None)
                .select_related("recomputation__project")
                .first()
            )
            if block is None:
                return None
            _tally(block, now)
    except LabelNotDeclared as refusal:
        project = Project.objects.get(recomputations__blocks=block_id)
        raise_alarm(
            project=project, kind=AlarmKind.FAILED, detail=str(refusal), now=now
        )
        raise
    is_open = block.recomputation.blocks.filter(done_at=None).exists()
    return None if is_open else block.recomputation_id


def _can_skip_locked() -> bool:
    return connection.features.has_select_for_update_skip_locked


def _tally(block: RecomputationBlock, now: datetime) -> None:
    project = block.recomputation.project
    declared = declared_labels(project)
    if declared.to_json() != block.recomputation.labels:
        # Begun anew by whoever takes the mark; this count would be of no use.
        AgreementMark.objects.create(project=project, at=now)
        return
    articles = list(
        project.articles.filter(pk__range=(block.first_article, block.last_article))
        .order_by("pk")
        .values_list("pk", flat=True)
    )
    # Marked before the answers are read: what comes later is due again.
    due = _mark_events(block, now)
    marks = AgreementMark.objects.filter(project=project, article__in=articles)
    due |= set(marks.values_list("article", flat=True))
    marks.delete()
    records = current_ratings(project, articles)
    due |= set(
        AnnotationEvent.objects.untallied()
        .filter(project=project, claim__article__in=articles)
        .values_list("claim__article", flat=True)
    )
    _keep(block, count_sums(records, declared), before=False)
    try:
        before = counted_ratings(project, articles)
        block.differs = not np.array_equal(before, records)
        if block.differs and block.recomputation.reason == RecomputationReason.NIGHTLY:
            _keep(block, count_kept(before, declared), before=True)
            _note_articles(block.recomputation, before, records, due)
    except CountsDamaged:
        block.differs = True
        damaged = {"articles": [block.first_article, block.last_article]}
        note_differences(block.recomputation, [damaged])
    if block.differs:
        write_tallies(articles, records)
        write_disputes(project, articles, records, declared)
    block.done_at = now
    block.save(update_fields=["differs", "last_event", "done_at"])


def _mark_events(block: RecomputationBlock, now: datetime) -> set[int]:
    """Mark the events that are due in a block; give their articles."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            UPDATE annotator_annotationevent SET tallied_at = %s
            WHERE tallied_at IS NULL AND project_id = %s AND claim_id IN (
                SELECT id FROM annotator_claim WHERE article_id BETWEEN %s AND %s
            )
            RETURNING id, claim_id
            """,
            [
                connection.ops.adapt_datetimefield_value(now),
                block.recomputation.project_id,
                block.first_article,
                block.last_article,
            ],
        )
        marked = cursor.fetchall()
    block.last_event = max((event for event, _ in marked), default=0)
    claims = Claim.objects.filter(pk__in={claim for _, claim in marked})
    return set(claims.order_by().values_list("article", flat=True).distinct())


def _keep(block: RecomputationBlock, sums: Sums, *, before: bool) -> None:
    BlockSum.objects.bulk_create(
        BlockSum(
            block=block,
            scope=scope,
            variable=variable,
            before=before,
            counts=part.to_bytes(),
        )
        for (scope, variable), part in sums.items()
    )


def _note_articles(
    recomputation: Recomputation, before: Records, records: Records, due: set[int]
) -> None:
    """Note the articles that were counted wrongly, and not just not counted yet."""
    old, new = by_article(before), by_article(records)
    wrong = [
        article
        for article in sorted(old.keys() | new.keys())
        if article not in due
        and not np.array_equal(old.get(article, none()), new.get(article, none()))
    ]
    note_differences(recomputation, [{"article": article} for article in wrong])


def note_differences(recomputation: Recomputation, found: list[dict[str, Any]]) -> None:
    """Add what was found to be wrong, up to MOST_NAMED at a time."""
    if not found:
        return
    # Blocks end side by side: each adds to what is there.
    locked = Recomputation.objects.select_for_update().get(pk=recomputation.pk)
    locked.differences += found[:MOST_NAMED]
    locked.save(update_fields=["differences"])
    recomputation.differences = locked.differences
