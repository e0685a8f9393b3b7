"""Figures of agreement that the API's description shows."""

from typing import Any

INTERVAL = {
    "method": "units",
    "n": 240,
    "se": 0.041,
    "low": 0.581,
    "high": 0.742,
    "status": "ok",
}
BIAS = {
    "stuart_maxwell": 6.2,
    "bhapkar": 6.4,
    "df": 4,
    "p_value": 0.17,
    "differences": [0.05, -0.05],
    "status": "ok",
}
LABELS_USED = ["named", "anonymous"]
ABOUT = {
    "scope": "all",
    "variable": "source_type",
    "labels": LABELS_USED,
    "level": "nominal",
}
KAPPA: dict[str, Any] = {"value": 0.662, "status": "ok", "interval": INTERVAL}
PAIRS: dict[str, Any] = {
    **ABOUT,
    "weights": "identity",
    "enough_shared": 20,
    "annotators": [{"id": 7, "name": "Ana"}, {"id": 9, "name": "Ben"}],
    "cells": [
        {
            "one": 7,
            "other": 9,
            "units": 240,
            "percent_agreement": 0.842,
            **KAPPA,
            "bias": BIAS,
        }
    ],
}
ANNOTATORS: dict[str, Any] = {
    **ABOUT,
    "enough_shared": 20,
    "error_rate_labels": LABELS_USED,
    "annotators": [
        {
            "id": 7,
            "name": "Ana",
            "units": 31,
            "shared_units": 12,
            "enough": False,
            "alpha_without": None,
            "peer_kappa": None,
            "mean_kappa": None,
            "pairs": None,
            "bias": None,
            "error_rates": None,
        }
    ],
}
BY_ARTICLE = INTERVAL | {"method": "articles", "n": 40}
LABELS = {
    "scope": "all",
    "variable": "source_type",
    "labels": [
        {
            "label": label,
            "ratings": ratings,
            "value": 0.662,
            "status": "ok",
            "interval": BY_ARTICLE,
        }
        for label, ratings in (("named", 300), ("anonymous", 180))
    ],
    "confusion": [
        {"label": "named", "coincidences": [262.0, 38.0], "shares": [0.873, 0.127]},
        {
            "label": "anonymous",
            "coincidences": [38.0, 142.0],
            "shares": [0.211, 0.789],
        },
    ],
}
CALIBRATION = {
    "scope": "all",
    "levels": [
        {
            "confidence": 1,
            "word": "Low",
            "ratings": 120,
            "value": 0.662,
            "status": "ok",
            "interval": BY_ARTICLE,
        }
    ],
}
METHODS = {
    "text": "Agreement on source type was measured with Krippendorff's alpha (nominal "
    "level) over the 2 values named, anonymous. Over the whole project, 2 annotators "
    "answered 240 claims in 40 articles; 240 had two or more answers. …"
}
CONSENSUS = {
    "newest": None,
    "running": {"asked_at": "2026-05-04T12:00:00Z", "started_at": None},
}
DISPUTED = {
    "claim": 512,
    "number": 1,
    "article": 44,
    "title": "Ferry to end in March",
    "language": "en",
    "quote": "The ferry will stop running in March, the harbor master said.",
    "dispute": 0.667,
    "entropy": 0.61,
    "answers": [
        {"id": 7, "name": "Ana", "source_type": "named", "confidence": 3},
        {"id": 9, "name": "Ben", "source_type": "anonymous", "confidence": 2},
    ],
    "posterior": [
        {"label": "named", "probability": 0.7},
        {"label": "anonymous", "probability": 0.3},
    ],
}
PAIR_CLAIM = {
    "claim": 512,
    "number": 1,
    "article": 44,
    "title": "Ferry to end in March",
    "language": "en",
    "quote": "The ferry will stop running in March, the harbor master said.",
    "one": {"source_type": "named", "confidence": 3},
    "other": {"source_type": "anonymous", "confidence": 2},
}


def _banded(value: float, band: str) -> dict[str, Any]:
    return {**KAPPA, "value": value, "band": band}


