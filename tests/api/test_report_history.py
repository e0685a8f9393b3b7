"""Agreement over REST: the reports there were, and those of revisions and weeks."""

from datetime import timedelta

import pytest

from annotator.services import agreement
from annotator.services.guidelines import publish_guidelines
from tests import make

pytestmark = pytest.mark.django_db


def url(project, rest=""):
    return f"/api/v1/projects/{project.slug}/agreement/{rest}"


class TestHistory:
    @pytest.fixture
    def written(self, measured, ana):
        claims = list(measured.articles.get().claims.all()[:4])
        for minutes, claim in enumerate(claims):
            make.annotate(claim, ana, "unclear")
            agreement.report_agreement(
                project=measured, now=make.NOW + timedelta(minutes=minutes)
            )
        return measured.reports.filter(scope="all")

    def test_holds_a_scopes_reports_the_newest_first(self, reader, measured, written):
        page = reader.get(url(measured, "history/"), {"page_size": 3}).json()
        rest = reader.get(page["next"]).json()

        ids = [row["id"] for row in page["results"] + rest["results"]]
        assert ids == list(written.values_list("pk", flat=True))
        assert len(ids) == 5
        assert rest["next"] is None

    def test_is_short(self, reader, measured, written):
        row = reader.get(url(measured, "history/")).json()["results"][0]

        newest = written.first()
        figures = newest.variables["source_type"]
        assert row["last_event"] == newest.last_event
        assert row["variables"]["source_type"] == {
            name: figures[name]
            for name in (
                "value", "status", "interval", "percent_agreement", "units",
                "pairable_units",
            )
        }  # fmt: skip

    def test_of_another_scope_is_another(self, reader, measured, written):
        told = reader.get(url(measured, "history/"), {"scope": "revision:1"}).json()

        assert {row["scope"] for row in told["results"]} == {"revision:1"}

    def test_takes_as_many_queries_however_many(
        self, reader, measured, written, django_assert_num_queries
    ):
        with django_assert_num_queries(5):
            reader.get(url(measured, "history/"))


class TestScopes:
    def test_are_revisions_and_weeks_with_their_newest_report(
        self, reader, ana, ben, measured, django_assert_num_queries
    ):
        for _ in range(9):
            publish_guidelines(project=measured, author=ana, body="Anew", now=make.NOW)
        other = make.article(measured)
        for who in (ana, ben):
            make.lease(measured, who)
            for claim in other.claims.all():
                make.annotate(claim, who, minutes=60 * 24 * 7)
        agreement.report_agreement(project=measured, now=make.NOW)

        with django_assert_num_queries(5):
            told = reader.get(url(measured, "scopes/")).json()

        assert [row["revision"] for row in told["revisions"]] == [1, 10]
        assert [row["week"] for row in told["weeks"]] == ["2026-05-04", "2026-05-11"]
        newest = measured.reports.filter(scope="revision:10").first()
        assert told["revisions"][1]["id"] == newest.pk
        figures = told["revisions"][1]["variables"]["source_type"]
        assert (figures["units"], figures["status"]) == (3, "no_variation")

    def test_are_none_without_answers(self, api, lead):
        empty = make.project(lead=lead)

        told = api(lead).get(url(empty, "scopes/")).json()

        assert told == {"revisions": [], "weeks": []}
