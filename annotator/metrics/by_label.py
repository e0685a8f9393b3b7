"""Agreement label by label, and which labels are taken for one another."""

import numpy as np

from annotator.metrics.coefficients import (
    alpha_of,
    corrected_of,
    fleiss_chance,
    lacking,
)
from annotator.metrics.estimates import Coefficient, undefined
from annotator.metrics.scales import Matrix
from annotator.metrics.tally import Tally
from annotator.metrics.totals import Totals


def alpha_by_label(tally: Tally) -> dict[str, Coefficient]:
    """
    Give each label's alpha: nominal, of that label against all others as one.

    Source: K. Krippendorff, "Content Analysis" (4th ed., 2018), ch. 12.
    """
    if (status := lacking(tally)) is not None:
        return {label: undefined(status) for label in tally.labels}
    totals = Totals.of(tally)
    apart = 1 - np.eye(2)
    return {
        label: alpha_of(tally, totals.against_the_rest(place), apart, label=place)
        for place, label in enumerate(tally.labels)
    }


def fleiss_by_label(tally: Tally) -> dict[str, Coefficient]:
    """
    Give each label's kappa: Fleiss', of that label against all others as one.

    Source: J. L. Fleiss (1971).
    """
    if (status := lacking(tally)) is not None:
        return {label: undefined(status) for label in tally.labels}
    totals = Totals.of(tally)
    return {
        label: corrected_of(
            tally, totals.against_the_rest(place), np.eye(2), fleiss_chance, label=place
        )
        for place, label in enumerate(tally.labels)
    }


def label_confusion(tally: Tally) -> Matrix:
    """
    Give how often a rating of one label meets one of another: (labels, labels).

    Ordered pairs of ratings of a unit, so that it is symmetric; a unit counts as its
    ratings do, and the sum of a row is the label's ratings in pairable units.

    Source: the coincidence matrix of K. Krippendorff (2011).
    """
    return Totals.of(tally).coincidences
