"""An overview from the rows of an export, in plain Python."""

import math
import statistics
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from annotator.metrics.distributions import student_quantile

Row = dict[str, Any]
BINS = [0, 2, 4, 6, 8, 10, 15, 30]
ANONYMOUS = {"anonymous", "tipster"}


def overview(rows: list[Row], keys: list[str]) -> Row:
    """What overview/ says of the answers alone, in plain Python."""
    days: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        days[day_of(row)].append(row)
    return {
        "answers": len(rows),
        "skipped": sum(row["skipped"] for row in rows),
        "days": [
            {
                "day": day,
                "answers": len(some),
                "skipped": sum(row["skipped"] for row in some),
                "people": len({row["annotator_id"] for row in some}),
            }
            for day, some in sorted(days.items())
        ],
        "seconds": _seconds(rows),
        **_sources(rows, keys),
        "labels": keys,
    }


def day_of(row: Row) -> str:
    return datetime.fromisoformat(row["created_at"]).astimezone(UTC).date().isoformat()


def _seconds(rows: list[Row]) -> Row:
    known = [row["seconds"] for row in rows if row["seconds"] is not None]
    low, median, high = (
        statistics.quantiles(known, n=4, method="inclusive")
        if len(known) > 1
        else known * 3 or [None] * 3
    )
    return {
        "n": len(known),
        "median": median,
        "quartiles": None if low is None else [low, high],
        "bins": [
            {"from": start, "to": end, "claims": claims}
            for start, end, claims in zip(
                BINS, [*BINS[1:], None], bins(rows), strict=True
            )
        ],
    }


def bins(rows: list[Row]) -> list[int]:
    places = Counter(
        bisect_right(BINS, row["seconds"]) - 1
        for row in rows
        if row["seconds"] is not None
    )
    return [places[n] for n in range(len(BINS))]


def person(rows: list[Row]) -> Row:
    """What overview/ says of one person's answers."""
    days = Counter(day_of(row) for row in rows)
    known = [row["seconds"] for row in rows if row["seconds"] is not None]
    return {
        "answered": len(rows),
        "skipped": sum(row["skipped"] for row in rows),
        "median_seconds": statistics.median(known) if known else None,
        "days_active": len(days),
        "per_active_day": len(rows) / len(days) if days else None,
        "days": [[day, count] for day, count in sorted(days.items())],
        "bins": bins(rows),
    }


def forecast(days: list[Row], left: int, today: date) -> Row:
    """When it will be done, by the mean of the last fourteen days and its interval."""
    done = {date.fromisoformat(one["day"]): one["answers"] for one in days}
    newest = max(done)
    first = max(min(done), newest - timedelta(days=13))
    span = [first + timedelta(days=n) for n in range((newest - first).days + 1)]
    daily = [done.get(day, 0) for day in span]
    mean, side = statistics.mean(daily), None
    if len(daily) > 1:
        t = student_quantile(0.975, len(daily) - 1)
        side = t * statistics.stdev(daily) / math.sqrt(len(daily))

    def end(pace: float | None) -> str | None:
        if pace is None or pace <= 0 or not left:
            return None
        start = max(newest, today)
        return (start + timedelta(days=math.ceil(left / pace))).isoformat()

    return {
        "left": left,
        "per_day": float(mean),
        "days": len(daily),
        "earliest_on": end(side and mean + side),
        "expected_on": end(mean),
        "latest_on": end(side and mean - side),
    }


def _sources(rows: list[Row], keys: list[str]) -> Row:
    """Count each claim as 1, divided among its answers, by article."""
    claims: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        if not row["skipped"]:
            claims[row["claim_id"]].append(row)
    articles: dict[int, list[list[Row]]] = defaultdict(list)
    for answers in claims.values():
        articles[answers[0]["article_id"]].append(answers)
    facts = {row["article_id"]: row for row in rows}
    by_outlet, by_month = defaultdict(list), defaultdict(list)
    for article, some in articles.items():
        by_outlet[facts[article]["article_outlet"]].append(some)
        if facts[article]["article_published_on"]:
            by_month[facts[article]["article_published_on"][:7]].append(some)
    ranked = sorted(by_outlet, key=lambda name: (-size(by_outlet[name]), name))
    return {
        "sources": {
            "claims": len(claims),
            "articles": len(articles),
            "labels": [
                {
                    "label": key,
                    "claims": total(articles.values(), {key}),
                    **share(list(articles.values()), {key}),
                }
                for key in keys
                if articles
            ],
        },
        "outlets": [{"outlet": n, **group(by_outlet[n], keys)} for n in ranked],
        "months": [{"month": n, **group(by_month[n], keys)} for n in sorted(by_month)],
    }


def size(articles: Iterable[list[list[Row]]]) -> int:
    return sum(map(len, articles))


def total(articles: Iterable[list[list[Row]]], keys: set[str]) -> float:
    return math.fsum(
        sum(row["source_type"] in keys for row in answers) / len(answers)
        for article in articles
        for answers in article
    )


def group(articles: list[list[list[Row]]], keys: list[str]) -> Row:
    return {
        "articles": len(articles),
        "claims": size(articles),
        "shares": [total(articles, {key}) / size(articles) for key in keys],
        "anonymous": share(articles, ANONYMOUS),
    }


def share(articles: list[list[list[Row]]], keys: set[str]) -> Row:
    """Give a ratio over articles with its interval."""
    whole, count = size(articles), len(articles)
    ratio = total(articles, keys) / whole
    rest = [total([one], keys) - ratio * len(one) for one in articles]
    if count == 1 or max(map(abs, rest)) < 1e-9:
        return {"share": ratio, "low": None, "high": None}
    variance = count / (count - 1) * sum(x * x for x in rest) / whole**2
    side = student_quantile(0.975, count - 1) * math.sqrt(variance)
    return {
        "share": ratio,
        "low": max(ratio - side, 0.0),
        "high": min(ratio + side, 1.0),
    }
