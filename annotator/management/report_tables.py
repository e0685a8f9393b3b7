"""A project's agreement report as lines of text."""

from collections.abc import Iterator
from typing import Any

from annotator.management.agreement_tables import (
    CAUTIONS,
    NAMES,
    bounds,
    many,
    number,
    spread_row,
    table,
)
from annotator.models import AgreementReport
from annotator.queries.agreement import Scoped, Standing

VARIABLES = {
    "source_type": "Source type",
    "source_type_collapsed": "Source type, with the labels that it maps to",
    "confidence": "Confidence",
}
HEADINGS = ["coefficient", "value", "SE", "95% interval", "n", "status"]


def project_lines(standing: Standing, scopes: Scoped) -> Iterator[str]:
    """Write down how agreement stands in a project that has a report."""
    report = standing.report
    assert report is not None  # noqa: S101  # the caller has made sure
    computed = f"{report.computed_at:%Y-%m-%d %H:%M} UTC"
    yield (
        f"{report.project}: {many(report.claims, 'claim')} in "
        f"{many(report.articles, 'article')}, computed {computed}, "
        f"engine {report.engine}."
    )
    if standing.pending:
        yield f"{many(standing.pending, 'change')} not yet counted."
    if standing.recomputation is not None:
        yield "Everything is being counted anew; these are the figures from before."
    for alarm in standing.alarms:
        yield f"Alarm since {alarm.raised_at:%Y-%m-%d %H:%M} UTC: {alarm.detail}"
    for name, title in VARIABLES.items():
        if name in report.variables:
            yield from ["", *_variable(title, report.variables[name])]
    yield from _by_scope("By guideline revision", scopes.revisions)
    yield from _by_scope("By week", scopes.weeks)


def _variable(title: str, figure: dict[str, Any]) -> Iterator[str]:
    yield (
        f"{title}: {many(figure['ratings'], 'answer')} by "
        f"{many(figure['annotators'], 'annotator')} to "
        f"{many(figure['units'], 'claim')}, {figure['pairable_units']:,} of them "
        f"answered twice or more. Level {figure['level']}, weights "
        f"{figure['weights']}."
    )
    yield from table(
        HEADINGS,
        [
            [NAMES[figure["coefficient"]], *spread_row(figure)],
            *(
                [NAMES[name], *spread_row(other)]
                for name, other in figure["others"].items()
            ),
            [NAMES["percent_agreement"], number(figure["percent_agreement"])]
            + [""] * (len(HEADINGS) - 2),
            *(
                [f"alpha of {one['label']}", *spread_row(one)]
                for one in figure["by_label"]
            ),
        ],
    )
    if figure["at_least"]["tentative"] is not None:
        yield (
            f"P(alpha >= .667) = {number(figure['at_least']['tentative'])}, "
            f"P(alpha >= .800) = {number(figure['at_least']['reliable'])}."
        )
    for caution in figure["cautions"]:
        yield CAUTIONS[caution].replace("items", "claims")


def _by_scope(title: str, reports: list[AgreementReport]) -> Iterator[str]:
    """Give alpha of source type and of confidence in each scope."""
    if not reports:
        return
    rows = []
    for report in reports:
        row = [report.scope.partition(":")[2], f"{report.claims:,}"]
        for name in ("source_type", "confidence"):
            figure = report.variables[name]
            row += [number(figure["value"]), bounds(figure["interval"])]
        rows.append(row)
    headings = ["", "claims", "source type", "95% interval", "confidence"]
    yield from ["", title, *table([*headings, "95% interval"], rows)]
