"""The history: of one claim, and of all that the user saved in a project."""

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.views.decorators.gzip import gzip_page
from drf_spectacular.utils import OpenApiExample, extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.exceptions import PermissionDenied
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from annotator.models import AnnotationEvent, Claim, Membership, Role, User
from annotator.queries.events import claim_events, own_events
from annotator.services.answers import said_in
from api import annotation_examples as examples
from api.answers import SaidOutput
from api.pages import NewestFirst
from api.requests import find_project, signed_in


class EventAnnotator(serializers.ModelSerializer[User]):
    class Meta:
        model = User
        fields = ["id", "name"]
        read_only_fields = fields


class ChangeOutput(serializers.ModelSerializer[AnnotationEvent]):
    """What a save changed: the answer before it and after it, null for none."""

    before = serializers.SerializerMethodField()
    after = serializers.SerializerMethodField()

    @extend_schema_field(SaidOutput(allow_null=True))
    def get_before(self, event: AnnotationEvent) -> dict[str, Any] | None:
        return said_json(event.before)

    @extend_schema_field(SaidOutput(allow_null=True))
    def get_after(self, event: AnnotationEvent) -> dict[str, Any] | None:
        return said_json(event.after)


CHANGE = ["before", "after", "at", "group", "reverts"]


class EventOutput(ChangeOutput):
    annotator = EventAnnotator()

    class Meta:
        model = AnnotationEvent
        fields = ["client_id", "annotator", "kind", *CHANGE]
        read_only_fields = fields


class OwnEvent(ChangeOutput):
    number = serializers.IntegerField(
        source="claim.number", help_text="Within the article, from 1."
    )
    article = serializers.IntegerField(source="claim.article_id")
    quote = serializers.CharField(source="claim.quote")

    class Meta:
        model = AnnotationEvent
        fields = ["client_id", "claim", "number", "article", "quote", *CHANGE]
        read_only_fields = fields


def said_json(kept: dict[str, Any] | None) -> dict[str, Any] | None:
    """Give an answer that the history kept, with the guidelines it was given under."""
    said = said_in(kept)
    if kept is None or said is None:
        return None
    return {**said, "guideline_revision": kept["guideline_revision"]}


class ClaimEventsView(ListAPIView[AnnotationEvent]):
    """
    Every change of a claim's annotations, the newest first.

    Annotators see their own changes, leads everybody's.
    """

    serializer_class = EventOutput
    pagination_class = NewestFirst

    @extend_schema(examples=[OpenApiExample("A change", examples.EVENT)])
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return super().get(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[AnnotationEvent]:
        user, claim_id = signed_in(self.request), self.kwargs["claim_id"]
        membership = get_object_or_404(
            Membership, user=user, project__articles__claims=claim_id
        )
        match membership.role:
            case Role.LEAD:
                return claim_events(claim_id)
            case Role.ANNOTATOR:
                get_object_or_404(Claim.objects.assigned_to(user), pk=claim_id)
                return claim_events(claim_id, of=user)
        raise PermissionDenied("The history is its annotators' and the leads'.")


@method_decorator(gzip_page, name="dispatch")
class OwnHistoryView(ListAPIView[AnnotationEvent]):
    """What the user saved in a project, the newest first: what can be undone."""

    serializer_class = OwnEvent
    pagination_class = NewestFirst

    @extend_schema(examples=[OpenApiExample("A save", examples.OWN_EVENT)])
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return super().get(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[AnnotationEvent]:
        project = find_project(
            self.request, self.kwargs["slug"], Role.ANNOTATOR, Role.LEAD
        )
        return own_events(project, signed_in(self.request))
