"""Which answers and claims an export has."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Self

from annotator.models import Project
from annotator.queries.selections import Filters


@dataclass(frozen=True)
class ExportChoice:
    """
    Which votes count, and which claims stay; what is empty leaves nothing out.

    `since` and `until` are UTC days, both included, of a vote's last change.
    `annotators` are participants' codes. `decided` keeps the claims that are decided by
    the votes that count, `min_votes` those that have so many of them.
    """

    since: date | None = None
    until: date | None = None
    revisions: tuple[int, ...] = ()
    annotators: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    decided: bool = False
    min_votes: int = 0

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
        return cls(
            **chosen,
            decided=bool(stored.get("decided")),
            min_votes=int(stored.get("min_votes") or 0),
        )

    def to_json(self) -> dict[str, Any]:
        """Give what is chosen in the one way in which it can be written down."""
        return {name: _plain(value) for name, value in asdict(self).items() if value}

    @property
    def chooses_claims(self) -> bool:
        """Whether a claim must have some votes to stay."""
        return self.decided or self.min_votes > 0

    def keeps(self, votes: int, *, decided: bool) -> bool:
        """Tell whether a claim stays that has so many votes, and is decided or not."""
        return votes >= self.min_votes and (decided or not self.decided)

    def filters(self, project: Project) -> Filters:
        """Give which answers count by their annotators' ids; costs a query for them."""
        people: tuple[int, ...] = ()
        if self.annotators:
            known = project.participants.filter(code__in=self.annotators)
            # Nobody has the id 0: of codes that nobody has, no answer counts.
            people = (0, *known.order_by("user").values_list("user", flat=True))
        return Filters(
            since=self.since,
            until=self.until,
            revisions=self.revisions,
            annotators=people,
            outlets=self.outlets,
        )


EVERY_VOTE = ExportChoice()


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def unknown_codes(project: Project, codes: Sequence[str]) -> list[str]:
    """Give those of some codes that stand for nobody in the project."""
    known = project.participants.filter(code__in=codes)
    return sorted(set(codes) - set(known.values_list("code", flat=True)))
