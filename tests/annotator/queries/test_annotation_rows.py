"""The rows of annotations: which, in which order, and at what cost."""

from datetime import date

import pytest
from django.db import transaction

from annotator.models import Annotation
from annotator.queries.exports import (
    ExportChoice,
    annotation_rows,
    annotation_rows_of,
    claim_rows,
)
from tests import make
from tests.newsroom import Newsroom

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def project(django_db_setup, django_db_blocker):
    """Annotate a project once for all tests of this module; they only read of it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield Newsroom().project
        transaction.set_rollback(True)


def chosen(project, **filters):
    return list(annotation_rows(project, ExportChoice.of(filters)))


@pytest.fixture
def lead():
    return make.user("Another lead")


@pytest.fixture
def rows(project):
    return chosen(project)


def current(rows):
    return [row for row in rows if not row["claim_replaced"]]


class TestTheRows:
    def test_are_all_that_is_said_in_order(self, project, rows):
        stored = Annotation.objects.filter(claim__article__project=project)
        in_order = stored.order_by(
            "claim__article_id", "claim__number", "claim_id", "pk"
        )

        assert [row["annotation_id"] for row in rows] == list(
            in_order.values_list("pk", flat=True)
        )
        assert any(row["claim_replaced"] for row in rows)

    def test_tell_what_is_stored(self, project, rows):
        codes = dict(project.participants.values_list("user", "code"))
        for row in rows:
            one = Annotation.objects.select_related(
                "claim__article", "source_type", "guidelines"
            ).get(pk=row["annotation_id"])
            assert row["annotator"] == codes[one.annotator_id]
            assert row["source_type"] == (one.source_type and one.source_type.key)
            assert row["guideline_revision"] == one.guidelines.number
            assert row["article_outlet"] == one.claim.article.outlet
            assert row["claim_replaced"] == (one.claim.replaced_at is not None)
            for name in ("start", "end", "quote"):
                assert row[name] == getattr(one.claim, name)
            for name in ("confidence", "skipped", "skip_reason", "flags", "note"):
                assert row[name] == getattr(one, name)
            for name in ("seconds", "version", "created_at", "updated_at"):
                assert row[name] == getattr(one, name)

    def test_of_some_claims_are_the_same(self, project, rows):
        claims = {row["claim_id"] for row in rows[3::40]}
        people = project.participants.exclude(code=rows[3]["annotator"])
        codes = dict(people.values_list("code", "user"))

        found = annotation_rows_of(project, [0, *claims], codes.values())

        assert found == {
            (row["claim_id"], row["annotator"]): row
            for row in rows
            if row["claim_id"] in claims and row["annotator"] in codes
        }
        assert annotation_rows_of(make.project(), claims, codes.values()) == {}


class TestAChoice:
    def test_is_of_days_revisions_people_and_outlets(self, project, rows):
        code = rows[0]["annotator"]
        outlets = ["Coast Wire", ""]
        since, until = date(2026, 5, 9), date(2026, 5, 20)

        assert chosen(project, since=since, until=until) == [
            row for row in rows if since <= row["updated_at"].date() <= until
        ]
        assert chosen(project, revisions=[2]) == [
            row for row in rows if row["guideline_revision"] == 2
        ]
        assert chosen(project, annotators=[code]) == [
            row for row in rows if row["annotator"] == code
        ]
        assert chosen(project, outlets=outlets) == [
            row for row in rows if row["article_outlet"] in outlets
        ]
        assert chosen(project, annotators=["nobody"]) == []

    @pytest.mark.parametrize(
        "filters",
        [{"min_votes": 3}, {"decided": True}, {"min_votes": 2, "revisions": [2]}],
    )
    def test_of_claims_is_that_of_the_rows_of_claims(self, project, rows, filters):
        claims = claim_rows(project, ExportChoice.of(filters))

        kept = {vote["annotation_id"] for row in claims for vote in row["votes"]}
        found = chosen(project, **filters)
        assert [row["annotation_id"] for row in found] == [
            row["annotation_id"] for row in rows if row["annotation_id"] in kept
        ]
        assert 0 < len(found) < len(current(rows))

    def test_is_written_down_in_one_way(self):
        sent = {"revisions": [2, 1, 2], "since": "2026-05-09", "decided": True}

        choice = ExportChoice.of(sent)

        assert choice.to_json() == sent | {"revisions": [1, 2]}
        assert ExportChoice.of(choice.to_json()) == choice
        assert ExportChoice().to_json() == {}


class TestTheCost:
    def test_is_four_queries_for_what_is_read_at_once(
        self, project, django_assert_num_queries
    ):
        with django_assert_num_queries(4):
            assert len(list(annotation_rows(project))) > 250

    def test_is_three_more_for_each_time(self, lead, ana, django_assert_num_queries):
        text = " ".join(f"This is made-up claim number {n} here." for n in range(100))
        made = make.project(lead=lead, annotators=(ana,), overlap=20)
        stored = [make.article(made, f"{text} Again {n}.") for n in range(3)]
        make.lease(made, ana)
        for article in stored:
            make.annotate(article.claims.get(number=7), ana)

        with django_assert_num_queries(1 + 3 * 3):
            found = list(annotation_rows(made))

        assert [row["article_id"] for row in found] == [one.pk for one in stored]

    def test_is_no_more_for_claims(self, project, rows, django_assert_num_queries):
        claims = {row["claim_id"] for row in rows}
        people = list(project.participants.values_list("user", flat=True))

        with django_assert_num_queries(3):
            found = annotation_rows_of(project, claims, people, names=True)

        assert len(found) == len(rows)
