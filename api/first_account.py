"""The first account of an installation: /api/v1/session/first-account/."""

from django.contrib.auth import login
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_protect
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers, status
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.services.first_account import HasAccounts, WrongCode, make_first_account
from api import setup_examples as examples
from api.accounts import AccountInput
from api.problems import refuses
from api.session import SessionOutput, session_of


class FirstAccountInput(AccountInput):
    code = serializers.CharField(
        max_length=200,
        help_text="From the link that `manage.py up` and `manage.py first_account` "
        "print: it shows that one may look into the installation.",
    )


@method_decorator(csrf_protect, name="post")
class FirstAccountView(APIView):
    permission_classes = [AllowAny]

    @extend_schema(
        request=FirstAccountInput,
        responses={201: SessionOutput},
        examples=[
            OpenApiExample("An operator", examples.FIRST_ACCOUNT, request_only=True)
        ],
    )
    @refuses(HasAccounts, WrongCode)
    def post(self, request: Request) -> Response:
        """
        Make the first account, an operator's, and sign in.

        409 `has_accounts` once there is any account, 403 `wrong_code` before that
        without the installation's code.
        """
        given = FirstAccountInput(data=request.data)
        given.is_valid(raise_exception=True)
        user = make_first_account(**given.validated_data)
        login(
            request._request,  # noqa: SLF001
            user,
            backend="django.contrib.auth.backends.ModelBackend",
        )
        return Response(session_of(user), status=status.HTTP_201_CREATED)
