"""What agreement is computed from, what came out, and whether anyone computes."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from annotator.models.articles import Article, Claim
from annotator.models.projects import Project

EVERYTHING = "all"
"""The scope of all answers; others are `revision:2` and `week:2026-05-04`."""


class AgreementMark(models.Model):
    """
    A mark that agreement work is due for another reason than an answer.

    Append only, and removed with the work: claims of `article` were replaced or, where
    there is none, the project's source types or its confidence scale were changed.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="+")
    article = models.ForeignKey(
        Article, models.CASCADE, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.article or self.project}, changed at {self.at}"


class ArticleTally(models.Model):
    """
    What was counted of an article: its ratings, packed (`annotator.queries.ratings`).

    The project's sums hold exactly what these rows say. Ratings are kept rather than
    their counts because they are smaller, and give the counts for every scope again.
    """

    article = models.OneToOneField(Article, models.CASCADE, related_name="tally")
    ratings = models.BinaryField()

    def __str__(self) -> str:
        return f"Tally of {self.article}"


class TallySum(models.Model):
    """The sum of all articles' tallies, for one scope and variable, packed."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="sums")
    scope = models.CharField(max_length=40)
    variable = models.CharField(max_length=40)
    counts = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["project", "scope", "variable"], name="one_sum_per_scope"
            )
        ]

    def __str__(self) -> str:
        return f"{self.variable} of {self.project}, {self.scope}"


class AgreementReport(models.Model):
    """
    Agreement as it was once computed; kept, so that a lead sees history.

    `variables` holds for each variable its coefficients, intervals, statuses and
    counts; `last_event` is the newest AnnotationEvent that had been taken in.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="reports")
    scope = models.CharField(max_length=40, default=EVERYTHING)
    engine = models.CharField(max_length=20)
    variables = models.JSONField()
    articles = models.PositiveIntegerField()
    claims = models.PositiveIntegerField()
    last_event = models.PositiveBigIntegerField()
    computed_at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["project", "scope", "-id"], name="newest_report_first")
        ]

    def __str__(self) -> str:
        return f"Agreement in {self.project} at {self.computed_at:%Y-%m-%d %H:%M}"


class DisputedClaim(models.Model):
    """
    A claim on which annotators differ, and how much: for the order of adjudication.

    `dispute` (0 to 1) is the mean over pairs of answers of the product of both
    confidences, as shares of the scale, where the two differ: sure people who differ
    come first. `entropy`, in nats, is that of the claim's posterior, once there is one.
    `types` has a bit set for each source type that somebody gives (`bit_of`), so that
    those on which two types meet are found without their answers.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="disputed")
    claim = models.OneToOneField(Claim, models.CASCADE, related_name="dispute")
    answers = models.PositiveSmallIntegerField()
    dispute = models.FloatField()
    types = models.BigIntegerField(default=0)
    entropy = models.FloatField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["project", "-dispute", "claim"], name="most_disputed"),
            models.Index(
                fields=["project", "-entropy", "claim"], name="most_uncertain"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.claim}: {self.dispute:.2f}"

    @staticmethod
    def bit_of(source_type_id: int) -> int:
        """Give the bit of a source type, which it may share with one far older."""
        return 1 << (source_type_id % 62)


class RecomputationReason(models.TextChoices):
    """Why everything is counted anew."""

    MANY = "many_changes"
    LABELS = "labels_changed"
    REPAIR = "repair"
    NIGHTLY = "nightly"


class Recomputation(models.Model):
    """
    Counting a whole project anew: a map over blocks of its articles, and a reduce.

    While one is not finished, no single changes are taken in. `labels` is what it
    counts by; `differences` says what of the stored counts was found to be wrong.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="recomputations")
    reason = models.CharField(max_length=20, choices=RecomputationReason)
    labels = models.JSONField()
    differences = models.JSONField(default=list)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project"],
                condition=Q(finished_at=None),
                name="one_recomputation_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"Recomputation of {self.project} ({self.reason})"


class RecomputationBlock(models.Model):
    """
    Some articles of a recomputation, by a range of ids: one message, one worker.

    `differs` says that something else was stored of them; `last_event` is the newest
    event that was taken in.
    """

    recomputation = models.ForeignKey(
        Recomputation, models.CASCADE, related_name="blocks"
    )
    first_article = models.PositiveBigIntegerField()
    last_article = models.PositiveBigIntegerField()
    differs = models.BooleanField(default=False)
    last_event = models.PositiveBigIntegerField(default=0)
    sent_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"Articles {self.first_article} to {self.last_article}"


class BlockSum(models.Model):
    """
    What a block came to, for one scope and variable, packed.

    `before` says that it is what was stored of the block until then, which a nightly
    recomputation keeps where that was something else.
    """

    block = models.ForeignKey(RecomputationBlock, models.CASCADE, related_name="sums")
    scope = models.CharField(max_length=40)
    variable = models.CharField(max_length=40)
    before = models.BooleanField(default=False)
    counts = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.variable} of {self.block}"


class AlarmKind(models.TextChoices):
    """What is wrong with a project's agreement."""

    FAILED = "failed"
    DIFFERENCE = "difference"


class AgreementAlarm(models.Model):
    """Something wrong with a project's agreement, which its lead must know of."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="alarms")
    kind = models.CharField(max_length=10, choices=AlarmKind)
    detail = models.CharField(max_length=1000)
    raised_at = models.DateTimeField()
    cleared_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "kind"],
                condition=Q(cleared_at=None),
                name="one_open_alarm_per_kind",
            )
        ]

    def __str__(self) -> str:
        return f"{self.project}: {self.detail}"


class Consensus(models.Model):
    """
    One run of Dawid and Skene's model over a project's source types.

    `figures` holds the class marginals, each annotator's error rates, the
    log-likelihood and how it converged. While `finished_at` is null, it is asked for or
    at work, and `started_at` says which.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="consensuses")
    labels = models.JSONField(default=list)
    figures = models.JSONField(default=dict)
    engine = models.CharField(max_length=20, blank=True)
    claims = models.PositiveIntegerField(default=0)
    asked_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project"],
                condition=Q(finished_at=None),
                name="one_consensus_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"Consensus in {self.project} of {self.asked_at:%Y-%m-%d %H:%M}"


class ArticlePosterior(models.Model):
    """The posteriors of an article's claims by the newest consensus, packed."""

    article = models.OneToOneField(Article, models.CASCADE, related_name="posterior")
    consensus = models.ForeignKey(Consensus, models.CASCADE, related_name="posteriors")
    posteriors = models.BinaryField()

    def __str__(self) -> str:
        return f"Posteriors of {self.article}"


class WorkerHeartbeat(models.Model):
    """When a worker last swept: a row, because a process can live and do nothing."""

    SWEEP: ClassVar[str] = "sweep"
    NIGHTLY: ClassVar[str] = "nightly"

    name = models.CharField(max_length=20, primary_key=True, default=SWEEP)
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name}, seen {self.seen_at}"
