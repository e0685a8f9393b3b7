"""Load the demo: seven articles, four people, and what three of them answered."""

import csv
import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4
from zlib import crc32

from django.conf import settings
from django.db import transaction

from annotator.errors import DomainError
from annotator.models import Article, Claim, Project, Role, User
from annotator.services.annotations import annotate
from annotator.services.answers import Answer
from annotator.services.articles import import_article
from annotator.services.assignment import lease_articles
from annotator.services.projects import add_member, create_project

DEMO = Path(__file__).parent.parent / "demo"
NAME = "Harbor City pilot"
LEAD = "lena"
PEOPLE = {
    LEAD: "Lena Ortiz",
    "amal": "Amal Rahal",
    "ben": "Ben Kessler",
    "chloe": "Chloé Marin",
}
# How long each takes over a claim, in proportion.
PACE = {"amal": 1.0, "ben": 0.7, "chloe": 1.4}
BEGAN = timedelta(days=10)
PAUSE = timedelta(seconds=2)
REVIEW = timedelta(seconds=75)


class DemoOutOfStep(DomainError):
    code = "demo_out_of_step"


@dataclass(frozen=True)
class Note:
    """What an annotator added to an answer, and the one they gave before, if any."""

    first: str = ""
    flags: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True)
class Row:
    """A line of answers.csv: what each annotator says of one claim."""

    where: str
    claim: int
    quote_start: str
    answers: dict[str, str]
    notes: dict[str, Note]


@dataclass(frozen=True)
class Session:
    """One annotator at one article, from the lease to the last answer."""

    begins_at: datetime
    who: str
    article: Article
    rows: list[Row]


@transaction.atomic
def load_demo(*, password: str, now: datetime, folder: Path = DEMO) -> Project | None:
    """
    Make the demo project, worked on over the ten days before `now`.

    Gives None, and changes nothing, if the project is there already. Agreement is left
    to the worker: the saved answers are its mark, here as everywhere.

    :raises DemoOutOfStep: if an answer in `folder` is not about a claim of its article
    """
    if Project.objects.filter(slug=settings.DEMO_PROJECT).exists():
        return None
    people = {key: _account(key, password) for key in PEOPLE}
    project = create_project(
        name=NAME,
        slug=settings.DEMO_PROJECT,
        lead=people[LEAD],
        now=now - BEGAN,
        overlap=len(PACE),
    )
    for key in PACE:
        add_member(project=project, user=people[key], role=Role.ANNOTATOR)
    sessions = []
    rows = _read_rows(folder)
    for about in json.loads((folder / "articles.json").read_text("utf-8")):
        article = _import(project, people[LEAD], about, folder, now - BEGAN)
        given = rows[about["file"]]
        _check(article, given)
        sessions += [
            Session(now - timedelta(hours=hours), who, article, given)
            for who, hours in about["hours_before"].items()
        ]
    for session in sorted(sessions, key=lambda session: session.begins_at):
        _work(session, people[session.who])
    return project


def _account(key: str, password: str) -> User:
    address = f"{key}@{settings.DEMO_DOMAIN}"
    known = User.objects.filter(email=address).first()
    return known or User.objects.create_user(address, password, name=PEOPLE[key])


def _read_rows(folder: Path) -> dict[str, list[Row]]:
    """Read answers.csv with notes.csv, by article."""
    notes: defaultdict[tuple[str, str], dict[str, Note]] = defaultdict(dict)
    for _, line in _lines(folder / "notes.csv"):
        notes[line["article"], line["claim"]][line["annotator"]] = Note(
            line["first"], tuple(line["flags"].split()), line["note"]
        )
    rows: defaultdict[str, list[Row]] = defaultdict(list)
    for number, line in _lines(folder / "answers.csv"):
        stem, claim = line["article"], line["claim"]
        rows[stem].append(
            Row(
                where=f"answers.csv, line {number} ({stem}, claim {claim})",
                claim=int(claim),
                quote_start=line["quote_start"],
                answers={who: line[who] for who in PACE if line[who]},
                notes=notes[stem, claim],
            )
        )
    return rows


def _lines(file: Path) -> list[tuple[int, dict[str, str]]]:
    with file.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        return [(reader.line_num, line) for line in reader]


def _import(
    project: Project, lead: User, about: dict[str, Any], folder: Path, now: datetime
) -> Article:
    text = (folder / "articles" / f"{about['file']}.txt").read_bytes().decode("utf-8")
    return import_article(
        project=project,
        lead=lead,
        text=text,
        title=about["title"],
        outlet=about["outlet"],
        url=about["url"],
        published_on=date.fromisoformat(about["published_on"]),
        language=about["language"],
        now=now,
    )


def _check(article: Article, rows: list[Row]) -> None:
    """Refuse answers that are not about the article's claims, one row for each."""
    quotes = dict(article.claims.values_list("number", "quote"))
    for row in rows:
        quote = quotes.get(row.claim)
        if quote is None or not quote.startswith(row.quote_start):
            raise DemoOutOfStep(
                f"{row.where}: the claim should begin with {row.quote_start!r}, "
                f"but it is {quote!r}. Nothing was loaded."
            )
    if rows and [row.claim for row in rows] != list(quotes):
        raise DemoOutOfStep(
            f"answers.csv has {len(rows)} rows for {article}, which has "
            f"{len(quotes)} claims. Nothing was loaded."
        )


def _work(session: Session, annotator: User) -> None:
    """Take the article from the queue and answer its claims, one after the other."""
    at = session.begins_at
    (assignment,) = lease_articles(
        project=session.article.project, annotator=annotator, limit=1, now=at
    )
    if assignment.article_id != session.article.pk:
        raise DemoOutOfStep(
            f"articles.json: {annotator} cannot begin with {session.article}, because "
            f"the queue gives {assignment.article}. Nothing was loaded."
        )
    claims = {claim.number: claim for claim in session.article.claims.all()}
    answered = [row for row in session.rows if session.who in row.answers]
    second_thoughts = []
    for row in answered:
        note = row.notes.get(session.who, Note())
        final = row.answers[session.who]
        if note.first:
            second_thoughts.append((claims[row.claim], final, note))
            note = Note(note.first)
        answer = _answer(note.first or final, note, claims[row.claim], session.who)
        at += timedelta(seconds=answer.seconds or 0) + PAUSE
        _save(claims[row.claim], annotator, answer, at)
    for claim, final, note in second_thoughts:
        at += REVIEW
        _save(claim, annotator, _answer(final, note, claim, session.who), at)


def _answer(cell: str, note: Note, claim: Claim, who: str) -> Answer:
    """Read a cell: `named/3`, or `skip:` and the reason."""
    kind, _, reason = cell.partition(":")
    source_type, _, confidence = kind.partition("/")
    skipped = kind == "skip"
    doubt = 0 if skipped else 3 - int(confidence)
    # Long sentences, doubt and notes take time; the checksum stands in for chance.
    unhurried = len(claim.quote) / 22 + 5 * doubt + len(note.text) / 6
    chance = crc32(f"{who} {claim.quote}".encode()) % 60 / 10
    return Answer(
        source_type=None if skipped else source_type,
        confidence=None if skipped else int(confidence),
        skipped=skipped,
        skip_reason=reason,
        flags=list(note.flags),
        note=note.text,
        seconds=round((2.5 + unhurried + chance) * PACE[who], 1),
    )


def _save(claim: Claim, annotator: User, answer: Answer, at: datetime) -> None:
    annotate(
        claim=claim,
        annotator=annotator,
        answer=answer,
        client_id=uuid4(),
        now=at,
    )
