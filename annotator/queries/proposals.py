"""Proposals as their author and the leads read them."""

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Substr

from annotator.models import (
    Claim,
    ClaimProposal,
    Project,
    ProposalKind,
    ProposalState,
    Role,
    User,
)

Ends = tuple[int, int]
"""Where a span starts and ends."""


def open_proposals_of(user: User) -> QuerySet[ClaimProposal]:
    """Give what `user` proposed and nobody has decided, the oldest first."""
    return ClaimProposal.objects.filter(
        annotator=user, state=ProposalState.OPEN
    ).order_by("pk")


def visible_proposals(user: User) -> QuerySet[ClaimProposal]:
    """Keep what `user` proposed, and what was proposed where they are a lead."""
    leads = Q(
        claim__article__project__memberships__user=user,
        claim__article__project__memberships__role=Role.LEAD,
    )
    theirs = Q(claim__article__project__memberships__user=user, annotator=user)
    return ClaimProposal.objects.filter(leads | theirs)


def listed_proposals(project: Project) -> QuerySet[ClaimProposal]:
    """
    Give a project's proposals with what each is about, never a whole text.

    Adds next_quote and joined: what the claim would be merged with (or was), and the
    text from the one's start to the other's end; null where no claim follows.
    """
    others = Claim.objects.filter(article=OuterRef("claim__article"))
    # What was merged was replaced at one moment; what may yet be is current.
    merged = others.filter(
        replaced_at=OuterRef("claim__replaced_at"), start__gt=OuterRef("claim__start")
    ).order_by("start")
    following = others.current().filter(number=OuterRef("claim__number") + 1)
    end = Coalesce(
        Subquery(merged.values("end")[:1]), Subquery(following.values("end")[:1])
    )
    return (
        ClaimProposal.objects.filter(claim__article__project=project)
        .select_related("claim__article", "annotator", "decided_by")
        .defer(
            "claim__suggestion",
            "claim__article__text",
            "claim__article__dropped",
            "claim__article__excluded",
        )
        .annotate(
            next_quote=Coalesce(
                Subquery(merged.values("quote")[:1]),
                Subquery(following.values("quote")[:1]),
            ),
            joined=Substr(
                "claim__article__text",
                F("claim__start") + 1,
                end - F("claim__start"),
            ),
        )
    )


def before_and_after(proposal: ClaimProposal) -> tuple[list[str], list[str] | None]:
    """
    Give the quotes that there are, and those there would be (or came to be) instead.

    The proposal is one of `listed_proposals`. None: it cannot be done any more.
    """
    claim, kind = proposal.claim, proposal.kind
    is_gone = claim.replaced_at is not None
    if is_gone and proposal.state != ProposalState.ACCEPTED:
        return [claim.quote], None
    if kind == ProposalKind.SPLIT:
        spans = halves(claim, proposal.at or claim.start)
        start = claim.start
        return [claim.quote], [
            claim.quote[one - start : end - start] for one, end in spans
        ]
    if kind == ProposalKind.EXCLUDE:
        is_last = not is_gone and claim.article.claim_count == 1
        return [claim.quote], None if is_last else []
    if proposal.joined is None:  # type: ignore[attr-defined]
        return [claim.quote], None
    return [claim.quote, proposal.next_quote], [proposal.joined]  # type: ignore[attr-defined]


def halves(claim: Claim, at: int) -> tuple[Ends, Ends]:
    """Cut a claim in two at an offset of the text, without the blanks around it."""
    place = at - claim.start
    first = claim.quote[:place].rstrip()
    second = claim.quote[place:].lstrip()
    return (
        (claim.start, claim.start + len(first)),
        (claim.end - len(second), claim.end),
    )
