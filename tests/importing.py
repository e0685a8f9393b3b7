"""Run imports in this process, as a worker would."""

from datetime import datetime, timedelta
from typing import Any

from annotator.models import ArticleImport, Project, Role
from annotator.services import (
    import_blocks,
    import_cutting,
    import_uploads,
    imports,
)
from tests import make


def start(
    project: Project, *files: Any, mapping: dict[str, str] | None = None
) -> ArticleImport:
    """Keep files for the workers, of whom there are none yet."""
    return import_uploads.start_import(
        project=project,
        lead=project.memberships.filter(role=Role.LEAD)[0].user,
        files=files,
        mapping=mapping,
        now=make.NOW,
    )


def cut(article_import: ArticleImport, *, now: datetime = make.NOW) -> None:
    import_cutting.cut_import(import_id=article_import.pk, clock=lambda: now)


def take_in(article_import: ArticleImport, *, now: datetime = make.NOW) -> None:
    """Take in every block that there is."""
    for block in list(article_import.blocks.values_list("pk", flat=True)):
        import_blocks.import_block(block_id=block, clock=lambda: now)


def work(article_import: ArticleImport, *, now: datetime = make.NOW) -> ArticleImport:
    """Do all that there is to do for an import."""
    cut(article_import, now=now)
    take_in(article_import, now=now)
    imports.finish_import(import_id=article_import.pk, now=now)
    article_import.refresh_from_db()
    return article_import


def long_after(lost: timedelta = imports.LOST) -> datetime:
    """Give a time at which whoever was at work at NOW is taken to be gone."""
    return make.NOW + 2 * lost


def counts(article_import: ArticleImport) -> tuple[int, int, int]:
    """Give how many rows were stored, were duplicates, and failed."""
    article_import.refresh_from_db()
    return (article_import.stored, article_import.duplicates, article_import.failed)
