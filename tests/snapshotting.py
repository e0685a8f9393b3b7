"""Take snapshots in this process, as a worker would."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.files.storage import storages

from annotator.models import Project, Role, Snapshot, SnapshotComparison
from annotator.services import snapshot_comparisons, snapshots
from tests import make

SPLITS: dict[str, Any] = {
    "seed": 1,
    "shares": {"train": 0.6, "validation": 0.2, "test": 0.2},
    "by": "article",
    "similarity": 0.7,
}


def clock() -> datetime:
    return make.NOW


def ask(project: Project, **options: Any) -> Snapshot:
    """Ask for a snapshot that nobody takes yet."""
    asked: dict[str, Any] = {
        "filters": {}, "formats": ["parquet"], "text": False, "splits": None
    }  # fmt: skip
    return snapshots.ask_for_snapshot(
        project=project,
        by=project.memberships.filter(role=Role.LEAD)[0].user,
        now=make.NOW,
        **asked | options,
    )


def work(snapshot: Snapshot, *, clock: Callable[[], datetime] = clock) -> Snapshot:
    """Do what a worker does who is told of a snapshot."""
    snapshots.take_snapshot(snapshot_id=snapshot.pk, clock=clock)
    return Snapshot.objects.select_related("project").get(pk=snapshot.pk)


def take(project: Project, **options: Any) -> Snapshot:
    """Have a snapshot taken."""
    taken = work(ask(project, **options))
    assert taken.state == "done", taken.error
    return taken


def folder(snapshot: Snapshot) -> Path:
    """Give where a snapshot's files lie."""
    return Path(storages["snapshots"].path(snapshot.digest))


def read(snapshot: Snapshot, name: str) -> bytes:
    return (folder(snapshot) / name).read_bytes()


def manifest(snapshot: Snapshot) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(read(snapshot, "manifest.json"))
    return found


def texts(count: int) -> list[str]:
    """Make texts of which no two are alike."""
    return [
        " ".join(
            f"Word{number}x{place} was said by word{place * number}."
            for place in range(9)
        )
        for number in range(1, count + 1)
    ]


def near_duplicates() -> list[str]:
    """Make three texts that differ in a word."""
    whole = " ".join(
        f"The item{place} of the list is due on day {place}." for place in range(20)
    )
    return [whole.replace("item7", name) for name in ("item7", "point7", "part7")]


def compare(before: Snapshot, after: Snapshot) -> SnapshotComparison:
    """Have two snapshots compared."""
    asked = snapshot_comparisons.compare(before=before, after=after, now=make.NOW)
    snapshot_comparisons.find_differences(comparison_id=asked.pk, clock=clock)
    asked.refresh_from_db()
    return asked
