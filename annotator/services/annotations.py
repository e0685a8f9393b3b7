"""Take answers in, change them, take them back."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Count, Q

from annotator.errors import DomainError
from annotator.models import (
    Annotation,
    AnnotationEvent,
    Article,
    Assignment,
    AssignmentState,
    Claim,
    Project,
    ProjectState,
    SourceType,
    User,
)
from annotator.models.annotations import EventKind
from annotator.services.assignment import lease_end
from annotator.services.wake import nudge

FLAGS = ["several_sources", "second_hand", "flagged"]


class NotAssigned(DomainError):
    code = "not_assigned"


class ProjectClosed(DomainError):
    code = "project_closed"


class UnknownSourceType(DomainError):
    code = "unknown_source_type"


class OutsideScale(DomainError):
    code = "outside_scale"


class IncompleteAnswer(DomainError):
    code = "incomplete_answer"


class ClientIdReused(DomainError):
    code = "client_id_reused"


class AnswerWithdrawn(DomainError):
    code = "answer_withdrawn"


@dataclass(frozen=True)
class Answer:
    """What an annotator says: a source type and a confidence, or skipped."""

    source_type: str | None = None
    confidence: int | None = None
    skipped: bool = False
    skip_reason: str = ""
    flags: list[str] = field(default_factory=list)
    note: str = ""
    seconds: float | None = None


ANSWER_FIELDS = [each.name for each in fields(Answer)]


@transaction.atomic
def annotate(
    *, claim: Claim, annotator: User, answer: Answer, client_id: UUID, now: datetime
) -> Annotation:
    """
    Store what `annotator` says of `claim`, in place of what they said before.

    The same `client_id` again changes nothing and gives the annotation as it is.

    :raises NotAssigned: if the claim's article is not the annotator's
    :raises ProjectClosed: if the project takes no annotations now
    :raises IncompleteAnswer, UnknownSourceType, OutsideScale: if the answer is not one
    :raises ClientIdReused: if this id saved something about another claim
    :raises AnswerWithdrawn: if this id's answer was taken back since
    """
    project = claim.article.project
    assignment = _hold_assignment(claim, annotator)
    current = _current(claim, annotator)
    if _is_repeat(claim, annotator, client_id, answer):
        if current is None:
            raise AnswerWithdrawn("This answer was taken back since; give it again.")
        return current
    check_open(project)
    source_type = check_answer(
        answer,
        {one.key: one for one in project.source_types.all()},
        len(project.confidence_words),
    )
    before = event_of(current)
    annotation = current or Annotation(
        claim=claim, annotator=annotator, created_at=now, version=0
    )
    annotation.source_type = source_type
    annotation.confidence = answer.confidence
    annotation.skipped = answer.skipped
    annotation.skip_reason = answer.skip_reason
    annotation.flags = sorted(set(answer.flags))
    annotation.note = answer.note
    annotation.seconds = answer.seconds
    annotation.guidelines = project.guidelines.defer("body")[0]
    annotation.version += 1
    annotation.client_id = client_id
    annotation.updated_at = now
    annotation.save()
    _record(
        claim=claim,
        annotator=annotator,
        client_id=client_id,
        now=now,
        before=before,
        after=event_of(annotation),
    )
    _count(assignment, claim.article, now)
    return annotation


@transaction.atomic
def withdraw(*, claim: Claim, annotator: User, client_id: UUID, now: datetime) -> None:
    """
    Take back what `annotator` said of `claim`; the history keeps it.

    Withdrawing what is not there changes nothing, nor does the same `client_id` again.

    :raises NotAssigned, ProjectClosed, ClientIdReused: as `annotate` does
    """
    assignment = _hold_assignment(claim, annotator)
    current = _current(claim, annotator)
    if _is_repeat(claim, annotator, client_id, None):
        return
    check_open(claim.article.project)
    before = event_of(current)
    if current is not None:
        current.delete()
    _record(
        claim=claim,
        annotator=annotator,
        client_id=client_id,
        now=now,
        before=before,
        after=None,
    )
    _count(assignment, claim.article, now)


def _hold_assignment(claim: Claim, annotator: User) -> Assignment:
    """Get the assignment, locked: one annotator's saves of an article take turns."""
    assignment = (
        Assignment.objects.select_for_update()
        .filter(article=claim.article_id, annotator=annotator)
        .exclude(state=AssignmentState.RELEASED)
        .first()
    )
    if assignment is None:
        raise NotAssigned("This article is not assigned to you.")
    return assignment


