"""An article from the text layer of a PDF."""

import ctypes
from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw

from annotator.formats.articles.article import (
    MAX_CHARACTERS,
    RawArticle,
    Unreadable,
)
from annotator.formats.articles.encodings import check_text, storable
from annotator.formats.articles.languages import LONGEST, language_of
from annotator.formats.articles.paragraphs import SOFT_HYPHEN, Line, Page, joined

MAX_PAGES = 500

_LINE_END = "\r\n"
_REASONS = {
    raw.FPDF_ERR_PASSWORD: ("encrypted", "The PDF is protected by a password."),
    raw.FPDF_ERR_SECURITY: ("encrypted", "The PDF is protected in a way not known."),
}


def read(content: bytes) -> RawArticle:
    """
    Read a PDF.

    :raises Unreadable: if it is damaged, protected, has no text layer, or is too long
    """
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        code, reason = _REASONS.get(
            error.err_code, ("damaged", "The file is no PDF, or it is damaged.")
        )
        raise Unreadable(code, reason) from error
    if len(document) > MAX_PAGES:
        raise Unreadable(
            "too_large",
            f"The PDF has {len(document):,} pages; {MAX_PAGES} is the most.",
        )
    pages = [page for page in _pages(document) if page]
    if not pages:
        raise Unreadable(
            "no_text",
            "The PDF holds no text, only pictures of it. Recognize its text first, "
            "or paste it.",
        )
    text, outside, notes = joined(pages)
    check_text(text)
    return RawArticle(
        text,
        title=_title(document),
        language=_language(document),
        outside=outside,
        notes=notes,
    )


def _pages(document: pypdfium2.PdfDocument) -> Iterator[Page]:
    size = 0
    for number in range(len(document)):
        page = document[number]
        content = page.get_textpage()
        size += content.count_chars()
        if size > 2 * MAX_CHARACTERS:
            raise Unreadable(
                "text_too_long",
                f"The PDF holds more than {MAX_CHARACTERS:,} characters. "
                "Split it into articles.",
            )
        yield list(_lines(content))
        content.close()
        page.close()


def _lines(content: pypdfium2.PdfTextPage) -> Iterator[Line]:
    """Give the lines of a page, each with its place on the page."""
    at = 0
    for written in content.get_text_range(errors="replace").split(_LINE_END):
        # Places are counted in UTF-16.
        units = len(written) + sum(letter > "\uffff" for letter in written)
        words = storable(written.replace("\x02", SOFT_HYPHEN)).strip()
        if words:
            begin = at + len(written) - len(written.lstrip())
            left, _, _, top = content.get_charbox(begin, loose=True)
            last = at + units - 1 - (len(written) - len(written.rstrip()))
            _, bottom, right, _ = content.get_charbox(last, loose=True)
            yield Line(words, left=left, right=right, top=top, bottom=bottom)
        at += units + len(_LINE_END)


def _language(document: pypdfium2.PdfDocument) -> str:
    room = (raw.FPDF_WCHAR * (LONGEST + 1))()  # UTF-16, with its end
    size = raw.FPDFCatalog_GetLanguage(document, room, ctypes.sizeof(room))
    return language_of(bytes(room)[: max(size - 2, 0)].decode("utf-16-le", "replace"))


def _title(document: pypdfium2.PdfDocument) -> str:
    title = " ".join(storable(document.get_metadata_value("Title")).split())
    # What programs write there when nobody gave a title.
    if title.startswith("Microsoft ") or title.lower().endswith(
        (".doc", ".docx", ".pdf")
    ):
        return ""
    return title if title.lower() != "untitled" else ""
