"""What is known of each label and each level of confidence, as JSON values."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from annotator.metrics import (
    ENGINE,
    Subject,
    Tally,
    alpha_by_label,
    krippendorff_alpha,
    label_confusion,
    methods_paragraph,
)
from annotator.metrics.methods import plural
from annotator.models import Project
from annotator.queries.figures import coefficient_json
from annotator.queries.selections import Filters, filters_of
from annotator.queries.stored import Asked, stored_calibration, stored_tally
from annotator.queries.sums import COLLAPSED, CONFIDENCE, LEVELS, SOURCE_TYPE

SUBJECTS = {
    SOURCE_TYPE: "source type",
    COLLAPSED: "source type, some types counted as others",
    CONFIDENCE: "confidence",
}


def label_figures(project: Project, asked: Asked) -> dict[str, Any]:
    """Give each label's alpha, and which labels meet which; costs two queries."""
    variable, tally = stored_tally(project, asked)
    given = tally.given.sum(axis=0).tolist()
    met = label_confusion(tally)
    return {
        "scope": asked.scope,
        "variable": variable,
        "labels": [
            {"label": label, "ratings": ratings, **coefficient_json(alpha)}
            for ratings, (label, alpha) in zip(
                given, alpha_by_label(tally).items(), strict=True
            )
        ],
        "confusion": [
            {
                "label": label,
                "coincidences": row.tolist(),
                "shares": (row / row.sum()).tolist() if row.any() else None,
            }
            for label, row in zip(tally.labels, met, strict=True)
        ],
    }


def calibration_figures(project: Project, scope: str) -> dict[str, Any]:
    """Give for each confidence the share of peers who agree; costs one query."""
    words = dict(enumerate(project.confidence_words, start=1))
    return {
        "scope": scope,
        "levels": [
            {
                "confidence": int(name),
                "word": words.get(int(name), ""),
                "ratings": ratings,
                **coefficient_json(share),
            }
            for name, ratings, share in stored_calibration(project, scope).agreement()
        ],
    }


def methods_text(project: Project, asked: Asked) -> str:
    """
    Describe alpha, and how it was computed, in words for a paper.

    Costs two queries, and one more for a selection.
    """
    variable, tally = stored_tally(project, asked)
    level = LEVELS[variable]
    return methods_paragraph(
        subject_of(_scope_in_words(project, asked.scope), variable, tally),
        "krippendorff_alpha",
        f"{level} level",
        krippendorff_alpha(tally, level),
    )


def subject_of(scope: str, variable: str, tally: Tally) -> Subject:
    """Say what a tally is of, for a methods paragraph."""
    return Subject(
        what=SUBJECTS[variable],
        labels=tally.labels,
        annotators=len(tally.raters),
        units=tally.units,
        pairable_units=tally.pairable_units,
        articles=tally.moments.articles if tally.moments else None,
        scope=scope,
        version=ENGINE,
    )


def _scope_in_words(project: Project, scope: str) -> str:
    kind, _, which = scope.partition(":")
    filters = filters_of(project, scope)
    if filters == Filters():
        return "Over the whole project"
    if kind == "revision":
        return f"Under revision {which} of the guidelines"
    if kind == "week":
        return f"In the week from {_day_in_words(date.fromisoformat(which))} (UTC)"
    return f"Among the answers {', '.join(chosen_in_words(filters))}"


def chosen_in_words(filters: Filters) -> Iterable[str]:
    """Say what a reader has chosen."""
    ends = {"from": filters.since, "to": filters.until}
    days = [f"{word} {_day_in_words(day)}" for word, day in ends.items() if day]
    if days:
        yield f"last changed {' '.join(days)} (UTC)"
    if filters.revisions:
        numbers = " and ".join(map(str, filters.revisions))
        word = "revision" if len(filters.revisions) == 1 else "revisions"
        yield f"under {word} {numbers} of the guidelines"
    if filters.annotators:
        yield f"of {plural(len(filters.annotators), 'chosen annotator')}"
    if filters.outlets:
        names = (outlet or "no outlet" for outlet in filters.outlets)
        yield f"on articles of {' and '.join(names)}"


def _day_in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
