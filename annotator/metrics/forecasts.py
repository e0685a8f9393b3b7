"""When work will be done, if it goes on as it did of late."""

import math
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np

from annotator.metrics.estimates import reach

LONGEST = 36_525
"""What would take more days than this, a hundred years, has no day."""


class Forecast(NamedTuple):
    """What is left, how much is done a day (over `days` days), and when that ends."""

    left: int
    per_day: float
    days: int
    earliest_on: date | None
    expected_on: date | None
    latest_on: date | None


def forecast(daily: Sequence[int], left: int, today: date) -> Forecast:
    """
    Give when `left` will be done after `today`, by what was done on each day.

    The pace is the mean over the days, those with nothing included; the earliest and
    the latest day are those of its 95 % interval: Student's t with n - 1 degrees of
    freedom and the standard error s / √n, days being taken as independent. There is no
    latest day where the interval reaches 0, neither of both for a single day, and none
    at all where nothing is left.

    Source: W. G. Cochran, "Sampling Techniques" (3rd ed., 1977), ch. 2, for the
    interval of a mean.

    :raises ValueError: if there is no day, or nothing was done on any
    """
    count = len(daily)
    if not count or sum(daily) <= 0:
        raise ValueError("A forecast needs a day with work done.")
    pace = sum(daily) / count
    side = None
    if count > 1:
        side = reach(count - 1) * float(np.std(daily, ddof=1)) / count**0.5
    return Forecast(
        left=left,
        per_day=pace,
        days=count,
        earliest_on=None if side is None else _end(left, pace + side, today),
        expected_on=_end(left, pace, today),
        latest_on=None if side is None else _end(left, pace - side, today),
    )


def _end(left: int, per_day: float, today: date) -> date | None:
    if left <= 0 or per_day <= 0 or left / per_day > LONGEST:
        return None
    return today + timedelta(days=math.ceil(left / per_day))
