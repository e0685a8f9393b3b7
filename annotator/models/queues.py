"""In which order a project's articles are handed out."""

from django.db import models
from django.db.models import Q

from annotator.models.projects import Project


class QueueOrder(models.TextChoices):
    """What comes first in the queue."""

    OLDEST = "oldest"
    RANDOM = "random"
    UNCERTAIN = "uncertain"


class Queue(models.Model):
    """
    The order of a project's articles, which their `queue_rank` follows.

    `ranked_at` is null while a worker still has to write the ranks of a new order;
    until then the old ones hold. `epoch` goes up whenever an article may have come to
    lie before what somebody has passed: then they look from the beginning again.
    """

    project = models.OneToOneField(Project, models.CASCADE, related_name="queue")
    order = models.CharField(
        max_length=9, choices=QueueOrder, default=QueueOrder.OLDEST
    )
    seed = models.PositiveIntegerField(default=1)
    epoch = models.PositiveIntegerField(default=1)
    ranked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["project"],
                condition=Q(ranked_at=None),
                name="queues_to_be_ranked",
            )
        ]

    def __str__(self) -> str:
        return f"{self.project}: {self.order} first"
