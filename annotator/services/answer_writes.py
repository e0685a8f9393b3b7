"""Write what a save changes, as long as what was read before still holds."""

from datetime import datetime

from django.db import connection
from django.db.models import QuerySet

from annotator.models import (
    HOLDING,
    Annotation,
    Assignment,
    AssignmentState,
    SourceType,
    User,
)
from annotator.models.annotations import EventKind
from annotator.queries.saves import Standing
from annotator.services.answers import Save, as_columns
from annotator.services.assignment import retake
from annotator.services.inserting import insert
from annotator.services.leases import lease_end

# The lease is what a change of the article's claims always moves; see `apply_change`.
COUNT = """
UPDATE annotator_assignment
SET state = %(state)s, answered = %(answered)s, skipped = %(skipped)s,
    lease_until = CASE WHEN lease_until > %(lease)s THEN lease_until ELSE %(lease)s END,
    last_saved_at = %(now)s
WHERE id = %(assignment)s AND state = %(old_state)s AND answered = %(old_answered)s
    AND skipped = %(old_skipped)s AND lease_until = %(old_lease)s
"""


class Overtaken(Exception):
    """Another save of the same annotator came first; what was read is old."""


def take_up_again(found: Standing) -> Standing:
    """Give an assignment that was given back its place again, if it is still free."""
    held = Assignment.objects.select_for_update(no_key=True).get(pk=found.assignment)
    retake(held)
    return found._replace(state=held.state)


def count_answers(save: Save, found: Standing, now: datetime) -> None:
    """
    Bring the assignment up to date, by what the act changes of it.

    :raises Overtaken: if it is not as it was found
    """
    before, after = found.annotation, save.answer
    answered = found.answered + (after is not None) - (before is not None)
    skipped = (
        found.skipped
        + (after is not None and after.skipped)
        - (before is not None and before.skipped)
    )
    state, lease = found.state, found.lease_until
    if state in HOLDING:
        is_open = answered < found.claim_count
        state = AssignmentState.OPEN if is_open else AssignmentState.DONE
        lease = connection.ops.adapt_datetimefield_value(lease_end(now))
    with connection.cursor() as cursor:
        cursor.execute(
            COUNT,
            {
                "assignment": found.assignment,
                "state": str(state),
                "answered": answered,
                "skipped": skipped,
                "lease": lease,
                "now": connection.ops.adapt_datetimefield_value(now),
                "old_state": found.state,
                "old_answered": found.answered,
                "old_skipped": found.skipped,
                "old_lease": found.lease_until,
            },
        )
        if not cursor.rowcount:
            raise Overtaken


def write_annotation(
    save: Save, found: Standing, annotator: User, now: datetime
) -> Annotation | None:
    """
    Write the annotation that an act leaves.

    :raises Overtaken: if the one it found has changed
    """
    current, answer = found.annotation, save.answer
    if answer is None:
        if current is not None and not _as_found(current).delete()[0]:
            raise Overtaken
        return None
    source_type = None
    if found.source_type and answer.source_type:
        source_type = SourceType(pk=found.source_type, key=answer.source_type)
    changes = {
        **as_columns(answer),
        "source_type": source_type,
        "guidelines": found.guidelines,
        "client_id": save.client_id,
        "updated_at": now,
        "version": current.version + 1 if current else 1,
    }
    if current is None:
        made = Annotation(
            claim_id=save.claim, annotator=annotator, created_at=now, **changes
        )
        insert(made)
        return made
    if not _as_found(current).update(**changes):
        raise Overtaken
    for name, value in changes.items():
        setattr(current, name, value)
    return current


def _as_found(annotation: Annotation) -> QuerySet[Annotation]:
    """Find the row of an annotation, unless something was saved in its place."""
    return Annotation.objects.filter(pk=annotation.pk, client_id=annotation.client_id)


def kind_of(before: object, after: object) -> EventKind:
    """Say what became of an annotation."""
    if after is None:
        return EventKind.WITHDRAWN
    return EventKind.CREATED if before is None else EventKind.CHANGED
