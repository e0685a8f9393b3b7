"""Articles and the claims in them."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from annotator.models.projects import Project, Role, SuggestionMode
from annotator.models.users import User

LANGUAGE_TAG = r"^([A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*)?\Z"
"""What names a language (BCP 47), or is empty."""


class Direction(models.TextChoices):
    """Which way the article's text runs."""

    LTR = "ltr"
    RTL = "rtl"


class ArticleQuerySet(models.QuerySet["Article"]):
    def read_by_rules(self) -> "ArticleQuerySet":
        """Keep what the extraction has rules for: English, or what may be English."""
        english = Q(language__in=["", "en"]) | Q(language__startswith="en-")
        return self.filter(english, direction=Direction.LTR)

    def visible_to(self, user: User) -> "ArticleQuerySet":
        """Keep what `user` oversees, and what is or was theirs to annotate."""
        overseen = Q(
            project__memberships__user=user,
            project__memberships__role__in=[Role.LEAD, Role.VIEWER],
        )
        theirs = Q(
            project__memberships__user=user,
            pk__in=user.assignments.holding().values("article"),
        )
        return self.filter(overseen | theirs)


class Article(models.Model):
    """
    A text as it was given, with what of it is not the article.

    `text` is never normalized. Every offset is in Unicode code points of it, half
    open. `language` is a BCP 47 tag, empty where none is known. `dropped` lists the
    boilerplate lines: {"start", "end", "reason"}; `excluded` what looks like a claim
    and is none: {"start", "end", "rule"}. `open_places` is how many more people the
    article may be handed to, and `queue_rank` where in the queue it stands, the lowest
    first.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="articles")
    title = models.CharField(max_length=500, blank=True)
    outlet = models.CharField(max_length=200, blank=True)
    author = models.CharField(max_length=200, blank=True)
    url = models.URLField(max_length=2000, blank=True)
    published_on = models.DateField(null=True, blank=True)
    language = models.CharField(max_length=35, blank=True, default="", db_default="")
    direction = models.CharField(max_length=3, choices=Direction, default=Direction.LTR)
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    words = models.PositiveIntegerField()
    dropped = models.JSONField(default=list, blank=True)
    excluded = models.JSONField(default=list, blank=True)
    extraction_version = models.CharField(max_length=20)
    claim_count = models.PositiveIntegerField(default=0)
    open_places = models.PositiveSmallIntegerField(default=0)
    queue_rank = models.FloatField(default=0)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    objects: ClassVar[ArticleQuerySet] = ArticleQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["project", "queue_rank", "id"],
                condition=Q(open_places__gt=0),
                name="articles_with_open_places",
            ),
            models.Index(fields=["project", "id"], name="articles_in_order"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "sha256"], name="one_article_per_text"
            ),
            models.CheckConstraint(
                condition=Q(language__regex=LANGUAGE_TAG), name="language_is_a_tag"
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"Article {self.pk}"

    @property
    def shows_suggestions(self) -> bool:
        """
        Tell whether annotators may see what the extraction proposes of its claims.

        Where the project hides it for a share, the text decides: for everybody alike,
        and the same however often one asks.
        """
        match self.project.suggestion_mode:
            case SuggestionMode.SHARE:
                place = int(self.sha256[:8], 16) % 100
                return place >= self.project.suggestion_hidden_share
            case mode:
                return mode == SuggestionMode.SHOWN


class ClaimOrigin(models.TextChoices):
    """Where a claim came from."""

    EXTRACTED = "extracted"
    IMPORTED = "imported"
    LEAD = "lead"


class ClaimQuerySet(models.QuerySet["Claim"]):
    def current(self) -> "ClaimQuerySet":
        """Leave out claims that were replaced."""
        return self.filter(replaced_at=None)

    def assigned_to(self, user: User) -> "ClaimQuerySet":
        """Keep the claims of articles that are or were `user`'s to annotate."""
        return self.filter(
            article__project__memberships__user=user,
            article__project__memberships__role__in=[Role.LEAD, Role.ANNOTATOR],
            article__assignments__annotator=user,
        )


class Claim(models.Model):
    """
    A span of an article's text that somebody stands behind.

    `quote` is exactly `text[start:end]`; `prefix` and `suffix` are the up to 32
    characters around it, which find the quote again if offsets are ever in doubt.
    `suggestion` is what the extraction proposes: {"source_type", "score", "rule",
    "source", "cue", "version"}, where `source` and `cue` are spans or null.
    """

    CONTEXT = 32

    article = models.ForeignKey(Article, models.CASCADE, related_name="claims")
    number = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    prefix = models.CharField(max_length=CONTEXT, blank=True)
    suffix = models.CharField(max_length=CONTEXT, blank=True)
    origin = models.CharField(
        max_length=9, choices=ClaimOrigin, default=ClaimOrigin.EXTRACTED
    )
    suggestion = models.JSONField(null=True, blank=True)
    replaced_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[ClaimQuerySet] = ClaimQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["article", "number"]
        constraints = [
            models.CheckConstraint(
                condition=Q(start__lt=F("end")), name="claim_is_not_empty"
            ),
            models.UniqueConstraint(
                fields=["article", "number"],
                condition=Q(replaced_at=None),
                name="claim_numbers_differ",
            ),
            models.UniqueConstraint(
                fields=["article", "start", "end"],
                condition=Q(replaced_at=None),
                name="claim_spans_differ",
            ),
        ]

    def __str__(self) -> str:
        return f"Claim {self.number} of {self.article}"


class ClaimChange(models.Model):
    """
    A change of a claim after it was stored: replaced, or another number. Append only.

    With the ids of claims and of AnnotationEvents it says what those who read changes
    (`annotator.queries.changes`) have not seen yet.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="+")
    claim = models.ForeignKey(Claim, models.CASCADE, related_name="changes")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["project", "id"], name="claim_changes_in_order")
        ]

    def __str__(self) -> str:
        return f"{self.claim} changed at {self.at}"
