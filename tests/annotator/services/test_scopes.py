"""What agreement is reported of: everything, a revision, a week; labels collapsed."""

import pytest

from annotator.models import AgreementReport
from annotator.queries.sums import read_all_sums
from annotator.services import agreement
from annotator.services.guidelines import publish_guidelines
from tests import make
from tests.counting import sums_from_scratch


def report(project):
    return agreement.report_agreement(project=project, now=make.NOW)


def people(*names):
    return [make.user(name) for name in names]


@pytest.mark.django_db
class TestScopes:
    def test_are_everything_each_revision_and_each_week(self):
        ana, ben = people("Ana", "Ben")
        project = make.annotated_project([ana, ben], ["nn", "na"])
        publish_guidelines(
            project=project, author=ana, body="Anew", now=make.NOW, change_note=""
        )
        other = make.article(project)
        for who in (ana, ben):
            make.lease(project, who)
            for claim in other.claims.all():
                make.annotate(claim, who, "anonymous", minutes=60 * 24 * 7)

        report(project)

        units = {
            one.scope: one.variables["source_type"]["units"]
            for one in AgreementReport.objects.all()
        }
        # NOW is a Monday.
        assert units == {
            "all": 5,
            "revision:1": 2,
            "revision:2": 3,
            "week:2026-05-04": 2,
            "week:2026-05-11": 3,
        }

    def test_move_an_answer_that_is_changed_later(self):
        ana, ben = people("Ana", "Ben")
        project = make.annotated_project([ana, ben], ["nn", "na"])
        report(project)
        claim = project.articles.get().claims.first()
        make.annotate(claim, ana, "unclear", minutes=60 * 24 * 7)

        report(project)

        newest = {one.scope: one for one in AgreementReport.objects.order_by("pk")}
        counted = {
            scope: one.variables["source_type"]["ratings"]
            for scope, one in newest.items()
        }
        assert counted["week:2026-05-04"] == 3
        assert counted["week:2026-05-11"] == 1
        assert read_all_sums(project) == sums_from_scratch(project)

    def test_have_the_collapsed_labels_where_some_map_to_others(self):
        ana, ben = people("Ana", "Ben")
        project = make.annotated_project([ana, ben], ["nn", "nu", "aa"])
        named, unclear = (
            project.source_types.get(key=key) for key in ("named", "unclear")
        )
        unclear.maps_to = named
        unclear.save()

        written = report(project)

        collapsed = written.variables["source_type_collapsed"]
        assert "unclear" not in collapsed["labels"]
        assert collapsed["percent_agreement"] == 1
        assert written.variables["source_type"]["percent_agreement"] < 1
