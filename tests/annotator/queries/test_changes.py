"""What has changed comes once, wherever a reader goes on."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annotator.models import AnnotationEvent, Claim, ClaimChange
from annotator.queries.changes import changed_claims
from annotator.queries.exports import export_labels
from annotator.queries.settled import BadCursor
from annotator.services import annotations, projects, proposals
from tests import make
from tests.pulling import Mirror, pull_annotations, pull_claims, table

pytestmark = pytest.mark.django_db


@pytest.fixture
def project(lead, ana, ben):
    made = make.project(lead=lead, annotators=(ana, ben), overlap=2)
    make.articles_of(made, 2)
    for who in (ana, ben):
        make.lease(made, who)
    return made


@pytest.fixture
def claims(project):
    return list(Claim.objects.filter(article__project=project).order_by("pk"))


@pytest.fixture(params=[pull_annotations, pull_claims])
def mirror(project, request):
    return Mirror(project, request.param)


def withdraw(claim, who):
    annotations.withdraw(claim=claim, annotator=who, client_id=uuid4(), now=make.NOW)


def accept(lead, claim, who, kind="merge"):
    proposal, _ = proposals.propose(
        claim=claim,
        annotator=who,
        kind=kind,
        at=None,
        note="",
        client_id=uuid4(),
        now=make.NOW,
    )
    proposals.decide(proposal=proposal, lead=lead, accept=True, now=make.NOW)


def check(mirror):
    assert mirror.rows == table(mirror.project, mirror.pull)
    assert mirror.repeated == []


class TestAPull:
    def test_gives_everything_once(self, mirror, claims, ana, ben):
        for claim in claims:
            make.annotate(claim, ana)
        make.annotate(claims[0], ben, "anonymous")
        make.annotate(claims[0], ben, "named")

        mirror.catch_up()

        check(mirror)
        assert mirror.given == len(mirror.rows) > 0
        mirror.catch_up()
        assert mirror.given == len(mirror.rows)

    def test_gives_what_changed_since(self, mirror, claims, ana, ben):
        make.annotate(claims[0], ana)
        make.annotate(claims[1], ana)
        mirror.catch_up()
        before = mirror.given

        make.annotate(claims[1], ana, "anonymous")

        mirror.catch_up()
        check(mirror)
        assert mirror.given == before + 1

    def test_gives_nothing_where_nothing_was_taken_back(self, mirror, claims, ana):
        make.annotate(claims[0], ana)
        withdraw(claims[0], ana)
        mirror.catch_up()
        before = mirror.given

        withdraw(claims[0], ana)

        mirror.catch_up()
        check(mirror)
        assert mirror.given == before

    def test_tells_what_is_gone(self, mirror, claims, lead, ana, ben):
        for who in (ana, ben):
            make.annotate(claims[0], who)
            make.annotate(claims[2], who)
        mirror.catch_up()

        withdraw(claims[2], ana)
        accept(lead, claims[0], ana)

        mirror.catch_up()
        check(mirror)

    @pytest.mark.parametrize("most", [1, 2, 3])
    def test_goes_on_wherever_its_reader_left(
        self, mirror, claims, lead, ana, ben, most
    ):
        def everybody(*some):
            for claim in some:
                for who in (ana, ben):
                    make.annotate(claim, who)

        everybody(*claims)
        mirror.catch_up(most)
        accept(lead, claims[0], ana)
        mirror.catch_up(most)
        withdraw(claims[2], ana)
        accept(lead, claims[2], ben, "exclude")
        for number in range(20):
            mirror.catch_up(most)
            if number == 2:
                withdraw(claims[4], ben)
            if number == 5:
                make.annotate(claims[4], ben)

        mirror.catch_up()
        check(mirror)


class TestACursor:
    def test_is_of_one_export_of_one_project(self, project, ana):
        other = make.project(annotators=(ana,))
        cursor = pull_claims(project, "start").cursor

        for pull, where in ((pull_annotations, project), (pull_claims, other)):
            with pytest.raises(BadCursor):
                pull(where, cursor)

    @pytest.mark.parametrize(
        "text", ["", "x", "äö", "MS4yLjM", "Mg" * 40, "=", "9" * 99]
    )
    def test_is_none_that_nobody_gave(self, project, text):
        with pytest.raises(BadCursor):
            pull_claims(project, text)

    def test_from_another_state_of_the_database_is_refused(self, project, claims, ana):
        make.annotate(claims[0], ana)
        cursor = pull_annotations(project, "start")
        ahead = cursor.feed.cursor(
            type(cursor.changed.until)(event=AnnotationEvent.objects.count() + 10**6)
        )

        with pytest.raises(BadCursor):
            pull_annotations(project, ahead)

    def test_stands_for_the_start_where_all_rows_may_be_others(
        self, project, claims, ana
    ):
        mirror = Mirror(project, pull_claims)
        make.annotate(claims[0], ana)
        mirror.catch_up()
        assert not any(row["decision"] for row in mirror.rows.values())

        projects.set_overlap(project=project, overlap=1)

        mirror.project.refresh_from_db()
        mirror.catch_up()
        assert mirror.rows == table(project, pull_claims)
        assert any(row["decision"] for row in mirror.rows.values())


class TestAChangeOfClaims:
    def test_is_noted_of_those_alone_that_are_others_now(
        self, project, claims, lead, ana
    ):
        accept(lead, claims[1], ana, "exclude")

        rest = Claim.objects.current().filter(article=claims[1].article, number__gte=2)
        changed = ClaimChange.objects.values_list("claim", "project")
        assert list(changed) == [
            (one.pk, project.pk) for one in (claims[1], *rest.order_by("pk"))
        ]
        assert claims[0].pk not in dict(changed)


class TestPulling:
    def test_takes_as_many_queries_however_much_there_is(self, project, claims, ana):
        told = []
        for number in (1, 6):
            for claim in claims[:number]:
                make.annotate(claim, ana)
            labels = export_labels(project)
            with CaptureQueriesContext(connection) as queries:
                list(pull_annotations(project, "start").rows())
                list(changed_claims(project, "start", labels=labels).rows())
            told.append(len(queries))

        assert told[0] == told[1] <= 22
