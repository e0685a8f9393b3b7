"""The stored sums of agreement: their names, and how they are read."""

import zlib
from datetime import UTC, date, datetime, timedelta

import numpy as np
import numpy.typing as npt

from annotator.metrics import Calibration, Level, Tally, Weights
from annotator.models import EVERYTHING, SELECTION, Project, TallySum
from annotator.queries.ratings import CountsDamaged

SOURCE_TYPE = "source_type"
COLLAPSED = "source_type_collapsed"
CONFIDENCE = "confidence"
CALIBRATION = "calibration"
LEVELS = {
    SOURCE_TYPE: Level.NOMINAL,
    COLLAPSED: Level.NOMINAL,
    CONFIDENCE: Level.ORDINAL,
}
WEIGHTS = {
    SOURCE_TYPE: Weights.IDENTITY,
    COLLAPSED: Weights.IDENTITY,
    CONFIDENCE: Weights.ORDINAL,
}
DAY = 24 * 3600
WEEK = 7 * DAY
MONDAY = 4 * DAY
"""The first Monday of 1970, in UTC seconds."""

Ints = npt.NDArray[np.int64]
Key = tuple[str, str]
"""Scope and variable."""
Sums = dict[Key, Tally | Calibration]


def revision_scope(number: int) -> str:
    """Name the scope of what was answered under a revision of the guidelines."""
    return f"revision:{number}"


def week_scope(week: int) -> str:
    """Name the scope of what was answered in a week (UTC) by its Monday."""
    monday = datetime.fromtimestamp(MONDAY, UTC).date() + timedelta(weeks=week)
    return f"week:{monday.isoformat()}"


def is_scope(scope: str) -> bool:
    """Tell whether a text names a scope; of selections there may be none so named."""
    if scope.startswith(SELECTION):
        return True
    kind, _, which = scope.partition(":")
    try:
        if kind == "revision":
            return int(which) > 0 and scope == revision_scope(int(which))
        if kind == "week":
            day = date.fromisoformat(which)
            # A week has an end, too, which the last one of the calendar has not.
            is_monday = (day + timedelta(weeks=1)).isoweekday() == 1
            return is_monday and which == day.isoformat()
    except (ValueError, OverflowError):
        return False
    return scope == EVERYTHING


def labels_of(part: Tally | Calibration) -> tuple[str, ...]:
    """Give the labels that a part of the sums counts."""
    return part.labels if isinstance(part, Tally) else part.levels


def is_empty(part: Tally | Calibration) -> bool:
    """Tell whether a part counts nothing."""
    return not len(part.raters if isinstance(part, Tally) else part.counts.codes)


def unpack_sum(variable: str, counts: bytes | memoryview) -> Tally | Calibration:
    """
    Read one stored sum.

    :raises CountsDamaged: if it is none
    """
    kind = Calibration if variable == CALIBRATION else Tally
    try:
        return kind.from_bytes(bytes(counts))
    except (zlib.error, ValueError, LookupError, TypeError) as error:
        raise CountsDamaged(f"A sum of {variable} cannot be read.") from error


def read_sums(project: Project, *scopes: str) -> Sums:
    """Give the project's sums in some scopes."""
    if not scopes:
        return {}
    return {
        (row.scope, row.variable): unpack_sum(row.variable, row.counts)
        for row in TallySum.objects.filter(project=project, scope__in=scopes)
    }


def read_all_sums(project: Project) -> Sums:
    """Give all of the project's sums."""
    return {
        (row.scope, row.variable): unpack_sum(row.variable, row.counts)
        for row in TallySum.objects.filter(project=project)
    }
