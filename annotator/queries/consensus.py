"""What Dawid and Skene's model found, and whether it is at work."""

from dataclasses import dataclass
from typing import Any

from annotator.models import Consensus, Project


@dataclass(frozen=True)
class ConsensusStanding:
    """The newest run that ended, and the one that is asked for or at work."""

    newest: dict[str, Any] | None
    running: Consensus | None


def consensus_standing(project: Project) -> ConsensusStanding:
    """Give what the newest consensus says of the model; costs two queries."""
    newest = project.consensuses.exclude(finished_at=None).first()
    return ConsensusStanding(
        None if newest is None else _figures(newest),
        project.consensuses.filter(finished_at=None).first(),
    )


def _figures(run: Consensus) -> dict[str, Any]:
    """Give a run's figures but those of people, who are read with their overlap."""
    names = ("status", "log_likelihood", "iterations", "converged")
    shares = run.figures["marginals"] or [None] * len(run.labels)
    return {
        **{name: run.figures[name] for name in names},
        "asked_at": run.asked_at,
        "started_at": run.started_at,
        "finished_at": run.finished_at,
        "engine": run.engine,
        "claims": run.claims,
        "labels": [
            {"label": label, "share": share}
            for label, share in zip(run.labels, shares, strict=True)
        ],
    }
