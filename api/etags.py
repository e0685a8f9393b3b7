"""
ETags: what saves a download, and keeps two people from overwriting one another.

An ETag names the version of what can be edited and, after a dot, that of whatever else
an answer tells. `If-None-Match` is about all of it, `If-Match` about the first alone:
an edit is not refused because somebody has answered a claim meanwhile.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from django.utils.http import parse_etags
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from annotator.queries.versions import version_of

Method = TypeVar("Method", bound=Callable[..., Response])


def conditional(method: Method) -> Method:
    """Declare that a method gives an ETag, and heeds the header that asks for one."""
    method.is_conditional = True  # type: ignore[attr-defined]
    return method


def named(request: Request, header: str) -> list[str]:
    """
    Give the ETags in a header, bare, or `*`.

    Weak ones count as well: proxies that compress answers make them of ours.
    """
    tags = parse_etags(request.headers.get(header, ""))
    return [one.removeprefix("W/").strip('"') for one in tags]


def expected_versions(request: Request) -> frozenset[str] | None:
    """Give the versions that an edit is meant for; None: whichever there is."""
    if "If-Match" not in request.headers:
        return None
    tags = named(request, "If-Match")
    if "*" in tags:
        return None
    return frozenset(one.partition(".")[0] for one in tags)


def with_etag(
    request: Request, body: Any, version: str, *, is_all: bool = False
) -> Response:
    """
    Answer with a body and its ETag, or that the client has it already.

    `is_all`: the version tells of everything in the body.
    """
    etag = version if is_all else f"{version}.{version_of(body)}"
    headers = {"ETag": f'"{etag}"'}
    if request.method == "GET":
        headers["Cache-Control"] = "private, no-cache"
        known = named(request, "If-None-Match")
        if etag in known or "*" in known:
            return Response(status=status.HTTP_304_NOT_MODIFIED, headers=headers)
    return Response(body, headers=headers)
