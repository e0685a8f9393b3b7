"""Turns: of many workers one is at a row, and another one if it fell silent."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Self

from django.db.models import Model, Q, QuerySet

SILENT = timedelta(minutes=1)
"""A worker who has not been heard of for so long was lost."""


class TurnLost(Exception):
    """Another worker is at the row: this one was thought lost, or the row is gone."""


def free(now: datetime) -> Q:
    """Tell which rows nobody is at: those whose `worked_at` is null or long ago."""
    return Q(worked_at=None) | Q(worked_at__lt=now - SILENT)


class Turn:
    """
    A worker's turn at a row that has `worked_at`.

    It needs no lock that others would wait for, and no transaction that stays open: a
    worker that dies leaves a `worked_at` behind which grows old.
    """

    def __init__(
        self, rows: QuerySet[Any], clock: Callable[[], datetime], began: datetime
    ) -> None:
        self._rows = rows
        self._clock = clock
        self._last = began

    @classmethod
    def take(cls, row: Model, clock: Callable[[], datetime]) -> Self | None:
        """Take the turn at a row; None if another worker has it."""
        rows = type(row)._default_manager.filter(pk=row.pk)  # noqa: SLF001
        now = clock()
        is_mine = rows.filter(free(now)).update(worked_at=now)
        return cls(rows, clock, now) if is_mine else None

    def go_on(self, **progress: Any) -> None:
        """
        Show that this worker lives, and how far it is.

        :raises TurnLost: if it is no longer its turn
        """
        now = self._clock()
        self._update(worked_at=now, **progress)
        self._last = now

    def end(self, **found: Any) -> None:
        """
        Give the turn back with what was found, in the transaction that writes it.

        :raises TurnLost: if it is no longer its turn; nothing must be written then
        """
        self._update(worked_at=None, **found)

    def _update(self, **values: Any) -> None:
        if not self._rows.filter(worked_at=self._last).update(**values):
            raise TurnLost
