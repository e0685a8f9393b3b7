"""Query strings: read by their description, and without anything that it has not."""

from collections.abc import Collection
from typing import Any

from rest_framework import serializers
from rest_framework.request import Request

OF_PAGES = {"cursor", "page_size"}


def read(
    query: type[serializers.Serializer[object]], request: Request
) -> dict[str, Any]:
    """
    Read a request's query by its description.

    What a list is paged by is read elsewhere, and may be there too.
    """
    given = query(data=request.query_params)
    refuse_others(request, {*given.fields, *OF_PAGES})
    given.is_valid(raise_exception=True)
    found: dict[str, Any] = given.validated_data
    return found


def refuse_others(request: Request, known: Collection[str]) -> None:
    """
    Refuse a query with a parameter that is not known.

    A filter that is misspelled would pass for one that leaves nothing out.
    """
    if strange := sorted(set(request.query_params) - set(known)):
        raise serializers.ValidationError(
            {name: ["There is no such parameter."] for name in strange}
        )
