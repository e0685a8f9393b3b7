"""Answers about people that the API's description shows."""

from api.agreement_examples import ANNOTATORS, LABELS_USED, PAIRS
from api.examples import PREFERENCES

MEMBER = {
    "id": 7,
    "name": "Ana",
    "email": "ana@example.org",
    "code": "k7m2qp",
    "role": "annotator",
    "active": True,
    "quota": 10,
    "held": 4,
    "answered": 31,
    "last_saved_at": "2026-05-04T12:00:00Z",
}
SECRET = "12-VxQ2m0c8Yb1rT5nE7uKz3A.iH3p0wZ5l8Yw9r1cQe7xNfVb2kUoT4sGmJ6dLaPzR0E"  # noqa: S105
LOOK = {
    "project": "Harbor City pilot",
    "role": "annotator",
    "invited_by": "Lena",
    "email": "ana@example.org",
    "expires_at": "2026-05-18T12:00:00Z",
}
INVITATION = {
    "id": 12,
    "role": "annotator",
    "email": "ana@example.org",
    "places": 1,
    "taken": 0,
    "link": f"https://onrecord.example.org/join#{SECRET}",
    "invited_by": "Lena",
    "created_at": "2026-05-04T12:00:00Z",
    "expires_at": "2026-05-18T12:00:00Z",
    "is_printed": False,
    "sent_at": "2026-05-04T12:00:02Z",
    "failure": "",
}
TIMES = [
    *((0, 2, 0), (2, 4, 4), (4, 6, 7), (6, 8, 8)),
    *((8, 10, 5), (10, 15, 4), (15, 30, 2), (30, None, 1)),
]
ANNOTATOR_PAGE = {
    "id": 7,
    "name": "Ana",
    "code": "k7m2qp",
    "role": "annotator",
    "active": True,
    "quota": 10,
    "scope": "all",
    "computed_at": "2026-05-04T12:00:00Z",
    "is_current": True,
    "answered": 31,
    "skipped": 2,
    "assigned": 48,
    "articles_done": 3,
    "articles_open": 1,
    "last_saved_at": "2026-05-04T11:58:00Z",
    "days": [{"day": "2026-05-04", "answers": 31}],
    "per_active_day": 31.0,
    "seconds": {
        "n": 31,
        "median": 7.5,
        "bins": [
            {"from": low, "to": high, "claims": claims} for low, high, claims in TIMES
        ],
    },
    "standing": ANNOTATORS["annotators"][0],
    "labels": LABELS_USED,
    "error_rate_labels": LABELS_USED,
    "pairs": PAIRS["cells"],
    "annotators": PAIRS["annotators"],
    "enough_shared": 20,
}
PROGRESS = {
    "articles": 40,
    "claims": 260,
    "overlap": 3,
    "answers": 500,
    "answers_needed": 780,
    "annotators": [
        {
            "id": 7,
            "name": "Ana",
            "role": "annotator",
            "quota": 10,
            "assigned": 48,
            "answered": 31,
            "skipped": 2,
            "articles_done": 3,
            "articles_open": 1,
            "last_saved_at": "2026-05-04T11:58:00Z",
        }
    ],
}
SIGNED_IN = {
    "user": {
        "id": 7,
        "email": "ana@example.org",
        "name": "Ana",
        "preferences": PREFERENCES,
        "creates_projects": False,
    },
    "demo": None,
    "has_accounts": True,
}
