"""Blocks of articles divided by day: what is tested is later than what is learned."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import accumulate

from annotator.splits.wishes import Traits, Wish

UNDATED = date.min


def by_period(
    articles: Mapping[int, Traits], blocks: Mapping[int, Sequence[int]], wish: Wish
) -> dict[int, str]:
    """
    Give each block a split, the oldest the first and the newest the last.

    A block is as old as its oldest article: what was reprinted later could be known
    before. One without any date counts as oldest. A day is never divided, so each
    border is between the two days that bring the shares nearest. The oldest day is
    always in the first: else there could be nothing to train on.
    """
    if not blocks:
        return {}
    days = {name: _day(articles, keys) for name, keys in blocks.items()}
    in_day = dict.fromkeys(sorted(set(days.values())), 0)
    for name, keys in blocks.items():
        in_day[days[name]] += len(keys)
    stops = list(accumulate(in_day.values()))
    targets = accumulate(wish.shares[name] * len(articles) for name in wish.names[:-1])
    borders = [_nearest(stops, target) for target in targets]
    splits = {
        day: wish.names[sum(start >= border for border in borders)]
        for day, start in zip(in_day, [0, *stops], strict=False)
    }
    return {name: splits[day] for name, day in days.items()}


def _nearest(stops: Sequence[int], target: float) -> int:
    return min(stops, key=lambda stop: abs(stop - target))


def _day(articles: Mapping[int, Traits], keys: Sequence[int]) -> date:
    known = [day for key in keys if (day := articles[key].published_on)]
    return min(known, default=UNDATED)
