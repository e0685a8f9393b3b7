"""The queue over REST: what it gives, keeps, and costs."""

import gzip
import json
from datetime import timedelta

import pytest
from django.utils import timezone

from annotator.models import Assignment, ProjectState
from annotator.services import guidelines
from tests import make, queues

pytestmark = pytest.mark.django_db


def url(project, path="queue/"):
    return f"/api/v1/projects/{project.slug}/{path}"


@pytest.fixture
def project(ana, ben, lead):
    return make.project(lead=lead, annotators=(ana, ben))


class TestQueue:
    @pytest.mark.parametrize("count", [5, 50])
    def test_costs_the_same_with_nothing_new_however_many(
        self, api, ana, project, count, django_assert_num_queries
    ):
        make.articles_of(project, count)
        client = api(ana)
        client.post(url(project), {"limit": 2})

        with django_assert_num_queries(14):
            given = client.post(url(project), {"limit": 2}).json()["articles"]

        assert len(given) == 2

    @pytest.mark.parametrize("done", [2, 40])
    def test_costs_the_same_with_two_new_however_many_are_done(
        self, api, ana, project, done, django_assert_num_queries
    ):
        make.articles_of(project, 50)
        client = api(ana)
        for _ in range(done // 2):
            client.post(url(project), {"limit": 2})
            Assignment.objects.update(state="done", answered=3)

        with django_assert_num_queries(20):
            given = client.post(url(project), {"limit": 2}).json()["articles"]

        assert len(given) == 2
        queues.check_places(project)

    def test_gives_what_lapsed_to_its_annotator_again(self, api, ana, project):
        make.articles_of(project, 3)
        client = api(ana)
        begun = client.post(url(project), {"limit": 1}).json()["articles"]
        Assignment.objects.update(lease_until=timezone.now() - timedelta(hours=1))

        given = client.post(url(project), {"limit": 2}).json()["articles"]

        assert given[0]["id"] == begun[0]["id"]
        assert [one["assignment"]["state"] for one in given] == ["open", "open"]
        queues.check_places(project)

    def test_gives_nothing_new_in_a_closed_project(self, api, ana, project):
        make.articles_of(project, 3)
        client = api(ana)
        begun = client.post(url(project), {"limit": 1}).json()["articles"]
        project.state = ProjectState.CLOSED
        project.save()

        given = client.post(url(project), {"limit": 5}).json()["articles"]

        assert [one["id"] for one in given] == [one["id"] for one in begun]

    def test_is_sent_compressed_to_who_can_read_that(self, api, ana, project):
        make.article(project, " ".join(map(make.text, range(30))))
        client = api(ana)

        plain = client.post(url(project), {"limit": 1})
        small = client.post(
            url(project), {"limit": 1}, headers={"Accept-Encoding": "gzip"}
        )

        assert small["Content-Encoding"] == "gzip"
        assert json.loads(gzip.decompress(small.content)) == plain.json()
        assert len(small.content) < len(plain.content) / 3


class TestHeartbeat:
    def test_keeps_what_it_names_an_hour_more(self, api, ana, project):
        make.articles_of(project, 2)
        client = api(ana)
        kept, other = client.post(url(project), {"limit": 2}).json()["articles"]
        soon = timezone.now() + timedelta(minutes=1)
        Assignment.objects.update(lease_until=soon)

        answer = client.post(url(project, "heartbeat/"), {"articles": [kept["id"]]})

        assert answer.status_code == 200, answer.json()
        assert [one["article"] for one in answer.json()["assignments"]] == [kept["id"]]
        in_an_hour = timezone.now() + timedelta(minutes=59)
        assert Assignment.objects.get(article=kept["id"]).lease_until > in_an_hour
        assert Assignment.objects.get(article=other["id"]).lease_until == soon

    def test_shortens_no_lease(self, api, ana, project):
        article = make.article(project)
        client = api(ana)
        client.post(url(project), {})
        later = timezone.now() + timedelta(hours=20)
        Assignment.objects.update(lease_until=later)

        client.post(url(project, "heartbeat/"), {"articles": [article.pk]})

        assert Assignment.objects.get().lease_until == later

    def test_says_what_is_gone_and_does_not_bring_it_back(self, api, ana, project):
        article = make.article(project)
        client = api(ana)
        client.post(url(project), {})
        Assignment.objects.update(state="withdrawn")

        answer = client.post(url(project, "heartbeat/"), {"articles": [article.pk]})

        assert answer.json()["assignments"][0]["state"] == "withdrawn"

    def test_says_what_has_changed(self, api, ana, lead, project):
        guidelines.publish_guidelines(
            project=project, author=lead, body="New.", now=make.NOW
        )
        project.state = ProjectState.CLOSED
        project.save()

        answer = api(ana).post(url(project, "heartbeat/"), {}).json()

        assert answer == {
            "guideline_revision": 2,
            "project_state": "closed",
            "answered_today": 0,
            "assignments": [],
        }

    def test_counts_what_the_user_answered_since(self, api, ana, ben, project):
        article = make.article(project)
        make.lease(project, ana)
        make.lease(project, ben)
        now = timezone.now()
        hours = [1, 3, 60]
        for claim, ago in zip(article.claims.all(), hours, strict=True):
            made = make.annotate(claim, ana)
            made.created_at = now - timedelta(hours=ago)
            made.save()
            make.annotate(claim, ben)
        client = api(ana)

        counts = [
            client.post(url(project, "heartbeat/"), {"since": since}).json()
            for since in (None, now - timedelta(hours=2), now - timedelta(days=9))
        ]

        assert [one["answered_today"] for one in counts] == [2, 1, 2]

    @pytest.mark.parametrize("count", [1, 5])
    def test_costs_the_same_however_many(
        self, api, ana, project, count, django_assert_num_queries
    ):
        make.articles_of(project, count)
        client = api(ana)
        given = client.post(url(project), {"limit": count}).json()["articles"]
        Assignment.objects.update(lease_until=timezone.now() + timedelta(minutes=9))

        with django_assert_num_queries(10):
            client.post(
                url(project, "heartbeat/"), {"articles": [one["id"] for one in given]}
            )

    def test_is_not_for_strangers(self, api, project):
        assert api(make.user("Eve")).post(url(project, "heartbeat/")).status_code == 404


class TestWhatIsRead:
    @pytest.mark.parametrize("method", ["get", "post"])
    def test_are_no_guidelines_and_no_text_that_is_not_shown(
        self, api, ana, project, django_assert_max_num_queries, method
    ):
        client = api(ana)
        claims = make.article(project).claims.all()
        make.lease(project, ana)
        make.annotate(claims[0], ana)

        with django_assert_max_num_queries(40) as asked:
            assert getattr(client, method)(url(project)).status_code == 200

        read = " ".join(one["sql"] for one in asked)
        assert '"annotator_guidelines"."body"' not in read
        assert ('"annotator_article"."text"' in read) == (method == "post")
