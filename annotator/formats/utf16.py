"""Offsets as JavaScript, Java and others count them: in units of UTF-16."""

import re
from bisect import bisect_left

_BEYOND = re.compile(r"[\U00010000-\U0010FFFF]")
"""A character that takes two units."""


class Utf16Places:
    """Where the code points of a text are when units of UTF-16 are counted."""

    def __init__(self, text: str) -> None:
        self._beyond = (
            []
            if text.isascii()
            else [found.start() for found in _BEYOND.finditer(text)]
        )

    def of(self, offset: int) -> int:
        """Give how many units there are before a code point."""
        return offset + bisect_left(self._beyond, offset)
