"""Members of a project: who is or was in it, as what, and how much they may take."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.models import Role
from annotator.queries.people import people_of
from annotator.services.people import LastLead, change_member
from api import people_examples as examples
from api.problems import refuses
from api.requests import find_project, signed_in

MOST = 1_000_000


class MemberInput(serializers.Serializer[object]):
    quota = serializers.IntegerField(
        required=False,
        allow_null=True,
        min_value=0,
        max_value=MOST,
        help_text="The most articles that the queue gives them; null is no limit.",
    )
    role = serializers.ChoiceField(choices=Role.choices, required=False)
    active = serializers.BooleanField(
        required=False,
        help_text="False: they no longer see the project, what is open for them goes "
        "back to the queue, and what they answered stays and counts. True: they are "
        "back, in the role and with the quota they had.",
    )

    def validate(self, given: dict[str, object]) -> dict[str, object]:
        if not given:
            raise serializers.ValidationError("Say what to change.", "nothing_given")
        return given


class MemberOutput(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    name = serializers.CharField()
    email = serializers.CharField()
    code = serializers.CharField(help_text="Stands for them in exports.")
    role = serializers.ChoiceField(
        choices=Role.choices, help_text="Of who is not active: the one they had last."
    )
    active = serializers.BooleanField(help_text="Whether they are in it now.")
    quota = serializers.IntegerField(
        allow_null=True,
        help_text="The most articles that the queue gives them; null is no limit.",
    )
    held = serializers.IntegerField(
        help_text="Articles that count toward the quota: all that were not withdrawn."
    )
    answered = serializers.IntegerField(help_text="Claims, those skipped included.")
    last_saved_at = serializers.DateTimeField(allow_null=True)


class MembersView(APIView):
    @extend_schema(
        operation_id="projects_members_list",
        responses=MemberOutput(many=True),
        examples=[OpenApiExample("A member", examples.MEMBER, response_only=True)],
    )
    def get(self, request: Request, slug: str) -> Response:
        """List who is in the project, then who was; by name, and without pages."""
        project = find_project(request, slug, Role.LEAD)
        return Response(MemberOutput(people_of(project), many=True).data)


class MemberView(APIView):
    @extend_schema(
        request=MemberInput,
        responses=MemberOutput,
        examples=[
            OpenApiExample("Ten articles", {"quota": 10}, request_only=True),
            OpenApiExample("No longer in it", {"active": False}, request_only=True),
            OpenApiExample("A member", examples.MEMBER, response_only=True),
        ],
    )
    @refuses(LastLead)
    def patch(self, request: Request, slug: str, user_id: int) -> Response:
        """Change somebody's quota or role, or whether they are in the project."""
        project = find_project(request, slug, Role.LEAD)
        participant = get_object_or_404(
            project.participants.select_related("project", "user"), user=user_id
        )
        given = MemberInput(data=request.data)
        given.is_valid(raise_exception=True)
        change_member(
            participant=participant,
            lead=signed_in(request),
            changes=given.validated_data,
            now=timezone.now(),
        )
        (changed,) = people_of(project, user_id)
        return Response(MemberOutput(changed).data)
