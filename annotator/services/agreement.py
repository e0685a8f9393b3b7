"""Compute agreement over what changed, and keep the reports."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from annotator.metrics import (
    ENGINE,
    Level,
    Rating,
    Tally,
    krippendorff_alpha,
    percent_agreement,
)
from annotator.models import (
    AgreementReport,
    AnnotationEvent,
    ArticleTally,
    Project,
    WorkerHeartbeat,
)
from annotator.queries.ratings import article_ratings

VARIABLES = {"source_type": Level.NOMINAL, "confidence": Level.ORDINAL}
TRIES = 10


def sweep(*, now: datetime) -> list[int]:
    """Note that a worker is alive; give the projects in which work is due."""
    WorkerHeartbeat.objects.update_or_create(name="sweep", defaults={"seen_at": now})
    return list(
        AnnotationEvent.objects.untallied()
        .order_by("project")
        .values_list("project", flat=True)
        .distinct()
    )


def report_agreement(*, project: Project, now: datetime) -> AgreementReport | None:
    """
    Take in the events that are due and report agreement; None if none were.

    Nothing is locked while counting. The events taken in are marked together with
    what was computed, and only if no other worker has marked one of them meanwhile:
    else the count is thrown away and begun again. So any number of workers may run,
    each may die at any point, and the stored tallies stay those of the annotations.
    """
    for _ in range(TRIES):
        due = dict(
            AnnotationEvent.objects.untallied()
            .filter(project=project)
            .values_list("pk", "claim__article")
        )
        if not due:
            return None
        tallies = _tally_articles(set(due.values()))
        report = _store(project=project, due=due.keys(), tallies=tallies, now=now)
        if report is not None:
            return report
    return None


def _tally_articles(articles: Iterable[int]) -> dict[int, dict[str, Tally]]:
    """Count the current annotations of each article, by variable."""
    ratings: dict[int, dict[str, list[Rating]]] = {
        article: {variable: [] for variable in VARIABLES} for article in articles
    }
    for row in article_ratings(ratings.keys()):
        mine = ratings[row.article]
        mine["source_type"].append(Rating(row.claim, row.annotator, row.source_type))
        mine["confidence"].append(Rating(row.claim, row.annotator, str(row.confidence)))
    return {
        article: {variable: Tally.of(given) for variable, given in mine.items()}
        for article, mine in ratings.items()
    }


@transaction.atomic
def _store(
    *,
    project: Project,
    due: Iterable[int],
    tallies: dict[int, dict[str, Tally]],
    now: datetime,
) -> AgreementReport | None:
    """Mark the events and keep what they led to; None if another worker was first."""
    # Reports of a project are written one after the other, each from all tallies.
    Project.objects.select_for_update(no_key=True).get(pk=project.pk)
    due = list(due)
    marked = (
        AnnotationEvent.objects.untallied().filter(pk__in=due).update(tallied_at=now)
    )
    if marked != len(due):
        transaction.set_rollback(True)
        return None
    ArticleTally.objects.bulk_create(
        [
            ArticleTally(
                article_id=article,
                variables={name: tally.to_json() for name, tally in counted.items()},
            )
            for article, counted in tallies.items()
        ],
        update_conflicts=True,
        unique_fields=["article"],
        update_fields=["variables"],
    )
    return _write_report(project=project, last_event=max(due), now=now)


def _write_report(
    *, project: Project, last_event: int, now: datetime
) -> AgreementReport:
    sums: defaultdict[str, Tally] = defaultdict(Tally)
    articles = 0
    stored = ArticleTally.objects.filter(article__project=project)
    for variables in stored.values_list("variables", flat=True).iterator():
        counted = {name: Tally.from_json(variables[name]) for name in VARIABLES}
        articles += bool(counted["source_type"].units)
        for name, tally in counted.items():
            sums[name] += tally
    newest = project.reports.filter(scope="all").first()
    return AgreementReport.objects.create(
        project=project,
        engine=ENGINE,
        variables={
            name: figure(sums[name], labels=_labels(project, name), level=level)
            for name, level in VARIABLES.items()
        },
        articles=articles,
        claims=sums["source_type"].units,
        last_event=max(last_event, newest.last_event if newest else 0),
        computed_at=now,
    )


def _labels(project: Project, variable: str) -> list[str]:
    """Give the declared labels of a variable, lowest first where they are ordered."""
    if variable == "source_type":
        return list(project.source_types.values_list("key", flat=True))
    return [str(point) for point in range(1, len(project.confidence_words) + 1)]


def figure(tally: Tally, *, labels: list[str], level: Level) -> dict[str, Any]:
    """Give what is stored and shown of one variable."""
    alpha = krippendorff_alpha(tally, labels, level)
    percent = percent_agreement(tally)
    return {
        "coefficient": "krippendorff_alpha",
        "level": str(level),
        "value": alpha.value,
        "status": str(alpha.status),
        "percent_agreement": percent.value,
        "percent_agreement_status": str(percent.status),
        "units": tally.units,
        "pairable_units": tally.pairable_units,
        "annotators": len(tally.raters),
        "ratings": tally.ratings,
    }
