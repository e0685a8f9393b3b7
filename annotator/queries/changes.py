"""The annotations and claims that have changed since an export's reader was here."""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from annotator.errors import DomainError
from annotator.models import Project
from annotator.queries.causes import Cause, Range
from annotator.queries.exports.annotations import annotation_rows_of
from annotator.queries.exports.choices import EVERY_VOTE, ExportChoice
from annotator.queries.exports.claims import claim_rows_of
from annotator.queries.exports.labels import ExportLabels
from annotator.queries.pulls import Key, Newest, Pull, Row
from annotator.queries.settled import Feed, Position, settle_after

RULES = 8


class FilterWithCursor(DomainError):
    code = "filter_with_cursor"


@dataclass(frozen=True, kw_only=True)
class AnnotationPull(Pull):
    """The annotations that were given, changed or withdrawn, or whose claim changed."""

    annotators: Collection[int]
    names: bool

    def _causes(self) -> Iterator[list[Cause]]:
        for causes in chain(self.changed.events(), self.changed.changed_answers()):
            yield [
                one
                for one in causes
                if not self.annotators or one.annotator in self.annotators
            ]

    def _read(self, keys: Collection[Key]) -> dict[Key, Row]:
        codes = self._codes(keys)
        rows = annotation_rows_of(
            self.changed.project,
            {claim for claim, _ in keys},
            codes.keys(),
            names=self.names,
        )
        by_key = {key: (key[0], codes[key[1]]) for key in keys}
        return {
            key: rows[by_code] for key, by_code in by_key.items() if by_code in rows
        }

    def _gone(self, keys: Collection[Key]) -> dict[Key, Row]:
        codes = self._codes(keys) if keys else {}
        return {
            (claim, annotator): {"claim_id": claim, "annotator": codes[annotator]}
            for claim, annotator in keys
        }

    def _codes(self, keys: Collection[Key]) -> dict[int, str]:
        """Give the codes of the annotators of some rows: everybody has had a part."""
        people = self.changed.project.participants.filter(
            user__in={annotator for _, annotator in keys}
        )
        return dict(people.values_list("user", "code"))

    def _is_all(
        self, key: Key, position: Position, newest: Newest, *, is_gone: bool
    ) -> bool:
        if newest.saves.get(key, 0) > position.event:
            return False
        claim, annotator = key
        # A change of a claim means nothing to answers that there are not.
        change = newest.changes.get(claim, 0)
        return is_gone or (change - 1, annotator) <= (position.change, position.part)


@dataclass(frozen=True, kw_only=True)
class ClaimPull(Pull):
    """The claims that are new or replaced, have another number, or other votes."""

    text: bool
    labels: ExportLabels

    def _causes(self) -> Iterator[list[Cause]]:
        if self.changed.since.claim:  # else all of them come as new ones
            for causes in self.changed.events():
                yield [one._replace(annotator=0) for one in causes]
        yield from self.changed.claims()
        yield from self.changed.claim_changes()

    def _read(self, keys: Collection[Key]) -> dict[Key, Row]:
        rows = claim_rows_of(
            self.changed.project,
            {claim for claim, _ in keys},
            text=self.text,
            labels=self.labels,
        )
        return {(claim, 0): row for claim, row in rows.items()}

    def _gone(self, keys: Collection[Key]) -> dict[Key, Row]:
        return {key: {"claim_id": key[0]} for key in keys}

    def _newest(self, places: Mapping[Key, Position]) -> Newest:
        newest = super()._newest(places)
        saves: dict[Key, int] = {}
        for (claim, _), pk in newest.saves.items():
            saves[claim, 0] = max(pk, saves.get((claim, 0), 0))
        return replace(newest, saves=saves)

    def _is_all(
        self, key: Key, position: Position, newest: Newest, *, is_gone: bool
    ) -> bool:
        del is_gone  # a replaced claim is a change like any other
        return (
            newest.saves.get(key, 0) <= position.event
            and key[0] <= position.claim
            and newest.changes.get(key[0], 0) <= position.change
        )


def changed_annotations(
    project: Project,
    cursor: str,
    choice: ExportChoice = EVERY_VOTE,
    *,
    names: bool = False,
) -> AnnotationPull:
    """
    Give the annotations that have changed since a cursor, or since the start.

    :raises BadCursor: if that is no cursor of these annotations
    :raises FilterWithCursor: if they are chosen by more than annotators and outlets
    """
    _check(choice, {"annotators", "outlets"})
    feed = Feed("annotations", project.pk)
    filters = choice.filters(project)
    return AnnotationPull(
        changed=_range(project, feed, cursor),
        feed=feed,
        outlets=filters.outlets,
        annotators=filters.annotators,
        names=names,
    )


def changed_claims(
    project: Project,
    cursor: str,
    choice: ExportChoice = EVERY_VOTE,
    *,
    labels: ExportLabels,
    text: bool = False,
) -> ClaimPull:
    """
    Give the claims that have changed since a cursor, or since the start.

    Where `labels` are others than they were at the cursor, all claims have changed.

    :raises BadCursor: if that is no cursor of these claims
    :raises FilterWithCursor: if they are chosen by more than outlets
    """
    _check(choice, {"outlets"})
    feed = Feed("claims", project.pk, _rules(labels))
    return ClaimPull(
        changed=_range(project, feed, cursor),
        feed=feed,
        outlets=choice.outlets,
        labels=labels,
        text=text,
    )


def _check(choice: ExportChoice, allowed: Collection[str]) -> None:
    """
    Make sure that whether a row is chosen never changes, or does with its causes.

    :raises FilterWithCursor: if it may
    """
    if others := choice.to_json().keys() - allowed:
        raise FilterWithCursor(
            f"Changes cannot be chosen by {', '.join(sorted(others))}. Pull them all, "
            "and choose from what you have."
        )


def _range(project: Project, feed: Feed, cursor: str) -> Range:
    since = feed.position(cursor)
    return Range(project, since, settle_after(since))


def _rules(labels: ExportLabels) -> str:
    """Give a digest of what figures on claims are made by."""
    told = repr((labels.keys, sorted(labels.collapsed.items()), labels.overlap))
    return hashlib.sha256(told.encode()).hexdigest()[:RULES]
