"""What an overview needs to know of a project beside its answers."""

from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
from django.db.models import Count, Max, Q, Sum

from annotator.models import (
    HOLDING,
    Assignment,
    AssignmentState,
    Project,
    Role,
    User,
)
from annotator.queries.ratings import Declared
from annotator.queries.selections import Filters
from annotator.queries.sums import Ints

ANONYMOUS = "anonymous"


@dataclass(frozen=True)
class ArticleFacts:
    """
    The articles whose answers may be in scope: all columns (articles,), by id.

    `outlet` is a place in `outlets`, `month` one in `months`, and -1 where the day of
    publication is not known. `claims` is how many there are to answer.
    """

    ids: Ints
    claims: Ints
    outlets: list[str]
    outlet: Ints
    months: list[str]
    month: Ints

    @classmethod
    def of(cls, project: Project, filters: Filters) -> "ArticleFacts":
        """Read a project's articles, without their text; costs one query."""
        outlets: dict[str, int] = {}
        months: dict[str, int] = {}
        rows = filters.articles(project).order_by("pk")
        columns = [
            (
                pk,
                claims,
                outlets.setdefault(outlet, len(outlets)),
                -1 if day is None else months.setdefault(_month(day), len(months)),
            )
            for pk, claims, outlet, day in rows.values_list(
                "pk", "claim_count", "outlet", "published_on"
            ).iterator()
        ]
        ids, sizes, outlet_at, month_at = np.array(columns, np.int64).reshape(-1, 4).T
        return cls(ids, sizes, list(outlets), outlet_at, list(months), month_at)


def _month(day: date) -> str:
    return f"{day:%Y-%m}"


@dataclass(frozen=True)
class Work:
    """What somebody holds of a project's articles now; `assigned` counts claims."""

    assigned: int = 0
    articles_done: int = 0
    articles_open: int = 0
    last_saved_at: datetime | None = None


@dataclass(frozen=True)
class People:
    """Who annotates, by id: the members with that role, and what everybody holds."""

    members: frozenset[int]
    work: dict[int, Work]

    @classmethod
    def of(cls, project: Project, filters: Filters) -> "People":
        """Read what people hold of the articles in scope; costs two queries."""
        live = Q(state__in=HOLDING)
        articles = filters.articles(project)
        rows = (
            Assignment.objects.filter(article__in=articles)
            .order_by()
            .values_list("annotator")
            .annotate(
                assigned=Sum("article__claim_count", filter=live, default=0),
                articles_done=Count("pk", filter=Q(state=AssignmentState.DONE)),
                articles_open=Count("pk", filter=Q(state=AssignmentState.OPEN)),
                last_saved_at=Max("last_saved_at"),
            )
        )
        members = project.memberships.filter(role=Role.ANNOTATOR)
        return cls(
            frozenset(members.values_list("user", flat=True)),
            {who: Work(*held) for who, *held in rows},
        )

    def of_scope(self, answered: set[int], filters: Filters) -> list[tuple[int, str]]:
        """
        Give the ids and names of those to show, by name: who annotates or did.

        With chosen annotators only these; costs one query.
        """
        holding = {pk for pk, work in self.work.items() if work.assigned}
        shown = answered | self.members | holding
        if filters.annotators:
            shown &= set(filters.annotators)
        rows = User.objects.filter(pk__in=shown).values_list("name", "pk")
        return [(pk, name) for name, pk in sorted(rows)]


def anonymous_labels(declared: Declared) -> list[int]:
    """Give the places of `anonymous` and of the source types that map to it."""
    return [
        place
        for place, (key, into) in enumerate(
            zip(declared.source_types, declared.into, strict=True)
        )
        if ANONYMOUS in {key, declared.collapsed[into]}
    ]
