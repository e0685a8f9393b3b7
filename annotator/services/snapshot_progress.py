"""Tell how far a snapshot is while the transaction that it reads in is open."""

import logging
import threading
from types import TracebackType
from typing import Self

from django.db import DatabaseError, connection

from annotator.services.turns import Turn, TurnLost

log = logging.getLogger(__name__)

EVERY = 1.0
"""Seconds."""


class Progress:
    """
    Show a worker's life and progress from a thread of its own.

    The connection that reads everything at one moment can write nothing; and a step
    may take longer than a worker may be silent.
    """

    def __init__(self, turn: Turn) -> None:
        self._turn = turn
        self._told = threading.Event()
        self._now: dict[str, object] = {}
        self._lost = False
        self._thread = threading.Thread(target=self._tell, daemon=True)
        # Within a transaction of a test another connection would not see the row.
        self._is_alone = connection.in_atomic_block

    def __enter__(self) -> Self:
        if not self._is_alone:
            self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._told.set()
        if not self._is_alone:
            self._thread.join()
        if error is None:
            self._check()

    def begin(self, step: str, total: int | None = None) -> None:
        """
        Say what is done now, of how many rows.

        :raises TurnLost: if another worker is at the snapshot, or it is gone
        """
        self._check()
        self._now = {"step": step, "done": 0, "total": total}
        if self._is_alone:
            self._turn.go_on(**self._now)

    def add(self, rows: int) -> None:
        """
        Count what was done of the step.

        :raises TurnLost: if another worker is at the snapshot, or it is gone
        """
        self._check()
        self._now = {**self._now, "done": int(str(self._now["done"])) + rows}

    def _check(self) -> None:
        if self._lost:
            raise TurnLost

    def _tell(self) -> None:
        try:
            while not self._told.wait(EVERY):
                try:
                    self._turn.go_on(**self._now)
                except DatabaseError:
                    log.warning("A snapshot's progress was not told.", exc_info=True)
        except TurnLost:
            self._lost = True
        finally:
            connection.close()
