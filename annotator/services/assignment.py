"""Hand articles to annotators: k of them an article, nobody the same one twice."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Count, F, Q, QuerySet

from annotator.models import (
    Article,
    Assignment,
    AssignmentState,
    Project,
    ProjectState,
    User,
)

TRIES = 8
UNTOUCHED = timedelta(hours=1)


@transaction.atomic
def lease_articles(
    *, project: Project, annotator: User, limit: int, now: datetime
) -> list[Assignment]:
    """
    Give up to `limit` articles that are open for `annotator`, leasing more if need be.

    Articles already begun come first; their leases start anew. What somebody else left
    past its lease is open again: UNTOUCHED, or LEASE_HOURS from their last answer.
    """
    # One person's tabs take turns, or each would lease articles of its own.
    project.memberships.select_for_update(no_key=True).filter(user=annotator).first()
    mine = list(
        annotator.assignments.filter(
            article__project=project, state=AssignmentState.OPEN
        ).order_by("pk")[:limit]
    )
    for one in mine:
        one.lease_until = lease_end(now) if one.answered else now + UNTOUCHED
    Assignment.objects.bulk_update(mine, ["lease_until"])
    if project.state == ProjectState.OPEN:
        while len(mine) < limit and (
            more := _lease_next(project=project, annotator=annotator, now=now)
        ):
            mine.append(more)
    return mine


def available_articles(
    *, project: Project, annotator: User, now: datetime
) -> QuerySet[Article]:
    """Give the articles with a free place that `annotator` never had, oldest first."""
    return (
        project.articles.exclude(assignments__annotator=annotator)
        .annotate(
            taken=Count(
                "assignments",
                filter=Q(assignments__state=AssignmentState.DONE)
                | Q(
                    assignments__state=AssignmentState.OPEN,
                    assignments__lease_until__gt=now,
                ),
            ),
        )
        .filter(taken__lt=F("project__overlap"))
        .order_by("pk")
    )


def lease_end(now: datetime) -> datetime:
    """Say until when an article answered in now is kept for its annotator."""
    return now + timedelta(hours=settings.LEASE_HOURS)


def _lease_next(
    *, project: Project, annotator: User, now: datetime
) -> Assignment | None:
    """Take the next free place, trying again where another server was quicker."""
    for _ in range(TRIES):
        try:
            with transaction.atomic():
                return _take_a_place(project, annotator, now)
        except IntegrityError:
            continue
    return None


def _take_a_place(
    project: Project, annotator: User, now: datetime
) -> Assignment | None:
    candidate = available_articles(
        project=project, annotator=annotator, now=now
    ).first()
    if candidate is None:
        return None
    # Another server may be at this article: whoever has its row decides first.
    article = Article.objects.select_for_update(no_key=True).get(pk=candidate.pk)
    article.assignments.filter(state=AssignmentState.OPEN, lease_until__lte=now).update(
        state=AssignmentState.RELEASED
    )
    taken = set(
        article.assignments.exclude(state=AssignmentState.RELEASED).values_list(
            "position", flat=True
        )
    )
    free = [place for place in range(1, project.overlap + 1) if place not in taken]
    if not free:
        raise IntegrityError("the last place was just taken")
    return Assignment.objects.create(
        article=article,
        annotator=annotator,
        position=free[0],
        lease_until=now + UNTOUCHED,
        created_at=now,
    )
