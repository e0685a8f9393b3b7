"""The shapes of figures, and the questions that are asked of them."""

from typing import Any

from django.http import Http404
from rest_framework import serializers
from rest_framework.request import Request

from annotator.models import Project
from annotator.queries.agreement import STATUSES
from annotator.queries.selections import find_selection, is_selection
from annotator.queries.stored import COLLAPSED_LABELS, FULL_LABELS, Asked
from annotator.queries.sums import (
    COLLAPSED,
    CONFIDENCE,
    LEVELS,
    SOURCE_TYPE,
    WEIGHTS,
    is_scope,
)
from api.queries import read
from api.requests import is_lead

BANDS = ["almost_perfect", "substantial", "moderate", "fair", "slight", "poor"]
CAUTIONS = ["few_articles", "few_units", "skewed_labels", "one_article"]
LEVELS_USED = sorted({str(level) for level in LEVELS.values()})
WEIGHTS_USED = sorted({str(weights) for weights in WEIGHTS.values()})


class ScopeQuery(serializers.Serializer[object]):
    scope = serializers.CharField(
        default="all",
        max_length=40,
        help_text="Which answers count: `all`, those given under a revision of the "
        "guidelines (`revision:2`), those of a week (UTC), named by its Monday "
        "(`week:2026-05-04`), or those of a selection, as `agreement/selections/` "
        "names it; 404 if there is no such selection. A scope without answers has "
        "figures that are null.",
    )

    def validate_scope(self, scope: str) -> str:
        if not is_scope(scope):
            raise serializers.ValidationError(
                "A scope is all, revision:N, week:YYYY-MM-DD with a Monday, or that of "
                "a selection.",
                "unknown_scope",
            )
        return scope


class FigureQuery(ScopeQuery):
    variable = serializers.ChoiceField(
        choices=[SOURCE_TYPE, CONFIDENCE],
        default=SOURCE_TYPE,
        help_text="Source type is nominal, confidence ordinal.",
    )
    labels = serializers.ChoiceField(
        choices=[FULL_LABELS, COLLAPSED_LABELS],
        default=FULL_LABELS,
        help_text="`collapsed` counts every source type as the one it maps to. Where "
        "the project maps none, and of confidence, it is the same as `full`.",
    )


def asked(request: Request, project: Project) -> Asked:
    """Read which figures are asked for; what is unknown is a bad request."""
    return Asked(**read_scoped(FigureQuery, request, project))


def scope_asked(request: Request, project: Project) -> str:
    """Read of which scope figures are asked for."""
    return str(read_scoped(ScopeQuery, request, project)["scope"])


def read_scoped(
    query: type[ScopeQuery], request: Request, project: Project
) -> dict[str, Any]:
    """
    Read a request's query; 404 for a selection that the project has not.

    One that names people is for leads alone, as all figures of single people are.
    """
    found = read(query, request)
    if is_selection(found["scope"]):
        selection = find_selection(project, found["scope"])
        if selection is None:
            raise Http404
        if "annotators" in selection.filters and not is_lead(request, project):
            raise Http404
    return found


class Status(serializers.ChoiceField):
    def __init__(self, **more: Any) -> None:
        more.setdefault("help_text", "`ok`, or why there is no value.")
        super().__init__(choices=STATUSES, **more)


class Interval(serializers.Serializer[object]):
    method = serializers.ChoiceField(
        choices=["articles", "units"],
        help_text="What is taken to be independent: articles, whose claims may be "
        "alike, or (where that cannot be known) single claims.",
    )
    n = serializers.IntegerField(help_text="How many of them; Student's t has n - 1.")
    se = serializers.FloatField(allow_null=True)
    low = serializers.FloatField(allow_null=True)
    high = serializers.FloatField(allow_null=True)
    status = Status()


class CoefficientOutput(serializers.Serializer[object]):
    value = serializers.FloatField(
        allow_null=True, help_text="Null if it is undefined, for which see `status`."
    )
    status = Status()
    interval = Interval(allow_null=True, help_text="95 %, of `value`.")


class BandedCoefficient(CoefficientOutput):
    band = serializers.ChoiceField(
        choices=BANDS,
        allow_null=True,
        help_text="The highest band of Landis and Koch reached with probability .95.",
    )


class LabelCoefficient(CoefficientOutput):
    label = serializers.CharField()  # type: ignore[assignment]


class AtLeast(serializers.Serializer[object]):
    tentative = serializers.FloatField(allow_null=True, help_text="P(alpha >= .667)")
    reliable = serializers.FloatField(allow_null=True, help_text="P(alpha >= .8)")


class OtherCoefficients(serializers.Serializer[object]):
    gwet_ac = BandedCoefficient(help_text="AC1, or AC2 with weights.")
    fleiss_kappa = BandedCoefficient()
    brennan_prediger = BandedCoefficient()
    conger_kappa = BandedCoefficient()


class Figure(CoefficientOutput):
    coefficient = serializers.CharField()
    level = serializers.ChoiceField(choices=LEVELS_USED)
    labels = serializers.ListField(
        child=serializers.CharField(), help_text="The declared labels, lowest first."
    )
    at_least = AtLeast(help_text="How probable Krippendorff's marks are.")
    cautions = serializers.ListField(
        child=serializers.ChoiceField(choices=CAUTIONS),
        help_text="Why the interval should not be trusted too far.",
    )
    prevalence_note = serializers.BooleanField(
        help_text="Percent agreement is above alpha by .3 or more: one label is so "
        "frequent that most agreement can be chance."
    )
    percent_agreement = serializers.FloatField(allow_null=True)
    percent_agreement_status = Status()
    weights = serializers.ChoiceField(
        choices=WEIGHTS_USED, help_text="Those of the other coefficients."
    )
    others = OtherCoefficients()
    by_label = LabelCoefficient(many=True, help_text="Alpha of each label alone.")
    units = serializers.IntegerField(help_text="Claims with an answer.")
    pairable_units = serializers.IntegerField(help_text="Claims with two or more.")
    annotators = serializers.IntegerField()
    ratings = serializers.IntegerField()


class ShortFigure(CoefficientOutput):
    percent_agreement = serializers.FloatField(allow_null=True)
    units = serializers.IntegerField(help_text="Claims with an answer.")
    pairable_units = serializers.IntegerField(help_text="Claims with two or more.")


class BiasOutput(serializers.Serializer[object]):
    stuart_maxwell = serializers.FloatField(
        allow_null=True, help_text="Chi squared; null if it is undefined."
    )
    bhapkar = serializers.FloatField(
        allow_null=True, help_text="The same, more powerful; null if it is undefined."
    )
    df = serializers.IntegerField()
    p_value = serializers.FloatField(
        allow_null=True,
        help_text="Of Bhapkar's statistic, if labels are used equally often.",
    )
    differences = serializers.ListField(
        child=serializers.FloatField(),
        help_text="By label, the share of the shared claims to which the first gives "
        "it, less the other's or the peers'. Empty if no claim is shared.",
    )
    status = Status()


class Counted(serializers.Serializer[object]):
    scope = serializers.CharField()
    variable = serializers.ChoiceField(
        choices=[SOURCE_TYPE, COLLAPSED, CONFIDENCE],
        help_text="What was counted; `source_type_collapsed` only where types map.",
    )
