"""Source types: what annotators choose from, changed as a whole."""

from typing import Any

from django.utils import timezone
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.models import Role
from annotator.queries.versions import source_types_version
from annotator.services import source_types
from annotator.services.answers import UnknownSourceType
from annotator.services.source_types import COLORS, HOTKEYS, MOST, Wanted
from api import setup_examples as examples
from api.etags import conditional, expected_versions, with_etag
from api.problems import refuses
from api.project_outputs import ProjectDetail, SourceTypeLists, told, type_lists
from api.requests import find_project, signed_in
from api.texts import LineField


class SourceTypeInput(serializers.Serializer[object]):
    key = serializers.SlugField(
        required=False,
        allow_null=True,
        default=None,
        max_length=40,
        help_text="The key of one that there is, also of an archived one, which then "
        "can be chosen again. Left out or null: a new one, whose key is made of its "
        "name.",
    )
    name = LineField(max_length=60)
    definition = serializers.CharField(max_length=300)
    hotkey = serializers.ChoiceField(
        choices=HOTKEYS, help_text="The digit that chooses it."
    )
    color = serializers.ChoiceField(
        choices=COLORS, help_text="A token of the interface: a color and a shape."
    )
    maps_to = serializers.SlugField(
        required=False,
        allow_null=True,
        default=None,
        max_length=40,
        help_text="The key of what it counts as where agreement is on fewer labels: "
        "another one of the list that has a key.",
    )


class SourceTypesInput(serializers.Serializer[object]):
    source_types: serializers.ListSerializer[Any] = serializers.ListSerializer(
        child=SourceTypeInput(), min_length=1, max_length=MOST
    )


class SourceTypesView(APIView):
    @extend_schema(responses=SourceTypeLists)
    @conditional
    def get(self, request: Request, slug: str) -> Response:
        """Give what annotators choose from, and what they no longer can."""
        project = find_project(request, slug)
        types = project.source_types.select_related("maps_to")
        version = source_types_version(types)
        return with_etag(request, type_lists(types), version, is_all=True)

    @extend_schema(
        request=SourceTypesInput,
        responses=ProjectDetail,
        examples=[OpenApiExample("One more", examples.SOURCE_TYPES, request_only=True)],
    )
    @refuses(
        UnknownSourceType,
        source_types.BuiltInSourceTypesStay,
        source_types.SourceTypesClash,
        source_types.MapsToNothing,
        source_types.MapsInACircle,
    )
    @conditional
    def put(self, request: Request, slug: str) -> Response:
        """
        Put a whole list of source types, in order, in the place of what there is.

        One that is left out is deleted if it was never used, and archived otherwise:
        answers keep it, nobody can choose it. Built-in ones stay. Agreement is counted
        anew where keys, their order or what they map to changed.
        """
        project = find_project(request, slug, Role.LEAD)
        given = SourceTypesInput(data=request.data)
        given.is_valid(raise_exception=True)
        source_types.set_source_types(
            project=project,
            lead=signed_in(request),
            wanted=[Wanted(**one) for one in given.validated_data["source_types"]],
            now=timezone.now(),
            expected=expected_versions(request),
        )
        answer = told(request, slug)
        answer["ETag"] = f'"{answer.data["versions"]["source_types"]}"'
        return answer
