"""What a snapshot reads of the database, all of it at one moment."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db.models import Sum

from annotator.formats.columns import Column
from annotator.formats.label_tables import annotation_columns, claim_columns
from annotator.formats.parquet import to_parquet
from annotator.models import Article, Project
from annotator.queries.exports import (
    ExportChoice,
    annotation_rows,
    claim_rows,
    export_labels,
)
from annotator.queries.moment import one_moment
from annotator.queries.ratings import declared_labels
from annotator.services.snapshot_agreement import VotesCounted
from annotator.services.snapshot_progress import Progress
from annotator.splits import (
    SHARES,
    NearDuplicates,
    Splits,
    Traits,
    Wish,
    assign_splits,
)

Row = dict[str, Any]
Rows = Iterator[Row]
TABLES = ("claims", "annotations")
TOLD = 500
"""Rows between two signs of progress."""
TEXTS = 50
"""Texts that are read at a time."""


@dataclass
class Kept:
    """What is kept of an article, whatever its length."""

    sha256: str
    traits: Traits
    claims: int = 0


@dataclass
class Gathered:
    """What was read, with the rows of each table in a file on the disk."""

    folder: Path
    columns: dict[str, tuple[Column, ...]]
    about: dict[str, Any]
    votes: VotesCounted
    splits: Splits | None = None
    articles: dict[int, Kept] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    under: Counter[int] = field(default_factory=Counter)
    """Annotations by the revision of the guidelines."""

    def path(self, table: str) -> Path:
        """Give where the rows of a table are."""
        return self.folder / f"gathered-{table}.parquet"


def gather(
    project: Project, options: dict[str, Any], folder: Path, progress: Progress
) -> Gathered:
    """Read everything that a snapshot is made of; rows go to the disk as they come."""
    choice = ExportChoice.of(options["filters"])
    with one_moment():
        project = Project.objects.get(pk=project.pk)
        labels = export_labels(project)
        gathered = Gathered(
            folder=folder,
            columns={
                "claims": claim_columns(labels.keys, text=options["text"]),
                "annotations": annotation_columns(),
            },
            about=_about(project, labels.collapsed),
            votes=VotesCounted(declared_labels(project)),
        )
        of_articles = choice.filters(project).articles(project)
        total = of_articles.aggregate(total=Sum("claim_count"))["total"]
        progress.begin("claims", total or 0)
        claims = claim_rows(project, choice, text=options["text"], labels=labels)
        _keep(gathered, "claims", _each(claims, progress, gathered, _count_claim))
        progress.begin("annotations", gathered.counts["votes"])
        answers = annotation_rows(project, choice)
        _keep(
            gathered,
            "annotations",
            _each(answers, progress, gathered, _count_annotation),
        )
        if options["splits"] is not None:
            gathered.splits = _split(gathered, options["splits"], progress)
    return gathered


def _each(
    rows: Rows,
    progress: Progress,
    gathered: Gathered,
    look: Callable[[Gathered, Row], None],
) -> Rows:
    """Pass rows on, having looked at each."""
    number = 0
    for number, row in enumerate(rows, start=1):
        look(gathered, row)
        if number % TOLD == 0:
            progress.add(TOLD)
        yield row
    progress.add(number % TOLD)


def _keep(gathered: Gathered, table: str, rows: Rows) -> None:
    with gathered.path(table).open("wb") as file:
        for chunk in to_parquet(gathered.columns[table], rows):
            file.write(chunk)


def _count_claim(gathered: Gathered, row: Row) -> None:
    counts = gathered.counts
    counts["claims"] += 1
    counts["votes"] += len(row["votes"])
    counts["answers"] += row["answers"]
    counts["skips"] += row["skips"]
    counts["decided"] += row["decision"] is not None
    gathered.votes.add(row)
    kept = _article(gathered, row)
    kept.claims += 1
    if row["majority"] is not None:
        kept.traits.labels[row["majority"]] += 1  # type: ignore[index]


def _count_annotation(gathered: Gathered, row: Row) -> None:
    gathered.counts["annotations"] += 1
    gathered.under[row["guideline_revision"]] += 1
    _article(gathered, row)


def _article(gathered: Gathered, row: Row) -> Kept:
    """Give what is kept of a row's article."""
    pk: int = row["article_id"]
    kept = gathered.articles.get(pk)
    if kept is None:
        traits = Traits(
            labels=Counter(),
            outlet=row["article_outlet"],
            published_on=row["article_published_on"],
        )
        kept = gathered.articles[pk] = Kept(row["article_sha256"], traits)
    return kept


def _about(project: Project, collapsed: dict[str, str]) -> dict[str, Any]:
    """Give what a snapshot says of its project."""
    types = project.source_types.filter(key__in=collapsed).order_by("order", "pk")
    return {
        "project": project.name,
        "overlap": project.overlap,
        "confidence": project.confidence_words,
        "labels": [
            {
                "key": key,
                "name": name,
                "definition": definition,
                "maps_to": maps_to,
                "collapsed": collapsed[key],
            }
            for key, name, definition, maps_to in types.values_list(
                "key", "name", "definition", "maps_to__key"
            )
        ],
        "guidelines": list(
            project.guidelines.order_by("number").values("number", "body")
        ),
    }


def _split(gathered: Gathered, asked: dict[str, Any], progress: Progress) -> Splits:
    """Divide the articles that have rows; their texts pass by one after another."""
    ids = sorted(gathered.articles)
    progress.begin("splits", len(ids))
    duplicates = NearDuplicates(asked["similarity"])
    for some in _parts(ids, TEXTS):
        texts = Article.objects.filter(pk__in=some).order_by("pk")
        for pk, text in texts.values_list("pk", "text"):
            duplicates.add(pk, text)
        progress.add(len(some))
    groups = duplicates.groups(
        lambda pk: Article.objects.values_list("text", flat=True).get(pk=pk)
    )
    shares = {name: asked["shares"].get(name, 0) for name in SHARES}
    wish = Wish(
        shares={name: share for name, share in shares.items() if share},
        seed=asked["seed"],
        by=asked["by"],
    )
    traits = {pk: kept.traits for pk, kept in gathered.articles.items()}
    return assign_splits(traits, groups, wish)


def _parts(ids: list[int], size: int) -> Iterable[list[int]]:
    for start in range(0, len(ids), size):
        yield ids[start : start + size]
