"""Readers who keep a copy of an export by pulling what has changed."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from annotator.queries.changes import changed_annotations, changed_claims
from annotator.queries.exports import annotation_rows, claim_rows, export_labels

ADDED = {"deleted", "cursor"}
DOCS = Path(__file__).parents[1] / "docs" / "export.md"


def shown_in_docs() -> Callable[[dict[str, Any], str, str], None]:
    """Give the function that the docs show, which pulls over HTTP."""
    section = DOCS.read_text().split("## Incremental pulls")[1].split("\n## ")[0]
    (program,) = re.findall(r"```python\n(.*?)```", section, flags=re.DOTALL)
    shown: dict[str, Any] = {}
    exec(program, shown)  # noqa: S102  # our own documentation
    return shown["catch_up"]  # type: ignore[no-any-return]


def stream(url: str, token: str) -> dict[object, dict[str, Any]]:
    """Give all there is over HTTP, by what tells rows apart."""
    request = Request(url, headers={"Authorization": f"Bearer {token}"})  # noqa: S310
    with urlopen(request) as answer:  # noqa: S310
        rows = [json.loads(line) for line in answer]
    return {(row["claim_id"], row.get("annotator")): row for row in rows}


def as_streamed(copy: dict[str, Any]) -> dict[object, dict[str, Any]]:
    """Give the rows that were pulled as the plain stream has them."""
    return {
        key: {name: row[name] for name in row.keys() - ADDED}
        for key, row in copy["rows"].items()
    }


def pull_annotations(project, cursor):
    return changed_annotations(project, cursor)


def pull_claims(project, cursor):
    return changed_claims(project, cursor, labels=export_labels(project))


class Mirror:
    """
    The rows that a reader has, by what they are about.

    `given` counts all that came, and `repeated` is what came although it was known.
    """

    def __init__(self, project, pull):
        self.project, self.pull = project, pull
        self.cursor = "start"
        self.rows: dict[object, dict[str, object]] = {}
        self.given = 0
        self.repeated = []

    def catch_up(self, most=None):
        """Pull what there is, or read `most` rows of it and leave."""
        pull = self.pull(self.project, self.cursor)
        for count, row in enumerate(pull.rows()):
            if count == most:
                return
            self._take(row)
        self.cursor = pull.cursor

    def _take(self, row):
        key = (row["claim_id"], row.get("annotator"))
        told = plain({name: row[name] for name in row.keys() - ADDED})
        self.given += 1
        if row["deleted"]:
            self.rows.pop(key, None)
        elif self.rows.get(key) == told:
            self.repeated.append(told)
        else:
            self.rows[key] = told
        self.cursor = row["cursor"]


def table(project, pull):
    """Give all there is, as the plain stream has it, by what it is about."""
    rows = (
        annotation_rows(project)
        if pull is pull_annotations
        else claim_rows(project, labels=export_labels(project))
    )
    return {(row["claim_id"], row.get("annotator")): plain(row) for row in rows}


def plain(row):
    """Give a row that equals another if they are written alike."""
    return json.loads(json.dumps(row, default=str))
