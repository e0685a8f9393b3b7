"""Source types that a lead leaves out: deleted, or archived and still in answers."""

from uuid import uuid4

import pytest

from annotator.models import Annotation
from annotator.services.annotation_import import ImportedAnnotation, import_annotations
from annotator.services.answers import Answer
from tests import make
from tests.setting_up import KEYS, archived, chosen, document, kept, save

pytestmark = pytest.mark.django_db


class TestLeavingOneOut:
    def test_deletes_what_was_never_used(self, put_types, with_document):
        answer = put_types(*kept(with_document)[:-1])

        assert (chosen(answer), archived(answer)) == (KEYS, [])
        assert not with_document.source_types.filter(key="document").exists()

    def test_archives_what_answers_have(
        self, put_types, api, ana, with_document, claims
    ):
        make.lease(with_document, ana)
        save(api, ana, claims[0], "document")

        answer = put_types(*kept(with_document)[:-1])

        assert (chosen(answer), archived(answer)) == (KEYS, ["document"])
        assert Annotation.objects.get().source_type.key == "document"

    def test_archives_what_an_answer_had(
        self, put_types, api, ana, with_document, claims
    ):
        make.lease(with_document, ana)
        save(api, ana, claims[0], "document")
        save(api, ana, claims[0], "named")

        assert archived(put_types(*kept(with_document)[:-1])) == ["document"]

    def test_archives_what_is_suggested(self, put_types, with_document, claims):
        claim = claims[0]
        claim.suggestion = {"source_type": "document", "score": 0.9, "rule": "learned"}
        claim.save()

        assert archived(put_types(*kept(with_document)[:-1])) == ["document"]

    def test_does_not_mind_what_is_used_elsewhere(
        self, put_types, api, ana, with_document, claims
    ):
        other = make.project(annotators=(ana,))
        other.source_types.create(key="document", name="D", hotkey="6", order=6)
        make.lease(other, ana)
        claim = make.article(other).claims.first()
        make.lease(other, ana)
        save(api, ana, claim, "document")

        assert archived(put_types(*kept(with_document)[:-1])) == []

    def test_is_not_for_built_in_ones(self, put_types, project):
        answer = put_types(*kept(project)[1:])

        assert (answer.status_code, answer.json()["code"]) == (
            400, "built_in_source_types_stay"
        )  # fmt: skip
        assert project.source_types.filter(archived_at=None).count() == 5

    def test_unties_what_mapped_to_it(self, put_types, project):
        put_types(*kept(project), document())
        put_types(*kept(project), document(name="Leak", hotkey="7", maps_to="document"))
        *builtin, _, leak = kept(project)

        assert put_types(*builtin, leak).json()["code"] == "maps_to_nothing"
        answer = put_types(*builtin, leak | {"maps_to": None})

        assert chosen(answer) == [*KEYS, "leak"]


class TestAnArchivedOne:
    @pytest.fixture
    def closed(self, put_types, api, ana, with_document, claims):
        """Give the project once Ana has an answer of a type that is archived since."""
        make.lease(with_document, ana)
        assert save(api, ana, claims[0], "document").status_code == 200
        assert put_types(*kept(with_document)[:-1]).status_code == 200
        return with_document

    def test_is_refused_in_new_answers_with_its_name(self, api, ana, closed, claims):
        answer = save(api, ana, claims[1], "document")

        assert (answer.status_code, answer.json()["code"]) == (
            400, "source_type_archived"
        )  # fmt: skip
        assert answer.json()["detail"].startswith("Document can no longer be chosen")

    def test_stays_in_an_answer_that_has_it(self, api, ana, closed, claims):
        answer = save(api, ana, claims[0], "document", 3, note="Surer now.")

        assert answer.status_code == 200, answer.json()
        stored = Annotation.objects.get()
        assert (stored.source_type.key, stored.confidence) == ("document", 3)

    def test_cannot_be_taken_back_to(self, api, ana, closed, claims):
        assert save(api, ana, claims[0], "named").status_code == 200

        answer = save(api, ana, claims[0], "document")

        assert answer.json()["code"] == "source_type_archived"

    def test_stops_no_other_answer_of_a_batch(self, api, ana, closed, claims):
        saves = [
            {
                "client_id": str(uuid4()),
                "claim": claim.pk,
                "answer": {"source_type": key, "confidence": 1},
            }
            for claim, key in zip(claims, ["named", "document", "named"], strict=True)
        ]

        answer = api(ana).post("/api/v1/annotations/batch/", {"saves": saves})

        codes = [one["code"] for one in answer.json()["results"]]
        assert codes == ["", "source_type_archived", ""]

    def test_is_told_from_one_that_never_was(self, api, ana, closed, claims):
        answer = save(api, ana, claims[1], "leak")

        assert answer.json()["code"] == "unknown_source_type"

    def test_can_be_chosen_again_under_its_key(
        self, put_types, api, ana, closed, claims
    ):
        answer = put_types(*kept(closed), document(key="document", hotkey="9"))

        assert (chosen(answer)[-1], archived(answer)) == ("document", [])
        assert save(api, ana, claims[1], "document").status_code == 200

    def test_leaves_its_name_but_not_its_key_to_others(self, put_types, closed):
        answer = put_types(*kept(closed), document())

        assert (chosen(answer)[-1], archived(answer)) == ("document_2", ["document"])

    def test_may_come_in_with_answers_given_elsewhere(self, lead, ana, closed, claims):
        row = ImportedAnnotation(
            claim=claims[1].pk,
            annotator=ana.email,
            answer=Answer(source_type="document", confidence=2),
        )

        done = import_annotations(project=closed, lead=lead, rows=[row], now=make.NOW)

        assert done.created == 1
