"""Overviews as they are stored."""

from typing import Any

from django.db.models import QuerySet

from annotator.models import (
    EVERYTHING,
    SELECTION,
    Act,
    ActKind,
    AgreementReport,
    Overview,
    Project,
)

IDLE = [
    ActKind.LABELS_EXPORTED,
    ActKind.MEMBER_INVITED,
    ActKind.INVITATION_REVOKED,
    ActKind.GUIDELINES_PUBLISHED,
    ActKind.RECOMPUTATION_STARTED,
    ActKind.TRAINING_STARTED,
]
"""Acts that change nothing of what is counted."""

Seen = tuple[int, int]
"""The newest report of all answers and the newest act, by id; 0 if there is none."""


def counted_acts() -> QuerySet[Act]:
    """Give the acts that can change what is counted."""
    return Act.objects.exclude(kind__in=IDLE)


def newest(project: Project) -> Seen:
    """Give what a count that begins now has seen: two queries, by index."""
    reports = AgreementReport.objects.filter(project=project, scope=EVERYTHING)
    acts = counted_acts().filter(project=project)
    report, act = (
        rows.order_by("-pk").values_list("pk", flat=True).first() or 0
        for rows in (reports, acts)
    )
    return report, act


def overview_standing(project: Project, scope: str) -> dict[str, Any]:
    """Give the overview of a scope, as JSON values; costs four queries."""
    # All but selections are counted with that of all answers.
    of = scope if scope.startswith(SELECTION) else EVERYTHING
    rows = Overview.objects.filter(project=project)
    counted = rows.filter(scope=of).defer("figures", "choices").first()
    if counted is None or counted.computed_at is None:
        return {
            "scope": scope,
            "computed_at": None,
            "is_current": False,
            "figures": None,
        }
    figures = rows.filter(scope=scope).values_list("figures", flat=True).first()
    return {
        "scope": scope,
        "computed_at": counted.computed_at,
        "is_current": counted.seen == newest(project),
        "figures": figures or None,
    }
