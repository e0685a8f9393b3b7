"""What changed from one snapshot to another: asked for, and found by a worker."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction

from annotator.errors import DomainError
from annotator.models import Snapshot, SnapshotComparison, SnapshotState
from annotator.services.snapshot_differences import differences
from annotator.services.snapshots import FAILED
from annotator.services.turns import Turn, TurnLost, free
from annotator.services.wake import send


class SnapshotNotDone(DomainError):
    code = "snapshot_not_done"


def compare(*, before: Snapshot, after: Snapshot, now: datetime) -> SnapshotComparison:
    """
    Give the comparison of two snapshots, which a worker makes if it is not there.

    :raises SnapshotNotDone: if there is nothing to compare yet
    """
    for one in (before, after):
        if one.state != SnapshotState.DONE:
            raise SnapshotNotDone(f"Snapshot {one.pk} is {one.state}, not done.")
    with transaction.atomic():
        found, is_new = SnapshotComparison.objects.get_or_create(
            before=before, after=after, defaults={"asked_at": now}
        )
        if is_new:
            transaction.on_commit(partial(_send, found.pk), robust=True)
    return found


def _send(comparison_id: int) -> None:
    send("annotator.compare_snapshots", comparison_id=comparison_id)


def standing(comparison: SnapshotComparison) -> dict[str, Any]:
    """Give what is said of a comparison."""
    state = "waiting"
    if comparison.finished_at is not None:
        state = "failed" if comparison.error else "done"
    return {
        "before_id": comparison.before_id,
        "after_id": comparison.after_id,
        "state": state,
        "error": comparison.error,
        "asked_at": comparison.asked_at,
        "finished_at": comparison.finished_at,
        "figures": comparison.figures or None,
    }


def send_lost_comparisons(*, now: datetime) -> None:
    """Send again what nobody is at work on: the sweep's part."""
    lost = SnapshotComparison.objects.filter(free(now), finished_at=None)
    for pk in lost.values_list("pk", flat=True):
        _send(pk)


def find_differences(*, comparison_id: int, clock: Callable[[], datetime]) -> bool:
    """Compare two snapshots, unless somebody is at it; tell whether it is done."""
    found = (
        SnapshotComparison.objects.filter(finished_at=None, pk=comparison_id)
        .select_related("before", "after")
        .first()
    )
    turn = None if found is None else Turn.take(found, clock)
    if found is None or turn is None:
        return False
    try:
        figures = differences(found.before, found.after, turn.go_on)
        turn.end(figures=figures, finished_at=clock())
    except TurnLost:
        return False
    except Exception:
        turn.end(error=FAILED, finished_at=clock())
        raise
    return True
