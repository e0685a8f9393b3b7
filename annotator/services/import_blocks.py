"""Take in the rows of a block: read them, then store what they came to at once."""

import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial

from django.db import IntegrityError, connection, transaction
from django.db.models import Q

from annotator.attribution.learned import Learned
from annotator.formats.articles import Problem, Row, Unreadable, read_article
from annotator.models import (
    Article,
    ArticleImport,
    Claim,
    ImportBlock,
    ImportFailure,
    ImportState,
    Project,
)
from annotator.models.imports import UNFINISHED
from annotator.services.article_rows import digest, rows_of
from annotator.services.articles import DuplicateArticle, store
from annotator.services.drafts import Draft
from annotator.services.import_previews import RowRefused, draft_row
from annotator.services.import_rows import open_pieces, pack, unpack
from annotator.services.imports import LOST, count_done, finish_import
from annotator.services.queueing import queue_up
from annotator.services.refinement import learned_by
from annotator.services.stored_claims import store_claims
from annotator.services.wake import send

log = logging.getLogger(__name__)

MOST_TRIES = 3
"""A block that was begun so often in vain is cut into rows; a row is given up."""
SLOWEST = 20_000
"""Characters that are read in a second where workers are very busy."""
FAILED = Problem(
    "internal_error",
    "The program failed on this, and its log says why. Tell whoever runs this "
    "installation.",
)


def import_block(*, block_id: int, clock: Callable[[], datetime]) -> None:
    """
    Take in the rows of a block, unless somebody is at it or has done it.

    The texts are read outside of any transaction, for on SQLite that would keep all
    others from saving. What they come to is stored in one, with the block's removal: so
    it happens once, however many workers began and whenever they were killed.
    """
    block = _take(block_id, clock())
    if block is None:
        return
    is_given_up = block.tried > MOST_TRIES
    if is_given_up and block.first_row < block.last_row:
        _cut_smaller(block)
        return
    project = block.article_import.project
    rows = [_given_up(block)] if is_given_up else _rows(block)
    learned = learned_by(project)
    outcomes = [(row, _outcome(project, row, learned)) for row in rows]
    if not _store(block, outcomes, clock()):
        return
    if not ImportBlock.objects.filter(article_import=block.article_import_id).exists():
        finish_import(import_id=block.article_import_id, now=clock())


@transaction.atomic
def _take(block_id: int, now: datetime) -> ImportBlock | None:
    """Note that a block is begun, for the sweep and for other workers."""
    block = (
        ImportBlock.objects.select_for_update(
            of=("self",),
            skip_locked=connection.features.has_select_for_update_skip_locked,
        )
        .filter(Q(taken_until=None) | Q(taken_until__lt=now))
        .filter(pk=block_id, article_import__state__in=UNFINISHED)
        .exclude(article_import__total=None)
        .select_related("article_import__project", "article_import__created_by", "file")
        .first()
    )
    if block is None:
        return None
    block.taken_until = now + LOST + timedelta(seconds=block.size / SLOWEST)
    block.tried += 1
    block.save(update_fields=["taken_until", "tried"])
    ArticleImport.objects.unfinished().filter(pk=block.article_import_id).update(
        state=ImportState.RUNNING, sent_at=now
    )
    return block


def _rows(block: ImportBlock) -> list[Row]:
    """Read the rows of a block."""
    file = block.file
    if file is None:
        return unpack(block.rows)
    with open_pieces(file) as kept:
        content = kept.read()
    article, problem = None, None
    try:
        article = read_article(content, file.name)
    except Unreadable as error:
        problem = Problem(error.code, str(error))
    except Exception:
        log.exception("The reader failed on %s.", block)
        problem = FAILED
    return [Row(block.first_row, file.name, article, problem)]


def _given_up(block: ImportBlock) -> Row:
    """Give the one row of a block without reading it."""
    raw = block.file.name if block.file else unpack(block.rows)[0].raw
    problem = Problem(
        "given_up",
        f"Each of {MOST_TRIES} tries to read this ended without an answer. Tell "
        "whoever runs this installation.",
    )
    return Row(block.first_row, raw, None, problem)


