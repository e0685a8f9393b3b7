"""API tokens: /api/v1/tokens/."""

from datetime import datetime

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import (
    OpenApiExample,
    extend_schema,
    extend_schema_serializer,
)
from rest_framework import serializers, status
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.models import ApiToken, Project, TokenScope
from annotator.services import tokens
from api.repeats import for_oneself, repeatable
from api.requests import signed_in

NEW = {
    "name": "training pipeline",
    "scope": "read",
    "project": "harbor-city-pilot",
    "expires_at": "2026-08-01T00:00:00Z",
}
MADE = {
    "id": 7,
    **NEW,
    "state": "live",
    "prefix": "onr_5cVq0A1b",
    "created_at": "2026-05-03T09:12:00Z",
    "last_used_at": None,
    "revoked_at": None,
}


@extend_schema_serializer(examples=[OpenApiExample("To read one project", MADE)])
class TokenOutput(serializers.ModelSerializer[ApiToken]):
    project: serializers.SlugRelatedField[Project] = serializers.SlugRelatedField(
        slug_field="slug",
        read_only=True,
        allow_null=True,
        help_text="The only project that it is for; null: all of the user's.",
    )
    state = serializers.SerializerMethodField(
        help_text="`ended`: the password was changed since. Those that are not `live` "
        "are listed for 30 days more."
    )

    class Meta:
        model = ApiToken
        fields = [
            "id", "name", "scope", "project", "state", "prefix", "created_at",
            "last_used_at", "expires_at", "revoked_at",
        ]  # fmt: skip
        read_only_fields = fields

    def get_state(self, token: ApiToken) -> tokens.TokenState:
        return tokens.state_of(token, now=timezone.now())


class TokenInput(serializers.Serializer[ApiToken]):
    name = serializers.CharField(max_length=100)
    scope = serializers.ChoiceField(
        choices=TokenScope.choices,
        default=TokenScope.READ,
        help_text="What it may do of what the user may; each includes those before it.",
    )
    project = serializers.CharField(
        allow_null=True,
        default=None,
        max_length=60,
        help_text="The slug of the only project that it is for; null: all of yours.",
    )
    expires_at = serializers.DateTimeField(
        allow_null=True, default=None, help_text="Null: never."
    )

    def validate_project(self, slug: str | None) -> Project | None:
        if slug is None:
            return None
        mine = Project.objects.visible_to(self.context["user"])
        found = mine.filter(slug=slug).first()
        if found is None:
            raise serializers.ValidationError("You have no project of this name.")
        return found

    def validate_expires_at(self, expires_at: datetime | None) -> datetime | None:
        if expires_at is not None and expires_at <= timezone.now():
            raise serializers.ValidationError("Choose a time to come.")
        return expires_at


class NewTokenOutput(TokenOutput):
    token = serializers.CharField(
        help_text="The secret. It is shown this once, and empty in an answer that is "
        "given again."
    )

    class Meta(TokenOutput.Meta):
        fields = [*TokenOutput.Meta.fields, "token"]


class TokensView(ListAPIView[ApiToken]):
    """The user's own tokens; a token makes none, for it would outlive itself."""

    scope = None
    serializer_class = TokenOutput

    def get_queryset(self) -> QuerySet[ApiToken]:
        return tokens.tokens_of(user=signed_in(self.request), now=timezone.now())

    @extend_schema(
        request=TokenInput,
        responses={201: NewTokenOutput},
        examples=[
            OpenApiExample("To read one project", NEW, request_only=True),
            OpenApiExample(
                "Made",
                MADE | {"token": "onr_5cVq0A1bJ0m5vT3c9dLrXh2kWqYz8uNfBsEoPgIiMaQ"},
                response_only=True,
                status_codes=["201"],
            ),
        ],
    )
    @repeatable(for_oneself, hidden={"token": lambda _: ""})
    def post(self, request: Request) -> Response:
        """Make a token."""
        user = signed_in(request)
        given = TokenInput(data=request.data, context={"user": user})
        given.is_valid(raise_exception=True)
        token, secret = tokens.create_token(
            user=user, now=timezone.now(), **given.validated_data
        )
        body = {**TokenOutput(token).data, "token": secret}
        return Response(body, status=status.HTTP_201_CREATED)


class TokenView(APIView):
    scope = None

    @extend_schema(responses={204: None})
    def delete(self, request: Request, token_id: int) -> Response:
        """Revoke a token; it is listed for a while, and refused from now on."""
        own = ApiToken.objects.filter(user=signed_in(request))
        token = get_object_or_404(own, pk=token_id)
        tokens.revoke_token(token=token, now=timezone.now())
        return Response(status=status.HTTP_204_NO_CONTENT)
