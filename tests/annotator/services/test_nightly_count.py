"""The nightly count from scratch: it finds what is wrong and nothing else."""

import pytest

from annotator.models import (
    AgreementAlarm,
    RecomputationReason,
    TallySum,
    User,
)
from annotator.queries.sums import read_all_sums
from annotator.services import agreement
from tests import make
from tests.counting import sums_from_scratch
from tests.recounting import run


@pytest.fixture
def project(wide_project):
    return wide_project


@pytest.mark.django_db
class TestTheNightlyCount:
    def test_finds_nothing_where_all_is_right(self, project):
        agreement.report_agreement(project=project, now=make.NOW)
        reports = project.reports.count()

        made = run(project, RecomputationReason.NIGHTLY)

        assert made.differences == []
        assert not AgreementAlarm.objects.exists()
        assert project.reports.count() == reports

    def test_takes_what_is_due_for_no_difference(self, project):
        agreement.report_agreement(project=project, now=make.NOW)
        article = project.articles.all()[0]
        make.annotate(
            article.claims.all()[0], User.objects.get(name="Ana"), "anonymous"
        )

        made = run(project, RecomputationReason.NIGHTLY)

        assert made.differences == []
        assert read_all_sums(project) == sums_from_scratch(project)

    def test_finds_an_answer_that_was_changed_behind_its_back(self, project):
        agreement.report_agreement(project=project, now=make.NOW)
        article = project.articles.all()[2]
        annotation = article.claims.all()[0].annotations.all()[0]
        annotation.confidence = 1
        annotation.save()

        made = run(project, RecomputationReason.NIGHTLY)

        assert made.differences == [{"article": article.pk}]
        assert AgreementAlarm.objects.get(cleared_at=None).kind == "difference"
        assert read_all_sums(project) == sums_from_scratch(project)

    def test_finds_a_sum_that_is_not_the_sum(self, project):
        agreement.report_agreement(project=project, now=make.NOW)
        wrong = TallySum.objects.get(scope="all", variable="confidence")
        wrong.counts = TallySum.objects.get(
            scope="week:2026-05-11", variable="confidence"
        ).counts
        wrong.save()

        made = run(project, RecomputationReason.NIGHTLY)

        assert made.differences == [{"scope": "all", "variable": "confidence"}]
        assert read_all_sums(project) == sums_from_scratch(project)

        run(project, RecomputationReason.NIGHTLY)

        assert not AgreementAlarm.objects.filter(cleared_at=None).exists()
