# ruff: noqa: RUF001  (curly marks and other scripts are what is tested)

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.splits.shingles import shingles, words


class TestWords:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("The ferry STOPPED.", "the   ferry\n\nstopped"),
            ("“Don’t,” she said – twice", "Don't she said twice"),
            ("an up-to-date _list_", "an up to date list"),
            ("caf\u00e9", "cafe\u0301"),
            ("Straße", "STRASSE"),
            ("Ϊ\u0301", "ϊ\u0301"),
            ("co\u00adoperation", "cooperation"),
            ("ＡＢＣ １２", "abc 12"),
            ("storm ☔ coming ❤\ufe0f", "storm coming"),
        ],
    )
    def test_are_alike_whatever_the_spelling(self, one, other):
        assert words(one) == words(other)

    def test_keep_their_vowel_signs(self):
        assert words("हिन्दी में लिखा") == ["हिन्दी", "में", "लिखा"]

    def test_are_characters_where_there_are_no_spaces(self):
        assert words("渡轮iPhone停运") == ["渡", "轮", "iphone", "停", "运"]

    def test_differ_by_accents(self):
        assert words("resume") != words("résumé")

    @given(st.text(st.characters(codec=None)))
    def test_are_found_in_any_text(self, text):
        assert all(word and not word.isspace() for word in words(text))


class TestShingles:
    def test_are_runs_of_three_words(self):
        assert shingles("a b c d").size == 2
        assert shingles("a b c a b c").size == 3

    def test_of_a_short_text_are_one(self):
        assert shingles("a b").size == 1
        assert shingles("a").size == 1
        assert shingles("a b") != shingles("b a")

    def test_of_no_words_are_none(self):
        assert shingles(" … !\n").size == 0

    def test_differ_by_the_order_of_words(self):
        assert not np.intersect1d(shingles("a b c"), shingles("c b a")).size

    def test_are_the_same_on_every_machine(self):
        assert shingles("The ferry stopped.").tolist() == [6207577694688962674]

    @given(st.text(st.characters(codec=None)))
    def test_are_in_order_and_each_once(self, text):
        found = shingles(text)

        assert (np.diff(found.astype(object)) > 0).all()
        assert found.size <= max(len(words(text)), 0)
