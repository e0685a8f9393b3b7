"""Celery's way in: load by id, make one call."""

import logging

from celery import shared_task
from django.utils import timezone

from annotator.models import Project
from annotator.services import (
    agreement,
    blocks,
    import_blocks,
    import_cutting,
    imports,
    learning,
    letters,
    nightly,
    overviews,
    queueing,
    recomputation,
    selections,
    snapshot_comparisons,
    snapshots,
)
from annotator.services import consensus as consensuses

log = logging.getLogger(__name__)


@shared_task(name="annotator.report_agreement")
def report_agreement(*, project_id: int) -> None:
    """Report agreement in a project, if something in it changed."""
    project = Project.objects.filter(pk=project_id).first()
    if project is not None:
        agreement.report_agreement(project=project, now=timezone.now())
        now = timezone.now()
        overviews.send_overviews(project=project, now=now)
        selections.send_selections(project=project, now=now)


@shared_task(name="annotator.count_overviews")
def count_overviews(*, project_id: int) -> None:
    """Count progress, pace, time and sources of a project, if something changed."""
    project = Project.objects.filter(pk=project_id).first()
    if project is not None:
        overviews.count_overviews(project=project, clock=timezone.now)


@shared_task(name="annotator.count_selection")
def count_selection(*, selection_id: int) -> None:
    """Count the answers that a reader has chosen, if something changed."""
    selections.count_selection(selection_id=selection_id, clock=timezone.now)


@shared_task(name="annotator.tally_block")
def tally_block(*, block_id: int) -> None:
    """Count some articles of a recomputation; the last of them adds all up."""
    ended = blocks.tally_block(block_id=block_id, now=timezone.now())
    if ended is not None:
        finish_recomputation(recomputation_id=ended)


@shared_task(name="annotator.finish_recomputation")
def finish_recomputation(*, recomputation_id: int) -> None:
    """Add up the blocks of a recomputation, once all are counted."""
    recomputation.finish_recomputation(
        recomputation_id=recomputation_id, now=timezone.now()
    )


@shared_task(name="annotator.find_consensus")
def find_consensus(*, consensus_id: int) -> None:
    """Run Dawid and Skene's model over a project."""
    consensuses.find_consensus(consensus_id=consensus_id, clock=timezone.now)


@shared_task(name="annotator.cut_import")
def cut_import(*, import_id: int) -> None:
    """Cut the table of an import into blocks."""
    import_cutting.cut_import(import_id=import_id, clock=timezone.now)


@shared_task(name="annotator.import_block")
def import_block(*, block_id: int) -> None:
    """Take in some articles; the last of them end their import."""
    import_blocks.import_block(block_id=block_id, clock=timezone.now)


@shared_task(name="annotator.finish_import")
def finish_import(*, import_id: int) -> None:
    """End an import, once every row is done."""
    imports.finish_import(import_id=import_id, now=timezone.now())


@shared_task(name="annotator.train_suggestions")
def train_suggestions(*, model_id: int) -> None:
    """Learn from a project's decisions."""
    learning.train(model_id=model_id, clock=timezone.now)


@shared_task(name="annotator.rank_queue")
def rank_queue(*, project_id: int) -> None:
    """Put a project's articles in the order in which they are handed out."""
    queueing.rank_queue(project_id=project_id, clock=timezone.now)


@shared_task(name="annotator.send_letters")
def send_letters() -> None:
    """Send the invitations that wait for it."""
    letters.send_letters(clock=timezone.now)


@shared_task(name="annotator.take_snapshot")
def take_snapshot(*, snapshot_id: int) -> None:
    """Write the files of a snapshot."""
    snapshots.take_snapshot(snapshot_id=snapshot_id, clock=timezone.now)


@shared_task(name="annotator.compare_snapshots")
def compare_snapshots(*, comparison_id: int) -> None:
    """Find what changed from one snapshot to another."""
    snapshot_comparisons.find_differences(
        comparison_id=comparison_id, clock=timezone.now
    )


@shared_task(name="annotator.sweep")
def sweep() -> None:
    """Find work whose message was lost; show that a worker is alive."""
    now = timezone.now()
    due = agreement.sweep(now=now)
    recomputation.send_lost_blocks(now=now)
    consensuses.send_lost(now=now)
    imports.send_lost_imports(now=now)
    learning.send_lost_trainings(now=now)
    queueing.send_lost_rankings()
    letters.send_lost_letters(now=now)
    snapshots.send_lost_snapshots(now=now)
    snapshot_comparisons.send_lost_comparisons(now=now)
    imports.forget_imports(now=now)
    for project_id in due:
        try:
            report_agreement(project_id=project_id)
        except Exception:
            # One project that cannot be computed must not hold up the others.
            log.exception("Agreement of project %s failed.", project_id)
    overviews.send_due_overviews(now=now)
    selections.send_due_selections(now=now)
    nightly.begin_if_due(now=now)
