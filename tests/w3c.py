"""The rules of the Web Annotation Data Model that a page of text annotations must keep.

https://www.w3.org/TR/annotation-model/, by section.
"""

import re
from typing import Any

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
MOTIVATIONS = {
    *("assessing", "bookmarking", "classifying", "commenting", "describing", "editing"),
    *("highlighting", "identifying", "linking", "moderating", "questioning"),
    *("replying", "tagging"),
}
TERMS = {
    "page": {"@context", "id", "type", "startIndex", "items", "partOf"},
    "collection": {"id", "type", "label", "total"},
    "annotation": {"id", "type", "motivation", "body", "target"},
    "body": {"type", "purpose", "value", "creator", "modified"},
    "agent": {"id", "type", "nickname"},
    "target": {"type", "source", "selector"},
}
"""The context's terms that we use: JSON-LD drops all others without a word."""


def check_page(page: dict[str, Any]) -> list[dict[str, Any]]:
    """Give the annotations of a page that keeps the rules (5.2 of the model)."""
    assert page.keys() <= TERMS["page"]
    assert page["@context"] == CONTEXT
    assert page["type"] == "AnnotationPage"
    assert page["startIndex"] >= 0
    whole = page["partOf"]
    assert whole.keys() <= TERMS["collection"]
    assert whole["type"] == "AnnotationCollection"
    items: list[dict[str, Any]] = page["items"]
    assert whole["total"] == len(items)
    ids = [page["id"], whole["id"], *(item["id"] for item in items)]
    assert len(set(ids)) == len(ids)
    assert all(map(IRI.fullmatch, ids))
    for item in items:
        _check_annotation(item)
    return items


def _check_annotation(item: dict[str, Any]) -> None:
    """Check sections 3.1 (annotations), 3.2.4 (bodies) and 4 (targets)."""
    assert item.keys() <= TERMS["annotation"]
    assert item["type"] == "Annotation"
    assert item["motivation"] in MOTIVATIONS
    for body in item.get("body", []):
        assert body.keys() <= TERMS["body"]
        assert body["type"] == "TextualBody"
        assert body["purpose"] in MOTIVATIONS
        assert isinstance(body["value"], str)
        if "creator" in body:
            assert body["creator"].keys() <= TERMS["agent"]
            assert body["creator"]["type"] in {"Person", "Organization", "Software"}
            assert IRI.fullmatch(body["creator"]["id"])
            assert TIME.fullmatch(body["modified"])
    assert item.get("body") != []
    target = item["target"]
    assert target.keys() == TERMS["target"]
    assert target["type"] == "SpecificResource"
    assert IRI.fullmatch(target["source"])
    position, quote = target["selector"]
    assert position.keys() == {"type", "start", "end"}
    assert position["type"] == "TextPositionSelector"
    assert 0 <= position["start"] < position["end"]
    assert quote.keys() == {"type", "exact", "prefix", "suffix"}
    assert quote["type"] == "TextQuoteSelector"


def find_quote(text: str, target: dict[str, Any]) -> list[int]:
    """Give where a TextQuoteSelector's quote is in a text, by its surroundings."""
    _, quote = target["selector"]
    pattern = re.escape(quote["prefix"] + quote["exact"] + quote["suffix"])
    before = len(quote["prefix"])
    found = re.finditer(f"(?={pattern})", text)
    return [one.start() + before for one in found]
