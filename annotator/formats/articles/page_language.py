"""The language that a web page says it is in."""

import json
from collections import deque
from collections.abc import Iterator

from lxml import html

from annotator.formats.articles.languages import language_of

_MOST_NODES = 1_000


def language_of_page(tree: html.HtmlElement) -> str:
    """Return the tag that the page gives first: for itself, its data, or sharing it."""
    return next(filter(None, map(language_of, _said(tree))), "")


def _said(tree: html.HtmlElement) -> Iterator[str]:
    yield tree.get("lang") or tree.get("xml:lang") or ""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        for name in _names(_loaded(script.text or "")):
            yield from _tags(name)
    for meta in tree.iterfind(".//meta[@property='og:locale']"):
        yield meta.get("content", "")


def _loaded(written: str) -> object:
    try:
        return json.loads(written)
    except (RecursionError, ValueError):
        return None


def _names(data: object) -> Iterator[object]:
    """Give the values of `inLanguage`, the outermost first."""
    waiting = deque([data])
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.popleft()
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            yield node.get("inLanguage")
            waiting.extend(node.values())


def _tags(name: object) -> Iterator[str]:
    """Give the tags of one language or several, each as a text or an object."""
    for one in name if isinstance(name, list) else [name]:
        tag = one.get("alternateName") if isinstance(one, dict) else one
        if isinstance(tag, str):
            yield tag
