import os
import random
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.splits import ImpossibleSplit, NearDuplicates
from tests.annotator.splits.corpora import WORDS, corpora, pairs
from tests.servers import ROOT

SIMILARITIES = st.sampled_from([0.3, 0.5, 0.7, 0.9, 1.0])


def groups_of(texts, similarity=0.7, **options):
    found = NearDuplicates(similarity, **options)
    for key, text in texts.items():
        found.add(key, text)
    return found.groups(texts.__getitem__)


def story(number, size=600):
    return random.Random(number).choices(WORDS, k=size)


class TestGroups:
    @given(texts=corpora(), similarity=SIMILARITIES)
    def test_are_what_comparing_every_pair_connects(self, texts, similarity):
        groups = groups_of(texts, similarity)

        alike = pairs(texts, similarity)
        of = {key: group for group in groups for key in group}
        assert all(of.get(one) and of[one] == of.get(other) for one, other in alike)
        for group in groups:
            reached = {group[0]}
            for _ in group:
                reached |= {k for pair in alike if reached & set(pair) for k in pair}
            assert reached == set(group)

    @settings(max_examples=30)
    @given(texts=corpora(), lot=st.randoms(use_true_random=False))
    def test_do_not_depend_on_the_order(self, texts, lot):
        shuffled = dict(lot.sample(list(texts.items()), len(texts)))

        assert groups_of(shuffled) == groups_of(texts)

    def test_do_not_depend_on_the_hash_seed(self):
        code = (
            "from annotator.splits import NearDuplicates\n"
            "texts = {n: f'{n % 7} is in this text, and {n % 7}' for n in range(20)}\n"
            "found = NearDuplicates(0.7)\n"
            "for key in set(map(str, texts)): found.add(int(key), texts[int(key)])\n"
            "print(found.groups(texts.__getitem__))"
        )

        given = {
            subprocess.run(
                [sys.executable, "-c", code],
                check=True,
                capture_output=True,
                cwd=ROOT,
                env=os.environ | {"PYTHONHASHSEED": seed},
            ).stdout
            for seed in ("1", "2")
        }

        assert len(given) == 1
        assert given.pop().startswith(b"[(0, 7, 14), (1, 8, 15)")

    def test_of_nothing_are_none(self):
        assert groups_of({}) == []
        assert groups_of({1: "One article."}) == []
        assert groups_of({1: "", 2: "", 3: "…", 4: "!"}) == []

    def test_hold_a_wire_story_that_was_cut(self):
        whole = story(1)
        texts = {1: whole, 2: story(5, 12) + whole[100:280], 3: story(3)}

        assert groups_of({k: " ".join(v) for k, v in texts.items()}) == [(1, 2)]

    def test_are_not_connected_by_what_is_only_a_footer(self):
        footer = story(0, 60)
        texts = {1: footer} | {n: story(n) + footer for n in range(2, 9)}

        assert groups_of({k: " ".join(v) for k, v in texts.items()}) == []

    def test_can_be_everything(self):
        assert groups_of(dict.fromkeys(range(9), "One article.")) == [tuple(range(9))]


class TestNearDuplicates:
    def test_ask_for_the_texts_of_candidates_only(self):
        texts = {n: " ".join(story(n)) for n in range(50)}
        texts[50] = texts[7] + " and more"
        found, asked = NearDuplicates(), []
        for key, text in texts.items():
            found.add(key, text)

        found.groups(lambda key: asked.append(key) or texts[key])

        assert sorted(asked) == [7, 50]

    def test_are_found_in_a_sample_where_room_is_short(self):
        texts = {n: " ".join(story(n)) for n in range(40)}
        for n in range(20):
            texts[100 + n] = " ".join(story(n)[:480] + story(200 + n, 20))

        groups = groups_of(texts, room=5000)

        assert groups == [(n, 100 + n) for n in range(20)]

    def test_in_a_sample_do_not_depend_on_the_order(self):
        texts = {n: " ".join(story(n % 30)[n:]) for n in range(60)}

        backwards = dict(reversed(texts.items()))

        assert groups_of(texts, room=3000) == groups_of(backwards, room=3000)

    @pytest.mark.parametrize("similarity", [0, 0.29, 1.01, float("nan")])
    def test_need_a_similarity_that_means_something(self, similarity):
        with pytest.raises(ImpossibleSplit, match=r"from 0\.3 to 1"):
            NearDuplicates(similarity)
