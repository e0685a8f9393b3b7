"""Imports of many articles: canceled, resumed, and seen through to their end."""

from datetime import datetime, timedelta
from functools import partial

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q

from annotator.errors import DomainError
from annotator.models import (
    ActKind,
    ArticleImport,
    ImportBlock,
    ImportFile,
    ImportState,
    User,
)
from annotator.models.imports import RESUMABLE, UNFINISHED
from annotator.services.activity import note
from annotator.services.wake import send

LOST = timedelta(seconds=3 * settings.SWEEP_SECONDS)
"""Whoever has shown no sign of work for so long is taken to be gone."""
KEPT = timedelta(days=30)
"""What is left of an import that was canceled or failed is kept for so long."""


MOST_FORGOTTEN = 50
"""Removed at a time, so that the sweep goes on."""


class ImportEnded(DomainError):
    code = "import_ended"


class ImportGoesOn(DomainError):
    code = "import_goes_on"


def send_work(import_id: int) -> None:
    """Tell the workers what there is to do for an import, if they can be told."""
    found = ArticleImport.objects.unfinished().filter(pk=import_id).first()
    if found is None:
        return
    if found.total is None:
        send("annotator.cut_import", import_id=import_id)
        return
    blocks = list(found.blocks.filter(taken_until=None).values_list("pk", flat=True))
    for block in blocks:
        if not send("annotator.import_block", block_id=block):
            return
    if not blocks:
        send("annotator.finish_import", import_id=import_id)


def send_lost_imports(*, now: datetime) -> None:
    """Send again what nobody has been at work on for long: the sweep's part."""
    long_ago = now - LOST
    gone = ImportBlock.objects.filter(
        taken_until__lt=now, article_import__state__in=UNFINISHED
    )
    for block in gone.values_list("pk", flat=True):
        gone.filter(pk=block).update(taken_until=None)
        send("annotator.import_block", block_id=block)
    # A table that somebody cuts is left alone, and so is one whose blocks go on.
    quiet = ArticleImport.objects.unfinished().filter(
        Q(total=None, taken_at=None) | Q(taken_at__lt=long_ago) | ~Q(total=None),
        sent_at__lt=long_ago,
    )
    for import_id in quiet.values_list("pk", flat=True):
        quiet.filter(pk=import_id).update(sent_at=now)
        send_work(import_id)


def forget_imports(*, now: datetime) -> None:
    """Remove what nobody went on with for long: the sweep's part."""
    old = Q(
        article_import__state__in=RESUMABLE, article_import__ended_at__lt=now - KEPT
    )
    for kept in (ImportBlock, ImportFile):
        for pk in kept.objects.filter(old).values_list("pk", flat=True)[
            :MOST_FORGOTTEN
        ]:
            kept.objects.filter(pk=pk).delete()


@transaction.atomic
def cancel_import(
    *, article_import: ArticleImport, by: User | None, now: datetime
) -> ArticleImport:
    """
    Stop an import; what was stored of it stays.

    :raises ImportEnded: if there is nothing left to stop
    """
    locked = ArticleImport.objects.select_for_update(no_key=True).get(
        pk=article_import.pk
    )
    if locked.state not in UNFINISHED:
        raise ImportEnded(f"This import has ended: it is {locked.state}.")
    locked.state, locked.ended_at = ImportState.CANCELED, now
    locked.save(update_fields=["state", "ended_at"])
    _note_end(locked, by=by, now=now)
    return locked


@transaction.atomic
def resume_import(
    *, article_import: ArticleImport, by: User | None, now: datetime
) -> ArticleImport:
    """
    Go on with an import that was canceled or has failed, where it stopped.

    :raises ImportGoesOn: if it is at work
    :raises ImportEnded: if everything of it is done
    """
    locked = ArticleImport.objects.select_for_update(no_key=True).get(
        pk=article_import.pk
    )
    if locked.state in UNFINISHED:
        raise ImportGoesOn("This import goes on already.")
    if locked.state not in RESUMABLE:
        raise ImportEnded("Everything of this import is done.")
    if now - (locked.ended_at or now) > KEPT:
        raise ImportEnded(
            f"This import ended more than {KEPT.days} days ago, and what was left of "
            "its file is removed. Send the file again: what is stored is not doubled."
        )
    locked.state, locked.error, locked.tried = ImportState.WAITING, "", 0
    locked.ended_at, locked.taken_at, locked.sent_at = None, None, now
    locked.save(
        update_fields=["state", "error", "tried", "ended_at", "taken_at", "sent_at"]
    )
    note(
        project=locked.project,
        actor=by,
        kind=ActKind.IMPORT_STARTED,
        now=now,
        import_id=locked.pk,
        name=locked.name,
        resumed=True,
    )
    # What somebody still has of it comes back by itself, stored or not.
    transaction.on_commit(partial(send_work, locked.pk), robust=True)
    return locked


@transaction.atomic
def finish_import(*, import_id: int, now: datetime) -> None:
    """End an import of which every row is done; a second call changes nothing."""
    locked = (
        ArticleImport.objects.select_for_update(no_key=True)
        .unfinished()
        .filter(pk=import_id)
        .exclude(total=None)
        .first()
    )
    if locked is None or locked.blocks.exists():
        return
    locked.files.all().delete()
    locked.state, locked.ended_at = ImportState.DONE, now
    locked.save(update_fields=["state", "ended_at"])
    _note_end(locked, by=None, now=now)


@transaction.atomic
def fail_import(*, import_id: int, error: str, now: datetime) -> None:
    """End an import that cannot go on, unless it has ended otherwise."""
    running = ArticleImport.objects.unfinished().filter(pk=import_id)
    if running.update(state=ImportState.FAILED, error=error[:1000], ended_at=now):
        _note_end(ArticleImport.objects.get(pk=import_id), by=None, now=now)


def _note_end(ended: ArticleImport, *, by: User | None, now: datetime) -> None:
    note(
        project=ended.project,
        actor=by,
        kind=ActKind.IMPORT_ENDED,
        now=now,
        import_id=ended.pk,
        name=ended.name,
        state=ended.state,
        stored=ended.stored,
        duplicates=ended.duplicates,
        failed=ended.failed,
        error=ended.error,
    )


def count_done(
    article_import: ArticleImport,
    *,
    stored: int,
    duplicates: int,
    failed: int,
    now: datetime,
) -> None:
    """Add to an import's counts: last in a transaction, for others wait for the row."""
    ArticleImport.objects.filter(pk=article_import.pk).update(
        stored=F("stored") + stored,
        duplicates=F("duplicates") + duplicates,
        failed=F("failed") + failed,
        sent_at=now,
    )
