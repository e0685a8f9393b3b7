"""What the API tells of a dashboard, in rows as its tables have them."""

from typing import Any

from tests.e2e.leading import Reader

Cell = str | float | None
Rows = list[list[Cell]]


class Told:
    """What the API tells of a scope, as the rows of the dashboard's tables."""

    def __init__(self, read: Reader, scope: str = "all") -> None:
        self.read, self.scope = read, scope
        detail = read.get("")
        self.labels = {one["key"]: one["name"] for one in detail["source_types"]}
        self.overview = read.get("overview/", scope=scope)["figures"]

    def _get(self, path: str) -> Any:
        return self.read.get(f"agreement/{path}/", scope=self.scope)

    def pairs(self) -> Rows:
        told = self._get("pairs")
        names = {one["id"]: one["name"] for one in told["annotators"]}
        return [
            [
                names[cell["one"]],
                names[cell["other"]],
                *estimate(cell),
                cell["percent_agreement"],
                cell["units"],
            ]
            for cell in told["cells"]
        ]

    def annotators(self) -> Rows:
        return [
            [
                one["name"],
                *estimate(one["peer_kappa"]),
                (one["mean_kappa"] or {}).get("value"),
                (one["alpha_without"] or {}).get("value"),
                one["shared_units"],
                one["units"],
            ]
            for one in self._get("annotators")["annotators"]
        ]

    def splits(self) -> Rows:
        told = self._get("labels")["confusion"]
        return [
            [
                self.labels[row["label"]],
                self.labels[column["label"]],
                row["shares"][place] if row["shares"] else None,
                row["coincidences"][place],
            ]
            for row in told
            for place, column in enumerate(told)
        ]

    def by_label(self) -> Rows:
        return [
            [self.labels[one["label"]], *estimate(one), one["ratings"]]
            for one in self._get("labels")["labels"]
        ]

    def calibration(self) -> Rows:
        return [
            [f"{one['confidence']} {one['word']}", *estimate(one), one["ratings"]]
            for one in self._get("calibration")["levels"]
        ]

    def revisions(self) -> Rows:
        rows = self.read.get("agreement/scopes/")["revisions"]
        return [[f"Revision {row['revision']}", *short(row)] for row in rows]

    def weeks(self) -> Rows:
        rows = self.read.get("agreement/scopes/")["weeks"]
        return [[row["week"], *short(row)] for row in rows]

    def pace(self) -> Rows:
        days = self.overview["days"]
        return [
            [
                *(one[name] for name in ("day", "answers", "skipped", "people")),
                sum(before["answers"] for before in days[: place + 1]),
            ]
            for place, one in enumerate(days)
        ]

    def times(self) -> Rows:
        seconds = self.overview["seconds"]
        return [
            [
                f"{one['from']}+"
                if one["to"] is None
                else f"{one['from']}\N{EN DASH}{one['to']}",
                one["claims"],
                one["claims"] / seconds["n"],
            ]
            for one in seconds["bins"]
        ]

    def sources(self) -> Rows:
        return [
            [self.labels[one["label"]], one["claims"], one["share"], *ends(one)]
            for one in self.overview["sources"]["labels"]
        ]

    def outlets(self) -> Rows:
        rows = self.overview["outlets"]
        names = {None: "All others", "": "No outlet given"}
        return [
            [names.get(one["outlet"], one["outlet"]), *self._shares(one)]
            for one in sorted(rows, key=reliance)
        ]

    def months(self) -> Rows:
        return [[one["month"], *self._shares(one)] for one in self.overview["months"]]

    def _part_of(self, one: Any) -> str:
        """Say what somebody answered; some of the answers are no part of the work."""
        whole = f" of {one['assigned']:,}" if self.scope == "all" else ""
        return f"{one['answered']:,}{whole}"

    def _shares(self, one: Any) -> list[Cell]:
        assert self.overview["labels"] == list(self.labels)
        share = one["anonymous"]
        counts = [one["articles"], one["claims"]]
        return [*counts, *one["shares"], share["share"], *ends(share)]

    def people(self) -> Rows:
        return [
            [
                one["name"],
                self._part_of(one),
                one["skipped"],
                one["per_active_day"],
                one["median_seconds"],
            ]
            for one in self.overview["people"]
        ]


def estimate(one: Any) -> list[Cell]:
    """Give a value and the ends of its interval."""
    if one is None:
        return [None] * 3
    return [one["value"], *ends(one["interval"] or {})]


def short(row: Any) -> list[Cell]:
    figure = row["variables"]["source_type"]
    return [*estimate(figure), figure["pairable_units"]]


def ends(one: Any) -> list[Cell]:
    return [one.get("low"), one.get("high")]


def reliance(one: Any) -> tuple[int, float, int]:
    """Order outlets as the panel does: without a name, and all others, last."""
    rank = {None: 2, "": 1}.get(one["outlet"], 0)
    return rank, -one["anonymous"]["share"], -one["claims"]


PANELS = {
    "Who agrees with whom": Told.pairs,
    "Each annotator against the team": Told.annotators,
    "Where answers split": Told.splits,
    "Agreement on each label": Told.by_label,
    "Confidence against agreement": Told.calibration,
    "By guidelines revision": Told.revisions,
    "Agreement over time": Told.weeks,
    "Pace": Told.pace,
    "Time per claim": Told.times,
    "Answers by source type": Told.sources,
    "Reliance on anonymous sources by outlet": Told.outlets,
    "Reliance on anonymous sources over time": Told.months,
}
IN_WORDS = {
    "Who agrees with whom",
    "Each annotator against the team",
    "Confidence against agreement",
    "By guidelines revision",
    "Agreement over time",
}
"""Those whose last column says in words what the numbers mean."""
