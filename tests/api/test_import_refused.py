"""Annotations made elsewhere are refused whole, with every reason."""

from datetime import timedelta

import pytest

from annotator.models import (
    Annotation,
    AnnotationEvent,
    Assignment,
    Membership,
    ProjectState,
    Role,
)
from annotator.services import annotation_import
from tests import make
from tests.make import row, skipped

pytestmark = pytest.mark.django_db


def url(project):
    return f"/api/v1/projects/{project.slug}/annotations/import/"


class TestRefusing:
    def refused(self, answer):
        assert answer.status_code == 400
        assert answer["Content-Type"] == "application/problem+json"
        problem = answer.json()
        assert problem["code"] == "annotations_refused"
        assert not Annotation.objects.exists()
        assert not AnnotationEvent.objects.exists()
        assert not Assignment.objects.exists()
        return [(one["row"], one["code"]) for one in problem["rows"]]

    def test_names_every_row_that_is_wrong(self, send, project, claims, ana, lead):
        viewer = make.user("Vi")
        Membership.objects.create(project=project, user=viewer, role=Role.VIEWER)
        elsewhere = make.article(make.project(annotators=(ana,))).claims.first()
        replaced = claims[2]
        project.articles.get().claims.filter(pk=replaced.pk).update(
            replaced_at=make.NOW
        )
        tomorrow = (make.NOW + timedelta(days=36500)).isoformat()

        answer = send(
            row(claims[0], ana),
            row(elsewhere, ana),
            row(claims[0], ana) | {"claim": 2**63 - 1},
            row(replaced, ana),
            row(claims[0], viewer),
            row(claims[0], make.user("Out")),
            row(claims[1], ana, "rumor"),
            row(claims[1], ana, confidence=4),
            row(claims[1], ana, source_type=None),
            {**skipped(claims[1], ana), "confidence": 1},
            row(claims[1], ana, at=tomorrow),
            row(claims[1], ana, guideline_revision=7),
            row(claims[0], ana, "unclear"),
        )

        assert self.refused(answer) == [
            (2, "unknown_claim"),
            (3, "unknown_claim"),
            (4, "unknown_claim"),
            (5, "unknown_annotator"),
            (6, "unknown_annotator"),
            (7, "unknown_source_type"),
            (8, "outside_scale"),
            (9, "incomplete_answer"),
            (10, "incomplete_answer"),
            (11, "in_the_future"),
            (12, "unknown_revision"),
            (13, "given_twice"),
        ]
        assert answer.json()["detail"].startswith("12 of 13 rows")

    def test_names_rows_that_are_none(self, send, claims, ana):
        answer = send(
            row(claims[0], ana),
            {"claim": "x", "annotator": ana.email},
            7,
            row(claims[1], ana, at="2026-01-01 at noon"),
            row(claims[0], ana) | {"claim": 10**20},
        )

        assert self.refused(answer) == [(n, "invalid") for n in (2, 3, 4, 5)]
        assert answer.json()["rows"][0]["reason"].startswith("claim: ")

    def test_names_a_hundred_reasons_at_most(self, send, claims, ana):
        answer = send(*[row(claims[0], ana, "rumor")] * 150)

        assert len(self.refused(answer)) == annotation_import.MOST_NAMED
        assert answer.json()["detail"].startswith("150 of 150 rows")

    @pytest.mark.parametrize("body", [{}, {"annotations": []}, {"annotations": 7}, []])
    def test_of_what_is_no_list_of_rows_says_so(self, api, lead, project, body):
        answer = api(lead).post(url(project), body)

        assert answer.status_code == 400
        assert answer.json()["code"] == "invalid"

    def test_of_too_many_rows_says_so(self, send, claims, ana):
        answer = send(*[{}] * 10_001)

        assert (answer.status_code, answer.json()["code"]) == (400, "invalid")

    def test_of_too_large_a_body_says_so(self, send, claims, ana):
        answer = send(row(claims[0], ana, note="x" * 5 * 1024 * 1024))

        assert (answer.status_code, answer.json()["code"]) == (413, "too_large")

    def test_of_a_closed_project_says_so(self, send, project, claims, ana):
        project.state = ProjectState.CLOSED
        project.save()

        answer = send(row(claims[0], ana))

        assert (answer.status_code, answer.json()["code"]) == (409, "project_closed")

    def test_is_for_all_but_leads(self, api, project, ana, claims):
        viewer = make.user("Vi")
        Membership.objects.create(project=project, user=viewer, role=Role.VIEWER)
        body = {"annotations": [row(claims[0], ana)]}

        seen = [
            api(who).post(url(project), body).status_code
            for who in (ana, viewer, make.user("Out"), None)
        ]

        assert seen == [403, 403, 404, 401]
