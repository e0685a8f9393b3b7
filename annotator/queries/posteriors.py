"""The posteriors of claims, packed by article."""

import numpy as np
import numpy.typing as npt


def packed(claims: npt.NDArray[np.int64], posterior: npt.NDArray[np.float64]) -> bytes:
    """Write an article's claims (n,) and their posteriors (n, labels), 32 bits each."""
    return claims.astype("<i8").tobytes() + posterior.astype("<f4").tobytes()


def unpacked(
    stored: bytes | memoryview, labels: int
) -> dict[int, npt.NDArray[np.float32]]:
    """Read what `packed` wrote: a claim's posterior (labels,) by its id."""
    raw = bytes(stored)
    count = len(raw) // (8 + 4 * labels)
    claims = np.frombuffer(raw, "<i8", count)
    posterior = np.frombuffer(raw, "<f4", count * labels, 8 * count)
    rows = posterior.reshape(count, labels)
    return dict(zip(claims.tolist(), rows, strict=True))
