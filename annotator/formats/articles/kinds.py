"""What kind of file this is, by its name and by its first bytes."""

import re
from pathlib import PurePosixPath
from typing import NoReturn

from annotator.formats.articles.article import (
    MAX_FILE_BYTES,
    MAX_TABLE_BYTES,
    SINGLE,
    Kind,
    Unreadable,
)
from annotator.formats.articles.fields import guessed

_KINDS: dict[str, Kind] = {
    ".csv": "csv",
    ".docx": "docx",
    ".htm": "html",
    ".html": "html",
    ".json": "jsonl",
    ".jsonl": "jsonl",
    ".markdown": "markdown",
    ".md": "markdown",
    ".ndjson": "jsonl",
    ".pdf": "pdf",
    ".tab": "csv",
    ".text": "text",
    ".tsv": "csv",
    ".txt": "text",
    ".xhtml": "html",
}
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_PDF = b"%PDF-"
_PDF_BEGINS_WITHIN = 1024
_JSON = re.compile(rb'\[?\s*\{\s*"')
_IDS = frozenset({"id", "article_id"})  # known too, and not used
_NAME_WORDS = 3
DELIMITERS = (",", ";", "\t", "|")


def kind_of(name: str, head: bytes) -> Kind:
    """
    Tell what kind of file begins with `head`; a kilobyte of it is enough.

    :raises Unreadable: if it is empty or of a kind that no reader takes
    """
    if not head:
        raise Unreadable("empty_file", "The file is empty.")
    # A path as Windows writes it ends in the same suffix.
    suffix = PurePosixPath(name.strip()).suffix.casefold()
    kind = _KINDS.get(suffix)
    if kind == "docx" and head.startswith(_OLD_OFFICE):
        raise Unreadable(
            "encrypted",
            "This Word document is protected by a password, or of the format before "
            "2007. Save it as .docx without a password.",
        )
    if kind in {"docx", "pdf"}:
        return _checked(kind, head)
    return kind or _kind_by_content(suffix, head)


def check_size(kind: Kind, size: int) -> None:
    """
    Refuse a file by its size, before it is read.

    :raises Unreadable: if a file of this kind may not be that large
    """
    most = MAX_FILE_BYTES if kind in SINGLE else MAX_TABLE_BYTES
    if size > most:
        raise Unreadable(
            "too_large",
            f"The file has {size / 1e6:,.1f} MB; {most / 1e6:,.0f} MB is the most for "
            "this kind of file.",
        )


def _checked(kind: Kind, head: bytes) -> Kind:
    """Give the kind that a binary file's content has, whatever its name says."""
    if _PDF in head[:_PDF_BEGINS_WITHIN]:
        return "pdf"
    if head.startswith(_ZIP):
        return "docx"
    what = "PDF" if kind == "pdf" else "Word document"
    raise Unreadable("damaged", f"This is no {what}, though its name says so.")


def _kind_by_content(suffix: str, head: bytes) -> Kind:
    if head.startswith(_PDF):
        return "pdf"
    if head.startswith(_ZIP) and not suffix:
        return "docx"
    if suffix in {".doc", ".odt", ".rtf"} or head.startswith((_OLD_OFFICE, b"{\\rtf")):
        _refuse("This document is of a kind that is not read. Save it as .docx.")
    if suffix in {".xlsx", ".xls", ".ods"}:
        _refuse("Spreadsheets are not read. Save the sheet as .csv.")
    if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        _refuse("This kind of file is not read: it is not text.")
    begin = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if begin[:20].lower().startswith((b"<!doctype html", b"<html")):
        return "html"
    if _JSON.match(begin):
        return "jsonl"
    return "csv" if _names_columns(begin) else "text"


def _names_columns(begin: bytes) -> bool:
    """Tell whether the first line names columns: the text's, and another known one."""
    line = begin.splitlines()[0].decode("utf-8", "replace") if begin else ""
    for delimiter in DELIMITERS:
        names = [name.strip(' "').casefold() for name in line.split(delimiter)]
        known = guessed(names)
        if "text" in known.values() and len({*known, *_IDS.intersection(names)}) > 1:
            return all(len(name.split()) <= _NAME_WORDS for name in names)
    return False


def _refuse(reason: str) -> NoReturn:
    raise Unreadable("unknown_format", reason)
