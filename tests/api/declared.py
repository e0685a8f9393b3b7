"""What the API says of itself; every refusal is one that its description tells of."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from drf_spectacular.generators import SchemaGenerator
from rest_framework.response import Response

from annotator.services.article_files import FileUnreadable
from api import errors

NOT_OF_A_METHOD = {405}


def problem(exc: Exception, context: dict[str, Any]) -> Response | None:
    """Answer as the API does, once it is sure that the description has it."""
    answer = errors.problem(exc, context)
    request = context["request"]
    if answer is not None and answer.status_code not in NOT_OF_A_METHOD:
        route = request.resolver_match.route
        check(request.method, route, answer, has_code=not is_readers(exc))
    return answer


def is_readers(exc: Exception) -> bool:
    """Tell whether a code is that of a reader of files, of which there are many."""
    return isinstance(exc, FileUnreadable)


def check(method: str, route: str, answer: Response, *, has_code: bool) -> None:
    """Raise AssertionError unless the description tells of a refusal."""
    path = "/" + re.sub(r"<\w+:(\w+)>", r"{\1}", route)
    operation = description()["paths"].get(path, {}).get(method.lower())
    if operation is None:  # HEAD and OPTIONS, and the description itself
        return
    told = operation["responses"].get(str(answer.status_code))
    assert told, f"{method} {path} is not said to answer {answer.status_code}"
    told = described(told)
    code = answer.data["code"]
    assert not has_code or f"`{code}`" in told["description"], (
        f"{method} {path} is not said to refuse with {code}"
    )


@cache
def description() -> dict[str, Any]:
    """Give the API's description of itself."""
    made: dict[str, Any] = SchemaGenerator().get_schema(request=None, public=True)
    return made


def operations() -> Iterator[tuple[str, dict[str, Any]]]:
    """Give each operation, by its method and path."""
    for path, methods in description()["paths"].items():
        for method, operation in methods.items():
            yield f"{method.upper()} {path}", operation


def described(answer: dict[str, Any]) -> dict[str, Any]:
    """Give the description of an answer, be it one that many share."""
    name = answer.get("$ref", "").rpartition("/")[2]
    shared: dict[str, Any] = description()["components"]["responses"]
    return shared[name] if name else answer
