"""What annotators propose to change about an article's claims."""

from django.db import models
from django.db.models import Q

from annotator.models.articles import Claim
from annotator.models.users import User


class ProposalKind(models.TextChoices):
    """What should happen to the claim."""

    SPLIT = "split"
    MERGE = "merge"
    EXCLUDE = "exclude"


class ProposalState(models.TextChoices):
    """What a lead made of it, or the annotator themselves."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class ClaimProposal(models.Model):
    """
    One annotator's wish to split a claim, merge it with the next, or exclude it.

    `at` is where a split falls: an offset in code points of the article's text,
    strictly inside the claim. Nothing changes before a lead accepts.
    """

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="proposals")
    annotator = models.ForeignKey(User, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=7, choices=ProposalKind)
    at = models.PositiveIntegerField(null=True, blank=True)
    note = models.CharField(max_length=500, blank=True)
    client_id = models.UUIDField()
    state = models.CharField(
        max_length=9, choices=ProposalState, default=ProposalState.OPEN
    )
    created_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["annotator", "client_id"], name="a_proposal_counts_once"
            ),
            models.UniqueConstraint(
                fields=["claim", "annotator"],
                condition=Q(state="open"),
                name="one_open_proposal_per_annotator",
            ),
            models.CheckConstraint(
                condition=Q(kind="split", at__isnull=False)
                | (~Q(kind="split") & Q(at=None)),
                name="a_split_says_where",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.claim}, proposed by {self.annotator}"
