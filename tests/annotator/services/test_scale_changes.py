"""Agreement, and saves that meet a change, when the confidence scale is changed."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection

from annotator import tasks
from annotator.models import AgreementAlarm, Annotation
from annotator.queries.sums import read_all_sums
from annotator.services import agreement
from annotator.services.annotation_import import ImportedAnnotation, import_annotations
from annotator.services.annotations import save_answer
from annotator.services.answers import Answer, OutsideScale, Save
from annotator.services.projects import ConfidenceInUse, change_project
from tests import make
from tests.counting import sums_from_scratch
from tests.recounting import finish, tally

LONG = ["Guessing", "Unsure", "Fairly sure", "Sure", "Certain"]
SHORT = ["Low", "High"]


def rescale(project, words):
    lead = project.memberships.get(role="lead").user
    change_project(project=project, lead=lead, now=make.NOW, confidence_words=words)


def report(project):
    tasks.sweep()
    for made in project.recomputations.filter(finished_at=None):
        for block in made.blocks.all():
            tally(block)
        finish(made)
    agreement.report_agreement(project=project, now=make.NOW)
    return project.reports.filter(scope="all")[0].variables


@pytest.mark.django_db
class TestAgreement:
    def test_is_the_same_on_a_longer_scale(self, wide_project):
        before = report(wide_project)

        rescale(wide_project, LONG)
        after = report(wide_project)

        wide_project.refresh_from_db()
        assert after["confidence"]["labels"] == ["1", "2", "3", "4", "5"]
        assert after["source_type"] == before["source_type"]
        assert after["confidence"]["value"] == pytest.approx(
            before["confidence"]["value"]
        )
        assert read_all_sums(wide_project) == sums_from_scratch(wide_project)

    def test_goes_on_after_a_scale_grew_and_shrank(self, wide_project):
        before = report(wide_project)

        rescale(wide_project, LONG)
        report(wide_project)
        rescale(wide_project, ["Low", "Medium", "High"])
        after = report(wide_project)

        assert after == before
        assert not AgreementAlarm.objects.exists()


@pytest.fixture
def project(ana):
    made = make.project(annotators=(ana,))
    make.article(made)
    make.lease(made, ana)
    return made


def at_once(*acts):
    """Do things in as many threads, which begin together; give what came of each."""
    together = Barrier(len(acts))

    def run(act):
        try:
            together.wait(10)
            return act()
        except (OutsideScale, ConfidenceInUse) as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


@pytest.mark.django_db(transaction=True)
class TestAnAnswerThatMeetsAShorterScale:
    @pytest.mark.parametrize("round_", range(5))
    def test_is_on_the_scale_or_refused(self, ana, project, round_):
        claims = list(project.articles.get().claims.all())

        def save(claim):
            answer = Answer(source_type="named", confidence=3)
            return save_answer(
                save=Save(claim.pk, uuid4(), answer), annotator=ana, now=make.NOW
            )

        came, *_ = at_once(
            lambda: rescale(project, SHORT),
            *(lambda claim=claim: save(claim) for claim in claims),
        )

        project.refresh_from_db()
        is_kept = isinstance(came, ConfidenceInUse)
        assert len(project.confidence_words) == (3 if is_kept else 2)
        assert Annotation.objects.exists() == is_kept

    @pytest.mark.parametrize("round_", range(3))
    def test_is_the_same_for_what_is_imported(self, ana, project, round_):
        lead = project.memberships.get(role="lead").user
        row = ImportedAnnotation(
            claim=project.articles.get().claims.first().pk,
            annotator=ana.email,
            answer=Answer(source_type="named", confidence=3),
        )

        def take_in():
            try:
                import_annotations(project=project, lead=lead, rows=[row], now=make.NOW)
            except Exception as refusal:  # noqa: BLE001
                return refusal

        came, _ = at_once(lambda: rescale(project, SHORT), take_in)

        project.refresh_from_db()
        is_kept = isinstance(came, ConfidenceInUse)
        assert len(project.confidence_words) == (3 if is_kept else 2)
        assert Annotation.objects.exists() == is_kept
