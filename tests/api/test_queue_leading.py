"""What leads decide of the queue: names, quotas, order."""

from datetime import timedelta

import pytest
from django.utils import timezone

from annotator.models import Assignment, Queue, Role
from annotator.services import projects
from tests import make, queues

pytestmark = pytest.mark.django_db


def url(project, path):
    return f"/api/v1/projects/{project.slug}/{path}"


@pytest.fixture
def project(ana, ben, lead):
    return make.project(lead=lead, annotators=(ana, ben), overlap=1)


@pytest.fixture
def assign(api, lead, project):
    """Give what assigns articles to somebody by name."""
    client = api(lead)

    def post(annotator, *articles):
        body = {"annotator": annotator.pk, "articles": [one.pk for one in articles]}
        return client.post(url(project, "assignments/"), body)

    return post


class TestAssigningByName:
    def test_gives_articles_and_takes_their_places(self, assign, ana, ben, project):
        first, second = make.articles_of(project, 2)

        answer = assign(ana, second)

        assert answer.status_code == 200, answer.json()
        (given,) = answer.json()["assigned"]
        assert (given["article"], given["annotator_id"]) == (second.pk, ana.pk)
        assert (given["annotator"], given["by_name"]) == ("Ana", True)
        assert make.lease(project, ben) == [first]
        assert make.lease(project, ana) == [second]
        queues.check_places(project)

    def test_answers_for_each_article(self, assign, ana, ben, project):
        theirs, taken, free = make.articles_of(project, 3)
        elsewhere = make.article(make.project())
        assign(ana, theirs)
        assign(ben, taken)

        answer = assign(ana, theirs, taken, elsewhere, free, free).json()

        assert [one["article"] for one in answer["assigned"]] == [free.pk]
        assert {one["article"]: one["code"] for one in answer["refused"]} == {
            theirs.pk: "already_theirs",
            taken.pk: "no_free_place",
            elsewhere.pk: "unknown_article",
        }
        assert all(one["detail"] for one in answer["refused"])
        queues.check_places(project)

    def test_is_for_who_annotates(self, assign, project):
        article = make.article(project)
        vera = make.user("Vera")
        projects.add_member(project=project, user=vera, role=Role.VIEWER)

        answers = [assign(vera, article), assign(make.user("Eve"), article)]

        assert [one.json()["code"] for one in answers] == ["not_an_annotator"] * 2
        assert not Assignment.objects.exists()

    def test_gives_back_what_was_withdrawn(self, assign, api, lead, ana, project):
        article = make.article(project)
        given = assign(ana, article).json()["assigned"][0]
        make.annotate(article.claims.first(), ana)
        api(lead).delete(url(project, f"assignments/{given['id']}/"))

        again = assign(ana, article).json()["assigned"][0]

        assert again["id"] == given["id"]
        assert (again["state"], again["answered"]) == ("open", 1)
        queues.check_places(project)

    def test_goes_beyond_a_quota(self, assign, api, lead, ana, project):
        first, second = make.articles_of(project, 2)
        api(lead).patch(url(project, f"members/{ana.pk}/"), {"quota": 1})

        assigned = assign(ana, first, second).json()["assigned"]

        assert len(assigned) == 2

    def test_keeps_them_for_weeks_also_after_an_answer(self, assign, ana, project):
        article = make.article(project)
        assign(ana, article)
        lease = ana.assignments.get().lease_until

        make.annotate(article.claims.first(), ana)

        assert lease > timezone.now() + timedelta(days=27)
        assert ana.assignments.get().lease_until == lease

    def test_takes_as_many_queries_however_many(
        self, assign, ana, project, django_assert_num_queries
    ):
        one, *many = make.articles_of(project, 9)

        with django_assert_num_queries(14):
            assign(ana, one)
        with django_assert_num_queries(14):
            assign(ana, *many)

    def test_is_for_leads(self, api, ana, project):
        body = {"annotator": ana.pk, "articles": [1]}

        answer = api(ana).post(url(project, "assignments/"), body)

        assert answer.status_code == 403


class TestWithdrawing:
    @pytest.fixture
    def given(self, assign, ana, project):
        article = make.article(project)
        assign(ana, article)
        return ana.assignments.get()

    @pytest.fixture
    def withdraw(self, api, lead, project, given):
        client = api(lead)
        return lambda: client.delete(url(project, f"assignments/{given.pk}/"))

    def test_frees_the_place_for_somebody_else(
        self, withdraw, given, ana, ben, project
    ):
        assert make.lease(project, ben) == []

        answers = [withdraw().status_code, withdraw().status_code]

        assert answers == [204, 204]
        assert make.lease(project, ana) == []
        assert make.lease(project, ben) == [given.article]
        queues.check_places(project)

    def test_keeps_what_was_and_is_still_answered(self, withdraw, given, ana, project):
        first, second, *_ = given.article.claims.all()
        make.annotate(first, ana)

        withdraw()
        make.annotate(second, ana)

        given.refresh_from_db()
        assert (given.state, given.answered) == ("withdrawn", 2)
        queues.check_places(project)

    def test_is_for_leads_of_the_project(self, api, given, ana, project):
        path = url(project, f"assignments/{given.pk}/")
        other = make.project(lead=make.user("Olga"))
        elsewhere = url(other, f"assignments/{given.pk}/")
        olga = other.memberships.get().user

        statuses = [
            api(who).delete(where).status_code
            for who, where in ((ana, path), (olga, path), (olga, elsewhere))
        ]

        assert statuses == [403, 404, 404]


