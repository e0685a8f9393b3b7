"""Agreement from additive counts; pure: no Django, no database, no clock."""

from annotator.metrics.bias import Bias, marginal_bias
from annotator.metrics.bootstrap import (
    bootstrap_articles,
    bootstrap_units,
    percentile_interval,
)
from annotator.metrics.by_label import (
    alpha_by_label,
    fleiss_by_label,
    label_confusion,
)
from annotator.metrics.calibration import Calibration
from annotator.metrics.coefficients import (
    brennan_prediger,
    fleiss_kappa,
    gwet_ac,
    krippendorff_alpha,
    percent_agreement,
)
from annotator.metrics.consensus import (
    DawidSkene,
    Majority,
    dawid_skene,
    majority,
)
from annotator.metrics.counting import count, strata_by_article
from annotator.metrics.estimates import (
    RELIABLE,
    TENTATIVE,
    Coefficient,
    Interval,
    Method,
    band,
    cautions,
    memberships,
    normal_interval,
)
from annotator.metrics.forecasts import Forecast, forecast
from annotator.metrics.methods import Subject, methods_paragraph
from annotator.metrics.pairs import (
    Pairs,
    cohen_kappas,
    conger_kappa,
    light_kappa,
    pair_coefficient,
    scott_pi,
)
from annotator.metrics.raters import Standing, alpha_without_each, standings
from annotator.metrics.ratings import Rating, Ratings
from annotator.metrics.scales import Level, Weights
from annotator.metrics.shares import Share, share_of_clusters
from annotator.metrics.status import Status
from annotator.metrics.tally import Tally

ENGINE = "2"
"""The version stored with each report; it rises when a number could change."""

__all__ = [
    "ENGINE",
    "RELIABLE",
    "TENTATIVE",
    "Bias",
    "Calibration",
    "Coefficient",
    "DawidSkene",
    "Forecast",
    "Interval",
    "Level",
    "Majority",
    "Method",
    "Pairs",
    "Rating",
    "Ratings",
    "Share",
    "Standing",
    "Status",
    "Subject",
    "Tally",
    "Weights",
    "alpha_by_label",
    "alpha_without_each",
    "band",
    "bootstrap_articles",
    "bootstrap_units",
    "brennan_prediger",
    "cautions",
    "cohen_kappas",
    "conger_kappa",
    "count",
    "dawid_skene",
    "fleiss_by_label",
    "fleiss_kappa",
    "forecast",
    "gwet_ac",
    "krippendorff_alpha",
    "label_confusion",
    "light_kappa",
    "majority",
    "marginal_bias",
    "memberships",
    "methods_paragraph",
    "normal_interval",
    "pair_coefficient",
    "percent_agreement",
    "percentile_interval",
    "scott_pi",
    "share_of_clusters",
    "standings",
    "strata_by_article",
]
