"""The methods paragraph: a figure in words."""

import pytest

from annotator.metrics import (
    ENGINE,
    Coefficient,
    Status,
    Subject,
    krippendorff_alpha,
    methods_paragraph,
)
from annotator.metrics.methods import NAMES
from tests.annotator.metrics.drawing import read

TALLY = read("11 12 22 2. 33", "123", articles="aabbc")


def subject(articles: int | None = 3) -> Subject:
    return Subject(
        what="source type",
        labels=TALLY.labels,
        annotators=2,
        units=TALLY.units,
        pairable_units=TALLY.pairable_units,
        articles=articles,
        scope="Over the whole project",
        version=ENGINE,
    )


def paragraph(coefficient: Coefficient, articles: int | None = 3) -> str:
    return methods_paragraph(
        subject(articles), "krippendorff_alpha", "nominal", coefficient
    )


class TestMethodsParagraph:
    def test_says_everything_that_another_needs(self):
        alpha = krippendorff_alpha(TALLY)
        spread = alpha.over_articles

        said = paragraph(alpha)

        for words in (
            "Krippendorff's alpha (nominal)",
            "the 3 values 1, 2, 3",
            "2 annotators answered 5 claims in 3 articles; 4 had two or more answers",
            f"The value is {alpha.value:.3f}",
            f"95% interval {spread.low:.3f} to {spread.high:.3f}",
            "clustered by article: influences summed within 3 articles",
            f"SE = {spread.se:.4f}, Student's t with 2 degrees of freedom",
            f"agreement engine {ENGINE}",
        ):
            assert words in said

    def test_names_units_where_articles_are_not_known(self):
        alpha = krippendorff_alpha(read("11 12 22", "123"))

        said = paragraph(alpha, articles=None)

        assert "answered 5 claims; 4 had" in said
        assert "analytic standard error over 3 claims" in said

    def test_says_why_there_is_no_interval(self):
        said = paragraph(krippendorff_alpha(read("12", "123")))

        assert "it has no interval, because only one claim" in said

    @pytest.mark.parametrize("status", set(Status) - {Status.OK})
    def test_says_why_there_is_no_value(self, status):
        said = paragraph(Coefficient(None, status))

        assert "The coefficient is undefined: " in said

    @pytest.mark.parametrize("name", NAMES)
    def test_knows_every_coefficient(self, name):
        said = methods_paragraph(subject(), name, "identity", Coefficient(0.5))

        assert NAMES[name] in said
        assert "The value is 0.500." in said
