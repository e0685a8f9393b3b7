"""Who may read what was changed: annotators their own, leads everybody's."""

from uuid import uuid4

import pytest

from annotator.models import AnnotationEvent, Assignment, Claim, Role
from annotator.services import projects
from tests import make

pytestmark = pytest.mark.django_db
ANSWER = {
    "source_type", "confidence", "skipped", "skip_reason", "flags", "note", "seconds",
    "source", "cue", "suggestion_shown", "suggestion_accepted", "guideline_revision",
}  # fmt: skip


@pytest.fixture
def claims(project, ana, ben):
    for who in (ana, ben):
        make.lease(project, who)
    return list(Claim.objects.order_by("number"))


@pytest.fixture
def viewer(project):
    vera = make.user("Vera")
    projects.add_member(project=project, user=vera, role=Role.VIEWER)
    return vera


def events_url(claim):
    return f"/api/v1/claims/{claim.pk}/events/"


def history_url(project):
    return f"/api/v1/projects/{project.slug}/history/"


def put(client, claim, **more):
    body = {"client_id": str(uuid4()), "source_type": "named", "confidence": 2, **more}
    answer = client.put(f"/api/v1/claims/{claim.pk}/annotation/", body)
    assert answer.status_code == 200
    return body["client_id"]


def rows(client, url):
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.json()["results"]


class TestTheEventsOfAClaim:
    def test_say_what_was_before_and_after_the_newest_first(self, api, ana, claims):
        group, client = str(uuid4()), api(ana)
        first = put(client, claims[0], group=group)
        second = put(client, claims[0], confidence=1, reverts=first)

        newest, oldest = rows(client, events_url(claims[0]))

        assert (newest["client_id"], oldest["client_id"]) == (second, first)
        assert (newest["kind"], oldest["kind"]) == ("changed", "created")
        assert newest["annotator"] == {"id": ana.pk, "name": "Ana"}
        assert oldest["before"] is None
        assert set(oldest["after"]) == ANSWER
        assert newest["before"] == oldest["after"]
        assert newest["after"]["confidence"] == 1
        assert (newest["reverts"], oldest["reverts"]) == (first, None)
        assert (newest["group"], oldest["group"]) == (None, group)

    def test_are_ones_own_for_annotators_and_all_for_leads(
        self, api, ana, ben, lead, claims
    ):
        put(api(ana), claims[0])
        put(api(ben), claims[0])

        assert len(rows(api(lead), events_url(claims[0]))) == 2
        for who in (ana, ben):
            (event,) = rows(api(who), events_url(claims[0]))
            assert event["annotator"]["id"] == who.pk

    def test_are_nobodys_elses(self, api, viewer, project, claims):
        cleo, outsider = make.user("Cleo"), make.user("Out")
        projects.add_member(project=project, user=cleo, role=Role.ANNOTATOR)

        assert api(viewer).get(events_url(claims[0])).status_code == 403
        for who in (cleo, outsider):
            assert api(who).get(events_url(claims[0])).status_code == 404
        assert api().get(events_url(claims[0])).status_code == 401

    def test_stay_when_the_article_or_the_claim_has_gone(self, api, ana, claims):
        put(api(ana), claims[0])
        Assignment.objects.update(state="released")
        Claim.objects.filter(pk=claims[0].pk).update(replaced_at=make.NOW)

        assert len(rows(api(ana), events_url(claims[0]))) == 1

    def test_read_what_was_kept_before_there_were_spans(self, api, ana, claims):
        put(api(ana), claims[0])
        event = AnnotationEvent.objects.get()
        event.after = {
            name: event.after[name]
            for name in ("source_type", "confidence", "skipped", "skip_reason")
        } | {"flags": [], "note": "", "seconds": None, "guideline_revision": 1}
        event.save()

        (row,) = rows(api(ana), events_url(claims[0]))

        assert set(row["after"]) == ANSWER
        assert row["after"]["source"] is None
        assert row["after"]["suggestion_shown"] is False

    def test_come_in_pages_at_the_same_cost(
        self, api, ana, claims, django_assert_num_queries
    ):
        client = api(ana)
        for _ in range(5):
            put(client, claims[0])

        with django_assert_num_queries(5):
            page = client.get(events_url(claims[0]), {"page_size": 3}).json()

        assert len(page["results"]) == 3
        with django_assert_num_queries(5):
            rest = client.get(page["next"]).json()
        assert len(rest["results"]) == 2
        assert rest["next"] is None


class TestTheHistory:
    def test_is_the_readers_own_with_the_claims(self, api, ana, ben, project, claims):
        first = put(api(ana), claims[1])
        put(api(ben), claims[0])
        api(ana).delete(
            f"/api/v1/claims/{claims[1].pk}/annotation/",
            query_params={"client_id": str(uuid4()), "reverts": first},
        )

        withdrawn, created = rows(api(ana), history_url(project))

        assert created["client_id"] == first
        assert (created["claim"], created["number"]) == (claims[1].pk, 2)
        assert created["article"] == claims[1].article_id
        assert created["quote"] == claims[1].quote
        assert withdrawn["before"] == created["after"]
        assert withdrawn["after"] is None
        assert withdrawn["reverts"] == first

    def test_is_of_one_project(self, api, ana, ben, lead, project, claims):
        put(api(ana), claims[0])
        other = make.project(lead=lead, annotators=(ana,))

        assert rows(api(ana), history_url(other)) == []

    def test_is_not_for_viewers_and_strangers(self, api, viewer, project):
        assert api(viewer).get(history_url(project)).status_code == 403
        assert api(make.user("Out")).get(history_url(project)).status_code == 404
        assert api().get(history_url(project)).status_code == 401

    def test_comes_in_pages_at_the_same_cost(
        self, api, ana, project, claims, django_assert_num_queries
    ):
        client = api(ana)
        for claim in claims:
            put(client, claim)

        with django_assert_num_queries(5):
            page = client.get(history_url(project), {"page_size": 2}).json()

        assert [row["number"] for row in page["results"]] == [3, 2]
        assert [row["number"] for row in rows(client, page["next"])] == [1]
