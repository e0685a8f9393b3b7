"""Count a whole project anew: a map over blocks of its articles, and a reduce."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Max, Q, QuerySet

from annotator.models import (
    EVERYTHING,
    AgreementMark,
    AlarmKind,
    BlockSum,
    Project,
    Recomputation,
    RecomputationBlock,
    RecomputationReason,
    TallySum,
)
from annotator.queries.ratings import declared_labels
from annotator.queries.sums import Sums, read_all_sums, unpack_sum
from annotator.services.alarms import clear_alarm, raise_alarm
from annotator.services.blocks import MOST_NAMED, tally_block
from annotator.services.reports import write_reports
from annotator.services.tallies import total, write_sums
from annotator.services.wake import nudge, send

BLOCK = 1000
"""Articles counted at once: some hundred thousand ratings, some ten megabytes."""
EMBEDDED_BLOCK = 100
"""The same where one writer keeps all others waiting, as on SQLite."""
LOST = timedelta(seconds=3 * settings.SWEEP_SECONDS)
"""A message that led to nothing for so long is sent again."""
WAIT_SECONDS = 0.2


def is_recomputing(project: Project) -> bool:
    """Tell whether the project is being counted anew."""
    return Recomputation.objects.filter(project=project, finished_at=None).exists()


@transaction.atomic
def start_recomputation(
    *, project: Project, reason: RecomputationReason, now: datetime
) -> Recomputation:
    """
    Begin to count everything anew, or give the recomputation that is at work.

    Its blocks are sent to the workers; the sweep sends again what got lost.
    """
    project = Project.objects.select_for_update(no_key=True).get(pk=project.pk)
    running = project.recomputations.filter(finished_at=None).first()
    # Labels that change from here on are marked again.
    AgreementMark.objects.filter(project=project, article=None).delete()
    declared = declared_labels(project)
    if running is not None and running.labels == declared.to_json():
        return running
    if running is not None:
        # What is counted there is counted by labels that are no more.
        running.delete()
    made = Recomputation.objects.create(
        project=project, reason=reason, labels=declared.to_json(), started_at=now
    )
    RecomputationBlock.objects.bulk_create(
        RecomputationBlock(
            recomputation=made, first_article=first, last_article=last, sent_at=now
        )
        for first, last in _ranges(project)
    )
    transaction.on_commit(partial(_send_blocks, made.pk), robust=True)
    return made


def _ranges(project: Project) -> list[tuple[int, int]]:
    """Cut the project's articles into ranges of ids."""
    size = BLOCK if connection.vendor == "postgresql" else EMBEDDED_BLOCK
    articles = list(project.articles.order_by("pk").values_list("pk", flat=True))
    return [
        (articles[start], articles[start : start + size][-1])
        for start in range(0, len(articles), size)
    ]


def _send_blocks(recomputation_id: int) -> None:
    blocks = RecomputationBlock.objects.filter(
        recomputation=recomputation_id, done_at=None
    )
    for block in blocks.values_list("pk", flat=True):
        if not send("annotator.tally_block", block_id=block):
            return
    if not blocks.exists():
        send("annotator.finish_recomputation", recomputation_id=recomputation_id)


def send_lost_blocks(*, now: datetime) -> None:
    """Send again what was sent long ago and is not done: the sweep's part."""
    for recomputation in Recomputation.objects.filter(finished_at=None):
        lost = recomputation.blocks.filter(done_at=None, sent_at__lt=now - LOST)
        if (
            lost.update(sent_at=now)
            or not recomputation.blocks.filter(done_at=None).exists()
        ):
            _send_blocks(recomputation.pk)


