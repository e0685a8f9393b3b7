"""The only map from what went wrong to a status: problem details (RFC 9457)."""

import json
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.core.exceptions import (
    PermissionDenied,
    RequestDataTooBig,
    SuspiciousOperation,
    TooManyFilesSent,
)
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from rest_framework import exceptions
from rest_framework.response import Response

from annotator.errors import DomainError
from annotator.services import (
    annotations,
    article_files,
    articles,
    claim_changes,
    drafts,
    first_account,
    guidelines,
    imports,
    invitations,
    joining,
    learning,
    people,
    preconditions,
    projects,
    proposals,
    repeats,
    snapshot_comparisons,
    tokens,
)
from annotator.services.annotation_import import AnnotationsRefused
from api.answers import current_json
from api.request_ids import request_id

MEDIA_TYPE = "application/problem+json"

# A refusal that is not here is a bad request.
STATUSES: dict[type[DomainError], int] = {
    annotations.NotAssigned: 404,
    annotations.ProjectClosed: 409,
    annotations.ClientIdReused: 409,
    annotations.AnswerWithdrawn: 409,
    annotations.ChangedElsewhere: 409,
    annotations.ClaimReplaced: 409,
    articles.DuplicateArticle: 409,
    article_files.FileTooLarge: 413,
    claim_changes.LastClaim: 409,
    claim_changes.NothingToMerge: 409,
    drafts.TextTooLong: 413,
    first_account.HasAccounts: 409,
    first_account.WrongCode: 403,
    guidelines.GuidelinesMovedOn: 409,
    imports.ImportEnded: 409,
    imports.ImportGoesOn: 409,
    invitations.InvitationExpired: 410,
    invitations.InvitationRevoked: 410,
    invitations.InvitationUnknown: 404,
    invitations.InvitationUsed: 410,
    joining.AccountExists: 409,
    joining.InvitationForAnother: 403,
    joining.PartEnded: 403,
    learning.NothingLearned: 409,
    learning.TooFewDecided: 409,
    people.LastLead: 409,
    projects.ConfidenceInUse: 409,
    preconditions.MovedOn: 412,
    projects.SlugTaken: 409,
    proposals.AlreadyDecided: 409,
    proposals.AlreadyProposed: 409,
    repeats.KeyReused: 422,
    snapshot_comparisons.SnapshotNotDone: 409,
    tokens.OtherProject: 403,
    tokens.ScopeTooNarrow: 403,
}
TITLES = {
    400: "This could not be accepted",
    401: "Sign in first",
    403: "This is not allowed",
    404: "Not found",
    405: "Not possible here",
    406: "Not available in this form",
    409: "This conflicts with what is stored",
    410: "No longer valid",
    412: "Changed meanwhile",
    413: "Too large",
    415: "This form is not understood",
    416: "Not in this file",
    422: "This contradicts an earlier request",
    429: "Too many requests",
    500: "Something went wrong here",
}


def problem(exc: Exception, context: dict[str, Any]) -> Response | None:
    """Answer an exception of a view; None for what nobody expected."""
    if isinstance(exc, DomainError):
        return _refused(exc)
    exc = _as_api_exception(exc)
    if isinstance(exc, exceptions.ValidationError):
        errors = _sayable(
            exc.detail if isinstance(exc.detail, dict) else {"": exc.detail}
        )
        named = ", ".join(set(errors) - {"", "non_field_errors"}) or "the request"
        return _answer(400, "invalid", f"Check {named}.", more={"errors": errors})
    if not isinstance(exc, exceptions.APIException):
        return None
    headers = {}
    if challenge := getattr(exc, "auth_header", None):
        headers["WWW-Authenticate"] = challenge
    if wait := getattr(exc, "wait", None):
        headers["Retry-After"] = str(int(wait))
    code = str(getattr(exc.detail, "code", exc.default_code))
    return _answer(exc.status_code, code, str(exc.detail), headers=headers)


def _refused(refusal: DomainError) -> Response:
    """Answer a refusal of the domain's, with whatever more it has to tell."""
    more: dict[str, object] = {}
    headers = {}
    match refusal:
        case AnnotationsRefused():
            more["rows"] = _sayable([one._asdict() for one in refusal.refused])
        case annotations.ChangedElsewhere():
            more["current"] = current_json(refusal)
        case preconditions.MovedOn() if refusal.version:
            headers["ETag"] = f'"{refusal.version}"'
    status = STATUSES.get(type(refusal), 400)
    return _answer(status, refusal.code, str(refusal), more=more, headers=headers)


def _as_api_exception(exc: Exception) -> Exception:
    """Give what Django raises in the words of the API."""
    match exc:
        case Http404():
            return exceptions.NotFound()
        case PermissionDenied():
            return exceptions.PermissionDenied()
        case RequestDataTooBig():
            too_large = exceptions.APIException(
                "This is more than one request may carry.", "too_large"
            )
            too_large.status_code = 413
            return too_large
        case TooManyFilesSent():
            most = settings.DATA_UPLOAD_MAX_NUMBER_FILES
            return exceptions.ParseError(
                f"Send {most} files at most at a time.", "too_many_files"
            )
        case SuspiciousOperation():
            return exceptions.ParseError("This request is malformed.", "invalid")
    return exc


def locked_out(
    request: HttpRequest,
    response: HttpResponse | None = None,
    credentials: dict[str, Any] | None = None,
    *args: object,
) -> HttpResponse:
    """Answer somebody who tried too many passwords."""
    minutes = int(settings.AXES_COOLOFF_TIME * 60)
    answer = plain_problem(
        429,
        "too_many_attempts",
        f"Too many failed tries. Wait {minutes} minutes, then try again.",
    )
    answer["Retry-After"] = str(minutes * 60)
    return answer


@csrf_exempt  # a program that forgot the last slash is told so
def no_such_path(request: HttpRequest) -> HttpResponse:
    """Answer a path under the API that is none of its paths."""
    return plain_problem(404, "not_found", f"There is nothing at {request.path}.")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form or script that did not send the CSRF token of its page."""
    return plain_problem(
        403,
        "csrf_failed",
        "This page is no longer the newest one. Reload it, then try again.",
    )


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that is no request, or for a host that is not served."""
    return plain_problem(400, "invalid", "This request is malformed.")


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer when something failed that nobody expected; the log has it."""
    return plain_problem(
        500, "server_error", "Something failed here. What was saved before is kept."
    )


def plain_problem(status: int, code: str, detail: str) -> HttpResponse:
    """Give a problem outside of the API's views."""
    body = {
        "type": "about:blank",
        "title": TITLES[status],
        "status": status,
        "code": code,
        "detail": detail,
        "request_id": request_id(),
    }
    return HttpResponse(json.dumps(body), status=status, content_type=MEDIA_TYPE)


def _sayable(value: Any) -> Any:
    """Repeat what was sent without the halves of characters that no text can hold."""
    match value:
        case dict():
            return {_sayable(key): _sayable(each) for key, each in value.items()}
        case list():
            return [_sayable(each) for each in value]
        case str():
            return value.encode(errors="replace").decode()
    return value


def _answer(
    status: int,
    code: str,
    detail: str,
    *,
    more: dict[str, object] | None = None,
    headers: dict[str, str] | None = None,
) -> Response:
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": TITLES.get(status) or HTTPStatus(status).phrase,
        "status": status,
        "code": code,
        "detail": detail,
        "request_id": request_id(),
        **(more or {}),
    }
    return Response(body, status=status, headers=headers, content_type=MEDIA_TYPE)
