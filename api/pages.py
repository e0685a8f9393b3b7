"""How lists are cut into pages."""

from collections.abc import Collection
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DataError
from django.db.models import Q, QuerySet
from rest_framework.exceptions import NotFound
from rest_framework.pagination import Cursor, CursorPagination
from rest_framework.request import Request
from rest_framework.serializers import Serializer
from rest_framework.views import APIView

from api.queries import OF_PAGES, refuse_others


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
        refuse_others(request, {*OF_PAGES, *known_to(view)})
        try:
            return self.cut(queryset, request, view)
        except (ValueError, OverflowError, DataError, ValidationError) as error:
            raise NotFound("This page's cursor is not one of ours.") from error

    def cut(
        self, queryset: Any, request: Request, view: APIView | None
    ) -> list[Any] | None:
        """Cut a page."""
        return super().paginate_queryset(queryset, request, view)

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Say that all three fields are always there, which is left open elsewhere."""
        page: dict[str, Any] = super().get_paginated_response_schema(schema)
        return page | {"required": ["next", "previous", "results"]}


def known_to(view: APIView | None) -> Collection[str]:
    """Give the parameters that a list takes beside those of its pages."""
    query: type[Serializer[object]] | None = getattr(view, "query", None)
    return query().fields if query else ()


class NewestFirst(Pages):
    ordering = "-pk"


class Ranked(Pages):
    """
    Pages of rows by a number, highest first, that any number of rows may share.

    Rows of one number are in the order of `key`. A page goes on exactly where another
    ended, and costs two queries that each read as many rows as they give.
    """

    key = "pk"

    def cut(
        self, queryset: Any, request: Request, view: APIView | None
    ) -> list[Any] | None:
        """Cut a page."""
        self.base_url = request.build_absolute_uri()
        self.size = self.get_page_size(request) or self.page_size
        self.rank = self.ranked_by(request)
        cursor = self.decode_cursor(request)
        back = cursor is not None and bool(cursor.reverse)
        position = None if cursor is None else str(cursor.position)
        rows = self.rows(queryset, position, back=back)
        is_more, cut = len(rows) > self.size, rows[: self.size]
        shown = cut[::-1] if back else cut
        is_later = is_more if back else position is not None
        self.next = self.link(shown, -1, back=False) if back or is_more else None
        self.previous = self.link(shown, 0, back=True) if is_later else None
        return shown

    def ranked_by(self, request: Request) -> str:
        """Name the field with the number."""
        raise NotImplementedError

    def rows(
        self, queryset: "QuerySet[Any]", position: str | None, *, back: bool
    ) -> list[Any]:
        """Give the rows after (or before) a position, one more than fit the page."""
        most = self.size + 1
        away, on = ("gt", "lt") if back else ("lt", "gt")
        order = [self.rank, f"-{self.key}"] if back else [f"-{self.rank}", self.key]
        if position is None:
            return list(queryset.order_by(*order)[:most])
        rank, key = position.split(",")
        tied = Q(**{self.rank: float(rank), f"{self.key}__{on}": int(key)})
        beyond = Q(**{f"{self.rank}__{away}": float(rank)})
        found = list(queryset.filter(tied).order_by(order[1])[:most])
        left = most - len(found)
        if left:
            found += queryset.filter(beyond).order_by(*order)[:left]
        return found

    def link(self, shown: list[Any], place: int, *, back: bool) -> str | None:
        """Give the address of what follows a row, or comes before it."""
        if not shown:
            return None
        row = shown[place]
        position: Any = f"{getattr(row, self.rank)!r},{getattr(row, self.key)}"
        return self.encode_cursor(Cursor(0, reverse=back, position=position))

    def get_next_link(self) -> str | None:
        """Give the address of the page after this one."""
        return self.next

    def get_previous_link(self) -> str | None:
        """Give the address of the page before this one."""
        return self.previous
