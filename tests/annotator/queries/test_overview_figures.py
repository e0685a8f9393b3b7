"""The figures of an overview: what is shown of many outlets, months and days."""

from datetime import date

import numpy as np
import pytest

from annotator.queries.overview_answers import ANSWER
from annotator.queries.overview_counts import OverviewCounts
from annotator.queries.overview_figures import (
    Frame,
    overview_choices,
    overview_figures,
)
from annotator.queries.overview_project import ArticleFacts, People
from annotator.queries.ratings import Declared
from annotator.queries.selections import Filters
from tests import make

pytestmark = pytest.mark.django_db
DAY = 24 * 3600
DECLARED = Declared(
    source_types=("named", "anonymous", "tipster"),
    collapsed=("named", "anonymous"),
    confidence=("1", "2"),
    places={1: 0, 2: 1, 3: 2},
    into=(0, 1, 1),
)


def answer(article, claim, who=1, kind=1, day=0, seconds=np.nan):
    return (article, claim, who, kind, 1, day * DAY, day * DAY, seconds)


def counted(*batches):
    counts = OverviewCounts(DECLARED)
    for rows in batches:
        counts.add(np.array(rows, ANSWER))
    return counts


def facts(outlets, months=None):
    """Give as many articles as outlets, one claim each."""
    names = sorted(set(outlets))
    months = months or [None] * len(outlets)
    known = sorted(set(months) - {None})
    return ArticleFacts(
        ids=np.arange(len(outlets)),
        claims=np.ones(len(outlets), np.int64),
        outlets=names,
        outlet=np.array([names.index(one) for one in outlets]),
        months=known,
        month=np.array([known.index(one) if one else -1 for one in months]),
    )


def figures(counts, articles, **more):
    frame = Frame(
        declared=DECLARED,
        overlap=2,
        articles=articles,
        people=People(frozenset(), {}),
        filters=Filters(**more),
        today=date(2026, 5, 4),
    )
    return overview_figures(counts, frame)


class TestSources:
    def test_count_each_claim_once_however_many_answer_it(self):
        counts = counted(
            [
                answer(0, 1, who, kind)
                for who, kind in enumerate([1, 1, 1, 2])  # three quarters named
            ]
            + [answer(0, 2, 5, 3), answer(0, 3, 5, 0)]
        )

        told = figures(counts, facts(["Post"]))["sources"]

        assert (told["claims"], told["articles"]) == (2, 1)
        assert {one["label"]: one["claims"] for one in told["labels"]} == {
            "named": 0.75,
            "anonymous": 0.25,
            "tipster": 1,
        }

    def test_have_what_maps_to_anonymous_in_its_share(self):
        counts = counted([answer(0, 1, kind=3), answer(0, 2, kind=1)])

        (post,) = figures(counts, facts(["Post"]))["outlets"]

        assert post["shares"] == [0.5, 0, 0.5]
        assert post["anonymous"]["share"] == 0.5

    def test_in_parts_come_to_the_same(self):
        rows = [answer(n // 3, n, n % 4, 1 + n % 3, n % 5, n) for n in range(30)]
        articles = facts([f"Outlet {n % 3}" for n in range(10)])

        whole = figures(counted(rows), articles)
        parts = figures(counted(rows[:9], [], rows[9:21], rows[21:]), articles)

        assert parts == whole


class TestOutlets:
    def test_are_the_thirty_with_most_claims_then_all_others(self):
        outlets = [f"Outlet {n:02}" for n in range(40)]
        rows = [
            answer(n, 100 * n + claim)
            for n in range(40)
            for claim in range(2 if n >= 20 else 1)
        ]

        told = figures(counted(rows), facts(outlets))["outlets"]

        assert [one["outlet"] for one in told] == [
            *outlets[20:],
            *outlets[:10],
            None,
        ]
        assert told[0]["claims"] == 2
        assert (told[-1]["articles"], told[-1]["claims"]) == (10, 10)

    def test_without_a_name_are_one_like_any(self):
        counts = counted([answer(0, 1), answer(1, 2), answer(2, 3)])

        told = figures(counts, facts(["", "", "Post"]))["outlets"]

        assert [(one["outlet"], one["articles"]) for one in told] == [
            ("", 2),
            ("Post", 1),
        ]

    def test_to_choose_from_are_those_with_most_claims(self):
        outlets = [f"Outlet {n:03}" for n in range(300)]
        articles = facts(outlets)
        articles.claims[250] = 5

        told = overview_choices(counted([answer(0, 1)]), articles)

        assert told["outlets"] == ["Outlet 250", *outlets[:199]]

    def test_to_choose_from_are_none_where_none_has_a_name(self):
        assert overview_choices(counted(), facts(["", ""]))["outlets"] == []


class TestMonths:
    def test_are_the_last_thirty_six_and_without_those_of_no_day(self):
        months = [f"{2020 + n // 12}-{1 + n % 12:02}" for n in range(50)]
        rows = [answer(n, n) for n in range(51)]

        told = figures(counted(rows), facts(["Post"] * 51, [*months, None]))["months"]

        assert [one["month"] for one in told] == months[-36:]


class TestDays:
    def test_are_those_of_the_first_answer(self):
        rows = [answer(0, 1, 1, day=3), answer(0, 2, 2, 0, day=3), answer(0, 3, day=5)]

        told = figures(counted(rows), facts(["Post"]))

        assert told["days"] == [
            {"day": "1970-01-04", "answers": 2, "skipped": 1, "people": 2},
            {"day": "1970-01-06", "answers": 1, "skipped": 0, "people": 1},
        ]
        assert (told["answers"], told["skipped"]) == (3, 1)

    def test_of_a_person_are_the_last_two_hundred(self):
        ana = make.user("Ana")
        rows = [answer(0, day, ana.pk, day=day) for day in range(250)]

        (told,) = figures(counted(rows), facts(["Post"]))["people"]

        assert (told["answered"], told["days_active"]) == (250, 250)
        assert len(told["days"]) == 200
        assert told["days"][-1] == ["1970-09-07", 1]
        assert told["per_active_day"] == 1


class TestTimes:
    def test_are_pooled_in_bins_whose_begin_is_included(self):
        seconds = [0, 1.99, 2, 9.99, 10, 14, 15, 29.9, 30, 4000]
        rows = [answer(0, n, seconds=taken) for n, taken in enumerate(seconds)]
        rows.append(answer(0, 99))

        told = figures(counted(rows), facts(["Post"]))["seconds"]

        assert told["n"] == 10
        assert told["median"] == 12
        assert [one["claims"] for one in told["bins"]] == [2, 1, 0, 0, 1, 2, 2, 2]
        assert told["bins"][-1] == {"from": 30, "to": None, "claims": 2}


class TestForecasts:
    def test_take_the_last_two_weeks_up_to_the_newest_answer(self):
        rows = [answer(0, n, day=n % 30) for n in range(300)]
        rows += [answer(0, 1000 + n, day=29) for n in range(14)]

        told = figures(counted(rows), facts(["Post"] * 400))["forecast"]

        assert told["days"] == 14
        assert told["per_day"] == 11
        assert told["left"] == 800 - 314
        assert told["expected_on"] == "2026-06-18"  # 45 days after today

    @pytest.mark.parametrize(
        "some", [{"revisions": (1,)}, {"since": date(1970, 1, 1)}, {"annotators": (1,)}]
    )
    def test_are_none_where_articles_cannot_be_complete(self, some):
        counts = counted([answer(0, 1)])

        assert figures(counts, facts(["Post"]), **some)["forecast"] is None
        assert figures(counts, facts(["Post"]), outlets=("Post",))["forecast"]