@transaction.atomic
def finish_recomputation(*, recomputation_id: int, now: datetime) -> bool:
    """
    Add up the blocks, if all are done, put the sums in place and report on them.

    Whoever comes second finds nothing to do. Gives whether this call did it.
    """
    found = Recomputation.objects.filter(pk=recomputation_id).first()
    if found is None:
        return False
    project = Project.objects.select_for_update(no_key=True).get(pk=found.project_id)
    recomputation = Recomputation.objects.get(pk=recomputation_id)
    blocks = recomputation.blocks.all()
    if recomputation.finished_at or blocks.filter(done_at=None).exists():
        return False
    declared = declared_labels(project)
    if declared.to_json() != recomputation.labels:
        AgreementMark.objects.create(project=project, at=now)
        return False
    kept = BlockSum.objects.filter(block__recomputation=recomputation)
    sums = _added_up(kept.filter(before=False))
    if recomputation.reason == RecomputationReason.NIGHTLY:
        before = _added_up(
            kept.filter(Q(before=True) | Q(block__differs=False, before=False))
        )
        _compare(recomputation, before, read_all_sums(project), now)
    newest = project.reports.filter(scope=EVERYTHING).first()
    last_event = blocks.aggregate(last=Max("last_event"))["last"] or 0
    TallySum.objects.filter(project=project).delete()
    write_sums(project, sums)
    if recomputation.reason != RecomputationReason.NIGHTLY or _is_changed(blocks):
        write_reports(
            project,
            sums,
            {EVERYTHING, *(scope for scope, _ in sums)},
            declared,
            last_event=max(last_event, newest.last_event if newest else 0),
            now=now,
        )
    blocks.delete()
    recomputation.finished_at = now
    recomputation.save(update_fields=["finished_at"])
    clear_alarm(project=project, kind=AlarmKind.FAILED, now=now)
    transaction.on_commit(partial(nudge, project_id=project.pk), robust=True)
    return True


def _is_changed(blocks: QuerySet[RecomputationBlock]) -> bool:
    return blocks.filter(differs=True).exists()


def _added_up(kept: QuerySet[BlockSum]) -> Sums:
    """Add up blocks' sums, one key at a time, so that few are unpacked at once."""
    sums: Sums = {}
    keys = kept.order_by("scope", "variable").values_list("scope", "variable")
    for scope, variable in keys.distinct():
        packed = kept.filter(scope=scope, variable=variable)
        parts = [
            unpack_sum(variable, counts)
            for counts in packed.values_list("counts", flat=True).iterator()
        ]
        sums[scope, variable] = total(parts)
    return sums


def _compare(
    recomputation: Recomputation, before: Sums, stored: Sums, now: datetime
) -> None:
    """Raise an alarm if what was kept is not what had been counted, or was wrong."""
    wrong = [
        {"scope": scope, "variable": variable}
        for scope, variable in sorted(before.keys() | stored.keys())
        if before.get((scope, variable)) != stored.get((scope, variable))
    ]
    recomputation.differences += wrong[:MOST_NAMED]
    recomputation.save(update_fields=["differences"])
    project, kind = recomputation.project, AlarmKind.DIFFERENCE
    if recomputation.differences:
        raise_alarm(
            project=project,
            kind=kind,
            detail="The nightly count from scratch found other figures than were kept. "
            "They are put right now; tell whoever runs this installation.",
            now=now,
        )
    else:
        clear_alarm(project=project, kind=kind, now=now)


def run_recomputation(
    *,
    project: Project,
    reason: RecomputationReason,
    clock: Callable[[], datetime],
    progress: Callable[[int, int], None] = lambda done, blocks: None,
) -> Recomputation:
    """
    Count everything anew here and now, together with whatever workers there are.

    `progress` is called with the blocks that are done and all blocks.
    """
    made = start_recomputation(project=project, reason=reason, now=clock())
    blocks = list(made.blocks.values_list("pk", flat=True))
    for block in blocks:
        tally_block(block_id=block, now=clock())
        progress(made.blocks.exclude(done_at=None).count(), len(blocks))
    while Recomputation.objects.filter(pk=made.pk, finished_at=None).exists():
        if not finish_recomputation(recomputation_id=made.pk, now=clock()):
            time.sleep(WAIT_SECONDS)  # for a block that a worker has
    made.refresh_from_db()
    return made
