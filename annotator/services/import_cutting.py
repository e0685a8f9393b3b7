"""Cut a table into blocks of rows, which any number of workers then take in."""

import logging
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial

from django.db import transaction
from django.db.models import Max, Q

from annotator.formats.articles import Row, Unreadable, read_rows
from annotator.models import ArticleImport, ImportBlock, ImportState
from annotator.services.import_rows import in_blocks, open_pieces, pack
from annotator.services.imports import LOST, fail_import, send_work

log = logging.getLogger(__name__)

MOST_TRIES = 5
"""A file whose reading ended its worker so often is given up."""


def cut_import(*, import_id: int, clock: Callable[[], datetime]) -> None:
    """
    Cut the table of an import, unless somebody is at it.

    Nothing of a table is taken in before all of it was read. Each block is kept in a
    transaction of its own; whoever comes after one who was killed goes on behind it.
    """
    now = clock()
    with transaction.atomic():
        found = (
            ArticleImport.objects.unfinished()
            .select_for_update(no_key=True)
            .filter(Q(taken_at=None) | Q(taken_at__lt=now - LOST))
            .filter(pk=import_id, total=None)
            .first()
        )
        if found is None:
            return
        found.state, found.taken_at = ImportState.RUNNING, now
        found.tried += 1
        found.save(update_fields=["state", "taken_at", "tried"])
    if found.tried > MOST_TRIES:
        problem = "This file could not be read: its reading was begun in vain."
        fail_import(import_id=import_id, error=problem, now=now)
        return
    try:
        _cut(found, clock)
    except Unreadable as error:
        fail_import(import_id=import_id, error=str(error), now=clock())


class _Rows:
    """The rows of a table after those that are cut already; `total` counts all."""

    def __init__(self, article_import: ArticleImport) -> None:
        self.file = article_import.files.get()
        self.mapping = article_import.mapping
        last = article_import.blocks.aggregate(last=Max("last_row"))["last"]
        self.after: int = last or 0
        self.total = 0

    def __iter__(self) -> Iterator[Row]:
        with open_pieces(self.file) as content:
            for row in read_rows(content, self.file.kind, self.mapping):  # type: ignore[arg-type]
                self.total += 1
                if row.number > self.after:
                    yield row


def _cut(article_import: ArticleImport, clock: Callable[[], datetime]) -> None:
    rows = _Rows(article_import)
    for block in in_blocks(rows):
        packed = pack(block)
        with transaction.atomic():
            if not _is_ours(article_import, clock()):
                return
            ImportBlock.objects.create(
                article_import=article_import,
                first_row=block[0].number,
                last_row=block[-1].number,
                rows=packed,
                size=sum(len(row.raw) for row in block),
            )
    with transaction.atomic():
        now = clock()
        if not _is_ours(article_import, now):
            return
        article_import.total, article_import.taken_at = rows.total, None
        article_import.sent_at = now
        article_import.save(update_fields=["total", "taken_at", "sent_at"])
        # The blocks hold all of it now.
        article_import.files.all().delete()
        transaction.on_commit(partial(send_work, article_import.pk), robust=True)


def _is_ours(article_import: ArticleImport, now: datetime) -> bool:
    """Tell whether nobody ended the import or took our place; show to be alive."""
    ours = ArticleImport.objects.unfinished().filter(
        pk=article_import.pk, taken_at=article_import.taken_at
    )
    article_import.taken_at = now
    return bool(ours.update(taken_at=now))
