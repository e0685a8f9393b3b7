"""Put other claims in the place of an article's; what was said of the old stays."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from django.db import transaction
from django.db.models import Count, F, Q

from annotator import attribution
from annotator.attribution import Dropped, Span
from annotator.errors import DomainError
from annotator.models import (
    HOLDING,
    Annotation,
    Article,
    Assignment,
    AssignmentState,
    Claim,
    ClaimChange,
    ClaimOrigin,
    DisputedClaim,
    ProposalKind,
)
from annotator.queries.proposals import halves
from annotator.services.agreement import mark_article
from annotator.services.article_rows import claim_row
from annotator.services.leases import lease_end
from annotator.services.refinement import extract, learned_by, version_with
from annotator.services.wake import nudge

BY_A_LEAD = "lead"
"""The rule of what a lead excluded after annotating had begun."""


class NoSplit(DomainError):
    code = "no_split"


class NothingToMerge(DomainError):
    code = "nothing_to_merge"


class LastClaim(DomainError):
    code = "last_claim"


@dataclass(frozen=True, slots=True)
class Change:
    """
    Neighboring claims of an article that go, and the spans that take their place.

    Where there is no such span, what goes is excluded.
    """

    gone: Sequence[Claim]
    spans: Sequence[Span]


@dataclass(frozen=True, slots=True)
class Drafted:
    """A change of the claims as they were, with what is suggested of the new ones."""

    basis: Sequence[int]
    change: Change
    found: Sequence[attribution.Claim]
    version: str


def plan_change(
    article: Article, claims: Sequence[Claim], *, of: Claim, kind: str, at: int | None
) -> Change:
    """
    Say what a split, merge or exclusion of a claim would do to an article's.

    `claims` are the current ones, in order, and `of` is one of them.

    :raises NoSplit: if a half of it would hold no word
    :raises NothingToMerge: if no claim follows, or only after a line that is left out
    :raises LastClaim: if there would be no claim any more
    """
    place = [claim.pk for claim in claims].index(of.pk)
    of = claims[place]  # Whoever asks may have read it under another number.
    if kind == ProposalKind.EXCLUDE:
        if len(claims) == 1:
            raise LastClaim("This is the article's only claim, so it stays.")
        return Change([of], [])
    if kind == ProposalKind.SPLIT:
        if at is None or not of.start < at < of.end:
            raise NoSplit("A claim is split at a place inside of it.")
        spans = [Span(start, end) for start, end in halves(of, at)]
        if not all(_has_a_word(span.quote(article.text)) for span in spans):
            raise NoSplit("A half of this claim would hold no word.")
        return Change([of], spans)
    if place + 1 == len(claims):
        raise NothingToMerge("No claim follows this one in the article.")
    following = claims[place + 1]
    if any(of.end <= line["start"] < following.start for line in article.dropped):
        raise NothingToMerge("A line that was left out stands before the next claim.")
    return Change([of, following], [Span(of.start, following.end)])


def _has_a_word(quote: str) -> bool:
    return any(map(str.isalnum, quote))


def draft_change(article: Article, claims: Sequence[Claim], change: Change) -> Drafted:
    """Find what is suggested of the new claims. It may take a while: hold no lock."""
    learned = learned_by(article.project)
    gone = {claim.pk for claim in change.gone}
    kept = [Span(one.start, one.end) for one in claims if one.pk not in gone]
    extraction = extract(
        learned,
        article.text,
        title=article.title,
        language=article.language,
        dropped=[Dropped(**line) for line in article.dropped],
        claims=sorted([*kept, *change.spans], key=lambda span: span.start),
    )
    new = {(span.start, span.end) for span in change.spans}
    return Drafted(
        basis=[claim.pk for claim in claims],
        change=change,
        found=[one for one in extraction.claims if (one.start, one.end) in new],
        version=version_with(learned),
    )


def current_claims(article: Article) -> list[Claim]:
    """Give an article's claims as they are now, in order."""
    return list(Claim.objects.current().filter(article=article).order_by("number"))


