"""Makers of the objects that tests begin with."""

import json
from datetime import UTC, datetime, timedelta
from functools import cache
from uuid import uuid4

from django.contrib.auth.hashers import make_password
from django.core.files.uploadedfile import SimpleUploadedFile

from annotator.models import Annotation, Article, Claim, Project, Role, User
from annotator.services import annotations, articles, assignment, projects
from annotator.services.answers import Answer

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
PASSWORD = "correct horse battery"  # noqa: S105
TEXT = (
    "The ferry will stop running in March, the harbor master said. "
    "Two people who know the budget said that the boat is too old. "
    "The island has 900 inhabitants."
)


def user(name: str = "Ana") -> User:
    address = f"{name.lower().replace(' ', '.')}@example.org"
    return User.objects.create(email=address, name=name, password=_password())


@cache
def _password() -> str:
    # Hashed once: that is meant to be slow, and people are made in every test.
    return make_password(PASSWORD)


def project(
    *, lead: User | None = None, annotators: tuple[User, ...] = (), overlap: int = 3
) -> Project:
    made = projects.create_project(
        name="Ferries",
        slug=f"ferries-{uuid4().hex[:8]}",
        lead=lead or user(f"Lead {uuid4().hex[:6]}"),
        now=NOW,
        overlap=overlap,
    )
    for annotator in annotators:
        projects.add_member(project=made, user=annotator, role=Role.ANNOTATOR)
    return made


def article(project: Project, text: str = TEXT) -> Article:
    lead = project.memberships.get(role=Role.LEAD).user
    return articles.import_article(project=project, lead=lead, text=text, now=NOW)


def articles_of(project: Project, count: int) -> list[Article]:
    return [article(project, f"{TEXT} This is number {n}.") for n in range(count)]


def text(number: int) -> str:
    """Make one of any number of texts that differ."""
    return f"{TEXT} This is number {number}."


def jsonl(
    *rows: dict[str, object] | str, name: str = "many.jsonl"
) -> SimpleUploadedFile:
    """Make a file with a row a line, as an object or as it shall stand there."""
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    return SimpleUploadedFile(
        "many.jsonl", "".join(f"{line}\n" for line in lines).encode()
    )


def lease(project: Project, annotator: User, limit: int = 100) -> list[Article]:
    leased = assignment.lease_articles(
        project=project, annotator=annotator, limit=limit, now=NOW
    )
    return [one.article for one in leased]


def annotate(
    claim: Claim,
    annotator: User,
    source_type: str = "named",
    confidence: int = 3,
    *,
    minutes: int = 0,
) -> Annotation:
    return annotations.annotate(
        claim=claim,
        annotator=annotator,
        answer=Answer(source_type=source_type, confidence=confidence),
        client_id=uuid4(),
        now=NOW + timedelta(minutes=minutes),
    )


def row(
    claim: Claim,
    annotator: User,
    source_type: str | None = "named",
    confidence: int | None = 3,
    **more: object,
) -> dict[str, object]:
    """Make a row of an import of annotations."""
    return {
        "claim": claim.pk,
        "annotator": annotator.email,
        "source_type": source_type,
        "confidence": confidence,
        **more,
    }


def skipped(claim: Claim, annotator: User, **more: object) -> dict[str, object]:
    return row(claim, annotator, None, None, skipped=True, **more)


def annotated_project(
    annotators: list[User], rows: list[str], *, lead: User | None = None
) -> Project:
    """
    Make a project with one article in which everybody has answered.

    `rows` holds one word a claim with a letter an annotator: n, a, o, u for the source
    type, a dot for no answer. Confidence is 3 where all letters are equal, else 1.
    """
    keys = {"n": "named", "a": "anonymous", "o": "official_statement", "u": "unclear"}
    made = project(lead=lead, annotators=tuple(annotators), overlap=len(annotators))
    text = " ".join(f"This is made-up claim number {n} here." for n in range(len(rows)))
    stored = article(made, text)
    for place, annotator in enumerate(annotators):
        lease(made, annotator)
        for claim, row in zip(stored.claims.all(), rows, strict=True):
            if row[place] != ".":
                sure = 3 if len(set(row)) == 1 else 1
                annotate(claim, annotator, keys[row[place]], sure)
    return made
