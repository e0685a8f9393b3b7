"""What a project has learned, and whether it is learning."""

from dataclasses import dataclass

from annotator.models import LearningState, Project, SuggestionModel
from annotator.models.learning import IN_TRAINING
from annotator.queries.decisions import MOST, NEEDED, count_decided


@dataclass(frozen=True)
class LearningStanding:
    """
    How far learning is in a project.

    `training` is the newest training unless it has become `model`, the newest that is
    ready; `on` is the model that refines suggestions now, be it an older one.
    """

    decided: int
    training: SuggestionModel | None
    model: SuggestionModel | None
    on: SuggestionModel | None
    needed: int = NEEDED


def learning_standing(project: Project) -> LearningStanding:
    """Say how far learning is; costs four queries at most."""
    models = project.suggestion_models.defer("weights")
    newest = models.first()
    if newest is not None and newest.state in IN_TRAINING:
        # Whoever watches a training asks often, and counting takes its time.
        decided = newest.articles
    else:
        decided = count_decided(project, most=MOST)
    is_ready = newest is None or newest.state == LearningState.READY
    return LearningStanding(
        decided=decided,
        training=None if is_ready else newest,
        model=models.filter(state=LearningState.READY).first(),
        on=models.filter(is_on=True).first(),
    )
