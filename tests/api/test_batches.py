"""Batches: what waited in a browser, each save by itself and in order."""

from uuid import uuid4

import pytest
from django.db import connection

from annotator.models import Annotation, AnnotationEvent, Claim
from api.batches import MOST
from tests import make

pytestmark = pytest.mark.django_db
URL = "/api/v1/annotations/batch/"
NAMED = {"source_type": "named", "confidence": 2}


@pytest.fixture
def claims(project, ana):
    make.lease(project, ana)
    return list(Claim.objects.order_by("number"))


@pytest.fixture
def client(api, ana):
    return api(ana)


@pytest.fixture
def send(client, claims):
    """Give what sends saves, and gives what became of each."""

    def post(*saves):
        answer = client.post(URL, {"saves": list(saves)})
        assert answer.status_code == 200, answer.json()
        return answer.json()["results"]

    return post


def save(claim, answer=NAMED, **more):
    return {"client_id": str(uuid4()), "claim": claim.pk, "answer": answer, **more}


class TestABatch:
    def test_saves_in_order_and_answers_each(self, send, claims):
        first = save(claims[0], replaces=None)
        changed = {"source_type": "anonymous", "confidence": 1}
        second = save(claims[0], changed, replaces=first["client_id"])
        other = save(claims[1])

        results = send(first, second, other)

        saves = [first, second, other]
        assert [one["client_id"] for one in results] == [s["client_id"] for s in saves]
        assert [one["claim"] for one in results] == [s["claim"] for s in saves]
        assert [one["code"] for one in results] == [""] * 3
        assert results[1]["annotation"]["source_type"] == "anonymous"
        assert results[1]["annotation"]["client_id"] == second["client_id"]
        events = AnnotationEvent.objects.order_by("pk")
        assert [str(one.client_id) for one in events] == [s["client_id"] for s in saves]

    def test_takes_answers_back(self, send, claims):
        results = send(save(claims[0]), save(claims[0], None))

        assert results[1]["code"] == ""
        assert results[1]["annotation"] is None
        assert not Annotation.objects.exists()

    def test_keeps_what_belongs_together(self, send, claims):
        group, reverted = str(uuid4()), str(uuid4())

        send(*(save(one, group=group, reverts=reverted) for one in claims))

        kept = set(AnnotationEvent.objects.values_list("group", "reverts"))
        assert {tuple(map(str, one)) for one in kept} == {(group, reverted)}

    def test_goes_on_after_one_that_is_refused(self, send, claims, project):
        other = make.article(project, "This is another article. It has two claims.")
        there = send(save(claims[0]))[0]["annotation"]
        refused = [
            save(claims[0], replaces=None),
            save(claims[0], NAMED | {"confidence": 9}),
            save(claims[0], {"source_type": "named"}),
            save(other.claims.all()[0]),
            save(claims[0], NAMED | {"source": {"start": 4, "end": 2}}),
        ]

        results = send(*refused, save(claims[1]))

        codes = [one["code"] for one in results]
        assert codes == [
            "changed_elsewhere",
            "invalid",
            "incomplete_answer",
            "not_assigned",
            "span_outside",
            "",
        ]
        assert all(one["annotation"] is None for one in results[:-1])
        assert all(one["detail"] for one in results[:-1])
        assert results[0]["current"] == there
        assert "confidence" in results[1]["detail"]
        assert Annotation.objects.count() == 2

    def test_lets_the_next_answer_go_past_one_that_is_refused(self, send, claims):
        first = save(claims[0])
        no_type = NAMED | {"source_type": "gone"}
        refused = save(claims[0], no_type, replaces=first["client_id"])
        too = save(claims[0], no_type, replaces=refused["client_id"])
        valid = save(claims[0], replaces=too["client_id"])
        clash = save(claims[0], replaces=first["client_id"])
        behind = save(claims[0], replaces=clash["client_id"])

        results = send(first, refused, too, valid, clash, behind)

        codes = [one["code"] for one in results]
        no, elsewhere = "unknown_source_type", "changed_elsewhere"
        assert codes == ["", no, no, "", elsewhere, elsewhere]
        assert results[-1]["current"]["client_id"] == valid["client_id"]

    def test_again_changes_nothing(self, send, claims):
        saves = [
            save(claims[0]),
            save(claims[0], NAMED | {"confidence": 1}),
            save(claims[0], None),
            save(claims[1]),
        ]
        send(*saves)

        again = send(*saves)

        assert [one["code"] for one in again] == [""] * 4
        assert [one["annotation"] is None for one in again] == [True] * 3 + [False]
        assert AnnotationEvent.objects.count() == 4

    @pytest.mark.parametrize("count", [0, MOST + 1])
    def test_has_one_save_at_least_and_fifty_at_most(self, client, claims, count):
        answer = client.post(URL, {"saves": [save(claims[0])] * count})

        assert answer.status_code == 400
        assert not Annotation.objects.exists()

    @pytest.mark.parametrize(
        "wrong",
        [{"client_id": "7"}, {"client_id": None}, {"claim": "x"}, {"claim": 0}],
    )
    def test_is_refused_as_a_whole_if_a_save_cannot_be_named(
        self, client, claims, wrong
    ):
        answer = client.post(URL, {"saves": [save(claims[0]), save(claims[1]) | wrong]})

        assert answer.status_code == 400
        assert answer.json()["code"] == "invalid"
        assert not Annotation.objects.exists()

    @pytest.mark.parametrize("body", [[], "text", {}, {"saves": "x"}, {"saves": [1]}])
    def test_is_an_object_with_saves(self, client, claims, body):
        answer = client.post(URL, body)

        assert answer.status_code == 400

    def test_that_is_too_long_to_be_one_is_not_read(self, client, claims):
        note = {"note": "x" * 3_000_000}

        answer = client.post(URL, {"saves": [save(claims[0], NAMED | note)]})

        assert answer.status_code == 413
        assert answer.json()["code"] == "too_large"

    def test_is_the_signed_in_annotators_own(self, api, claims, ben):
        (result,) = api(ben).post(URL, {"saves": [save(claims[0])]}).json()["results"]

        assert result["code"] == "not_assigned"
        assert api().post(URL, {"saves": [save(claims[0])]}).status_code == 401

    def test_costs_six_queries_a_save(
        self, client, claims, django_assert_max_num_queries
    ):
        saves = [save(one) for one in claims]

        with django_assert_max_num_queries(2 + 6 * len(saves)):
            client.post(URL, {"saves": saves})


@pytest.mark.django_db(transaction=True)
class TestABrokenDatabase:
    def test_fails_the_request_so_that_it_is_sent_again(self, client, claims):
        saves = [save(claims[0]), save(claims[1])]
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE annotator_annotationevent RENAME TO away")
        client.raise_request_exception = False

        answer = client.post(URL, {"saves": saves})

        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE away RENAME TO annotator_annotationevent")
        assert answer.status_code == 500
        assert not Annotation.objects.exists()
        again = client.post(URL, {"saves": saves}).json()["results"]
        assert [one["code"] for one in again] == ["", ""]
