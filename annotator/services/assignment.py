"""Hand articles to annotators: k of them an article, nobody the same one twice."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import F, Q

from annotator.models import (
    Article,
    Assignment,
    AssignmentState,
    Membership,
    Project,
    ProjectState,
    Role,
    User,
)
from annotator.queries.places import articles_held
from annotator.services.free_places import can_skip_locked, hold_articles, take_places
from annotator.services.leases import UNTOUCHED, extend, lapse_leases
from annotator.services.picking import pick, wait_for_one


def lease_articles(
    *, project: Project, annotator: User, limit: int, now: datetime
) -> list[Assignment]:
    """
    Give up to `limit` articles that are open for `annotator`, leasing more if need be.

    Articles already begun come first, then those that lapsed and still have a place
    for them, then new ones in the order of the queue, up to the member's quota. What
    somebody else left past its lease is open again: UNTOUCHED, or LEASE_HOURS from
    their last answer.
    """
    # In a transaction of its own: its locks reach into other people's work.
    lapse_leases(now=now)
    leased, missed = _lease(project, annotator, limit, now)
    if not leased and missed:
        # Others were taking these just now, and there may be places left at them.
        leased = _lease_missed(project, annotator, missed, now)
    return leased


@transaction.atomic
def _lease(
    project: Project, annotator: User, limit: int, now: datetime
) -> tuple[list[Assignment], list[int]]:
    """Lease articles; give also those that were passed over because others had them."""
    member = _hold_member(project, annotator)
    if member is None:
        return [], []
    mine = _begun(member, limit, now)
    if member.project.state != ProjectState.OPEN:
        return mine, []
    picked, missed = pick(member, _left(member, limit - len(mine)))
    return mine + _take(member, picked, now), missed


@transaction.atomic
def _lease_missed(
    project: Project, annotator: User, missed: Sequence[int], now: datetime
) -> list[Assignment]:
    """Lease the first of these articles that has a place, waiting for it if need be."""
    member = _hold_member(project, annotator)
    if member is None or not _left(member, 1):
        return []
    # Waiting is safe only here, where no other article is held.
    picked = wait_for_one(member, missed)
    return _take(member, picked, now)


def _hold_member(project: Project, annotator: User) -> Membership | None:
    """Lock the membership of who annotates, so that one person's tabs take turns."""
    member = (
        project.memberships.select_for_update(no_key=True, of=("self",))
        .filter(user=annotator, role__in=[Role.ANNOTATOR, Role.LEAD])
        .select_related("project__queue")
        .first()
    )
    if member is not None:
        member.user = annotator
    return member


def retake(assignment: Assignment) -> None:
    """
    Give a released assignment a place again, if its article has a free one.

    It is for who has locked the assignment's row in the running transaction, and no
    article's row; the article's is locked here. Another state is left as it is. The
    assignment is stored as open, with the position that it got.
    """
    if assignment.state != AssignmentState.RELEASED:
        return
    article = assignment.article_id
    if not hold_articles([article]).get(article):
        return
    assignment.position = take_places([article])[article]
    assignment.state = AssignmentState.OPEN
    assignment.save(update_fields=["position", "state"])


def _begun(member: Membership, limit: int, now: datetime) -> list[Assignment]:
    """Give what the member has begun, and take up what they may of what lapsed."""
    has_a_place = Q(state=AssignmentState.OPEN) | Q(
        article__open_places__gt=0, answered__lt=F("article__claim_count")
    )
    wanted = member.user.assignments.filter(
        has_a_place,
        state__in=[AssignmentState.OPEN, AssignmentState.RELEASED],
        article__project=member.project,
    )
    # What is open comes first, but locked it is in the order in which everybody locks.
    first = wanted.order_by("state", "pk").values("pk")[:limit]
    found = list(
        wanted.filter(pk__in=first)
        .order_by("pk")
        .select_for_update(no_key=True, of=("self",))
    )
    mine = [one for one in found if one.state == AssignmentState.OPEN]
    lapsed = [one for one in found if one.state == AssignmentState.RELEASED]
    extend(mine, now)
    if member.project.state == ProjectState.OPEN and lapsed:
        mine += _retake_all(lapsed, now)
    return mine


def _retake_all(lapsed: Sequence[Assignment], now: datetime) -> list[Assignment]:
    """Take up several lapsed assignments, but wait for nobody."""
    free = set(
        Article.objects.select_for_update(no_key=True, skip_locked=can_skip_locked())
        .filter(pk__in=[one.article_id for one in lapsed], open_places__gt=0)
        .values_list("pk", flat=True)
    )
    positions = take_places(free)
    taken = [one for one in lapsed if one.article_id in positions]
    for one in taken:
        one.position = positions[one.article_id]
        one.state = AssignmentState.OPEN
        one.lease_until = max(one.lease_until, now + UNTOUCHED)
    Assignment.objects.bulk_update(taken, ["position", "state", "lease_until"])
    return taken


def _left(member: Membership, wanted: int) -> int:
    """Say how many of so many new articles the member's quota leaves."""
    if member.quota is None or not wanted:
        return wanted
    return max(0, min(wanted, member.quota - articles_held(member)))


def _take(
    member: Membership, articles: Sequence[int], now: datetime
) -> list[Assignment]:
    """Lease articles, which are locked and have a place, in their order."""
    if not articles:
        return []
    return Assignment.objects.bulk_create(
        Assignment(
            article_id=article,
            annotator=member.user,
            position=position,
            lease_until=now + UNTOUCHED,
            created_at=now,
        )
        for article, position in take_places(articles).items()
    )
