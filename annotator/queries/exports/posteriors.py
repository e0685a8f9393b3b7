"""What Dawid and Skene's model says of claims, for their rows."""

from collections.abc import Collection
from math import log
from typing import Any

from annotator.models import ArticlePosterior
from annotator.queries.exports.labels import ExportLabels
from annotator.queries.exports.votes import DIGITS
from annotator.queries.posteriors import unpacked

NO_POSTERIOR = {"posterior": None, "posterior_entropy": None, "consensus": None}


def posteriors_of(
    articles: Collection[int], labels: ExportLabels
) -> dict[int, dict[str, Any]]:
    """
    Give what rows say of the claims that have a posterior; costs one query.

    What a run has written that is still at work is left out, and so is a run over
    labels that are declared no more. A label that the run had not is null.
    """
    stored = ArticlePosterior.objects.filter(
        article__in=articles, consensus__finished_at__isnull=False
    ).values_list("consensus", "consensus__labels", "posteriors")
    return {
        claim: _told(run, dict(zip(known, row.tolist(), strict=True)), labels)
        for run, known, packed in stored
        if known and set(known) <= set(labels.keys)
        for claim, row in unpacked(packed, len(known)).items()
    }


def _told(
    run: int, posterior: dict[str, float], labels: ExportLabels
) -> dict[str, Any]:
    entropy = sum(-p * log(p) for p in posterior.values() if p > 0)
    return {
        "posterior": {
            key: round(posterior[key], DIGITS) if key in posterior else None
            for key in labels.keys
        },
        "posterior_entropy": round(max(entropy, 0), DIGITS),
        "consensus": run,
    }
