"""Splits of a corpus for learning, in which nothing leaks from one to another; pure."""

from annotator.splits.assign import assign_splits
from annotator.splits.duplicates import SIMILARITY, TIMES_LONGER, NearDuplicates
from annotator.splits.results import Part, Place, Splits
from annotator.splits.wishes import (
    BYS,
    SHARES,
    SPLITS,
    By,
    ImpossibleSplit,
    Traits,
    Wish,
)

__all__ = [
    "BYS",
    "SHARES",
    "SIMILARITY",
    "SPLITS",
    "TIMES_LONGER",
    "By",
    "ImpossibleSplit",
    "NearDuplicates",
    "Part",
    "Place",
    "Splits",
    "Traits",
    "Wish",
    "assign_splits",
]
