"""Count a project anew as the workers do, a step at a time."""

from annotator.models import RecomputationReason
from annotator.services import blocks, recomputation
from tests import make


def start(project, reason=RecomputationReason.REPAIR):
    return recomputation.start_recomputation(
        project=project, reason=reason, now=make.NOW
    )


def run(project, reason=RecomputationReason.REPAIR, **options):
    return recomputation.run_recomputation(
        project=project, reason=reason, clock=lambda: make.NOW, **options
    )


def tally(block):
    return blocks.tally_block(block_id=block.pk, now=make.NOW)


def finish(made):
    return recomputation.finish_recomputation(recomputation_id=made.pk, now=make.NOW)
