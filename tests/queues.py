"""What must hold of places and queues whatever happens, counted from nothing."""

from annotator.models import Article, Assignment, AssignmentState, Project, User
from annotator.queries.places import miscounted_articles
from tests import make


def check_places(project: Project) -> None:
    """Check that the places at each article are counted, and none taken twice."""
    assert list(miscounted_articles(project)) == []
    overlap = Project.objects.get(pk=project.pk).overlap
    held: dict[int, list[int]] = {pk: [] for pk in project.articles.in_bulk()}
    for one in Assignment.objects.holding().filter(article__project=project):
        held[one.article_id].append(one.position)
    for article in project.articles.all():
        positions = held[article.pk]
        assert article.open_places == max(0, overlap - len(positions))
        assert len(set(positions)) == len(positions)


def available(project: Project, annotator: User) -> list[int]:
    """Give the articles that somebody could be given now, in order, the slow way."""
    theirs = set(annotator.assignments.values_list("article", flat=True))
    return [
        article.pk
        for article in sorted(
            project.articles.all(), key=lambda one: (one.queue_rank, one.pk)
        )
        if article.open_places and article.pk not in theirs
    ]


def to_take_up(project: Project, annotator: User) -> list[int]:
    """Give the articles that somebody let lapse and could go on with now."""
    return [
        one.article_id
        for one in annotator.assignments.filter(article__project=project)
        .select_related("article")
        .order_by("pk")
        if one.state == AssignmentState.RELEASED
        and one.answered < one.article.claim_count
        and one.article.open_places
    ]


def answer_all(article: Article, annotator: User, *, minutes: int = 0) -> None:
    """Answer every claim of an article."""
    for claim in article.claims.select_related("article__project"):
        make.annotate(claim, annotator, minutes=minutes)
