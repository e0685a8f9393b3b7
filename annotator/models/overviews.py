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
    that of the filters, so that whoever chooses the same finds the same. `last_report`
    and `last_act` are the newest AgreementReport of all answers and the newest Act when
    its count began. While `asked_at` is recent a reader looks at it, and it is counted
    again after newer ones. `worked_at` is when the worker who is at it last did a piece
    of it; null if none is.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="selections")
    digest = models.CharField(max_length=16)
    filters = models.JSONField()
    articles = models.PositiveIntegerField(default=0)
    articles_done = models.PositiveIntegerField(default=0)
    last_report = models.PositiveBigIntegerField(default=0)
    last_act = models.PositiveBigIntegerField(default=0)
    asked_at = models.DateTimeField()
    worked_at = models.DateTimeField(null=True, blank=True)
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

    @property
    def seen(self) -> tuple[int, int]:
        """Give the newest report and the newest act when its count began."""
        return self.last_report, self.last_act


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

    `figures` is what the API gives; it is empty, and `computed_at` null, until a worker
    has counted. They are counted from the answers themselves, never changed in steps,
    so they cannot drift; `seconds` is how long that took, and what takes long is done
    seldom. `last_report` and `last_act` are the newest AgreementReport of all answers
    and the newest Act when it began. `choices` is what a reader can choose from, and
    `worked_at` when the worker who is at it last did a piece of it: both are kept with
    the scope of all answers, together with which all but selections are counted.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="overviews")
    scope = models.CharField(max_length=40, default=EVERYTHING)
    figures = models.JSONField(default=dict)
    choices = models.JSONField(default=dict)
    last_report = models.PositiveBigIntegerField(default=0)
    last_act = models.PositiveBigIntegerField(default=0)
    seconds = models.FloatField(default=0)
    worked_at = models.DateTimeField(null=True, blank=True)
    computed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["project", "scope"], name="one_overview_per_scope"
            )
        ]

    def __str__(self) -> str:
        return f"Overview of {self.project}, {self.scope}"

    @property
    def seen(self) -> tuple[int, int]:
        """Give the newest report and the newest act when its count began."""
        return self.last_report, self.last_act
