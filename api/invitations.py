"""Invitations into a project: making and revoking them, looking at one, joining."""

from collections.abc import Iterator
from contextlib import contextmanager

from axes.handlers.proxy import AxesProxyHandler
from django.conf import settings
from django.contrib.auth import login
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_protect
from drf_spectacular.utils import OpenApiExample, OpenApiResponse, extend_schema
from rest_framework import serializers, status
from rest_framework.exceptions import NotAuthenticated
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.models import Invitation, Membership, Role
from annotator.queries.people import open_invitations
from annotator.services import invitations, joining
from annotator.services.joining import AccountExists, NewAccount
from api import people_examples as examples
from api.accounts import AccountInput
from api.permissions import TokenAllows
from api.problems import refuses
from api.repeats import by, repeatable
from api.requests import find_project, signed_in

MODEL_BACKEND = "django.contrib.auth.backends.ModelBackend"
MOST_PLACES = 200
INVITES_NOBODY = (
    invitations.InvitationUnknown,
    invitations.InvitationRevoked,
    invitations.InvitationUsed,
    invitations.InvitationExpired,
)


class InvitationInput(serializers.Serializer[object]):
    role = serializers.ChoiceField(choices=Role.choices)
    email = serializers.EmailField(
        required=False,
        allow_blank=True,
        max_length=254,
        default="",
        help_text="Where to send the link, which is then for this address alone.",
    )
    places = serializers.IntegerField(
        required=False,
        default=1,
        min_value=1,
        max_value=MOST_PLACES,
        help_text="How many people the link lets in; one, where it is sent by e-mail.",
    )

    def validate(self, given: dict[str, object]) -> dict[str, object]:
        if given["email"] and given["places"] != 1:
            raise serializers.ValidationError(
                {"places": "An invitation by e-mail is for one person."}
            )
        return given


class InvitationOutput(serializers.ModelSerializer[Invitation]):
    link = serializers.SerializerMethodField(
        help_text="What lets somebody in. Its secret stands behind the `#`."
    )
    invited_by = serializers.CharField(source="invited_by.name")
    email = serializers.CharField(help_text="Empty: it was not sent by e-mail.")
    is_printed = serializers.SerializerMethodField(
        help_text="Whether its letter is only printed, as there is no mail server: the "
        "link has to be passed on."
    )

    class Meta:
        model = Invitation
        fields = [
            "id", "role", "email", "places", "taken", "link", "invited_by",
            "created_at", "expires_at", "is_printed", "sent_at", "failure",
        ]  # fmt: skip
        read_only_fields = fields

    def get_link(self, invitation: Invitation) -> str:
        return invitations.link_to(invitation)

    def get_is_printed(self, invitation: Invitation) -> bool:
        return invitation.email != "" and not settings.EMAIL_HOST


def link_of(invitation_id: int) -> str:
    """Give the link of an invitation anew, which is kept nowhere."""
    return invitations.link_to(Invitation.objects.get(pk=invitation_id))


class SecretInput(serializers.Serializer[object]):
    secret = serializers.CharField(
        max_length=200, help_text="What stands behind the `#` of the link."
    )


class AcceptInput(SecretInput):
    account = AccountInput(
        required=False, help_text="For who is not signed in and has no account yet."
    )


class LookOutput(serializers.ModelSerializer[Invitation]):
    project = serializers.CharField(source="project.name")
    invited_by = serializers.CharField(source="invited_by.name")
    email = serializers.CharField(help_text="Empty: it is for whoever has the link.")

    class Meta:
        model = Invitation
        fields = ["project", "role", "invited_by", "email", "expires_at"]
        read_only_fields = fields


class JoinedOutput(serializers.ModelSerializer[Membership]):
    slug = serializers.CharField(source="project.slug")

    class Meta:
        model = Membership
        fields = ["slug", "role"]
        read_only_fields = fields


class InvitationsView(APIView):
    @extend_schema(
        operation_id="projects_invitations_list",
        responses=InvitationOutput(many=True),
        examples=[OpenApiExample("By e-mail", examples.INVITATION, response_only=True)],
    )
    def get(self, request: Request, slug: str) -> Response:
        """List the invitations that still let somebody in, newest first; no pages."""
        project = find_project(request, slug, Role.LEAD)
        found = open_invitations(project, timezone.now())
        return Response(InvitationOutput(found, many=True).data)

    @extend_schema(
        request=InvitationInput,
        responses={201: InvitationOutput},
        examples=[
            OpenApiExample(
                "By e-mail",
                {"role": "annotator", "email": "ana@example.org"},
                request_only=True,
            ),
            OpenApiExample(
                "A link for ten", {"role": "annotator", "places": 10}, request_only=True
            ),
            OpenApiExample("By e-mail", examples.INVITATION, response_only=True),
        ],
    )
    @repeatable(by(Role.LEAD), hidden={"link": lambda made: link_of(made["id"])})
    def post(self, request: Request, slug: str) -> Response:
        """
        Make a link into the project; with an address it is also sent there.

        A worker sends it: `sent_at` says when it did, `failure` why it could not. The
        link works all the same.
        """
        project = find_project(request, slug, Role.LEAD)
        given = InvitationInput(data=request.data)
        given.is_valid(raise_exception=True)
        made = invitations.invite(
            project=project,
            lead=signed_in(request),
            origin=origin_of(request),
            now=timezone.now(),
            **given.validated_data,
        )
        return Response(InvitationOutput(made).data, status=status.HTTP_201_CREATED)


