"""Take in annotations that were made elsewhere, many at once."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from functools import partial
from typing import NamedTuple

from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Length, Lower

from annotator.errors import DomainError
from annotator.models import (
    ActKind,
    Annotation,
    Article,
    Claim,
    Project,
    Role,
    User,
)
from annotator.models.annotations import EventKind
from annotator.services.activity import note
from annotator.services.annotations import check_open
from annotator.services.answers import (
    Answer,
    Asked,
    check_answer,
)
from annotator.services.guidelines import UnknownRevision
from annotator.services.imported_answers import Change, Row, differs, store
from annotator.services.places import Places
from annotator.services.wake import nudge

MOST_NAMED = 100
"""So many refused rows are named, which is enough to see what is wrong."""


class Refused(NamedTuple):
    """Why a row, counted from 1, cannot be taken in."""

    row: int
    code: str
    reason: str


class AnnotationsRefused(DomainError):
    """Rows that cannot be taken in: `refused` holds up to MOST_NAMED reasons."""

    code = "annotations_refused"

    def __init__(self, refused: Iterable[Refused], rows: int) -> None:
        all_refused = list(refused)
        count = len({one.row for one in all_refused})
        super().__init__(
            f"{count:,} of {rows:,} rows cannot be taken in. Nothing was stored."
        )
        self.refused = all_refused[:MOST_NAMED]


@dataclass(frozen=True)
class ImportedAnnotation:
    """
    What one annotator said of one claim elsewhere, and when if that is known.

    The fields of the answer that are `left_out` stay as they are stored.
    """

    claim: int
    annotator: str
    answer: Answer
    left_out: frozenset[str] = frozenset()
    at: datetime | None = None
    guideline_revision: int | None = None


@dataclass(frozen=True)
class Imported:
    """How many rows were new, said something else, or said what was known."""

    created: int
    changed: int
    unchanged: int


@transaction.atomic
def import_annotations(
    *, project: Project, lead: User, rows: Sequence[ImportedAnnotation], now: datetime
) -> Imported:
    """
    Store what members of the project said of its claims: all rows, or none.

    What is stored already is left alone, so the same rows again change nothing. An
    answer needs no assignment beforehand: a free place at the article becomes the
    annotator's. Where none is free the answer counts all the same, for it was given,
    and agreement can be measured over more people than the project would have asked;
    it takes no place, so that the work of others goes on as before.

    :raises ProjectClosed: if the project takes no annotations now
    :raises AnnotationsRefused: if a row is not to be taken in, with the reasons
    """
    check_open(project)
    known = _Known(project, rows)
    wanted = known.checked(rows, now)
    places = Places(
        articles={known.articles[row.claim] for row in wanted},
        annotators={row.annotator.pk for row in wanted},
    )
    # Read now that nobody else can save what these annotators say of these articles.
    before = known.annotations()
    changes = []
    for row in wanted:
        old = before.get((row.claim, row.annotator.pk))
        whole = row if old is None else row.in_place_of(old)
        if old is None or differs(old, whole):
            changes.append(Change(whole, old))
    if changes:
        store(changes, project, lead, now)
        pairs = [
            (known.articles[one.row.claim], one.row.annotator.pk) for one in changes
        ]
        places.settle(pairs=list(dict.fromkeys(pairs)), now=now)
        transaction.on_commit(partial(nudge, project_id=project.pk), robust=True)
    kinds = Counter(one.kind for one in changes)
    imported = Imported(
        created=kinds[EventKind.CREATED],
        changed=kinds[EventKind.CHANGED],
        unchanged=len(rows) - len(changes),
    )
    if changes:
        note(
            project=project,
            actor=lead,
            kind=ActKind.ANSWERS_IMPORTED,
            now=now,
            **asdict(imported),
        )
    return imported


class _Known:
    """What the project has of what the rows name, with a few queries."""

    def __init__(self, project: Project, rows: Sequence[ImportedAnnotation]) -> None:
        # Imports of one person's answers take turns, and so do leases to them.
        members = (
            project.memberships.select_for_update(no_key=True, of=("self",))
            .filter(role__in=[Role.ANNOTATOR, Role.LEAD])
            .annotate(address=Lower("user__email"))
            .filter(address__in={row.annotator.lower() for row in rows})
            .select_related("user")
            .order_by("pk")
        )
        self.people = {one.user.email.lower(): one.user for one in members}
        # Read now, as whoever takes points away holds the memberships too.
        project.refresh_from_db(fields=["confidence_words"])
        self.points = len(project.confidence_words)
        self.source_types = {one.key: one for one in project.source_types.all()}
        self.guidelines = {one.number: one for one in project.guidelines.defer("body")}
        claims = (
            Claim.objects.current()
            .filter(article__project=project, pk__in={row.claim for row in rows})
            .annotate(has_suggestion=Q(suggestion__isnull=False))
            .values_list("pk", "article", "has_suggestion")
        )
        self.articles = {claim: article for claim, article, _ in claims}
        self.suggested = {
            claim for claim, _, has_suggestion in claims if has_suggestion
        }
        with_spans = {row.claim for row in rows if row.answer.has_spans}
        self.lengths = dict(
            Article.objects.filter(
                pk__in={self.articles.get(claim) for claim in with_spans}
            ).values_list("pk", Length("text"))
        )

    def annotations(self) -> dict[tuple[int, int], Annotation]:
        """Give what is stored, by claim and annotator."""
        stored = (
            Annotation.objects.filter(
                claim__in=self.articles,
                annotator__in=[one.pk for one in self.people.values()],
            )
            .select_related("source_type", "guidelines")
            .defer("guidelines__body")
        )
        return {(one.claim_id, one.annotator_id): one for one in stored}

    def checked(self, rows: Sequence[ImportedAnnotation], now: datetime) -> list[Row]:
        """
        Give the rows with what they name, and those that are said twice once.

        :raises AnnotationsRefused: if one is not to be taken in
        """
        refused: list[Refused] = []
        found: dict[tuple[int, str], Row] = {}
        for number, row in enumerate(rows, start=1):
            reasons = list(self._reasons(row, now))
            if not reasons:
                ready = self._ready(row)
                if found.setdefault((row.claim, ready.annotator.email), ready) != ready:
                    reasons = [("given_twice", "Another row says something else.")]
            refused += [Refused(number, code, reason) for code, reason in reasons]
        if refused:
            raise AnnotationsRefused(refused, len(rows))
        return list(found.values())

    def _ready(self, row: ImportedAnnotation) -> Row:
        return Row(
            claim=row.claim,
            annotator=self.people[row.annotator.lower()],
            answer=replace(row.answer, flags=sorted(set(row.answer.flags))),
            left_out=row.left_out,
            source_type=self.source_types.get(row.answer.source_type or ""),
            at=row.at,
            guidelines=self.guidelines.get(row.guideline_revision or 0),
        )

    def _asked(self, claim: int) -> Asked:
        article = self.articles.get(claim, 0)
        return Asked(
            source_types=self.source_types,
            points=self.points,
            length=self.lengths.get(article, 0),
            has_suggestion=claim in self.suggested,
        )

    def _reasons(
        self, row: ImportedAnnotation, now: datetime
    ) -> Iterator[tuple[str, str]]:
        """Say all that is wrong with a row: a code, and words."""
        if row.claim not in self.articles:
            yield "unknown_claim", f"This project has no claim {row.claim}."
        if row.annotator.lower() not in self.people:
            yield (
                "unknown_annotator",
                f"{row.annotator} is no annotator or lead of this project.",
            )
        try:
            check_answer(row.answer, self._asked(row.claim))
        except DomainError as refusal:
            yield refusal.code, str(refusal)
        if row.at is not None and row.at > now:
            yield "in_the_future", "Nobody has answered later than now."
        if row.guideline_revision not in {None, *self.guidelines}:
            unknown = UnknownRevision(row.guideline_revision)
            yield unknown.code, str(unknown)
