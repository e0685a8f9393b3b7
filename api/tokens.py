"""API tokens: /api/v1/tokens/."""

from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.authentication import SessionAuthentication
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.models import ApiToken
from annotator.services import tokens
from api.requests import signed_in


class TokenOutput(serializers.ModelSerializer[ApiToken]):
    class Meta:
        model = ApiToken
        fields = ["id", "name", "prefix", "created_at", "last_used_at", "expires_at"]
        read_only_fields = fields


class TokenInput(serializers.Serializer[ApiToken]):
    name = serializers.CharField(max_length=100)
    expires_at = serializers.DateTimeField(required=False, allow_null=True)


class NewTokenOutput(TokenOutput):
    token = serializers.CharField(help_text="The secret. It is shown this once.")

    class Meta(TokenOutput.Meta):
        fields = [*TokenOutput.Meta.fields, "token"]


class TokensView(ListAPIView[ApiToken]):
    """The user's own tokens; a token makes none, for it would outlive itself."""

    authentication_classes = [SessionAuthentication]
    serializer_class = TokenOutput

    def get_queryset(self):  # type: ignore[no-untyped-def]
        return ApiToken.objects.filter(user=signed_in(self.request))

    @extend_schema(request=TokenInput, responses={201: NewTokenOutput})
    def post(self, request: Request) -> Response:
        """Make a token."""
        given = TokenInput(data=request.data)
        given.is_valid(raise_exception=True)
        token, secret = tokens.create_token(
            user=signed_in(request), now=timezone.now(), **given.validated_data
        )
        body = {**TokenOutput(token).data, "token": secret}
        return Response(body, status=status.HTTP_201_CREATED)


class TokenView(APIView):
    authentication_classes = [SessionAuthentication]

    @extend_schema(responses={204: None})
    def delete(self, request: Request, token_id: int) -> Response:
        """Revoke a token."""
        own = ApiToken.objects.filter(user=signed_in(request))
        get_object_or_404(own, pk=token_id).delete()
        return Response(status=status.HTTP_204_NO_CONTENT)
