"""Snapshots: asked for, taken by a worker, and deleted."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import F

from annotator.models import ActKind, Project, Snapshot, SnapshotState, User
from annotator.queries.exports.choices import ExportChoice
from annotator.services import snapshot_storage as storage
from annotator.services.activity import note
from annotator.services.snapshot_contents import Contents, write_contents
from annotator.services.snapshot_progress import Progress
from annotator.services.turns import Turn, TurnLost, free
from annotator.services.wake import send

MOST_TRIES = 3
FAILED = (
    "The program failed on this, and its log says why. Tell whoever runs this "
    "installation."
)
GIVEN_UP = (
    f"Each of the {MOST_TRIES} workers that took it was lost. Tell whoever runs this "
    "installation."
)


def as_options(
    *,
    filters: dict[str, Any],
    formats: list[str],
    text: bool,
    splits: dict[str, Any] | None,
) -> dict[str, Any]:
    """Give what is asked for in the one way in which it can be written down."""
    return {
        "filters": ExportChoice.of(filters).to_json(),
        "formats": sorted({"parquet", *formats}),
        "text": text,
        "splits": splits,
    }


@transaction.atomic
def ask_for_snapshot(
    *,
    project: Project,
    by: User,
    now: datetime,
    filters: dict[str, Any],
    formats: list[str],
    text: bool,
    splits: dict[str, Any] | None,
) -> Snapshot:
    """Ask the workers for a snapshot of a project."""
    options = as_options(filters=filters, formats=formats, text=text, splits=splits)
    made = Snapshot.objects.create(
        project=project, options=options, created_by=by, created_at=now
    )
    note(
        project=project,
        actor=by,
        kind=ActKind.SNAPSHOT_STARTED,
        now=now,
        snapshot_id=made.pk,
        **options,
    )
    transaction.on_commit(
        partial(send, "annotator.take_snapshot", snapshot_id=made.pk), robust=True
    )
    return made


def send_lost_snapshots(*, now: datetime) -> None:
    """Send again what nobody is at work on: the sweep's part."""
    for pk in (
        Snapshot.objects.unfinished().filter(free(now)).values_list("pk", flat=True)
    ):
        send("annotator.take_snapshot", snapshot_id=pk)


def take_snapshot(*, snapshot_id: int, clock: Callable[[], datetime]) -> bool:
    """
    Take a snapshot, unless somebody is at it; tell whether it is done.

    Nothing of a try that was killed is used: the next one begins anew. What kills each
    worker is given up.
    """
    found = _begin(snapshot_id, clock)
    if found is None:
        return False
    snapshot, turn = found
    try:
        _take(snapshot, turn, clock)
    except TurnLost:
        return False
    except Exception:
        _fail(turn, FAILED, clock)
        raise
    return True


@transaction.atomic
def _begin(
    snapshot_id: int, clock: Callable[[], datetime]
) -> tuple[Snapshot, Turn] | None:
    """Take the turn at a snapshot, and count the try; None if it is not to be taken."""
    unfinished = Snapshot.objects.unfinished().select_related("project")
    found = unfinished.filter(pk=snapshot_id).first()
    turn = None if found is None else Turn.take(found, clock)
    if found is None or turn is None:
        return None
    found.refresh_from_db(fields=["tried"])
    if found.tried >= MOST_TRIES:
        storage.forget_work(found.pk)
        _fail(turn, GIVEN_UP, clock)
        return None
    turn.go_on(state=SnapshotState.RUNNING, tried=F("tried") + 1, step="", done=0)
    return found, turn


def _take(snapshot: Snapshot, turn: Turn, clock: Callable[[], datetime]) -> None:
    with storage.workplace(snapshot) as folder:
        with Progress(turn) as progress:
            made = write_contents(snapshot, folder, progress)
            progress.begin("storing", len(made.names))
            storage.put(made.digest, made.names, folder)
        try:
            _finish(turn, made, folder, clock)
        except TurnLost:
            storage.remove_unused(made.digest, made.names)
            raise


def _finish(
    turn: Turn, made: Contents, folder: Path, clock: Callable[[], datetime]
) -> None:
    with storage.alone_with(made.digest):
        # Whoever deleted the same content meanwhile has taken its files away.
        storage.put(made.digest, made.names, folder)
        turn.end(
            state=SnapshotState.DONE,
            digest=made.digest,
            manifest=made.manifest,
            size=made.size,
            step="",
            done=0,
            total=None,
            finished_at=clock(),
        )


def _fail(turn: Turn, error: str, clock: Callable[[], datetime]) -> None:
    """End a snapshot that cannot be taken, unless another worker is at it."""
    try:
        turn.end(state=SnapshotState.FAILED, error=error, finished_at=clock())
    except TurnLost:
        return


def delete_snapshot(*, snapshot: Snapshot, by: User, now: datetime) -> None:
    """Delete a snapshot, and its files unless another one is the same."""
    names, digest = [file["name"] for file in snapshot.files], snapshot.digest
    with transaction.atomic():
        note(
            project=snapshot.project,
            actor=by,
            kind=ActKind.SNAPSHOT_DELETED,
            now=now,
            snapshot_id=snapshot.pk,
            digest=digest,
        )
        snapshot.delete()
        if digest:
            transaction.on_commit(
                partial(storage.remove_unused, digest, names), robust=True
            )
