"""What differs between two snapshots, found in their files."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from annotator.models import Snapshot
from annotator.queries.label_figures import SUBJECTS
from annotator.services.snapshot_storage import opened

MOST_EXAMPLES = 200
"""Of each change."""
AT_ONCE = 10_000
NONE = -1
POINTS = 16
"""More than any scale of confidence has."""

Ints = npt.NDArray[np.int64]
Figures = dict[str, Any]
Names = dict[str, int]


def differences(
    before: Snapshot, after: Snapshot, alive: Callable[[], None]
) -> Figures:
    """
    Say what changed from one snapshot to another, as JSON values.

    Some twenty bytes a claim and a vote are held, and `alive` is called now and then.
    """
    labels: Names = {}
    people: Names = {}
    old = _Side(before, labels, people, alive)
    new = _Side(after, labels, people, alive)
    _, here, there = np.intersect1d(old.claims, new.claims, return_indices=True)
    moved = old.labels[here] != new.labels[there]
    here, there = here[moved], there[moved]
    changed = {
        "added": np.setdiff1d(new.claims, old.claims),
        "removed": np.setdiff1d(old.claims, new.claims),
        "relabeled": np.sort(old.claims[here]),
    }
    names = [*labels, None]
    said = zip(old.labels[here].tolist(), new.labels[there].tolist(), strict=True)
    ways = Counter((names[one], names[other]) for one, other in said)
    return {
        "claims": {
            "before": len(old.claims),
            "after": len(new.claims),
            **{change: len(ids) for change, ids in changed.items()},
        },
        "votes": _votes(old, new),
        "relabeled": [
            {"before": one, "after": other, "claims": claims}
            for (one, other), claims in sorted(ways.items(), key=_most_first)
        ],
        "examples": _examples(before, after, changed),
        "agreement": list(_agreement(before.manifest, after.manifest)),
        "guidelines": list(_guidelines(before.manifest, after.manifest)),
    }


def _most_first(
    way: tuple[tuple[str | None, str | None], int],
) -> tuple[int, str, str]:
    (one, other), claims = way
    return -claims, one or "", other or ""


class _Side:
    """A snapshot's claims with their majority, and its votes, as columns."""

    def __init__(
        self,
        snapshot: Snapshot,
        labels: Names,
        people: Names,
        alive: Callable[[], None],
    ) -> None:
        claims, majorities, keys, said = [], [], [], []
        for batch in _batches(snapshot, ["claim_id", "majority", "votes"]):
            ids = batch["claim_id"].to_numpy()
            claims.append(ids)
            majorities.append(_codes(batch["majority"], labels))
            votes = batch["votes"]
            on = np.repeat(ids, pc.list_value_length(votes).to_numpy())
            each = votes.flatten()
            who = _codes(each.field("annotator"), people)
            keys.append(np.stack([on, who], axis=1))
            sure = each.field("confidence").fill_null(0).to_numpy().astype(np.int64)
            said.append((_codes(each.field("source_type"), labels) + 1) * POINTS + sure)
            alive()
        self.claims, self.labels = _joined(claims), _joined(majorities)
        self.keys = np.concatenate([np.zeros((0, 2), np.int64), *keys])
        self.said = _joined(said)


def _batches(snapshot: Snapshot, columns: list[str]) -> Iterator[pa.RecordBatch]:
    """Read columns of a snapshot's claims, of all splits."""
    for file in snapshot.files:
        name = file["name"]
        if name.startswith("data/claims/") and name.endswith(".parquet"):
            with (
                opened(snapshot.digest, name) as content,
                pq.ParquetFile(content) as it,
            ):
                yield from it.iter_batches(AT_ONCE, columns=columns)


def _codes(texts: pa.Array, names: Names) -> Ints:
    """Give each text its number, new ones the next; NONE for null."""
    encoded = texts.cast(pa.string()).dictionary_encode()
    known = [
        names.setdefault(name, len(names)) for name in encoded.dictionary.to_pylist()
    ]
    places = encoded.indices.fill_null(len(known)).to_numpy()
    found: Ints = np.array([*known, NONE], np.int64)[places]
    return found


def _joined(parts: list[Ints]) -> Ints:
    return np.concatenate([np.zeros(0, np.int64), *parts])


def _votes(old: _Side, new: _Side) -> Figures:
    """Count the votes that came, went and changed."""
    both = np.concatenate([old.keys, new.keys])
    # A vote is known by its claim and annotator.
    _, which, times = np.unique(both, axis=0, return_inverse=True, return_counts=True)
    which = which.ravel()
    before, after = which[: len(old.keys)], which[len(old.keys) :]
    said = np.zeros(len(times), np.int64)
    said[before] = old.said
    shared = times[after] > 1
    return {
        "before": len(before),
        "after": len(after),
        "added": int((~shared).sum()),
        "removed": int((times[before] == 1).sum()),
        "changed": int((said[after][shared] != new.said[shared]).sum()),
    }


def _examples(
    before: Snapshot, after: Snapshot, changed: dict[str, Ints]
) -> list[Figures]:
    """Show some claims of each change, by their ids."""
    some = {change: ids[:MOST_EXAMPLES].tolist() for change, ids in changed.items()}
    old = _shown(before, some["removed"] + some["relabeled"])
    new = _shown(after, some["added"] + some["relabeled"])
    return [
        {
            "change": change,
            **{
                name: (new.get(pk) or old[pk])[name]
                for name in ("claim_id", "article_id", "article_title", "quote")
            },
            "before": old[pk]["majority"] if pk in old else None,
            "after": new[pk]["majority"] if pk in new else None,
        }
        for change, ids in some.items()
        for pk in ids
    ]


def _shown(snapshot: Snapshot, ids: list[int]) -> dict[int, Figures]:
    wanted = pa.array(ids, pa.int64())
    names = ["claim_id", "article_id", "article_title", "quote", "majority"]
    return {
        row["claim_id"]: row
        for batch in _batches(snapshot, names)
        for row in batch.filter(pc.is_in(batch["claim_id"], wanted)).to_pylist()
    }


def _agreement(before: Figures, after: Figures) -> Iterator[Figures]:
    old, new = (one["agreement"]["variables"] for one in (before, after))
    for variable in (name for name in SUBJECTS if name in old or name in new):
        one, other = (_coefficient(side.get(variable)) for side in (old, new))
        yield {
            "variable": variable,
            "before": one,
            "after": other,
            "difference": _difference(one, other),
        }


def _difference(one: Figures | None, other: Figures | None) -> float | None:
    if one is None or other is None or None in {one["value"], other["value"]}:
        return None
    return float(other["value"] - one["value"])


def _coefficient(figure: Figures | None) -> Figures | None:
    if figure is None:
        return None
    return {name: figure[name] for name in ("value", "status", "interval")}


def _guidelines(before: Figures, after: Figures) -> Iterator[Figures]:
    old, new = (
        {one["number"]: one["annotations"] for one in side["guidelines"]}
        for side in (before, after)
    )
    for number in sorted(old.keys() | new.keys()):
        yield {"number": number, "before": old.get(number), "after": new.get(number)}
