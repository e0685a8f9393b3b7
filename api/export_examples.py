"""Rows of exports that the API's description shows in each of their forms."""

import hashlib
from datetime import UTC, date, datetime
from typing import Any

from annotator.formats.conll import Tagged, TaggedArticle
from annotator.formats.label_tables import annotation_columns, claim_columns
from annotator.services.new_source_types import BUILT_IN
from api import article_examples as articles
from api.agreement_examples import CHOICES
from api.annotation_examples import ANSWER
from api.export_formats import Table

TEXT = articles.STORED["text"]
LABELS = [key for key, *_ in BUILT_IN]
ANSWERED_AT = datetime(2026, 5, 4, 12, tzinfo=UTC)
FILTERS: dict[str, Any] = CHOICES | {
    "annotators": [{"code": "k7m2qp", "name": "Ana"}, {"code": "b4xw9d", "name": "Ben"}]
}

_ARTICLE = {
    "article_id": 44,
    "article_sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
    "article_title": articles.ABOUT["title"],
    "article_outlet": articles.ABOUT["outlet"],
}
_DAY = date(2026, 3, 1)
_SAID = {**ANSWER, "version": 1}
_PLACE = {**articles.FIRST, "quote": TEXT[:61]}
_ANNOTATION = {
    "annotation_id": 2031,
    **_ARTICLE,
    "article_published_on": _DAY,
    "claim_id": 512,
    "claim_number": 1,
    "claim_replaced": False,
    **_PLACE,
    "annotator": "k7m2qp",
    **_SAID,
    "created_at": ANSWERED_AT,
    "updated_at": ANSWERED_AT,
}
_VOTES = [
    {"annotation_id": pk, "annotator": code, **_SAID, **said, "updated_at": ANSWERED_AT}
    for pk, code, said in (
        (2044, "b4xw9d", {"source_type": "anonymous", "confidence": 2}),
        (2031, "k7m2qp", {}),
        (2052, "t9c2hn", {"seconds": 4.1, "source": None, "cue": None}),
    )
]


def _by_label(named: float, anonymous: float) -> dict[str, float]:
    return dict.fromkeys(LABELS, 0.0) | {"named": named, "anonymous": anonymous}


_CLAIM = {
    "claim_id": 512,
    **_ARTICLE,
    "article_author": articles.ABOUT["author"],
    "article_url": articles.ABOUT["url"],
    "article_published_on": _DAY,
    "claim_number": 1,
    "origin": "extracted",
    **articles.FIRST,
    "start_utf16": 0,
    "end_utf16": 61,
    "quote": _PLACE["quote"],
    "prefix": "",
    "suffix": TEXT[61:93],
    "votes": _VOTES,
    "answers": 3,
    "skips": 0,
    "majority": "named",
    "tied": [],
    "shares": _by_label(0.666667, 0.333333),
    "soft_label": _by_label(0.75, 0.25),
    "agreement": 0.333333,
    "decision": {
        "source_type": "named",
        "by": "majority",
        "answers": 3,
        "votes": 2,
    },
    "collapsed": "named",
    "posterior": _by_label(0.871, 0.129),
    "posterior_entropy": 0.384481,
    "consensus": 9,
}
ANNOTATIONS = Table(annotation_columns(), [_ANNOTATION])
CLAIMS = Table(claim_columns(LABELS), [_CLAIM])
TAGGED = Table(
    (),
    [
        TaggedArticle(
            id=44,
            sha256=str(_ARTICLE["article_sha256"]),
            text=TEXT,
            sentences=[(0, 61), (62, 103)],
            claims=[Tagged(0, 61, "named"), Tagged(62, 103, "unattributed")],
            sources=[Tagged(38, 55, "source")],
            cues=[Tagged(56, 60, "cue")],
        )
    ],
)
