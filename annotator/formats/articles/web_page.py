"""An article from a web page: all that is seen, and which lines are not the article."""

import re
from copy import deepcopy

import trafilatura
from lxml import etree, html
from trafilatura.metadata import extract_metadata

from annotator.formats.articles.article import RawArticle, Unreadable
from annotator.formats.articles.dates import date_of
from annotator.formats.articles.encodings import check_text, decoded
from annotator.formats.articles.page_language import language_of_page

_UNSEEN = frozenset(
    {"applet", "audio", "canvas", "datalist", "embed", "frame", "head", "iframe"}
    | {"math", "noembed", "noframes", "noscript", "object", "script", "select", "style"}
    | {"svg", "template", "textarea", "title", "video"}
)
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "button", "caption", "center"}
    | {"dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption"}
    | {"figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"}
    | {"hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "option"}
    | {"p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead"}
    | {"tr", "ul"}
)
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE
)
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]{0,500}\[[^\]]*\]\s*>", re.IGNORECASE)
_HEAD_BYTES = 4_096
# A shorter line may stand inside another by chance.
_TELLING = 40


def read(content: bytes) -> RawArticle:
    """
    Read a web page.

    :raises Unreadable: if it is not text, is nested too deeply, or shows no text
    """
    page, notes = decoded(content, declared=_declared(content))
    tree = _parsed(page)
    text = _Seen().text_of(tree)
    if not text:
        raise _no_text()
    check_text(text)
    metadata = extract_metadata(deepcopy(tree), extensive=False)
    outside, said = _outside(text, tree)
    return RawArticle(
        text,
        title=metadata.title or "",
        outlet=metadata.sitename or "",
        author=metadata.author or "",
        url=metadata.url or "",
        published_on=date_of(metadata.date or ""),
        language=language_of_page(tree),
        outside=outside,
        notes=(*notes, said),
    )


def _declared(content: bytes) -> str:
    match = _CHARSET.search(content[:_HEAD_BYTES])
    name = match[1].decode("ascii") if match else ""
    # What a page calls Latin 1 is Windows-1252 to every browser.
    return "cp1252" if name.lower() in {"iso-8859-1", "latin1", "ascii"} else name


def _parsed(page: str) -> html.HtmlElement:
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    # The parser would show what stands in brackets in the document type.
    content = _DOCTYPE.sub("", page, count=1).encode("utf-8", "replace")
    try:
        tree = html.document_fromstring(content, parser=parser)
    except etree.ParserError as error:
        raise _no_text() from error
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise Unreadable(
            "too_deep",
            "The page cannot be read: its elements are nested too deeply, or it holds "
            "a text that is far too long.",
        )
    return tree


def _no_text() -> Unreadable:
    return Unreadable("no_text", "The page shows no text without its scripts.")


class _Seen:
    """The text of a page as its reader sees it: blocks of lines."""

    def __init__(self) -> None:
        self._line: list[str] = []
        self._block: list[str] = []
        self._blocks: list[str] = []
        self._verbatim = 0

    def text_of(self, tree: html.HtmlElement) -> str:
        walk = etree.iterwalk(tree, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                if _is_hidden(element):
                    walk.skip_subtree()
                else:
                    self._begin(element)
            else:
                self._end(element)
        self._end_block()
        return "\n\n".join(self._blocks)

    def _begin(self, element: html.HtmlElement) -> None:
        if element.tag in _BLOCKS:
            self._end_block()
        elif element.tag == "br":
            self._end_line()
        self._verbatim += element.tag == "pre"
        self._add(element.text)

    def _end(self, element: html.HtmlElement) -> None:
        if not _is_hidden(element):
            self._verbatim -= element.tag == "pre"
            if element.tag in _BLOCKS:
                self._end_block()
        self._add(element.tail)

    def _add(self, text: str | None) -> None:
        if text and self._verbatim:
            first, *others = text.split("\n")
            self._line.append(first)
            for line in others:
                self._end_line()
                self._line.append(line)
        elif text:
            self._line.append(text)

    def _end_line(self) -> None:
        line = _SPACE.sub(" ", "".join(self._line)).strip(" ")
        self._line.clear()
        if line:
            self._block.append(line)
        else:
            self._close()  # two breaks in a row

    def _end_block(self) -> None:
        self._end_line()
        self._close()

    def _close(self) -> None:
        if self._block:
            self._blocks.append("\n".join(self._block))
            self._block.clear()


def _is_hidden(element: html.HtmlElement) -> bool:
    return (
        element.tag in _UNSEEN
        or "hidden" in element.attrib
        or _HIDING.search(element.get("style", "")) is not None
    )


def _outside(
    text: str, tree: html.HtmlElement
) -> tuple[tuple[tuple[int, int], ...], str]:
    """Return the lines that are no part of the article, and what to say of them."""
    whole, parts = _extracted(tree)
    found: list[tuple[int, int]] = []
    start = lines = 0
    for block in text.split("\n\n"):
        is_kept = _is_kept(_squeezed(block), whole, parts)
        for line in block.split("\n"):
            end = start + len(line)
            if not is_kept and not _is_kept(_squeezed(line), whole, parts):
                found.append((start, end))
            lines += 1
            start = end + 1
        start += 1
    if len(found) == lines:
        return (), "The article could not be told from the rest of the page."
    return tuple(found), (
        f"Took all that the page shows; {len(found):,} of its {lines:,} lines seem to "
        "be no part of the article."
    )


def _extracted(tree: html.HtmlElement) -> tuple[str, set[str]]:
    """Return what seems to be the article, without white space: all, and its parts."""
    document = trafilatura.bare_extraction(
        deepcopy(tree), include_comments=False, with_metadata=False
    )
    if not isinstance(document, trafilatura.settings.Document):
        return "", set()
    text = document.text or ""
    parts = {_squeezed(line.removeprefix("- ")) for line in text.split("\n")}
    if document.body is not None:
        parts.update(
            _squeezed("".join(part.itertext())) for part in document.body.iter()
        )
    return _squeezed(text), parts


def _is_kept(line: str, whole: str, parts: set[str]) -> bool:
    if line in parts:
        return True
    # The extraction may join lines, or leave a word out in the middle of one.
    return (
        len(line) >= _TELLING and line[:_TELLING] in whole and line[-_TELLING:] in whole
    )


def _squeezed(text: str) -> str:
    return "".join(text.split())
