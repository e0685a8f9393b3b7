"""`manage.py agreement PROJECT` prints what a lead reads."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from annotator.models import TallySum
from annotator.services import agreement
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def project():
    people = [make.user("Ana"), make.user("Ben")]
    made = make.annotated_project(people, ["nn", "nn", "aa", "na"])
    agreement.report_agreement(project=made, now=make.NOW)
    return made


def said(*arguments):
    out, err = StringIO(), StringIO()
    call_command("agreement", *arguments, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


class TestProject:
    def test_is_shown_as_a_table(self, project):
        text, _ = said(project.slug)

        lines = text.splitlines()
        assert lines[0].startswith(
            "Ferries: 4 claims in 1 article, computed 2026-05-04"
        )
        (alpha, _) = (line for line in lines if line.startswith("Krippendorff's"))
        assert alpha.split()[2] == "0.533"  # as worked by hand in test_agreement
        assert "By guideline revision" in lines
        assert "2026-05-04" in text

    def test_gives_the_reports_figures_as_json(self, project):
        text, _ = said(project.slug, "--json")

        newest = project.reports.filter(scope="all")[0]
        assert json.loads(text) == newest.variables

    def test_says_what_is_not_counted_yet(self, project):
        claim = project.articles.get().claims.all()[0]
        make.annotate(claim, project.memberships.get(user__name="Ana").user)

        text, _ = said(project.slug)

        assert "1 change not yet counted." in text

    def test_is_counted_anew_if_asked(self, project):
        TallySum.objects.all().delete()

        text, progress = said(project.slug, "--recompute")

        assert "0.533" in text
        assert progress == "Counted 1 of 1 parts.\n"
        assert TallySum.objects.exists()

    def test_that_was_never_counted_is_refused(self):
        with pytest.raises(CommandError, match="Nothing of Ferries was counted yet"):
            said(make.project().slug)

    def test_that_answers_do_not_fit_is_refused(self, project):
        project.confidence_words = ["Low", "High"]
        project.save()

        with pytest.raises(CommandError, match="confidence 3"):
            said(project.slug, "--recompute")

    def test_that_is_not_there_is_refused(self):
        with pytest.raises(CommandError, match="There is no project nowhere"):
            said("nowhere")

    def test_does_not_go_with_a_file(self):
        with pytest.raises(CommandError, match="--recompute goes with a project"):
            said("--file", "x.csv", "--recompute")
