"""What has changed in a project from one place to another: saves and claims, by ids."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from annotator.models import Annotation, AnnotationEvent, Claim, ClaimChange, Project
from annotator.models.annotations import EventKind
from annotator.queries.settled import Position

CHUNK = 1000
NOTHING_TAKEN_BACK = Q(kind=EventKind.WITHDRAWN, before__isnull=True)
"""A save that has changed nothing."""


class Cause(NamedTuple):
    """Why something is to be given: of one annotator, or (0) of the whole claim."""

    position: Position
    claim: int
    annotator: int = 0


@dataclass(frozen=True, slots=True)
class Range:
    """
    What has changed in a project after `since`, up to `until`.

    It goes from the one to the other by events first, then by claims, then by claim
    changes: each cause stands at the place up to which all is given with it. Causes
    come some at a time, each time by an index.
    """

    project: Project
    since: Position
    until: Position

    def events(self) -> Iterator[list[Cause]]:
        """Give what was saved."""
        real = AnnotationEvent.objects.exclude(NOTHING_TAKEN_BACK)
        saved = real.filter(project=self.project).values_list(
            "pk", "claim", "annotator"
        )
        for some in _chunks(saved, self.since.event, self.until.event):
            yield [
                Cause(replace(self.since, event=pk), claim, annotator)
                for pk, claim, annotator in some
            ]

    def claims(self) -> Iterator[list[Cause]]:
        """Give the claims that are new."""
        passed = replace(self.since, event=self.until.event)
        # By claim id: a join would have SQLite sort them all for each chunk.
        ours = Exists(self.project.articles.filter(pk=OuterRef("article")))
        new = Claim.objects.filter(ours).values_list("pk")
        for some in _chunks(new, self.since.claim, self.until.claim):
            yield [Cause(replace(passed, claim=pk), pk) for (pk,) in some]

    def claim_changes(self) -> Iterator[list[Cause]]:
        """Give the claims that were replaced or have got another number."""
        passed = Position(self.until.event, self.until.claim)
        changed = ClaimChange.objects.filter(project=self.project)
        for some in _chunks(
            changed.values_list("pk", "claim"), self.since.change, self.until.change
        ):
            yield [Cause(replace(passed, change=pk), claim) for pk, claim in some]

    def changed_answers(self) -> Iterator[list[Cause]]:
        """Give the answers to such claims, one after the other of each change."""
        for causes in self.claim_changes():
            answers = _annotators({one.claim for one in causes})
            parts = [
                Cause(_within(one.position, annotator), one.claim, annotator)
                for one in causes
                for annotator in answers.get(one.claim, ())
            ]
            since = (self.since.change, self.since.part)
            yield [
                one for one in parts if (one.position.change, one.position.part) > since
            ]


def _within(change: Position, annotator: int) -> Position:
    """Give the place where a change is given of annotators up to one."""
    return replace(change, change=change.change - 1, part=annotator)


def _annotators(claims: Collection[int]) -> dict[int, list[int]]:
    """Give who has an answer to some claims, by their ids."""
    by_claim: dict[int, list[int]] = {}
    answers = Annotation.objects.filter(claim__in=claims).order_by("annotator")
    for claim, annotator in answers.values_list("claim", "annotator"):
        by_claim.setdefault(claim, []).append(annotator)
    return by_claim


def _chunks(
    rows: QuerySet[Any, tuple[Any, ...]], after: int, until: int
) -> Iterator[list[tuple[Any, ...]]]:
    """Give rows in the order of their ids, which come first in each."""
    in_order = rows.order_by("pk").filter(pk__lte=until)
    while some := list(in_order.filter(pk__gt=after)[:CHUNK]):
        yield some
        if len(some) < CHUNK:
            return
        after = some[-1][0]


def newest_saves(claims: Collection[int], *, after: int) -> dict[tuple[int, int], int]:
    """Give the newest event there is now of each answer to some claims."""
    saved = AnnotationEvent.objects.exclude(NOTHING_TAKEN_BACK).filter(
        claim__in=claims, pk__gt=after
    )
    newest = saved.order_by().values_list("claim", "annotator").annotate(Max("pk"))
    return {(claim, annotator): pk for claim, annotator, pk in newest}


def newest_changes(claims: Collection[int], *, after: int) -> dict[int, int]:
    """Give the newest change there is now of each of some claims."""
    changed = ClaimChange.objects.filter(claim__in=claims, pk__gt=after)
    return dict(changed.order_by().values_list("claim").annotate(Max("pk")))
