"""Why a number is there, or is not."""

from enum import StrEnum


class Status(StrEnum):
    """Say why a figure has a value, or has none."""

    OK = "ok"
    """There is a value."""

    NO_DATA = "no_data"
    """There are no ratings."""

    INSUFFICIENT_RATERS = "insufficient_raters"
    """Fewer than two raters have answered."""

    NO_PAIRABLE_UNITS = "no_pairable_units"
    """No unit has two ratings that could be compared."""

    NO_VARIATION = "no_variation"
    """One label is all that was given, so agreement by chance is certain."""

    SINGLE_UNIT = "single_unit"
    """Only one unit has ratings, so nothing can be said of others."""

    SINGLE_ARTICLE = "single_article"
    """All units are of one article, so nothing can be said of other articles."""
