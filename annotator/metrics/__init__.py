"""Agreement from additive counts; pure: no Django, no database, no clock."""

from annotator.metrics.coefficients import (
    Coefficient,
    Level,
    Status,
    krippendorff_alpha,
    percent_agreement,
)
from annotator.metrics.tally import Rating, Tally

ENGINE = "1"
"""The version stored with each report; it rises when a number could change."""

__all__ = [
    "ENGINE",
    "Coefficient",
    "Level",
    "Rating",
    "Status",
    "Tally",
    "krippendorff_alpha",
    "percent_agreement",
]
