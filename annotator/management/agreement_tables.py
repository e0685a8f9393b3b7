"""Agreement as lines of text: aligned tables, and a paragraph."""

from collections.abc import Collection, Iterator, Sequence
from textwrap import wrap
from typing import Any

WIDTH = 80
STANDING = (
    "annotator",
    "items",
    "shared",
    "alpha without",
    "kappa with peers",
    "95% interval",
    "status",
)
NAMES = {
    "krippendorff_alpha": "Krippendorff's alpha",
    "percent_agreement": "Percent agreement",
    "gwet_ac": "Gwet's AC1 or AC2",
    "fleiss_kappa": "Fleiss' kappa",
    "brennan_prediger": "Brennan-Prediger",
    "conger_kappa": "Conger's kappa",
    "cohen_kappa": "Cohen's kappa",
    "scott_pi": "Scott's pi",
    "light_kappa": "Mean kappa (Light)",
}
STATUSES = {
    "ok": "ok",
    "no_data": "no ratings",
    "insufficient_raters": "one annotator only",
    "no_pairable_units": "nothing was rated twice",
    "no_variation": "one label only",
    "single_unit": "one item only",
    "single_article": "one article only",
}
FEW = "few shared items"
CAUTIONS = {
    "few_articles": "There are fewer than 30 articles: the interval is rough.",
    "few_units": "There are fewer than 50 items: the interval is rough.",
    "skewed_labels": "Four fifths of the ratings are of one label: with few items "
    "the interval is too short.",
    "one_article": "All items are of one article: they are not independent, and the "
    "interval is too short.",
}
PREVALENCE = (
    "Percent agreement is much higher than alpha. One label prevails, and agreement "
    "on it counts for little beyond chance."
)


def agreement_lines(measured: dict[str, Any]) -> Iterator[str]:
    """Write down what `measure_ratings` gave."""
    figures = measured["figures"]
    yield from _about(figures)
    yield ""
    yield from table(
        ["coefficient", "value", "SE", "95% interval", "n", "status"],
        [row for one in measured["coefficients"] for row in _coefficient(one)],
    )
    yield ""
    yield from _judgement(figures)
    yield from _section(
        "Each label against all others",
        ["label", "alpha", "SE", "95% interval", "n", "status"],
        [[one["label"], *spread_row(one)] for one in measured["by_label"]],
    )
    yield from _pairs(measured["pairs"])
    yield from _section(
        "Annotators beside the others",
        STANDING,
        [_standing(one) for one in measured["annotators"]],
    )
    yield from _consensus(figures)
    yield ""
    yield "Methods"
    yield from wrap(figures["methods"], WIDTH, break_on_hyphens=False)


