"""Which texts the rules can read: they know English, and no other language."""

import unicodedata
from collections import Counter


def can_read(text: str, language: str) -> bool:
    """Tell whether the rules may judge `text`; `language` is a tag, "" if not known."""
    return is_english(language) and not runs_right_to_left(text)


def is_english(language: str) -> bool:
    """Tell whether a tag is one of English, or may be: "" is of no language."""
    return language.lower().partition("-")[0] in {"", "en"}


def runs_right_to_left(text: str) -> bool:
    """Tell whether most letters of `text` run from right to left."""
    balance = 0
    for character, times in Counter(text).items():
        kind = unicodedata.bidirectional(character)
        balance += times * ((kind == "L") - (kind in {"R", "AL"}))
    return balance < 0
