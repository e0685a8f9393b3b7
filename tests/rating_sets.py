"""Published rating sets as annotations: an item a claim, a label a source type."""

import csv
import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotator.models import Claim, Membership, Project, Role, User
from tests import make

DATA = Path(__file__).parent / "annotator" / "metrics" / "data"
KEYS = ["named", "anonymous", "official_statement", "unattributed"]
LABELS = {
    "snow_rte": ["0", "1"],
    "dog": ["0", "1", "2", "3"],
    "babe_sg2_bias": ["Biased", "Biased, unfair", "Non-biased"],
    "babe_sg2_opinion": [
        "Entirely factual",
        "Somewhat factual but also opinionated",
        "Expresses writer\u2019s opinion",
    ],
}
PART = 10_000
ARTICLE = 200


class RatingSet:
    """A set, and the project that it is taken into."""

    def __init__(self, name: str, lead: User) -> None:
        with gzip.open(DATA / f"{name}.csv.gz", "rt", encoding="utf-8") as file:
            self.rows = list(csv.DictReader(file))
        self.labels = LABELS[name]
        items = list(dict.fromkeys(row["item"] for row in self.rows))
        self.project = make.project(lead=lead, overlap=5)
        for start in range(0, len(items), ARTICLE):
            some = range(start, min(start + ARTICLE, len(items)))
            text = " ".join(f"This is made-up item {n} here." for n in some)
            make.article(self.project, text)
        add_people(self.project, list({row["annotator"]: 0 for row in self.rows}))
        claims = Claim.objects.filter(article__project=self.project)
        self.claims = dict(zip(items, claims.values_list("pk", flat=True), strict=True))

    def parts(self) -> Iterator[list[dict[str, Any]]]:
        """Give the annotations to import, as many at once as a request may hold."""
        rows = [
            {
                "claim": self.claims[row["item"]],
                "annotator": address(row["annotator"]),
                "source_type": KEYS[self.labels.index(row["label"])],
                "confidence": min(self.labels.index(row["label"]) + 1, 3),
            }
            for row in self.rows
        ]
        return (rows[start : start + PART] for start in range(0, len(rows), PART))

    def gold(self) -> dict[int, str]:
        """Give the true source type of claims, where the set knows it."""
        return {
            self.claims[row["item"]]: KEYS[self.labels.index(row["gold"])]
            for row in self.rows
            if row["gold"]
        }


def add_people(project: Project, names: list[str]) -> None:
    """Make annotators, who cannot sign in."""
    people = [User(email=address(name), name=name) for name in names]
    for one in people:
        one.set_unusable_password()
    Membership.objects.bulk_create(
        Membership(project=project, user=user, role=Role.ANNOTATOR)
        for user in User.objects.bulk_create(people)
    )


def address(name: str) -> str:
    return f"{name}@example.org"
