"""The methods paragraph: a figure in words that can be pasted into a paper."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.metrics.estimates import Coefficient, Method
from annotator.metrics.status import Status

NAMES = {
    "krippendorff_alpha": "Krippendorff's alpha",
    "percent_agreement": "percent agreement",
    "gwet_ac": "Gwet's AC",
    "fleiss_kappa": "Fleiss' kappa",
    "brennan_prediger": "the Brennan-Prediger coefficient",
    "conger_kappa": "Conger's kappa",
}
REASONS = {
    Status.NO_DATA: "there were no ratings",
    Status.INSUFFICIENT_RATERS: "only one annotator had answered",
    Status.NO_PAIRABLE_UNITS: "no {unit} had been answered by two annotators",
    Status.NO_VARIATION: "only one value was used",
    Status.SINGLE_UNIT: "only one {unit} had been answered by two annotators",
    Status.SINGLE_ARTICLE: "all {unit}s were from one article",
}


@dataclass(frozen=True)
class Subject:
    """What a figure is about, in the words of the paragraph."""

    what: str
    labels: Sequence[str]
    annotators: int
    units: int
    pairable_units: int
    articles: int | None
    scope: str
    version: str
    unit: str = "claim"
    left_out: str = "Skipped answers and replaced claims were left out."


def methods_paragraph(
    subject: Subject, name: str, variant: str, coefficient: Coefficient
) -> str:
    """
    Describe a coefficient: level or weights (`variant`), n, interval, version.

    Everything that is needed to compute it again is said; nothing is rounded away that
    a reader would compare.
    """
    of = f" in {plural(subject.articles, 'article')}" if subject.articles else ""
    sentences = [
        f"Agreement on {subject.what} was measured with {NAMES[name]} ({variant}) over "
        f"the {len(subject.labels)} values {', '.join(subject.labels)}.",
        f"{subject.scope}, {plural(subject.annotators, 'annotator')} answered "
        f"{plural(subject.units, subject.unit)}{of}; {subject.pairable_units} had two "
        "or more answers.",
        _value(coefficient, subject.unit),
        f"{subject.left_out} "
        f"Computed with OnRecord, agreement engine {subject.version}.",
    ]
    return " ".join(sentences)


def _value(coefficient: Coefficient, unit: str) -> str:
    if coefficient.value is None:
        reason = REASONS[coefficient.status].format(unit=unit)
        return f"The coefficient is undefined: {reason}."
    said = f"The value is {coefficient.value:.3f}"
    spread = coefficient.interval
    if spread is None:
        return f"{said}."
    if spread.se is None or spread.low is None or spread.high is None:
        reason = REASONS[spread.status].format(unit=unit)
        return f"{said}; it has no interval, because {reason}."
    how = {
        Method.ARTICLES: (
            "standard error clustered by article: influences summed within "
            f"{spread.n} articles"
        ),
        Method.UNITS: f"analytic standard error over {spread.n} {unit}s",
    }[spread.method]
    return (
        f"{said} (95% interval {spread.low:.3f} to {spread.high:.3f}; {how}, "
        f"SE = {spread.se:.4f}, Student's t with {spread.df} degrees of freedom)."
    )


def plural(count: int, word: str) -> str:
    """Write a number of things."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
