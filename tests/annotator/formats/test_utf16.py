"""Offsets in units of UTF-16."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.utf16 import Utf16Places

ALPHABET = st.sampled_from("a é\u0301ש漢🚢👩\u200d🏽\U0010ffff\r\n")


@given(st.text(ALPHABET), st.data())
def test_offsets_select_the_same_in_both_units(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    units = text.encode("utf-16-le")

    places = Utf16Places(text)

    chosen = units[2 * places.of(start) : 2 * places.of(end)]
    assert chosen.decode("utf-16-le") == text[start:end]


def test_characters_beyond_the_first_plane_count_twice():
    places = Utf16Places("🚢 so 👩")

    assert [places.of(offset) for offset in (0, 1, 5, 6)] == [0, 2, 6, 8]
