"""Which request an answer, a line of the log and a message to workers belong to."""

import logging
import re
from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponseBase
from django_guid import get_guid

HEADER = "HTTP_X_REQUEST_ID"
NOTHING = "-"
UUID_TEXT = re.compile(r"[0-9a-fA-F]{8}(-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}", re.A)


def as_uuid(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """
    Let only a UUID in its usual form through as the id of a request.

    What comes after takes whatever Python can make a UUID of, with any blanks, braces
    and signs around it, and it would get into the log and the answer.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        given = request.META.pop(HEADER, "")
        if UUID_TEXT.fullmatch(given):
            request.META[HEADER] = str(UUID(given))
        return get_response(request)

    return middleware


def request_id() -> str:
    """Give the id of the request or task at hand."""
    return get_guid() or NOTHING


class LogLine(logging.Formatter):
    """A line of the log, with the id before anything that came from outside."""

    def __init__(self) -> None:
        super().__init__("%(levelname)s %(request_id)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        record.request_id = request_id()
        return super().format(record)
