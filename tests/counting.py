"""Count a project's answers in another way than the jobs do: a model object each."""

from datetime import UTC, timedelta

import numpy as np

from annotator.metrics import Calibration, Rating, Ratings, count
from annotator.models import Annotation, Project


def sums_from_scratch(project: Project):
    """Give the sums of every scope and variable, from the annotations as they are."""
    answers = list(
        Annotation.objects.filter(
            claim__article__project=project, claim__replaced_at=None, skipped=False
        ).select_related("source_type__maps_to", "claim", "guidelines")
    )
    scopes = {"all": answers}
    for answer in answers:
        day = answer.updated_at.astimezone(UTC).date()
        monday = day - timedelta(days=day.weekday())
        scopes.setdefault(f"revision:{answer.guidelines.number}", []).append(answer)
        scopes.setdefault(f"week:{monday}", []).append(answer)
    types = list(project.source_types.all())
    sums = {}
    for scope, some in scopes.items():
        if some:
            for variable, part in _count(project, types, some).items():
                sums[scope, variable] = part
    return sums


def _count(project, types, answers):
    keys = [one.key for one in types]
    points = [str(n) for n in range(1, len(project.confidence_words) + 1)]
    by_type = _ratings(answers, keys, lambda answer: answer.source_type.key)
    counted = {
        "source_type": count(by_type),
        "confidence": count(_ratings(answers, points, lambda a: str(a.confidence))),
    }
    levels = np.array([answer.confidence - 1 for answer in answers])
    calibration = Calibration.of(by_type, levels, points)
    if len(calibration.counts.codes):
        counted["calibration"] = calibration
    if any(one.maps_to for one in types):
        targets = [(one.maps_to or one).key for one in types]
        collapsed = [key for key in keys if key in targets]
        counted["source_type_collapsed"] = count(
            _ratings(
                answers,
                collapsed,
                lambda a: (a.source_type.maps_to or a.source_type).key,
            )
        )
    return counted


def _ratings(answers, labels, of):
    return Ratings.of(
        [
            Rating(a.claim_id, a.annotator_id, of(a), a.claim.article_id)
            for a in answers
        ],
        labels,
    )
