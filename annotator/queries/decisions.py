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
class Decision:
    """
    What is decided of a claim; `source_type` is None if it is no claim.

    `answers` of the `votes` say so.
    """

    source_type: str | None
    answers: int
    votes: int

    @property
    def by(self) -> str:
        """How it came about: all say so, or most do."""
        return "unanimity" if self.answers == self.votes else "majority"


def decision_of(
    types: Sequence[str], reasons: Sequence[str], *, overlap: int
) -> Decision | None:
    """
    Decide a claim by the types of its answers and the reasons of its skips.

    It is undecided until as many answered or skipped it as the project's overlap. It is
    no claim if most skipped it for that reason. Else its type is what most of those say
    who did not skip it; it is undecided if two types tie.
    """
    votes = len(types) + len(reasons)
    if votes < overlap:
        return None
    none = sum(one.lower().strip().startswith(NO_CLAIM_REASONS) for one in reasons)
    if 2 * none > votes:
        return Decision(None, none, votes)
    leading, most = most_said(types)
    return Decision(leading[0], most, votes) if len(leading) == 1 else None


def most_said(types: Sequence[str]) -> tuple[list[str], int]:
    """Give the types that most answers have, several if they tie, and how many."""
    said = Counter(types)
    most = max(said.values(), default=0)
    return sorted(key for key, count in said.items() if count == most), most


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
    """Count the decided articles to learn from, up to `most`: nobody counts beyond."""
    return _decided(project)[:most].count()


def decided_articles(
    project: Project, *, most: int, characters: int
) -> Iterator[DecidedArticle]:
    """
    Give the newest decided articles, as many as there may be, of as much text.

    Learning refines the rules, so articles that these cannot read are passed over. An
    article is decided once every claim has as many answers as the project wants.
    Its claims are what `decision_of` says; no claim is also what a lead excluded.
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
        yield from _read(ids[start : start + BATCH], usable, project.overlap)


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
    decided = project.articles.filter(~Exists(wanting), claim_count__gt=0)
    return decided.read_by_rules().order_by("-pk")


def _read(
    ids: list[int], usable: Collection[str], overlap: int
) -> Iterator[DecidedArticle]:
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
            _span(claim, answers[claim.pk], usable, overlap)
            for claim in claims[article.pk]
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
    claim: Claim, answers: Sequence[Annotation], usable: Collection[str], overlap: int
) -> DecidedSpan:
    reasons = [one.skip_reason for one in answers if one.skipped]
    types = [one.source_type.key for one in answers if one.source_type]
    decision = decision_of(types, reasons, overlap=overlap)
    key = decision.source_type if decision else None
    if decision and key is None:
        return DecidedSpan(claim.start, claim.end, is_claim=False, source_type=None)
    # Who could not tell what is behind a claim has not said that it is one.
    is_claim = True if 2 * len(reasons) < len(answers) else None
    return DecidedSpan(
        claim.start,
        claim.end,
        is_claim=is_claim,
        source_type=key if key in usable else None,
    )
