"""The annotator's way: queue, answers, undo, and what others may not do."""

import json
from uuid import uuid4

import pytest

from annotator.models import Annotation, Claim, Role
from annotator.services import projects
from tests import make

pytestmark = pytest.mark.django_db


def queue_url(project):
    return f"/api/v1/projects/{project.slug}/queue/"


def claim_url(claim_id):
    return f"/api/v1/claims/{claim_id}/annotation/"


def body(**more):
    return {"client_id": str(uuid4()), "source_type": "named", "confidence": 2, **more}


@pytest.fixture
def project(ana, ben, lead):
    made = make.project(lead=lead, annotators=(ana, ben))
    make.article(made)
    return made


class TestQueue:
    def test_gives_articles_with_claims_whose_offsets_hold(self, api, ana, project):
        article = api(ana).post(queue_url(project), {}).json()["articles"][0]

        text = article["text"]
        assert text == make.TEXT
        assert [claim["number"] for claim in article["claims"]] == [1, 2, 3]
        for claim in article["claims"]:
            assert text[claim["start"] : claim["end"]] == claim["quote"]
            assert claim["annotation"] is None

    def test_shows_what_was_answered_before(self, api, ana, project):
        article = api(ana).post(queue_url(project), {}).json()["articles"][0]
        api(ana).put(claim_url(article["claims"][0]["id"]), body(note="twice read"))

        again = api(ana).post(queue_url(project), {}).json()["articles"][0]

        assert again["claims"][0]["annotation"]["note"] == "twice read"
        assert again["assignment"]["answered"] == 1

    def test_shows_nobody_elses_answers(self, api, ana, ben, project):
        claim = api(ana).post(queue_url(project), {}).json()["articles"][0]["claims"][0]
        api(ana).put(claim_url(claim["id"]), body(note="canary"))

        seen = api(ben).post(queue_url(project), {})

        assert "canary" not in seen.content.decode()
        assert seen.json()["articles"][0]["claims"][0]["annotation"] is None

    def test_is_listed_with_its_progress(self, api, ana, project):
        api(ana).post(queue_url(project), {})

        listed = api(ana).get(queue_url(project)).json()["results"]

        assert listed[0]["state"] == "open"
        assert (listed[0]["answered"], listed[0]["claims"]) == (0, 3)

    def test_is_not_for_viewers(self, api, project):
        vera = make.user("Vera")
        projects.add_member(project=project, user=vera, role=Role.VIEWER)

        answer = api(vera).post(queue_url(project), {})

        assert answer.status_code == 403
        assert answer.json()["code"] == "permission_denied"


class TestAnswering:
    @pytest.fixture
    def claim(self, api, ana, project):
        api(ana).post(queue_url(project), {})
        return Claim.objects.order_by("number")[0]

    def test_gives_back_what_is_stored(self, api, ana, claim):
        answer = api(ana).put(claim_url(claim.pk), body(seconds=4.2, flags=["flagged"]))

        stored = answer.json()
        assert answer.status_code == 200
        assert stored["source_type"] == "named"
        assert stored["confidence"] == 2
        assert stored["seconds"] == 4.2
        assert stored["flags"] == ["flagged"]
        assert stored["guideline_revision"] == 1

    def test_takes_few_queries_and_leaves_the_text_where_it_is(
        self, api, ana, claim, django_assert_max_num_queries
    ):
        client = api(ana)

        for answer in (body(), body(confidence=1)):
            with django_assert_max_num_queries(8) as asked:
                assert client.put(claim_url(claim.pk), answer).status_code == 200
            columns = [query["sql"] for query in asked.captured_queries]
            assert not any('"annotator_article"."text"' in sql for sql in columns)
            assert not any('"annotator_guidelines"."body"' in sql for sql in columns)

    def test_can_be_undone(self, api, ana, claim):
        api(ana).put(claim_url(claim.pk), body())

        gone = api(ana).delete(f"{claim_url(claim.pk)}?client_id={uuid4()}")

        assert gone.status_code == 204
        assert not Annotation.objects.exists()

    @pytest.mark.parametrize(
        ("wrong", "code"),
        [
            ({"confidence": 4}, "outside_scale"),
            ({"confidence": None}, "incomplete_answer"),
            ({"source_type": "rumor"}, "unknown_source_type"),
            ({"client_id": "7"}, "invalid"),
            ({"flags": ["shouted"]}, "invalid"),
            ({"flags": ["\ud800"]}, "invalid"),
            ({"flags": ["flagged"] * 4}, "invalid"),
            ({"seconds": "NaN"}, "invalid"),
            ({"seconds": -1}, "invalid"),
        ],
    )
    def test_is_refused_with_the_reason(self, api, ana, claim, wrong, code):
        answer = api(ana).put(
            claim_url(claim.pk),
            json.dumps(body(**wrong)),
            content_type="application/json",
        )

        assert answer.status_code == 400
        assert answer.json()["code"] == code
        assert not Annotation.objects.exists()

    def test_is_always_the_signed_in_users(self, api, ana, ben, claim):
        api(ana).put(claim_url(claim.pk), body(annotator=ben.pk, version=9, project=5))

        stored = Annotation.objects.get()
        assert stored.annotator == ana
        assert stored.version == 1

    @pytest.mark.parametrize("who", ["ben", "lead", "outsider"])
    def test_is_404_for_who_was_not_given_the_article(self, api, request, claim, who):
        outsider = make.user("Out")
        user = outsider if who == "outsider" else request.getfixturevalue(who)

        put = api(user).put(claim_url(claim.pk), body())
        delete = api(user).delete(f"{claim_url(claim.pk)}?client_id={uuid4()}")

        assert put.status_code == delete.status_code == 404

    def test_is_404_for_who_left_the_project(self, api, ana, project, claim):
        project.memberships.filter(user=ana).delete()

        assert api(ana).put(claim_url(claim.pk), body()).status_code == 404

    def test_is_404_for_who_may_only_read_now(self, api, ana, project, claim):
        projects.add_member(project=project, user=ana, role=Role.VIEWER)

        assert api(ana).put(claim_url(claim.pk), body()).status_code == 404

    def test_needs_a_signed_in_user(self, api, claim):
        assert api().put(claim_url(claim.pk), body()).status_code == 401
