"""The dataset card of a snapshot, from what its manifest says."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from annotator.metrics.methods import plural
from annotator.models.snapshots import MANIFEST
from annotator.queries.label_figures import SUBJECTS
from annotator.splits import TIMES_LONGER

CARD = "README.md"
WITHOUT_SPLITS = "train"
"""What `datasets` calls the only part of a data set."""
SIZES = ["n<1K", "1K<n<10K", "10K<n<100K", "100K<n<1M", "1M<n<10M"]
LARGEST = "10M<n<100M"
CUT_BY = {
    "article": "No article is in two splits.",
    "outlet": "No article and no outlet is in two splits.",
    "period": "No article is in two splits. What was published earlier is trained on, "
    "and the newest is tested.",
}

Manifest = dict[str, Any]


def card(manifest: Manifest) -> str:
    """Give the card as Markdown, with the front matter that `datasets` reads."""
    parts = [
        "\n".join(["---", *_front_matter(manifest), "---"]),
        f"# {_line(manifest['project'])}",
        _what(manifest),
        f"## Loading\n\n{_loading(manifest)}",
        f"## Labels\n\n{_labels(manifest)}",
        f"## Distribution\n\n{_distribution(manifest)}",
        f"## Splits\n\n{_splits(manifest)}",
        f"## Agreement\n\n{manifest['methods']}\n\n{_agreement(manifest)}",
        f"## Guidelines\n\n{_guidelines(manifest)}",
        f"## What to mind\n\n{_caveats()}",
    ]
    return "\n\n".join(parts) + "\n"


def _front_matter(manifest: Manifest) -> Iterator[str]:
    # JSON texts are YAML texts, whatever stands in them.
    yield f"pretty_name: {json.dumps(manifest['project'], ensure_ascii=False)}"
    yield "license: unknown"
    yield "task_categories:\n- text-classification"
    yield f"size_categories:\n- {_size(manifest['counts']['claims'])}"
    yield "configs:"
    for table in ("claims", "annotations"):
        yield f"- config_name: {table}"
        if table == "claims":
            yield "  default: true"
        yield "  data_files:"
        for split, path in _parquet(manifest, table):
            yield f"  - split: {split}\n    path: {path}"


def _parquet(manifest: Manifest, table: str) -> Iterator[tuple[str, str]]:
    """Give the Parquet files of a table, in the order of the splits."""
    names = {file["name"] for file in manifest["files"]}
    for one in manifest["distribution"]:
        path = f"data/{table}/{one['split']}.parquet"
        if path in names:
            is_split = manifest["splits"] is not None
            yield one["split"] if is_split else WITHOUT_SPLITS, path


def _size(claims: int) -> str:
    for power, name in enumerate(SIZES, start=3):
        if claims < 10**power:
            return name
    return LARGEST


def _what(manifest: Manifest) -> str:
    counts = manifest["counts"]
    filters = manifest["asked"]["filters"]
    chosen = (
        f" Only some answers count: `{json.dumps(filters, ensure_ascii=False)}`."
        if filters
        else ""
    )
    return (
        "Claims of news articles, and who stands behind each: for every claim its "
        "place in the article, every vote on it, and what the votes come to. "
        f"{plural(counts['claims'], 'claim')} in "
        f"{plural(counts['articles'], 'article')} with "
        f"{plural(counts['annotations'], 'annotation')}; "
        f"{plural(counts['annotators'], 'annotator')} answered.{chosen} Taken with "
        f"OnRecord. `{MANIFEST}` says the same for programs, with a checksum of each "
        "file; `docs/export.md` of OnRecord describes every field."
    )


def _loading(manifest: Manifest) -> str:
    (_, claims), *_ = list(_parquet(manifest, "claims"))
    return "\n".join(
        [
            "In the folder that this file is in:",
            "",
            "```python",
            'datasets.load_dataset(".")  # or load_dataset(".", "annotations")',
            f'pandas.read_parquet("{claims}")',
            f'polars.read_parquet("{claims}")',
            f'duckdb.read_parquet("{claims}")',
            "```",
        ]
    )


def _labels(manifest: Manifest) -> str:
    rows = [
        (f"`{one['key']}`", one["name"], one["definition"], f"`{one['collapsed']}`")
        for one in manifest["labels"]
    ]
    words = ", ".join(map(_line, manifest["confidence"]))
    return (
        _table(["label", "name", "definition", "collapsed to"], rows)
        + f"\n\nConfidence, from 1: {words}."
    )


def _distribution(manifest: Manifest) -> str:
    splits = manifest["distribution"]
    rows: list[Sequence[object]] = [
        (f"`{label['key']}`", *(one["labels"][label["key"]] for one in splits))
        for label in manifest["labels"]
    ]
    rows += [
        (name.replace("_", " "), *(one[name] for one in splits))
        for name in ("no_majority", "claims", "articles", "annotations")
    ]
    head = ["majority of a claim's answers", *(one["split"] for one in splits)]
    return _table(head, rows)


def _splits(manifest: Manifest) -> str:
    division, asked = manifest["splits"], manifest["asked"]["splits"]
    if division is None:
        return "There are none: everything is in one part."
    rows = [
        (one["name"], _number(one["wanted"]), _number(one["share"]), one["articles"])
        for one in division["parts"]
    ]
    off = division["label_deviation"]
    labels = (
        ""
        if off is None
        else " Labels are spread as evenly as that allows: the share of a label that a "
        f"split holds is off by {_number(off)} at most."
    )
    return (
        f"{CUT_BY[asked['by']]} Nor are near-duplicates, of which the longer text has "
        f"at least {asked['similarity']} of the shorter one's runs of three words and "
        f"is no more than {TIMES_LONGER} times as long: "
        f"{plural(division['groups'], 'group')} of "
        f"{plural(division['grouped'], 'article')} were kept together. The seed was "
        f"{asked['seed']}.{labels} `splits.csv` says where each article is.\n\n"
        + _table(["split", "wanted", "share of articles", "articles"], rows)
    )


def _agreement(manifest: Manifest) -> str:
    rows = []
    for name, figure in manifest["agreement"]["variables"].items():
        interval = figure["interval"] or {}
        low, high = interval.get("low"), interval.get("high")
        rows.append(
            (
                SUBJECTS[name],
                _number(figure["value"]) or figure["status"],
                "" if low is None else f"{_number(low)} to {_number(high)}",
                _number(figure["percent_agreement"]),
                figure["pairable_units"],
            )
        )
    head = ["variable", "Krippendorff's alpha", "95 % interval"]
    return _table([*head, "percent agreement", "claims with two answers"], rows)


def _guidelines(manifest: Manifest) -> str:
    rows = [
        (one["number"], one["annotations"], f"`{one['sha256']}`")
        for one in manifest["guidelines"]
    ]
    return _table(["revision", "annotations", "SHA-256 of its text"], rows)


def _caveats() -> str:
    return "\n".join(
        [
            "- A vote is what one annotator said, not the truth. `majority` is null "
            "where votes tie; `shares` and `soft_label` keep the disagreement.",
            "- `posterior` is of the model run that `consensus` names; newer votes are "
            "not in it.",
            "- Articles come from those who run the project. Whether their texts may "
            "be passed on is not known here, hence `license: unknown`.",
            "- Annotators go by codes that mean nothing outside of this project.",
        ]
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines)


def _cell(value: object) -> str:
    return _line(str(value)).replace("|", "\\|")


def _line(text: str) -> str:
    """Give a text in one line."""
    return " ".join(text.split())


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"
