"""Answers that the API's description shows."""

SUGGESTIONS = {
    "decided": 32,
    "needed": 15,
    "training": None,
    "model": {
        "id": 3,
        "version": "3f9a0c1d2e4b",
        "engine": "2",
        "articles": 32,
        "claims": 402,
        "created_at": "2026-05-04T12:00:00Z",
        "is_on": True,
        "is_outdated": False,
        "figures": {
            "folds": 5,
            "types": {
                "claims": 402,
                "articles": 32,
                "learned": {"value": 0.91, "low": 0.87, "high": 0.94},
                "rules": {"value": 0.84, "low": 0.79, "high": 0.88},
                "gain": {"value": 0.07, "low": 0.03, "high": 0.11},
                "labels": [
                    {
                        "label": "named",
                        "claims": 201,
                        "learned": {"precision": 0.94, "recall": 0.96},
                        "rules": {"precision": 0.93, "recall": 0.92},
                    }
                ],
            },
            "claims": None,
        },
    },
    "on": {
        "id": 3,
        "version": "3f9a0c1d2e4b",
        "engine": "2",
        "articles": 32,
        "claims": 402,
        "created_at": "2026-05-04T12:00:00Z",
        "is_on": True,
        "is_outdated": False,
    },
}
TRAINING = {
    "id": 4,
    "state": "waiting",
    "progress": 0.0,
    "error": "",
    "created_at": "2026-05-04T12:00:00Z",
    "ended_at": None,
}
PREFERENCES = {
    "keys": {"next": ["j", "ArrowDown"], "redo": ["Shift+Z"]},
    "single_keys": True,
    "auto_advance": True,
    "language": "",
}
PROPOSAL = {
    "id": 12,
    "claim": 512,
    "kind": "split",
    "at": 61,
    "note": "Two people say two things here.",
    "client_id": "0b7f9f5e-6f0b-4a55-9a3e-3f1f1c5d8a10",
    "state": "open",
    "created_at": "2026-05-04T12:00:00Z",
    "decided_at": None,
}
LISTED_PROPOSAL = {
    **PROPOSAL,
    "article": 44,
    "title": "Ferry to end in March",
    "language": "en",
    "number": 3,
    "annotator": {"id": 7, "name": "Ana"},
    "before": ["The ferry will stop, the harbor master said, and the crew is angry."],
    "after": ["The ferry will stop, the harbor master said,", "and the crew is angry."],
    "decided_by": None,
}
ACT = {
    "id": "act-12",
    "at": "2026-05-04T12:00:00Z",
    "actor": {"id": 3, "name": "Lena"},
    "kind": "import_ended",
    "details": {
        "import_id": 5,
        "name": "may.csv",
        "state": "done",
        "stored": 118,
        "duplicates": 2,
        "failed": 0,
    },
}
OVERVIEW = {
    "scope": "week:2026-05-04",
    "computed_at": "2026-05-04T12:00:00Z",
    "is_current": True,
    "figures": {
        "answers": 3,
        "skipped": 1,
        "answers_needed": 6,
        "articles": 1,
        "claims": 2,
        "days": [{"day": "2026-05-04", "answers": 3, "skipped": 1, "people": 2}],
        "forecast": None,
        "seconds": {
            "n": 2,
            "median": 5.5,
            "quartiles": [4.75, 6.25],
            "bins": [
                {"from": 0, "to": 2, "claims": 0},
                {"from": 2, "to": 4, "claims": 0},
                {"from": 4, "to": 6, "claims": 1},
                {"from": 6, "to": 8, "claims": 1},
                {"from": 8, "to": 10, "claims": 0},
                {"from": 10, "to": 15, "claims": 0},
                {"from": 15, "to": 30, "claims": 0},
                {"from": 30, "to": None, "claims": 0},
            ],
        },
        "people": [
            {
                "id": 7,
                "name": "Ana",
                "assigned": 2,
                "answered": 2,
                "skipped": 0,
                "articles_done": 1,
                "articles_open": 0,
                "last_saved_at": "2026-05-04T11:58:00Z",
                "median_seconds": 5.5,
                "days_active": 1,
                "per_active_day": 2.0,
                "days": [["2026-05-04", 2]],
                "bins": [0, 0, 1, 1, 0, 0, 0, 0],
            }
        ],
        "sources": {
            "claims": 2,
            "articles": 1,
            "labels": [
                {
                    "label": "named",
                    "claims": 2.0,
                    "share": 1.0,
                    "low": None,
                    "high": None,
                }
            ],
        },
        "outlets": [
            {
                "outlet": "The Harbor Post",
                "articles": 1,
                "claims": 2,
                "shares": [1.0],
                "anonymous": {"share": 0.0, "low": None, "high": None},
            }
        ],
        "months": [
            {
                "month": "2026-05",
                "articles": 1,
                "claims": 2,
                "shares": [1.0],
                "anonymous": {"share": 0.0, "low": None, "high": None},
            }
        ],
        "labels": ["named"],
    },
}
