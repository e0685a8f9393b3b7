"""What an overview counts of the answers of a scope, some articles at a time."""

from collections import Counter

import numpy as np
import numpy.typing as npt

from annotator.queries.overview_answers import Answers
from annotator.queries.ratings import Declared
from annotator.queries.sums import DAY, Ints

Floats = npt.NDArray[np.float64]


class OverviewCounts:
    """
    Counts of answers, to which answers of further articles can be added.

    - `days`: (annotator, UTC day since 1970) to answers, and `skips` to those skipped
    - `of_articles`: those with an answer that was not skipped (n,), how many of their
      claims have one (n,), and these claims by source type, each divided among its
      answers (n, labels)
    - `timed`: people (n,), and how many seconds they took (n,), where that is known
    - `first_at`, `last_at`: UTC seconds of the earliest and latest change; None if none

    Memory grows with the answers, 16 bytes each, and never with their text.
    """

    def __init__(self, declared: Declared) -> None:
        self.size = len(declared.source_types)
        self.days: Counter[tuple[int, int]] = Counter()
        self.skips: Counter[tuple[int, int]] = Counter()
        self.first_at: int | None = None
        self.last_at: int | None = None
        self._places = declared.places
        self._timed: list[tuple[Ints, Floats]] = []
        self._of_articles: list[tuple[Ints, Ints, Floats]] = []

    def add(self, answers: Answers) -> None:
        """
        Count answers of articles that were not counted before.

        :raises LookupError: if an answer is none that the project declares
        """
        if not len(answers):
            return
        first, last = int(answers["at"].min()), int(answers["at"].max())
        self.first_at = first if self.first_at is None else min(first, self.first_at)
        self.last_at = last if self.last_at is None else max(last, self.last_at)
        skipped = answers["source_type"] == 0
        self._add_days(answers, self.days)
        self._add_days(answers[skipped], self.skips)
        timed = answers[~np.isnan(answers["seconds"])]
        self._timed.append(
            (timed["annotator"].astype(np.int64), timed["seconds"].astype(np.float64))
        )
        self._add_shares(answers[~skipped])

    @staticmethod
    def _add_days(answers: Answers, days: Counter[tuple[int, int]]) -> None:
        people, who = np.unique(answers["annotator"], return_inverse=True)
        dates, when = np.unique(answers["first"] // DAY, return_inverse=True)
        codes, counts = np.unique(who * len(dates) + when, return_counts=True)
        for code, count in zip(codes.tolist(), counts.tolist(), strict=True):
            person, day = divmod(code, len(dates))
            days[int(people[person]), int(dates[day])] += count

    def _add_shares(self, answers: Answers) -> None:
        if not len(answers):
            return
        _, first, claim, given = np.unique(
            answers["claim"], return_index=True, return_inverse=True, return_counts=True
        )
        articles, article = np.unique(answers["article"], return_inverse=True)
        types, which = np.unique(answers["source_type"], return_inverse=True)
        label = np.array([self._places[pk] for pk in types.tolist()], np.int64)[which]
        claims: Ints = np.bincount(article[first], minlength=len(articles))
        shares = np.bincount(
            article * self.size + label,
            1 / given[claim],
            minlength=len(articles) * self.size,
        ).astype(np.float64)
        self._of_articles.append(
            (articles.astype(np.int64), claims, shares.reshape(-1, self.size))
        )

    @property
    def timed(self) -> tuple[Ints, Floats]:
        """The people, and how many seconds they took: (n,) each."""
        people, seconds = zip(*self._timed, strict=True) if self._timed else ((), ())
        return (
            np.concatenate([np.zeros(0, np.int64), *people]),
            np.concatenate([np.zeros(0), *seconds]),
        )

    @property
    def of_articles(self) -> tuple[Ints, Ints, Floats]:
        """The articles (n,), their claims (n,) and the shares of these (n, labels)."""
        none = np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros((0, self.size))
        articles, claims, shares = zip(none, *self._of_articles, strict=True)
        return np.concatenate(articles), np.concatenate(claims), np.concatenate(shares)
