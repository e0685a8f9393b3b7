"""Shares of a total that is counted in clusters, and how sure they are."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from annotator.metrics.estimates import reach

Floats = npt.NDArray[np.float64]
ROUNDING = 1e-9
"""Clusters that differ by less than this do not differ."""


class Share(NamedTuple):
    """A share (0 to 1) with its 95 % interval; None where nothing tells of one."""

    share: float
    low: float | None = None
    high: float | None = None


def share_of_clusters(parts: Floats, sizes: Floats) -> Share:
    """
    Give the share that `parts` (clusters,) have of `sizes` (clusters,), each above 0.

    The estimate is the ratio of the sums, R = Σy / Σx, as clusters of unequal sizes ask
    for; its variance is m / (m - 1) · Σ(y - R x)² / (Σx)² over m clusters, which are
    taken as drawn from many (no finite population correction). The interval is
    Student's t with m - 1 degrees of freedom, cut to 0..1. There is none for one
    cluster, nor where all have the same share: those say nothing of how others vary.

    Source: W. G. Cochran, "Sampling Techniques" (3rd ed., 1977), ch. 9A (the ratio to
    size estimate) and ch. 6 (ratio estimators).

    :raises ValueError: if there is no cluster
    """
    count = len(sizes)
    if not count:
        raise ValueError("A share needs a cluster.")
    whole = float(sizes.sum())
    # Rounding must not lead outside of what a share can be.
    share = min(max(float(parts.sum()) / whole, 0.0), 1.0)
    rest = parts - share * sizes
    if count == 1 or bool((np.abs(rest) < ROUNDING * sizes).all()):
        return Share(share)
    variance = count / (count - 1) * float(rest @ rest) / whole**2
    side = reach(count - 1) * variance**0.5
    return Share(share, max(share - side, 0.0), min(share + side, 1.0))
