"""Which articles may share most of their shingles, without comparing every pair."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Sketch = NDArray[np.uint32]
Ranks = NDArray[np.int64]

REACH = 100_000
"""Postings that are counted for an article before its commoner shingles are left."""

SAFELY = 3
"""Standard deviations by which a sample may fall short; one in 700 falls further."""


class Overlaps:
    """
    An inverted index of sketches: which articles have a shingle.

    Articles are known by their rank, from the fewest shingles to the most, for a pair
    is looked for from its shorter article only.

    An article that may miss `m` of its shingles in another must share one of any
    `m + 1` of them, so the rarest are enough to find every candidate: prefix filtering
    (Chaudhuri et al. 2006; Bayardo et al. 2007). What most articles have, such as an
    outlet's footer, is not even looked at.
    """

    def __init__(
        self, sketches: Sequence[Sketch], *, similarity: float, sampled: float
    ) -> None:
        """Index `sketches`, which hold the share `sampled` of all shingles."""
        self.similarity = similarity
        self.sampled = sampled
        self.sizes = np.array([sketch.size for sketch in sketches], dtype=np.int64)
        postings = _postings(sketches)
        hashes = postings >> np.uint64(32)
        first = np.flatnonzero(np.diff(hashes, prepend=np.uint64(2**32)))
        self.hashes = hashes[first].astype(np.uint32)
        self.counts = np.diff(first, append=postings.size)
        self.starts = first
        self.ranks = (postings & np.uint64(2**32 - 1)).astype(np.uint32)
        shared = np.bincount(self.ranks, minlength=self.sizes.size)
        self.alone = self.sizes - shared
        self.may_miss = self.sizes - self._at_least(self.sizes)

    def to_look_at(self) -> Ranks:
        """Give the articles of whose shingles enough are anywhere else."""
        return np.flatnonzero((self.alone <= self.may_miss) & (self.sizes > 0))

    def candidates(self, rank: int, sketch: Sketch) -> Ranks:
        """Give longer articles that may hold enough of this, the likeliest first."""
        places = np.searchsorted(self.hashes, sketch)
        places = np.minimum(places, self.hashes.size - 1)
        places = places[self.hashes[places] == sketch]
        rarest = places[np.argsort(self.counts[places], kind="stable")]
        may_miss = int(self.may_miss[rank] - self.alone[rank])
        affordable = np.searchsorted(np.cumsum(self.counts[rarest]), REACH)
        used = rarest[: max(may_miss + 1, int(affordable))]
        lists = [
            self.ranks[start : start + count]
            for start, count in zip(self.starts[used], self.counts[used], strict=True)
        ]
        hits = np.bincount(np.concatenate(lists), minlength=self.sizes.size)
        hits[: rank + 1] = 0
        found = np.flatnonzero(hits >= max(len(used) - may_miss, 1))
        return found[np.argsort(-hits[found], kind="stable")]

    def _at_least(self, sizes: Ranks) -> Ranks:
        """Give how many shingles of sketches so large must be found again."""
        share = self.similarity
        spread = np.sqrt(sizes * share * (1 - share) * (1 - self.sampled))
        least: Ranks = np.ceil(share * sizes - SAFELY * spread - 1e-9).astype(np.int64)
        return np.maximum(least, 1)


def _postings(sketches: Sequence[Sketch]) -> NDArray[np.uint64]:
    """Give a number for each shingle in an article: its hash above, the rank below."""
    postings = np.empty(sum(sketch.size for sketch in sketches), dtype=np.uint64)
    end = 0
    for rank, sketch in enumerate(sketches):
        start, end = end, end + sketch.size
        postings[start:end] = sketch
        postings[start:end] <<= np.uint64(32)
        postings[start:end] |= np.uint64(rank)
    postings.sort()
    # A shingle that no other article has is of no use.
    same = np.zeros(postings.size + 1, dtype=np.bool_)
    same[1:-1] = (postings[1:] ^ postings[:-1]) < 2**32
    return postings[same[1:] | same[:-1]]
