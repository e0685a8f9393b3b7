"""The figures of an overview, from what was counted, as JSON values."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import numpy as np

from annotator.metrics import forecast, share_of_clusters
from annotator.queries.overview_counts import Floats, OverviewCounts
from annotator.queries.overview_project import (
    ArticleFacts,
    People,
    Work,
    anonymous_labels,
)
from annotator.queries.ratings import Declared
from annotator.queries.selections import Filters
from annotator.queries.sums import Ints

BINS = [0, 2, 4, 6, 8, 10, 15, 30]
"""Where the bins of seconds begin; the last one has no end."""
FORECAST_DAYS = 14
MOST_OUTLETS = 30
MOST_MONTHS = 36
MOST_DAYS = 200
"""So many days with answers are given of a single person."""
MOST_CHOICES = 200
EPOCH = date(1970, 1, 1)

Json = dict[str, Any]


@dataclass(frozen=True)
class Frame:
    """What figures are made with, beside the counts; `today` is when they are."""

    declared: Declared
    overlap: int
    articles: ArticleFacts
    people: People
    filters: Filters
    today: date


def overview_figures(counts: OverviewCounts, frame: Frame) -> Json:
    """Give the figures of one scope; costs one query, for names."""
    articles = frame.articles
    answers = sum(counts.days.values())
    needed = int(articles.claims.sum()) * frame.overlap
    days = _days(counts)
    ids, claims, shares = counts.of_articles
    at = np.searchsorted(articles.ids, ids)
    anonymous = shares[:, anonymous_labels(frame.declared)].sum(axis=1)
    shared = _Shared(claims, shares, anonymous)
    return {
        "answers": answers,
        "skipped": sum(counts.skips.values()),
        "answers_needed": needed,
        "articles": len(articles.ids),
        "claims": int(articles.claims.sum()),
        "days": days,
        "forecast": _forecast(days, max(needed - answers, 0), frame),
        "seconds": _seconds(counts.timed[1]),
        "people": _people(counts, frame),
        "sources": shared.by_label(frame.declared.source_types),
        "outlets": _outlets(shared, articles.outlets, articles.outlet[at]),
        "months": _months(shared, articles.months, articles.month[at]),
        "labels": list(frame.declared.source_types),
    }


def overview_choices(counts: OverviewCounts, articles: ArticleFacts) -> Json:
    """Give what a reader of all answers can choose from."""
    claims = np.bincount(articles.outlet, articles.claims, len(articles.outlets))
    ranked = sorted(zip(-claims, articles.outlets, strict=True))
    outlets = [outlet for _, outlet in ranked[:MOST_CHOICES]]
    return {
        "annotators": sorted({person for person, _ in counts.days}),
        "outlets": outlets if any(outlets) else [],
        "first_day": _day_at(counts.first_at),
        "last_day": _day_at(counts.last_at),
    }


def _day_at(seconds: int | None) -> str | None:
    if seconds is None:
        return None
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


def _day(number: int) -> str:
    return (EPOCH + timedelta(days=number)).isoformat()


def _days(counts: OverviewCounts) -> list[Json]:
    answers: dict[int, int] = defaultdict(int)
    skipped: dict[int, int] = defaultdict(int)
    people: dict[int, int] = defaultdict(int)
    for (_, day), count in counts.days.items():
        answers[day] += count
        people[day] += 1
    for (_, day), count in counts.skips.items():
        skipped[day] += count
    return [
        {
            "day": _day(day),
            "answers": answers[day],
            "skipped": skipped[day],
            "people": people[day],
        }
        for day in sorted(answers)
    ]


def _forecast(days: list[Json], left: int, frame: Frame) -> Json | None:
    """Go on from the last two weeks with answers, if all answers count."""
    if not days or not frame.filters.only_outlets:
        return None
    done = {date.fromisoformat(one["day"]): one["answers"] for one in days}
    newest = max(done)
    first = max(min(done), newest - timedelta(days=FORECAST_DAYS - 1))
    daily = [
        done.get(first + timedelta(days=n), 0) for n in range((newest - first).days + 1)
    ]
    found = forecast(daily, left, max(newest, frame.today))
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in found._asdict().items()
    }


def _seconds(seconds: Floats) -> Json:
    quartiles = np.quantile(seconds, [0.25, 0.5, 0.75]) if len(seconds) else None
    return {
        "n": len(seconds),
        "median": None if quartiles is None else float(quartiles[1]),
        "quartiles": None if quartiles is None else quartiles[[0, 2]].tolist(),
        "bins": [
            {"from": start, "to": end, "claims": claims}
            for (start, end), claims in zip(
                pairwise([*BINS, None]), _in_bins(seconds), strict=True
            )
        ],
    }


def _in_bins(seconds: Floats) -> list[int]:
    place = np.searchsorted(BINS, seconds, side="right") - 1
    counts: list[int] = np.bincount(np.maximum(place, 0), minlength=len(BINS)).tolist()
    return counts


def _people(counts: OverviewCounts, frame: Frame) -> list[Json]:
    days: dict[int, list[tuple[int, int]]] = defaultdict(list)
    skipped: dict[int, int] = defaultdict(int)
    for (person, day), count in sorted(counts.days.items()):
        days[person].append((day, count))
    for (person, _), count in counts.skips.items():
        skipped[person] += count
    people, seconds = counts.timed
    order = np.argsort(people, kind="stable")
    ids, first = np.unique(people[order], return_index=True)
    parts = np.split(seconds[order], first[1:])
    took = dict(zip(ids.tolist(), parts, strict=False))
    return [
        {
            "id": pk,
            "name": name,
            **_work(frame.people.work.get(pk, Work())),
            **_pace(days[pk]),
            "skipped": skipped[pk],
            "median_seconds": float(np.median(took[pk])) if pk in took else None,
            "bins": _in_bins(took.get(pk, np.zeros(0))),
        }
        for pk, name in frame.people.of_scope(set(days), frame.filters)
    ]


def _work(work: Work) -> Json:
    saved = work.last_saved_at
    return {
        "assigned": work.assigned,
        "articles_done": work.articles_done,
        "articles_open": work.articles_open,
        "last_saved_at": saved and saved.isoformat().replace("+00:00", "Z"),
    }


def _pace(days: list[tuple[int, int]]) -> Json:
    answered = sum(count for _, count in days)
    return {
        "answered": answered,
        "days_active": len(days),
        "per_active_day": answered / len(days) if days else None,
        "days": [[_day(day), count] for day, count in days[-MOST_DAYS:]],
    }


@dataclass(frozen=True)
class _Shared:
    """Articles with claims that have an answer: their claims, and these by label."""

    claims: Ints
    shares: Floats
    anonymous: Floats

    def of(self, rows: Any) -> "_Shared":
        return _Shared(self.claims[rows], self.shares[rows], self.anonymous[rows])

    def by_label(self, labels: tuple[str, ...]) -> Json:
        claims = self.claims.astype(np.float64)
        return {
            "claims": int(self.claims.sum()),
            "articles": len(claims),
            "labels": [
                {
                    "label": label,
                    "claims": float(part.sum()),
                    **share_of_clusters(part, claims)._asdict(),
                }
                for label, part in zip(labels, self.shares.T, strict=True)
                if len(claims)
            ],
        }

    def as_group(self) -> Json:
        claims = self.claims.astype(np.float64)
        return {
            "articles": len(claims),
            "claims": int(self.claims.sum()),
            "shares": (self.shares.sum(axis=0) / claims.sum()).tolist(),
            "anonymous": share_of_clusters(self.anonymous, claims)._asdict(),
        }


def _outlets(shared: _Shared, names: list[str], outlet: Ints) -> list[Json]:
    claims = np.bincount(outlet, shared.claims, minlength=len(names))
    seen = set(outlet.tolist())
    ranked = sorted((-claims[place], names[place], place) for place in seen)
    own = [place for _, _, place in ranked[:MOST_OUTLETS]]
    rows = [
        {"outlet": names[place], **shared.of(outlet == place).as_group()}
        for place in own
    ]
    rest = ~np.isin(outlet, own)
    if rest.any():
        rows.append({"outlet": None, **shared.of(rest).as_group()})
    return rows


def _months(shared: _Shared, names: list[str], month: Ints) -> list[Json]:
    known = sorted((names[place], place) for place in set(month.tolist()) - {-1})
    return [
        {"month": name, **shared.of(month == place).as_group()}
        for name, place in known[-MOST_MONTHS:]
    ]
