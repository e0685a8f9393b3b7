"""Fit the two models: logistic regression, by articles, the same way every time."""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from annotator.attribution.learned.examples import Seen
from annotator.attribution.learned.models import Softmax

FOLDS = 5
ENOUGH_CLAIMS, ENOUGH_ARTICLES = 5, 3
"""A label that was decided less often, or in fewer articles, is not learned."""
_TRUST = 0.5  # the inverse strength of the regularization
_COMMON = 2  # articles that a word must be in: a name in one says nothing of others
_MOST_NAMES = 5000
_STEPS = 2000
_DIGITS = 3
_TEMPERATURES = (0.2, 5.0)
_GOLDEN = (5**0.5 - 1) / 2

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


@dataclass
class Table:
    """What is seen of claims, a row each, as it grows; names become columns."""

    names: dict[str, int] = field(default_factory=dict)
    _columns: "array[int]" = field(default_factory=lambda: array("q"))
    _values: "array[float]" = field(default_factory=lambda: array("d"))
    _ends: "array[int]" = field(default_factory=lambda: array("q", [0]))
    _articles: "array[int]" = field(default_factory=lambda: array("q"))

    def add(self, article: int, seen: Iterable[Seen]) -> None:
        """Add the claims of an article; articles come in order."""
        for one in seen:
            for name, value in one.items():
                self._columns.append(self.names.setdefault(name, len(self.names)))
                self._values.append(value)
            self._ends.append(len(self._columns))
            self._articles.append(article)

    def __len__(self) -> int:
        return len(self._articles)

    @cached_property
    def articles(self) -> Ints:
        """Give the article of each row."""
        return np.array(self._articles, np.int64)

    @cached_property
    def matrix(self) -> Any:
        """Give all rows as a sparse matrix."""
        from scipy.sparse import csr_matrix  # noqa: PLC0415  # for who trains alone

        shape = (len(self), len(self.names))
        parts = (np.array(self._values), np.array(self._columns), np.array(self._ends))
        return csr_matrix(parts, shape=shape)

    def common(self, rows: Ints) -> Ints:
        """Give the columns that are in enough articles of these rows, in order."""
        found = self.matrix[rows]
        columns, articles = (
            found.indices,
            np.repeat(self.articles[rows], np.diff(found.indptr)),
        )
        pairs = np.unique(np.stack((columns, articles)), axis=1)
        counts = np.bincount(pairs[0], minlength=len(self.names))
        widest = np.argsort(-counts, kind="stable")[:_MOST_NAMES]
        return np.sort(widest[counts[widest] >= _COMMON])


@dataclass(frozen=True)
class Fitted:
    """A model on some columns of a table."""

    labels: tuple[str, ...]
    columns: Ints
    weights: Floats  # a row a label
    intercepts: Floats

    def knows(self, table: Table, name: str) -> bool:
        """Tell whether anything was learned of a name."""
        return table.names.get(name, -1) in self.columns

    def scores(self, table: Table, rows: Ints) -> Floats:
        """Give each row's score for each label."""
        seen = table.matrix[rows][:, self.columns]
        return np.asarray(seen @ self.weights.T) + self.intercepts

    def softmax(self, table: Table, temperature: float) -> Softmax:
        """Give the model as it is kept, without what makes no difference."""
        names = list(table.names)
        rounded = np.round(self.weights, _DIGITS)
        return Softmax(
            labels=self.labels,
            intercepts=_rounded(self.intercepts),
            weights={
                names[column]: _rounded(rounded[:, place])
                for place, column in enumerate(self.columns.tolist())
                if rounded[:, place].any()
            },
            temperature=round(temperature, _DIGITS),
        )


def _rounded(numbers: Floats) -> tuple[float, ...]:
    # Adding nothing makes -0.0 the 0.0 that it equals.
    return tuple(round(number, _DIGITS) + 0.0 for number in numbers.tolist())


def enough(labels: Sequence[str], articles: Ints) -> tuple[str, ...]:
    """Give the labels that were decided often enough, in enough articles."""
    counts = Counter(labels)
    places = {(label, one) for label, one in zip(labels, articles, strict=True)}
    spread = Counter(label for label, _ in places)
    return tuple(
        label
        for label in sorted(counts)
        if counts[label] >= ENOUGH_CLAIMS and spread[label] >= ENOUGH_ARTICLES
    )


def fit(table: Table, rows: Ints, labels: Sequence[str]) -> Fitted | None:
    """Fit a model to the rows' labels; None if they do not give two to tell apart."""
    # Slow to load, and only for training.
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415
    from threadpoolctl import threadpool_limits  # noqa: PLC0415

    known = enough(labels, table.articles[rows])
    if len(known) < 2:  # noqa: PLR2004  # two are needed to tell apart
        return None
    kept = np.array([label in known for label in labels])
    columns = table.common(rows[kept])
    model = LogisticRegression(C=_TRUST, solver="newton-cg", max_iter=_STEPS)
    # More threads would change the last digits, and take turns with other workers.
    with threadpool_limits(1):
        model.fit(
            table.matrix[rows[kept]][:, columns],
            [known.index(label) for label in labels if label in known],
        )
    weights, intercepts = model.coef_, model.intercept_
    if len(weights) == 1:  # of two labels only the second's are given
        weights = np.concatenate((-weights, weights)) / 2
        intercepts = np.concatenate((-intercepts, intercepts)) / 2
    return Fitted(known, columns, weights, intercepts)


def folds(keys: Sequence[str]) -> list[int]:
    """
    Say in which fold each article is, by keys that are as good as drawn by lot.

    All claims of an article are in its fold, and folds are of one size.
    """
    order = sorted(range(len(keys)), key=lambda article: keys[article])
    fold = [0] * len(keys)
    for place, article in enumerate(order):
        fold[article] = place % FOLDS
    return fold


def temperature_of(scores: Floats, right: Ints) -> float:
    """
    Find what to divide scores by, so that probabilities are as often right as they say.

    `right` is the column of the right label in each row of `scores`.
    """

    def surprise(temperature: float) -> float:
        scaled = scores / temperature
        scaled -= scaled.max(axis=1, keepdims=True)
        said = scaled[np.arange(len(right)), right]
        return float((np.log(np.exp(scaled).sum(axis=1)) - said).sum())

    if not len(right):
        return 1.0
    low, high = _TEMPERATURES
    while high - low > 10**-_DIGITS:
        left, middle = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
        if surprise(left) <= surprise(middle):
            high = middle
        else:
            low = left
    return (low + high) / 2
