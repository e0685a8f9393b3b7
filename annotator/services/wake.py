"""Tell the workers that there is work, if they can be told."""

import logging
import threading
import time

from celery import current_app
from kombu.exceptions import OperationalError
from redis.exceptions import RedisError

log = logging.getLogger(__name__)

QUIET_SECONDS = 5.0
GATHER_SECONDS = 1.0
_quiet_until = 0.0
_told: dict[int, float] = {}
_lock = threading.Lock()


def nudge(*, project_id: int) -> None:
    """
    Send a hint that agreement is due in a project; never wait for a broker or raise.

    The mark in the database is what counts: without the hint a worker finds it at its
    next sweep. The first save is told at once; those of the next second are told of
    together at its end, so that a burst of saves makes few reports.
    """
    now = time.monotonic()
    with _lock:
        until = _told.get(project_id, 0.0)
        if until > now:  # the message at the end of this second is on its way
            return
        gathering = until > now - GATHER_SECONDS
        _told[project_id] = now + GATHER_SECONDS if gathering else now
    send(
        "annotator.report_agreement",
        delay=GATHER_SECONDS if gathering else 0.0,
        project_id=project_id,
    )


def send(task: str, *, delay: float = 0.0, **arguments: int) -> bool:
    """
    Send a message, and tell whether it was taken; never wait for a broker or raise.

    After a failure this process sends nothing for QUIET_SECONDS, so that saves stay
    quick while the broker hangs.
    """
    global _quiet_until  # noqa: PLW0603  # one circuit breaker a process is the point
    if time.monotonic() < _quiet_until:
        return False
    try:
        current_app.send_task(
            task, kwargs=arguments, retry=False, countdown=delay or None
        )
    except (OperationalError, RedisError, OSError) as error:
        _quiet_until = time.monotonic() + QUIET_SECONDS
        log.warning("The broker is away (%s); the next sweep finds the work.", error)
        return False
    except Exception:
        # What was saved is saved, whatever is wrong with the way to the broker.
        _quiet_until = time.monotonic() + QUIET_SECONDS
        log.exception("No message can be sent; the next sweep finds the work.")
        return False
    return True