@transaction.atomic
def _cut_smaller(block: ImportBlock) -> None:
    """Give each row a block of its own, so that only the one at fault is given up."""
    gone, _ = ImportBlock.objects.filter(pk=block.pk).delete()
    if not gone:
        return
    single = ImportBlock.objects.bulk_create(
        ImportBlock(
            article_import=block.article_import,
            first_row=row.number,
            last_row=row.number,
            rows=pack([row]),
            size=len(row.raw),
        )
        for row in unpack(block.rows)
    )
    for made in single:
        transaction.on_commit(partial(send, "annotator.import_block", block_id=made.pk))


def _outcome(project: Project, row: Row, learned: Learned | None) -> Draft | RowRefused:
    try:
        return draft_row(project, row, learned)
    except Exception:
        # One text that the program cannot cope with must not hold up the others.
        log.exception("Row %s of an import to %s failed.", row.number, project.slug)
        return RowRefused(row.number, FAILED.code, FAILED.reason)


@transaction.atomic
def _store(
    block: ImportBlock,
    outcomes: Sequence[tuple[Row, Draft | RowRefused]],
    now: datetime,
) -> bool:
    """Store what a block's rows came to and take it off the list, or do neither."""
    found = (
        ImportBlock.objects.select_for_update(of=("self",))
        .filter(pk=block.pk)
        .values_list("article_import__state", flat=True)
        .first()
    )
    if found not in UNFINISHED:
        # Canceled meanwhile, or done by somebody else: free for who resumes it.
        ImportBlock.objects.filter(pk=block.pk).update(taken_until=None)
        return False
    drafts: dict[str, Draft] = {}
    failures = []
    for row, outcome in outcomes:
        if isinstance(outcome, RowRefused):
            failures.append(_failure(block, row, outcome))
        else:
            drafts.setdefault(digest(outcome.text), outcome)
    articles = _store_articles(block, drafts, now)
    stored = len(articles)
    queue_up(project=block.article_import.project, articles=articles)
    ImportFailure.objects.bulk_create(failures)
    ImportBlock.objects.filter(pk=block.pk).delete()
    if block.file is not None:
        block.file.delete()
    count_done(
        block.article_import,
        stored=stored,
        duplicates=len(outcomes) - len(failures) - stored,
        failed=len(failures),
        now=now,
    )
    return True


def _failure(block: ImportBlock, row: Row, refused: RowRefused) -> ImportFailure:
    return ImportFailure(
        article_import=block.article_import,
        row=row.number,
        code=refused.code,
        reason=refused.reason,
        raw=row.raw,
    )


def _store_articles(
    block: ImportBlock, drafts: Mapping[str, Draft], now: datetime
) -> list[Article]:
    """Store the articles that the project does not have, and give them."""
    article_import = block.article_import
    known = set(
        article_import.project.articles.filter(sha256__in=drafts)
        .order_by()
        .values_list("sha256", flat=True)
    )
    # In one order everywhere: two imports of the same texts must not wait for each
    # other in a circle.
    fresh = [
        rows_of(draft, lead=article_import.created_by, now=now)
        for sha256, draft in sorted(drafts.items())
        if sha256 not in known
    ]
    try:
        with transaction.atomic():
            Article.objects.bulk_create(article for article, _ in fresh)
            store_claims(claim for _, claims in fresh for claim in claims)
    except IntegrityError:
        # Somebody stored one of them just now.
        return [article for article, claims in fresh if _is_stored(article, claims)]
    return [article for article, _ in fresh]


def _is_stored(article: Article, claims: Sequence[Claim]) -> bool:
    """Store an article; tell whether it was not there before."""
    article.pk = None
    article._state.adding = True  # noqa: SLF001  # Django's word for "not there yet"
    try:
        store(article, claims)
    except DuplicateArticle:
        return False
    return True
