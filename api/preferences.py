"""Preferences: /api/v1/me/preferences/."""

from collections.abc import Mapping
from typing import Any

from drf_spectacular.utils import OpenApiExample, extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.models import TokenScope
from annotator.services import preferences
from annotator.services.preferences import COMMANDS, LANGUAGES, Preferences
from api import examples
from api.requests import signed_in

MOST_KEYS = 3
LONGEST_KEY = 20
SHIFT = "Shift+"
KEYS = {
    "type": "object",
    "description": "The keys of the commands whose keys were changed, each as "
    f"`KeyboardEvent.key` names it, or that after `{SHIFT}`.",
    "propertyNames": {"enum": COMMANDS},
    "additionalProperties": {
        "type": "array",
        "items": {"type": "string", "minLength": 1},
        "maxItems": MOST_KEYS,
    },
}


@extend_schema_field(KEYS)
class KeysField(serializers.DictField):
    """Keys by command; the digits 1 to 9 answer, and are nobody's to give away."""

    child = serializers.ListField(
        child=serializers.CharField(
            trim_whitespace=False, max_length=len(SHIFT) + LONGEST_KEY
        ),
        max_length=MOST_KEYS,
    )

    def run_child_validation(self, data: Mapping[str, Any]) -> dict[str, Any]:
        keys = super().run_child_validation(data)
        problems = {
            command: [problem]
            for command, given in keys.items()
            if (problem := _problem(command, given))
        }
        if problems:
            raise serializers.ValidationError(problems)
        return keys


def _problem(command: str, keys: list[str]) -> str:
    """Say what is wrong with a command's keys, if anything is."""
    if command not in COMMANDS:
        return "This is no command whose keys can be changed."
    for key in keys:
        bare = key.removeprefix(SHIFT)
        if not 1 <= len(bare) <= LONGEST_KEY:
            return f"A key's name has 1 to {LONGEST_KEY} characters."
        if bare in set("123456789"):
            return "The digits 1 to 9 answer, and cannot do anything else."
    return ""


@extend_schema_field({"anyOf": [{"const": language} for language in LANGUAGES]})
class LanguageField(serializers.ChoiceField):
    """A language of the interface; empty is that of the browser, and a choice too."""

    def __init__(self, **more: Any) -> None:
        super().__init__(choices=LANGUAGES, **more)


class PreferencesInput(serializers.Serializer[object]):
    keys = KeysField(required=False)
    single_keys = serializers.BooleanField(
        required=False, help_text="Whether single keys do anything."
    )
    auto_advance = serializers.BooleanField(
        required=False, help_text="Whether an answer moves on to the next claim."
    )
    language = LanguageField(required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        unknown = sorted(set(self.initial_data) - set(self.fields))
        if unknown:
            raise serializers.ValidationError(
                {name: ["There is no such preference."] for name in unknown}
            )
        return attrs


class PreferencesOutput(serializers.Serializer[Preferences]):
    keys = KeysField()
    single_keys = serializers.BooleanField()
    auto_advance = serializers.BooleanField()
    language = LanguageField()


class PreferencesView(APIView):
    scope = TokenScope.ANNOTATE

    @extend_schema(
        request=PreferencesInput,
        responses=PreferencesOutput,
        examples=[OpenApiExample("Other keys", examples.PREFERENCES)],
    )
    def patch(self, request: Request) -> Response:
        """Change some of the user's preferences; `keys` is replaced as a whole."""
        given = PreferencesInput(data=request.data)
        given.is_valid(raise_exception=True)
        changed = preferences.change_preferences(
            user=signed_in(request), changes=given.validated_data
        )
        return Response(PreferencesOutput(changed).data)
