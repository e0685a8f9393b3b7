"""Count a whole project anew: a map over blocks of its articles, and a reduce."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from math import isclose
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Max, Q, QuerySet

from annotator.metrics import ENGINE
from annotator.models import (
    EVERYTHING,
    ActKind,
    AgreementMark,
    AgreementReport,
    AlarmKind,
    BlockSum,
    Project,
    Recomputation,
    RecomputationBlock,
    RecomputationReason,
    TallySum,
    User,
)
from annotator.queries.figures import report_fields
from annotator.queries.ratings import CountsDamaged, Declared, declared_labels
from annotator.queries.sums import (
    Sums,
    labels_of,
    read_all_sums,
    read_sums,
    unpack_sum,
)
from annotator.services.activity import note
from annotator.services.alarms import clear_alarm, raise_alarm
from annotator.services.blocks import note_differences, tally_block
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
    *,
    project: Project,
    reason: RecomputationReason,
    now: datetime,
    by: User | None = None,
) -> Recomputation:
    """
    Begin to count everything anew, or give the recomputation that is at work.

    Its blocks are sent to the workers; the sweep sends again what got lost. It is noted
    if somebody asked for it: `by`. Where
    labels were changed since the last count there is nothing to compare with, and a
    nightly one becomes one of changed labels.
    """
    project = Project.objects.select_for_update(no_key=True).get(pk=project.pk)
    running = project.recomputations.filter(finished_at=None).first()
    # Labels that change from here on are marked again.
    marked, _ = AgreementMark.objects.filter(project=project, article=None).delete()
    declared = declared_labels(project)
    if running is not None and running.labels == declared.to_json():
        return running
    if running is not None:
        # What is counted there is counted by labels that are no more. Those who are
        # inside of a block come out of it first.
        list(running.blocks.select_for_update())
        running.delete()
    are_new = marked or running is not None or not _is_counted_by(project, declared)
    if are_new and reason == RecomputationReason.NIGHTLY:
        reason = RecomputationReason.LABELS
    made = Recomputation.objects.create(
        project=project, reason=reason, labels=declared.to_json(), started_at=now
    )
    RecomputationBlock.objects.bulk_create(
        RecomputationBlock(
            recomputation=made, first_article=first, last_article=last, sent_at=now
        )
        for first, last in _ranges(project)
    )
    if by is not None:
        note(
            project=project,
            actor=by,
            kind=ActKind.RECOMPUTATION_STARTED,
            now=now,
            reason=reason,
        )
    transaction.on_commit(partial(_send_blocks, made.pk), robust=True)
    return made


def _is_counted_by(project: Project, declared: Declared) -> bool:
    """Tell whether the sums are by these labels, as far as they can be read."""
    try:
        sums = read_sums(project, EVERYTHING)
    except CountsDamaged:
        return True
    return all(
        labels_of(part) == declared.labels(name) for (_, name), part in sums.items()
    )


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
    is_nightly = recomputation.reason == RecomputationReason.NIGHTLY
    is_changed = blocks.filter(differs=True).exists()
    newest = project.reports.filter(scope=EVERYTHING).first()
    if is_nightly:
        as_kept = kept.filter(Q(before=True) | Q(block__differs=False, before=False))
        note_differences(recomputation, _wrong_sums(project, _added_up(as_kept)))
        if newest and not is_changed and not _is_report_of(newest, sums, declared):
            note_differences(recomputation, [{"report": EVERYTHING}])
        _tell(recomputation, now)
    last_event = blocks.aggregate(last=Max("last_event"))["last"] or 0
    TallySum.objects.filter(project=project).delete()
    write_sums(project, sums)
    if not is_nightly or is_changed or recomputation.differences:
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


def _wrong_sums(project: Project, before: Sums) -> list[dict[str, Any]]:
    """Name the sums that are not those of what was counted."""
    try:
        stored = read_all_sums(project)
    except CountsDamaged:
        return [{"scope": "unreadable"}]
    return [
        {"scope": scope, "variable": variable}
        for scope, variable in sorted(before.keys() | stored.keys())
        if before.get((scope, variable)) != stored.get((scope, variable))
    ]


def _is_report_of(report: AgreementReport, sums: Sums, declared: Declared) -> bool:
    """Tell whether a report by this engine says what the sums come to."""
    if report.engine != ENGINE:
        return True
    return _is_close(
        report.variables, report_fields(sums, report.scope, declared)["variables"]
    )


def _is_close(one: Any, other: Any) -> bool:
    """Compare JSON values; another processor may round the last digit otherwise."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(
            _is_close(one[key], other[key]) for key in one
        )
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_is_close, one, other))
    if isinstance(one, float) and isinstance(other, float | int):
        return isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)
    return bool(one == other)


def _tell(recomputation: Recomputation, now: datetime) -> None:
    """Raise an alarm if something was wrong, or clear it."""
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
    running: Recomputation | None
    running = start_recomputation(project=project, reason=reason, now=clock())
    while running is not None:
        for block in running.blocks.filter(done_at=None).values_list("pk", flat=True):
            tally_block(block_id=block, now=clock())
            done = running.blocks.exclude(done_at=None).count()
            progress(done, running.blocks.count())
        if AgreementMark.objects.filter(project=project, article=None).exists():
            start_recomputation(project=project, reason=reason, now=clock())
        elif not finish_recomputation(recomputation_id=running.pk, now=clock()):
            time.sleep(WAIT_SECONDS)  # for a block that a worker has
        running = project.recomputations.filter(finished_at=None).first()
    return project.recomputations.latest("pk")
