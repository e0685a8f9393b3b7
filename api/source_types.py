"""Source types: what annotators choose from, changed as a whole."""

from typing import Any

from django.utils import timezone
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.models import Role
from annotator.services import source_types
from annotator.services.source_types import COLORS, HOTKEYS, MOST, Wanted
from api import setup_examples as examples
from api.projects import ProjectDetail, told
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
    @extend_schema(
        request=SourceTypesInput,
        responses=ProjectDetail,
        examples=[OpenApiExample("One more", examples.SOURCE_TYPES, request_only=True)],
    )
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
        user = signed_in(request)
        source_types.set_source_types(
            project=project,
            lead=user,
            wanted=[Wanted(**one) for one in given.validated_data["source_types"]],
            now=timezone.now(),
        )
        return told(user, slug)
