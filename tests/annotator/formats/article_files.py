"""Files to read articles from, made in code."""

import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document

SENTENCES = [
    "The governor said on Monday that the bridge would be closed for repair.",
    "Officials in the capital confirmed the plan, and named nobody who had asked.",
    "A spokesperson for the council declined to say how long the work would take.",
    "Residents of the north bank said that they had heard of it from the radio.",
]

MAIN_PART = "word/document.xml"
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def page_of(body: str, head: str = "") -> bytes:
    """Return a web page."""
    return (
        '<!doctype html><html><head><meta charset="utf-8">'
        f"{head}</head><body>{body}</body></html>"
    ).encode()


def word_with(*paragraphs: str, title: str = "") -> bytes:
    """Return a Word document."""
    document = Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return saved(document)


def saved(document) -> bytes:
    """Return a document of python-docx's as a file."""
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def word_of(body: str, doctype: str = "") -> bytes:
    """Return a Word document of which `body` is the XML."""
    return repacked(
        word_with(),
        {
            MAIN_PART: f'<?xml version="1.0"?>{doctype}<w:document {_WORD}><w:body>'
            f"{body}</w:body></w:document>"
        },
    )


def repacked(content: bytes, parts: dict[str, str | bytes | None]) -> bytes:
    """Return an archive with `parts` in place of its own; None takes one away."""
    file = BytesIO()
    with (
        ZipFile(BytesIO(content)) as before,
        ZipFile(file, "w", ZIP_DEFLATED) as after,
    ):
        every = {name: before.read(name) for name in before.namelist()} | parts
        for name, part in every.items():
            if part is not None:
                after.writestr(name, part)
    return file.getvalue()


def lines_at(*lines: str, top: float = 700, size: float = 11, left: float = 72):
    """Return lines of one column, one under the other."""
    return [(left, top - 14 * place, size, line) for place, line in enumerate(lines)]


def pdf_of(*pages, title: str = "", locked: bool = False) -> bytes:
    """Return a PDF; each page lists (left, bottom, size, words)."""
    return pdf_drawn([_drawn(page) for page in pages], title=title, locked=locked)


def pdf_drawn(streams, *, title: str = "", locked: bool = False) -> bytes:
    """Return a PDF whose pages are drawn by `streams`, deflated."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>"
        % (
            b" ".join(b"%d 0 R" % (6 + 2 * n) for n in range(len(streams))),
            len(streams),
        ),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Title(%s)>>" % title.encode(),
        # No password opens this one.
        b"<</Filter/Standard/V 1/R 2/O(%s)/U(%s)/P -4>>" % (b"a" * 32, b"b" * 32),
    ]
    for number, stream in enumerate(streams):
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]"
            b"/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>" % (7 + 2 * number),
            b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream"
            % (len(stream), stream),
        ]
    out = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    lock = b"/Encrypt 5 0 R/ID[<00><00>]" if locked else b""
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%s"
        b"trailer<</Size %d/Root 1 0 R/Info 4 0 R%s>>\nstartxref\n%d\n%%%%EOF"
        % (len(objects) + 1, table, len(objects) + 1, lock, len(out))
    )


def _drawn(page) -> bytes:
    drawn = "".join(
        f"BT /F1 {size} Tf {left} {bottom} Td ({_escaped(words)}) Tj ET\n"
        for left, bottom, size, words in page
    )
    return zlib.compress(drawn.encode("cp1252"))


def _escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


class Pieces:
    """A file of which only `read` is there, which counts what is asked of it."""

    def __init__(self, pieces):
        self._pieces = iter(pieces)
        self._rest = b""
        self.taken = 0

    def read(self, size):
        while not self._rest and (piece := next(self._pieces, None)) is not None:
            self._rest = piece
        given, self._rest = self._rest[:size], self._rest[size:]
        self.taken += len(given)
        return given
