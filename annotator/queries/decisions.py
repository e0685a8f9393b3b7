"""What a project has decided of its claims: for now, what most annotators say."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.db.models.functions import Length

from annotator.models import Annotation, Article, Claim, Project

NEEDED = 15
"""Decided articles; with fewer, figures by cross-validation would be chance."""
MOST = 2000
"""Articles: the newest decided ones are learned from."""
UNDECIDED = "unclear"
"""The source type that says that none can be told."""
NO_CLAIM_REASONS = ("no claim", "not a claim", "no_claim", "about the reporting")
"""How a skip's reason begins that says that there is no claim."""
LEARNED = "learned from "
"""How the rule begins of what a model excluded: no decision of anybody's."""
BATCH = 50


@dataclass(frozen=True, slots=True)
class DecidedSpan:
    """What was decided of a span; None where it was not."""

    start: int
    end: int
    is_claim: bool | None
    source_type: str | None


@dataclass(frozen=True, slots=True)
class DecidedArticle:
    """A decided article with all its spans in order, claims or not."""

    sha256: str
    text: str
    title: str
    dropped: list[dict[str, Any]]
    spans: list[DecidedSpan]


def count_decided(project: Project, *, most: int) -> int:
    """Count the articles that are decided, up to `most`: beyond that nobody counts."""
    return _decided(project)[:most].count()


def decided_articles(
    project: Project, *, most: int, characters: int
) -> Iterator[DecidedArticle]:
    """
    Give the newest decided articles, as many as there may be, of as much text.

    An article is decided once every claim has as many answers as the project wants.
    A claim's type is what most of those say who did not skip it, unless two types tie;
    it is no claim if most skipped it for that reason, or a lead excluded it.
    """
    ids, total = [], 0
    sizes = _decided(project).values_list("pk", Length("text"))
    for pk, length in sizes[:most]:
        total += length
        if total > characters:
            break
        ids.append(pk)
    usable = set(
        project.source_types.filter(archived_at=None)
        .exclude(key=UNDECIDED)
        .values_list("key", flat=True)
    )
    for start in range(0, len(ids), BATCH):
        yield from _read(ids[start : start + BATCH], usable)


def _decided(project: Project) -> QuerySet[Article]:
    # Claim by claim up to the first that wants answers: an article without any is
    # passed over at once, however many there are.
    wanting = (
        Claim.objects.current()
        .filter(article=OuterRef("pk"))
        .order_by()
        .values("pk")
        .annotate(answers=Count("annotations"))
        .filter(answers__lt=project.overlap)
    )
    return project.articles.filter(~Exists(wanting), claim_count__gt=0).order_by("-pk")


def _read(ids: list[int], usable: Collection[str]) -> Iterator[DecidedArticle]:
    answers: defaultdict[int, list[Annotation]] = defaultdict(list)
    for one in (
        Annotation.objects.filter(claim__article__in=ids, claim__replaced_at=None)
        .select_related("source_type")
        .only("claim_id", "skipped", "skip_reason", "source_type__key")
    ):
        answers[one.claim_id].append(one)
    claims: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in Claim.objects.current().filter(article__in=ids):
        claims[claim.article_id].append(claim)
    for article in Article.objects.filter(pk__in=ids).order_by("-pk"):
        spans = [
            _span(claim, answers[claim.pk], usable) for claim in claims[article.pk]
        ]
        spans += [
            DecidedSpan(one["start"], one["end"], is_claim=False, source_type=None)
            for one in article.excluded
            if not one["rule"].startswith(LEARNED)
        ]
        yield DecidedArticle(
            sha256=article.sha256,
            text=article.text,
            title=article.title,
            dropped=article.dropped,
            spans=sorted(spans, key=lambda one: one.start),
        )


def _span(
    claim: Claim, answers: Sequence[Annotation], usable: Collection[str]
) -> DecidedSpan:
    reasons = [one.skip_reason.lower() for one in answers if one.skipped]
    none = sum(reason.strip().startswith(NO_CLAIM_REASONS) for reason in reasons)
    if 2 * none > len(answers):
        return DecidedSpan(claim.start, claim.end, is_claim=False, source_type=None)
    said = Counter(one.source_type.key for one in answers if one.source_type)
    first, second = (*said.most_common(2), ("", 0), ("", 0))[:2]
    key = first[0] if first[1] > second[1] and first[0] in usable else None
    # Who could not tell what is behind a claim has not said that it is one.
    is_claim = True if 2 * len(reasons) < len(answers) else None
    return DecidedSpan(claim.start, claim.end, is_claim=is_claim, source_type=key)