class TestMembers:
    def test_have_quotas(self, api, lead, ana, project):
        make.articles_of(project, 3)
        make.lease(project, ana, limit=1)
        path = url(project, f"members/{ana.pk}/")

        answer = api(lead).patch(path, {"quota": 2})

        assert (answer.json()["quota"], answer.json()["held"]) == (2, 1)
        assert len(make.lease(project, ana)) == 2
        progress = api(lead).get(url(project, "progress/")).json()["annotators"]
        assert {one["name"]: (one["role"], one["quota"]) for one in progress} == {
            "Ana": ("annotator", 2),
            "Ben": ("annotator", None),
        }

    def test_who_reached_their_quota_have_nothing_more_to_do(
        self, api, lead, ana, project
    ):
        articles = make.articles_of(project, 3)
        make.lease(project, ana, limit=1)
        path = url(project, "")
        before = api(ana).get(path).json()["mine"]["available"]

        api(lead).patch(url(project, f"members/{ana.pk}/"), {"quota": 1})

        after = api(ana).get(path).json()["mine"]["available"]
        assert before == sum(one.claim_count for one in articles)
        assert after == articles[0].claim_count

    def test_are_changed_by_leads_only(self, api, ana, project):
        path = url(project, f"members/{ana.pk}/")

        assert api(ana).patch(path, {"quota": None}).status_code == 403

    @pytest.mark.parametrize("body", [{}, {"quota": -1}, {"quota": "many"}])
    def test_have_no_other_quotas(self, api, lead, ana, project, body):
        path = url(project, f"members/{ana.pk}/")

        assert api(lead).patch(path, body).json()["code"] == "invalid"


class TestSettings:
    def test_of_a_new_project(self, api, lead, project):
        answer = api(lead).get(url(project, "queue/settings/"))

        assert answer.json() == {
            "order": "oldest",
            "seed": 1,
            "suggestion_mode": "hidden",
            "suggestion_hidden_share": 50,
            "suggestion_threshold": 0.7,
            "is_ranking": False,
        }

    def test_change_what_is_given_and_nothing_else(self, api, lead, project):
        path = url(project, "queue/settings/")

        changed = api(lead).patch(path, {"order": "random", "suggestion_mode": "share"})

        assert changed.status_code == 200
        assert changed.json() == {
            "order": "random",
            "seed": 1,
            "suggestion_mode": "share",
            "suggestion_hidden_share": 50,
            "suggestion_threshold": 0.7,
            "is_ranking": True,
        }
        assert api(lead).get(path).json() == changed.json()

    def test_that_say_the_same_rank_nothing(self, api, lead, project):
        answer = api(lead).patch(url(project, "queue/settings/"), {"order": "oldest"})

        assert answer.json()["is_ranking"] is False
        assert Queue.objects.get().epoch == 1

    @pytest.mark.parametrize(
        "body",
        [
            {"order": "newest"},
            {"seed": -1},
            {"suggestion_hidden_share": 101},
            {"suggestion_threshold": 1.5},
        ],
    )
    def test_are_checked(self, api, lead, project, body):
        answer = api(lead).patch(url(project, "queue/settings/"), body)

        assert answer.json()["code"] == "invalid"

    def test_are_for_leads(self, api, ana, project):
        path = url(project, "queue/settings/")

        assert api(ana).get(path).status_code == 403
        assert api(ana).patch(path, {"seed": 2}).status_code == 403


class TestTheListOfArticles:
    def test_says_who_has_a_place_and_by_whom(self, api, lead, assign, ana, project):
        named, queued = make.articles_of(project, 2)
        assign(ana, named)
        make.lease(project, ana)

        rows = api(lead).get(url(project, "articles/")).json()["results"]

        found = {row["id"]: row["assignments"] for row in rows}
        assert [one["by_name"] for one in found[named.pk]] == [True]
        assert [one["by_name"] for one in found[queued.pk]] == [False]
        assert found[named.pk][0]["annotator_id"] == ana.pk
        assert found[named.pk][0]["id"] == ana.assignments.get(article=named).pk
