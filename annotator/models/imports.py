"""Files of articles that are taken in by the workers, and what became of each row."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from annotator.models.projects import Project
from annotator.models.users import User


class ImportState(models.TextChoices):
    """How far an import is. A canceled or failed one can be resumed."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    CANCELED = "canceled"
    FAILED = "failed"


UNFINISHED = (ImportState.WAITING, ImportState.RUNNING)
RESUMABLE = (ImportState.CANCELED, ImportState.FAILED)


class ArticleImportQuerySet(models.QuerySet["ArticleImport"]):
    def unfinished(self) -> "ArticleImportQuerySet":
        """Keep those that the workers have to do with."""
        return self.filter(state__in=UNFINISHED)


class ArticleImport(models.Model):
    """
    Articles that a lead sent in one request: the rows of a table, or a file each.

    `total` is unknown until a table is cut into blocks. The counts are of rows that
    are done with, and are written together with what they count. `taken_at` is when
    somebody last showed to be cutting the table, and `tried` how often that was begun;
    `sent_at` is when a worker was last told of the import or at work on a block.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="imports")
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    name = models.CharField(max_length=255)
    mapping = models.JSONField(null=True, blank=True)
    state = models.CharField(
        max_length=8, choices=ImportState, default=ImportState.WAITING
    )
    error = models.CharField(max_length=1000, blank=True)
    total = models.PositiveIntegerField(null=True, blank=True)
    stored = models.PositiveIntegerField(default=0)
    duplicates = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0)
    tried = models.PositiveSmallIntegerField(default=0)
    taken_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[ArticleImportQuerySet] = ArticleImportQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=UNFINISHED, ended_at=None)
                | Q(
                    state__in=[ImportState.DONE, *RESUMABLE],
                    ended_at__isnull=False,
                ),
                name="import_has_ended_or_not",
            )
        ]
        indexes = [
            models.Index(
                fields=["state"],
                condition=Q(state__in=UNFINISHED),
                name="unfinished_imports",
            )
        ]

    def __str__(self) -> str:
        return f"Import of {self.name}"

    @property
    def done(self) -> int:
        """Give the number of rows that are done with."""
        return self.stored + self.duplicates + self.failed


class ImportFile(models.Model):
    """A file of an import, as it was sent; removed when the import is done."""

    article_import = models.ForeignKey(
        ArticleImport, models.CASCADE, related_name="files"
    )
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=255)
    kind = models.CharField(max_length=10)
    size = models.PositiveBigIntegerField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["article_import", "number"], name="import_file_numbers_differ"
            )
        ]

    def __str__(self) -> str:
        return self.name


class ImportPiece(models.Model):
    """
    A part of a file's bytes.

    In the database because workers may run on other machines than the web server, and
    in pieces so that nobody needs the whole of it in memory.
    """

    file = models.ForeignKey(ImportFile, models.CASCADE, related_name="pieces")
    number = models.PositiveIntegerField()
    content = models.BinaryField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["file", "number"], name="import_piece_numbers_differ"
            )
        ]

    def __str__(self) -> str:
        return f"Piece {self.number} of {self.file}"


class ImportBlock(models.Model):
    """
    Some rows of an import that are not done with: one message, one worker.

    `rows` holds them as they were read, packed; where `file` is given, that is the one
    row. A block is removed together with the storing of what it came to. Until
    `taken_until` it is somebody's, for the longer the more there is in it: `size` is in
    characters, or bytes of a file. `tried` counts how often it was begun: what kills
    its worker each time is cut smaller, and in the end given up.
    """

    article_import = models.ForeignKey(
        ArticleImport, models.CASCADE, related_name="blocks"
    )
    first_row = models.PositiveIntegerField()
    last_row = models.PositiveIntegerField()
    rows = models.BinaryField(default=b"")
    file = models.ForeignKey(
        ImportFile, models.CASCADE, null=True, blank=True, related_name="blocks"
    )
    size = models.PositiveIntegerField()
    tried = models.PositiveSmallIntegerField(default=0)
    taken_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["first_row"]
        constraints = [
            models.UniqueConstraint(
                fields=["article_import", "first_row"], name="import_blocks_differ"
            )
        ]

    def __str__(self) -> str:
        return f"Rows {self.first_row} to {self.last_row} of {self.article_import}"


class ImportFailure(models.Model):
    """A row that was not stored, why, and the row itself as it was given."""

    article_import = models.ForeignKey(
        ArticleImport, models.CASCADE, related_name="failures"
    )
    row = models.PositiveIntegerField()
    code = models.CharField(max_length=40)
    reason = models.TextField()
    raw = models.TextField(blank=True)

    class Meta:
        ordering = ["row"]
        constraints = [
            models.UniqueConstraint(
                fields=["article_import", "row"], name="one_failure_per_row"
            )
        ]

    def __str__(self) -> str:
        return f"Row {self.row} of {self.article_import}: {self.reason}"
