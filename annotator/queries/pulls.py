"""Give each row that has changed once, whoever saves meanwhile."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from annotator.models import Claim
from annotator.queries.causes import (
    CHUNK,
    Cause,
    Range,
    newest_changes,
    newest_saves,
)
from annotator.queries.exports.batches import WORDS
from annotator.queries.settled import Feed, Position

Row = dict[str, Any]
Key = tuple[int, int]
"""What a row is about: a claim, and the annotator (or 0)."""


@dataclass(frozen=True)
class Newest:
    """The newest saves and changes of some claims, read after their rows were."""

    saves: Mapping[Key, int]
    changes: Mapping[int, int]


@dataclass(frozen=True, kw_only=True)
class Pull(ABC):
    """
    What a reader has not got yet, up to what is settled when they ask.

    A row is read, and given only if nothing is known of it now that is not given with
    it: else there is a later place for it, here or in the next pull. So it comes once,
    whoever saves meanwhile. docs/decisions/0020-pulls-by-settled-ids.md has the proof.
    """

    changed: Range
    feed: Feed
    outlets: Collection[str]

    @property
    def cursor(self) -> str:
        """Where the next pull begins, if this one is read to its end."""
        return self.feed.cursor(self.changed.until)

    @property
    def from_start(self) -> bool:
        """Whether the reader has nothing yet, or has to get everything anew."""
        return self.changed.since == Position()

    def rows(self) -> Iterator[Row]:
        """Give the rows, each with the cursor that goes on after it."""
        for causes in self._causes():
            for places in self._batches(causes):
                yield from self._given(places)

    def _batches(self, causes: Collection[Cause]) -> Iterator[dict[Key, Position]]:
        """Give the last place of each row; at a time, as many as texts allow."""
        last: dict[Key, Position] = {}
        for position, claim, annotator in causes:
            last.pop((claim, annotator), None)  # so that places stay in their order
            last[claim, annotator] = position
        words_of = self._articles({claim for claim, _ in last})
        batch: dict[Key, Position] = {}
        words: dict[int, int] = {}
        for key, position in last.items():
            if key[0] not in words_of:
                continue
            article, length = words_of[key[0]]
            is_much = article not in words and sum(words.values()) + length > WORDS
            if batch and (is_much or len(batch) == CHUNK):
                yield batch
                batch, words = {}, {}
            batch[key] = position
            words[article] = length
        if batch:
            yield batch

    def _articles(self, claims: Collection[int]) -> dict[int, tuple[int, int]]:
        """Give the article, and its words, of each claim that is wanted."""
        wanted = Claim.objects.filter(pk__in=claims)
        if self.outlets:
            wanted = wanted.filter(article__outlet__in=self.outlets)
        rows = wanted.values_list("pk", "article", "article__words")
        return {claim: (article, words) for claim, article, words in rows}

    def _given(self, places: Mapping[Key, Position]) -> Iterator[Row]:
        rows = self._read(places)
        newest = self._newest(places)
        gone = self._gone(places.keys() - rows.keys())
        for key, position in places.items():
            row = rows.get(key)
            if self._is_all(key, position, newest, is_gone=row is None):
                yield {
                    **(row or gone[key]),
                    "deleted": row is None,
                    "cursor": self.feed.cursor(position),
                }

    def _newest(self, places: Mapping[Key, Position]) -> Newest:
        claims = {claim for claim, _ in places}
        first = min(one.event for one in places.values())
        return Newest(
            saves=newest_saves(claims, after=first),
            changes=newest_changes(claims, after=self.changed.since.change),
        )

    @abstractmethod
    def _causes(self) -> Iterator[list[Cause]]:
        """Give why there are rows to give."""

    @abstractmethod
    def _read(self, keys: Collection[Key]) -> dict[Key, Row]:
        """Give the rows that there are."""

    @abstractmethod
    def _gone(self, keys: Collection[Key]) -> dict[Key, Row]:
        """Give what tells of rows that there are not."""

    @abstractmethod
    def _is_all(
        self, key: Key, position: Position, newest: Newest, *, is_gone: bool
    ) -> bool:
        """Tell whether all that is known of a row lies before a place."""
