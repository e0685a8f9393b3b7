"""Articles, their claims and imports, for the API's description."""

from typing import Any

from api.annotation_examples import ANNOTATION, ELSEWHERE
from api.setup_examples import ARTICLE

FIRST = {"start": 0, "end": 61}
SECOND = {"start": 62, "end": 103}
SAID = {"source": {"start": 38, "end": 55}, "cue": {"start": 56, "end": 60}}
NOBODY = {"source": None, "cue": None}
DESCRIBED = {"source_type": "anonymous", "score": 0.8, "rule": "described, not named"}
NO_SOURCE = {"source_type": "unattributed", "score": 0.8, "rule": "no source"}
VERSION = "2"
ABOUT = {
    "title": ARTICLE["title"],
    "outlet": "The Harbor Post",
    "author": "Ruth Calder",
    "url": "https://harborpost.example/2026/03/ferry",
    "published_on": "2026-03-01",
    "language": "en",
}
STORED: dict[str, Any] = {
    "id": 44,
    "project": "harbor-city-pilot",
    **ABOUT,
    "direction": "ltr",
    "text": ARTICLE["text"],
    "words": 20,
    "dropped": [],
    "excluded": [],
    "claims": [
        {
            "id": 512,
            "number": 1,
            **FIRST,
            "quote": ARTICLE["text"][:61],
            "suggestion": {**DESCRIBED, **SAID, "version": VERSION},
            "annotation": ANNOTATION,
        },
        {
            "id": 513,
            "number": 2,
            **SECOND,
            "quote": ARTICLE["text"][62:],
            "suggestion": {**NO_SOURCE, **NOBODY, "version": VERSION},
            "annotation": None,
        },
    ],
    "assignment": {
        "state": "open",
        "lease_until": "2026-05-05T12:00:00Z",
        "answered": 1,
    },
    "shows_suggestions": True,
    "proposals": [],
}
SUMMARY = {
    "id": 44,
    "title": ABOUT["title"],
    "outlet": ABOUT["outlet"],
    "published_on": ABOUT["published_on"],
    "language": ABOUT["language"],
    "created_at": "2026-04-01T12:00:00Z",
    "words": 20,
    "claims": 2,
    "dropped": 0,
    "remarks": 1,
    "assignments": [
        {
            "id": 90,
            "annotator_id": 7,
            "annotator": "Ana",
            "state": "open",
            "answered": 1,
            "by_name": False,
        }
    ],
}
ANSWERED_CLAIM = {
    "id": 512,
    "number": 1,
    **FIRST,
    "quote": ARTICLE["text"][:61],
    "replaced_at": None,
    "suggestion": {**DESCRIBED, **SAID, "version": VERSION},
    "agree": False,
    "open_proposals": 0,
    "answers": [
        {
            **ANNOTATION,
            "flags": ["flagged"],
            "note": "The harbor master is named further down.",
            "annotator": {"code": "3f9k2m7q", "id": 7, "name": "Ana"},
        },
        {
            **ELSEWHERE,
            "annotator": {"code": "x81bd0ra", "id": 9, "name": "Ben"},
        },
    ],
}
NEIGHBORS = {"previous": None, "next": {"id": 43, "title": "The night bus stays"}}
LEASED = {
    "article": 44,
    "title": ABOUT["title"],
    "state": "open",
    "answered": 1,
    "claims": 2,
}
PREVIEW = {
    **ABOUT,
    "text": ARTICLE["text"],
    "words": 20,
    "notes": [],
    "dropped": [],
    "sentences": [FIRST, SECOND],
    "claims": [
        {**FIRST, **DESCRIBED, **SAID, "excluded": False},
        {**SECOND, **NO_SOURCE, **NOBODY, "excluded": False},
    ],
    "suggests": True,
    "threshold": 0.7,
    "version": VERSION,
}
REASON = "No sentence was found in this text, so there is no claim."
TABLE = {
    "kind": "csv",
    "columns": [
        {"name": "headline", "field": "title", "samples": [ABOUT["title"]]},
        {"name": "body", "field": "text", "samples": [ARTICLE["text"]]},
        {"name": "section", "field": None, "samples": ["Local"]},
    ],
    "fields": [
        *("text", "title", "outlet", "author", "url", "published_on", "language"),
        "claims",
    ],
    "notes": [],
    "first": PREVIEW,
    "problems": [{"row": 17, "code": "no_claims", "reason": REASON}],
}
IMPORT = {
    "id": 5,
    "name": "may.csv",
    "state": "running",
    "total": 121,
    "done": 61,
    "stored": 59,
    "duplicates": 1,
    "failed": 1,
    "error": "",
    "created_at": "2026-05-04T12:00:00Z",
    "ended_at": None,
}
FAILURE = {
    "row": 17,
    "code": "no_claims",
    "reason": REASON,
    "raw": '{"headline": "Bridge closed", "body": "", "section": "Local"}',
}
