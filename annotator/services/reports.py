"""Write down what sums come to: an agreement report for each scope."""

from collections.abc import Iterable
from datetime import datetime

from annotator.metrics import ENGINE
from annotator.models import AgreementReport, Project
from annotator.queries.figures import report_fields
from annotator.queries.ratings import Declared
from annotator.queries.sums import Sums


def write_reports(  # noqa: PLR0917
    project: Project,
    sums: Sums,
    scopes: Iterable[str],
    declared: Declared,
    last_event: int,
    now: datetime,
) -> list[AgreementReport]:
    """Write a report of each scope, from its sums."""
    return AgreementReport.objects.bulk_create(
        [
            AgreementReport(
                project=project,
                scope=scope,
                engine=ENGINE,
                last_event=last_event,
                computed_at=now,
                **report_fields(sums, scope, declared),
            )
            for scope in sorted(scopes)
        ]
    )
