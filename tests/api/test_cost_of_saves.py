"""What a save costs, however much there is."""

from uuid import uuid4

import pytest

from annotator.models import Annotation
from tests import make

pytestmark = pytest.mark.django_db
NAMED = {
    "source_type": "named",
    "source": {"start": 0, "end": 3},
    "guideline_revision": 1,
}


class TestASave:
    @pytest.fixture
    def article(self, project, ana):
        (leased,) = make.lease(project, ana)
        return leased

    @pytest.fixture
    def asked(self, api, ana, article, django_assert_max_num_queries):
        """Give what counts the queries of a new answer, a change and a withdrawal."""
        client = api(ana)

        def count():
            claim = article.claims.filter(annotations=None)[0]
            url = f"/api/v1/claims/{claim.pk}/annotation/"
            counts = []
            for confidence in (2, 3, None):
                given = {"client_id": str(uuid4())}
                with django_assert_max_num_queries(8) as captured:
                    if confidence is None:
                        answer = client.delete(url, query_params=given)
                    else:
                        body = NAMED | given | {"confidence": confidence}
                        answer = client.put(url, body)
                assert answer.status_code < 300
                counts.append(len(captured))
            return counts

        return count

    def test_costs_the_same_among_three_hundred_answers(
        self, project, ana, article, asked
    ):
        few = asked()
        text = " ".join(f"This is made-up claim number {n} here." for n in range(300))
        long = make.article(project, text)
        make.lease(project, ana)
        first = long.claims.all()[0]
        make.annotate(first, ana)
        stored = Annotation.objects.get()
        copies = [
            Annotation(
                **{
                    each.attname: getattr(stored, each.attname)
                    for each in Annotation._meta.concrete_fields  # noqa: SLF001
                }
                | {"id": None, "claim_id": claim.pk}
            )
            for claim in long.claims.exclude(pk=first.pk)
        ]
        Annotation.objects.bulk_create(copies)
        assert Annotation.objects.count() == 300

        assert asked() == few
