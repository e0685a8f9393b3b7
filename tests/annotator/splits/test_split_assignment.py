import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.splits import SHARES, ImpossibleSplit, NearDuplicates, Traits, Wish
from annotator.splits import assign_splits as assign
from tests.annotator.splits.corpora import corpora, pairs

LABELS = st.dictionaries(st.sampled_from("nao"), st.integers(0, 9))
TRAITS = st.builds(
    Traits,
    labels=LABELS,
    outlet=st.sampled_from(["", "Courier", "COURIER ", "Post"]),
    published_on=st.none() | st.dates(date(2026, 1, 1), date(2026, 1, 9)),
)
ARTICLES = st.dictionaries(st.integers(1, 200), TRAITS, max_size=60)
GROUPS = st.lists(st.lists(st.integers(1, 200), max_size=4), max_size=6)
BYS = st.sampled_from(["article", "outlet", "period"])
WISHES = st.builds(
    Wish,
    shares=st.sampled_from(
        [SHARES, {"train": 1.0}, {"test": 0.5, "train": 0.5}, {"validation": 1.0}]
    ),
    seed=st.integers(0, 5),
    by=BYS,
)


def plain(count, **traits):
    return {key: Traits(**traits) for key in range(1, count + 1)}


def split_of(splits):
    return {key: place.split for key, place in splits.places.items()}


class TestSplits:
    @given(articles=ARTICLES, groups=GROUPS, wish=WISHES)
    def test_give_every_article_one_place_and_part_no_group(
        self, articles, groups, wish
    ):
        splits = assign(articles, groups, wish)

        assert list(splits.places) == sorted(articles)
        for group in groups:
            places = {splits.places[key] for key in group if key in articles}
            assert len(places) <= 1
        assert sum(part.articles for part in splits.parts) == len(articles)
        assert {part.name for part in splits.parts} == set(wish.shares)
        for part in splits.parts:
            here = [k for k, p in splits.places.items() if p.split == part.name]
            assert len(here) == part.articles
            for label, count in part.labels.items():
                assert count == sum(articles[k].labels.get(label, 0) for k in here)

    @settings(max_examples=40)
    @given(texts=corpora(), by=BYS, seed=st.integers(0, 9))
    def test_never_part_near_duplicates(self, texts, by, seed):
        found = NearDuplicates(0.5)
        for key, text in texts.items():
            found.add(key, text)
        lot = random.Random(seed)
        days = (None, date(2026, 1, 1), date(2026, 1, 2), date(2026, 1, 3))
        articles = {key: Traits(published_on=lot.choice(days)) for key in texts}

        groups = found.groups(texts.__getitem__)
        splits = assign(articles, groups, Wish(by=by, seed=seed))

        for one, other in pairs(texts, 0.5):
            assert splits.places[one] == splits.places[other]

    @settings(max_examples=40)
    @given(ARTICLES, GROUPS, WISHES, st.randoms(use_true_random=False))
    def test_do_not_depend_on_any_order(self, articles, groups, wish, lot):
        def shuffled(items):
            return lot.sample(list(items), len(items))

        again = assign(
            dict(shuffled(articles.items())),
            [shuffled(group) for group in shuffled(groups)],
            Wish(dict(shuffled(wish.shares.items())), wish.seed, wish.by),
        )

        assert again == assign(articles, groups, wish)

    @given(articles=ARTICLES, groups=GROUPS)
    def test_keep_an_outlet_in_one(self, articles, groups):
        splits = assign(articles, groups, Wish(by="outlet"))

        for outlet in ("courier", "post"):
            places = {
                splits.places[key].split
                for key, traits in articles.items()
                if traits.outlet.strip().casefold() == outlet
            }
            assert len(places) <= 1

    def test_bear_the_smallest_key_as_the_name_of_a_group(self):
        splits = assign(plain(5, outlet="Post"), [[4, 2], [5, 4]], Wish(by="outlet"))

        assert [place.group for place in splits.places.values()] == [1, 2, 3, 2, 2]
        assert (splits.groups, splits.grouped, splits.largest_group) == (1, 3, 3)
        assert splits.largest_block == 5

    @given(groups=GROUPS, seed=st.integers(0, 99), count=st.integers(1, 200))
    def test_come_as_near_to_their_shares_as_the_largest_group_lets(
        self, groups, seed, count
    ):
        splits = assign(plain(count), groups, Wish(seed=seed))

        assert splits.share_deviation <= max(0.006, splits.largest_group / count)

    @pytest.mark.parametrize("seed", range(5))
    def test_spread_labels_evenly(self, seed):
        lot = random.Random(seed)
        articles = {
            key: Traits({"n": lot.randrange(9), "o": lot.randrange(4), "a": key % 11})
            for key in range(1, 501)
        }

        splits = assign(articles, [], Wish(seed=seed))

        assert splits.share_deviation < 0.01
        assert splits.label_deviation < 0.01
        totals = {part.name: sum(part.label_shares.values()) for part in splits.parts}
        assert totals == pytest.approx(dict.fromkeys(SHARES, 1))

    def test_change_little_when_an_article_comes(self):
        lot = random.Random(1)
        articles = {key: Traits({"n": lot.randrange(9)}) for key in range(1, 1001)}
        before = split_of(assign(articles, [], Wish()))

        after = split_of(assign(articles | {1001: Traits({"n": 5})}, [], Wish()))

        assert sum(after[key] != split for key, split in before.items()) <= 20

    def test_differ_by_seed(self):
        one, other = (assign(plain(50), [], Wish(seed=seed)) for seed in (1, 2))

        assert split_of(one) != split_of(other)

    def test_are_the_same_on_every_machine(self):
        assert "".join(
            place.split[1] for place in assign(plain(20), [], Wish()).places.values()
        ) == ("earrrarrrrrrrrerrrrr")

    @pytest.mark.parametrize("by", ["article", "outlet", "period"])
    def test_can_be_of_too_little(self, by):
        wish = Wish(by=by)
        one = assign(plain(1, outlet="Post"), [], wish)
        together = assign(plain(9), [range(1, 10)], wish)

        nothing = assign({}, [], wish)

        assert nothing.places == {}
        assert [part.share for part in nothing.parts] == [None, None, None]
        assert (nothing.share_deviation, nothing.label_deviation) == (None, None)
        assert (nothing.groups, nothing.largest_group, nothing.largest_block) == (
            0,
        ) * 3
        assert split_of(one) == {1: "train"}
        assert one.share_deviation == pytest.approx(0.2)
        assert set(split_of(together).values()) == {"train"}


