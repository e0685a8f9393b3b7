"""Articles as they would be stored: checked, with their claims and suggestions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from annotator import attribution
from annotator.attribution import Dropped, Extraction, Span
from annotator.attribution.learned import Learned
from annotator.errors import DomainError
from annotator.formats.articles import MAX_CHARACTERS, RawArticle
from annotator.models import ClaimOrigin, Project
from annotator.services.refinement import extract, version_with
from annotator.services.span_checks import (
    DroppedSpan,
    GivenSpan,
    check_claims,
    check_dropped,
    check_kept,
    overlapping,
)

CHOSEN = "chosen by a lead"
"""The rule of what the extraction would not have excluded."""
MOST = {"title": 500, "outlet": 200, "author": 200}
"""Characters."""
LONGEST_URL = 2000
_check_url = URLValidator()


class NoClaims(DomainError):
    code = "no_claims"


class TextTooLong(DomainError):
    code = "text_too_long"


class NotText(DomainError):
    code = "not_text"


@dataclass(frozen=True, slots=True)
class Corrections:
    """What a lead decided of an article; what is None or empty is left to be found."""

    dropped: Sequence[DroppedSpan] | None = None
    claims: Sequence[GivenSpan] | None = None
    title: str = ""
    outlet: str = ""
    author: str = ""
    url: str = ""
    published_on: date | None = None
    language: str = ""


NO_CORRECTIONS = Corrections()


@dataclass(frozen=True, slots=True)
class Draft:
    """
    An article as it would be stored; `origins` are those of the claims, in order.

    Where `suggests` is false, nothing is suggested of them: the rules are English.
    """

    project: Project
    text: str
    title: str
    outlet: str
    author: str
    url: str
    published_on: date | None
    language: str
    notes: tuple[str, ...]
    dropped: tuple[Dropped, ...]
    sentences: tuple[Span, ...]
    claims: tuple[attribution.Claim, ...]
    origins: tuple[ClaimOrigin, ...]
    version: str
    suggests: bool

    @property
    def words(self) -> int:
        """Count the words that are the article's, not its page's."""
        furniture = (self.text[line.start : line.end] for line in self.dropped)
        return len(self.text.split()) - sum(len(line.split()) for line in furniture)


def draft_article(
    *,
    project: Project,
    given: RawArticle,
    learned: Learned | None,
    corrections: Corrections = NO_CORRECTIONS,
) -> Draft:
    """
    Find title, boilerplate, claims and their sources in a text; store nothing.

    `learned` is the project's model, which callers with many articles find out once.

    :raises NotText: if it holds what no text has
    :raises TextTooLong: if it is longer than any article
    :raises WrongSpans: if claims or lines that are given are none of the text's
    :raises NoClaims: if nothing in it is a sentence
    """
    given = _merged(given, corrections)
    _check(given)
    given = _settled(given)
    extraction, origins = _extracted(given, corrections, learned)
    if not extraction.claims:
        raise NoClaims("No sentence was found in this text, so there is no claim.")
    return Draft(
        project=project,
        text=given.text,
        # A headline in the text is the title, unless the lead gave one.
        title=corrections.title or extraction.title,
        outlet=given.outlet,
        author=given.author,
        url=given.url,
        published_on=given.published_on,
        language=given.language,
        notes=given.notes,
        dropped=extraction.dropped,
        sentences=extraction.sentences,
        claims=extraction.claims,
        origins=origins,
        version=version_with(learned),
        suggests=extraction.suggests,
    )


def _merged(given: RawArticle, corrections: Corrections) -> RawArticle:
    """Give what a lead said of an article the place of what its file says."""
    names = ("title", "outlet", "author", "url", "published_on", "language")
    said = {name: getattr(corrections, name) for name in names}
    return replace(given, **{name: value for name, value in said.items() if value})


def _check(given: RawArticle) -> None:
    _check_characters("text", given.text)
    if len(given.text) > MAX_CHARACTERS:
        raise TextTooLong(
            f"The text has {len(given.text):,} characters; {MAX_CHARACTERS:,} is the "
            "most. Nothing was stored. Split it into articles and add them one by one."
        )
    for name in (*MOST, "url"):
        _check_characters(name, getattr(given, name))


def _settled(given: RawArticle) -> RawArticle:
    """Leave out what is said of an article and cannot be, and note that."""
    notes = list(given.notes)
    settled: dict[str, Any] = {}
    for name, most in MOST.items():
        if len(getattr(given, name)) > most:
            settled[name] = getattr(given, name)[:most]
            notes.append(f"The {name} was cut to {most} characters.")
    if given.url and not _is_address(given.url):
        settled["url"] = ""
        notes.append(f"“{given.url[:100]}” was left out: it is no address of a page.")
    return replace(given, notes=tuple(notes), **settled)


def _is_address(url: str) -> bool:
    try:
        _check_url(url)
    except ValidationError:
        return False
    return len(url) <= LONGEST_URL


def _check_characters(name: str, value: str) -> None:
    place = value.find("\x00")
    if place >= 0:
        raise NotText(
            f"The {name} has a null character (number {place + 1:,}), which no text "
            "has. Nothing was stored."
        )
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise NotText(
            f"The {name} has half of a character, a lone surrogate (number "
            f"{error.start + 1:,}). Nothing was stored. Save it again as UTF-8."
        ) from error


def _extracted(
    given: RawArticle, corrections: Corrections, learned: Learned | None
) -> tuple[Extraction, tuple[ClaimOrigin, ...]]:
    """Find what is not given; say of each claim where it came from."""
    about = {"title": given.title, "language": given.language}
    text = given.text
    outside = [Span(start, end) for start, end in given.outside]
    dropped = None
    if corrections.dropped is not None:
        dropped = check_dropped(text, corrections.dropped)
    found = extract(learned, text, **about, outside=outside, dropped=dropped)
    claims = _claims_given(given, corrections)
    if claims is None:
        return found, (ClaimOrigin.EXTRACTED,) * len(found.claims)
    claims = check_claims(text, claims)
    spans = [Span(claim.start, claim.end) for claim in claims]
    if dropped is None:  # what holds a claim is no boilerplate
        held = overlapping(found.dropped, spans)
        dropped = [line for line in found.dropped if line not in held]
    else:
        check_kept(dropped, spans)
    extraction = extract(
        learned, text, **about, outside=outside, dropped=dropped, claims=spans
    )
    decided = tuple(
        _decided(claim, excluded=one.excluded)
        for claim, one in zip(extraction.claims, claims, strict=True)
    )
    extracted = {(claim.start, claim.end) for claim in found.claims}
    origins = tuple(
        ClaimOrigin.IMPORTED
        if corrections.claims is None
        else ClaimOrigin.EXTRACTED
        if (span.start, span.end) in extracted
        else ClaimOrigin.LEAD
        for span in spans
    )
    return replace(extraction, title=found.title, claims=decided), origins


def _claims_given(
    given: RawArticle, corrections: Corrections
) -> Sequence[GivenSpan] | None:
    """Give the lead's claims or, if they chose none, those that came with the text."""
    if corrections.claims is not None or given.claims is None:
        return corrections.claims
    return [
        GivenSpan(
            start=claim.start or 0,
            end=claim.end or 0,
            excluded=claim.excluded,
            quote=claim.quote,
        )
        for claim in given.claims
    ]


def _decided(claim: attribution.Claim, *, excluded: bool) -> attribution.Claim:
    """Give a claim as somebody decided, with the rule only if it came to the same."""
    if claim.excluded == excluded:
        return claim
    return replace(claim, excluded=excluded, rule=CHOSEN if excluded else claim.rule)


def check_claimed(draft: Draft) -> None:
    """
    Make sure that there is something to annotate.

    :raises NoClaims: if everything that looks like a claim is excluded
    """
    if all(claim.excluded for claim in draft.claims):
        raise NoClaims(
            "Every claim of this text is excluded, so there is nothing to annotate."
        )
