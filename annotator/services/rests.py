"""How often what is counted in the background is counted again."""

from datetime import datetime, timedelta

from django.conf import settings

REST = 20
"""What took a second to count is not counted again for so many seconds."""
LEAST = timedelta(seconds=1)
SWEEP = timedelta(seconds=settings.SWEEP_SECONDS)


def rested_at(counted: datetime | None, seconds: float, now: datetime) -> datetime:
    """Say from when on something may be counted again that took so many seconds."""
    if counted is None:
        return now
    return counted + max(LEAST, timedelta(seconds=REST * seconds))


def delay_until(due: datetime | None, now: datetime) -> float | None:
    """
    Give the seconds after which a message is to come, at most those to the next sweep.

    None if nothing is due until then.
    """
    if due is None or due > now + SWEEP:
        return None
    return max((due - now).total_seconds(), 0.0)
