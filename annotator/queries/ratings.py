"""The annotations that agreement counts, packed: never a model object a rating."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from django.db import connection
from django.db.models import Exists, OuterRef, Q

from annotator.errors import DomainError
from annotator.models import Annotation, ArticleTally, Project, SourceType

FIELDS = {
    "article": "c.article_id",
    "claim": "c.id",
    "annotator": "a.annotator_id",
    "source_type": "a.source_type_id",
    "confidence": "a.confidence",
    "revision": "g.number",
    "at": "floor(extract(epoch from a.updated_at))",
}


class CountsDamaged(DomainError):
    """What was counted is not what it was; the answers are, and can be counted anew."""

    code = "counts_damaged"


RECORD = np.dtype([(name, ">i8") for name in FIELDS])
"""One rating: ids, the place on the confidence scale, the guidelines, UTC seconds."""

Records = npt.NDArray[np.void]
"""Ratings (n,) of RECORD, by article, claim and annotator."""


def current_ratings(project: Project, articles: list[int]) -> Records:
    """
    Give what counts in some of the project's articles.

    Skipped answers and those on replaced claims are left out. PostgreSQL packs the
    rows itself, so that one value comes over, 56 bytes a rating.
    """
    if connection.vendor == "postgresql":
        return _sorted(_packed_by_postgresql(project, articles))
    rows = (
        Annotation.objects.filter(
            claim__article__in=articles,
            claim__article__project=project,
            claim__replaced_at=None,
            skipped=False,
        )
        .order_by()
        .values_list(
            "claim__article",
            "claim",
            "annotator",
            "source_type",
            "confidence",
            "guidelines__number",
            "updated_at",
        )
    )
    return _sorted(
        np.array(
            [(*row[:-1], int(row[-1].timestamp())) for row in rows.iterator()], RECORD
        )
    )


def _packed_by_postgresql(project: Project, articles: list[int]) -> Records:
    sends = " || ".join(f"int8send(({field})::int8)" for field in FIELDS.values())
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT string_agg({sends}, ''::bytea)
            FROM annotator_article r
            JOIN annotator_claim c ON c.article_id = r.id AND c.replaced_at IS NULL
            JOIN annotator_annotation a ON a.claim_id = c.id AND NOT a.skipped
            JOIN annotator_guidelines g ON g.id = a.guidelines_id
            WHERE r.id = ANY(%s) AND r.project_id = %s
            """,  # noqa: S608  # the fields are those above
            [articles, project.pk],
        )
        (packed,) = cursor.fetchone()
    return np.frombuffer(bytes(packed or b""), RECORD)


def counted_ratings(project: Project, articles: list[int]) -> Records:
    """Give what was counted of some of the project's articles."""
    stored = ArticleTally.objects.filter(
        article__in=articles, article__project=project
    ).order_by("article")
    found = [unpacked(one) for one in stored.values_list("ratings", flat=True)]
    return np.concatenate([none(), *found])


def counted_in_blocks(project: Project, size: int = 1000) -> Iterator[Records]:
    """Give everything that was counted, some articles at a time."""
    stored = ArticleTally.objects.filter(article__project=project).order_by("article")
    some = []
    for packed in stored.values_list("ratings", flat=True).iterator(chunk_size=size):
        some.append(unpacked(packed))
        if len(some) == size:
            yield np.concatenate(some)
            some = []
    if some:
        yield np.concatenate(some)


def by_article(records: Records) -> dict[int, Records]:
    """Cut sorted ratings at their articles."""
    articles, first = np.unique(records["article"], return_index=True)
    parts = np.split(records, first[1:]) if len(articles) else []
    return dict(zip(articles.tolist(), parts, strict=True))


def packed(records: Records) -> bytes:
    """Write an article's ratings as few bytes."""
    # A column's numbers are alike, so columns are far smaller than rows.
    columns = records.view(">i8").reshape(len(records), -1).T
    return zlib.compress(np.ascontiguousarray(columns).tobytes(), 1)


def unpacked(stored: bytes | memoryview) -> Records:
    """
    Read what `packed` wrote.

    :raises CountsDamaged: if it did not write this
    """
    try:
        columns = np.frombuffer(zlib.decompress(stored), ">i8")
        rows = columns.reshape(len(FIELDS), -1).T
    except (zlib.error, ValueError) as error:
        raise CountsDamaged("What was counted of an article is damaged.") from error
    return np.ascontiguousarray(rows).view(RECORD).ravel()


def none() -> Records:
    """Give no ratings."""
    return np.zeros(0, RECORD)


def _sorted(records: Records) -> Records:
    order = np.lexsort([records[name] for name in ("annotator", "claim", "article")])
    return np.asarray(records[order])


@dataclass(frozen=True)
class Declared:
    """
    What a project's answers may be: the labels of every variable, lowest first.

    `places` gives a source type's id its place in `source_types`, `into` each of those
    the place in `collapsed`, the set in which every type is what it maps to.
    """

    source_types: tuple[str, ...]
    collapsed: tuple[str, ...]
    confidence: tuple[str, ...]
    places: dict[int, int]
    into: tuple[int, ...]

    @property
    def collapses(self) -> bool:
        """Whether the collapsed set is another one than the full set."""
        return self.collapsed != self.source_types

    def labels(self, variable: str) -> tuple[str, ...]:
        """Give the labels of a variable; of calibration, those of confidence."""
        return {
            "source_type": self.source_types,
            "source_type_collapsed": self.collapsed,
        }.get(variable, self.confidence)

    def to_json(self) -> dict[str, Any]:
        """Give what a stored sum depends on."""
        return {
            "source_types": [[pk, place] for pk, place in sorted(self.places.items())],
            "keys": list(self.source_types),
            "collapsed": list(self.collapsed),
            "into": list(self.into),
            "confidence": list(self.confidence),
        }


def declared_labels(project: Project) -> Declared:
    """
    Give the labels that a project declares, with one query.

    An archived type counts as long as an answer has it.
    """
    used = Annotation.objects.filter(source_type=OuterRef("pk"))
    types = list(
        SourceType.objects.filter(Q(archived_at=None) | Exists(used), project=project)
        .order_by("order", "pk")
        .values_list("pk", "key", "maps_to__key")
    )
    keys = tuple(key for _, key, _ in types)
    maps_to: dict[str, str | None] = {key: target for _, key, target in types}
    targets = [_end_of(key, maps_to) for key in keys]
    collapsed = tuple(key for key in keys if key in targets)
    return Declared(
        source_types=keys,
        collapsed=collapsed,
        confidence=tuple(str(n + 1) for n in range(len(project.confidence_words))),
        places={pk: place for place, (pk, _, _) in enumerate(types)},
        into=tuple(collapsed.index(target) for target in targets),
    )


def _end_of(key: str, maps_to: dict[str, str | None]) -> str:
    """Follow what a source type maps to, as far as it goes and not in a circle."""
    seen = {key}
    while (target := maps_to.get(key)) in maps_to and target not in seen:
        key = str(target)
        seen.add(key)
    return key
