"""Take answers in, change them, take them back."""

from datetime import datetime
from functools import partial
from uuid import UUID

from django.db import IntegrityError, transaction

from annotator.errors import DomainError
from annotator.models import (
    Annotation,
    AnnotationEvent,
    Assignment,
    AssignmentState,
    Claim,
    Project,
    ProjectState,
    SourceType,
    User,
)
from annotator.queries.saves import Named, Standing, standing
from annotator.services.answer_writes import (
    Overtaken,
    count_answers,
    kind_of,
    take_up_again,
    write_annotation,
)
from annotator.services.answers import (
    ANYTHING,
    Answer,
    Asked,
    Save,
    SourceTypeArchived,
    UnknownSourceType,
    as_saved,
    check_answer,
    event_of,
    said_in,
)
from annotator.services.guidelines import UnknownRevision
from annotator.services.inserting import insert
from annotator.services.wake import nudge

TRIES = 8


class NotAssigned(DomainError):
    code = "not_assigned"


class ProjectClosed(DomainError):
    code = "project_closed"


class ClaimReplaced(DomainError):
    code = "claim_replaced"


class ClientIdReused(DomainError):
    code = "client_id_reused"


class AnswerWithdrawn(DomainError):
    code = "answer_withdrawn"


class ChangedElsewhere(DomainError):
    """Another annotation is there than was to be replaced: `current`."""

    code = "changed_elsewhere"

    def __init__(self, current: Annotation | None) -> None:
        super().__init__(
            "This claim was answered elsewhere since. Nothing was saved."
            if current
            else "This answer was taken back elsewhere since. Nothing was saved."
        )
        self.current = current


def annotate(
    *, claim: Claim, annotator: User, answer: Answer, client_id: UUID, now: datetime
) -> Annotation:
    """
    Store what `annotator` says of `claim`, in place of whatever they said before.

    :raises AnswerWithdrawn: if it was stored, and taken back since
    :raises DomainError: as `save_answer` does
    """
    saved = save_answer(
        save=Save(claim.pk, client_id, answer), annotator=annotator, now=now
    )
    if saved is None:
        raise AnswerWithdrawn("This answer was taken back since; give it again.")
    return saved


def withdraw(*, claim: Claim, annotator: User, client_id: UUID, now: datetime) -> None:
    """
    Take back what `annotator` said of `claim`; the history keeps it.

    :raises DomainError: as `save_answer` does
    """
    save_answer(save=Save(claim.pk, client_id, None), annotator=annotator, now=now)


def save_answer(*, save: Save, annotator: User, now: datetime) -> Annotation | None:
    """
    Take in one act of `annotator`, and give what they now say of the claim.

    The same act again changes nothing, also when others followed. Withdrawing what is
    not there changes nothing but the history. An assignment that was given back or
    withdrawn takes answers too, for they were given; a free place is taken up again.

    :raises NotAssigned: if the claim's article never was the annotator's
    :raises ClientIdReused: if this id was another act
    :raises ClaimReplaced, ProjectClosed: if there are no answers to the claim now
    :raises ChangedElsewhere: if another annotation is there than was to be replaced
    :raises UnknownRevision: if the guidelines have no such revision
    :raises DomainError: if it is no answer, as `check_answer` says
    """
    for tried in range(TRIES):
        try:
            with transaction.atomic():
                return _try(save, annotator, now, is_alone=tried > 0)
        except (IntegrityError, Overtaken):
            if tried == TRIES - 1:
                raise
    raise AssertionError


def _try(
    save: Save, annotator: User, now: datetime, *, is_alone: bool
) -> Annotation | None:
    """
    Take in an act without a lock: each write makes sure that what was read still holds.

    :raises Overtaken, IntegrityError: if it does not; nothing is to be kept then
    """
    if is_alone:
        _take_turns(save, annotator)
    found = standing(
        Named(
            claim=save.claim,
            annotator=annotator.pk,
            client_id=save.client_id,
            source_type=save.answer.source_type if save.answer else None,
            revision=save.revision,
            with_length=save.answer is not None and save.answer.has_spans,
        )
    )
    if found is None:
        raise NotAssigned("This article is not assigned to you.")
    if found.is_known:
        _check_repeat(save, annotator)
        return found.annotation
    _check(save, found)
    if found.state == AssignmentState.RELEASED and found.open_places:
        found = take_up_again(found)
    count_answers(save, found, now)
    before = event_of(found.annotation)
    annotation = write_annotation(save, found, annotator, now)
    insert(
        AnnotationEvent(
            project_id=found.project,
            claim_id=save.claim,
            annotator=annotator,
            kind=kind_of(before, annotation),
            client_id=save.client_id,
            group=save.group,
            reverts=save.reverts,
            before=before,
            after=event_of(annotation),
            at=now,
        )
    )
    # The event is also the mark that agreement work is due.
    transaction.on_commit(partial(nudge, project_id=found.project), robust=True)
    return annotation


def _take_turns(save: Save, annotator: User) -> None:
    """Hold the assignment, so that no other save of the annotator comes between."""
    Assignment.objects.select_for_update(no_key=True, of=("self",)).filter(
        article__claims=save.claim, annotator=annotator
    ).first()


def _check_repeat(save: Save, annotator: User) -> None:
    """
    Make sure that an act is the one that was taken in under its id.

    The revision that it names tells nothing: the first may have named none.

    :raises ClientIdReused: if it is another
    """
    kept = AnnotationEvent.objects.get(annotator=annotator, client_id=save.client_id)
    said = save.answer and as_saved(save.answer)
    if kept.claim_id != save.claim or said_in(kept.after) != said:
        raise ClientIdReused("This save's id belongs to another answer.")


def _check(save: Save, found: Standing) -> None:
    """Raise what is in the way of an act, if anything is."""
    if found.is_replaced:
        raise ClaimReplaced("A lead has changed this claim since. Reload the article.")
    _check_state(found.project_state)
    current = found.annotation
    if save.replaces is not ANYTHING and save.replaces != (
        current and current.client_id
    ):
        raise ChangedElsewhere(current)
    if save.answer is not None:
        if found.guidelines is None:
            raise UnknownRevision(save.revision)
        given = save.answer.source_type
        asked = Asked(
            source_types=[given] if given and found.source_type else [],
            points=found.points,
            length=found.length,
            has_suggestion=found.has_suggestion,
        )
        try:
            check_answer(save.answer, asked)
        except UnknownSourceType:
            _check_not_archived(found.project, given)
            raise


def _check_not_archived(project: int, key: str | None) -> None:
    """
    Say of a source type that cannot be chosen if that was otherwise once.

    :raises SourceTypeArchived: if it was
    """
    archived = SourceType.objects.filter(project=project, key=key).first()
    if archived is not None:
        raise SourceTypeArchived(
            f"{archived.name} can no longer be chosen in this project. Choose another "
            "source type."
        )


def check_open(project: Project) -> None:
    """Raise ProjectClosed unless the project takes annotations."""
    _check_state(project.state)


def _check_state(state: str) -> None:
    if state != ProjectState.OPEN:
        raise ProjectClosed(
            "This project takes no answers now; ask its lead to open it again."
        )
