"""Selections and overviews over REST: who may read them, and what is refused."""

from datetime import timedelta

import pytest

from annotator.models import Role, Selection
from annotator.services import agreement
from annotator.services.projects import add_member
from tests import make
from tests.newsroom import count_overviews, count_selection

pytestmark = pytest.mark.django_db


def url(project, rest):
    return f"/api/v1/projects/{project.slug}/{rest}"


@pytest.fixture
def viewer(measured):
    vera = make.user("Vera")
    add_member(project=measured, user=vera, role=Role.VIEWER)
    return vera


@pytest.fixture
def choose(reader, measured):
    """Give what chooses answers and has them counted; gives the scope."""

    def chosen(**filters):
        path = url(measured, "agreement/selections/")
        told = reader.post(path, filters).json()
        row = Selection.objects.get(digest=told["scope"].partition(":")[2])
        count_selection(row, make.NOW + timedelta(hours=1))
        return told["scope"]

    return chosen


class TestChoosing:
    def test_says_how_far_it_is(self, reader, measured, ana):
        path = url(measured, "agreement/selections/")
        filters = {"annotators": [ana.pk], "revisions": [1, 1], "outlets": []}

        first = reader.post(path, filters)
        again = reader.post(path, {"annotators": [ana.pk], "revisions": [1]})

        assert (first.status_code, again.status_code) == (202, 202)
        assert first.json() == again.json()
        told = first.json()
        assert told.pop("scope").startswith("selection:")
        assert told == {
            "filters": {"annotators": [ana.pk], "revisions": [1]},
            "counted_at": None,
            "is_current": False,
            "articles": 0,
            "articles_done": 0,
        }

    def test_gives_what_was_counted_already(self, reader, measured, choose):
        choose(revisions=[1])

        answer = reader.post(url(measured, "agreement/selections/"), {"revisions": [1]})

        told = answer.json()
        assert answer.status_code == 200
        assert told["is_current"]
        assert (told["articles"], told["articles_done"]) == (1, 1)

    @pytest.mark.parametrize(
        ("filters", "field"),
        [
            ({"since": "2026-05-05", "until": "2026-05-04"}, "until"),
            ({"since": "May"}, "since"),
            ({"revisions": [0]}, "revisions.0"),
            ({"annotators": [10**30]}, "annotators.0"),
            ({"outlets": "Post"}, "outlets"),
            ({"revisions": list(range(1, 502))}, "revisions"),
        ],
    )
    def test_refuses_what_can_be_no_filter(self, reader, measured, filters, field):
        answer = reader.post(url(measured, "agreement/selections/"), filters)

        assert answer.status_code == 400
        assert field.partition(".")[0] in answer.json()["errors"]
        assert not Selection.objects.exists()

    def test_is_for_leads(self, api, measured, viewer, ana):
        for who in (viewer, ana):
            for rest in ("selections/", "filters/"):
                path = url(measured, f"agreement/{rest}")
                ask = api(who).post if rest == "selections/" else api(who).get
                assert ask(path).status_code == 403


class TestChoices:
    def test_are_those_of_the_newest_overview(self, reader, measured, ana, ben, cleo):
        for outlet, texts in (("Post", 2), ("Wire", 1)):
            for number in range(texts):
                article = make.article(measured, f"{outlet} says: {make.text(number)}")
                article.outlet = outlet
                article.save()
        count_overviews(measured, make.NOW)

        told = reader.get(url(measured, "agreement/filters/")).json()

        assert told["annotators"] == [
            {"id": one.pk, "name": one.name} for one in (ana, ben, cleo)
        ]
        assert told["outlets"] == ["", "Post", "Wire"]
        assert (told["first_day"], told["last_day"]) == ("2026-05-04", "2026-05-04")
        assert [one["number"] for one in told["revisions"]] == [1]

    def test_are_none_before_anything_is_counted(self, api, lead):
        empty = make.project(lead=lead)

        told = api(lead).get(url(empty, "agreement/filters/")).json()

        assert (told["annotators"], told["outlets"]) == ([], [])
        assert (told["first_day"], told["last_day"]) == (None, None)


ENDPOINTS = [
    "overview/", "agreement/", "agreement/history/", "agreement/pairs/",
    "agreement/annotators/", "agreement/labels/", "agreement/calibration/",
    "agreement/methods/",
]  # fmt: skip


