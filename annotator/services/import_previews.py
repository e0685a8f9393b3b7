"""Show how a table of articles would be read."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO, cast

from django.core.files import File

from annotator.attribution.learned import Learned
from annotator.errors import DomainError
from annotator.formats.articles import (
    FIELDS,
    SINGLE,
    Kind,
    Row,
    Unreadable,
    columns,
    kind_of,
    read_rows,
)
from annotator.models import Project
from annotator.services.article_files import refusal_of
from annotator.services.drafts import Draft, check_claimed, draft_article
from annotator.services.refinement import learned_by

__all__ = ["FIELDS", "NotATable", "PreviewedTable", "preview_table"]

FIRST_ROWS = 20
HEAD = 4096


class NotATable(DomainError):
    code = "not_a_table"


@dataclass(frozen=True, slots=True)
class PreviewedColumn:
    """A column of a table, what it holds, and some of its cells."""

    name: str
    field: str | None
    samples: list[str]


@dataclass(frozen=True, slots=True)
class RowRefused:
    """Why a row would not be taken in."""

    row: int
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class PreviewedTable:
    """How a table would be read, and its first article."""

    kind: Kind
    columns: list[PreviewedColumn]
    first: Draft | None
    problems: list[RowRefused]
    notes: tuple[str, ...]
    fields: tuple[str, ...] = FIELDS


def preview_table(
    *, project: Project, file: "File[bytes]", mapping: Mapping[str, str] | None
) -> PreviewedTable:
    """
    Read the first rows of a table; store nothing.

    :raises NotATable: if it is a file that holds one article
    :raises FileUnreadable: if it cannot be read, or no column is the text
    """
    content = cast(BinaryIO, file.file)
    try:
        kind = kind_of(file.name or "", content.read(HEAD))
        if kind in SINGLE:
            raise NotATable("This is one article, not a table of articles.")
        content.seek(0)
        found = columns(content, kind)
        chosen = found.mapping if mapping is None else mapping
        content.seek(0)
        # Without a text nothing can be read, but somebody may say what it is.
        is_readable = "text" in chosen.values()
        read = read_rows(content, kind, dict(chosen)) if is_readable else iter(())
        rows = list(islice(read, FIRST_ROWS))
    except Unreadable as error:
        raise refusal_of(error) from error
    learned = learned_by(project)
    first, problems = None, []
    for row in rows:
        outcome = draft_row(project, row, learned)
        if isinstance(outcome, RowRefused):
            problems.append(outcome)
        else:
            first = first or outcome
    return PreviewedTable(
        kind=kind,
        columns=[
            PreviewedColumn(
                name=name,
                field=chosen.get(name),
                samples=[sample[place] for sample in found.samples],
            )
            for place, name in enumerate(found.names)
        ],
        first=first,
        problems=problems,
        notes=found.notes,
    )


def draft_row(
    project: Project, row: Row, learned: Learned | None
) -> Draft | RowRefused:
    """Give the article of a row, or why it would not be taken in."""
    if row.article is None:
        problem = row.problem
        if problem is None:
            raise ValueError("A row is an article or a problem.")
        return RowRefused(row.number, problem.code, problem.reason)
    try:
        draft = draft_article(project=project, given=row.article, learned=learned)
        check_claimed(draft)
    except DomainError as refusal:
        return RowRefused(row.number, refusal.code, str(refusal))
    return draft
