"""Who has a part in a project, who is asked to, and what they did there."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from annotator.models.projects import Project, Role
from annotator.models.users import User


class Participant(models.Model):
    """
    Somebody who has or had a part in a project; it outlives their membership.

    `code` stands for them in exports. It is drawn at random, so that it says nothing of
    who they are or when they came. `role` and `quota` are theirs again if they come
    back; while they are in it, their membership says both.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="participants")
    user = models.ForeignKey(User, models.PROTECT, related_name="participations")
    code = models.CharField(max_length=12)
    role = models.CharField(
        max_length=9, choices=Role, help_text="The role they have, or had last."
    )
    quota = models.PositiveIntegerField(
        null=True, blank=True, help_text="The quota they had last."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["project", "user"], name="one_participant_per_user"
            ),
            models.UniqueConstraint(
                fields=["project", "code"], name="participant_codes_differ"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} in {self.project}, {self.code}"


class Invitation(models.Model):
    """
    A link that lets somebody into a project, in a role.

    With an address it was sent there and lets in one person; without, it lets in as
    many as it has places. The link's secret is made of `nonce` and of the
    installation's secret key, so the row alone lets nobody in. The link begins with
    `origin`, where the lead reached the site. `sent_at` is null while a letter is still
    to be sent, and `sending_at` is when a worker last began to.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="invitations")
    role = models.CharField(max_length=9, choices=Role)
    email = models.EmailField(max_length=254, blank=True)
    places = models.PositiveSmallIntegerField(
        default=1, validators=[MinValueValidator(1), MaxValueValidator(200)]
    )
    taken = models.PositiveSmallIntegerField(default=0)
    nonce = models.CharField(max_length=32)
    origin = models.CharField(max_length=300)
    invited_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    sending_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    failure = models.CharField(
        max_length=300, blank=True, help_text="Why the letter could not be sent."
    )

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(
                fields=["id"],
                condition=~Q(email="") & Q(sent_at=None, revoked_at=None, failure=""),
                name="letters_to_be_sent",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(taken__lte=F("places")), name="no_more_taken_than_places"
            ),
            models.CheckConstraint(
                condition=Q(email="") | Q(places=1), name="a_letter_lets_in_one"
            ),
        ]

    def __str__(self) -> str:
        return f"Invitation to {self.project} as {self.role}"


class ActKind(models.TextChoices):
    """What somebody did in a project, other than answering."""

    PROJECT_CREATED = "project_created"
    SETTINGS_CHANGED = "settings_changed"
    SOURCE_TYPES_CHANGED = "source_types_changed"
    GUIDELINES_PUBLISHED = "guidelines_published"
    QUEUE_CHANGED = "queue_changed"
    MEMBER_INVITED = "member_invited"
    INVITATION_REVOKED = "invitation_revoked"
    MEMBER_JOINED = "member_joined"
    MEMBER_CHANGED = "member_changed"
    MEMBER_DEACTIVATED = "member_deactivated"
    MEMBER_RESTORED = "member_restored"
    ARTICLE_ADDED = "article_added"
    ARTICLE_CHANGED = "article_changed"
    IMPORT_STARTED = "import_started"
    IMPORT_ENDED = "import_ended"
    ARTICLES_ASSIGNED = "articles_assigned"
    ASSIGNMENT_WITHDRAWN = "assignment_withdrawn"
    PROPOSAL_DECIDED = "proposal_decided"
    ANSWERS_IMPORTED = "answers_imported"
    RECOMPUTATION_STARTED = "recomputation_started"
    TRAINING_STARTED = "training_started"
    LABELS_EXPORTED = "labels_exported"
    SNAPSHOT_STARTED = "snapshot_started"
    SNAPSHOT_DELETED = "snapshot_deleted"


class Act(models.Model):
    """
    One thing that was done in a project, other than answering: append only.

    With the AnnotationEvents it is the project's log. `actor` is null where a worker or
    an operator's command did it; `details` says what changed, by kind.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="acts")
    actor = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+"
    )
    kind = models.CharField(max_length=24, choices=ActKind)
    details = models.JSONField(default=dict, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["project", "-id"], name="newest_acts_first"),
            models.Index(fields=["project", "-at", "-id"], name="acts_by_time"),
        ]

    def __str__(self) -> str:
        return f"{self.actor or 'OnRecord'}: {self.kind} in {self.project}"
