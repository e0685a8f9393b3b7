"""Consensus: the labels behind the answers, kept for export and for adjudication."""

import numpy as np
import pytest

from annotator.models import ArticlePosterior, Consensus, DisputedClaim
from annotator.queries.posteriors import packed, unpacked
from annotator.services import agreement, consensus
from tests import make


def clock():
    return make.NOW


def find(project):
    asked = consensus.ask_for_consensus(project=project, now=make.NOW)
    assert consensus.find_consensus(consensus_id=asked.pk, clock=clock)
    asked.refresh_from_db()
    return asked


@pytest.fixture
def project():
    names = ("Ana", "Ben", "Cleo")
    rows = ["nnn", "naa", "aaa", "nnn", "ooo", "non", "aaa", "nno", "ooo"]
    made = make.annotated_project([make.user(name) for name in names], rows)
    agreement.report_agreement(project=made, now=make.NOW)
    return made


@pytest.mark.django_db
class TestConsensus:
    def test_gives_every_claim_a_posterior(self, project):
        run = find(project)

        (row,) = ArticlePosterior.objects.all()
        posteriors = unpacked(row.posteriors, len(run.labels))
        claims = list(project.articles.get().claims.values_list("pk", flat=True))
        assert list(posteriors) == claims
        for posterior in posteriors.values():
            assert posterior.sum() == pytest.approx(1, abs=1e-5)
        # Everybody said "named" of the first claim and "anonymous" of the third.
        assert posteriors[claims[0]].argmax() == run.labels.index("named")
        assert posteriors[claims[2]].argmax() == run.labels.index("anonymous")
        assert (run.claims, run.figures["converged"]) == (9, True)

    def test_says_how_each_annotator_errs(self, project):
        run = find(project)

        names = [one["name"] for one in run.figures["annotators"]]
        assert names == ["Ana", "Ben", "Cleo"]
        for one in run.figures["annotators"]:
            rates = np.array(one["error_rates"])
            assert rates.sum(axis=1) == pytest.approx(np.ones(5))
        assert sum(run.figures["marginals"]) == pytest.approx(1)

    def test_orders_disputed_claims_by_how_uncertain_they_are(self, project):
        assert set(DisputedClaim.objects.values_list("entropy", flat=True)) == {None}

        find(project)

        entropies = list(DisputedClaim.objects.values_list("entropy", flat=True))
        assert len(entropies) == 3
        assert all(entropy >= 0 for entropy in entropies)

    def test_is_asked_for_once(self, project):
        first = consensus.ask_for_consensus(project=project, now=make.NOW)

        assert consensus.ask_for_consensus(project=project, now=make.NOW) == first

    def test_is_found_by_one_worker(self, project):
        asked = consensus.ask_for_consensus(project=project, now=make.NOW)
        Consensus.objects.update(started_at=make.NOW)

        assert not consensus.find_consensus(consensus_id=asked.pk, clock=clock)

    def test_is_taken_up_again_when_its_worker_was_lost(self, project):
        asked = consensus.ask_for_consensus(project=project, now=make.NOW)
        Consensus.objects.update(started_at=make.NOW - 2 * consensus.LOST)

        assert consensus.find_consensus(consensus_id=asked.pk, clock=clock)

    def test_replaces_the_one_before(self, project):
        find(project)
        ana = project.memberships.get(user__name="Ana").user
        make.annotate(project.articles.get().claims.all()[1], ana, "anonymous")
        agreement.report_agreement(project=project, now=make.NOW)

        second = find(project)

        assert [one.consensus_id for one in ArticlePosterior.objects.all()] == [
            second.pk
        ]
        assert project.consensuses.count() == 2

    def test_of_a_project_without_answers_has_no_data(self):
        run = find(make.project())

        assert (run.figures["status"], run.claims) == ("no_data", 0)
        assert not ArticlePosterior.objects.exists()


class TestPosteriors:
    def test_are_read_back_as_they_were_written(self):
        claims = np.array([7, 2**40])
        posterior = np.array([[0.25, 0.75], [1.0, 0.0]])

        read = unpacked(packed(claims, posterior), 2)

        assert {claim: row.tolist() for claim, row in read.items()} == {
            7: [0.25, 0.75],
            2**40: [1.0, 0.0],
        }
