"""Proposals to split, merge or exclude claims, and what leads make of them."""

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import (
    OpenApiExample,
    OpenApiParameter,
    extend_schema,
)
from rest_framework import serializers, status
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from annotator.models import (
    Article,
    Claim,
    ClaimProposal,
    ProposalKind,
    ProposalState,
    Role,
    TokenScope,
)
from annotator.queries.proposals import (
    before_and_after,
    listed_proposals,
    visible_proposals,
)
from annotator.services import claim_changes, proposals
from annotator.services.annotations import (
    ClaimReplaced,
    ClientIdReused,
    ProjectClosed,
)
from api import examples
from api.pages import NewestFirst
from api.problems import refuses
from api.queries import read
from api.repeats import repeatable
from api.requests import LARGEST_NUMBER, find_project, signed_in

SENT = ["client_id", "kind", "at", "note"]
IMPOSSIBLE = (
    ClaimReplaced,
    claim_changes.NoSplit,
    claim_changes.NothingToMerge,
    claim_changes.LastClaim,
)
"""Why claims may not be changed as was proposed."""


class ProposalInput(serializers.Serializer[ClaimProposal]):
    client_id = serializers.UUIDField(
        help_text="Made by the client for each proposal; a repeat is harmless."
    )
    kind = serializers.ChoiceField(
        choices=ProposalKind.choices, help_text="A merge is with the next claim."
    )
    at = serializers.IntegerField(
        required=False,
        allow_null=True,
        default=None,
        min_value=0,
        max_value=LARGEST_NUMBER,
        help_text="For a split: where the second half begins, in code points of the "
        "article's text.",
    )
    note = serializers.CharField(
        required=False, allow_blank=True, default="", max_length=500
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if (attrs["kind"] == ProposalKind.SPLIT) != (attrs["at"] is not None):
            raise serializers.ValidationError(
                {"at": ["A split says where, and nothing else does."]}
            )
        return attrs


class ProposalOutput(serializers.ModelSerializer[ClaimProposal]):
    class Meta:
        model = ClaimProposal
        fields = [
            "id", "claim", "kind", "at", "note", "client_id", "state", "created_at",
            "decided_at",
        ]  # fmt: skip
        read_only_fields = fields


class Proposer(serializers.Serializer[object]):
    id = serializers.IntegerField()
    name = serializers.CharField()


class ListedProposal(ProposalOutput):
    article = serializers.IntegerField(source="claim.article_id")
    title = serializers.CharField(source="claim.article.title")
    language = serializers.CharField(source="claim.article.language")
    number = serializers.IntegerField(
        source="claim.number", help_text="The claim's, in its article."
    )
    annotator = Proposer()
    before = serializers.SerializerMethodField(help_text="The quotes it is about.")
    after = serializers.SerializerMethodField(
        help_text="The quotes in their place; null where it cannot be done any more."
    )
    decided_by = serializers.SerializerMethodField(help_text="The lead's name.")

    class Meta(ProposalOutput.Meta):
        fields = [
            *ProposalOutput.Meta.fields,
            "article", "title", "language", "number", "annotator", "before", "after",
            "decided_by",
        ]  # fmt: skip
        read_only_fields = fields

    def get_decided_by(self, proposal: ClaimProposal) -> str | None:
        return proposal.decided_by.name if proposal.decided_by else None

    def get_before(self, proposal: ClaimProposal) -> list[str]:
        return before_and_after(proposal)[0]

    def get_after(self, proposal: ClaimProposal) -> list[str] | None:
        return before_and_after(proposal)[1]


class WhichProposals(serializers.Serializer[object]):
    state = serializers.ChoiceField(
        choices=ProposalState.choices, required=False, default=ProposalState.OPEN
    )


class DecisionInput(serializers.Serializer[object]):
    accept = serializers.BooleanField()


class ClaimProposalsView(APIView):
    scope = TokenScope.ANNOTATE

    @extend_schema(
        request=ProposalInput,
        responses={201: ProposalOutput, 200: ProposalOutput},
        examples=[
            OpenApiExample(
                "A split",
                {name: examples.PROPOSAL[name] for name in SENT},
                request_only=True,
            ),
            OpenApiExample("A split", examples.PROPOSAL, response_only=True),
        ],
    )
    @refuses(*IMPOSSIBLE, ProjectClosed, ClientIdReused, proposals.AlreadyProposed)
    @repeatable(lambda request, named: find_claim(request, named["claim_id"]))
    def post(self, request: Request, claim_id: int) -> Response:
        """
        Propose to split a claim, merge it with the next, or exclude it.

        Nothing changes before a lead accepts. 200 for a repeat; 409 if the user has an
        open proposal on this claim (withdraw it first), or if the claim was replaced.
        """
        claim = find_claim(request, claim_id)
        given = ProposalInput(data=request.data)
        given.is_valid(raise_exception=True)
        proposal, is_new = proposals.propose(
            claim=claim,
            annotator=signed_in(request),
            now=timezone.now(),
            **given.validated_data,
        )
        return Response(
            ProposalOutput(proposal).data,
            status=status.HTTP_201_CREATED if is_new else status.HTTP_200_OK,
        )


def find_claim(request: Request, claim_id: int) -> Claim:
    """
    Find a claim on which the user may propose a change: 404 if they do not see it.

    :raises PermissionDenied: if their role is too low
    """
    articles = Article.objects.visible_to(signed_in(request))
    claim = get_object_or_404(
        Claim.objects.filter(article__in=articles)
        .select_related("article__project")
        .defer("article__text"),
        pk=claim_id,
    )
    find_project(request, claim.article.project.slug, Role.LEAD, Role.ANNOTATOR)
    return claim


class ProposalView(APIView):
    scope = TokenScope.ANNOTATE

    @extend_schema(responses={204: None})
    @refuses(proposals.AlreadyDecided)
    def delete(self, request: Request, proposal_id: int) -> Response:
        """Withdraw one's own proposal; 409 if a lead has decided it."""
        user = signed_in(request)
        own = visible_proposals(user).filter(annotator=user)
        proposals.withdraw_proposal(
            proposal=get_object_or_404(own, pk=proposal_id), now=timezone.now()
        )
        return Response(status=status.HTTP_204_NO_CONTENT)


@extend_schema(
    parameters=[OpenApiParameter("state", str, enum=ProposalState.values)],
    examples=[OpenApiExample("A split", examples.LISTED_PROPOSAL)],
)
class ProposalsView(ListAPIView[ClaimProposal]):
    """What annotators propose, the newest first; `state` is open if left out."""

    query = WhichProposals
    serializer_class = ListedProposal
    pagination_class = NewestFirst

    def get_queryset(self) -> QuerySet[ClaimProposal]:
        project = find_project(self.request, self.kwargs["slug"], Role.LEAD)
        state = read(self.query, self.request)["state"]
        return listed_proposals(project).filter(state=state)


class DecisionView(APIView):
    @extend_schema(
        request=DecisionInput,
        responses=ListedProposal,
        examples=[
            OpenApiExample("Accepted", {"accept": True}, request_only=True),
            OpenApiExample("A split", examples.LISTED_PROPOSAL, response_only=True),
        ],
    )
    @refuses(*IMPOSSIBLE, proposals.AlreadyDecided)
    def post(self, request: Request, proposal_id: int) -> Response:
        """
        Accept or decline a proposal.

        Accepting replaces claims: what was said of them stays and counts no more, and
        the new ones are open for everybody who has the article. The same decision again
        is harmless; another is 409.
        """
        user = signed_in(request)
        found = visible_proposals(user).select_related("claim__article__project")
        proposal = get_object_or_404(found, pk=proposal_id)
        slug = proposal.claim.article.project.slug
        project = find_project(request, slug, Role.LEAD)
        given = DecisionInput(data=request.data)
        given.is_valid(raise_exception=True)
        proposals.decide(
            proposal=proposal,
            lead=user,
            accept=given.validated_data["accept"],
            now=timezone.now(),
        )
        decided = listed_proposals(project).get(pk=proposal.pk)
        return Response(ListedProposal(decided).data)
