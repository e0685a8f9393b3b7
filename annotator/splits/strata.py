"""Blocks of articles spread over splits: by lot, then mended until labels are even."""

from collections.abc import Mapping, Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from annotator.splits.wishes import Traits, Wish

ONE = 2**24
"""Shares are whole numbers of this, so that every machine computes the same."""

GOOD_ENOUGH = 0.005
"""The deviation of shares from which on no block is moved any more."""

Whole = NDArray[np.int64]


def spread(
    articles: Mapping[int, Traits], blocks: Mapping[int, Sequence[int]], wish: Wish
) -> dict[int, str]:
    """
    Give each block a split, so that articles and every label come near their shares.

    Each block draws its split from its name and the seed, whatever others there are.
    Then the block whose move brings all shares nearest is moved, again and again, until
    they are near or no move helps. So an article more changes few other places.
    """
    if not blocks:
        return {}
    shares = [wish.shares[name] for name in wish.names]
    wanted = np.array([round(share * ONE) for share in shares], dtype=np.int64)
    drawn = _drawn(list(blocks), np.cumsum(wanted), wish.seed)
    mended = _mended(drawn, _sizes(articles, blocks), wanted)
    return {
        name: wish.names[split]
        for name, split in zip(blocks, mended.tolist(), strict=True)
    }


def _drawn(names: Sequence[int], ends: Whole, seed: int) -> Whole:
    lots = [
        int.from_bytes(blake2b(f"{seed}:{name}".encode(), digest_size=8).digest()) * ONE
        >> 64
        for name in names
    ]
    splits = np.searchsorted(ends, np.array(lots, dtype=np.int64), side="right")
    return np.minimum(splits, ends.size - 1)


def _sizes(
    articles: Mapping[int, Traits], blocks: Mapping[int, Sequence[int]]
) -> Whole:
    """Give each block's share of the articles, and of every label there is."""
    labels = sorted({label for traits in articles.values() for label in traits.labels})
    counts = np.zeros((len(blocks), 1 + len(labels)), dtype=np.int64)
    column = {label: place for place, label in enumerate(labels, start=1)}
    for row, keys in zip(counts, blocks.values(), strict=True):
        row[0] = len(keys)
        for key in keys:
            for label, count in articles[key].labels.items():
                row[column[label]] += count
    counts = counts[:, counts.any(axis=0)]
    sizes: Whole = counts * ONE // counts.sum(axis=0)
    return sizes


def _mended(splits: Whole, sizes: Whole, wanted: Whole) -> Whole:
    """Move blocks while that lessens the sum of squared deviations."""
    kinds = sizes.shape[1]
    # The number of articles weighs as much as all labels together.
    weighed = sizes * np.array([max(kinds - 1, 1)] + [1] * (kinds - 1))
    cost = (weighed * sizes).sum(axis=1)
    reached = np.zeros((wanted.size, kinds), dtype=np.int64)
    np.add.at(reached, splits, sizes)
    excess = reached - wanted[:, np.newaxis]
    every = np.arange(splits.size)
    splits = splits.copy()
    while np.abs(excess).max() > GOOD_ENOUGH * ONE:
        pull = weighed @ excess.T
        change = cost[:, np.newaxis] + pull - pull[every, splits][:, np.newaxis]
        change[every, splits] = 0
        block, split = divmod(int(change.argmin()), wanted.size)
        if change[block, split] >= 0:
            break
        excess[splits[block]] -= sizes[block]
        excess[split] += sizes[block]
        splits[block] = split
    return splits
