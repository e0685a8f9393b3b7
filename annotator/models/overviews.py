"""What a dashboard shows beside agreement, and the answers a reader has chosen."""

from django.db import models

from annotator.models.agreement import EVERYTHING
from annotator.models.projects import Project

SELECTION = "selection:"
"""How the scope of a selection begins; its digest follows."""


class Selection(models.Model):
    """
    Some of a project's answers, chosen by a reader and counted by a worker.

    `filters` says which: `since` and `until` (days, both included), `revisions`,
    `annotators` (ids) and `outlets`; what is missing leaves nothing out. `digest` is
    that of the filters, so that whoever chooses the same finds the same. `labels` is
    what it was counted by, `last_event` the newest AnnotationEvent that was taken in.
    While `asked_at` is recent a reader looks at it, and it is counted again when
    answers change.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="selections")
    digest = models.CharField(max_length=16)
    filters = models.JSONField()
    labels = models.JSONField(default=dict)
    articles = models.PositiveIntegerField(default=0)
    articles_done = models.PositiveIntegerField(default=0)
    last_event = models.PositiveBigIntegerField(default=0)
    asked_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True, blank=True)
    counted_at = models.DateTimeField(null=True, blank=True)
    seconds = models.FloatField(
        default=0, help_text="How long counting took: what is long is done seldom."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["project", "digest"], name="one_selection_per_digest"
            )
        ]

    def __str__(self) -> str:
        return f"{self.project}: {self.filters}"

    @property
    def scope(self) -> str:
        """Give the name by which figures of it are asked for."""
        return f"{SELECTION}{self.digest}"


class SelectionSum(models.Model):
    """The sum of what a selection counts, for one variable, packed as a TallySum."""

    selection = models.ForeignKey(Selection, models.CASCADE, related_name="sums")
    variable = models.CharField(max_length=40)
    counts = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["selection", "variable"], name="one_sum_per_variable"
            )
        ]

    def __str__(self) -> str:
        return f"{self.variable} of {self.selection}"


class Overview(models.Model):
    """
    Progress, pace, time and sources of a scope, as a worker last counted them.

    `figures` is what the API gives. It is counted from the answers themselves, never
    changed in steps, so it cannot drift; `seconds` is how long that took, and what
    takes long is done seldom. `last_event` and `last_act` are the newest taken in.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="overviews")
    scope = models.CharField(max_length=40, default=EVERYTHING)
    figures = models.JSONField()
    last_event = models.PositiveBigIntegerField(default=0)
    last_act = models.PositiveBigIntegerField(default=0)
    seconds = models.FloatField(default=0)
    computed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["project", "scope"], name="one_overview_per_scope"
            )
        ]

    def __str__(self) -> str:
        return f"Overview of {self.project}, {self.scope}"
