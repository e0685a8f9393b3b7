"""Bytes to text: which encoding, and whether it is text at all."""

import codecs
import re
from typing import NamedTuple

from charset_normalizer import from_bytes

from annotator.formats.articles.article import MAX_CHARACTERS, Problem, Unreadable

SAMPLE_BYTES = 200_000

_MARKS = (  # the longer first: UTF-32 begins as UTF-16 does
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_WESTERN = "cp1252"
_OTHERS = [
    *("cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("koi8_r", "koi8_u", "iso8859_5", "tis_620"),
    *("shift_jis", "euc_jp", "euc_kr", "gb18030", "big5"),
]
# Below this share of bytes beyond ASCII a text is written in Latin letters.
_LATIN_SHARE = 0.25
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_UNSTORABLE = re.compile(r"[\0\ud800-\udfff]")
_WRITTEN_IN_ASCII = (b"%PDF-", b"{\\rtf")
_BINARY = (
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "a document in RTF"),
    (b"PK\x03\x04", "a ZIP archive, such as a Word or LibreOffice document"),
    (b"\xd0\xcf\x11\xe0", "an older or a protected Office document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
)


class Encoding(NamedTuple):
    """A codec of Python's, and what to tell people of it."""

    codec: str
    notes: tuple[str, ...] = ()


def encoding_of(sample: bytes, *, whole: bool, declared: str = "") -> Encoding:
    """
    Tell how a text is encoded that begins with `sample`.

    A byte order mark says it, else UTF-8 where that fits, else `declared`. The rest is
    a guess, and the notes say so.

    :raises Unreadable: if it is not text
    """
    for mark, codec, name in _MARKS:
        if sample.startswith(mark):
            removed = f"Read as {name}; the byte order mark is not part of the text."
            return Encoding(codec, (removed,))
    if b"\0" in sample or sample.startswith(_WRITTEN_IN_ASCII):
        raise _not_text(sample)
    if _decodes(sample, "utf-8", whole=whole):
        return Encoding("utf-8")
    if declared and _decodes(sample, declared, whole=whole):
        return Encoding(declared, (f"Read as {declared}, which the file declares.",))
    if _decodes(sample, "utf-8", whole=whole, errors="surrogatepass"):
        # Halves of characters, as UTF-8 would write them: who decodes it meets them.
        return Encoding("utf-8")
    codec = _guessed(sample, whole=whole)
    name = codec.replace("cp125", "Windows-125").replace("_", "-")
    return Encoding(
        codec,
        (
            f"Read as {name}, which is a guess. If letters look wrong, save the file "
            "as UTF-8 and take it in again.",
        ),
    )


def decoded(content: bytes, declared: str = "") -> tuple[str, tuple[str, ...]]:
    """
    Return a file as text, with notes on how it was read.

    :raises Unreadable: if it is not text
    """
    encoding = encoding_of(content, whole=True, declared=declared)
    try:
        return content.decode(encoding.codec), encoding.notes
    except UnicodeDecodeError as error:
        if encoding.codec == "utf-8":
            check_text(content.decode("utf-8", "surrogatepass"))
        raise _not_text(content) from error


def problem_of(text: str) -> Problem | None:
    """Tell why `text` cannot be an article's text, if it cannot."""
    if "\0" in text:
        return Problem("not_text", "The text holds a null character, as no text does.")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        return Problem(
            "not_text",
            f"Character {error.start + 1:,} of the text cannot be read: it is half of "
            "a character (a lone surrogate), or not in the encoding of the file.",
        )
    if len(text) > MAX_CHARACTERS:
        return Problem(
            "text_too_long",
            f"The text has {len(text):,} characters; {MAX_CHARACTERS:,} is the most. "
            "Split it into articles.",
        )
    return None


def storable(text: str) -> str:
    """Return `text` with U+FFFD for what no database column holds."""
    if _is_storable(text):  # faster than to search it
        return text
    return _UNSTORABLE.sub("\ufffd", text)


def _is_storable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in text


def check_text(text: str) -> None:
    """
    Refuse what cannot be an article's text.

    :raises Unreadable: if it holds what no text holds, or is too long
    """
    if problem := problem_of(text):
        raise Unreadable(problem.code, problem.reason)


def _decodes(sample: bytes, codec: str, *, whole: bool, errors: str = "strict") -> bool:
    try:
        codecs.getincrementaldecoder(codec)(errors).decode(sample, whole)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _guessed(sample: bytes, *, whole: bool) -> str:
    if _CONTROLS.search(sample):
        raise _not_text(sample)
    beyond = sum(map(sample[:SAMPLE_BYTES].count, map(_byte, range(0x80, 0x100))))
    latin = beyond < _LATIN_SHARE * min(len(sample), SAMPLE_BYTES)
    # The detector takes English with curly quotes for Central European or Baltic.
    if latin and _decodes(sample, _WESTERN, whole=whole):
        return _WESTERN
    best = from_bytes(sample[:SAMPLE_BYTES], cp_isolation=_OTHERS).best()
    if best is None or not _decodes(sample, best.encoding, whole=whole):
        raise _not_text(sample)
    return str(best.encoding)


def _byte(number: int) -> bytes:
    return bytes((number,))


def _not_text(content: bytes) -> Unreadable:
    seems = next((what for begin, what in _BINARY if content.startswith(begin)), "")
    return Unreadable(
        "not_text",
        f"This is not text: it seems to be {seems}."
        if seems
        else "This is not text in an encoding that is known here. Save it as UTF-8.",
    )
