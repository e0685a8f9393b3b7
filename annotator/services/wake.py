"""Tell the workers that there is work, if they can be told."""

import logging
import time

from celery import current_app
from kombu.exceptions import OperationalError
from redis.exceptions import RedisError

log = logging.getLogger(__name__)

QUIET_SECONDS = 5.0
_quiet_until = 0.0


def nudge(*, project_id: int) -> None:
    """
    Send a hint that agreement is due in a project; never wait for a broker or raise.

    The mark in the database is what counts: without the hint a worker finds it at its
    next sweep. After a failure this process sends nothing for QUIET_SECONDS, so that
    saves stay quick while the broker hangs.
    """
    global _quiet_until  # noqa: PLW0603  # one circuit breaker a process is the point
    if time.monotonic() < _quiet_until:
        return
    try:
        current_app.send_task(
            "annotator.report_agreement",
            kwargs={"project_id": project_id},
            retry=False,
        )
    except (OperationalError, RedisError, OSError) as error:
        _quiet_until = time.monotonic() + QUIET_SECONDS
        log.warning("The broker is away (%s); the next sweep finds the work.", error)
