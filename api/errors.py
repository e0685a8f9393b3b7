"""The only map from what went wrong to a status: problem details (RFC 9457)."""

import json
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from rest_framework import exceptions, status
from rest_framework.response import Response

from annotator.errors import DomainError
from annotator.services import annotations, articles

MEDIA_TYPE = "application/problem+json"

# A refusal that is not here is a bad request.
STATUSES: dict[type[DomainError], int] = {
    annotations.NotAssigned: status.HTTP_404_NOT_FOUND,
    annotations.ProjectClosed: status.HTTP_409_CONFLICT,
    annotations.ClientIdReused: status.HTTP_409_CONFLICT,
    annotations.AnswerWithdrawn: status.HTTP_409_CONFLICT,
    articles.DuplicateArticle: status.HTTP_409_CONFLICT,
    articles.TextTooLong: 413,
}
TITLES = {
    400: "This could not be accepted",
    401: "Sign in first",
    403: "Your role does not allow this",
    404: "Not found",
    405: "Not possible here",
    406: "Not available in this form",
    409: "This conflicts with what is stored",
    413: "Too large",
    415: "This form is not understood",
    429: "Too many tries",
}


def problem(exc: Exception, context: dict[str, Any]) -> Response | None:
    """Answer an exception of a view; None for what nobody expected."""
    if isinstance(exc, DomainError):
        return _answer(STATUSES.get(type(exc), 400), exc.code, str(exc))
    if isinstance(exc, Http404):
        exc = exceptions.NotFound()
    elif isinstance(exc, PermissionDenied):
        exc = exceptions.PermissionDenied()
    if not isinstance(exc, exceptions.APIException):
        return None
    headers = {}
    if challenge := getattr(exc, "auth_header", None):
        headers["WWW-Authenticate"] = challenge
    if wait := getattr(exc, "wait", None):
        headers["Retry-After"] = str(int(wait))
    if isinstance(exc, exceptions.ValidationError):
        errors = exc.detail if isinstance(exc.detail, dict) else {"": exc.detail}
        named = ", ".join(name for name in errors if name) or "the request"
        return _answer(400, "invalid", f"Check {named}.", errors=errors)
    code = str(getattr(exc.detail, "code", exc.default_code))
    return _answer(exc.status_code, code, str(exc.detail), headers=headers)


def locked_out(
    request: HttpRequest,
    response: HttpResponse | None = None,
    credentials: dict[str, Any] | None = None,
    *args: object,
) -> HttpResponse:
    """Answer somebody who tried too many passwords."""
    minutes = int(settings.AXES_COOLOFF_TIME * 60)
    body = {
        "title": TITLES[429],
        "status": 429,
        "code": "too_many_attempts",
        "detail": f"Too many failed tries. Wait {minutes} minutes, then try again.",
    }
    return HttpResponse(
        json.dumps(body),
        status=429,
        content_type=MEDIA_TYPE,
        headers={"Retry-After": str(minutes * 60)},
    )


def _answer(
    code: int,
    name: str,
    detail: str,
    *,
    errors: object = None,
    headers: dict[str, str] | None = None,
) -> Response:
    body: dict[str, Any] = {
        "title": TITLES.get(code, "Something went wrong"),
        "status": code,
        "code": name,
        "detail": detail,
    }
    if errors is not None:
        body["errors"] = errors
    return Response(body, status=code, headers=headers, content_type=MEDIA_TYPE)
