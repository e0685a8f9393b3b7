"""What a refusal looks like, and which refusals a method of a view may answer."""

from collections.abc import Callable
from typing import Any, TypeVar

from rest_framework import serializers

from annotator.errors import DomainError
from api.answers import AnnotationOutput

MEDIA_TYPE = "application/problem+json"
BY_TOKEN = ["token_unknown", "token_revoked", "token_expired", "token_ended"]
GENERAL: dict[int, tuple[str, list[str]]] = {
    400: ("Invalid", ["invalid", "parse_error"]),
    401: ("SignInFirst", ["not_authenticated", *BY_TOKEN]),
    403: ("NotAllowed", ["permission_denied", "token_scope", "token_project"]),
    404: ("NotFound", ["not_found"]),
    406: ("NotAcceptable", ["not_acceptable"]),
    412: ("MovedOn", ["precondition_failed"]),
    413: ("TooLarge", ["too_large"]),
    415: ("NotUnderstood", ["unsupported_media_type"]),
    422: ("KeyReused", ["idempotency_key_reused"]),
    429: ("TooMany", ["throttled"]),
}
"""What any view may answer where its kind of request can: a name, and the codes."""

Method = TypeVar("Method", bound=Callable[..., Any])


class RowRefused(serializers.Serializer[object]):
    row = serializers.IntegerField(help_text="From 1.")
    code = serializers.CharField()
    reason = serializers.CharField()


class Problem(serializers.Serializer[object]):
    """Why nothing was done: problem details, as RFC 9457 has them."""

    type = serializers.CharField(
        help_text="Always `about:blank`: what is meant is said by `code`."
    )
    title = serializers.CharField(help_text="What `status` means, for people.")
    status = serializers.IntegerField(help_text="That of the answer.")
    code = serializers.CharField(
        help_text="What was refused, for programs; docs/api.md lists them all."
    )
    detail = serializers.CharField(
        help_text="What happened, what was kept and what to do, for people."
    )
    request_id = serializers.CharField(
        required=False, help_text="Names the request in the server's log."
    )
    errors = serializers.DictField(  # type: ignore[assignment]
        required=False,
        help_text="With `invalid`: by field what is wrong with it, a list of texts, or "
        "the same of what is in it.",
    )
    rows = RowRefused(
        many=True,
        required=False,
        help_text="With `annotations_refused`: what is wrong with rows, up to 100.",
    )
    current = AnnotationOutput(
        allow_null=True,
        required=False,
        help_text="With `changed_elsewhere`: the annotation that there is now.",
    )


def refuses(*refusals: type[DomainError]) -> Callable[[Method], Method]:
    """Declare which of the domain's refusals a method of a view may answer."""

    def declare(method: Method) -> Method:
        method.refusals = refusals  # type: ignore[attr-defined]
        return method

    return declare
