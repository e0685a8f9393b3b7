"""Answers that say under which revision of the guidelines they were given."""

from uuid import uuid4

import pytest

from annotator.models import Annotation, AnnotationEvent
from annotator.queries.ratings import current_ratings
from annotator.services.guidelines import publish_guidelines
from tests import make

pytestmark = pytest.mark.django_db
BATCH = "/api/v1/annotations/batch/"
NAMED = {"source_type": "named", "confidence": 2}
SKIPPED = {"skipped": True, "skip_reason": "no claim"}


@pytest.fixture
def publish(project, lead):
    """Give what publishes the next revision of the project's guidelines."""
    return lambda of=project: publish_guidelines(
        project=of, author=lead, body="Ships speak.", now=make.NOW
    )


@pytest.fixture
def claims(project, ana, publish):
    """Give the claims that Ana may answer; the guidelines have a second revision."""
    (article,) = make.lease(project, ana)
    publish()
    return list(article.claims.all())


@pytest.fixture
def put(api, ana, claims):
    """Give what saves an answer to the first claim."""

    def save(answer=NAMED, **more):
        body = {"client_id": str(uuid4())} | answer | more
        return api(ana).put(f"/api/v1/claims/{claims[0].pk}/annotation/", body)

    return save


@pytest.fixture
def send(api, ana):
    """Give what sends a batch with answers, and gives what became of each."""

    def post(claims, *answers):
        saves = [
            {"client_id": str(uuid4()), "claim": claim.pk, "answer": answer}
            for claim, answer in zip(claims, answers, strict=False)
        ]
        return api(ana).post(BATCH, {"saves": saves}).json()["results"]

    return post


class TestARevision:
    @pytest.mark.parametrize("answer", [NAMED, SKIPPED])
    @pytest.mark.parametrize(("given", "stored"), [(1, 1), (2, 2), (None, 2)])
    def test_is_that_which_the_annotator_had(self, put, answer, given, stored):
        saved = put(answer, guideline_revision=given)

        assert saved.status_code == 200, saved.json()
        assert saved.json()["guideline_revision"] == stored
        assert Annotation.objects.get().guidelines.number == stored
        assert AnnotationEvent.objects.get().after["guideline_revision"] == stored

    def test_is_that_in_force_where_none_is_named(self, put):
        assert put().json()["guideline_revision"] == 2

    def test_may_be_older_than_that_of_the_answer_before(self, put):
        put(guideline_revision=2)

        assert put(guideline_revision=1).json()["guideline_revision"] == 1

        event = AnnotationEvent.objects.latest("pk")
        assert event.before["guideline_revision"] == 2
        assert event.after["guideline_revision"] == 1

    def test_is_what_agreement_counts_the_answer_to(self, put, project, claims):
        put(guideline_revision=1)

        ratings = current_ratings(project, [claims[0].article_id])

        assert ratings["revision"].tolist() == [1]

    def test_that_the_project_does_not_have_is_refused(self, put, publish, lead):
        other = make.project(lead=lead)
        publish(other)
        publish(other)

        refused = put(guideline_revision=3)

        assert refused.status_code == 400
        assert refused.json()["code"] == "unknown_revision"
        assert refused.json()["detail"] == "The guidelines have no revision 3."
        assert not AnnotationEvent.objects.exists()

    @pytest.mark.parametrize("wrong", [0, -1, "new", 2**31, 10**30])
    def test_is_a_number_from_one(self, put, wrong):
        refused = put(guideline_revision=wrong)

        assert (refused.status_code, refused.json()["code"]) == (400, "invalid")
        assert list(refused.json()["errors"]) == ["guideline_revision"]
        assert not AnnotationEvent.objects.exists()


class TestInABatch:
    def test_each_answer_has_its_own(self, send, claims):
        results = send(claims, NAMED | {"guideline_revision": 1}, NAMED)

        given = [one["annotation"]["guideline_revision"] for one in results]
        assert given == [1, 2]

    def test_one_that_is_not_there_stops_no_other(self, send, claims):
        unknown = NAMED | {"guideline_revision": 9}

        results = send(claims, unknown, NAMED | {"guideline_revision": 0}, NAMED)

        assert [one["code"] for one in results] == ["unknown_revision", "invalid", ""]
        assert results[0]["detail"] == "The guidelines have no revision 9."
        assert results[1]["detail"] == "Check guideline_revision."
        assert Annotation.objects.count() == 1

    def test_nothing_is_said_of_an_answer_taken_back(self, send, claims):
        send(claims, NAMED)

        assert [one["code"] for one in send(claims, None)] == [""]

        assert AnnotationEvent.objects.latest("pk").after is None


class TestARepeat:
    @pytest.mark.parametrize("again", [{}, {"guideline_revision": 1}])
    @pytest.mark.parametrize(
        ("first", "stored"), [({}, 2), ({"guideline_revision": 1}, 1)]
    )
    def test_is_harmless_whether_it_names_one_or_not(self, put, first, again, stored):
        client_id = str(uuid4())
        saved = put(client_id=client_id, **first).json()

        repeated = put(client_id=client_id, **again)

        assert repeated.status_code == 200
        assert repeated.json() == saved
        assert saved["guideline_revision"] == stored
        assert AnnotationEvent.objects.count() == 1

    def test_keeps_to_what_was_in_force_at_first(self, put, publish):
        client_id = str(uuid4())
        put(client_id=client_id)
        publish()

        assert put(client_id=client_id).json()["guideline_revision"] == 2
