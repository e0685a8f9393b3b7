"""The night's work: begun once, by whichever sweep comes first."""

from datetime import timedelta

import pytest

from annotator.models import AgreementReport, Consensus, Recomputation
from annotator.services import agreement, nightly
from tests import make

DAY = timedelta(days=1)


@pytest.fixture
def project():
    made = make.annotated_project([make.user("Ana"), make.user("Ben")], ["nn", "na"])
    agreement.report_agreement(project=made, now=make.NOW)
    return made


@pytest.mark.django_db
class TestTheNight:
    def test_counts_every_project_anew_and_finds_its_consensus(self, project):
        make.project()  # nothing was counted there
        nightly.begin_if_due(now=make.NOW)

        assert nightly.begin_if_due(now=make.NOW + DAY)

        assert Recomputation.objects.get().project == project
        assert Recomputation.objects.get().reason == "nightly"
        assert Consensus.objects.get().project == project

    def test_is_begun_once(self, project):
        nightly.begin_if_due(now=make.NOW)
        nightly.begin_if_due(now=make.NOW + DAY)

        assert not nightly.begin_if_due(now=make.NOW + DAY + timedelta(hours=1))

    def test_waits_for_its_hour(self, project):
        nightly.begin_if_due(now=make.NOW)  # noon

        assert not nightly.begin_if_due(now=make.NOW + timedelta(hours=14))
        assert nightly.begin_if_due(now=make.NOW + timedelta(hours=16))

    def test_does_not_begin_on_the_first_day(self, project):
        assert not nightly.begin_if_due(now=make.NOW)

    def test_looks_for_no_consensus_where_nothing_is_new(self, project):
        Consensus.objects.create(
            project=project,
            asked_at=make.NOW + timedelta(hours=1),
            finished_at=make.NOW + timedelta(hours=1),
        )
        nightly.begin_if_due(now=make.NOW)

        nightly.begin_if_due(now=make.NOW + DAY)

        assert not Consensus.objects.filter(finished_at=None).exists()


@pytest.mark.django_db
class TestHistory:
    def test_keeps_the_last_report_of_each_hour(self, project):
        first = AgreementReport.objects.filter(scope="all").get()
        minutes = [0, 10, 59, 61, 119, 240]
        kept = []
        for at in minutes:
            first.pk = None
            first.computed_at = make.NOW + timedelta(minutes=at)
            first.save(force_insert=True)
            kept.append(first.pk)
        recent = make.NOW + timedelta(minutes=200)

        nightly.thin_reports(since=make.NOW, until=recent)

        left = set(
            AgreementReport.objects.filter(scope="all", pk__in=kept).values_list(
                "pk", flat=True
            )
        )
        assert left == {kept[2], kept[4], kept[5]}
