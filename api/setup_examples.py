"""Examples of how a project is set up, for the API's description."""

from typing import Any

from annotator.services.new_source_types import BUILT_IN

NEW_PROJECT = {"name": "River watch", "overlap": 3}
COPIED_PROJECT = {"name": "River watch 2", "copy_from": "river-watch"}
FIVE_POINTS = {
    "confidence_words": ["Guessing", "Unsure", "Fairly sure", "Sure", "Certain"]
}
SOURCE_TYPES = {
    "source_types": [
        *(
            {
                "key": key,
                "name": name,
                "definition": definition,
                "hotkey": str(place),
                "color": color,
                "maps_to": None,
            }
            for place, (key, name, definition, color) in enumerate(BUILT_IN, start=1)
        ),
        {
            "name": "Document",
            "definition": "A file, a record or a leak speaks",
            "hotkey": "6",
            "color": "free_1",
            "maps_to": "official_statement",
        },
    ]
}
PUBLISHED = {
    "body": "# Guidelines\n\nA spokesperson who is not named speaks for the body.",
    "change_note": "A spokesperson who is not named speaks for the body.",
    "base": 1,
}
REVISION = {
    "number": 2,
    "change_note": PUBLISHED["change_note"],
    "author": "Lena",
    "created_at": "2026-05-04T12:00:00Z",
}
FIRST_ACCOUNT = {
    "code": "mG2n…",
    "name": "Lena Ortiz",
    "email": "lena@example.org",
    "password": "a long and private one",
}
ARTICLE = {
    "title": "Ferry to end in March",
    "text": "The ferry will stop running in March, the harbor master said. No boat has "
    "been found to take its place.",
}
LISTS: dict[str, Any] = {
    "source_types": [
        {
            "key": key,
            "name": name,
            "definition": definition,
            "hotkey": str(place),
            "color": color,
            "maps_to": None,
            "built_in": True,
        }
        for place, (key, name, definition, color) in enumerate(BUILT_IN, start=1)
    ],
    "archived_source_types": [],
}
SUMMARY = {
    "slug": "harbor-city-pilot",
    "name": "Harbor City pilot",
    "role": "lead",
    "state": "open",
    "overlap": 3,
    "articles": 40,
    "claims": 260,
    "people": 4,
    "answers": 500,
    "answers_needed": 780,
    "mine": {"answered": 31, "available": 17},
    "alpha": 0.662,
}
PROJECT = {
    **SUMMARY,
    "suggestion_mode": "share",
    "suggestion_threshold": 0.7,
    **LISTS,
    "confidence_scale": [
        {"value": 1, "word": "Low"},
        {"value": 2, "word": "Medium"},
        {"value": 3, "word": "High"},
    ],
    "guideline_revision": 2,
    "guidelines_read": 2,
    "versions": {
        "settings": "9b1f0c6de2a74853b0aa",
        "source_types": "4e07d19c5b3f82a6c1d0",
    },
}
GUIDELINES = {
    "number": 2,
    "body": PUBLISHED["body"],
    "change_note": PUBLISHED["change_note"],
    "created_at": "2026-05-04T12:00:00Z",
}
