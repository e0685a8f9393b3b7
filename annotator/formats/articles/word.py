"""An article from a Word document: its paragraphs and its tables' cells, in order."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree

from annotator.formats.articles.article import RawArticle, Unreadable
from annotator.formats.articles.encodings import check_text
from annotator.formats.articles.languages import language_of

MAX_UNPACKED_BYTES = 100_000_000
MAX_PARTS = 5_000

_PARAGRAPH = qn("w:p")
_RUN = qn("w:r")
_TEXT = qn("w:t")
_BREAK = qn("w:type")
_HIDDEN = f"{qn('w:rPr')}/{qn('w:vanish')}"
_BLANKS = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "\u2011",
}
# Deleted text, the same text again for old programs, and tab stops.
_PASSED_OVER = {
    qn("w:del"),
    qn("w:moveFrom"),
    qn("w:pPr"),
    qn("w:rPr"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}


def read(content: bytes) -> RawArticle:
    """
    Read a Word document; headers, footers, footnotes and comments are left out.

    :raises Unreadable: if it is no such document, too large unpacked, or without text
    """
    _check_archive(content)
    try:
        document = Document(BytesIO(content))
    except (BadZipFile, KeyError, OpcError, ValueError, etree.XMLSyntaxError) as error:
        raise _refusal(error) from error
    text = "\n\n".join(_paragraphs(document.element.body))
    if not text:
        raise Unreadable("no_text", "The document holds no text.")
    check_text(text)
    # Its author is whoever's program it was, not the byline.
    return RawArticle(
        text,
        title=_property(document, "title"),
        language=language_of(_property(document, "language")),
        notes=("Took paragraphs and tables; headers, footers and notes are left out.",),
    )


def _check_archive(content: bytes) -> None:
    """Refuse an archive by what it says of itself; no more than that is unpacked."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
    except (BadZipFile, ValueError, NotImplementedError) as error:
        raise _damaged() from error
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable("encrypted", "The document is protected by a password.")
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MAX_PARTS or unpacked > MAX_UNPACKED_BYTES:
        raise Unreadable(
            "zip_bomb",
            f"The document would unpack to {len(parts):,} parts and "
            f"{unpacked / 1e6:,.0f} MB, more than any article needs. "
            "Paste its text instead.",
        )


def _paragraphs(body: etree._Element) -> Iterator[str]:
    """Give the text of each paragraph that has one; those of a text box come first."""
    open_paragraphs: list[list[str]] = []
    walk = etree.iterwalk(body, events=("start", "end"))
    for event, element in walk:
        if event == "start" and _is_hidden(element):
            walk.skip_subtree()
        elif event == "start":
            if element.tag == _PARAGRAPH:
                open_paragraphs.append([])
            elif open_paragraphs:
                open_paragraphs[-1].append(_seen(element))
        elif element.tag == _PARAGRAPH:
            text = "".join(open_paragraphs.pop())
            if text.strip():
                yield text


def _is_hidden(element: etree._Element) -> bool:
    return element.tag in _PASSED_OVER or (
        element.tag == _RUN and element.find(_HIDDEN) is not None
    )


def _seen(element: etree._Element) -> str:
    if element.tag == _TEXT:
        return element.text or ""
    if element.get(_BREAK) in {"page", "column"}:
        return ""
    return _BLANKS.get(element.tag, "")


def _property(document: WordDocument, name: str) -> str:
    # A document without properties is given some, and they name it "Word Document".
    if not any(
        rel.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES
        for rel in document.part.package.rels.values()
    ):
        return ""
    return " ".join(getattr(document.core_properties, name).split())


def _refusal(error: Exception) -> Unreadable:
    if "Excessive depth" in str(error):
        return Unreadable("too_deep", "The document is nested too deeply.")
    return _damaged()


def _damaged() -> Unreadable:
    return Unreadable(
        "damaged", "The file is no Word document, or a part of it is missing."
    )
