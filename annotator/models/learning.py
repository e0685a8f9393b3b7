"""What a project's own decisions taught about its suggestions."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from annotator.models.projects import Project


class LearningState(models.TextChoices):
    """How far a training is. One that failed, or had too little, is asked for anew."""

    WAITING = "waiting"
    TRAINING = "training"
    READY = "ready"
    FAILED = "failed"
    TOO_FEW = "too_few"


IN_TRAINING = (LearningState.WAITING, LearningState.TRAINING)


class SuggestionModelQuerySet(models.QuerySet["SuggestionModel"]):
    def in_training(self) -> "SuggestionModelQuerySet":
        """Keep those that the workers have to do with."""
        return self.filter(state__in=IN_TRAINING)


class SuggestionModel(models.Model):
    """
    A model that was trained, or is to be, on a project's decided articles.

    `weights` are words and numbers (`annotator.attribution.learned`), kept of the
    newest model and of the one that is on. `version` is their digest, and `engine` the
    version of the rules that they refine. `articles` is how many were learned from, or
    are to be. `taken_at` is when a worker last showed to
    be at it, `progress` (0 to 1) how far it was, and `tried` how often it was begun.
    """

    project = models.ForeignKey(
        Project, models.CASCADE, related_name="suggestion_models"
    )
    state = models.CharField(
        max_length=8, choices=LearningState, default=LearningState.WAITING
    )
    is_on = models.BooleanField(default=False)
    version = models.CharField(max_length=20, blank=True)
    engine = models.CharField(max_length=20, blank=True)
    articles = models.PositiveIntegerField(default=0)
    claims = models.PositiveIntegerField(default=0)
    figures = models.JSONField(default=dict, blank=True)
    weights = models.JSONField(null=True, blank=True)
    error = models.CharField(max_length=1000, blank=True)
    progress = models.FloatField(default=0)
    tried = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[SuggestionModelQuerySet] = SuggestionModelQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project"],
                condition=Q(state__in=IN_TRAINING),
                name="one_training_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["project"],
                condition=Q(is_on=True),
                name="one_suggestion_model_is_on",
            ),
            models.CheckConstraint(
                condition=Q(is_on=False)
                | Q(state=LearningState.READY, weights__isnull=False),
                name="suggestion_model_that_is_on_is_ready",
            ),
            models.CheckConstraint(
                condition=Q(state__in=IN_TRAINING, ended_at=None)
                | Q(
                    state__in=[
                        LearningState.READY,
                        LearningState.FAILED,
                        LearningState.TOO_FEW,
                    ],
                    ended_at__isnull=False,
                ),
                name="training_has_ended_or_not",
            ),
        ]

    def __str__(self) -> str:
        return f"Suggestions of {self.project}, {self.version or self.state}"
