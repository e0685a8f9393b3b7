"""What was learned: words and numbers that are read back without trusting them."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import exp, isfinite
from typing import Any, cast

from annotator.attribution.learned.examples import (
    NO_CLAIM,
    Seen,
    exclusion_said,
    seen_of,
    type_said,
)
from annotator.attribution.spans import Claim, SourceType

FORMAT = 1
"""Changes whenever what is seen of a claim, or how it is kept, gets other names."""
_EXCLUDES = 0.5
_DIGEST = 12


class Malformed(ValueError):
    """What was stored is not what `Learned.to_json` gives."""


@dataclass(frozen=True)
class Softmax:
    """
    A linear model: for each label its intercept, and for each name its weights.

    `temperature` makes the probabilities as sure as they turned out to be right.
    """

    labels: tuple[str, ...]
    intercepts: tuple[float, ...]
    weights: Mapping[str, tuple[float, ...]]
    temperature: float = 1.0

    def probabilities(self, seen: Seen) -> list[float]:
        """Give how likely each label is."""
        scores = list(self.intercepts)
        for name, value in seen.items():
            for place, weight in enumerate(self.weights.get(name, ())):
                scores[place] += weight * value
        most = max(scores)
        raised = [exp((score - most) / self.temperature) for score in scores]
        return [one / sum(raised) for one in raised]

    def to_json(self) -> dict[str, Any]:
        """Give a JSON value that `softmax_of` reads."""
        names = sorted(self.weights)
        return {
            "labels": list(self.labels),
            "intercepts": list(self.intercepts),
            "temperature": self.temperature,
            "names": names,
            "weights": [list(self.weights[name]) for name in names],
        }


@dataclass(frozen=True)
class Learned:
    """
    What a project's articles taught; `engine` is the rules' version at that time.

    Without a model of claims, what the rules exclude stays excluded and nothing else.
    """

    engine: str
    articles: int
    types: Softmax
    claims: Softmax | None = None

    @cached_property
    def version(self) -> str:
        """Give what tells two models apart: a digest of all that they hold."""
        content = json.dumps(self.to_json(), sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(content.encode()).hexdigest()[:_DIGEST]

    @property
    def rule(self) -> str:
        """Say why something is suggested."""
        return f"learned from {self.articles} articles of this project"

    def refine(self, text: str, claims: Sequence[Claim]) -> tuple[Claim, ...]:
        """Give the rules' claims with what the project would say of them."""
        seen = seen_of(text, claims)
        refined = [
            self._typed(self._judged(claim, one), one)
            for claim, one in zip(claims, seen, strict=True)
        ]
        if all(claim.excluded for claim in refined):
            # Of an article without a claim nothing is left: rather trust the rules.
            refined = [
                self._typed(claim, one) for claim, one in zip(claims, seen, strict=True)
            ]
        return tuple(refined)

    def _judged(self, claim: Claim, seen: Seen) -> Claim:
        if self.claims is None or exclusion_said(claim) not in self.claims.weights:
            return claim
        likely = self.claims.probabilities(seen)[self.claims.labels.index(NO_CLAIM)]
        excluded = likely > _EXCLUDES
        if excluded == claim.excluded:
            return claim
        return replace(claim, excluded=excluded, rule=self.rule)

    def _typed(self, claim: Claim, seen: Seen) -> Claim:
        if type_said(claim) not in self.types.weights:
            return claim  # the rules had never said this where somebody decided
        likely = self.types.probabilities(seen)
        score = max(likely)
        source_type = self.types.labels[likely.index(score)]
        rule = claim.rule
        if not claim.excluded and rule != self.rule:
            agrees = source_type == claim.source_type
            rule = f"{rule}; {self.rule}" if agrees else self.rule
        # A project's own types are keys like those of the rules.
        return replace(
            claim,
            source_type=cast(SourceType, source_type),
            score=round(score, 2),
            rule=rule,
        )

    def to_json(self) -> dict[str, Any]:
        """Give a JSON value that `from_json` reads."""
        return {
            "format": FORMAT,
            "engine": self.engine,
            "articles": self.articles,
            "types": self.types.to_json(),
            "claims": None if self.claims is None else self.claims.to_json(),
        }

    @classmethod
    def from_json(cls, stored: Any) -> "Learned":
        """
        Read what `to_json` gave.

        :raises Malformed: if it is something else
        """
        try:
            claims = stored["claims"]
            read = cls(
                engine=_text(stored["engine"]),
                articles=int(stored["articles"]),
                types=softmax_of(stored["types"]),
                claims=None if claims is None else softmax_of(claims),
            )
            is_known = stored["format"] == FORMAT
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise Malformed("These are no weights of a model.") from error
        if not is_known or (read.claims and NO_CLAIM not in read.claims.labels):
            raise Malformed("These weights are of another program.")
        return read


def softmax_of(stored: Mapping[str, Any]) -> Softmax:
    """
    Read what `Softmax.to_json` gave.

    :raises ValueError: if numbers and names do not fit each other, among others
    """
    labels = tuple(_text(label) for label in stored["labels"])
    temperature = float(stored["temperature"])
    if not labels or not isfinite(temperature) or temperature <= 0:
        raise ValueError("There is no label, or the temperature is none.")
    return Softmax(
        labels=labels,
        intercepts=_numbers(stored["intercepts"], len(labels)),
        weights={
            _text(name): _numbers(weights, len(labels))
            for name, weights in zip(stored["names"], stored["weights"], strict=True)
        },
        temperature=temperature,
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("A name is a text.")
    return value


def _numbers(values: Any, count: int) -> tuple[float, ...]:
    numbers = tuple(float(value) for value in values)
    if len(numbers) != count or not all(isfinite(number) for number in numbers):
        raise ValueError("There is a number for each label, and each is finite.")
    return numbers
