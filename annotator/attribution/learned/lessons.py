"""Learn from decided articles, and say how well it would have gone on others."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from annotator import attribution
from annotator.attribution.learned.examples import (
    CLAIM,
    NO_CLAIM,
    DecidedText,
    exclusion_said,
    seen_of,
    type_said,
)
from annotator.attribution.learned.figures import compared
from annotator.attribution.learned.fitting import (
    FOLDS,
    Fitted,
    Floats,
    Ints,
    Table,
    fit,
    folds,
    temperature_of,
)
from annotator.attribution.learned.models import Learned, Softmax
from annotator.attribution.spans import Span

_READING = 0.6  # the part of the work that reading the articles is, roughly
_FITS = 2 * (FOLDS + 1)


class TooLittle(Exception):
    """There is too little to learn from; its text says what is missing."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A model, and its figures beside the rules' on articles that it had not seen."""

    learned: Learned
    articles: int
    claims: int
    figures: dict[str, Any]


@dataclass
class _Task:
    """Rows of a table with what was decided of them and what the rules say."""

    rows: list[int] = field(default_factory=list)
    decided: list[str] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)  # the names of what the rules say

    def add(self, row: int, decided: str, rules: str, said: str) -> None:
        self.rows.append(row)
        self.decided.append(decided)
        self.rules.append(rules)
        self.said.append(said)


def learn(
    articles: Iterable[DecidedText],
    *,
    count: int,
    progress: Callable[[float], None] = lambda share: None,
) -> Lesson:
    """
    Learn from articles, `count` of them; `progress` is told what share is done.

    The same articles give the same model, in whatever order they come.

    :raises TooLittle: if not two source types were decided often enough
    """
    table, types, claims, keys = Table(), _Task(), _Task(), []
    for place, article in enumerate(sorted(articles, key=lambda one: one.key)):
        keys.append(article.key)
        _read(article, place, table, types, claims)
        progress(_READING * (place + 1) / max(count, 1))
    fold = np.array(folds(keys), np.int64)
    fits = 0

    def fitted() -> None:
        nonlocal fits
        fits += 1
        progress(min(1.0, _READING + (1 - _READING) * fits / _FITS))

    typed = _learned(table, types, fold, fitted)
    if typed is None:
        raise TooLittle(
            "At least two source types must be decided often enough: each on "
            "5 claims, in 3 articles."
        )
    judged = _learned(table, claims, fold, fitted)
    progress(1.0)
    learned = Learned(
        engine=attribution.VERSION,
        articles=len(keys),
        types=typed.model,
        claims=None if judged is None else judged.model,
    )
    return Lesson(
        learned=learned,
        articles=len(keys),
        claims=len(types.rows),
        figures={
            "folds": FOLDS,
            "types": typed.figures,
            "claims": None if judged is None else judged.figures,
        },
    )


def _read(
    article: DecidedText, place: int, table: Table, types: _Task, claims: _Task
) -> None:
    """Add an article's claims, as the rules read them now, with what was decided."""
    spans = [Span(one.start, one.end) for one in article.claims]
    found = attribution.extract(
        article.text, title=article.title, dropped=article.dropped, claims=spans
    ).claims
    first = len(table)
    table.add(place, seen_of(article.text, found))
    for row, (claim, said) in enumerate(
        zip(found, article.claims, strict=True), start=first
    ):
        if said.source_type is not None:
            types.add(row, said.source_type, claim.source_type, type_said(claim))
        if said.is_claim is not None:
            decided = _label(excluded=not said.is_claim)
            by_rules = _label(excluded=claim.excluded)
            claims.add(row, decided, by_rules, exclusion_said(claim))


def _label(*, excluded: bool) -> str:
    return NO_CLAIM if excluded else CLAIM


@dataclass(frozen=True, slots=True)
class _Result:
    model: Softmax
    figures: dict[str, Any]


def _learned(
    table: Table, task: _Task, fold: Ints, fitted_one: Callable[[], None]
) -> _Result | None:
    """Fit a model on all rows, and on all but each fold for its figures."""
    rows = np.array(task.rows, np.int64)
    fitted = fit(table, rows, task.decided)
    if fitted is None:
        return None
    fitted_one()
    said = list(task.rules)
    scores: list[Floats] = []
    right: list[int] = []
    for number in range(FOLDS):
        held = np.flatnonzero(fold[table.articles[rows]] == number)
        rest = np.flatnonzero(fold[table.articles[rows]] != number)
        without = fit(table, rows[rest], [task.decided[row] for row in rest])
        fitted_one()
        if without is None or not len(held):
            continue
        known = {name for name in set(task.said) if without.knows(table, name)}
        for place, one in zip(held, without.scores(table, rows[held]), strict=True):
            if task.said[place] in known:  # else the rules' word stands, as in use
                said[place] = without.labels[int(one.argmax())]
            if (
                without.labels == fitted.labels
                and task.decided[place] in without.labels
            ):
                scores.append(one)
                right.append(without.labels.index(task.decided[place]))
    return _Result(
        fitted.softmax(table, _temperature(scores, right, fitted)),
        compared(task.decided, said, task.rules, table.articles[rows]),
    )


def _temperature(scores: Sequence[Floats], right: Sequence[int], of: Fitted) -> float:
    """Find the temperature on claims that their models had not seen."""
    seen = np.array(scores).reshape(len(scores), len(of.labels))
    return temperature_of(seen, np.array(right, np.int64))