def table(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    left: Collection[int] = (),
) -> Iterator[str]:
    """Align the first column, the last and `left` to the left, others to the right."""
    lines = [headings, *rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    last = len(widths) - 1
    for cells in lines:
        aligned = (
            cell.ljust(width) if place in {0, last, *left} else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
        )
        yield "  ".join(aligned).rstrip()


def _section(
    title: str, headings: Sequence[str], rows: Sequence[Sequence[str]]
) -> Iterator[str]:
    if rows:
        yield from ["", title, *table(headings, rows)]


def _about(figures: dict[str, Any]) -> Iterator[str]:
    articles = figures["articles"]
    counts = [
        many(figures["ratings"], "rating"),
        f"of {many(figures['units'], 'item')}",
        *([] if articles is None else [f"in {many(articles, 'article')}"]),
        f"by {many(figures['annotators'], 'annotator')};",
        f"{figures['pairable_units']:,} rated twice or more.",
    ]
    yield from wrap(" ".join(counts), WIDTH)
    if skipped := figures["rows_without_label"]:
        yield f"{many(skipped, 'row')} without a label left out."
    yield f"Level {figures['level']}, weights {figures['weights']}; labels:"
    yield from wrap(", ".join(figures["labels"]) or "none", WIDTH)


def _coefficient(one: dict[str, Any]) -> Iterator[list[str]]:
    """Give a row for each interval of a coefficient, or one if it has none."""
    first, *others = one["intervals"] or [None]
    yield [NAMES[one["name"]], *spread_row({**one, "interval": first})]
    for spread in others:
        yield ["", "", *spread_row({**one, "interval": spread})[1:]]


def spread_row(one: dict[str, Any]) -> list[str]:
    """Give value, standard error, interval, n and status."""
    spread = one["interval"]
    if one["value"] is None or spread is None:
        return [number(one["value"]), "", "", "", STATUSES[one["status"]]]
    return [
        number(one["value"]),
        number(spread["se"], digits=4),
        bounds(spread),
        many(spread["n"], {"units": "item", "articles": "article"}[spread["method"]]),
        STATUSES[spread["status"]],
    ]


def _judgement(figures: dict[str, Any]) -> Iterator[str]:
    if figures["level_at_95"] is not None:
        yield (
            f"Alpha is {figures['level_at_95'].lower()} or better (Landis and Koch) "
            "with a probability of .95 or more."
        )
        yield (
            f"P(alpha >= .667) = {number(figures['p_alpha_at_least_667'])}, "
            f"P(alpha >= .800) = {number(figures['p_alpha_at_least_800'])}."
        )
    for caution in figures["cautions"]:
        yield from wrap(CAUTIONS[caution], WIDTH)
    if figures["prevalence_note"]:
        yield from wrap(PREVALENCE, WIDTH)


def _pairs(pairs: list[dict[str, Any]] | None) -> Iterator[str]:
    if pairs is None:
        yield from ["", "Pairs are listed for up to 20 annotators."]
        return
    yield from _section(
        "Pairs of annotators",
        ["", "", "agreement", "kappa", "SE", "95% interval", "n", "status"],
        [
            [
                one["one"],
                one["other"],
                number(one["agreement"]),
                *spread_row(one)[:-1],
                _status(one, one),
            ]
            for one in pairs
        ],
    )


def _standing(one: dict[str, Any]) -> list[str]:
    kappa = one["peer_kappa"]
    value, _, bounds, *_ = spread_row(kappa)
    return [
        one["name"],
        f"{one['units']:,}",
        f"{one['shared_units']:,}",
        number(one["alpha_without"]["value"]),
        value,
        bounds,
        _status(kappa, one),
    ]


def _status(figure: dict[str, Any], one: dict[str, Any]) -> str:
    status = spread_row(figure)[-1]
    return FEW if status == STATUSES["ok"] and not one["enough"] else status


def _consensus(figures: dict[str, Any]) -> Iterator[str]:
    if figures["class_marginals"] is None:
        return
    rows = [
        [label, number(share)]
        for label, share in zip(
            figures["labels"], figures["class_marginals"], strict=True
        )
    ]
    yield from _section(
        "How often each label is true (Dawid and Skene)", ["label", "share"], rows
    )
    yield (
        f"Log-likelihood {figures['log_likelihood']:.4f} after "
        f"{many(figures['iterations'], 'iteration')}; the majority ties on "
        f"{many(figures['tied_items'], 'item')}."
    )
    if "accuracy_majority" in figures:
        yield (
            f"Right by the gold labels: {number(figures['accuracy_dawid_skene'])}, "
            f"the majority {number(figures['accuracy_majority'])}."
        )


def bounds(spread: dict[str, Any]) -> str:
    if spread["low"] is None:
        return "-"
    return f"{number(spread['low'])} to {number(spread['high'])}"


def number(value: float | None, *, digits: int = 3) -> str:
    # What rounds to nothing is nothing, without a sign.
    return "-" if value is None else f"{round(value, digits) + 0.0:.{digits}f}"


def many(count: int, word: str) -> str:
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"
