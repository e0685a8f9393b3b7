"""Texts as sets of shingles: short runs of words, whatever is between the words."""

import re
import unicodedata
from functools import cache, lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

WIDTH = 3
"""The words in a shingle. With 3, one word in ten may differ at a similarity of 0.7."""

Shingles = NDArray[np.uint64]

INVISIBLE = re.compile("[\u00ad\u200c\u200d\u2060\ufe00-\ufe0f\ufeff]")
"""Soft hyphens, joiners, variants and byte order marks stand inside of words."""

IDEOGRAPH = re.compile("[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")
"""Chinese and Japanese have no spaces: each character counts as a word."""

FACTORS = (1, 0x9E3779B97F4A7C15, 0xF39CC0605CEDC835)
"""Odd and unlike each other, so that the order of words matters."""


def shingles(text: str) -> Shingles:
    """
    Give the hashes of a text's runs of three words, in order and each once.

    Case, white space, punctuation and the way characters are composed make no
    difference. A shorter text is one shingle; one without words has none.
    """
    hashes = np.array([_hash(word) for word in words(text)], dtype=np.uint64)
    if hashes.size == 0:
        return hashes
    runs = max(hashes.size - WIDTH + 1, 1)
    total = np.zeros(runs, dtype=np.uint64)
    for place, factor in enumerate(FACTORS):
        some = hashes[place : place + runs]
        total[: some.size] += some * np.uint64(factor)
    return np.unique(_mixed(total))


def words(text: str) -> list[str]:
    """Give a text's words as they are compared."""
    # Folding can take characters apart again.
    folded = unicodedata.normalize("NFKC", text).casefold()
    plain = INVISIBLE.sub("", unicodedata.normalize("NFKC", folded)).replace("_", " ")
    if IDEOGRAPH.search(plain):
        plain = IDEOGRAPH.sub(r" \g<0> ", plain)
    # Vowel signs and accents that stand alone are marks, which \w leaves out; looking
    # for them in every word takes ten times as long.
    pattern = rf"[\w{_marks()}]+" if _mark().search(plain) else r"\w+"
    return re.findall(pattern, plain)


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(f"[{_marks()}]")


@cache
def _marks() -> str:
    every = map(chr, range(0x300, 0x10000))
    return "".join(one for one in every if unicodedata.category(one)[0] == "M")


@lru_cache(maxsize=2**16)
def _hash(word: str) -> int:
    # Python's own hash differs from run to run.
    encoded = word.encode(errors="surrogatepass")
    return int.from_bytes(blake2b(encoded, digest_size=8).digest(), "little")


def _mixed(hashes: Shingles) -> Shingles:
    """Spread hashes evenly, as the last step of MurmurHash3 does."""
    hashes = (hashes ^ (hashes >> np.uint64(33))) * np.uint64(0xFF51AFD7ED558CCD)
    hashes = (hashes ^ (hashes >> np.uint64(33))) * np.uint64(0xC4CEB9FE1A85EC53)
    return hashes ^ (hashes >> np.uint64(33))
