"""The claims on which annotators differ."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from django.db.models import (
    BigIntegerField,
    Exists,
    ExpressionWrapper,
    F,
    FilteredRelation,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
)

from annotator.models import (
    Annotation,
    ArticlePosterior,
    Assignment,
    DisputedClaim,
    Membership,
    Project,
    User,
)
from annotator.queries.posteriors import unpacked
from annotator.queries.selections import filters_of


def is_pair(project: Project, one: int, other: int) -> bool:
    """Tell whether two people are members of a project or have annotated in it."""
    member = Membership.objects.filter(project=project, user=OuterRef("pk"))
    assigned = Assignment.objects.filter(
        article__project=project, annotator=OuterRef("pk")
    )
    both = Q(pk=one) | Q(pk=other)
    people = User.objects.filter(both, Exists(member) | Exists(assigned))
    return people.count() == len((one, other))


def pair_claims(
    project: Project, one: int, other: int, scope: str, of: tuple[str, str] | None
) -> QuerySet[Annotation]:
    """
    Give what `one` says of the claims on which `other` names another source type.

    With `of`, of the claims of which one says the first and the other says the second,
    be it the same. Adds: other_type, other_confidence. One query, by both answers'
    indexes, and one before it for a selection.
    """
    within = filters_of(project, scope)
    theirs_within = replace(within, outlets=()).as_q("theirs__")
    theirs = FilteredRelation(
        "claim__annotations", condition=Q(claim__annotations__annotator=other)
    )
    rows = (
        Annotation.objects.filter(
            annotator=one,
            skipped=False,
            claim__replaced_at=None,
            claim__article__project=project,
        )
        .annotate(theirs=theirs)
        .filter(within.as_q(), theirs_within, theirs__skipped=False)
        .annotate(
            other_type_id=F("theirs__source_type"),
            other_type=F("theirs__source_type__key"),
            other_confidence=F("theirs__confidence"),
        )
        .select_related("source_type", "claim__article")
        .only(
            "confidence",
            "source_type__key",
            "claim__number",
            "claim__quote",
            "claim__article__title",
            "claim__article__language",
        )
    )
    if of is None:
        return rows.exclude(source_type=F("other_type_id"))
    return rows.filter(source_type__key=of[0], other_type=of[1])


def disputed_claims(
    project: Project,
    *,
    only_uncertain: bool = False,
    between: tuple[str, str] | None = None,
) -> QuerySet[DisputedClaim]:
    """
    Give the claims on which annotators differ, with what each says; two queries.

    `only_uncertain` keeps those whose uncertainty is known, `between` those of which
    somebody says the one source type and somebody the other: one query more.
    """
    disputed = project.disputed.all()
    if only_uncertain:
        disputed = disputed.exclude(entropy=None)
    if between is not None:
        disputed = _between(project, disputed, between)
    answers = (
        Annotation.objects.filter(skipped=False)
        .select_related("annotator", "source_type")
        .only("claim_id", "confidence", "annotator__name", "source_type__key")
    )
    return (
        disputed.select_related("claim__article")
        .prefetch_related(
            Prefetch("claim__annotations", queryset=answers, to_attr="given")
        )
        .only(
            "answers",
            "dispute",
            "entropy",
            "project_id",
            "claim__number",
            "claim__quote",
            "claim__article__title",
            "claim__article__language",
        )
    )


def _between(
    project: Project, disputed: QuerySet[DisputedClaim], between: tuple[str, str]
) -> QuerySet[DisputedClaim]:
    """Keep the claims of which somebody says the one type and somebody the other."""
    types = dict(project.source_types.values_list("key", "pk"))
    if not types.keys() >= set(between):
        return disputed.none()
    bits = 0
    for key in between:
        bits |= DisputedClaim.bit_of(types[key])
    # Django takes what is computed of whole numbers to be small, if it is not told.
    met = ExpressionWrapper(F("types").bitand(bits), BigIntegerField())
    disputed = disputed.annotate(met=met).filter(met=bits)
    sharing = [pk for pk in types.values() if DisputedClaim.bit_of(pk) & bits]
    if len(sharing) > bits.bit_count():
        # A bit stands for several types: only the answers tell which of them it is.
        for key in between:
            says = Annotation.objects.filter(source_type=types[key])
            disputed = disputed.filter(Exists(says.filter(claim=OuterRef("claim"))))
    return disputed


def posteriors_of(
    disputed: Sequence[DisputedClaim],
) -> dict[int, list[dict[str, Any]]]:
    """
    Give the posterior of each claim that has one, by label; costs one query.

    While a run is at work, what it has written has no labels yet and is left out.
    """
    stored = ArticlePosterior.objects.filter(
        article__in={one.claim.article_id for one in disputed}
    ).values_list("consensus__labels", "posteriors")
    found: dict[int, list[dict[str, Any]]] = {}
    wanted = {one.claim_id for one in disputed}
    for labels, packed in stored:
        if labels:
            found |= _by_label(labels, packed, wanted)
    return found


def _by_label(
    labels: list[str], packed: bytes | memoryview, wanted: Iterable[int]
) -> dict[int, list[dict[str, Any]]]:
    rows = unpacked(packed, len(labels))
    return {
        claim: [
            {"label": label, "probability": share}
            for label, share in zip(labels, rows[claim].tolist(), strict=True)
        ]
        for claim in wanted
        if claim in rows
    }