class TestPeriods:
    @given(articles=ARTICLES, wish=WISHES)
    def test_go_from_the_oldest_to_the_newest(self, articles, wish):
        wish = Wish(wish.shares, by="period")

        places = split_of(assign(articles, [], wish))

        order = [
            (traits.published_on or date.min, wish.names.index(places[key]))
            for key, traits in articles.items()
        ]
        assert [split for _, split in sorted(order)] == sorted(s for _, s in order)
        for day in {day for day, _ in order}:
            assert len({split for other, split in order if other == day}) == 1

    def test_end_where_the_shares_are_nearest(self):
        articles = {
            key: Traits(published_on=date(2026, 1, day))
            for key, day in enumerate([1] * 5 + [2, 3, 4, 5, 6, 7], start=1)
        }

        places = split_of(assign(articles, [], Wish(by="period")))

        assert list(places.values()) == ["train"] * 9 + ["validation", "test"]

    def test_put_near_duplicates_where_the_earliest_is(self):
        articles = {
            key: Traits(published_on=date(2026, 1, key)) for key in range(1, 11)
        }

        places = split_of(assign(articles, [[3, 10]], Wish(by="period")))

        assert places[10] == places[3] == "train"
        assert places[9] == "test"

    def test_put_what_has_no_date_into_the_first(self):
        articles = plain(8) | {9: Traits(published_on=date(2026, 1, 1))}

        places = split_of(
            assign(articles, [], Wish({"test": 0.9, "train": 0.1}, by="period"))
        )

        assert [places[key] for key in (1, 8, 9)] == ["train", "train", "test"]

    def test_leave_something_to_train_on(self):
        articles = plain(4, published_on=date(2026, 1, 1))

        places = split_of(
            assign(articles, [], Wish({"train": 0.5, "test": 0.5}, by="period"))
        )

        assert set(places.values()) == {"train"}


class TestAWish:
    @pytest.mark.parametrize(
        ("shares", "reason"),
        [
            ({}, "At least one split is needed"),
            ({"train": 0.8, "test": 0.1}, r"1 together, not 0\.9"),
            ({"train": 1.2, "test": -0.2}, "test must be more than 0"),
            ({"train": 1.0, "test": 0.0}, "leave out what is not wanted"),
            ({"train": float("nan")}, "train must be more than 0"),
            ({"training": 1.0}, "train, validation or test, not 'training'"),
        ],
    )
    def test_that_is_impossible_says_why(self, shares, reason):
        with pytest.raises(ImpossibleSplit, match=reason):
            Wish(shares)

    def test_divides_by_what_there_is(self):
        with pytest.raises(ImpossibleSplit, match="article, outlet or period"):
            Wish(by="author")

    def test_forgives_what_fractions_lose(self):
        assert Wish({"train": 1 / 3, "validation": 1 / 3, "test": 0.3333333}).names == (
            "train",
            "validation",
            "test",
        )
