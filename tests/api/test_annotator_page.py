"""An annotator's page: what one person did, and how they stand to the others."""

import pytest

from annotator.models import Role
from annotator.services import overviews, projects
from annotator.services.people import change_member
from tests import make

pytestmark = pytest.mark.django_db


def url(project, who, query=""):
    return f"/api/v1/projects/{project.slug}/annotators/{who.pk}/{query}"


def count(project):
    assert overviews.count_overviews(project=project, clock=lambda: make.NOW)


@pytest.fixture
def page_of(reader, measured):
    return lambda who, query="": reader.get(url(measured, who, query)).json()


@pytest.fixture
def figures(reader, measured):
    base = f"/api/v1/projects/{measured.slug}/"
    return lambda path: reader.get(base + path).json()


class TestThePage:
    def test_says_who_it_is(self, page_of, measured, ana):
        told = page_of(ana)

        person = measured.participants.get(user=ana)
        names = ["id", "name", "code", "role", "active", "quota", "scope"]
        assert [told[name] for name in names] == [
            ana.pk,
            "Ana",
            person.code,
            "annotator",
            True,
            None,
            "all",
        ]

    def test_counts_as_the_overview_does(self, page_of, figures, measured, ana):
        count(measured)

        told = page_of(ana)

        overview = figures("overview/")
        (row,) = [one for one in overview["figures"]["people"] if one["name"] == "Ana"]
        assert row["answered"] == 24
        same = [
            *("answered", "skipped", "assigned", "articles_done", "articles_open"),
            *("last_saved_at", "per_active_day"),
        ]
        assert {name: told[name] for name in same} == {name: row[name] for name in same}
        assert [[one["day"], one["answers"]] for one in told["days"]] == row["days"]
        assert [one["claims"] for one in told["seconds"]["bins"]] == row["bins"]
        assert told["seconds"]["n"] == sum(row["bins"])
        assert told["seconds"]["median"] == row["median_seconds"]
        assert told["computed_at"] == overview["computed_at"]
        assert told["is_current"] is True

    def test_bins_time_per_claim_as_the_overview_does(
        self, api, lead, project, ana, claims
    ):
        make.lease(project, ana)
        for claim, seconds in zip(claims, [1, 7.5, 99], strict=True):
            make.annotate(claim, ana)
            ana.annotations.filter(claim=claim).update(seconds=seconds)
        count(project)

        told = api(lead).get(url(project, ana)).json()["seconds"]

        assert (told["n"], told["median"]) == (3, 7.5)
        assert [(one["from"], one["to"]) for one in told["bins"] if one["claims"]] == [
            (0, 2),
            (6, 8),
            (30, None),
        ]

    def test_has_zeros_until_a_worker_has_counted(self, page_of, ana):
        told = page_of(ana)

        assert told["computed_at"] is None
        assert (told["answered"], told["assigned"], told["days"]) == (0, 0, [])
        assert told["seconds"] == {"n": 0, "median": None, "bins": []}

    def test_has_zeros_for_who_did_nothing(self, page_of, measured):
        idle = make.user("Ida")
        projects.add_member(project=measured, user=idle, role=Role.ANNOTATOR)
        count(measured)

        told = page_of(idle)

        assert (told["answered"], told["per_active_day"]) == (0, None)
        assert {one["claims"] for one in told["seconds"]["bins"]} == {0}
        assert (told["standing"], told["pairs"], told["annotators"]) == (None, [], [])

    @pytest.mark.parametrize(
        "query", ["", "?labels=collapsed", "?variable=confidence", "?scope=revision:1"]
    )
    def test_stands_as_the_others_figures_say(self, page_of, figures, ana, query):
        told = page_of(ana, query)

        standings = figures(f"agreement/annotators/{query}")
        (standing,) = [one for one in standings["annotators"] if one["id"] == ana.pk]
        assert standing["alpha_without"] is not None or not standing["enough"]
        assert told["standing"] == standing
        assert told["labels"] == standings["labels"]
        pairs = figures(f"agreement/pairs/{query}")
        assert told["enough_shared"] == pairs["enough_shared"] == 20
        mine = [one for one in pairs["cells"] if ana.pk in (one["one"], one["other"])]
        assert told["pairs"] == mine
        assert len(mine) == 2 < len(pairs["cells"])
        assert [one["name"] for one in told["annotators"]] == ["Ana", "Ben", "Cleo"]

    def test_is_empty_in_a_scope_without_answers(self, page_of, measured, ana):
        count(measured)

        told = page_of(ana, "?scope=week:2020-01-06")

        assert (told["answered"], told["standing"], told["pairs"]) == (0, None, [])

    def test_is_still_there_for_who_was_deactivated(self, page_of, measured, lead, ana):
        before = page_of(ana)
        change_member(
            participant=measured.participants.get(user=ana),
            lead=lead,
            changes={"active": False},
            now=make.NOW,
        )

        assert page_of(ana) == before | {"active": False}

    @pytest.mark.parametrize("query", ["?scope=selection:nothing", ""])
    def test_is_of_nobody_else(self, reader, measured, ana, query):
        who = ana if query else make.user("Out")

        assert reader.get(url(measured, who, query)).status_code == 404

    @pytest.mark.parametrize("role", [Role.ANNOTATOR, Role.VIEWER])
    def test_is_for_leads_alone(self, api, measured, ana, role):
        other = make.user("Other")
        projects.add_member(project=measured, user=other, role=role)

        assert api(other).get(url(measured, ana)).status_code == 403
        assert api(ana).get(url(measured, ana)).status_code == 403

    def test_takes_as_many_queries_however_many_people(
        self, reader, measured, ana, django_assert_num_queries
    ):
        count(measured)
        with django_assert_num_queries(QUERIES):
            reader.get(url(measured, ana))
        for n in range(6):
            who = make.user(f"Person {n}")
            projects.add_member(project=measured, user=who, role=Role.ANNOTATOR)
        projects.set_overlap(project=measured, overlap=9)
        for member in measured.memberships.filter(user__name__startswith="Person"):
            make.lease(measured, member.user)
            make.annotate(measured.articles.get().claims.first(), member.user)

        with django_assert_num_queries(QUERIES):
            reader.get(url(measured, ana))


QUERIES = 4 + 14
