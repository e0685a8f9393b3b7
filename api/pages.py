"""How lists are cut into pages."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import DataError
from rest_framework.exceptions import NotFound
from rest_framework.pagination import CursorPagination
from rest_framework.request import Request
from rest_framework.views import APIView


class Pages(CursorPagination):
    """Pages by cursor: no count, and none skipped or doubled while rows are added."""

    page_size = 50
    page_size_query_param = "page_size"
    max_page_size = 200
    ordering = "pk"

    def paginate_queryset(
        self,
        queryset: Any,
        request: Request,
        view: APIView | None = None,
    ) -> list[Any] | None:
        """Cut a page; a cursor that nobody was given is 404, whatever is in it."""
        try:
            return super().paginate_queryset(queryset, request, view)
        except (ValueError, DataError, ValidationError) as error:
            raise NotFound("This page's cursor is not one of ours.") from error

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Say that all three fields are always there, which is left open elsewhere."""
        page: dict[str, Any] = super().get_paginated_response_schema(schema)
        return page | {"required": ["next", "previous", "results"]}
