"""What is settled, with transactions that commit in another order than they wrote."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event

import pytest
from django.db import connection, transaction

from annotator.models import AnnotationEvent, Claim
from annotator.queries.settled import FIRST, Position, settle_after
from tests import make
from tests.pulling import Mirror, pull_annotations, table

pytestmark = pytest.mark.django_db(transaction=True)


class ChangedTheirMind(Exception):
    """What a savepoint is rolled back with."""


@pytest.fixture
def project(ana, ben):
    if connection.vendor != "postgresql":
        pytest.skip("One writer at a time: ids are committed in their order.")
    made = make.project(annotators=(ana, ben))
    make.article(made)
    for who in (ana, ben):
        make.lease(made, who)
    return made


@pytest.fixture
def claims(project):
    return list(Claim.objects.filter(article__project=project).order_by("pk"))


@pytest.fixture
def mirror(project):
    return Mirror(project, pull_annotations)


@contextmanager
def meanwhile(write):
    """Have `write` done by another connection, which commits only at the end."""
    written, may_commit = Event(), Event()

    def run():
        try:
            with transaction.atomic():
                write()
                written.set()
                assert may_commit.wait(10)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(run)
        try:
            assert written.wait(10)
            yield
        finally:
            may_commit.set()
            other.result(10)


class TestATransactionThatCommitsLast:
    def test_is_not_missed(self, mirror, claims, ana, ben):
        with meanwhile(lambda: make.annotate(claims[0], ana)):
            make.annotate(claims[0], ben)
            mirror.catch_up()
            (newest,) = AnnotationEvent.objects.values_list("pk", flat=True)

        # Who asks for ids after the newest that they have seen never gets the other.
        assert AnnotationEvent.objects.count() == 2
        assert not AnnotationEvent.objects.filter(pk__gt=newest).exists()
        # And here Ben's waited for Ana's, which could still come before it.
        assert mirror.given == 0
        mirror.catch_up()
        assert mirror.rows == table(mirror.project, mirror.pull)
        assert mirror.given == 2

    def test_is_not_missed_after_going_back_to_a_savepoint(
        self, mirror, claims, ana, ben
    ):
        def write():
            try:
                with transaction.atomic():
                    make.annotate(claims[0], ana)
                    raise ChangedTheirMind
            except ChangedTheirMind:  # its lock has gone with it
                make.annotate(claims[1], ana)

        with meanwhile(write):
            make.annotate(claims[0], ben)
            mirror.catch_up()

        mirror.catch_up()
        assert mirror.rows == table(mirror.project, mirror.pull)
        assert mirror.given == 2

    def test_is_not_missed_if_it_writes_once_more_later(self, mirror, claims, ana, ben):
        written, may_go_on = Event(), Event()

        def write():
            make.annotate(claims[0], ana)
            written.set()
            assert may_go_on.wait(10)
            make.annotate(claims[1], ana)

        def interfere():
            assert written.wait(10)
            make.annotate(claims[0], ben)
            mirror.catch_up()
            may_go_on.set()
            connection.close()

        with ThreadPoolExecutor(1) as pool:
            other = pool.submit(interfere)
            with meanwhile(write):
                other.result(10)
                make.annotate(claims[1], ben)
                mirror.catch_up()

        mirror.catch_up()
        assert mirror.rows == table(mirror.project, mirror.pull)
        assert mirror.given == 4

    def test_holds_up_nothing_that_came_before_it(self, mirror, claims, ana, ben):
        make.annotate(claims[0], ben)

        with meanwhile(lambda: make.annotate(claims[1], ana)):
            mirror.catch_up()

        assert mirror.given == 1


class TestClaimsThatComeByCopy:
    def test_are_settled_with_their_transaction(self, project, claims):
        elsewhere = make.project()

        with meanwhile(lambda: make.article(project, make.text(1))):
            make.article(elsewhere)
            assert settle_after(Position()).claim == claims[-1].pk

        newest = Claim.objects.order_by("pk").last()
        assert settle_after(Position()).claim == newest.pk


class TestAPlace:
    def test_never_goes_back(self, claims, ana):
        make.annotate(claims[0], ana)
        reached = settle_after(Position())

        def hold():
            # A lock that comes late is named after less than what is settled by now.
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock_shared(%s)", [FIRST])

        with meanwhile(hold):
            assert settle_after(Position()).event == 0
            assert settle_after(reached) == reached

    def test_is_the_same_whatever_others_lock(self, claims, ana):
        make.annotate(claims[0], ana)
        reached = settle_after(Position())

        def hold():
            with connection.cursor() as cursor:
                for key in (
                    "7",
                    f"{FIRST - 1}",
                    f"{FIRST + (3 << 44)}",
                    "1330774016, 0",
                ):
                    cursor.execute(f"SELECT pg_advisory_xact_lock({key})")

        with meanwhile(hold):
            assert settle_after(Position()) == reached