@transaction.atomic
def apply_change(*, article: Article, drafted: Drafted, now: datetime) -> bool:
    """
    Replace claims as drafted; False, and nothing done, if something came between.

    Everybody's saves in the article wait meanwhile, and those that come after find the
    claim replaced.
    """
    everybody = Assignment.objects.filter(article=article).order_by("pk")
    assignments = list(everybody.select_for_update(no_key=True))
    held = Article.objects.select_for_update(no_key=True).get(pk=article.pk)
    if everybody.count() != len(assignments) or [
        claim.pk for claim in current_claims(held)
    ] != list(drafted.basis):
        return False
    gone, spans = drafted.change.gone, drafted.change.spans
    first, following = gone[0].number, gone[-1].number + 1
    Claim.objects.filter(pk__in=[one.pk for one in gone]).update(replaced_at=now)
    moved = _renumber(held, following, first + len(spans))
    ClaimChange.objects.bulk_create(
        ClaimChange(project_id=held.project_id, claim_id=pk, at=now)
        for pk in [*(one.pk for one in gone), *moved]
    )
    Claim.objects.bulk_create(
        claim_row(
            held,
            claim,
            number=number,
            origin=ClaimOrigin.LEAD,
            version=drafted.version,
        )
        for number, claim in enumerate(drafted.found, start=first)
    )
    _exclude(held, drafted.change)
    held.claim_count += len(spans) - len(gone)
    held.save(update_fields=["claim_count", "excluded"])
    _recount(held, assignments, now)
    DisputedClaim.objects.filter(claim__in=gone).delete()
    mark_article(article=held, now=now)
    transaction.on_commit(partial(nudge, project_id=held.project_id), robust=True)
    return True


def _renumber(article: Article, start: int, to: int) -> list[int]:
    """Give the claims from number `start` on the numbers from `to` on; say which."""
    if to == start:
        return []
    rest = Claim.objects.current().filter(article=article)
    moved = list(rest.filter(number__gte=start).values_list("pk", flat=True))
    # Numbers differ after each row that is written, not only in the end: so first to
    # where no number is.
    away = article.claim_count + 2
    rest.filter(number__gte=start).update(number=F("number") + away)
    rest.filter(number__gte=start + away).update(number=F("number") - away + to - start)
    return moved


def _exclude(article: Article, change: Change) -> None:
    """Bring what is excluded up to date: no span of it is in a claim."""
    if change.spans:
        start, end = change.spans[0].start, change.spans[-1].end
        article.excluded = [
            one
            for one in article.excluded
            if one["end"] <= start or one["start"] >= end
        ]
        return
    more = [
        {"start": one.start, "end": one.end, "rule": BY_A_LEAD} for one in change.gone
    ]
    article.excluded = sorted(
        [*article.excluded, *more], key=lambda one: int(one["start"])
    )


def _recount(
    article: Article, assignments: Sequence[Assignment], now: datetime
) -> None:
    """Count what everybody has answered of the claims as they are now."""
    rows = (
        Annotation.objects.filter(claim__article=article, claim__replaced_at=None)
        .order_by()
        .values_list("annotator")
        .annotate(answers=Count("pk"), skips=Count("pk", filter=Q(skipped=True)))
    )
    counts = {annotator: (answers, skips) for annotator, answers, skips in rows}
    for one in assignments:
        one.answered, one.skipped = counts.get(one.annotator_id, (0, 0))
        # Saves take no lock, and tell by the lease that their assignment has changed.
        one.lease_until += timedelta(microseconds=1)
        if one.state not in HOLDING:
            continue
        is_done = one.answered >= article.claim_count
        if one.state == AssignmentState.DONE and not is_done:
            # Its lease lapsed when nobody minded; there is time for what is new.
            one.lease_until = max(one.lease_until, lease_end(now))
        one.state = AssignmentState.DONE if is_done else AssignmentState.OPEN
    Assignment.objects.bulk_update(
        assignments, ["answered", "skipped", "state", "lease_until"]
    )
