"""Examples of snapshots for the API's description."""

from typing import Any

FILTERS = {"since": "2026-03-01", "revisions": [2], "min_votes": 2}
SPLITS = {
    "seed": 7,
    "shares": {"train": 0.8, "validation": 0.1, "test": 0.1},
    "by": "outlet",
    "similarity": 0.5,
}
ASKED: dict[str, Any] = {
    "filters": FILTERS,
    "formats": ["parquet", "jsonl"],
    "text": False,
    "splits": SPLITS,
}
WAITING: dict[str, Any] = {
    "id": 12,
    "state": "waiting",
    "step": "",
    "done": 0,
    "total": None,
    "error": "",
    "options": ASKED,
    "digest": "",
    "size": 0,
    "claims": None,
    "annotations": None,
    "created_by": "Lena Brook",
    "created_at": "2026-05-04T12:00:00Z",
    "finished_at": None,
    "files": [],
    "manifest": None,
}


_FILE = {
    "name": "data/claims/train.parquet",
    "bytes": 48211,
    "sha256": "5c1e" * 16,
    "rows": 240,
}
MANIFEST: dict[str, Any] = {
    "schema": 1,
    "project": "Harbor City pilot",
    "asked": ASKED,
    "counts": {
        "articles": 40,
        "claims": 300,
        "annotations": 870,
        "answers": 861,
        "skips": 9,
        "decided": 262,
        "annotators": 3,
    },
    "files": [_FILE],
}
"""The rest of it, such as `splits` and `agreement`, is as docs/export.md says."""
DONE = WAITING | {
    "state": "done",
    "digest": "9e4d" * 16,
    "size": 61904,
    "claims": 300,
    "annotations": 870,
    "finished_at": "2026-05-04T12:00:09Z",
    "files": [
        {
            **_FILE,
            "url": "https://onrecord.example.org/api/v1/projects/harbor-city-pilot/"
            "snapshots/12/files/data/claims/train.parquet",
        }
    ],
    "manifest": MANIFEST,
}
LISTED = {name: value for name, value in DONE.items() if name != "manifest"}


def _alpha(value: float, low: float, high: float) -> dict[str, Any]:
    interval = {
        "method": "articles",
        "n": 40,
        "se": 0.05,
        "low": low,
        "high": high,
        "status": "ok",
    }
    return {"value": value, "status": "ok", "interval": interval}


COMPARED: dict[str, Any] = {
    "before": 11,
    "after": 12,
    "state": "done",
    "error": "",
    "asked_at": "2026-05-04T12:10:00Z",
    "finished_at": "2026-05-04T12:10:02Z",
    "figures": {
        "claims": {
            "before": 300,
            "after": 302,
            "added": 3,
            "removed": 1,
            "relabeled": 2,
        },
        "votes": {
            "before": 870,
            "after": 901,
            "added": 33,
            "removed": 2,
            "changed": 5,
        },
        "relabeled": [{"before": "named", "after": "official_statement", "claims": 2}],
        "examples": [
            {
                "change": "relabeled",
                "claim_id": 81,
                "article_id": 7,
                "article_title": "Ferry to stop in March",
                "quote": "The ferry will stop running in March",
                "before": "named",
                "after": "official_statement",
            }
        ],
        "agreement": [
            {
                "variable": "source_type",
                "before": _alpha(0.71, 0.61, 0.81),
                "after": _alpha(0.74, 0.64, 0.84),
                "difference": 0.03,
            }
        ],
        "guidelines": [{"number": 2, "before": None, "after": 310}],
    },
}
COMPARING = COMPARED | {"state": "waiting", "finished_at": None, "figures": None}
