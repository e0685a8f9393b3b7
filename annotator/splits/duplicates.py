"""Near-duplicate articles, found among many without comparing every pair."""

from collections import defaultdict
from collections.abc import Callable
from functools import lru_cache

import numpy as np

from annotator.splits.overlaps import Overlaps, Sketch
from annotator.splits.shingles import Shingles, shingles
from annotator.splits.wishes import ImpossibleSplit

SIMILARITY = 0.5
LEAST_SIMILAR = 0.3

TIMES_LONGER = 5
"""
How much longer the longer article may be. Without a limit, an article that consists of
an outlet's footer would connect all articles of the outlet.
"""

ROOM = 2**24
"""How many hashes are kept; beyond, only a share of each article's."""

AT_HAND = 2000
"""Articles whose shingles are kept while pairs are compared."""


class NearDuplicates:
    """
    Find near-duplicates among articles that come one by one.

    Two articles are near-duplicates if at least `similarity` of the shorter one's
    shingles are in the longer one, and that has no more than five times as many; groups
    are whatever such pairs connect.

        found = NearDuplicates(similarity=0.5)
        for article in articles:
            found.add(article.pk, article.text)
        groups = found.groups(text_of=lambda key: texts.get(pk=key))

    Every pair is found as long as the articles have no more than 16 million shingles
    together; of more, a sample is kept, and a pair close to `similarity` can be missed.

    :raises ImpossibleSplit: if the similarity is out of range
    """

    def __init__(self, similarity: float = SIMILARITY, *, room: int = ROOM) -> None:
        if not LEAST_SIMILAR <= similarity <= 1:
            raise ImpossibleSplit(
                f"The similarity must be from {LEAST_SIMILAR} to 1, not {similarity:g}."
            )
        self.similarity = similarity
        self._room = room
        self._sampled = 1.0
        self._sketches: dict[int, Sketch] = {}
        self._sizes: dict[int, int] = {}
        self._kept = 0

    def add(self, key: int, text: str) -> None:
        """Take an article; its text is not kept."""
        found = shingles(text)
        self._sizes[key] = found.size
        self._sketches[key] = self._sample(np.unique(_short(found)))
        self._kept += self._sketches[key].size
        while self._kept > self._room:
            self._sampled /= 2
            self._sketches = {k: self._sample(s) for k, s in self._sketches.items()}
            self._kept = sum(sketch.size for sketch in self._sketches.values())

    def groups(self, text_of: Callable[[int], str]) -> list[tuple[int, ...]]:
        """
        Give the groups of two or more near-duplicates, each with its keys in order.

        `text_of` gives an article's text again; it is called for those only that seem
        to be near-duplicates, mostly once for each.
        """
        keys = sorted(self._sizes, key=lambda key: (self._sizes[key], key))
        groups = np.arange(len(keys))
        sizes = np.array([self._sizes[key] for key in keys])
        shingles_of = lru_cache(AT_HAND)(lambda rank: shingles(text_of(keys[rank])))
        overlaps = Overlaps(
            [self._sketches[key] for key in keys],
            similarity=self.similarity,
            sampled=self._sampled,
        )
        for rank in overlaps.to_look_at().tolist():
            longer = overlaps.candidates(rank, self._sketches[keys[rank]])
            longer = longer[sizes[longer] <= TIMES_LONGER * sizes[rank]]
            # What is in the group already needs no comparing.
            while (longer := longer[groups[longer] != groups[rank]]).size:
                other, longer = int(longer[0]), longer[1:]
                if self._alike(shingles_of(rank), shingles_of(other)):
                    groups[groups == groups[other]] = groups[rank]
        return _several(keys, groups.tolist())

    def _alike(self, shorter: Shingles, longer: Shingles) -> bool:
        shared = np.intersect1d(shorter, longer, assume_unique=True).size
        return shared >= self.similarity * shorter.size - 1e-9

    def _sample(self, sketch: Sketch) -> Sketch:
        """Keep the lowest hashes: of a shingle in two articles, both or neither."""
        if self._sampled == 1:
            return sketch
        return sketch[sketch < self._sampled * 2**32].copy()


def _short(hashes: Shingles) -> Sketch:
    return (hashes >> np.uint64(32)).astype(np.uint32)


def _several(keys: list[int], groups: list[int]) -> list[tuple[int, ...]]:
    found = defaultdict(list)
    for key, group in zip(keys, groups, strict=True):
        found[group].append(key)
    return sorted(tuple(sorted(some)) for some in found.values() if len(some) > 1)
