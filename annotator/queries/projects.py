"""Projects as their lists and pages show them."""

from typing import Any

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    Max,
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

HELD = Q(state__in=HOLDING)
WORK = {
    "assigned": Coalesce(Sum("article__claim_count", filter=HELD), 0),
    "answered": Sum("answered"),
    "skipped": Sum("skipped"),
    "articles_done": Count("pk", filter=Q(state=AssignmentState.DONE)),
    "articles_open": Count("pk", filter=Q(state=AssignmentState.OPEN)),
    "last_saved_at": Max("last_saved_at"),
}
"""What somebody's assignments in a project add up to."""
NOTHING = dict.fromkeys(WORK, 0) | {"last_saved_at": None}


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


def annotator_progress(project: Project, *, of: User | None = None) -> list[Membership]:
    """
    Give the members who annotate or did, each with what is assigned and answered.

    Adds: assigned and answered, skipped (claims); articles_done, articles_open;
    last_saved_at. Assignments that were given back count what was answered in them.
    Costs two queries, `of` one member or all: what was assigned is added up once, by
    annotator, and the members are looked for in that.
    """
    mine = Q() if of is None else Q(annotator=of)
    work: dict[int, dict[str, Any]] = {
        row["annotator"]: {**row}
        for row in Assignment.objects.filter(mine, article__project=project)
        .order_by()
        .values("annotator")
        .annotate(**WORK)
    }
    members = project.memberships.select_related("user").order_by("user__name", "pk")
    found = []
    for member in members if of is None else members.filter(user=of):
        done = work.get(member.user_id, {})
        for name in WORK:
            setattr(member, name, done.get(name, NOTHING[name]))
        if (
            member.role == Role.ANNOTATOR
            or done.get("assigned")
            or done.get("answered")
        ):
            found.append(member)
    return found
