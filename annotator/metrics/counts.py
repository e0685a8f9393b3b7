"""Sparse tables of exact counts that add up."""

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
DENSE = 1 << 22
"""The largest number of cells that is counted in one array rather than by sorting."""


SPARSE = 16
"""Cells for each number to count, from which on most cells of an array stay empty."""
STEP = 1 << 15
"""Rows taken at a time, so that what is made of them stays in the cache."""
EXACT = 1 << 53
"""Whole numbers below this are exact in floating point."""


@dataclass(frozen=True, eq=False)
class Counts:
    """
    How often each code was seen: `codes` (n,) ascending, `values` (n,) never zero.

    What a code means is its owner's business.
    """

    codes: Ints
    values: Ints

    @classmethod
    def of(cls, codes: Ints, values: Ints) -> Self:
        """Add up `values` by code, and drop what comes to zero."""
        if not len(codes):
            return cls.none()
        if _is_dense(int(codes.max()) + 1, len(codes)) and (
            int(np.abs(values).sum()) < EXACT
        ):
            sums = np.bincount(codes, values).astype(np.int64)
            found = np.flatnonzero(sums)
            return cls(found, sums[found])
        order = np.argsort(codes, kind="stable")
        codes, values = codes[order], values[order]
        first = starts(codes)
        sums = np.add.reduceat(values, first)
        kept = sums != 0
        return cls(codes[first][kept], sums[kept])

    @classmethod
    def none(cls) -> Self:
        """Give a table without counts."""
        return cls(_none(), _none())


class Counter:
    """Count codes below `cells` that come in many arrays."""

    def __init__(self, cells: int) -> None:
        self.cells = cells
        self._dense: Ints | None = None
        self._sparse: list[tuple[Ints, Ints]] = []

    def add(self, codes: Ints) -> None:
        """Count some codes: an array of any shape."""
        flat = codes.ravel()
        if not _is_dense(self.cells, len(flat)):
            self._sparse.append(np.unique(flat, return_counts=True))
        elif self._dense is None:
            self._dense = np.bincount(flat, minlength=self.cells)
        else:
            self._dense += np.bincount(flat, minlength=self.cells)

    def counts(self) -> Counts:
        """Give what was counted."""
        parts = self._sparse
        if self._dense is not None:
            found = np.flatnonzero(self._dense)
            dense = Counts(found, self._dense[found])
            if not parts:
                return dense
            parts = [*parts, (dense.codes, dense.values)]
        return Counts.of(
            np.concatenate([_none(), *(codes for codes, _ in parts)]),
            np.concatenate([_none(), *(values for _, values in parts)]),
        )


def _is_dense(cells: int, numbers: int) -> bool:
    """Tell whether an array of all cells is the quick way to count so many numbers."""
    return cells <= min(DENSE, SPARSE * numbers)


def _none() -> Ints:
    return np.zeros(0, np.int64)


class Index:
    """The different ids of a column: `ids` (n,), ascending."""

    def __init__(self, column: Ints) -> None:
        self._low, self._places = 0, _none()
        self.ids = _none()
        if not len(column):
            return
        low, high = int(column.min()), int(column.max())
        if low > 0 and _is_dense(high, len(column)):
            low = 0  # no need to shift what is near
        if not _is_dense(high - low, len(column)):
            self.ids = np.unique(column).astype(np.int64)
            return
        present = np.zeros(high - low + 1, np.bool_)
        for some in chunks(len(column), STEP):
            present[column[some] - low if low else column[some]] = True
        self._low, self._places = low, np.cumsum(present) - 1
        self.ids = np.flatnonzero(present) + low

    def places(self, column: Ints) -> Ints:
        """Give the place of each id (rows,) among the different ids."""
        if len(self._places):
            return self._places[column - self._low if self._low else column]
        return np.searchsorted(self.ids, column)


def counted(values: Ints) -> Ints:
    """
    Give back what can have been counted.

    :raises ValueError: if something is below zero, as more was taken away
    """
    if (values < 0).any():
        raise ValueError("What is taken away was not counted.")
    return values


def starts(ids: Ints) -> Ints:
    """Give the places at which another id than that before begins."""
    changes = np.ones(len(ids), np.bool_)
    np.not_equal(ids[1:], ids[:-1], out=changes[1:])
    return np.flatnonzero(changes)


def chunks(size: int, step: int) -> Iterator[slice]:
    """Cut `size` rows into slices of `step`, so that what is made of each is small."""
    return (slice(start, start + step) for start in range(0, size, step))


def pack(arrays: dict[str, npt.NDArray[np.int64]], about: object = None) -> bytes:
    """Write arrays of integers, and JSON values `about` them, as few bytes."""
    head, body = [], []
    for name, array in arrays.items():
        # Ascending codes are close together: their differences are small numbers.
        steps = np.diff(array.ravel(), prepend=0)
        small = _narrow(steps)
        head.append([name, list(array.shape), small.dtype.str])
        body.append(small.tobytes())
    said = json.dumps([head, about], separators=(",", ":")).encode()
    return zlib.compress(len(said).to_bytes(4, "little") + said + b"".join(body), 1)


def unpack(packed: bytes) -> tuple[dict[str, npt.NDArray[np.int64]], object]:
    """Read what `pack` wrote."""
    raw = zlib.decompress(packed)
    start = 4 + int.from_bytes(raw[:4], "little")
    head, about = json.loads(raw[4:start])
    arrays = {}
    for name, shape, kind in head:
        size = int(np.prod(shape))
        steps = np.frombuffer(raw, kind, size, start).astype(np.int64)
        arrays[name] = np.cumsum(steps).reshape(shape)
        start += size * np.dtype(kind).itemsize
    return arrays, about


def _narrow(values: Ints) -> npt.NDArray[np.signedinteger]:
    low, high = (int(values.min()), int(values.max())) if len(values) else (0, 0)
    for kind in (np.int8, np.int16, np.int32):
        if np.iinfo(kind).min <= low and high <= np.iinfo(kind).max:
            return values.astype(kind)
    return values
