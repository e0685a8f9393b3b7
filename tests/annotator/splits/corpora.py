"""Invented articles for the tests of splits."""

from itertools import combinations

from hypothesis import strategies as st

from annotator.splits.shingles import shingles

WORDS = tuple(f"word{number}" for number in range(1000))


@st.composite
def corpora(draw) -> dict[int, str]:
    """Give articles by key; many are versions of one another, cut or added to."""
    lot = draw(st.randoms(use_true_random=False))
    words = WORDS[: draw(st.sampled_from([5, 30, 1000]))]
    texts: list[list[str]] = []
    for _ in range(draw(st.integers(0, 12))):
        if texts and draw(st.booleans()):
            text = list(lot.choice(texts))
            start = lot.randint(0, len(text))
            text[start : start + lot.randint(0, 20)] = lot.choices(
                words, k=lot.randint(0, 20)
            )
            texts.append(text[: lot.randint(len(text) // 5, len(text))])
        else:
            texts.append(lot.choices(words, k=lot.randint(0, 120)))
    keys = lot.sample(range(1, 1000), len(texts))
    return {key: " ".join(text) for key, text in zip(keys, texts, strict=True)}


def pairs(texts: dict[int, str], similarity: float) -> set[tuple[int, int]]:
    """Give the near-duplicates by comparing everything with everything."""
    sets = {key: set(shingles(text).tolist()) for key, text in texts.items()}
    found = set()
    for pair in combinations(sorted(texts), 2):
        shorter, longer = sorted((sets[key] for key in pair), key=len)
        enough = similarity * len(shorter) - 1e-9
        is_long_enough = len(longer) <= 5 * len(shorter)
        if shorter and is_long_enough and len(shorter & longer) >= enough:
            found.add(pair)
    return found
