"""What is in a snapshot: tables, what describes them, and a digest of it all."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from annotator.metrics import ENGINE
from annotator.models import Snapshot
from annotator.models.snapshots import MANIFEST
from annotator.queries.exports import ExportChoice
from annotator.services.snapshot_agreement import rounded
from annotator.services.snapshot_card import CARD, card
from annotator.services.snapshot_gathering import Gathered, gather
from annotator.services.snapshot_progress import Progress
from annotator.services.snapshot_tables import WHOLE, File, write_file, write_tables
from annotator.splits import Splits

SCHEMA = 1
"""The version of the manifest's form; docs/export.md is the contract."""


@dataclass(frozen=True)
class Contents:
    """The files that were made, and what names them."""

    digest: str
    manifest: dict[str, Any]
    names: list[str]
    size: int


def write_contents(snapshot: Snapshot, folder: Path, progress: Progress) -> Contents:
    """
    Write a snapshot's files into a folder.

    Nothing in them says when, by whom or where they were made, so that equal answers
    make equal files.
    """
    options = snapshot.options
    gathered = gather(snapshot.project, options, folder, progress)
    tables = write_tables(gathered, options["formats"], folder, progress)
    manifest = _manifest(gathered, options, tables)
    readme = write_file(folder, CARD, [card(manifest).encode()])
    files = sorted([*tables, readme], key=lambda file: file.name)
    manifest["files"] = [asdict(file) for file in files]
    text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    last = write_file(folder, MANIFEST, [text.encode()])
    return Contents(
        digest=last.sha256,
        manifest=manifest,
        names=[*(file.name for file in files), MANIFEST],
        size=sum(file.bytes for file in files) + last.bytes,
    )


def _manifest(
    gathered: Gathered, options: dict[str, Any], tables: list[File]
) -> dict[str, Any]:
    about, counts = gathered.about, gathered.counts
    return {
        "schema": SCHEMA,
        "project": about["project"],
        "asked": options,
        "counts": {
            "articles": len(gathered.articles),
            "claims": counts["claims"],
            "annotations": counts["annotations"],
            "answers": counts["answers"],
            "skips": counts["skips"],
            "decided": counts["decided"],
            "annotators": gathered.votes.people,
        },
        "overlap": about["overlap"],
        "confidence": about["confidence"],
        "labels": about["labels"],
        "guidelines": [
            {
                "number": one["number"],
                "sha256": hashlib.sha256(one["body"].encode()).hexdigest(),
                "annotations": gathered.under[one["number"]],
            }
            for one in about["guidelines"]
        ],
        "distribution": _distribution(gathered, tables),
        "splits": None if gathered.splits is None else _division(gathered.splits),
        "engine": ENGINE,
        "agreement": gathered.votes.figures(),
        "methods": gathered.votes.methods(ExportChoice.of(options["filters"])),
        "files": [asdict(file) for file in tables],
    }


def _distribution(gathered: Gathered, tables: list[File]) -> list[dict[str, Any]]:
    """Count in each split what most say of its claims."""
    rows = {file.name: file.rows for file in tables}
    parts = gathered.splits.parts if gathered.splits else []
    found: dict[str, dict[str, Any]] = {
        name: {
            "split": name,
            "articles": 0,
            "claims": 0,
            "annotations": rows.get(f"data/annotations/{name}.parquet", 0),
            "labels": {label["key"]: 0 for label in gathered.about["labels"]},
        }
        for name in [part.name for part in parts] or [WHOLE]
    }
    places = gathered.splits.places if gathered.splits else {}
    for pk, kept in gathered.articles.items():
        one = found[places[pk].split if places else WHOLE]
        one["articles"] += 1
        one["claims"] += kept.claims
        for label, claims in kept.traits.labels.items():
            one["labels"][label] += claims
    for one in found.values():
        one["no_majority"] = one["claims"] - sum(one["labels"].values())
    return list(found.values())


def _division(splits: Splits) -> dict[str, Any]:
    """Say how near the splits are to what was asked for."""
    division: dict[str, Any] = rounded(
        {
            "parts": [
                {
                    "name": part.name,
                    "wanted": part.wanted,
                    "share": part.share,
                    "articles": part.articles,
                }
                for part in splits.parts
            ],
            "share_deviation": splits.share_deviation,
            "label_deviation": splits.label_deviation,
            "groups": splits.groups,
            "grouped": splits.grouped,
            "largest_group": splits.largest_group,
            "largest_block": splits.largest_block,
        }
    )
    return division
