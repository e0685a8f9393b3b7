"""Propose changes of claims, take proposals back, accept and decline them."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from annotator.errors import DomainError
from annotator.models import (
    ActKind,
    Article,
    Claim,
    ClaimProposal,
    ProposalState,
    User,
)
from annotator.services.activity import note
from annotator.services.annotations import (
    ClaimReplaced,
    ClientIdReused,
    check_open,
)
from annotator.services.claim_changes import (
    Drafted,
    apply_change,
    current_claims,
    draft_change,
    plan_change,
)

STATES = {
    ProposalState.ACCEPTED: "accepted",
    ProposalState.DECLINED: "declined",
    ProposalState.WITHDRAWN: "taken back by its author",
}


class AlreadyProposed(DomainError):
    code = "already_proposed"


class AlreadyDecided(DomainError):
    code = "already_decided"


@transaction.atomic
def propose(
    *,
    claim: Claim,
    annotator: User,
    kind: str,
    at: int | None,
    note: str,
    client_id: UUID,
    now: datetime,
) -> tuple[ClaimProposal, bool]:
    """
    Keep a wish to change a claim, and tell whether it is new; leads decide.

    The same `client_id` again changes nothing and gives the proposal as it is.

    :raises ClientIdReused: if this id proposed something else
    :raises ClaimReplaced: if the claim is none of the article's any more
    :raises ProjectClosed: if the project takes no annotations now
    :raises AlreadyProposed: if `annotator` has an open proposal on the claim
    :raises NoSplit, NothingToMerge, LastClaim: if it cannot be done
    """
    # Claims are replaced by who holds this row.
    article = Article.objects.select_for_update(no_key=True).get(pk=claim.article_id)
    made = ClaimProposal.objects.filter(annotator=annotator, client_id=client_id)
    if (earlier := made.first()) is not None:
        if (earlier.claim_id, earlier.kind, earlier.at) != (claim.pk, kind, at):
            raise ClientIdReused("This proposal's id belongs to another one.")
        return earlier, False
    claims = current_claims(article)
    if claim.pk not in {one.pk for one in claims}:
        raise ClaimReplaced(
            "A lead has replaced this claim meanwhile. Load the article again."
        )
    check_open(claim.article.project)
    mine = claim.proposals.filter(annotator=annotator, state=ProposalState.OPEN)
    if mine.exists():
        raise AlreadyProposed(
            "You have proposed something for this claim. Take that back first."
        )
    plan_change(article, claims, of=claim, kind=kind, at=at)
    proposal = ClaimProposal(
        claim=claim,
        annotator=annotator,
        kind=kind,
        at=at,
        note=note,
        client_id=client_id,
        created_at=now,
    )
    try:
        with transaction.atomic():
            proposal.save()
    except IntegrityError as error:  # at the same moment, in another article
        raise ClientIdReused("This proposal's id belongs to another one.") from error
    return proposal, True


@transaction.atomic
def withdraw_proposal(*, proposal: ClaimProposal, now: datetime) -> None:
    """
    Take a proposal back for its author; again, it changes nothing.

    :raises AlreadyDecided: if a lead has decided it
    """
    held = _hold(proposal, ProposalState.WITHDRAWN)
    _settle(held, ProposalState.WITHDRAWN, lead=None, now=now)


def decide(*, proposal: ClaimProposal, lead: User, accept: bool, now: datetime) -> None:
    """
    Accept a proposal, which replaces claims, or decline it; the same again is harmless.

    Other open proposals on what was replaced are declined: they are about claims that
    there are no more.

    :raises AlreadyDecided: if it was decided otherwise, or its author took it back
    :raises NoSplit, NothingToMerge, LastClaim: if it cannot be done any more
    """
    if not accept:
        with transaction.atomic():
            held = _hold(proposal, ProposalState.DECLINED)
            _settle(held, ProposalState.DECLINED, lead=lead, now=now)
        return
    while not _accept(proposal, _draft(proposal), lead=lead, now=now):
        pass  # Another lead was quicker: what this one accepts is drafted anew.


def _draft(proposal: ClaimProposal) -> Drafted | None:
    """Find what accepting would do; None if the claim was replaced."""
    claim = proposal.claim
    article = Article.objects.select_related("project").get(pk=claim.article_id)
    claims = current_claims(article)
    if claim.pk not in {one.pk for one in claims}:
        return None
    change = plan_change(article, claims, of=claim, kind=proposal.kind, at=proposal.at)
    return draft_change(article, claims, change)


@transaction.atomic
def _accept(
    proposal: ClaimProposal, drafted: Drafted | None, *, lead: User, now: datetime
) -> bool:
    """Accept a proposal as drafted; False if the claims are others by now."""
    # What this locks is locked before proposals, so that nobody waits in a ring.
    is_changed = drafted is not None and apply_change(
        article=proposal.claim.article, drafted=drafted, now=now
    )
    held = _hold(proposal, ProposalState.ACCEPTED)
    if held.state == ProposalState.ACCEPTED:
        return True
    if drafted is None:
        raise ClaimReplaced("A lead has replaced this claim meanwhile.")
    if not is_changed:
        return False
    _settle(held, ProposalState.ACCEPTED, lead=lead, now=now)
    ClaimProposal.objects.filter(
        claim__in=drafted.change.gone, state=ProposalState.OPEN
    ).update(state=ProposalState.DECLINED, decided_by=lead, decided_at=now)
    return True


def _hold(proposal: ClaimProposal, wanted: ProposalState) -> ClaimProposal:
    """
    Get a proposal as it is now, locked.

    :raises AlreadyDecided: if it is neither open nor as `wanted`
    """
    held = ClaimProposal.objects.select_for_update(no_key=True).get(pk=proposal.pk)
    if held.state not in {ProposalState.OPEN, wanted}:
        said = STATES[ProposalState(held.state)]
        raise AlreadyDecided(f"This proposal was {said} meanwhile.")
    return held


def _settle(
    held: ClaimProposal, state: ProposalState, *, lead: User | None, now: datetime
) -> None:
    """Give an open proposal its state; one that has it is left as it is."""
    if held.state == state:
        return
    held.state = state
    held.decided_by = lead
    held.decided_at = now
    held.save(update_fields=["state", "decided_by", "decided_at"])
    if lead is not None:
        _note_decision(held, lead, now)


def _note_decision(decided: ClaimProposal, lead: User, now: datetime) -> None:
    article = decided.claim.article
    note(
        project=article.project,
        actor=lead,
        kind=ActKind.PROPOSAL_DECIDED,
        now=now,
        accepted=decided.state == ProposalState.ACCEPTED,
        change=decided.kind,
        proposed_by=decided.annotator.name,
        article_id=article.pk,
        article=article.title,
        claim=decided.claim_id,
        number=decided.claim.number,
    )
