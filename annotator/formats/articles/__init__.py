"""Articles in from files, with text that is never normalized."""

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from annotator.formats.articles.article import (
    FIELDS,
    MAX_CHARACTERS,
    MAX_FILE_BYTES,
    MAX_TABLE_BYTES,
    SINGLE,
    Columns,
    GivenClaim,
    Kind,
    Problem,
    RawArticle,
    Row,
    Unreadable,
)
from annotator.formats.articles.confined import read_confined
from annotator.formats.articles.csv_rows import csv_columns, csv_rows
from annotator.formats.articles.encodings import check_text, decoded
from annotator.formats.articles.json_rows import json_columns, json_rows
from annotator.formats.articles.kinds import check_size, kind_of
from annotator.formats.articles.languages import language_of

__all__ = [
    "FIELDS",
    "MAX_CHARACTERS",
    "MAX_FILE_BYTES",
    "MAX_TABLE_BYTES",
    "SINGLE",
    "Columns",
    "GivenClaim",
    "Kind",
    "Problem",
    "RawArticle",
    "Row",
    "Unreadable",
    "check_size",
    "columns",
    "kind_of",
    "language_of",
    "read_article",
    "read_rows",
]

_HEAD_BYTES = 1_024
_SAMPLES = 5


def read_article(content: bytes, name: str) -> RawArticle:
    """
    Read a file that holds one article.

    :raises Unreadable: if it is a table, or nothing can be read of it
    """
    check_size("text", len(content))
    kind = kind_of(name, content[:_HEAD_BYTES])
    if kind not in SINGLE:
        raise Unreadable("table", "This file is a table of articles. Import it as one.")
    if kind not in {"text", "markdown"}:
        return read_confined(content, kind)
    text, notes = decoded(content)
    check_text(text)
    return RawArticle(text, notes=notes)


def columns(file: BinaryIO, kind: Kind) -> Columns:
    """
    Tell what columns a table has and what they seem to hold, from its beginning.

    :raises Unreadable: if it is no table or has no header
    """
    describe = csv_columns if kind == "csv" else json_columns
    return describe(file, _SAMPLES)


def read_rows(
    file: BinaryIO, kind: Kind, mapping: Mapping[str, str | None] | None = None
) -> Iterator[Row]:
    """
    Read the articles of a table one by one; of `file` only `read(size)` is used.

    `mapping` says which column holds what, column to field, in place of what their
    names suggest. A row that cannot be read is given with its problem.

    :raises Unreadable: if nothing can be read of the file, or no column is the text
    """
    return (csv_rows if kind == "csv" else json_rows)(file, mapping)
