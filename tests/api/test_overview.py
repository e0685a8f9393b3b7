"""What leads read: projects, progress, agreement and the export."""

import json
from uuid import uuid4

import pytest

from annotator.services import agreement
from annotator.services.annotations import annotate
from annotator.services.answers import Answer, Span
from tests import make

pytestmark = pytest.mark.django_db


def url(project, rest=""):
    return f"/api/v1/projects/{project.slug}/{rest}"


@pytest.fixture
def project(ana, ben):
    return make.annotated_project([ana, ben], ["nn", "na", "a.", "aa"])


@pytest.fixture
def overseer(project):
    return project.memberships.get(role="lead").user


class TestProjects:
    def test_lists_those_in_which_one_has_a_role(self, api, ana, project):
        make.project()

        listed = api(ana).get("/api/v1/projects/").json()["results"]

        assert [one["slug"] for one in listed] == [project.slug]
        assert listed[0]["role"] == "annotator"
        assert listed[0]["mine"] == {"answered": 4, "available": 4}
        assert (listed[0]["answers"], listed[0]["answers_needed"]) == (7, 8)
        assert listed[0]["people"] == 3

    def test_count_what_one_could_still_be_given(self, api, ana, project):
        make.article(project)

        listed = api(ana).get("/api/v1/projects/").json()["results"]

        assert listed[0]["mine"] == {"answered": 4, "available": 7}

    def test_show_alpha_to_leads_only(self, api, ana, overseer, project):
        agreement.report_agreement(project=project, now=make.NOW)

        seen = [
            api(who).get("/api/v1/projects/").json()["results"][0]["alpha"]
            for who in (ana, overseer)
        ]

        assert seen[0] is None
        assert seen[1] == pytest.approx(1 - (2 / 6) / (2 * 3 * 3 / (6 * 5)))

    def test_take_as_many_queries_however_many(
        self, api, ana, django_assert_num_queries
    ):
        for _ in range(5):
            make.article(make.project(annotators=(ana,)))
        client = api(ana)

        with django_assert_num_queries(3):
            assert len(client.get("/api/v1/projects/").json()["results"]) == 5

    def test_give_the_words_that_annotators_use(self, api, ana, project):
        detail = api(ana).get(url(project)).json()

        assert [one["key"] for one in detail["source_types"]] == [
            "named",
            "anonymous",
            "official_statement",
            "unattributed",
            "unclear",
        ]
        assert [one["hotkey"] for one in detail["source_types"]] == list("12345")
        assert detail["confidence_scale"][0] == {"value": 1, "word": "Low"}
        assert detail["guideline_revision"] == 1

    def test_give_their_guidelines(self, api, ana, project):
        guidelines = api(ana).get(url(project, "guidelines/")).json()

        assert guidelines["number"] == 1
        assert guidelines["body"].startswith("# Annotator guidelines")


class TestProgress:
    def test_tells_leads_of_everybody(self, api, overseer, project):
        told = api(overseer).get(url(project, "progress/")).json()

        assert (told["answers"], told["answers_needed"]) == (7, 8)
        rows = {
            row["name"]: (row["assigned"], row["answered"], row["articles_done"])
            for row in told["annotators"]
        }
        assert rows == {"Ana": (4, 4, 1), "Ben": (4, 3, 0)}

    def test_tells_annotators_of_themselves(self, api, ana, project):
        told = api(ana).get(url(project, "progress/")).json()

        assert [row["name"] for row in told["annotators"]] == ["Ana"]


class TestAgreement:
    def test_gives_the_newest_report(self, api, overseer, project):
        agreement.report_agreement(project=project, now=make.NOW)

        told = api(overseer).get(url(project, "agreement/")).json()

        figures = told["report"]["variables"]["source_type"]
        assert figures["units"] == 4
        assert figures["pairable_units"] == 3
        assert told["pending"] == 0

    def test_says_what_is_not_yet_taken_in(self, api, overseer, project):
        told = api(overseer).get(url(project, "agreement/")).json()

        assert (told["report"], told["pending"]) == (None, 7)

    def test_answers_304_while_nothing_changed(self, api, overseer, project):
        client = api(overseer)
        tag = client.get(url(project, "agreement/"))["ETag"]
        headers = {"If-None-Match": tag}

        same = client.get(url(project, "agreement/"), headers=headers)
        agreement.report_agreement(project=project, now=make.NOW)
        changed = client.get(url(project, "agreement/"), headers=headers)

        assert (same.status_code, changed.status_code) == (304, 200)

    def test_is_not_for_annotators(self, api, ana, project):
        for path in ("agreement/", "export/annotations.jsonl", "articles/"):
            assert api(ana).get(url(project, path)).status_code == 403

    def test_is_404_in_other_peoples_projects(self, api, project):
        outsider = api(make.user("Out"))

        for path in ("", "agreement/", "progress/", "queue/", "guidelines/"):
            assert outsider.get(url(project, path)).status_code == 404


class TestExport:
    def rows(self, client, project):
        answer = client.get(url(project, "export/annotations.jsonl"))
        assert answer["Content-Type"] == "application/x-ndjson"
        return [json.loads(line) for line in answer.getvalue().splitlines()]

    def test_holds_one_row_an_annotation(self, api, overseer, project):
        rows = self.rows(api(overseer), project)

        article = project.articles.get()
        assert len(rows) == 7
        for row in rows:
            assert article.text[row["start"] : row["end"]] == row["quote"]
        first = rows[0]
        assert first["annotator"] == project.participants.get(user__name="Ana").code
        assert (first["source_type"], first["confidence"]) == ("named", 3)
        assert first["guideline_revision"] == 1
        assert first["created_at"] == "2026-05-04T12:00:00Z"

    def test_holds_skipped_claims_with_their_reason(self, api, overseer, ana, project):
        claim = project.articles.get().claims.first()
        annotate(
            claim=claim,
            annotator=ana,
            answer=Answer(skipped=True, skip_reason="“no claim”"),
            client_id=uuid4(),
            now=make.NOW,
        )

        row = self.rows(api(overseer), project)[0]

        assert (row["skipped"], row["skip_reason"]) == (True, "“no claim”")
        assert (row["source_type"], row["confidence"]) == (None, None)

    def test_holds_what_was_marked_and_what_was_suggested(
        self, api, overseer, ana, project
    ):
        claim = project.articles.get().claims.first()
        annotate(
            claim=claim,
            annotator=ana,
            answer=Answer(
                source_type="named",
                confidence=2,
                source=Span(start=1, end=4),
                suggestion_shown=True,
                suggestion_accepted=False,
            ),
            client_id=uuid4(),
            now=make.NOW,
        )

        row = self.rows(api(overseer), project)[0]

        assert (row["source"], row["cue"]) == ({"start": 1, "end": 4}, None)
        assert (row["suggestion_shown"], row["suggestion_accepted"]) == (True, False)

    def test_is_read_with_a_token(self, api, client, overseer, project):
        made = api(overseer).post("/api/v1/tokens/", {"name": "training"})
        token = made.json()["token"]

        answer = client.get(
            url(project, "export/annotations.jsonl"),
            headers={"Authorization": f"Bearer {token}", "Accept": "text/csv"},
        )

        assert answer.status_code == 200
        assert len(answer.getvalue().splitlines()) == 7

    def test_takes_as_many_queries_however_many(
        self, api, overseer, project, django_assert_num_queries
    ):
        client = api(overseer)

        with django_assert_num_queries(9):
            assert len(self.rows(client, project)) == 7