class TestScopes:
    @pytest.mark.parametrize("rest", ENDPOINTS)
    def test_that_are_no_selection_of_the_project_are_not_found(
        self, api, lead, reader, measured, choose, rest
    ):
        scope = choose(revisions=[1])
        other = make.project(lead=lead)

        assert reader.get(url(measured, rest), {"scope": scope}).status_code == 200
        for project, asked in (
            (other, scope),
            (measured, "selection:0123456789abcdef"),
        ):
            answer = reader.get(url(project, rest), {"scope": asked})
            assert answer.status_code == 404
            assert answer.json()["code"] == "not_found"

    def test_of_chosen_annotators_are_for_leads(
        self, api, measured, viewer, choose, ana
    ):
        of_all, of_one = choose(revisions=[1]), choose(annotators=[ana.pk])

        for rest in ("overview/", "agreement/"):
            read = api(viewer).get
            assert read(url(measured, rest), {"scope": of_all}).status_code == 200
            assert read(url(measured, rest), {"scope": of_one}).status_code == 404

    def test_of_a_pairs_claims_keep_to_the_selection(
        self, reader, measured, choose, ana, ben, cleo
    ):
        path = url(measured, f"agreement/pairs/{ana.pk}/{ben.pk}/claims/")
        whole = reader.get(path, {"scope": choose()}).json()["results"]
        later = reader.get(path, {"scope": choose(since="2026-05-05")}).json()
        outlet = reader.get(path, {"scope": choose(outlets=[""])}).json()["results"]
        others = reader.get(path, {"scope": choose(annotators=[cleo.pk])}).json()
        ever = choose(since="0001-01-01", until="9999-12-31")

        assert len(whole) > 3
        assert (later["results"], others["results"]) == ([], [])
        assert outlet == whole == reader.get(path).json()["results"]
        assert reader.get(path, {"scope": ever}).json()["results"] == whole

    def test_are_told_of_in_the_methods(self, reader, measured, choose, ana, ben):
        scope = choose(
            since="2026-05-04",
            until="2026-05-10",
            revisions=[1, 2],
            annotators=[ana.pk, ben.pk],
            outlets=["", "Post"],
        )

        told = reader.get(url(measured, "agreement/methods/"), {"scope": scope}).json()

        assert (
            "Among the answers last changed from 4 May 2026 to 10 May 2026 (UTC), "
            "under revisions 1 and 2 of the guidelines, of 2 chosen annotators, on "
            "articles of no outlet and Post, 2 annotators answered 24 claims"
        ) in told["text"]
        whole = reader.get(url(measured, "agreement/methods/"), {"scope": choose()})
        assert "Over the whole project, 3 annotators" in whole.json()["text"]


class TestOverview:
    def test_is_none_before_a_worker_has_counted(self, reader, measured):
        assert reader.get(url(measured, "overview/")).json() == {
            "scope": "all",
            "computed_at": None,
            "is_current": False,
            "figures": None,
        }

    def test_is_current_until_something_changes(self, reader, measured, ana):
        count_overviews(measured, make.NOW)
        before = reader.get(url(measured, "overview/")).json()
        make.lease(measured, ana)
        make.annotate(measured.articles.get().claims.first(), ana, "unclear")
        agreement.report_agreement(project=measured, now=make.NOW)

        after = reader.get(url(measured, "overview/")).json()

        assert (before["is_current"], after["is_current"]) == (True, False)
        assert after["figures"] == before["figures"]
        assert after["computed_at"] == "2026-05-04T12:00:00Z"

    def test_of_a_scope_without_answers_has_no_figures(self, reader, measured):
        count_overviews(measured, make.NOW)

        told = reader.get(url(measured, "overview/"), {"scope": "revision:7"}).json()

        assert told["is_current"]
        assert told["figures"] is None

    def test_names_nobody_to_viewers(self, api, reader, measured, viewer):
        count_overviews(measured, make.NOW)

        theirs = api(viewer).get(url(measured, "overview/")).json()["figures"]
        whole = reader.get(url(measured, "overview/")).json()["figures"]

        assert [one["name"] for one in whole["people"]] == ["Ana", "Ben", "Cleo"]
        assert theirs == {**whole, "people": []}

    def test_is_not_for_annotators(self, api, measured, ana):
        assert api(ana).get(url(measured, "overview/")).status_code == 403

    def test_takes_as_many_queries_however_much_there_is(
        self, reader, measured, choose, django_assert_num_queries
    ):
        count_overviews(measured, make.NOW)
        scope = choose(revisions=[1])

        for query, queries in (({}, 9), ({"scope": scope}, 10)):
            with django_assert_num_queries(queries):
                reader.get(url(measured, "overview/"), query)