FIGURE: dict[str, Any] = {
    **KAPPA,
    "interval": BY_ARTICLE,
    "coefficient": "krippendorff_alpha",
    "level": "nominal",
    "labels": LABELS_USED,
    "at_least": {"tentative": 0.453, "reliable": 0.001},
    "cautions": [],
    "prevalence_note": False,
    "percent_agreement": 0.842,
    "percent_agreement_status": "ok",
    "weights": "identity",
    "others": {
        "gwet_ac": _banded(0.702, "substantial"),
        "fleiss_kappa": _banded(0.662, "moderate"),
        "brennan_prediger": _banded(0.683, "moderate"),
        "conger_kappa": _banded(0.663, "moderate"),
    },
    "by_label": [{"label": label, **KAPPA} for label in LABELS_USED],
    "units": 260,
    "pairable_units": 240,
    "annotators": 2,
    "ratings": 500,
}
CONFIDENCE_FIGURE = FIGURE | {
    "level": "ordinal",
    "labels": ["1", "2", "3"],
    "weights": "ordinal",
    "by_label": [{"label": label, **KAPPA} for label in ("1", "2", "3")],
}
_SHORT = {name: FIGURE[name] for name in (*KAPPA, "percent_agreement")} | {
    "units": 260,
    "pairable_units": 240,
}
REPORT: dict[str, Any] = {
    "id": 318,
    "scope": "all",
    "computed_at": "2026-05-04T12:00:00Z",
    "engine": "2",
    "articles": 40,
    "claims": 260,
    "last_event": 1204,
    "variables": {
        "source_type": FIGURE,
        "confidence": CONFIDENCE_FIGURE,
        "source_type_collapsed": None,
    },
}
REPORT_ROW = REPORT | {
    "variables": {
        "source_type": _SHORT,
        "confidence": _SHORT,
        "source_type_collapsed": None,
    }
}
SCOPES = {
    "revisions": [{**REPORT_ROW, "id": 319, "revision": 2, "scope": "revision:2"}],
    "weeks": [
        {**REPORT_ROW, "id": 320, "week": "2026-05-04", "scope": "week:2026-05-04"}
    ],
}
RECOMPUTATION = {
    "reason": "repair",
    "started_at": "2026-05-04T12:00:00Z",
    "blocks": 50,
    "blocks_done": 0,
}
STANDING = {
    "report": REPORT,
    "pending": 3,
    "worker_seen_at": "2026-05-04T12:00:10Z",
    "last_checked_at": "2026-05-04T02:30:00Z",
    "recomputation": None,
    "alarms": [],
    "consensus": {
        "asked_at": "2026-05-04T09:00:00Z",
        "finished_at": "2026-05-04T09:00:03Z",
        "claims": 260,
        "status": "ok",
    },
}
PAIR = {
    **ABOUT,
    "weights": "identity",
    "enough_shared": 20,
    **PAIRS["cells"][0],
    "confusion": [[131, 25], [13, 71]],
}
FILTERS = {"since": "2026-05-04", "revisions": [2], "outlets": ["The Harbor Post"]}
SELECTION = {
    "scope": "selection:5f0c2a9b1d7e4630",
    "filters": FILTERS,
    "counted_at": None,
    "is_current": False,
    "articles": 1200,
    "articles_done": 400,
}
COUNTED_SELECTION = SELECTION | {
    "counted_at": "2026-05-04T12:00:10Z",
    "is_current": True,
    "articles_done": 1200,
}
CHOICES: dict[str, Any] = {
    "revisions": [
        {"number": 1, "created_at": "2026-04-01T12:00:00Z", "change_note": ""},
        {
            "number": 2,
            "created_at": "2026-05-04T12:00:00Z",
            "change_note": "A spokesperson who is not named speaks for the body.",
        },
    ],
    "annotators": PAIRS["annotators"],
    "outlets": ["The Harbor Post", "Delta Courier"],
    "first_day": "2026-04-02",
    "last_day": "2026-05-04",
}
