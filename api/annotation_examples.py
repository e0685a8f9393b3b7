"""Saves, batches and histories that the API's description shows."""

from typing import Any

FIRST = "0b6f2a3e-54d1-4c52-9a55-6d0f6b0c7a11"
SECOND = "7c1f0d7a-95c4-4ac1-8e9c-21f6b7f3e402"
ANSWER: dict[str, Any] = {
    "source_type": "named",
    "confidence": 3,
    "skipped": False,
    "skip_reason": "",
    "flags": [],
    "note": "",
    "seconds": 6.5,
    "source": {"start": 38, "end": 55},
    "cue": {"start": 56, "end": 60},
    "suggestion_shown": True,
    "suggestion_accepted": False,
    "guideline_revision": 2,
}
SAVE = {**ANSWER, "client_id": SECOND, "replaces": None}
SKIP = {
    "client_id": SECOND,
    "replaces": FIRST,
    "skipped": True,
    "skip_reason": "no claim",
    "guideline_revision": 2,
}
ANNOTATION = {
    **ANSWER,
    "claim": 512,
    "version": 1,
    "client_id": SECOND,
    "updated_at": "2026-05-04T12:00:00Z",
}
ELSEWHERE = {**ANNOTATION, "source_type": "anonymous", "client_id": FIRST}
CHANGED = {
    "type": "about:blank",
    "title": "This conflicts with what is stored",
    "status": 409,
    "code": "changed_elsewhere",
    "detail": "This claim was answered elsewhere since. Nothing was saved.",
    "current": ELSEWHERE,
}
BATCH = {
    "saves": [
        {"client_id": SECOND, "claim": 512, "replaces": None, "answer": ANSWER},
        {
            "client_id": "3d1b6b0e-6a52-4b7d-8f1e-0d1f0b1f6a90",
            "claim": 513,
            "reverts": FIRST,
            "answer": None,
        },
    ]
}
RESULTS = {
    "results": [
        {
            "client_id": SECOND,
            "claim": 512,
            "annotation": ANNOTATION,
            "code": "",
            "detail": "",
            "current": None,
        },
        {
            "client_id": "3d1b6b0e-6a52-4b7d-8f1e-0d1f0b1f6a90",
            "claim": 513,
            "annotation": None,
            "code": "claim_replaced",
            "detail": "A lead has changed this claim since. Reload the article.",
            "current": None,
        },
    ]
}
CHANGE = {
    "before": None,
    "after": ANSWER,
    "at": "2026-05-04T12:00:00Z",
    "group": None,
    "reverts": None,
}
EVENT = {
    **CHANGE,
    "client_id": SECOND,
    "annotator": {"id": 7, "name": "Ana"},
    "kind": "created",
}
OWN_EVENT = {
    **CHANGE,
    "client_id": SECOND,
    "claim": 512,
    "number": 1,
    "article": 44,
    "quote": "The ferry will stop running in March, the harbor master said.",
}
ANSWERED = {
    "id": "event-99",
    "at": "2026-05-04T12:00:00Z",
    "actor": {"id": 7, "name": "Ana"},
    "kind": "answer_created",
    "details": {
        "article": "Ferry to end in March",
        "article_id": 44,
        "claim": 512,
        "number": 1,
        "before": None,
        "after": ANSWER,
        "imported": False,
    },
}
