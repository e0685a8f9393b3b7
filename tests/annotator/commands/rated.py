"""Ratings as rows of a CSV, spelled in short."""

HEADER = "item,annotator,label"


def rows_of(units: str) -> list[str]:
    """Spell rows: a unit a word, a letter an annotator, a dot for none."""
    return [
        f"{item},{'ABCDEFGH'[rater]},{label}"
        for item, word in enumerate(units.split())
        for rater, label in enumerate(word)
        if label != "."
    ]
