"""Idempotency keys: requests that may be sent again without being done again."""

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from typing import Any, TypeVar

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import QueryDict
from django.utils import timezone
from rest_framework import serializers, status
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from annotator.models import KeptAnswer, Role
from annotator.services import repeats
from api.requests import find_project, signed_in

HEADER = "Idempotency-Key"
REPLAYED = "Idempotency-Replayed"
KEY = re.compile(r"[!-~]{1,255}", re.A)
KEPT_HEADERS = ["ETag", "Location"]

Method = TypeVar("Method", bound=Callable[..., Response])
Hidden = Mapping[str, Callable[[dict[str, Any]], Any]]
Check = Callable[[Request, Mapping[str, Any]], object]


def by(*roles: Role) -> Check:
    """Give the check that somebody has one of `roles` in the project that is named."""
    return lambda request, named: find_project(request, named["slug"], *roles)


def for_oneself(request: Request, named: Mapping[str, Any]) -> None:
    """Check nothing: what was made is nobody else's."""


def repeatable(
    check: Check, *, hidden: Hidden | None = None
) -> Callable[[Method], Method]:
    """
    Let a method of a view be asked again under the same key, and do it once.

    What it does, and what it answered, are stored in one transaction. A refusal is not
    kept: nothing was done. Before an answer is given again, `check` refuses whoever may
    no longer ask for it; it is given what the path names, and the answer. `hidden` are
    fields of the answer that are not kept because they are secrets, each with what
    finds it anew, given the rest.
    """
    found_anew: Hidden = hidden or {}

    def decorate(method: Method) -> Method:
        @wraps(method)
        def asked(view: Any, request: Request, **path: Any) -> Response:
            key = request.headers.get(HEADER)
            if key is None:
                return method(view, request, **path)
            if not KEY.fullmatch(key):
                raise serializers.ValidationError(
                    {HEADER: ["Give 1 to 255 characters of ASCII, without blanks."]}
                )
            # The body has been read whole before the transaction begins.
            fingerprint = fingerprint_of(request)
            with transaction.atomic():
                kept = repeats.take_key(
                    user=signed_in(request),
                    key=key,
                    fingerprint=fingerprint,
                    now=timezone.now(),
                )
                if repeats.is_answered(kept):
                    check(request, {**kept.body, **path})  # type: ignore[dict-item]
                    return _again(kept, found_anew)
                answer = method(view, request, **path)
                if status.is_success(answer.status_code):
                    _keep(kept, answer, found_anew)
                else:
                    transaction.set_rollback(True)
            return answer

        asked.is_repeatable = True  # type: ignore[attr-defined]
        return asked  # type: ignore[return-value]

    return decorate


def _again(kept: KeptAnswer, hidden: Hidden) -> Response:
    body: dict[str, Any] = kept.body  # type: ignore[assignment]
    return Response(
        {**body, **{name: find(body) for name, find in hidden.items()}},
        status=kept.status,
        headers={**kept.headers, REPLAYED: "true"},
    )


def _keep(kept: KeptAnswer, answer: Response, hidden: Hidden) -> None:
    body: dict[str, Any] = json.loads(JSONRenderer().render(answer.data))
    repeats.keep_answer(
        kept=kept,
        status=answer.status_code,
        body={name: value for name, value in body.items() if name not in hidden},
        headers={name: answer[name] for name in KEPT_HEADERS if name in answer},
    )


def fingerprint_of(request: Request) -> str:
    """Give the SHA-256 of what a request asks for, however its body is written."""
    whole = hashlib.sha256()
    for part in [request.method, request.get_full_path(), *_parts(request.data)]:
        encoded = str(part).encode(errors="surrogatepass")
        whole.update(b"%d:" % len(encoded) + encoded)
    return whole.hexdigest()


def _parts(body: Any) -> Iterator[str | int]:
    if not isinstance(body, QueryDict):
        yield json.dumps(body, sort_keys=True)
        return
    # A form: its boundary differs each time, what is in it does not.
    for name, values in sorted(body.lists()):
        for value in values:
            yield name
            if isinstance(value, UploadedFile):
                yield from (value.name or "", _digest(value))
            else:
                yield str(value)


def _digest(file: "UploadedFile[Any]") -> str:
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()
