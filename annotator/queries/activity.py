"""The log of a project: who did what, acts and answers in one order."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from heapq import merge
from itertools import islice
from typing import Any, Literal, NamedTuple

from django.db.models import QuerySet

from annotator.models import Act, ActKind, AnnotationEvent, Project, User
from annotator.models.annotations import EventKind

ANSWERS = {f"answer_{kind}": kind for kind in EventKind.values}
"""What the log calls an event of each kind."""
GROUPS: dict[str, list[str]] = {
    "people": [
        ActKind.MEMBER_INVITED,
        ActKind.INVITATION_REVOKED,
        ActKind.MEMBER_JOINED,
        ActKind.MEMBER_CHANGED,
        ActKind.MEMBER_DEACTIVATED,
        ActKind.MEMBER_RESTORED,
    ],
    "settings": [
        ActKind.PROJECT_CREATED,
        ActKind.SETTINGS_CHANGED,
        ActKind.SOURCE_TYPES_CHANGED,
        ActKind.QUEUE_CHANGED,
        ActKind.RECOMPUTATION_STARTED,
        ActKind.TRAINING_STARTED,
    ],
    "guidelines": [ActKind.GUIDELINES_PUBLISHED],
    "articles": [
        ActKind.ARTICLE_ADDED,
        ActKind.ARTICLE_CHANGED,
        ActKind.IMPORT_STARTED,
        ActKind.IMPORT_ENDED,
        ActKind.ARTICLES_ASSIGNED,
        ActKind.ASSIGNMENT_WITHDRAWN,
        ActKind.PROPOSAL_DECIDED,
    ],
    "answers": [*ANSWERS, ActKind.ANSWERS_IMPORTED],
    "exports": [
        ActKind.LABELS_EXPORTED,
        ActKind.SNAPSHOT_STARTED,
        ActKind.SNAPSHOT_DELETED,
    ],
}
KINDS = [*ActKind.values, *ANSWERS]
CHUNK = 500
"""Rows of each table that a stream holds at once."""

Source = Literal["act", "event"]


class Place(NamedTuple):
    """Where in the log an entry stands: the greatest comes first."""

    at: datetime
    source: Source
    pk: int


@dataclass(frozen=True)
class Entry:
    """One thing that was done; `actor` is None where OnRecord did it itself."""

    place: Place
    actor: User | None
    kind: str
    details: dict[str, Any]

    @property
    def name(self) -> str:
        """What tells it from all others."""
        return f"{self.place.source}-{self.place.pk}"


@dataclass(frozen=True)
class Log:
    """
    What of a project's log is asked for.

    `kind` is one of KINDS or of GROUPS, `actor` the id of a user; `since` and `until`
    are the first and the last moment of it. None asks for everything.

    It is in the order of Place, and both tables have an index in that order, so that
    any part of it is read without what comes before it.
    """

    project: Project
    kind: str | None = None
    actor: int | None = None
    since: datetime | None = None
    until: datetime | None = None

    def page(self, after: Place | None, size: int) -> list[Entry]:
        """Give `size` entries after a place, with two or three queries."""
        acts = (
            _act_entry(one)
            for rows in _after(self._acts(), after, "act")
            for one in rows[:size]
        )
        events = (
            _event_entry(one)
            for rows in _after(self._events(), after, "event")
            for one in rows[:size]
        )
        return list(islice(_merged(acts, events), size))

    def stream(self) -> Iterator[Entry]:
        """Give all of it with two queries, in constant memory."""
        return _merged(
            map(_act_entry, self._acts().iterator(CHUNK)),
            map(_event_entry, self._events().iterator(CHUNK)),
        )

    def _acts(self) -> "QuerySet[Act]":
        rows = Act.objects.filter(project=self.project, **self._period())
        if self.actor is not None:
            rows = rows.filter(actor=self.actor)
        kinds = self._kinds(ActKind.values)
        if kinds is not None:
            rows = rows.filter(kind__in=kinds) if kinds else rows.none()
        return rows.select_related("actor").order_by("-at", "-pk")

    def _events(self) -> "QuerySet[AnnotationEvent]":
        rows = AnnotationEvent.objects.filter(project=self.project, **self._period())
        if self.actor is not None:
            rows = rows.filter(annotator=self.actor)
        kinds = self._kinds(ANSWERS)
        if kinds is not None:
            named = [ANSWERS[kind] for kind in kinds]
            rows = rows.filter(kind__in=named) if named else rows.none()
        return (
            rows.select_related("annotator", "claim__article")
            .only(
                *("kind", "before", "after", "at"),
                *("annotator__name", "annotator__email"),
                *("claim__number", "claim__article__title"),
            )
            .order_by("-at", "-pk")
        )

    def _period(self) -> dict[str, datetime]:
        bounds = {"at__gte": self.since, "at__lte": self.until}
        return {name: at for name, at in bounds.items() if at is not None}

    def _kinds(self, among: Collection[str]) -> list[str] | None:
        """Name the kinds that are asked for; None for all."""
        if self.kind is None:
            return None
        wanted = GROUPS.get(self.kind, [self.kind])
        return [kind for kind in wanted if kind in among]


def _after(rows: Any, place: Place | None, source: Source) -> list[Any]:
    """
    Cut off what stands before a place: give what is tied with it, then the rest.

    Apart, because an index finds where each of them begins, and of both only where the
    one ends. A great import of answers has a single time.
    """
    if place is None:
        return [rows]
    if source == place.source:
        return [rows.filter(at=place.at, pk__lt=place.pk), rows.filter(at__lt=place.at)]
    if source < place.source:
        return [rows.filter(at__lte=place.at)]
    return [rows.filter(at__lt=place.at)]


def _merged(acts: Iterator[Entry], events: Iterator[Entry]) -> Iterator[Entry]:
    return merge(acts, events, key=lambda entry: entry.place, reverse=True)


def _act_entry(act: Act) -> Entry:
    return Entry(Place(act.at, "act", act.pk), act.actor, act.kind, act.details)


def _event_entry(event: AnnotationEvent) -> Entry:
    claim = event.claim
    return Entry(
        Place(event.at, "event", event.pk),
        event.annotator,
        f"answer_{event.kind}",
        {
            "article": claim.article.title,
            "article_id": claim.article_id,
            "claim": claim.pk,
            "number": claim.number,
            "before": event.before,
            "after": event.after,
        },
    )
