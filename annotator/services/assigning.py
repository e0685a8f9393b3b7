"""What leads decide of who annotates what: by name, back again, and how much."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from annotator.errors import DomainError
from annotator.models import (
    HOLDING,
    ActKind,
    Assignment,
    AssignmentState,
    Membership,
    Project,
    Role,
    User,
)
from annotator.services.activity import note
from annotator.services.free_places import count_places, hold_articles, take_places
from annotator.services.leases import NAMED
from annotator.services.queueing import look_again

MOST_TITLES = 3
"""So many of the articles the log names."""
REASONS = {
    "unknown_article": "This project has no such article.",
    "already_theirs": "They have this article already.",
    "no_free_place": "Every place at this article is taken.",
}


class NotAnAnnotator(DomainError):
    code = "not_an_annotator"


@dataclass(frozen=True)
class NotAssignable:
    """Why an article could not be given to somebody."""

    article: int
    code: str

    @property
    def detail(self) -> str:
        """The reason in words."""
        return REASONS[self.code]


@dataclass(frozen=True)
class Assigned:
    """What became of a request to give articles to somebody."""

    assigned: list[Assignment]
    refused: list[NotAssignable]


@transaction.atomic
def assign_by_name(
    *,
    project: Project,
    annotator_id: int,
    articles: Sequence[int],
    lead: User,
    now: datetime,
) -> Assigned:
    """
    Give articles to somebody by name, each if it has a free place.

    It may go beyond their quota, which is the queue's, and in a project that is not
    open yet. What they gave back or was withdrawn becomes theirs again.

    :raises NotAnAnnotator: if they do not annotate in this project
    """
    member = (
        project.memberships.select_for_update(no_key=True, of=("self",))
        .filter(user=annotator_id, role__in=[Role.ANNOTATOR, Role.LEAD])
        .select_related("user")
        .first()
    )
    if member is None:
        raise NotAnAnnotator("They are no annotator or lead of this project.")
    theirs = {
        one.article_id: one
        for one in member.user.assignments.filter(article__in=articles)
        .select_for_update(no_key=True)
        .order_by("pk")
    }
    known = project.articles.filter(pk__in=articles).order_by()
    places = hold_articles(known.values("pk"))
    chosen: list[int] = []
    refused: list[NotAssignable] = []
    for article in dict.fromkeys(articles):
        code = _reason(article, places, theirs.get(article))
        if code:
            refused.append(NotAssignable(article, code))
        else:
            chosen.append(article)
    assigned = []
    # Not before: claims are replaced by who holds the article.
    about = {
        pk: (size, title)
        for pk, size, title in known.values_list("pk", "claim_count", "title")
    }
    for article, position in take_places(chosen).items():
        one = theirs.get(article) or Assignment(
            article_id=article, annotator=member.user, created_at=now
        )
        size, _ = about[article]
        is_done = one.answered >= size
        one.state = AssignmentState.DONE if is_done else AssignmentState.OPEN
        one.position = position
        one.lease_until, one.assigned_by = now + NAMED, lead
        assigned.append(one)
    Assignment.objects.bulk_update(
        [one for one in assigned if one.pk],
        ["position", "state", "lease_until", "assigned_by"],
    )
    Assignment.objects.bulk_create(one for one in assigned if not one.pk)
    if assigned:
        note(
            project=project,
            actor=lead,
            kind=ActKind.ARTICLES_ASSIGNED,
            now=now,
            annotator_id=annotator_id,
            annotator=member.user.name,
            articles=len(assigned),
            titles=[about[one.article_id][1] for one in assigned[:MOST_TITLES]],
        )
    return Assigned(assigned, refused)


def _reason(
    article: int, places: dict[int, int], current: Assignment | None
) -> str | None:
    if article not in places:
        return "unknown_article"
    if current is not None and current.state in HOLDING:
        return "already_theirs"
    return None if places[article] else "no_free_place"


@transaction.atomic
def withdraw_assignment(
    *, assignment: Assignment, by: User | None, now: datetime
) -> None:
    """
    Take an article from its annotator, for good unless a lead gives it to them again.

    What they answered stays, and so does what they save yet. Their place is free.
    """
    locked = Assignment.objects.select_for_update(no_key=True).filter(pk=assignment.pk)
    state = locked.values_list("state", flat=True).get()
    if state == AssignmentState.WITHDRAWN:
        return
    look_again([assignment.article.project_id])
    hold_articles([assignment.article_id])
    Assignment.objects.filter(pk=assignment.pk).update(state=AssignmentState.WITHDRAWN)
    count_places([assignment.article_id])
    note(
        project=assignment.article.project,
        actor=by,
        kind=ActKind.ASSIGNMENT_WITHDRAWN,
        now=now,
        annotator_id=assignment.annotator_id,
        annotator=assignment.annotator.name,
        article_id=assignment.article_id,
        article=assignment.article.title,
    )


def set_quota(*, member: Membership, quota: int | None) -> None:
    """Let the queue give a member no more articles than `quota`; None is no limit."""
    member.quota = quota
    member.save(update_fields=["quota"])
