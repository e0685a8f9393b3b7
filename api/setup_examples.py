"""Examples of how a project is set up, for the API's description."""

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
REVISIONS = [
    {
        "number": 2,
        "change_note": "A spokesperson who is not named speaks for the body.",
        "author": "Lena",
        "created_at": "2026-05-04T12:00:00Z",
    },
    {
        "number": 1,
        "change_note": "",
        "author": "Lena",
        "created_at": "2026-04-01T12:00:00Z",
    },
]
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
