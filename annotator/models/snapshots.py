"""Snapshots: exports that never change, named by what is in them."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from annotator.models.projects import Project
from annotator.models.users import User


class SnapshotState(models.TextChoices):
    """How far a snapshot is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


MANIFEST = "manifest.json"
UNFINISHED_SNAPSHOTS = [SnapshotState.WAITING, SnapshotState.RUNNING]


class SnapshotQuerySet(models.QuerySet["Snapshot"]):
    def unfinished(self) -> "SnapshotQuerySet":
        """Keep those that a worker has to do, or is at."""
        return self.filter(state__in=UNFINISHED_SNAPSHOTS)


class Snapshot(models.Model):
    """
    A project's labels at one moment, as files in the snapshot storage.

    `options` says what was asked for: filters, formats, splits. `manifest` is the
    content of `manifest.json`, and `digest` the SHA-256 of that file: as the manifest
    holds the checksum of every other file, equal contents have equal digests, and the
    files lie under it. Neither says when, by whom or from which row they were made.

    `step`, `done` and `total` tell how far the work is, in rows; `worked_at` is when
    the worker who is at it last did a piece of it, and `tried` how often it was begun.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="snapshots")
    options = models.JSONField()
    state = models.CharField(
        max_length=7, choices=SnapshotState, default=SnapshotState.WAITING
    )
    step = models.CharField(max_length=40, blank=True)
    done = models.PositiveBigIntegerField(default=0)
    total = models.PositiveBigIntegerField(null=True, blank=True)
    error = models.CharField(max_length=1000, blank=True)
    tried = models.PositiveSmallIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)
    manifest = models.JSONField(default=dict)
    size = models.PositiveBigIntegerField(default=0, help_text="Bytes of all files.")
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    worked_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[SnapshotQuerySet] = SnapshotQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=UNFINISHED_SNAPSHOTS, finished_at=None)
                | Q(
                    state__in=[SnapshotState.DONE, SnapshotState.FAILED],
                    finished_at__isnull=False,
                ),
                name="snapshot_has_ended_or_not",
            ),
            models.CheckConstraint(
                condition=Q(state=SnapshotState.DONE) & ~Q(digest="")
                | ~Q(state=SnapshotState.DONE) & Q(digest=""),
                name="a_snapshot_that_is_done_has_a_digest",
            ),
        ]
        indexes = [
            models.Index(
                fields=["state"],
                condition=Q(state__in=UNFINISHED_SNAPSHOTS),
                name="unfinished_snapshots",
            ),
            models.Index(fields=["digest"], name="snapshots_by_digest"),
        ]

    def __str__(self) -> str:
        return f"Snapshot {self.digest[:12] or self.pk} of {self.project}"

    @property
    def files(self) -> list[dict[str, Any]]:
        """Give name, bytes, SHA-256 and rows of each file; none until it is done."""
        if self.state != SnapshotState.DONE:
            return []
        files: list[dict[str, Any]] = self.manifest["files"]
        rest = self.size - sum(file["bytes"] for file in files)
        manifest = {"name": MANIFEST, "bytes": rest, "sha256": self.digest}
        return [*files, {**manifest, "rows": None}]


class SnapshotComparison(models.Model):
    """
    What changed from one snapshot to another, as a worker found it.

    `figures` is what the API gives; it is empty, and `finished_at` null, until then.
    """

    before = models.ForeignKey(Snapshot, models.CASCADE, related_name="+")
    after = models.ForeignKey(Snapshot, models.CASCADE, related_name="+")
    figures = models.JSONField(default=dict)
    error = models.CharField(max_length=1000, blank=True)
    asked_at = models.DateTimeField()
    worked_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["before", "after"], name="one_comparison_of_two_snapshots"
            )
        ]

    def __str__(self) -> str:
        return f"{self.before} and {self.after}"
