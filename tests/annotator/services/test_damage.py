"""What was kept is damaged: it is found, told of and put right; nothing is stuck."""

import pytest

from annotator import tasks
from annotator.models import (
    AgreementAlarm,
    AnnotationEvent,
    ArticleTally,
    Recomputation,
    RecomputationReason,
    TallySum,
    User,
)
from annotator.queries.sums import read_all_sums
from annotator.services import agreement, nightly
from tests import make
from tests.counting import sums_from_scratch
from tests.recounting import finish, run, tally


@pytest.fixture
def project(wide_project):
    agreement.report_agreement(project=wide_project, now=make.NOW)
    return wide_project


def answer_again(project):
    claim = project.articles.all()[0].claims.all()[0]
    make.annotate(claim, User.objects.get(name="Ana"), "anonymous")


def work_off(project):
    """Do what the workers would do with a recomputation that has begun."""
    made = project.recomputations.get(finished_at=None)
    for block in made.blocks.all():
        tally(block)
    assert finish(made)
    return made


def is_right(project):
    assert read_all_sums(project) == sums_from_scratch(project)
    assert not AnnotationEvent.objects.untallied().exists()
    return True


DAMAGE = {
    "a sum is gone": lambda: TallySum.objects.filter(
        scope="all", variable="source_type"
    ).delete(),
    "a sum is no sum": lambda: TallySum.objects.filter(
        scope="all", variable="source_type"
    ).update(counts=b"broken"),
    "an article is no article": lambda: ArticleTally.objects.update(ratings=b"broken"),
}


@pytest.mark.django_db
@pytest.mark.parametrize("damage", DAMAGE)
class TestDamage:
    def test_is_told_of_and_repaired_at_the_next_answer(self, project, damage):
        DAMAGE[damage]()
        answer_again(project)

        tasks.sweep()

        assert AgreementAlarm.objects.get(cleared_at=None).kind == "difference"
        assert work_off(project).reason == RecomputationReason.REPAIR
        agreement.report_agreement(project=project, now=make.NOW)
        assert is_right(project)

    def test_is_told_of_and_repaired_by_the_night(self, project, damage):
        DAMAGE[damage]()
        reports = project.reports.filter(scope="all").count()

        made = run(project, RecomputationReason.NIGHTLY)

        assert made.differences
        assert AgreementAlarm.objects.get(cleared_at=None).kind == "difference"
        assert project.reports.filter(scope="all").count() == reports + 1
        assert is_right(project)
        assert run(project, RecomputationReason.NIGHTLY).differences == []


@pytest.mark.django_db
class TestTheNight:
    def test_finds_a_report_that_is_not_that_of_the_sums(self, project):
        report = project.reports.filter(scope="all")[0]
        report.variables["source_type"]["value"] = 0.123
        report.save()

        made = run(project, RecomputationReason.NIGHTLY)

        assert made.differences == [{"report": "all"}]
        newest = project.reports.filter(scope="all")[0]
        assert newest.variables["source_type"]["value"] != 0.123
        assert run(project, RecomputationReason.NIGHTLY).differences == []

    def test_looks_at_projects_whose_sums_are_all_gone(self, project):
        nightly.begin_if_due(now=make.NOW)
        TallySum.objects.all().delete()

        nightly.begin_if_due(now=make.NOW + nightly.DAY)

        assert work_off(project).reason == RecomputationReason.NIGHTLY
        assert is_right(project)

    def test_takes_changed_labels_for_no_difference(self, project):
        unclear = project.source_types.get(key="unclear")
        unclear.maps_to = project.source_types.get(key="named")
        unclear.save()
        agreement.mark_labels(project=project, now=make.NOW)

        made = run(project, RecomputationReason.NIGHTLY)

        assert made.reason == RecomputationReason.LABELS
        assert not AgreementAlarm.objects.exists()
        newest = project.reports.filter(scope="all")[0]
        assert "source_type_collapsed" in newest.variables

    def test_ends_where_a_label_went_with_its_last_answer(self, project):
        old = project.source_types.create(
            key="document", name="A document", hotkey="6", color="neutral_1", order=6
        )
        claim = project.articles.all()[0].claims.all()[0]
        ana = User.objects.get(name="Ana")
        make.annotate(claim, ana, "document")
        run(project)
        old.archived_at = make.NOW
        old.save()
        make.annotate(claim, ana, "named")

        made = run(project, RecomputationReason.NIGHTLY)

        assert made.finished_at
        assert not AgreementAlarm.objects.exists()
        assert "document" not in read_all_sums(project)["all", "source_type"].labels
        assert not Recomputation.objects.filter(finished_at=None).exists()
