"""Readers who pull what has changed while everybody writes: nothing missed or twice."""

import random
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from threading import Event
from uuid import uuid4

import pytest
from django.db import connection, transaction

from annotator.errors import DomainError
from annotator.models import Claim, ClaimChange
from annotator.services import annotations, proposals
from annotator.services.annotation_import import ImportedAnnotation, import_annotations
from annotator.services.answers import Answer
from tests import make
from tests.pulling import Mirror, pull_annotations, pull_claims, table

pytestmark = pytest.mark.django_db(transaction=True)
TEXT = " ".join(f"The bank said that rule number {n} holds." for n in range(6))
TURNS = 8
KEYS = ["named", "anonymous", "official_statement"]


class ChangedTheirMind(Exception):
    """What a transaction is rolled back with."""


@contextmanager
def held(chance, longest=0.02):
    """Keep a transaction open for some time, and take it back now and then."""
    try:
        with transaction.atomic():
            yield
            time.sleep(chance.random() * longest)
            if chance.random() < 0.2:
                raise ChangedTheirMind
    except (ChangedTheirMind, DomainError):
        pass


class Bustle:
    """Eight who write at once: each method is somebody's part in it."""

    def __init__(self, lead, people):
        self.lead, self.people = lead, people
        self.project = make.project(lead=lead, annotators=people, overlap=len(people))
        self.articles = [
            make.article(self.project, f"{TEXT} So {n}.") for n in range(3)
        ]
        for who in people:
            make.lease(self.project, who)
        self.first = frozenset(one.pk for one in self.claims())
        self.bring(self.claims(), random.Random(0))

    def claims(self):
        return list(Claim.objects.current().filter(article__in=self.articles))

    def answer(self, who, seed):
        """
        Answer, and take back once what was answered at first.

        So no claim gets the votes again that it had: what comes twice is a mistake.
        """
        chance, withdrawn = random.Random(seed), set()
        for _ in range(TURNS):
            article = chance.choice(self.articles)
            claims = list(Claim.objects.current().filter(article=article))
            with held(chance):
                for claim in chance.sample(claims, 2):
                    if chance.random() < 0.4 and claim.pk in self.first - withdrawn:
                        withdrawn.add(claim.pk)
                        annotations.withdraw(
                            claim=claim, annotator=who, client_id=uuid4(), now=make.NOW
                        )
                    else:
                        make.annotate(claim, who, chance.choice(KEYS))

    def bring_answers(self, seed):
        chance = random.Random(seed)
        for _ in range(TURNS):
            claims = chance.sample(self.claims(), 3)
            with held(chance):
                self.bring(claims, chance)

    def bring(self, claims, chance):
        rows = [
            ImportedAnnotation(
                claim=claim.pk,
                annotator=who.email,
                answer=Answer(source_type=chance.choice(KEYS), confidence=2),
            )
            for claim in claims
            for who in self.people
        ]
        import_annotations(
            project=self.project, lead=self.lead, rows=rows, now=make.NOW
        )

    def bring_articles(self, project, seed):
        chance = random.Random(seed)
        for number in range(TURNS):
            with held(chance, longest=0.05):
                make.article(project, f"{TEXT} This is {seed} or {number}.")

    def change_claims(self, seed):
        """Split in one article, merge in another: no claim gets an old number again."""
        chance = random.Random(seed)
        for turn in range(6):
            article, kind = self.articles[turn % 2], ("split", "merge")[turn % 2]
            claims = Claim.objects.current().filter(article=article).order_by("number")
            claim = claims[turn % 4]
            proposal, _ = proposals.propose(
                claim=claim,
                annotator=self.people[turn % 4],
                kind=kind,
                at=(claim.start + claim.end) // 2 if kind == "split" else None,
                note="",
                client_id=uuid4(),
                now=make.NOW,
            )
            with held(chance):
                proposals.decide(
                    proposal=proposal, lead=self.lead, accept=True, now=make.NOW
                )


def in_thread(call):
    try:
        call()
    finally:
        connection.close()


def keep_pulling(mirror, done, seed):
    """Pull until everybody is done; mostly leave before the end."""
    chance = random.Random(seed)
    while not done.is_set():
        mirror.catch_up(most=chance.choice([1, 3, 10, None]))


class TestAReader:
    def test_ends_with_the_table_whoever_writes_meanwhile(self, lead, ana, ben):
        people = (ana, ben, make.user("Cleo"), make.user("Dan"))
        bustle, other = Bustle(lead, people), make.project(lead=lead)
        mirrors = [
            Mirror(bustle.project, pull) for pull in (pull_annotations, pull_claims)
        ]
        done = Event()
        writers = [
            *(partial(bustle.answer, who, seed) for seed, who in enumerate(people)),
            partial(bustle.bring_answers, 5),
            partial(bustle.change_claims, 6),
            partial(bustle.bring_articles, bustle.project, 7),
            partial(bustle.bring_articles, other, 8),
        ]

        with ThreadPoolExecutor(10) as pool:
            readers = [
                pool.submit(in_thread, partial(keep_pulling, mirror, done, seed))
                for seed, mirror in enumerate(mirrors)
            ]
            work = [pool.submit(in_thread, one) for one in writers]
            try:
                for one in work:
                    one.result(30)
            finally:
                done.set()
            for one in readers:
                one.result(30)

        for mirror in mirrors:
            seen = mirror.given
            mirror.catch_up()
            assert mirror.rows == table(bustle.project, mirror.pull)
            assert mirror.repeated == []
            assert seen > len(mirror.rows) / 2
        assert ClaimChange.objects.exists()
