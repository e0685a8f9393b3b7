"""Projects, who works in them, and the words they work with."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from annotator.models.users import User


class Role(models.TextChoices):
    """What a member may do."""

    LEAD = "lead"
    ANNOTATOR = "annotator"
    VIEWER = "viewer"


class ProjectState(models.TextChoices):
    """Whether a project takes annotations: only an open one does."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


class SuggestionMode(models.TextChoices):
    """Whether annotators see what the extraction proposes."""

    HIDDEN = "hidden"
    SHOWN = "shown"
    SHARE = "share"


def default_confidence_words() -> list[str]:
    """Give the three points of a new project's scale, lowest first."""
    return ["Low", "Medium", "High"]


class ProjectQuerySet(models.QuerySet["Project"]):
    def visible_to(self, user: User) -> "ProjectQuerySet":
        """Keep the projects in which `user` has any role."""
        return self.filter(memberships__user=user)


class Project(models.Model):
    """The frame that articles, people, guidelines and agreement belong to."""

    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=60, unique=True)
    state = models.CharField(
        max_length=8, choices=ProjectState, default=ProjectState.OPEN
    )
    overlap = models.PositiveSmallIntegerField(
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(20)],
        help_text="How many annotators answer each article.",
    )
    confidence_words = models.JSONField(
        default=default_confidence_words,
        help_text="The points of the confidence scale, lowest first; two to seven.",
    )
    suggestion_mode = models.CharField(
        max_length=8, choices=SuggestionMode, default=SuggestionMode.HIDDEN
    )
    suggestion_threshold = models.FloatField(
        default=0.7,
        validators=[MinValueValidator(0), MaxValueValidator(1)],
        help_text="Suggestions with a lower score are shown, but not filled in.",
    )
    suggestion_hidden_share = models.PositiveSmallIntegerField(
        default=50,
        validators=[MaxValueValidator(100)],
        help_text="In how many of a hundred articles the mode `share` hides them.",
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[ProjectQuerySet] = ProjectQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(overlap__gte=1, overlap__lte=20),
                name="overlap_is_between_1_and_20",
            ),
            models.CheckConstraint(
                condition=Q(suggestion_threshold__gte=0, suggestion_threshold__lte=1),
                name="suggestion_threshold_is_between_0_and_1",
            ),
            models.CheckConstraint(
                condition=Q(suggestion_hidden_share__lte=100),
                name="suggestion_hidden_share_is_a_percentage",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """
    One person's role in one project.

    `quota` is the most articles that the queue gives them; null is no limit.
    `guidelines_read` is the newest revision they have seen the changes of. The rest is
    how far down the queue they are: everything up to (`passed_rank`,
    `passed_article`) was theirs or was full, as long as the queue is still in
    `passed_epoch`.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="memberships")
    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=9, choices=Role)
    quota = models.PositiveIntegerField(null=True, blank=True)
    guidelines_read = models.PositiveIntegerField(default=0)
    passed_rank = models.FloatField(default=0)
    passed_article = models.BigIntegerField(default=0)
    passed_epoch = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["project", "user"], name="one_membership_per_project"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} in {self.project}: {self.role}"


class SourceType(models.Model):
    """
    A value that an annotation may take.

    `key` is what is stored, exported and sent. The built-in keys cannot be removed; a
    project's own value maps to one of them or to none, for agreement on fewer labels.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="source_types")
    key = models.SlugField(max_length=40)
    name = models.CharField(max_length=60)
    definition = models.CharField(max_length=300)
    hotkey = models.CharField(max_length=1)
    color = models.CharField(max_length=20, help_text="A color token of the interface.")
    order = models.PositiveSmallIntegerField()
    maps_to = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    built_in = models.BooleanField(default=False)
    archived_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "key"], name="source_type_keys_differ"
            ),
            models.UniqueConstraint(
                fields=["project", "hotkey"],
                condition=Q(archived_at=None),
                name="source_type_hotkeys_differ",
            ),
            models.CheckConstraint(
                condition=Q(built_in=False) | Q(archived_at=None),
                name="built_in_source_types_stay",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Guidelines(models.Model):
    """One numbered revision of a project's guidelines, in Markdown; never edited."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="guidelines")
    number = models.PositiveIntegerField()
    body = models.TextField()
    change_note = models.CharField(max_length=200, blank=True)
    author = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["-number"]
        verbose_name_plural = "guidelines"
        constraints = [
            models.UniqueConstraint(
                fields=["project", "number"], name="guideline_numbers_differ"
            )
        ]

    def __str__(self) -> str:
        return f"{self.project}: guidelines, revision {self.number}"
