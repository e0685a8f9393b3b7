"""The log of a project: merged, paged, filtered, and as a file."""

import csv
import io
from base64 import b64encode
from datetime import timedelta
from urllib.parse import urlencode
from uuid import uuid4

import pytest

from annotator.models import Act, ActKind, AnnotationEvent
from annotator.services.activity import note
from tests import make

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)
MANY = 5_000
AT = "2026-05-04T12:00:00"


@pytest.fixture
def project(lead, ana):
    """Give a project whose log is empty as yet."""
    made = make.project(lead=lead, annotators=(ana,))
    make.article(made)
    make.lease(made, ana)
    Act.objects.all().delete()
    return made


@pytest.fixture
def read(api, lead, project):
    """Give what reads a page of the log as the project's lead."""
    client = api(lead)

    def read(address="", **query):
        path = address or f"/api/v1/projects/{project.slug}/activity/"
        answer = client.get(path, query)
        assert answer.status_code == 200, answer.content
        return answer.json()

    return read


@pytest.fixture
def read_csv(api, lead, project):
    """Give what reads the whole log as a file, as the project's lead."""
    client = api(lead)

    def read_csv(**query):
        path = f"/api/v1/projects/{project.slug}/activity.csv"
        text = client.get(path, query).getvalue().decode()
        return list(csv.DictReader(io.StringIO(text, newline="")))

    return read_csv


def act(project, actor=None, *, minutes=0, kind=ActKind.LABELS_EXPORTED, **details):
    at = make.NOW + minutes * MINUTE
    made = note(project=project, actor=actor, kind=kind, now=at, **details)
    return f"act-{made.pk}"


def answers(project, annotator, times):
    """Store events as saves at these times would, and give their names."""
    claim = project.articles.get().claims.all()[0]
    made = AnnotationEvent.objects.bulk_create(
        (
            AnnotationEvent(
                project=project,
                claim=claim,
                annotator=annotator,
                kind="changed",
                client_id=uuid4(),
                at=make.NOW + minutes * MINUTE,
            )
            for minutes in times
        ),
        batch_size=2000,
    )
    return [f"event-{one.pk}" for one in made]


def names(page):
    return [entry["id"] for entry in page["results"]]


def walk(read, **query):
    """Read all pages."""
    page = read(**query)
    yield names(page)
    while page["next"]:
        page = read(page["next"])
        yield names(page)


class TestTheLog:
    def test_merges_acts_and_answers_the_newest_first(self, read, project, lead, ana):
        first = act(project, lead, minutes=1)
        (second, fourth) = answers(project, ana, [2, 4])
        third = act(project, lead, minutes=3)

        page = read()

        assert names(page) == [fourth, third, second, first]
        assert page["next"] is None
        assert page["previous"] is None

    def test_tells_an_answer_with_what_it_was_before(self, read, project, ana):
        claim = project.articles.get().claims.all()[0]
        make.annotate(claim, ana, "named", 3)
        make.annotate(claim, ana, "anonymous", 2, minutes=1)

        (changed, created) = read()["results"]

        assert changed["kind"] == "answer_changed"
        assert changed["actor"] == {"id": ana.pk, "name": "Ana"}
        assert changed["at"] == "2026-05-04T12:01:00Z"
        told = changed["details"]
        assert told["before"] == created["details"]["after"]
        assert told["before"]["source_type"] == "named"
        assert told["after"]["source_type"] == "anonymous"
        assert (told["article"], told["article_id"], told["claim"], told["number"]) == (
            *(claim.article.title, claim.article_id),
            *(claim.pk, 1),
        )
        assert told["imported"] is False
        assert created["kind"] == "answer_created"
        assert created["details"]["before"] is None

    def test_names_nobody_for_what_a_worker_did(self, read, project):
        act(project)

        assert read()["results"][0]["actor"] is None

    def test_is_of_one_project(self, read, project, lead):
        act(make.project(), lead)

        assert read()["results"] == []

    def test_is_for_leads(self, api, ana, project):
        for name in ("activity/", "activity.csv"):
            answer = api(ana).get(f"/api/v1/projects/{project.slug}/{name}")

            assert answer.status_code == 403


