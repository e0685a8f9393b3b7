"""What agreement is computed from, what came out, and whether anyone computes."""

from django.db import models

from annotator.models.articles import Article
from annotator.models.projects import Project


class ArticleTally(models.Model):
    """The additive counts of one article's current annotations, per variable."""

    article = models.OneToOneField(Article, models.CASCADE, related_name="tally")
    variables = models.JSONField()

    def __str__(self) -> str:
        return f"Tally of {self.article}"


class AgreementReport(models.Model):
    """
    Agreement as it was once computed; kept, so that a lead sees history.

    `variables` holds for each variable its coefficient, status and counts;
    `last_event` is the newest AnnotationEvent that had been taken in.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="reports")
    scope = models.CharField(max_length=40, default="all")
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


class WorkerHeartbeat(models.Model):
    """When a worker last swept: a row, because a process can live and do nothing."""

    name = models.CharField(max_length=20, primary_key=True, default="sweep")
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name}, seen {self.seen_at}"
