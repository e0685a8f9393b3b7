"""A project as it comes about in weeks: drawn by chance, done through the services."""

import random
from datetime import date, timedelta
from uuid import uuid4

from annotator.models import Claim, Project, Role
from annotator.services import agreement, annotations, overviews, proposals, selections
from annotator.services.answers import Answer
from annotator.services.guidelines import publish_guidelines
from annotator.services.projects import add_member
from tests import make

OUTLETS = ["The Harbor Post", "Coast Wire", "Island Times", ""]
TYPES = ["named", "anonymous", "official_statement", "unattributed", "tipster"]
WEEKS = timedelta(weeks=4)


class Newsroom:
    """
    A project with six annotators, four outlets, five months and two revisions.

    Answers are missing, skipped, changed and withdrawn; `tipster` maps to `anonymous`;
    a claim is replaced after it was answered; one person leaves. `now` is the time of
    the last save.
    """

    def __init__(self, seed: int = 1, articles: int = 26) -> None:
        self.random = random.Random(seed)
        self.lead = make.user("Lena")
        self.people = [make.user(f"Annotator {n}") for n in range(6)]
        self.now = make.NOW
        self.project = make.project(lead=self.lead, overlap=4)
        anonymous = self.project.source_types.get(key="anonymous")
        self.project.source_types.create(
            key="tipster",
            name="Tipster",
            definition="Somebody who gives a hint.",
            hotkey="9",
            color="free_1",
            order=20,
            maps_to=anonymous,
        )
        for person in self.people:
            add_member(project=self.project, user=person, role=Role.ANNOTATOR)
        for number in range(articles):
            self._import(number)
        self._annotate()

    def _import(self, number: int) -> None:
        sentences = range(self.random.randint(2, 7))
        article = make.article(
            self.project,
            " ".join(f"This is made-up claim {n} of text {number}." for n in sentences),
        )
        article.outlet = self.random.choice(OUTLETS)
        month = self.random.choice([1, 2, 3, 4, None])
        article.published_on = date(2026, month, 1 + number) if month else None
        article.save()

    def _annotate(self) -> None:
        work = []
        for person in self.people:
            limit = self.random.randint(9, 18)
            for article in make.lease(self.project, person, limit):
                claims = article.claims.filter(replaced_at=None)
                work += [(claim, person) for claim in claims]
        self.random.shuffle(work)
        step = WEEKS / len(work)
        for place, (claim, person) in enumerate(work):
            self.now += step * self.random.random() * 2
            if place == len(work) // 2:
                publish_guidelines(
                    project=self.project, author=self.lead, body="Anew", now=self.now
                )
            if self.random.random() < 0.15:
                continue
            self.save(claim, person)
            if self.random.random() < 0.15:
                self._change(*self.random.choice(work[: place + 1]))
            if place % 100 == 0:
                self.report()
        self._replace()
        self.project.memberships.get(user=self.people[-1]).delete()
        self.report()

    def save(self, claim: Claim, person) -> None:
        """Answer a claim, or change what was said of it, by chance."""
        draw = self.random
        truth = TYPES[claim.pk % 3]
        said = truth if draw.random() < 0.7 else draw.choice(TYPES)
        seconds = None if draw.random() < 0.1 else round(draw.lognormvariate(2, 1), 2)
        answer = Answer(
            source_type=said,
            confidence=draw.choice([1, 2, 3, 3]),
            seconds=seconds,
        )
        if draw.random() < 0.08:
            answer = Answer(skipped=True, skip_reason="Cannot tell.", seconds=seconds)
        annotations.annotate(
            claim=claim,
            annotator=person,
            answer=answer,
            client_id=uuid4(),
            now=self.now,
        )

    def _change(self, claim: Claim, person) -> None:
        self.now += timedelta(minutes=1)
        had = claim.annotations.filter(annotator=person)
        if had.exists() and self.random.random() < 0.3:
            annotations.withdraw(
                claim=claim, annotator=person, client_id=uuid4(), now=self.now
            )
        else:
            self.save(claim, person)

    def _replace(self) -> None:
        """Replace a claim that several people have answered."""
        claims = Claim.objects.filter(article__project=self.project)
        claim = next(
            one
            for one in claims.order_by("pk")
            if one.annotations.filter(skipped=False).count() > 1
        )
        wish, _ = proposals.propose(
            claim=claim,
            annotator=self.people[0],
            kind="exclude",
            at=None,
            note="",
            client_id=uuid4(),
            now=self.now,
        )
        proposals.decide(proposal=wish, lead=self.lead, accept=True, now=self.now)

    def report(self) -> None:
        agreement.report_agreement(project=self.project, now=self.now)


def count_overviews(project: Project, now) -> bool:
    """Count overviews as a worker does."""
    return overviews.count_overviews(project=project, clock=lambda: now)


def count_selection(selection, now) -> bool:
    """Count a selection as a worker does."""
    return selections.count_selection(selection_id=selection.pk, clock=lambda: now)
