"""Projects as their lists and pages show them."""

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    When,
)
from django.db.models.functions import Coalesce

from annotator.models import (
    HOLDING,
    AgreementReport,
    Article,
    Assignment,
    AssignmentState,
    Membership,
    Project,
    Role,
    User,
)


def project_summaries(user: User) -> QuerySet[Project]:
    """
    Give the projects that `user` may see, with their counts, in one query.

    Adds: role, guidelines_read; articles, claims; people; answers; my_answers;
    my_claims, which is what is assigned to the user or could still be;
    report_variables of the newest report.
    """
    articles = Article.objects.filter(project=OuterRef("pk"))
    assignments = Assignment.objects.filter(
        article__project=OuterRef("pk"),
        # Answers of an article that was given back still count.
    )
    mine = assignments.filter(annotator=user)
    to_do = Q(state__in=HOLDING) | Q(
        state=AssignmentState.RELEASED, article__open_places__gt=0
    )
    free = articles.filter(
        ~Exists(Assignment.objects.filter(article=OuterRef("pk"), annotator=user)),
        open_places__gt=0,
    )
    report = AgreementReport.objects.filter(project=OuterRef("pk"), scope="all")
    membership = Membership.objects.filter(project=OuterRef("pk"), user=user)
    return (
        Project.objects.visible_to(user)
        .annotate(
            role=Subquery(membership.values("role")[:1]),
            guidelines_read=Subquery(membership.values("guidelines_read")[:1]),
            articles_count=_total(articles, Count("pk")),
            claims_count=_total(articles, Sum("claim_count")),
            people_count=_total(
                Membership.objects.filter(project=OuterRef("pk")), Count("pk")
            ),
            answers_count=_total(assignments, Sum("answered")),
            my_answers=_total(mine, Sum("answered")),
            my_quota=Subquery(membership.values("quota")[:1]),
            my_articles=_total(
                mine.exclude(state=AssignmentState.WITHDRAWN), Count("pk")
            ),
            my_claims=_total(mine.filter(to_do), Sum("article__claim_count"))
            + Case(
                When(my_quota__lte=F("my_articles"), then=0),
                default=_total(free, Sum("claim_count")),
            ),
            report_variables=Subquery(report.order_by("-pk").values("variables")[:1]),
        )
        .order_by("name", "pk")
    )


def _total(rows: QuerySet, what: Count | Sum) -> Coalesce:  # type: ignore[type-arg]
    """Give one number over `rows` of the outer project, 0 where there are none."""
    grouped = rows.order_by().annotate(one=F("pk") * 0).values("one")
    return Coalesce(
        Subquery(
            grouped.annotate(total=what).values("total"), output_field=IntegerField()
        ),
        0,
    )


def annotator_progress(project: Project) -> QuerySet[Membership]:
    """
    Give the members who annotate or did, each with what is assigned and answered.

    Adds: assigned and answered, skipped (claims); articles_done, articles_open;
    last_saved_at. Assignments that were given back count what was answered in them.
    """
    work = Q(user__assignments__article__project=project)
    live = work & Q(user__assignments__state__in=HOLDING)
    return (
        project.memberships.select_related("user")
        .annotate(
            assigned=Coalesce(
                Sum("user__assignments__article__claim_count", filter=live), 0
            ),
            answered=Coalesce(Sum("user__assignments__answered", filter=work), 0),
            skipped=Coalesce(Sum("user__assignments__skipped", filter=work), 0),
            articles_done=Count(
                "user__assignments",
                filter=work & Q(user__assignments__state=AssignmentState.DONE),
            ),
            articles_open=Count(
                "user__assignments",
                filter=work & Q(user__assignments__state=AssignmentState.OPEN),
            ),
            last_saved_at=_latest(project),
        )
        .filter(Q(role=Role.ANNOTATOR) | Q(assigned__gt=0) | Q(answered__gt=0))
        .order_by("user__name", "pk")
    )


def _latest(project: Project) -> Subquery:
    return Subquery(
        Assignment.objects.filter(
            article__project=project,
            annotator=OuterRef("user"),
            last_saved_at__isnull=False,
        )
        .order_by("-last_saved_at")
        .values("last_saved_at")[:1]
    )
