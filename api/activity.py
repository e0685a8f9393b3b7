"""The log of a project: who did what, as pages and as one file."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any

from django.http import StreamingHttpResponse
from django.utils.decorators import method_decorator
from django.views.decorators.gzip import gzip_page
from drf_spectacular.utils import (
    OpenApiExample,
    OpenApiResponse,
    extend_schema,
    extend_schema_field,
)
from rest_framework import serializers
from rest_framework.generics import ListAPIView
from rest_framework.pagination import Cursor
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.formats.safe_csv import to_csv
from annotator.models import Role, User
from annotator.queries.activity import GROUPS, KINDS, Entry, Log, Place
from api import annotation_examples, examples
from api.events import said_json
from api.export_formats import AsNamed
from api.pages import Pages
from api.queries import read
from api.requests import LARGEST_ID, find_project

COLUMNS = ["id", "at", "actor_id", "actor", "kind", "details"]
FIRST_ROW = b"".join(
    to_csv(
        COLUMNS,
        [
            [
                *("act-12", "2026-05-04T12:00:00+00:00", 3, "Lena", "import_ended"),
                json.dumps(examples.ACT["details"]),
            ]
        ],
    )
).decode()
DETAILS = """\
What it was about, by kind, with names as they were then. Of answers: `article`,
`article_id`, `claim`, `number`, and the answer `before` and `after` it, null for none;
`imported` tells that a lead sent it."""


class LogQuery(serializers.Serializer[object]):
    kind = serializers.ChoiceField(
        choices=[*GROUPS, *KINDS],
        required=False,
        help_text="A kind or a group of them.",
    )
    actor = serializers.IntegerField(
        required=False,
        min_value=1,
        max_value=LARGEST_ID,
        help_text="Who did it: a user's id.",
    )
    since = serializers.DateField(required=False, help_text="The first day, in UTC.")
    until = serializers.DateField(required=False, help_text="The last day, in UTC.")


class Actor(serializers.ModelSerializer[User]):
    class Meta:
        model = User
        fields = ["id", "name"]
        read_only_fields = fields


class ActivityEntry(serializers.Serializer[Any]):
    id = serializers.CharField(source="name", help_text="Such as `act-12`.")
    at = serializers.DateTimeField(source="place.at")
    actor = Actor(allow_null=True, help_text="Null: OnRecord itself.")
    kind = serializers.ChoiceField(choices=KINDS)
    details = serializers.SerializerMethodField(help_text=DETAILS)

    @extend_schema_field({"type": "object", "additionalProperties": {}})
    def get_details(self, entry: Entry) -> dict[str, Any]:
        return details_of(entry)


def details_of(entry: Entry) -> dict[str, Any]:
    """Give what is told of an entry; of an answer no more than its history does."""
    told = entry.details
    if entry.place.source == "act":
        return told
    after = told["after"] or {}
    return told | {
        "before": said_json(told["before"]),
        "after": said_json(told["after"]),
        "imported": "imported_by" in after,
    }


class LogPages(Pages):
    """Pages of a log, from its newest end on."""

    def cut(self, log: Any, request: Request, view: APIView | None) -> list[Entry]:
        """Cut a page."""
        self.base_url = request.build_absolute_uri()
        size = self.get_page_size(request) or self.page_size
        cursor = self.decode_cursor(request)
        entries: list[Entry] = log.page(
            None if cursor is None else _place(str(cursor.position)), size + 1
        )
        self.next = _position(entries[size - 1].place) if entries[size:] else None
        return entries[:size]

    def get_next_link(self) -> str | None:
        """Give the address of what is older."""
        if self.next is None:
            return None
        return self.encode_cursor(Cursor(0, reverse=False, position=self.next))

    def get_previous_link(self) -> None:
        """Give nothing: one reads down."""


def _position(place: Place) -> Any:
    return f"{place.at.isoformat()},{place.source},{place.pk}"


def _place(position: str) -> Place:
    """
    Read a position.

    :raises ValueError: if it is none of ours
    """
    at, source, pk = position.split(",")
    place = Place(datetime.fromisoformat(at), source, int(pk))  # type: ignore[arg-type]
    if place.at.tzinfo is None or source not in {"act", "event"}:
        raise ValueError(position)
    return place


@method_decorator(gzip_page, name="dispatch")
class ActivityView(ListAPIView[Any]):
    """
    What was done in a project and what was answered, the newest first.

    For its leads. Nothing is skipped or doubled while more is done.
    """

    serializer_class = ActivityEntry
    pagination_class = LogPages
    query = LogQuery

    @extend_schema(
        parameters=[LogQuery],
        examples=[
            OpenApiExample("Guidelines", examples.ACT),
            OpenApiExample("An answer", annotation_examples.ANSWERED),
        ],
    )
    def get(self, request: Request, slug: str) -> Response:
        page = self.paginate_queryset(_log(request, slug))  # type: ignore[arg-type]
        return self.get_paginated_response(ActivityEntry(page, many=True).data)


class ActivityFileView(APIView):
    content_negotiation_class = AsNamed
    renderer_classes = [JSONRenderer]

    @extend_schema(
        parameters=[LogQuery],
        responses={
            (200, "text/csv"): OpenApiResponse(
                str,
                description=f"{', '.join(COLUMNS)}, the last as JSON. No cell begins a "
                "formula: an apostrophe stands before what could.",
                examples=[OpenApiExample("Begins so", FIRST_ROW)],
            )
        },
    )
    def get(self, request: Request, slug: str) -> StreamingHttpResponse:
        """Stream the log as CSV, the newest first."""
        log = _log(request, slug)
        name = f"{slug}-activity.csv"
        return StreamingHttpResponse(
            to_csv(COLUMNS, _rows(log)),
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )


def _rows(log: Log) -> Iterator[list[object]]:
    for entry in log.stream():
        yield [
            entry.name,
            entry.place.at.isoformat(),
            entry.actor.pk if entry.actor else None,
            entry.actor.name if entry.actor else None,
            entry.kind,
            json.dumps(details_of(entry), ensure_ascii=False),
        ]


def _log(request: Request, slug: str) -> Log:
    project = find_project(request, slug, Role.LEAD)
    query = read(LogQuery, request)
    return Log(
        project,
        kind=query.get("kind"),
        actor=query.get("actor"),
        since=_moment(query.get("since"), time.min),
        until=_moment(query.get("until"), time.max),
    )


def _moment(day: date | None, of_day: time) -> datetime | None:
    return None if day is None else datetime.combine(day, of_day, UTC)