class InvitationView(APIView):
    @extend_schema(responses={204: None})
    def delete(self, request: Request, slug: str, invitation_id: int) -> Response:
        """Revoke an invitation: its link lets nobody in any more."""
        project = find_project(request, slug, Role.LEAD)
        invitation = get_object_or_404(project.invitations, pk=invitation_id)
        invitations.revoke(
            invitation=invitation, lead=signed_in(request), now=timezone.now()
        )
        return Response(status=status.HTTP_204_NO_CONTENT)


class LookView(APIView):
    permission_classes = [AllowAny]

    @extend_schema(
        request=SecretInput,
        responses=LookOutput,
        examples=[
            OpenApiExample("A link", {"secret": examples.SECRET}, request_only=True),
            OpenApiExample("An invitation", examples.LOOK, response_only=True),
        ],
    )
    @refuses(*INVITES_NOBODY)
    def post(self, request: Request) -> Response:
        """Say what a link invites to."""
        given = SecretInput(data=request.data)
        given.is_valid(raise_exception=True)
        secret = given.validated_data["secret"]
        found = invitations.look(secret=secret, now=timezone.now())
        return Response(LookOutput(found).data)


@method_decorator(csrf_protect, name="post")
class AcceptView(APIView):
    permission_classes = [TokenAllows]  # for nobody in particular

    @extend_schema(
        request=AcceptInput,
        responses={
            200: JoinedOutput,
            429: OpenApiResponse(
                description="`too_many_attempts`: five times `account_exists`."
            ),
        },
        examples=[
            OpenApiExample(
                "Without an account",
                {
                    "secret": examples.SECRET,
                    "account": {
                        "name": "Ana",
                        "email": "ana@example.org",
                        "password": "correct horse battery",
                    },
                },
                request_only=True,
            ),
            OpenApiExample(
                "Joined",
                {"slug": "harbor-city-pilot", "role": "annotator"},
                response_only=True,
            ),
        ],
    )
    @refuses(
        *INVITES_NOBODY, joining.InvitationForAnother, joining.PartEnded, AccountExists
    )
    def post(self, request: Request) -> Response:
        """
        Join the project that a link invites to, and say which role one now has there.

        Who is not signed in makes an account with it, and is then. Nobody's role
        becomes a lower one.
        """
        given = AcceptInput(data=request.data)
        given.is_valid(raise_exception=True)
        secret, now = given.validated_data["secret"], timezone.now()
        account = given.validated_data.get("account")
        if request.user.is_authenticated:
            if account:
                raise serializers.ValidationError(
                    {"account": "You are signed in. Sign out to make another account."}
                )
            joined = joining.accept(secret=secret, user=signed_in(request), now=now)
            return Response(JoinedOutput(joined).data)
        if not account:
            raise NotAuthenticated
        with throttled(request, secret):
            user, joined = joining.accept_as_new(
                secret=secret, account=NewAccount(**account), now=now
            )
        login(request._request, user, backend=MODEL_BACKEND)  # noqa: SLF001
        return Response(JoinedOutput(joined).data)


@contextmanager
def throttled(request: Request, secret: str) -> Iterator[None]:
    """
    Count addresses that are found to have accounts as failed sign-ins.

    They are counted by the invitation, which lets somebody try them, and by where they
    come from. The middleware of sign-ins answers 429 in place of the view once they are
    too many. Secrets are not counted: nobody guesses one, but whoever tries would keep
    out those who have the right one.
    """
    plain = request._request  # noqa: SLF001  # the throttle counts plain requests
    tried = {"username": f"invitation {secret.partition('-')[0][:20]}"}
    if not AxesProxyHandler.is_allowed(plain, tried):
        plain.axes_locked_out = True  # type: ignore[attr-defined]
        raise AccountExists("Too many tries.")
    try:
        yield
    except AccountExists:
        AxesProxyHandler.user_login_failed(__name__, tried, plain)
        raise


def origin_of(request: Request) -> str:
    """Give the address of the site: PUBLIC_URL, or else where this request found it."""
    return settings.PUBLIC_URL or request.build_absolute_uri("/").rstrip("/")
