"""
Claims as W3C Web Annotations: one AnnotationPage, written as its claims come.

https://www.w3.org/TR/annotation-model/ is the standard. What it has no word for, such
as confidence, is in the rows and not here.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import orjson

from annotator.formats.jsonl import in_chunks

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MEDIA_TYPE = f'application/ld+json;profile="{CONTEXT}"'
NO_CLAIM = "no claim"
"""What stands for a source type where it was decided that there is no claim."""

_TIMES = orjson.OPT_UTC_Z  # as the standard has them

Row = Mapping[str, Any]


def to_web_annotations(rows: Iterable[Row], *, address: str) -> Iterator[bytes]:
    """
    Give a page with one annotation for each row of a claim.

    `address` is where the page was asked for. The annotations' own addresses are made
    of what comes before its query: they stay whatever is chosen.
    """
    return in_chunks(_pieces(rows, address))


def _pieces(rows: Iterable[Row], address: str) -> Iterator[bytes]:
    opening = {"@context": CONTEXT, "id": address, "type": "AnnotationPage"}
    yield orjson.dumps(opening)[:-1] + b',"startIndex":0,"items":['
    base, total = address.partition("?")[0], 0
    for total, row in enumerate(rows, start=1):
        separator = b",\n" if total > 1 else b"\n"
        yield separator + orjson.dumps(_annotation(row, base), option=_TIMES)
    # How many there are is known once they are written.
    whole = {
        "id": f"{address}#collection",
        "type": "AnnotationCollection",
        "label": "Claims",
        "total": total,
    }
    yield b'\n],"partOf":' + orjson.dumps(whole) + b"}\n"


def _annotation(row: Row, base: str) -> dict[str, Any]:
    annotation = {
        "id": f"{base}#claim-{row['claim_id']}",
        "type": "Annotation",
        "motivation": "classifying",
        "body": list(_bodies(row, base)),
        "target": {
            "type": "SpecificResource",
            "source": row["article_url"] or f"urn:sha256:{row['article_sha256']}",
            "selector": [
                {
                    "type": "TextPositionSelector",
                    "start": row["start"],
                    "end": row["end"],
                },
                {
                    "type": "TextQuoteSelector",
                    "exact": row["quote"],
                    "prefix": row["prefix"],
                    "suffix": row["suffix"],
                },
            ],
        },
    }
    if not annotation["body"]:
        del annotation["body"]
    return annotation


def _bodies(row: Row, base: str) -> Iterator[dict[str, Any]]:
    """Give what was decided, else what most answer, and what each vote says."""
    if row["decision"] is not None:
        yield _text("classifying", row["decision"]["source_type"] or NO_CLAIM)
    elif row["majority"] is not None:
        yield _text("tagging", row["majority"])
    for vote in row["votes"]:
        creator = {
            "id": f"{base}#annotator-{vote['annotator']}",
            "type": "Person",
            "nickname": vote["annotator"],
        }
        said = {"creator": creator, "modified": vote["updated_at"]}
        if not vote["skipped"]:
            yield _text("tagging", vote["source_type"]) | said
        for comment in filter(None, (vote["skip_reason"], vote["note"])):
            yield _text("commenting", comment) | said


def _text(purpose: str, value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": value}
