"""The rows that an article is stored as."""

import hashlib
from datetime import datetime
from typing import Any

from annotator import attribution
from annotator.attribution import Span
from annotator.models import Article, Claim, ClaimOrigin, User
from annotator.models.articles import Direction
from annotator.services.drafts import MOST, Draft
from annotator.services.ranks import rank_of_new


def digest(text: str) -> str:
    """Give what tells whether a project has a text already."""
    return hashlib.sha256(text.encode()).hexdigest()


def rows_of(draft: Draft, *, lead: User, now: datetime) -> tuple[Article, list[Claim]]:
    """Give the rows that a draft is stored as."""
    kept = [
        (claim, origin)
        for claim, origin in zip(draft.claims, draft.origins, strict=True)
        if not claim.excluded
    ]
    article = Article(
        project=draft.project,
        title=draft.title[: MOST["title"]],
        outlet=draft.outlet,
        author=draft.author,
        url=draft.url,
        published_on=draft.published_on,
        language=draft.language,
        direction=direction_of(draft.text),
        text=draft.text,
        sha256=digest(draft.text),
        words=draft.words,
        dropped=[
            {"start": line.start, "end": line.end, "reason": line.reason}
            for line in draft.dropped
        ],
        excluded=[
            {"start": claim.start, "end": claim.end, "rule": claim.rule}
            for claim in draft.claims
            if claim.excluded
        ],
        extraction_version=draft.version,
        claim_count=len(kept),
        open_places=draft.project.overlap,
        created_by=lead,
        created_at=now,
    )
    claims = [
        claim_row(article, claim, number=number, origin=origin, version=draft.version)
        for number, (claim, origin) in enumerate(kept, start=1)
    ]
    article.queue_rank = rank_of_new(draft.project.queue, article.sha256, claims)
    return article, claims


def claim_row(
    article: Article,
    claim: attribution.Claim,
    *,
    number: int,
    origin: ClaimOrigin,
    version: str,
) -> Claim:
    """Give the row that a claim of an article's text is stored as."""
    text, start, end = article.text, claim.start, claim.end
    return Claim(
        article=article,
        number=number,
        start=start,
        end=end,
        quote=text[start:end],
        prefix=text[max(0, start - Claim.CONTEXT) : start],
        suffix=text[end : end + Claim.CONTEXT],
        origin=origin,
        suggestion=_suggestion(claim, version),
    )


def _suggestion(claim: attribution.Claim, version: str) -> dict[str, Any] | None:
    if not claim.score:
        return None
    return {
        "source_type": claim.source_type,
        "score": claim.score,
        "rule": claim.rule,
        "source": _span(claim.source),
        "cue": _span(claim.cue),
        "version": version,
    }


def _span(span: Span | None) -> dict[str, int] | None:
    return None if span is None else {"start": span.start, "end": span.end}


def direction_of(text: str) -> Direction:
    """Say which way most letters of `text` run."""
    is_rtl = attribution.runs_right_to_left(text)
    return Direction.RTL if is_rtl else Direction.LTR
