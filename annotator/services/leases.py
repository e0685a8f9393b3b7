"""How long an article is kept for its annotator, and what becomes of it then."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F

from annotator.models import Assignment, AssignmentState, Project, User
from annotator.services.free_places import (
    can_skip_locked,
    count_places,
    hold_articles,
)
from annotator.services.queueing import look_again

UNTOUCHED = timedelta(hours=1)
"""An article that was only looked at is kept for so long from the last sign of life."""
NAMED = timedelta(days=28)
"""What a lead has given to somebody by name is theirs for so long."""
NO_MATTER = timedelta(seconds=30)
AT_ONCE = 100


def lease_end(now: datetime) -> datetime:
    """Say until when an article answered in now is kept for its annotator."""
    return now + timedelta(hours=settings.LEASE_HOURS)


@transaction.atomic
def keep_leases(
    *, project: Project, annotator: User, articles: Collection[int], now: datetime
) -> list[Assignment]:
    """
    Keep the articles that somebody has before them; give how theirs among them stand.

    What has been given back stays so: it is taken up again with the next answer.
    """
    named = annotator.assignments.filter(
        article__project=project, article__in=articles
    ).order_by("pk")
    # In one order: a lease of the same person's other tab may touch the same rows.
    rows = list(named.select_for_update(no_key=True, of=("self",)))
    extend([one for one in rows if one.state == AssignmentState.OPEN], now)
    return rows


def extend(held: Collection[Assignment], now: datetime) -> None:
    """Keep open assignments, which the caller has locked, for UNTOUCHED at least."""
    until = now + UNTOUCHED
    # Seconds are not worth a write: what is asked for twice was just extended.
    short = [one for one in held if one.lease_until < until - NO_MATTER]
    if not short:
        return
    for one in short:
        one.lease_until = until
    Assignment.objects.filter(pk__in=[one.pk for one in short]).update(
        lease_until=until
    )


def lapse_leases(*, now: datetime) -> int:
    """
    Give back up to AT_ONCE articles whose lease has run out; tell how many.

    What was answered stays. It is for who holds no lock.
    """
    lapsed = Assignment.objects.filter(
        state=AssignmentState.OPEN, lease_until__lte=now
    ).order_by("lease_until")
    if not lapsed.exists():
        return 0
    with transaction.atomic():
        found = list(
            lapsed.select_for_update(
                no_key=True, of=("self",), skip_locked=can_skip_locked()
            ).values_list("pk", "article", "article__project")[:AT_ONCE]
        )
        look_again({project for _, _, project in found})
        articles = {article for _, article, _ in found}
        hold_articles(articles)
        Assignment.objects.filter(pk__in=[pk for pk, _, _ in found]).update(
            state=AssignmentState.RELEASED
        )
        count_places(articles)
    return len(found)


def hold_members(*, project: Project) -> None:
    """Let leases to a project's members, and imports of answers, wait for this."""
    members = project.memberships.select_for_update(no_key=True).order_by("pk")
    list(members.values_list("pk"))


def hold_answers(*, project: Project) -> None:
    """
    Let everybody's saves in a project wait until the transaction ends.

    Those that read something before and had not yet written look again then.
    """
    hold_members(project=project)
    everybody = Assignment.objects.filter(article__project=project)
    locked = everybody.select_for_update(no_key=True, of=("self",)).order_by("pk")
    list(locked.values_list("pk"))
    # Saves take no lock, and tell by the lease that their assignment has changed.
    everybody.update(lease_until=F("lease_until") + timedelta(microseconds=1))
