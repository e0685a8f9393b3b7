"""
How often a token may ask.

Requests are counted by token and minute in Django's cache. Browsers are not counted,
and saves neither: their views state `throttle_classes = []`, so that no work is lost
and none waits for a cache.
"""

import logging
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponseBase
from redis.exceptions import RedisError
from rest_framework.exceptions import Throttled
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from api.requests import token_of

if TYPE_CHECKING:  # the views import this
    from rest_framework.views import APIView

log = logging.getLogger(__name__)

WINDOW = 60
"""Seconds."""
QUIET_SECONDS = 5.0
_quiet_until = 0.0


class TooMany(Throttled):
    extra_detail_singular = "Ask again in {wait} second."
    extra_detail_plural = "Ask again in {wait} seconds."


class TokenThrottle(BaseThrottle):
    """Refuse what a token asks more often than a minute's `rate`; 0 refuses nothing."""

    rate: ClassVar[str] = "API_RATE"
    """The name of its setting."""

    def allow_request(self, request: Request, view: "APIView") -> bool:
        """
        Tell that it may, for it is an exception if not; note what is left.

        :raises TooMany: if the token has asked too often
        """
        token, most = token_of(request), getattr(settings, self.rate)
        if token is None or not most:
            return True
        now = time.time()
        asked = _count(f"{self.rate}:{token.pk}:{int(now // WINDOW)}")
        if asked is None:
            return True
        reset = WINDOW - int(now % WINDOW)
        request._request.rate_limit = {  # type: ignore[attr-defined]  # noqa: SLF001
            "RateLimit-Limit": str(most),
            "RateLimit-Remaining": str(max(most - asked, 0)),
            "RateLimit-Reset": str(reset),
        }
        if asked > most:
            raise TooMany(reset, f"This token may ask this {most} times a minute.")
        return True


class ExportThrottle(TokenThrottle):
    """For what costs the server much: whole tables, and the making of snapshots."""

    rate = "EXPORT_RATE"


def _count(key: str) -> int | None:
    """
    Count one more request; None if it cannot be counted, which stops nobody.

    After a failure this process counts nothing for QUIET_SECONDS, so that few requests
    wait for a Redis that hangs, and each once.
    """
    global _quiet_until  # noqa: PLW0603  # one circuit breaker a process is the point
    if time.monotonic() < _quiet_until:
        return None
    try:
        if cache.add(key, 1, timeout=2 * WINDOW):
            return 1
        return cache.incr(key)
    except (RedisError, OSError, ValueError) as error:
        _quiet_until = time.monotonic() + QUIET_SECONDS
        log.warning("Requests are not counted: %s", error)
        return None


def say_what_is_left(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Say in the answer how often the token may ask still."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        for name, value in getattr(request, "rate_limit", {}).items():
            response[name] = value
        return response

    return middleware
