"""What changed from one snapshot to another."""

from uuid import uuid4

import pytest

from annotator.models import SnapshotComparison
from annotator.services import snapshot_comparisons, snapshot_differences
from annotator.services.annotations import withdraw
from annotator.services.turns import SILENT
from tests import make
from tests.snapshotting import SPLITS, ask, clock, compare, take

pytestmark = pytest.mark.django_db


@pytest.fixture
def project(lead, ana, ben):
    return make.annotated_project([ana, ben], ["nn", "na", "oo", "aa", ".."], lead=lead)


@pytest.fixture
def claims(project):
    return list(project.articles.get().claims.order_by("number"))


class TestDifferences:
    def test_between_equals_are_none(self, project):
        figures = compare(take(project), take(project)).figures

        assert figures["claims"] == {
            "before": 5, "after": 5, "added": 0, "removed": 0, "relabeled": 0,
        }  # fmt: skip
        assert figures["votes"] == {
            "before": 8, "after": 8, "added": 0, "removed": 0, "changed": 0,
        }  # fmt: skip
        assert figures["relabeled"] == figures["examples"] == []
        assert figures["agreement"][0]["difference"] == 0

    def test_count_claims_and_votes(self, project, claims, ana, ben):
        before = take(project)
        for who in (ana, ben):
            make.annotate(claims[0], who, "unclear")  # both changed: relabeled
        make.annotate(claims[1], ben, "named")  # no tie any more: relabeled
        make.annotate(claims[3], ana, "anonymous", 1)  # the confidence alone
        withdraw(claim=claims[2], annotator=ben, client_id=uuid4(), now=make.NOW)
        make.annotate(claims[4], ana, "named")  # the first answer: relabeled
        added = make.article(project, make.TEXT)
        after = take(project)

        figures = compare(before, after).figures

        assert figures["claims"] == {
            "before": 5, "after": 8, "added": 3, "removed": 0, "relabeled": 3,
        }  # fmt: skip
        assert figures["votes"] == {
            "before": 8, "after": 8, "added": 1, "removed": 1, "changed": 4,
        }  # fmt: skip
        assert figures["relabeled"] == [
            {"before": None, "after": "named", "claims": 2},
            {"before": "named", "after": "unclear", "claims": 1},
        ]
        new = [one for one in figures["examples"] if one["change"] == "added"]
        assert {one["article_id"] for one in new} == {added.pk}
        (other,) = (
            one for one in figures["examples"] if one["claim_id"] == claims[0].pk
        )
        assert other == {
            "change": "relabeled", "claim_id": claims[0].pk,
            "article_id": claims[0].article_id, "article_title": "",
            "quote": claims[0].quote, "before": "named", "after": "unclear",
        }  # fmt: skip

    def test_are_turned_around(self, project):
        before = take(project)
        make.article(project, make.TEXT)
        after = take(project)

        figures = compare(after, before).figures

        assert (figures["claims"]["added"], figures["claims"]["removed"]) == (0, 3)
        assert {one["change"] for one in figures["examples"]} == {"removed"}

    def test_of_agreement_are_those_of_the_manifests(self, project, claims, ben):
        before = take(project)
        make.annotate(claims[1], ben, "named")
        after = take(project)

        (found, _) = compare(before, after).figures["agreement"]

        one, other = (
            side.manifest["agreement"]["variables"]["source_type"]["value"]
            for side in (before, after)
        )
        assert found["variable"] == "source_type"
        assert found["difference"] == pytest.approx(other - one)
        assert other > one

    def test_do_not_depend_on_splits(self, project):
        figures = compare(take(project), take(project, splits=SPLITS)).figures

        assert figures["claims"]["added"] == figures["claims"]["removed"] == 0

    def test_show_some_examples_only(self, project, monkeypatch):
        monkeypatch.setattr(snapshot_differences, "MOST_EXAMPLES", 2)
        before = take(project)
        make.article(project, make.TEXT)

        figures = compare(before, take(project)).figures

        assert (figures["claims"]["added"], len(figures["examples"])) == (3, 2)

    def test_with_nothing_are_everything(self, project, lead):
        empty = take(project, filters={"outlets": ["None"]})

        figures = compare(empty, take(project)).figures

        assert figures["claims"]["added"] == 5
        assert figures["agreement"][0]["difference"] is None


class TestAComparison:
    def test_waits_for_snapshots_that_are_done(self, project):
        with pytest.raises(snapshot_comparisons.SnapshotNotDone):
            snapshot_comparisons.compare(
                before=take(project), after=ask(project), now=make.NOW
            )

    def test_is_made_once(self, project):
        one, other = take(project), take(project)
        done = compare(one, other)

        again = compare(one, other)

        assert again == done
        assert not snapshot_comparisons.find_differences(
            comparison_id=done.pk, clock=clock
        )

    def test_that_was_lost_is_sent_again(self, project, monkeypatch):
        sent = []
        monkeypatch.setattr(
            snapshot_comparisons, "send", lambda _, **ids: sent.append(ids)
        )
        asked = snapshot_comparisons.compare(
            before=take(project), after=take(project), now=make.NOW
        )
        rows = SnapshotComparison.objects.filter(pk=asked.pk)

        for worked_at, times in ((None, 1), (make.NOW, 1), (make.NOW - SILENT * 2, 2)):
            rows.update(worked_at=worked_at)
            snapshot_comparisons.send_lost_comparisons(now=make.NOW)
            assert sent == [{"comparison_id": asked.pk}] * times

    def test_that_fails_says_so(self, project, monkeypatch):
        one, other = take(project), take(project)
        monkeypatch.setattr(snapshot_differences, "opened", None)

        with pytest.raises(TypeError):
            compare(one, other)

        found = SnapshotComparison.objects.get()
        assert (found.error, found.figures) == (snapshot_comparisons.FAILED, {})
        assert found.finished_at == make.NOW
