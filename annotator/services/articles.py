"""Take articles in, one at a time, and correct what is known of one."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import IntegrityError, transaction

from annotator.errors import DomainError
from annotator.formats.articles import RawArticle
from annotator.models import ActKind, Article, Claim, Project, User
from annotator.services.activity import note
from annotator.services.article_rows import rows_of
from annotator.services.drafts import (
    NO_CORRECTIONS,
    Corrections,
    Draft,
    check_claimed,
    draft_article,
)
from annotator.services.queueing import queue_up
from annotator.services.refinement import learned_by
from annotator.services.stored_claims import store_claims


class DuplicateArticle(DomainError):
    code = "duplicate_article"


def preview_article(
    *,
    project: Project,
    given: RawArticle,
    corrections: Corrections = NO_CORRECTIONS,
) -> Draft:
    """
    Show what taking in an article would do, without storing anything.

    :raises DomainError: as `draft_article` does
    """
    return draft_article(
        project=project,
        given=given,
        learned=learned_by(project),
        corrections=corrections,
    )


def store_article(
    *,
    project: Project,
    lead: User,
    given: RawArticle,
    now: datetime,
    corrections: Corrections = NO_CORRECTIONS,
) -> Article:
    """
    Store an article's text, exactly as given, with its claims and their suggestions.

    :raises DuplicateArticle: if the project has this text already
    :raises DomainError: as `draft_article` does, and if no claim is left
    """
    draft = preview_article(project=project, given=given, corrections=corrections)
    check_claimed(draft)
    article, claims = rows_of(draft, lead=lead, now=now)
    # Not before: nobody's save may have to wait while a long text is read.
    with transaction.atomic():
        store(article, claims)
        queue_up(project=project, articles=[article])
        note(
            project=project,
            actor=lead,
            kind=ActKind.ARTICLE_ADDED,
            now=now,
            article_id=article.pk,
            article=article.title,
            claims=article.claim_count,
        )
    return article


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
    language: str = "",
) -> Article:
    """
    Store a text in which everything is to be found.

    :raises DomainError: as `store_article` does
    """
    return store_article(
        project=project,
        lead=lead,
        given=RawArticle(text=text),
        corrections=Corrections(
            title=title,
            outlet=outlet,
            url=url,
            published_on=published_on,
            language=language,
        ),
        now=now,
    )


@transaction.atomic
def store(article: Article, claims: Sequence[Claim]) -> None:
    """
    Store an article with its claims, or nothing; it is in no queue yet.

    :raises DuplicateArticle: if the project has this text already
    """
    try:
        with transaction.atomic():
            article.save()
    except IntegrityError as error:
        raise DuplicateArticle(
            "This project already has an article with exactly this text. "
            "Nothing was stored."
        ) from error
    store_claims(claims)


@transaction.atomic
def set_language(*, article: Article, lead: User, language: str, now: datetime) -> None:
    """
    Say which language a stored article is in: a BCP 47 tag, "" if nobody knows.

    Nothing is extracted anew: its claims, what is suggested of them and what was said
    of them stay. What is found later follows the language: suggestions of claims that
    a lead splits or merges, and whether the article is learned from.
    """
    held = (
        Article.objects.select_for_update(no_key=True)
        .only("title", "language")
        .get(pk=article.pk)
    )
    before = held.language
    if language == before:
        return
    held.language = language
    held.save(update_fields=["language"])
    note(
        project=article.project,
        actor=lead,
        kind=ActKind.ARTICLE_CHANGED,
        now=now,
        article_id=held.pk,
        article=held.title,
        changes={"language": [before, language]},
    )