class TestPages:
    def test_go_on_exactly_where_another_ended(self, read, project, lead, ana):
        """Many at one moment, of both kinds, as a great import leaves them."""
        mine = [act(project, lead, minutes=n // 4) for n in range(12)]
        theirs = answers(project, ana, [n // 6 for n in range(18)])
        whole = names(read(page_size=200))

        pages = list(walk(read, page_size=7))

        assert [len(page) for page in pages] == [7, 7, 7, 7, 2]
        assert [name for page in pages for name in page] == whole
        assert sorted(whole) == sorted(mine + theirs)

    def test_skip_and_double_nothing_while_more_is_done(self, read, project, lead, ana):
        there = [act(project, lead, minutes=n) for n in range(6)]
        there += answers(project, ana, range(6))
        seen = []

        for page in walk(read, page_size=3):
            seen += page
            act(project, lead, minutes=60)
            answers(project, ana, [60, 61])

        assert sorted(seen) == sorted(there)

    @pytest.mark.parametrize(
        "position", ["", "x", f"{AT}Z,act", f"{AT},act,1", f"{AT}Z,x,1", f"{AT}Z,act,x"]
    )
    def test_are_none_for_a_cursor_that_nobody_was_given(
        self, api, lead, project, position
    ):
        cursor = b64encode(urlencode({"p": position}).encode()).decode()

        answer = api(lead).get(
            f"/api/v1/projects/{project.slug}/activity/", {"cursor": cursor}
        )

        assert answer.status_code == 404

    def test_cost_as_many_queries_however_much_was_done(
        self, read, project, lead, ana, django_assert_num_queries
    ):
        few = [act(project, lead, minutes=n) for n in range(60)]
        few += answers(project, ana, range(60))
        with django_assert_num_queries(6):
            page = read()
        with django_assert_num_queries(7):
            read(page["next"])

        answers(project, ana, (n // 10 for n in range(MANY)))

        with django_assert_num_queries(6):
            page = read()
        with django_assert_num_queries(7):
            page = read(page["next"])
        assert page["next"]


class TestFilters:
    @pytest.fixture(autouse=True)
    def log(self, project, lead, ana):
        self.exported = act(project, lead, minutes=0)
        self.invited = act(
            project, lead, minutes=24 * 60, kind=ActKind.MEMBER_INVITED, name="Cleo"
        )
        (self.answered,) = answers(project, ana, [2 * 24 * 60])
        self.imported = act(
            project, ana, minutes=3 * 24 * 60, kind=ActKind.ANSWERS_IMPORTED, created=1
        )

    def test_keep_a_group(self, read):
        assert names(read(kind="people")) == [self.invited]
        assert names(read(kind="answers")) == [self.imported, self.answered]

    def test_keep_a_kind(self, read):
        assert names(read(kind="labels_exported")) == [self.exported]
        assert names(read(kind="answer_changed")) == [self.answered]
        assert names(read(kind="answer_withdrawn")) == []

    def test_keep_what_somebody_did(self, read, ana, lead):
        assert names(read(actor=ana.pk)) == [self.imported, self.answered]
        assert names(read(actor=lead.pk)) == [self.invited, self.exported]

    def test_keep_days_with_their_ends(self, read):
        page = read(since="2026-05-05", until="2026-05-06")

        assert names(page) == [self.answered, self.invited]

    def test_stay_with_the_next_page(self, read):
        assert list(walk(read, kind="answers", page_size=1)) == [
            [self.imported],
            [self.answered],
        ]

    def test_are_the_same_in_the_file(self, read_csv):
        rows = read_csv(kind="answers", since="2026-05-06", until="2026-05-06")

        assert [row["id"] for row in rows] == [self.answered]

    @pytest.mark.parametrize(
        "query", ["kind=nothing", "actor=x", f"actor={2**70}", "since=yesterday"]
    )
    def test_are_refused_where_they_say_nothing(self, api, lead, project, query):
        for name in ("activity/", "activity.csv"):
            answer = api(lead).get(f"/api/v1/projects/{project.slug}/{name}?{query}")

            assert answer.status_code == 400

    def test_take_the_last_of_all_days(self, read):
        assert len(read(since="0001-01-01", until="9999-12-31")["results"]) == 4


class TestTheFile:
    def test_holds_all_of_the_log(self, read_csv, project, lead, ana):
        (answered,) = answers(project, ana, [1])
        exported = act(project, lead, rows=3)

        rows = read_csv()

        assert [row["id"] for row in rows] == [answered, exported]
        assert rows[1] == {
            "id": exported,
            "at": "2026-05-04T12:00:00+00:00",
            "actor_id": str(lead.pk),
            "actor": "Lena",
            "kind": "labels_exported",
            "details": '{"rows": 3}',
        }

    def test_begins_no_formula(self, read_csv, project, lead):
        lead.name = "=cmd|'/C calc'!A0"
        lead.save()
        act(project, lead)

        (row,) = read_csv()

        assert row["actor"] == "'=cmd|'/C calc'!A0"

    def test_takes_as_many_queries_however_long(
        self, api, lead, project, ana, django_assert_num_queries
    ):
        client = api(lead)
        answers(project, ana, range(3000))
        act(project, lead)

        with django_assert_num_queries(6):
            lines = client.get(
                f"/api/v1/projects/{project.slug}/activity.csv"
            ).getvalue()

        assert lines.count(b"\r\n") == 1 + 3001
