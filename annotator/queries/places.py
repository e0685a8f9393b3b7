"""The places at articles: k each, of which those that are held are not free."""

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest

from annotator.models import (
    Article,
    Assignment,
    AssignmentState,
    Membership,
    Project,
)


def free_places() -> Greatest:
    """Count the places at an article that nobody holds: what `open_places` must say."""
    held = (
        Assignment.objects.holding()
        .filter(article=OuterRef("pk"))
        .order_by()
        .values("article")
        .annotate(total=Count("pk"))
        .values("total")
    )
    overlap = Project.objects.filter(pk=OuterRef("project")).values("overlap")
    return Greatest(Subquery(overlap) - Coalesce(Subquery(held), 0), 0)


def miscounted_articles(project: Project) -> QuerySet[Article]:
    """Give the articles whose `open_places` is not true, which are none."""
    return project.articles.exclude(open_places=free_places())


def articles_held(member: Membership) -> int:
    """Count what a member's quota counts: all that no lead has withdrawn."""
    return (
        Assignment.objects.filter(
            annotator=member.user_id, article__project=member.project_id
        )
        .exclude(state=AssignmentState.WITHDRAWN)
        .count()
    )
