"""How the API describes itself: what is true of many operations is said here once."""

from collections import defaultdict
from typing import Any

from drf_spectacular.drainage import get_override
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import ResolvedComponent
from drf_spectacular.utils import OpenApiParameter
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.permissions import IsAuthenticated

from annotator.models import TokenScope
from api.authentication import TokenAuthentication
from api.errors import STATUSES, TITLES
from api.problems import GENERAL, MEDIA_TYPE, Problem

HEADERS: dict[int, dict[str, Any]] = {
    401: {
        "WWW-Authenticate": {"description": "`Bearer`", "schema": {"type": "string"}}
    },
    429: {
        "Retry-After": {
            "description": "How many seconds to wait.",
            "schema": {"type": "integer"},
        }
    },
}
BAD_REQUEST = 400
SAFE = {"GET", "HEAD", "OPTIONS"}
KEY = {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$"}
REPEATABLE = [
    OpenApiParameter(
        "Idempotency-Key",
        KEY,
        OpenApiParameter.HEADER,
        description="Made by the client for each request that is not a repeat. The "
        "same request again under the same key, within 24 hours, does nothing and is "
        "given the same answer.",
    ),
    OpenApiParameter(
        "Idempotency-Replayed",
        {"const": "true"},
        OpenApiParameter.HEADER,
        description="There if nothing was done, as it was done before.",
        response=[200, 201, 202],
    ),
]
IF_MATCH = OpenApiParameter(
    "If-Match",
    str,
    OpenApiParameter.HEADER,
    description="The ETag of what was read: if it has been changed since, nothing is "
    "done and the answer is 412. Left out: whatever there is.",
)
IF_NONE_MATCH = OpenApiParameter(
    "If-None-Match",
    str,
    OpenApiParameter.HEADER,
    description="The ETag of what the client has: if that is still so, 304.",
)
ETAG = OpenApiParameter("ETag", str, OpenApiParameter.HEADER, response=[200, 201, 304])


class Schema(AutoSchema):
    """Tells of every operation which refusals it may answer, and why."""

    def get_operation_id(self) -> str:
        """Name the operation so that a generated client has a method of that name."""
        return str(super().get_operation_id()).replace(".", "_")

    def get_tags(self) -> list[str]:
        """Sort operations by what of a project, or else of the API, they are about."""
        parts: list[str] = self._tokenize_path()
        about = parts[1:2] if parts[0] == "projects" else []
        return [(about or parts)[0].partition(".")[0]]

    def get_auth(self) -> list[Any]:
        """Say which ways of signing in do, and whether none does too."""
        ways = [one for one in super().get_auth() if one]
        if self._is_for_no_token():
            ways.remove({"token": []})
        return [*ways, {}] if self._is_open() else ways

    def get_override_parameters(self) -> list[Any]:
        """Tell of the headers that several methods heed and give."""
        method, more = self._method(), []
        if getattr(method, "is_repeatable", False):
            more += REPEATABLE
        if getattr(method, "is_conditional", False):
            more += [IF_NONE_MATCH if self.method in SAFE else IF_MATCH, ETAG]
        return [*super().get_override_parameters(), *more]

    def _get_examples(
        self,
        serializer: Any,
        direction: str,
        media_type: str,
        status_code: str | None = None,
        extras: list[Any] | None = None,
    ) -> dict[str, Any]:
        """Show an answer as its serializer does, where the view shows only a body."""
        asked = serializer, direction, media_type, status_code
        found: dict[str, Any] = super()._get_examples(*asked, extras)  # type: ignore[no-untyped-call]
        if not found and direction == "response":
            shown = get_override(
                getattr(serializer, "child", serializer), "examples", []
            )
            found = super()._get_examples(*asked, shown)  # type: ignore[no-untyped-call]
        return found

    def _get_response_bodies(self, direction: str = "response") -> dict[str, Any]:
        bodies: dict[str, Any] = super()._get_response_bodies(direction)  # type: ignore[arg-type]
        for status, codes in self.problems(bodies).items():
            bodies[str(status)] = self._problem(status, codes, bodies.get(str(status)))
        return dict(sorted(bodies.items()))

    def problems(self, bodies: dict[str, Any]) -> dict[int, list[str]]:
        """Give the statuses that a refusal may have, with the codes of each."""
        found: dict[int, set[str]] = defaultdict(set)
        for status in self._of_what_is_asked():
            found[status] |= {*GENERAL[status][1]}
        if getattr(self._method(), "is_conditional", False) and self.method in SAFE:
            bodies["304"] = {"description": "It is what `If-None-Match` names."}
        for status, codes in self._of_who_asks().items():
            found[status] |= {*codes}
        for refusal in getattr(self._method(), "refusals", ()):
            found[STATUSES.get(refusal, BAD_REQUEST)].add(refusal.code)
        if self._has_body() and "multipart/form-data" in self.map_parsers():
            found[BAD_REQUEST].add("too_many_files")
        for status in GENERAL.keys() & {*map(int, bodies)}:
            found[status] |= set()  # what the view says of it stands alone
        return {status: sorted(codes) for status, codes in found.items()}

    def _method(self) -> Any:
        return getattr(self.view, self.method.lower())

    def _is_for_no_token(self) -> bool:
        return getattr(self.view, "scope", TokenScope.MANAGE) is None

    def _is_open(self) -> bool:
        needed = self.view.get_permissions()
        return not any(isinstance(one, IsAuthenticated) for one in needed)

    def _has_body(self) -> bool:
        return bool(self._get_request_body())  # type: ignore[no-untyped-call]

    def _of_who_asks(self) -> dict[int, list[str]]:
        """Give the statuses, with codes, that come of who asks, and how often."""
        ways = self.view.get_authenticators()
        takes_tokens = any(isinstance(one, TokenAuthentication) for one in ways)
        is_safe = self.method in SAFE
        statuses = {401: GENERAL[401][1]} if takes_tokens else {}
        if self._is_open():
            statuses |= {} if is_safe else {403: [*GENERAL[403][1], "csrf_failed"]}
        elif not is_safe or "{" in self.path or self._is_for_no_token():
            statuses[403] = GENERAL[403][1]
        if takes_tokens and self.view.get_throttles():
            statuses[429] = GENERAL[429][1]
        return statuses

    def _of_what_is_asked(self) -> set[int]:
        """Give the statuses that come of the path, the query, the headers, the body."""
        statuses = {400, 413, 415} if self._has_body() else set()
        if any(one["in"] == "query" for one in self._get_parameters()):
            statuses.add(400)
        if getattr(self._method(), "is_repeatable", False):
            statuses |= {400, 404, 422}  # 404: what was made is no longer to be seen
        if getattr(self._method(), "is_conditional", False) and self.method not in SAFE:
            statuses.add(412)
        is_list = self.method in SAFE and bool(self._get_paginator())  # type: ignore[no-untyped-call]
        if "{" in self.path or is_list:
            statuses.add(404)
        if self.view.content_negotiation_class is DefaultContentNegotiation:
            statuses.add(406)
        return statuses

    def _problem(
        self, status: int, codes: list[str], own: dict[str, Any] | None
    ) -> dict[str, Any]:
        """Describe a refusal: as all others are, where nothing else is to be said."""
        problem = self.resolve_serializer(Problem, "response")
        told = ", ".join(f"`{code}`" for code in codes)
        described: dict[str, Any] = {
            "content": {MEDIA_TYPE: {"schema": problem.ref}},
            "description": f"{TITLES[status]}: {told}." if codes else "",
        }
        if status in HEADERS:
            described["headers"] = HEADERS[status]
        if own is None and status in GENERAL and codes == sorted(GENERAL[status][1]):
            shared = ResolvedComponent(  # type: ignore[no-untyped-call]
                name=GENERAL[status][0],
                type=ResolvedComponent.RESPONSE,
                schema=described,
                object=Problem,
            )
            self.registry.register_on_missing(shared)
            ref: dict[str, Any] = shared.ref
            return ref
        if own is not None:
            more = [own["description"].strip(), described["description"]]
            described |= {"headers": own["headers"]} if "headers" in own else {}
            described["description"] = " ".join(filter(None, more))
            described["content"][MEDIA_TYPE] |= _examples(own)
        return described


def _examples(own: dict[str, Any]) -> dict[str, Any]:
    """Give the examples that a view shows of its refusal."""
    content = own.get("content", {}).get(MEDIA_TYPE, {})
    return {"examples": content["examples"]} if "examples" in content else {}