def _current(claim: Claim, annotator: User) -> Annotation | None:
    """Get what `annotator` now says of `claim`."""
    return (
        Annotation.objects.filter(claim=claim, annotator=annotator)
        .select_related("source_type", "guidelines")
        .defer("guidelines__body")
        .first()
    )


def _is_repeat(
    claim: Claim, annotator: User, client_id: UUID, answer: Answer | None
) -> bool:
    """
    Tell whether this very save was taken in before; None stands for a withdrawal.

    :raises ClientIdReused: if something else was saved under its id
    """
    saved = AnnotationEvent.objects.filter(
        annotator=annotator, client_id=client_id
    ).first()
    if saved is None:
        return False
    was = saved.after and {name: saved.after[name] for name in ANSWER_FIELDS}
    if saved.claim_id != claim.pk or was != (answer and as_saved(answer)):
        raise ClientIdReused("This save's id belongs to another answer.")
    return True


def as_saved(answer: Answer) -> dict[str, Any]:
    """Give what the history keeps of an answer."""
    return {**asdict(answer), "flags": sorted(set(answer.flags))}


def check_open(project: Project) -> None:
    """Raise ProjectClosed unless the project takes annotations."""
    if project.state != ProjectState.OPEN:
        raise ProjectClosed(
            "This project takes no answers now; ask its lead to open it again."
        )


def check_answer(
    answer: Answer, source_types: Mapping[str, SourceType], points: int
) -> SourceType | None:
    """
    Give the source type that `answer` names, or None if it was skipped.

    `source_types` are by key; confidence goes from 1 to `points`.

    :raises IncompleteAnswer, UnknownSourceType, OutsideScale: if it is no answer
    """
    if answer.skipped:
        if answer.source_type is not None or answer.confidence is not None:
            raise IncompleteAnswer("A skipped claim has no source type or confidence.")
        return None
    if answer.source_type is None or answer.confidence is None:
        raise IncompleteAnswer("Give a source type and a confidence, or skip.")
    source_type = source_types.get(answer.source_type)
    if source_type is None:
        raise UnknownSourceType(
            f"This project has no source type {answer.source_type!r}."
        )
    if not 1 <= answer.confidence <= points:
        raise OutsideScale(f"Confidence goes from 1 to {points} in this project.")
    return source_type


def event_of(annotation: Annotation | None) -> dict[str, Any] | None:
    """Give what the history keeps of an annotation."""
    if annotation is None:
        return None
    source_type = annotation.source_type
    return {name: getattr(annotation, name) for name in ANSWER_FIELDS} | {
        "source_type": source_type.key if source_type else None,
        "guideline_revision": annotation.guidelines.number,
    }


def _record(
    *,
    claim: Claim,
    annotator: User,
    client_id: UUID,
    now: datetime,
    before: dict[str, Any] | None,
    after: dict[str, Any] | None,
) -> None:
    """Add to the history, which is also the mark that agreement work is due."""
    if after is None:
        kind = EventKind.WITHDRAWN
    else:
        kind = EventKind.CREATED if before is None else EventKind.CHANGED
    project_id = claim.article.project_id
    event = AnnotationEvent(
        project_id=project_id,
        claim=claim,
        annotator=annotator,
        kind=kind,
        client_id=client_id,
        before=before,
        after=after,
        at=now,
    )
    try:
        with transaction.atomic():
            event.save()
    except IntegrityError as error:  # at the same moment, in another article
        raise ClientIdReused("This save's id belongs to another answer.") from error
    transaction.on_commit(partial(nudge, project_id=project_id), robust=True)


def _count(assignment: Assignment, article: Article, now: datetime) -> None:
    """Bring the assignment's counts, its state and its lease up to date."""
    counts = Annotation.objects.filter(
        claim__article=assignment.article_id,
        claim__replaced_at=None,
        annotator=assignment.annotator_id,
    ).aggregate(answered=Count("pk"), skipped=Count("pk", filter=Q(skipped=True)))
    assignment.answered = counts["answered"]
    assignment.skipped = counts["skipped"]
    open_claims = article.claim_count - assignment.answered
    assignment.state = AssignmentState.OPEN if open_claims else AssignmentState.DONE
    assignment.last_saved_at = now
    assignment.lease_until = lease_end(now)
    assignment.save()
