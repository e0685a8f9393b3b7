"""Members of a project: how much the queue gives each."""

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.models import Membership, Role
from annotator.queries.places import articles_held
from annotator.services import assigning
from api.requests import find_project

MOST = 1_000_000


class MemberInput(serializers.Serializer[object]):
    quota = serializers.IntegerField(
        allow_null=True,
        min_value=0,
        max_value=MOST,
        help_text="The most articles that the queue gives them; null is no limit.",
    )


class MemberOutput(serializers.ModelSerializer[Membership]):
    id = serializers.IntegerField(source="user_id")
    name = serializers.CharField(source="user.name")
    held = serializers.SerializerMethodField(
        help_text="Articles that count toward the quota: all that were not withdrawn."
    )

    class Meta:
        model = Membership
        fields = ["id", "name", "role", "quota", "held"]
        read_only_fields = fields

    def get_held(self, member: Membership) -> int:
        return articles_held(member)


class MemberView(APIView):
    @extend_schema(
        request=MemberInput,
        responses=MemberOutput,
        examples=[
            OpenApiExample("Ten articles", {"quota": 10}, request_only=True),
            OpenApiExample(
                "A member",
                {"id": 7, "name": "Ana", "role": "annotator", "quota": 10, "held": 4},
                response_only=True,
            ),
        ],
    )
    def patch(self, request: Request, slug: str, user_id: int) -> Response:
        """Say how many articles the queue gives to a member."""
        project = find_project(request, slug, Role.LEAD)
        members = project.memberships.select_related("user")
        member = get_object_or_404(members, user=user_id)
        given = MemberInput(data=request.data)
        given.is_valid(raise_exception=True)
        assigning.set_quota(member=member, quota=given.validated_data["quota"])
        return Response(MemberOutput(member).data)
