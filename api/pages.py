"""How lists are cut into pages."""

from rest_framework.pagination import CursorPagination


class Pages(CursorPagination):
    """Pages by cursor: no count, and none skipped or doubled while rows are added."""

    page_size = 50
    page_size_query_param = "page_size"
    max_page_size = 200
    ordering = "pk"
