"""Rows of answers given elsewhere, stored in the place of what was said before."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple
from uuid import uuid4

from annotator.models import (
    Annotation,
    AnnotationEvent,
    Guidelines,
    Project,
    SourceType,
    User,
)
from annotator.models.annotations import EventKind
from annotator.services.answers import COLUMNS, Answer, answer_of, as_columns, event_of


class Row(NamedTuple):
    """A row with what it names, and the names of what it leaves as it is stored."""

    claim: int
    annotator: User
    answer: Answer
    left_out: frozenset[str]
    source_type: SourceType | None
    at: datetime | None
    guidelines: Guidelines | None

    def in_place_of(self, old: Annotation) -> "Row":
        """Fill in what the row leaves out from the annotation that it replaces."""
        stored = answer_of(old)
        kept = {name: getattr(stored, name) for name in self.left_out}
        return self._replace(answer=replace(self.answer, **kept))


class Change(NamedTuple):
    """A row that is to be stored, with what it is stored in place of."""

    row: Row
    old: Annotation | None

    @property
    def kind(self) -> EventKind:
        return EventKind.CREATED if self.old is None else EventKind.CHANGED


def differs(old: Annotation, row: Row) -> bool:
    """Tell whether a row says what is not stored; what it leaves open is no news."""
    return (
        answer_of(old) != row.answer
        or (row.at is not None and row.at != old.updated_at)
        or (row.guidelines is not None and row.guidelines.pk != old.guidelines_id)
    )


def store(
    changes: Sequence[Change], project: Project, lead: User, now: datetime
) -> None:
    """Store rows in place of what the same people said before, and the history."""
    in_force = project.guidelines.defer("body")[0]
    annotations = [
        Annotation(
            **as_columns(row.answer),
            source_type=row.source_type,
            claim_id=row.claim,
            annotator=row.annotator,
            guidelines=row.guidelines or in_force,
            version=old.version + 1 if old else 1,
            client_id=uuid4(),
            created_at=row.at or now,
            updated_at=row.at or now,
        )
        for row, old in changes
    ]
    Annotation.objects.bulk_create(
        annotations,
        update_conflicts=True,
        unique_fields=["claim", "annotator"],
        update_fields=[
            *COLUMNS,
            "guidelines",
            "version",
            "client_id",
            "updated_at",
        ],
    )
    # The event is that the answer came in, which is now, whenever it was given.
    AnnotationEvent.objects.bulk_create(
        AnnotationEvent(
            project=project,
            claim_id=change.row.claim,
            annotator=change.row.annotator,
            kind=change.kind,
            client_id=made.client_id,
            before=event_of(change.old),
            after={**(event_of(made) or {}), "imported_by": lead.pk},
            at=now,
        )
        for change, made in zip(changes, annotations, strict=True)
    )
