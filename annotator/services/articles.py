"""Take texts in."""

import hashlib
import unicodedata
from dataclasses import replace
from datetime import date, datetime

from django.db import IntegrityError, transaction

from annotator import attribution
from annotator.errors import DomainError
from annotator.models import Article, Claim, Project, User
from annotator.models.articles import Direction

MAX_CHARACTERS = 500_000


class DuplicateArticle(DomainError):
    code = "duplicate_article"


class NoClaims(DomainError):
    code = "no_claims"


class TextTooLong(DomainError):
    code = "text_too_long"


class NotText(DomainError):
    code = "not_text"


def decode(content: bytes) -> str:
    """
    Read an uploaded text: UTF-8, or UTF-16 with a byte order mark.

    :raises NotText: if it is neither
    """
    utf16 = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return content.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotText(
            "This file is not plain text in UTF-8. Save it as UTF-8 text and try again."
        ) from error


def preview_article(*, text: str, title: str = "") -> attribution.Extraction:
    """
    Find title, boilerplate and claims in `text` without storing anything.

    :raises NotText: if it holds a null character, which no text has
    :raises TextTooLong: if it is longer than MAX_CHARACTERS
    :raises NoClaims: if nothing in it is a sentence
    """
    if "\x00" in text:
        raise NotText("This is not plain text: it contains null characters.")
    if len(text) > MAX_CHARACTERS:
        raise TextTooLong(
            f"The text has {len(text):,} characters; {MAX_CHARACTERS:,} is the most. "
            "Nothing was stored. Split it into articles and add them one by one."
        )
    extraction = attribution.extract(text, title=title)
    if not extraction.claims:
        raise NoClaims("No sentence was found in this text, so there is no claim.")
    # A headline in the text is the title, unless the lead gave one.
    return replace(extraction, title=title) if title else extraction


def import_article(
    *,
    project: Project,
    lead: User,
    text: str,
    now: datetime,
    title: str = "",
    outlet: str = "",
    url: str = "",
    published_on: date | None = None,
) -> Article:
    """
    Store `text`, exactly as given, with its claims.

    :raises DuplicateArticle: if the project has this text already
    :raises NoClaims, NotText, TextTooLong: as `preview_article` does
    """
    extraction = preview_article(text=text, title=title)
    article = Article(
        project=project,
        title=extraction.title[:500],
        outlet=outlet,
        url=url,
        published_on=published_on,
        direction=direction_of(text),
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        words=count_words(text, extraction),
        dropped=[
            {"start": line.start, "end": line.end, "reason": line.reason}
            for line in extraction.dropped
        ],
        extraction_version=attribution.VERSION,
        claim_count=len(extraction.claims),
        created_by=lead,
        created_at=now,
    )
    claims = [
        Claim(
            article=article,
            number=number,
            start=span.start,
            end=span.end,
            quote=text[span.start : span.end],
            prefix=text[max(0, span.start - Claim.CONTEXT) : span.start],
            suffix=text[span.end : span.end + Claim.CONTEXT],
        )
        for number, span in enumerate(extraction.claims, start=1)
    ]
    # Not before: nobody's save may have to wait while a long text is read.
    with transaction.atomic():
        _store(article)
        Claim.objects.bulk_create(claims)
    return article


def _store(article: Article) -> None:
    try:
        with transaction.atomic():
            article.save()
    except IntegrityError as error:
        raise DuplicateArticle(
            "This project already has an article with exactly this text. "
            "Nothing was stored."
        ) from error


def count_words(text: str, extraction: attribution.Extraction) -> int:
    """Count the words of `text` that are the article's, not its page's."""
    furniture = (text[line.start : line.end] for line in extraction.dropped)
    return len(text.split()) - sum(len(line.split()) for line in furniture)


def direction_of(text: str) -> Direction:
    """Say which way most letters of `text` run."""
    balance = 0
    for character in text:
        kind = unicodedata.bidirectional(character)
        balance += (kind == "L") - (kind in {"R", "AL"})
    return Direction.RTL if balance < 0 else Direction.LTR
