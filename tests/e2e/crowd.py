"""A project that many have annotated for weeks, made in the database and counted."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import cycle, islice

from django.utils import timezone

from annotator.models import Article, Role, User
from annotator.services import agreement, overviews
from annotator.services.annotation_import import ImportedAnnotation, import_annotations
from annotator.services.answers import Answer
from annotator.services.guidelines import publish_guidelines
from annotator.services.projects import add_member
from tests import make

OUTLETS = ["Coast Wire", "The Lantern", "Oosterly Post", ""]
KEYS = ["named", "anonymous", "official_statement", "unattributed", "unclear"]
ARTICLES, CLAIMS, EACH = 24, 10, 20
"""So many articles with so many claims, each answered by so many people at most."""
DAYS = 42


class Crowd:
    """
    A project with many annotators and two revisions of its guidelines.

    Everybody says of three claims in four what is true; the third person guesses, and
    whoever is sure is right more often. Answers came at three claims a day and person.
    """

    def __init__(self, lead: User, people: int, *, seed: int = 5) -> None:
        self.random = random.Random(seed)
        self.lead = lead
        self.now = timezone.now()
        self.began = datetime.combine(
            self.now.date() - timedelta(days=DAYS), time(8), UTC
        )
        self.project = make.project(lead=lead, overlap=EACH)
        self.people = User.objects.bulk_create(
            User(email=f"p{n}@example.org", name=f"Person {n:02}", password="!")  # noqa: S106
            for n in range(people)
        )
        for person in self.people:
            add_member(project=self.project, user=person, role=Role.ANNOTATOR)
        publish_guidelines(
            project=self.project,
            author=lead,
            body="# Anew\n\nRead this.",
            change_note="Anew",
            now=self.now,
        )
        self._import_articles()
        rows = list(self._answers())
        import_annotations(
            project=self.project, lead=lead, rows=rows, now=timezone.now()
        )
        self.answers = len(rows)
        agreement.report_agreement(project=self.project, now=timezone.now())
        overviews.count_overviews(project=self.project, clock=timezone.now)

    def _import_articles(self) -> None:
        sentences = range(CLAIMS)
        for number in range(ARTICLES):
            make.article(
                self.project,
                " ".join(
                    f"This is made-up claim {n} of text {number}." for n in sentences
                ),
            )
        articles = list(self.project.articles.order_by("pk"))
        for number, article in enumerate(articles):
            article.title = f"Story {number} of the harbor"
            article.outlet = OUTLETS[number % len(OUTLETS)]
            article.published_on = date(2026, 1 + number % 5, 3)
        Article.objects.bulk_update(articles, ["title", "outlet", "published_on"])

    def _answers(self) -> Iterator[ImportedAnnotation]:
        turns = cycle(enumerate(self.people))
        for article in self.project.articles.order_by("pk"):
            for place, person in islice(turns, min(EACH, len(self.people))):
                yield from self._answers_of(article, place, person)

    def _answers_of(
        self, article: Article, place: int, person: User
    ) -> Iterator[ImportedAnnotation]:
        draw = self.random
        at = self.began + timedelta(days=draw.randrange(DAYS), hours=8 * draw.random())
        revision = 1 if at < self.began + timedelta(days=DAYS // 2) else 2
        for claim in article.claims.all():
            truth = KEYS[claim.number % 3]
            knows = draw.random() < (0.3 if place == 2 else 0.65 + 0.1 * revision)
            yield ImportedAnnotation(
                claim.pk,
                person.email,
                Answer(
                    source_type=truth if knows else draw.choice(KEYS),
                    confidence=draw.choice([2, 3, 3] if knows else [1, 2, 3]),
                    seconds=round(draw.lognormvariate(1.8, 0.6), 2),
                ),
                at=at,
                guideline_revision=revision,
            )
