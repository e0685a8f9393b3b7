"""The stored counts behind what a reader asks for."""

from dataclasses import dataclass

from annotator.metrics import Calibration, Tally
from annotator.models import EVERYTHING, Project, SelectionSum, TallySum, User
from annotator.queries.ratings import declared_labels
from annotator.queries.selections import digest_of, is_selection
from annotator.queries.sums import (
    CALIBRATION,
    COLLAPSED,
    SOURCE_TYPE,
    unpack_sum,
)

FULL_LABELS = "full"
COLLAPSED_LABELS = "collapsed"
ENOUGH_SHARED = 20
"""Below so many claims in common, figures of one or two people say nothing."""


@dataclass(frozen=True)
class Asked:
    """Which counts a reader asks for."""

    scope: str = EVERYTHING
    variable: str = SOURCE_TYPE
    labels: str = FULL_LABELS


def stored_tally(project: Project, asked: Asked) -> tuple[str, Tally]:
    """
    Give the variable that is meant, and what is counted of it; costs two queries.

    Where the project maps no source type to another, the collapsed labels are all.
    """
    declared = declared_labels(project)
    variable = asked.variable
    if (
        variable == SOURCE_TYPE
        and asked.labels == COLLAPSED_LABELS
        and declared.collapses
    ):
        variable = COLLAPSED
    found = _stored(project, asked.scope, variable)
    if isinstance(found, Tally):
        return variable, found
    return variable, Tally.none(declared.labels(variable))


def stored_calibration(project: Project, scope: str) -> Calibration:
    """Give what is counted of how peers agree with the more and the less sure."""
    found = _stored(project, scope, CALIBRATION)
    if isinstance(found, Calibration):
        return found
    points = len(project.confidence_words)
    return Calibration.none([str(n) for n in range(1, points + 1)])


def _stored(project: Project, scope: str, variable: str) -> Tally | Calibration | None:
    row: TallySum | SelectionSum | None
    if is_selection(scope):
        row = SelectionSum.objects.filter(
            selection__project=project,
            selection__digest=digest_of(scope),
            variable=variable,
        ).first()
    else:
        row = TallySum.objects.filter(
            project=project, scope=scope, variable=variable
        ).first()
    return None if row is None else unpack_sum(variable, row.counts)


def names_of(tally: Tally) -> dict[int, str]:
    """Give the names of those who answered, by id and in the tally's order."""
    ids = tally.raters.tolist()
    names = dict(User.objects.filter(pk__in=ids).values_list("pk", "name"))
    return {pk: names.get(pk, "") for pk in ids}
