"""Tokens: what belongs together, and offsets that give every letter again."""
# ruff: noqa: RUF001

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.tokens import tokens_of

ANY = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
ODD = st.lists(
    st.sampled_from(
        [
            *"aé1٣אש،.,:/'’\"״-־–#@_%\r\n\t \u00a0\u2028\u200b\u202b",
            *(
                "e\u0301",
                "\u0301",
                "\u200d",
                "\u00ad",
                "東",
                "𝒜",
                "👩‍👩‍👧",
                "🇩🇪",
                "🇩",
                "👍🏽",
                "1️⃣",
            ),
        ]
    )
).map("".join)
TEXTS = ANY | ODD


def forms(text, cuts=()):
    return [text[start:end] for start, end in tokens_of(text, cuts)]


class TestTokens:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Don’t, she'd say.", "Don’t|,|she'd|say|."),
            ("The well-known O’Brien-Lee (67)", "The|well-known|O’Brien-Lee|(|67|)"),
            ("‘It’s James’ boat’", "‘|It’s|James|’|boat|’"),
            ("$1,200.50 at 10:30, 5%", "$|1,200.50|at|10:30|,|5|%"),
            ("In 2019–20 the U.S. won 3-0.", "In|2019|–|20|the|U.S.|won|3-0|."),
            ("Well... yes -- e.g. #tag", "Well|...|yes|--|e.g.|#|tag"),
            ("cafe\u0301 nai\u0308ve x²", "cafe\u0301|nai\u0308ve|x²"),
            ("a\u00a0b\u200bc\r\nd\u2028e", "a|b|c|d|e"),
            ("co\u00adoperate \u202bא\u202c", "co\u00adoperate|א"),
            ("𝒜𝓑 東京で。", "𝒜𝓑|東|京|で|。"),
        ],
    )
    def test_are_words_numbers_and_punctuation(self, text, expected):
        assert forms(text) == expected.split("|")

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("قال الوزير، إنّ ٣٫٥ مليون.", "قال|الوزير|،|إنّ|٣٫٥|مليون|."),
            ('צה"ל אמר: "שלום"', 'צה"ל|אמר|:|"|שלום|"'),
            ("בֵּית־סֵפֶר צ׳יפס חו״ל", "בֵּית־סֵפֶר|צ׳יפס|חו״ל"),
            ("می\u200cخواهم", "می\u200cخواهم"),
        ],
    )
    def test_are_so_from_right_to_left(self, text, expected):
        assert forms(text) == expected.split("|")

    @pytest.mark.parametrize(
        "emoji",
        [
            "🚢",
            "👍🏽",
            "❤️",
            "👩‍👩‍👧",
            "❤️‍🔥",
            "🙂‍↔️",
            "🇩🇪",
            "1️⃣",
            "#️⃣",
            "🏴\U000e0067\U000e0062\U000e007f",
        ],
    )
    def test_keep_an_emoji_whole(self, emoji):
        assert forms(f"A{emoji}{emoji} b") == ["A", emoji, emoji, "b"] or (
            # A keycap's digit goes on from the letter before it.
            emoji[0].isdigit()
        )
        assert forms(f"{emoji} {emoji}") == [emoji, emoji]

    def test_are_cut_where_they_have_to_be(self):
        assert forms("well-known 👍🏽", cuts=[2, 5, 12]) == [
            "we",
            "ll",
            "-",
            "known",
            "👍",
            "🏽",
        ]
        assert forms("ab cd", cuts=[0, 2, 5, 9]) == ["ab", "cd"]

    @given(TEXTS, st.sets(st.integers(0, 40)))
    def test_leave_out_nothing_but_what_is_not_seen(self, text, cuts):
        tokens = list(tokens_of(text, {cut for cut in cuts if cut <= len(text)}))

        assert all(start < end for start, end in tokens)
        ends = [0, *(end for _, end in tokens)]
        starts = [*(start for start, _ in tokens), len(text)]
        between = [text[end:start] for end, start in zip(ends, starts, strict=True)]
        rebuilt = "".join(
            gap + text[start:end]
            for gap, (start, end) in zip(between, [*tokens, (0, 0)], strict=True)
        )
        assert rebuilt == text
        unseen = {"Zs", "Zl", "Zp", "Cc", "Cf"}
        assert {unicodedata.category(one) for one in "".join(between)} <= unseen
        for start, end in tokens:
            assert not any(cut in cuts for cut in range(start + 1, end))
            assert not any(one.isspace() for one in text[start:end])

    @given(TEXTS)
    def test_part_no_mark_from_its_letter(self, text):
        for start, _ in tokens_of(text):
            if start and unicodedata.category(text[start]) in {"Mn", "Mc", "Me"}:
                assert unicodedata.category(text[start - 1]) in {
                    "Zs",
                    "Zl",
                    "Zp",
                    "Cc",
                    "Cf",
                }
