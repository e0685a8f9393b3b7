"""Signing in and out: /api/v1/session/."""

from typing import Any

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_protect, ensure_csrf_cookie
from drf_spectacular.utils import (
    OpenApiExample,
    OpenApiResponse,
    extend_schema,
    extend_schema_field,
    extend_schema_serializer,
)
from rest_framework import serializers, status
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.errors import DomainError
from annotator.models import Membership, User
from annotator.services.preferences import Preferences, preferences_of
from annotator.services.projects import may_create
from api import people_examples as examples
from api.preferences import PreferencesOutput
from api.problems import refuses


class WrongCredentials(DomainError):
    code = "wrong_credentials"


class UserOutput(serializers.ModelSerializer[User]):
    preferences = serializers.SerializerMethodField()
    creates_projects = serializers.SerializerMethodField(
        help_text="Whether the user may make projects: operators may, and leads."
    )

    class Meta:
        model = User
        fields = ["id", "email", "name", "preferences", "creates_projects"]
        read_only_fields = fields

    @extend_schema_field(PreferencesOutput)
    def get_preferences(self, user: User) -> Preferences:
        return preferences_of(user)

    def get_creates_projects(self, user: User) -> bool:
        return may_create(user)


class DemoAccount(serializers.Serializer[Membership]):
    email = serializers.EmailField(source="user.email")
    name = serializers.CharField(source="user.name")
    role = serializers.CharField()


class Demo(serializers.Serializer[object]):
    password = serializers.CharField()
    accounts = DemoAccount(many=True)


@extend_schema_serializer(examples=[OpenApiExample("Ana", examples.SIGNED_IN)])
class SessionOutput(serializers.Serializer[object]):
    user = UserOutput(allow_null=True)
    demo = Demo(allow_null=True)
    has_accounts = serializers.BooleanField(
        help_text="False in a new installation: the first account is to be made."
    )


class SessionInput(serializers.Serializer[object]):
    email = serializers.CharField(max_length=254)
    password = serializers.CharField(max_length=1000, trim_whitespace=False)


@method_decorator(ensure_csrf_cookie, name="get")
@method_decorator(csrf_protect, name="post")
class SessionView(APIView):
    permission_classes = [AllowAny]

    @extend_schema(responses=SessionOutput)
    def get(self, request: Request) -> Response:
        """Say who is signed in; sets the CSRF cookie."""
        return Response(
            session_of(request.user if request.user.is_authenticated else None)
        )

    @extend_schema(
        request=SessionInput,
        responses={
            200: SessionOutput,
            429: OpenApiResponse(
                description="`too_many_attempts`: wait until `Retry-After`."
            ),
        },
        examples=[
            OpenApiExample(
                "Ana",
                {"email": "ana@example.org", "password": "correct horse battery"},
                request_only=True,
            )
        ],
    )
    @refuses(WrongCredentials)
    def post(self, request: Request) -> Response:
        """Sign in."""
        given = SessionInput(data=request.data)
        given.is_valid(raise_exception=True)
        user = authenticate(
            request._request,  # noqa: SLF001  # the throttle counts plain requests
            username=given.validated_data["email"].strip().lower(),
            password=given.validated_data["password"],
        )
        if not isinstance(user, User):
            raise WrongCredentials("That email and password do not match.")
        login(request._request, user)  # noqa: SLF001
        return Response(session_of(user))

    @extend_schema(responses={204: None})
    def delete(self, request: Request) -> Response:
        """Sign out."""
        logout(request._request)  # noqa: SLF001
        return Response(status=status.HTTP_204_NO_CONTENT)


def session_of(user: object) -> dict[str, Any]:
    """Say who is signed in, None for nobody, and what they find here."""
    demo = None
    if settings.DEMO and user is None:
        demo = {
            "password": settings.DEMO_PASSWORD,
            "accounts": Membership.objects.filter(
                project__slug=settings.DEMO_PROJECT,
                user__email__endswith=f"@{settings.DEMO_DOMAIN}",
            )
            .select_related("user")
            .order_by("-role", "pk"),
        }
    has_accounts = user is not None or User.objects.exists()
    session = {"user": user, "demo": demo, "has_accounts": has_accounts}
    return dict(SessionOutput(session).data)
