"""How lists are cut into pages."""

from typing import Any

from rest_framework.pagination import CursorPagination


class Pages(CursorPagination):
    """Pages by cursor: no count, and none skipped or doubled while rows are added."""

    page_size = 50
    page_size_query_param = "page_size"
    max_page_size = 200
    ordering = "pk"

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Say that all three fields are always there, which is left open elsewhere."""
        page: dict[str, Any] = super().get_paginated_response_schema(schema)
        return page | {"required": ["next", "previous", "results"]}
