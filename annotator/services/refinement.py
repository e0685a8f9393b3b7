"""Suggestions as a project's own decisions refine them, where a lead wants that."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from annotator import attribution
from annotator.attribution import Claim, Extraction
from annotator.attribution.learned import Learned, Malformed
from annotator.models import Project, SuggestionModel

log = logging.getLogger(__name__)


def learned_by(project: Project) -> Learned | None:
    """Give the model that is on, if there is one; costs one short query."""
    models = project.suggestion_models.filter(is_on=True)
    found = models.values_list("pk", "version").first()
    if found is None:
        return None
    try:
        return _read(*found)
    except Malformed:
        # The rules stand by themselves, and suggestions say what made them.
        log.exception("The weights of model %s cannot be read.", found[0])
        return None


@lru_cache(maxsize=8)
def _read(pk: int, version: str) -> Learned:
    models = SuggestionModel.objects.filter(pk=pk, version=version)
    return Learned.from_json(models.values_list("weights", flat=True).first())


def refine(
    learned: Learned | None, text: str, claims: Sequence[Claim]
) -> tuple[Claim, ...]:
    """Give the rules' claims as the project would see them; as they are, without."""
    return tuple(claims) if learned is None else learned.refine(text, claims)


def extract(learned: Learned | None, text: str, **given: Any) -> Extraction:
    """Find what is in a text, as `attribution.extract` does, and refine its claims."""
    found = attribution.extract(text, **given)
    if not found.suggests:
        return found
    return replace(found, claims=refine(learned, text, found.claims))


def version_with(learned: Learned | None) -> str:
    """Name what makes suggestions: the rules, and the model that refines them."""
    rules = attribution.VERSION
    return rules if learned is None else f"{rules}+{learned.version}"
