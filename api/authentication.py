"""Signing in with an API token."""

from django.utils import timezone
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from annotator.models import ApiToken, User
from annotator.services import tokens

SCHEME = "Bearer"


class TokenAuthentication(BaseAuthentication):
    """`Authorization: Bearer onr_…`, and nowhere else: addresses end up in logs."""

    def authenticate(self, request: Request) -> tuple[User, ApiToken] | None:
        """Give the token and its user; None if the request carries no token."""
        scheme, _, secret = (
            get_authorization_header(request).decode("latin-1").partition(" ")
        )
        if scheme.lower() != SCHEME.lower():
            return None
        try:
            token = tokens.find_token(secret=secret.strip(), now=timezone.now())
        except tokens.TokenRefused as refusal:
            raise AuthenticationFailed(str(refusal), refusal.code) from refusal
        return token.user, token

    def authenticate_header(self, request: Request) -> str:
        """Say how to sign in; it makes a missing sign-in a 401."""
        return SCHEME


class TokenScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    target_class = TokenAuthentication
    name = "token"

    def get_security_definition(self, auto_schema: object) -> dict[str, str]:
        return {"type": "http", "scheme": "bearer"}
