"""Selections: which answers a reader has chosen, and what there is to choose from."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import reduce
from operator import and_
from typing import Any, Self

import numpy as np
import numpy.typing as npt
from django.db.models import Q, QuerySet

from annotator.models import (
    EVERYTHING,
    SELECTION,
    Article,
    Overview,
    Project,
    Selection,
    User,
)
from annotator.queries.overviews import newest
from annotator.queries.sums import DAY

DIGEST = 16


@dataclass(frozen=True)
class Filters:
    """
    Which answers count; what is empty leaves nothing out.

    `since` and `until` are UTC days, both included, of an answer's last change, as the
    scopes of weeks have it. `annotators` are ids.
    """

    since: date | None = None
    until: date | None = None
    revisions: tuple[int, ...] = ()
    annotators: tuple[int, ...] = ()
    outlets: tuple[str, ...] = ()

    @classmethod
    def of(cls, stored: dict[str, Any]) -> Self:
        """Read what `to_json` gave, or what a reader sent; in whatever order."""
        chosen: dict[str, Any] = {
            name: date.fromisoformat(str(stored[name]))
            for name in ("since", "until")
            if stored.get(name)
        }
        chosen |= {
            name: tuple(sorted(set(stored.get(name) or ())))
            for name in ("revisions", "annotators", "outlets")
        }
        return cls(**chosen)

    def to_json(self) -> dict[str, Any]:
        """Give what is chosen in the one way in which it can be written down."""
        return {
            name: value.isoformat() if isinstance(value, date) else list(value)
            for name, value in asdict(self).items()
            if value
        }

    @property
    def digest(self) -> str:
        """The digest of the filters: equal filters have equal ones."""
        text = json.dumps(self.to_json(), sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:DIGEST]

    @property
    def only_outlets(self) -> bool:
        """Whether all answers of some articles count, so that they can be complete."""
        return self == type(self)(outlets=self.outlets)

    def articles(self, project: Project) -> QuerySet[Article]:
        """Give the articles whose answers may count."""
        if not self.outlets:
            return project.articles.all()
        return project.articles.filter(outlet__in=self.outlets)

    def kept(self, answers: npt.NDArray[np.void]) -> npt.NDArray[np.void]:
        """Keep what counts of some articles' answers: needs annotator, revision, at."""
        keeps = np.ones(len(answers), bool)
        if self.since:
            keeps &= answers["at"] >= _seconds(self.since)
        if self.until:
            keeps &= answers["at"] < _seconds(self.until) + DAY
        if self.revisions:
            keeps &= np.isin(answers["revision"], self.revisions)
        if self.annotators:
            keeps &= np.isin(answers["annotator"], self.annotators)
        return answers if keeps.all() else answers[keeps]

    def as_q(self, answer: str = "") -> Q:
        """Give the same as a condition on annotations, at the path `answer`."""
        conditions = {
            "updated_at__gte": self.since and _midnight(self.since),
            "updated_at__lte": self.until
            and datetime.combine(self.until, time.max, UTC),
            "guidelines__number__in": self.revisions,
            "annotator__in": self.annotators,
            "claim__article__outlet__in": self.outlets,
        }
        return reduce(
            and_, (Q(**{answer + to: x}) for to, x in conditions.items() if x), Q()
        )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time(), UTC)


def _seconds(day: date) -> int:
    return int(_midnight(day).timestamp())


def is_selection(scope: str) -> bool:
    """Tell whether a scope is that of a selection, which there may be or not."""
    return scope.startswith(SELECTION)


def digest_of(scope: str) -> str:
    """Give the digest in the scope of a selection."""
    return scope.removeprefix(SELECTION)


def find_selection(project: Project, scope: str) -> Selection | None:
    """Find the project's selection by its scope."""
    selections = Selection.objects.filter(project=project)
    return selections.filter(digest=digest_of(scope)).first()


def filters_of(project: Project, scope: str) -> Filters:
    """Give what a scope keeps; costs a query for a selection, which must be there."""
    kind, _, which = scope.partition(":")
    if is_selection(scope):
        selections = Selection.objects.filter(project=project)
        return Filters.of(selections.get(digest=which).filters)
    if kind == "revision":
        return Filters(revisions=(int(which),))
    if kind == "week":
        monday = date.fromisoformat(which)
        return Filters(since=monday, until=monday + timedelta(days=6))
    return Filters()


def selection_standing(selection: Selection) -> dict[str, Any]:
    """Give a selection and how far it is counted, as JSON values; two queries."""
    return {
        "scope": selection.scope,
        "filters": selection.filters,
        "counted_at": selection.counted_at,
        "is_current": selection.counted_at is not None
        and selection.seen == newest(selection.project),
        "articles": selection.articles,
        "articles_done": selection.articles_done,
    }


def filter_choices(project: Project) -> dict[str, Any]:
    """
    Give what a reader can choose from, as JSON values; three queries.

    It is what the newest overview of all answers has found, and may lack what came in
    since.
    """
    choices: dict[str, Any] = (
        Overview.objects.filter(project=project, scope=EVERYTHING)
        .values_list("choices", flat=True)
        .first()
        or {}
    )
    people = User.objects.filter(pk__in=choices.get("annotators", []))
    return {
        "revisions": list(
            project.guidelines.order_by("number").values(
                "number", "created_at", "change_note"
            )
        ),
        "annotators": list(people.order_by("name", "pk").values("id", "name")),
        "outlets": choices.get("outlets", []),
        "first_day": choices.get("first_day"),
        "last_day": choices.get("last_day"),
    }


def export_choices(project: Project, *, names: bool) -> dict[str, Any]:
    """Give what an export can be filtered by, as JSON values; people go by codes."""
    choices = filter_choices(project)
    who = [one["id"] for one in choices["annotators"]]
    people = project.participants.filter(user__in=who).order_by("code")
    return choices | {
        "annotators": [
            {"code": code, "name": name if names else None}
            for code, name in people.values_list("code", "user__name")
        ]
    }
