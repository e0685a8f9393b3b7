"""Who annotates what, what they said, and everything that was ever changed."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from annotator.models.articles import Article, Claim
from annotator.models.projects import Guidelines, Project, SourceType
from annotator.models.users import User


class AssignmentState(models.TextChoices):
    """
    Whether an assigned article is being worked on, finished, or given back.

    A released one may be taken up again by its annotator while a place is free; one
    that a lead has withdrawn may not.
    """

    OPEN = "open"
    DONE = "done"
    RELEASED = "released"
    WITHDRAWN = "withdrawn"


HOLDING = [AssignmentState.OPEN, AssignmentState.DONE]
"""The states in which an assignment takes one of the article's places."""


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def holding(self) -> "AssignmentQuerySet":
        """Keep those that take a place at their article."""
        return self.filter(state__in=HOLDING)


class Assignment(models.Model):
    """
    An article handed to one annotator, with a lease.

    `position` is one of the project's k places at the article: because a place is
    taken once, no number of servers can hand an article to more than k people.
    `assigned_by` is the lead who chose the annotator; null where the queue did.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="assignments")
    annotator = models.ForeignKey(User, models.PROTECT, related_name="assignments")
    position = models.PositiveSmallIntegerField()
    state = models.CharField(
        max_length=9, choices=AssignmentState, default=AssignmentState.OPEN
    )
    answered = models.PositiveIntegerField(default=0)
    skipped = models.PositiveIntegerField(default=0)
    lease_until = models.DateTimeField()
    assigned_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField()
    last_saved_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[AssignmentQuerySet] = AssignmentQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["lease_until"],
                condition=Q(state="open"),
                name="leases_that_may_lapse",
            ),
            models.Index(
                fields=["annotator", "state"], name="assignments_by_annotator"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "annotator"], name="one_assignment_per_annotator"
            ),
            models.UniqueConstraint(
                fields=["article", "position"],
                condition=Q(state__in=["open", "done"]),
                name="one_assignment_per_position",
            ),
            models.CheckConstraint(
                condition=Q(skipped__lte=F("answered")),
                name="skipped_claims_are_answered",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article} for {self.annotator}"

    @property
    def by_name(self) -> bool:
        """Tell whether a lead chose the annotator."""
        return self.assigned_by_id is not None


class Annotation(models.Model):
    """
    What one annotator now says of one claim; earlier answers are in its events.

    Either a source type with a confidence, or skipped. `version` counts the changes;
    `client_id` is that of the save which made it what it is, so that a later save can
    say which one it replaces.
    """

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="annotations")
    annotator = models.ForeignKey(User, models.PROTECT, related_name="annotations")
    source_type = models.ForeignKey(
        SourceType, models.PROTECT, null=True, blank=True, related_name="annotations"
    )
    confidence = models.PositiveSmallIntegerField(null=True, blank=True)
    skipped = models.BooleanField(default=False)
    skip_reason = models.CharField(max_length=200, blank=True)
    source_start = models.PositiveIntegerField(null=True, blank=True)
    source_end = models.PositiveIntegerField(null=True, blank=True)
    cue_start = models.PositiveIntegerField(null=True, blank=True)
    cue_end = models.PositiveIntegerField(null=True, blank=True)
    flags = models.JSONField(default=list, blank=True)
    note = models.CharField(max_length=2000, blank=True)
    seconds = models.FloatField(null=True, blank=True)
    guidelines = models.ForeignKey(Guidelines, models.PROTECT, related_name="+")
    suggestion_shown = models.BooleanField(default=False)
    suggestion_accepted = models.BooleanField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    client_id = models.UUIDField()
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["annotator", "created_at"], name="annotations_by_day")
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "annotator"], name="one_annotation_per_annotator"
            ),
            models.CheckConstraint(
                condition=Q(
                    skipped=True, source_type__isnull=True, confidence__isnull=True
                )
                | Q(skipped=False, source_type__isnull=False, confidence__gte=1),
                name="annotation_is_answered_or_skipped",
            ),
            models.CheckConstraint(
                condition=Q(source_start=None, source_end=None)
                | Q(source_start__lt=F("source_end")),
                name="source_span_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(cue_start=None, cue_end=None)
                | Q(cue_start__lt=F("cue_end")),
                name="cue_span_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.claim} by {self.annotator}"


class EventKind(models.TextChoices):
    """What a save did to the current annotation."""

    CREATED = "created"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


class AnnotationEventQuerySet(models.QuerySet["AnnotationEvent"]):
    def untallied(self) -> "AnnotationEventQuerySet":
        """Keep the events that no agreement report has taken in."""
        return self.filter(tallied_at=None)


class AnnotationEvent(models.Model):
    """
    One change of an annotation: append only.

    It is the history, it lets a save be repeated harmlessly (`client_id`), and while
    `tallied_at` is null it is the mark that agreement work is due. `group` is shared by
    saves that were one act; `reverts` is the client id of the save that this one took
    back, which is how undo and redo outlive the page.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="+")
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="events")
    annotator = models.ForeignKey(User, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=9, choices=EventKind)
    client_id = models.UUIDField()
    group = models.UUIDField(null=True, blank=True)
    reverts = models.UUIDField(null=True, blank=True)
    before = models.JSONField(null=True, blank=True)
    after = models.JSONField(null=True, blank=True)
    at = models.DateTimeField()
    tallied_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[AnnotationEventQuerySet] = AnnotationEventQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["annotator", "client_id"], name="a_save_counts_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["project"],
                condition=Q(tallied_at=None),
                name="events_that_are_due",
            ),
            models.Index(
                fields=["annotator", "project", "-id"], name="events_of_an_annotator"
            ),
            models.Index(fields=["project", "-id"], name="newest_events_first"),
            models.Index(fields=["project", "-at", "-id"], name="events_by_time"),
            models.Index(
                fields=["project", "kind", "-at", "-id"],
                condition=Q(kind__in=["changed", "withdrawn"]),
                name="changes_by_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.claim} {self.kind} by {self.annotator}"
