"""Agreement of a snapshot's own votes, counted while its rows go by."""

from collections import defaultdict
from typing import Any

import numpy as np

from annotator.metrics import Tally, krippendorff_alpha, methods_paragraph
from annotator.models import EVERYTHING
from annotator.queries.exports import ExportChoice
from annotator.queries.figures import report_fields
from annotator.queries.label_figures import chosen_in_words, subject_of
from annotator.queries.ratings import RECORD, Declared
from annotator.queries.selections import Filters
from annotator.queries.sums import LEVELS, SOURCE_TYPE, Sums
from annotator.services.tallies import changed, count_as

AT_ONCE = 5000
"""About so many ratings are counted at once."""
DIGITS = 9
"""Figures are rounded to so many, so that the order of sums never shows."""


class VotesCounted:
    """
    Counts of the votes of claims, as the stored sums of agreement hold them.

    They take the claims of an article together, and articles in their order.
    """

    def __init__(self, declared: Declared) -> None:
        self._declared = declared
        self._types = {
            declared.source_types[place]: pk for pk, place in declared.places.items()
        }
        self._people: defaultdict[str, int] = defaultdict(lambda: len(self._people))
        self._ratings: list[tuple[int, ...]] = []
        self._article = 0
        self._sums: Sums = {}

    def add(self, claim: dict[str, Any]) -> None:
        """Count the votes on a claim."""
        article = claim["article_id"]
        if article != self._article and len(self._ratings) >= AT_ONCE:
            self._count()
        self._article = article
        for vote in claim["votes"]:
            if not vote["skipped"]:
                who, label = vote["annotator"], vote["source_type"]
                self._ratings.append(
                    (
                        *(article, claim["claim_id"], self._people[who]),
                        *(self._types[label], vote["confidence"], 0, 0),
                    )
                )

    def _count(self) -> None:
        records = np.array(self._ratings, RECORD)
        self._ratings = []
        found = count_as(EVERYTHING, records, self._declared)
        self._sums |= changed(self._sums, {}, found)

    @property
    def people(self) -> int:
        """How many gave an answer that was not skipped."""
        return len(self._people)

    def figures(self) -> dict[str, Any]:
        """Give agreement on every variable that the project reports, as JSON values."""
        self._count()
        found = report_fields(self._sums, EVERYTHING, self._declared)
        figures: dict[str, Any] = rounded(found)
        return figures

    def methods(self, choice: ExportChoice) -> str:
        """Describe alpha of the source types, and how it was computed."""
        self._count()
        tally = self._sums.get((EVERYTHING, SOURCE_TYPE))
        if not isinstance(tally, Tally):
            tally = Tally.none(self._declared.source_types)
        level = LEVELS[SOURCE_TYPE]
        return methods_paragraph(
            subject_of(_in_words(choice), SOURCE_TYPE, tally),
            "krippendorff_alpha",
            f"{level} level",
            krippendorff_alpha(tally, level),
        )


def _in_words(choice: ExportChoice) -> str:
    filters = Filters(
        since=choice.since,
        until=choice.until,
        revisions=choice.revisions,
        annotators=tuple(range(len(choice.annotators))),  # they are only counted
        outlets=choice.outlets,
    )
    parts = list(chosen_in_words(filters))
    if choice.decided:
        parts.append("on claims that are decided")
    if choice.min_votes:
        parts.append(f"on claims with {choice.min_votes} votes or more")
    return f"Among the answers {', '.join(parts)}" if parts else "Over all answers"


def rounded(value: Any) -> Any:
    """Round every number in a JSON value that is no whole one."""
    match value:
        case float():
            return round(value, DIGITS) + 0.0  # no negative zero
        case dict():
            return {key: rounded(each) for key, each in value.items()}
        case list() | tuple():
            return [rounded(each) for each in value]
    return value
