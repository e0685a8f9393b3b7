"""Begin imports: keep what was sent in the database, where the workers find it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import BinaryIO, cast, get_args

from django.core.files import File
from django.db import transaction

from annotator.errors import DomainError
from annotator.formats.articles import SINGLE, Kind, Unreadable, kind_of, read_rows
from annotator.models import (
    ActKind,
    ArticleImport,
    ImportBlock,
    ImportFile,
    ImportPiece,
    Project,
    User,
)
from annotator.services.activity import note
from annotator.services.article_files import (
    MAX_FILE_BYTES,
    MAX_TABLE_BYTES,
    FileUnreadable,
    check_size,
    refusal_of,
)
from annotator.services.import_rows import PIECE
from annotator.services.imports import send_work

HEAD = 4096
TABLES: frozenset[str] = frozenset(get_args(Kind)) - SINGLE


class OneTableAlone(DomainError):
    code = "one_table_alone"


def start_import(
    *,
    project: Project,
    lead: User,
    files: Sequence["File[bytes]"],
    mapping: Mapping[str, str] | None,
    now: datetime,
) -> ArticleImport:
    """
    Keep files for the workers: one table, or files with one article each.

    What only turns out when a file is read is reported as its row's failure.

    :raises FileUnreadable: if the only file is none that can be read, or no column of
        a table is its text
    :raises FileTooLarge: if a file, or all together, are larger than is taken
    :raises OneTableAlone: if a table is sent together with other files
    """
    kinds = _kinds(files)
    is_table = kinds[0] in TABLES
    if is_table:
        _check_table(files[0], cast(Kind, kinds[0]), mapping)
    with transaction.atomic():
        made = ArticleImport.objects.create(
            project=project,
            created_by=lead,
            created_at=now,
            name=(files[0].name or "")[:255]
            if len(files) == 1
            else f"{len(files)} files",
            mapping=None if mapping is None else dict(mapping),
            total=None if is_table else len(files),
            sent_at=now,
        )
        for number, (file, kind) in enumerate(zip(files, kinds, strict=True), start=1):
            kept = _keep(made, number, file, kind)
            if not is_table:
                ImportBlock.objects.create(
                    article_import=made,
                    first_row=number,
                    last_row=number,
                    file=kept,
                    size=kept.size,
                )
        note(
            project=project,
            actor=lead,
            kind=ActKind.IMPORT_STARTED,
            now=now,
            import_id=made.pk,
            name=made.name,
            resumed=False,
        )
        transaction.on_commit(partial(send_work, made.pk), robust=True)
    return made


def _kinds(files: Sequence["File[bytes]"]) -> list[str]:
    """Look at the beginning of each file; give "" for what nobody can read."""
    kinds: list[str] = []
    for file in files:
        file.seek(0)
        try:
            kinds.append(kind_of(file.name or "", file.read(HEAD)))
        except Unreadable as error:
            if len(files) == 1:
                raise refusal_of(error) from error
            kinds.append("")
        is_table = kinds[-1] in TABLES
        check_size(file.size, MAX_TABLE_BYTES if is_table else MAX_FILE_BYTES)
    if len(files) > 1 and TABLES.intersection(kinds):
        raise OneTableAlone(
            "Send a table of articles alone, or files that hold one article each. "
            "Nothing was stored."
        )
    check_size(sum(file.size for file in files), MAX_TABLE_BYTES)
    return kinds


def _check_table(
    file: "File[bytes]", kind: Kind, mapping: Mapping[str, str] | None
) -> None:
    """Read up to the first row, where most of what can be wrong with a table shows."""
    file.seek(0)
    try:
        first = next(read_rows(cast(BinaryIO, file), kind, mapping), None)
    except Unreadable as error:
        raise refusal_of(error) from error
    if first is None:
        raise FileUnreadable("no_rows", "There is no row in this table.")


def _keep(
    article_import: ArticleImport, number: int, file: "File[bytes]", kind: str
) -> ImportFile:
    kept = ImportFile.objects.create(
        article_import=article_import,
        number=number,
        name=(file.name or "")[:255],
        kind=kind,
        size=file.size,
    )
    file.seek(0)
    for place, piece in enumerate(iter(partial(file.read, PIECE), b"")):
        ImportPiece.objects.create(file=kept, number=place, content=piece)
    return kept
