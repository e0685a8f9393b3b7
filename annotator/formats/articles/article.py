"""What the readers give: articles, rows, columns, and why something was not read."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["text", "markdown", "html", "docx", "pdf", "csv", "jsonl"]

SINGLE: frozenset[Kind] = frozenset({"text", "markdown", "html", "docx", "pdf"})
"""The kinds of a file that holds one article; the others are tables."""

FIELDS = (
    *("text", "title", "outlet", "author", "url", "published_on", "language"),
    "claims",
)
"""What a column may be mapped to."""

MAX_CHARACTERS = 1_200_000
MAX_FILE_BYTES = 20_000_000
MAX_TABLE_BYTES = 100_000_000
MAX_ROW_CHARACTERS = 4_000_000  # an article, escaped, with its claims


class Unreadable(Exception):
    """Why nothing can be read of a file: `code` is stable, the text is for people."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code


@dataclass(frozen=True, slots=True)
class GivenClaim:
    """
    A claim that came with its article.

    In the rows of a table it has been found in the text: all three are given, and
    `text[start:end] == quote`.
    """

    quote: str | None
    start: int | None
    end: int | None
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class RawArticle:
    """
    An article as it stands in a file.

    - `outside`: whole lines of `text`, without their line breaks, that the file's
      format shows to be no part of the article
    - `language`: a BCP 47 tag, as `language_of` gives them
    - `claims`: in the order of the text; None if the file names none
    - `notes`: what was changed or assumed, for people
    """

    text: str
    title: str = ""
    outlet: str = ""
    author: str = ""
    url: str = ""
    published_on: date | None = None
    language: str = ""
    outside: tuple[tuple[int, int], ...] = ()
    claims: tuple[GivenClaim, ...] | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row was not read: `code` is stable, `reason` is for people."""

    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Row:
    """
    A row of a table: its article, or its problem.

    `number` counts from 1 as a person would: the records of a CSV without its header,
    the lines of a JSONL file, the elements of a JSON array; blank ones count and are
    passed over. `raw` is the row as given, with U+FFFD for what a database cannot hold,
    and cut if far too long.
    """

    number: int
    raw: str
    article: RawArticle | None
    problem: Problem | None


@dataclass(frozen=True, slots=True)
class Columns:
    """
    The columns of a table.

    - `mapping`: what each column whose name is known seems to hold: column to field
    - `samples`: the first rows, a cell for each of `names`, cut to be shown
    - `notes`: what was assumed of the file
    """

    names: tuple[str, ...]
    mapping: dict[str, str]
    samples: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
