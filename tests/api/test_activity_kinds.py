"""Everything that is done in a project stands in its log, and can be read there."""

import re
from pathlib import Path
from uuid import uuid4

import pytest

from annotator.models import ActKind, Assignment
from annotator.queries.activity import GROUPS, KINDS
from annotator.services.annotations import withdraw
from tests import importing, make, snapshotting
from tests.learning import decided_project, trained
from tests.proposing import current

pytestmark = pytest.mark.django_db


@pytest.fixture
def project(lead, ana):
    return decided_project(lead=lead, annotator=ana, articles=16)


@pytest.fixture
def do(api, lead, project):
    """Give what sends a request as the project's lead, and gives what was answered."""
    client = api(lead)

    def do(method, path, body=None, *, address=None, status=range(200, 300), **more):
        address = address or f"/api/v1/projects/{project.slug}/{path}"
        answer = getattr(client, method)(address, body, **more)
        assert answer.status_code in status, answer.content
        return answer

    return do


@pytest.fixture
def told(do):
    """Give what tells the newest of the log of a kind: who, and the details."""

    def told(kind):
        found = do("get", "activity/", {"kind": kind}).json()["results"][0]
        assert found["kind"] == kind
        return found["actor"] and found["actor"]["name"], found["details"]

    return told


class TestTheGroups:
    def test_hold_every_kind_once(self):
        assert sorted(kind for group in GROUPS.values() for kind in group) == sorted(
            KINDS
        )


class TestArticles:
    def test_that_were_added(self, do, told):
        made = do("post", "articles/", {"text": make.TEXT, "title": "Ferries"}).json()

        assert told("article_added") == (
            "Lena",
            {"article_id": made["id"], "article": "Ferries", "claims": 3},
        )

    def test_whose_language_was_corrected(self, do, told, project):
        article = make.article(project)
        address = f"/api/v1/articles/{article.pk}/"

        do("patch", "", {"language": "de"}, address=address)
        do("patch", "", {"language": "de"}, address=address)

        changes = {"language": ["", "de"]}
        about = {"article_id": article.pk, "article": article.title}
        assert told("article_changed") == ("Lena", {**about, "changes": changes})
        assert project.acts.filter(kind="article_changed").count() == 1

    def test_that_were_imported(self, do, told, project):
        file = make.jsonl({"text": make.TEXT}, {"text": make.TEXT}, {"text": ""})
        made = do("post", "imports/", {"file": file}, format="multipart").json()
        about = {"import_id": made["id"], "name": "many.jsonl"}
        assert told("import_started") == ("Lena", {**about, "resumed": False})

        importing.work(project.imports.get())

        ended = {"stored": 1, "duplicates": 1, "failed": 1, "error": ""}
        assert told("import_ended") == (None, {**about, "state": "done", **ended})

    def test_whose_import_was_stopped_and_went_on(self, do, told):
        file = make.jsonl({"text": make.TEXT})
        made = do("post", "imports/", {"file": file}, format="multipart").json()

        do("post", f"imports/{made['id']}/cancel/")
        who, ended = told("import_ended")
        do("post", f"imports/{made['id']}/resume/")

        assert (who, ended["state"]) == ("Lena", "canceled")
        assert told("import_started")[1]["resumed"] is True

    def test_of_one_import_are_one_entry(self, do, project):
        rows = [{"text": make.text(number)} for number in range(30)]
        before = len(do("get", "activity/", {"kind": "articles"}).json()["results"])

        importing.work(importing.start(project, make.jsonl(*rows)))

        after = do("get", "activity/", {"kind": "articles"}).json()["results"]
        assert len(after) == before + 2

    def test_that_were_given_and_taken_away(self, do, told, ana, project):
        new = [make.article(project, make.text(number)) for number in range(4)]
        body = {"annotator": ana.pk, "articles": [one.pk for one in new]}
        who = {"annotator_id": ana.pk, "annotator": "Ana"}

        do("post", "assignments/", body)
        one = Assignment.objects.get(article=new[0])
        do("delete", f"assignments/{one.pk}/")

        titles = [one.title for one in new[:3]]
        assert told("articles_assigned") == (
            "Lena",
            {**who, "articles": 4, "titles": titles},
        )
        assert told("assignment_withdrawn") == (
            "Lena",
            {**who, "article_id": new[0].pk, "article": new[0].title},
        )

    def test_whose_claims_were_changed(self, do, told, api, ana, project):
        article = make.article(project)
        make.lease(project, ana)
        claim = current(article)[1]
        made = api(ana).post(
            f"/api/v1/claims/{claim.pk}/proposals/",
            {"client_id": str(uuid4()), "kind": "exclude"},
        )

        do(
            "post",
            "",
            {"accept": True},
            address=f"/api/v1/proposals/{made.json()['id']}/decision/",
        )

        assert told("proposal_decided") == (
            "Lena",
            {
                "accepted": True,
                "change": "exclude",
                "proposed_by": "Ana",
                "article_id": article.pk,
                "article": article.title,
                "claim": claim.pk,
                "number": 2,
            },
        )


class TestAnswers:
    def test_that_were_imported(self, do, told, ana, project):
        claim = make.article(project).claims.all()[0]

        do("post", "annotations/import/", {"annotations": [make.row(claim, ana)]})

        counts = {"created": 1, "changed": 0, "unchanged": 0}
        assert told("answers_imported") == ("Lena", counts)
        who, answer = told("answer_created")
        assert (who, answer["claim"], answer["imported"]) == ("Ana", claim.pk, True)

    def test_that_were_exported(self, do, told):
        list(do("get", "export/annotations.jsonl").streaming_content)

        assert told("labels_exported")[0] == "Lena"

    def test_that_a_snapshot_was_taken_of(self, do, told, project):
        options = {"filters": {"min_votes": 1}, "formats": ["csv"], "splits": None}
        made = do("post", "snapshots/", options).json()
        taken = snapshotting.work(project.snapshots.get())

        do("delete", f"snapshots/{made['id']}/")

        about = {"snapshot_id": made["id"]}
        asked = {**options, "formats": ["csv", "parquet"], "text": False}
        assert told("snapshot_started") == ("Lena", {**about, **asked})
        deleted = {**about, "digest": taken.digest}
        assert told("snapshot_deleted") == ("Lena", deleted)

    def test_that_were_taken_back(self, do, told, ana, project):
        claim = make.article(project).claims.all()[0]
        make.lease(project, ana)
        make.annotate(claim, ana)

        withdraw(claim=claim, annotator=ana, client_id=uuid4(), now=make.NOW)

        who, answer = told("answer_withdrawn")
        assert (who, answer["after"]) == ("Ana", None)


class TestSettings:
    def test_of_the_queue(self, do, told):
        do("patch", "queue/settings/", {"order": "random", "suggestion_mode": "shown"})

        changes = {
            "order": ["oldest", "random"],
            "suggestion_mode": ["hidden", "shown"],
        }
        assert told("queue_changed") == ("Lena", {"changes": changes})

    def test_that_stay_are_no_news(self, do):
        do("patch", "queue/settings/", {"order": "oldest"})

        assert do("get", "activity/", {"kind": "queue_changed"}).json()["results"] == []

    def test_of_suggestions(self, do, told, project):
        trained(project)

        do("patch", "suggestions/", {"is_on": True})
        do("patch", "suggestions/", {"is_on": True})

        changes = {"learned_suggestions": [False, True]}
        assert told("settings_changed") == ("Lena", {"changes": changes})
        page = do("get", "activity/", {"kind": "settings_changed"}).json()
        assert len(page["results"]) == 1

    def test_about_learning_and_counting(self, do, told):
        do("post", "suggestions/")
        do("post", "agreement/recompute/")

        assert told("training_started") == ("Lena", {"articles": 16})
        assert told("recomputation_started") == ("Lena", {"reason": "repair"})


class TestEveryOtherKind:
    def test_is_noted_by_its_request(self, do, told, api, ana, project):
        types = do("get", "").json()["source_types"]
        wanted = [{**one, "name": f"{one['name']}!"} for one in types]
        invited = do("post", "invitations/", {"role": "viewer"}).json()
        secret = re.sub(".*#", "", invited["link"])
        joins = api(make.user("Cleo"))

        do("patch", "", {"name": "Boats"})
        do("put", "source-types/", {"source_types": wanted})
        do("post", "guidelines/", {"body": "#", "change_note": "Short", "base": 1})
        joined = joins.post("/api/v1/invitations/accept/", {"secret": secret})
        again = do("post", "invitations/", {"role": "viewer"}).json()
        do("delete", f"invitations/{again['id']}/")
        for change in ({"quota": 3}, {"active": False}, {"active": True}):
            do("patch", f"members/{ana.pk}/", change)

        assert joined.status_code == 200
        changes = {"name": ["Ferries", "Boats"]}
        assert told("settings_changed") == ("Lena", {"changes": changes})
        assert told("source_types_changed")[1]["changed"]
        assert told("guidelines_published")[1]["change_note"] == "Short"
        assert told("member_invited")[1]["role"] == "viewer"
        assert told("invitation_revoked")[1]["role"] == "viewer"
        assert told("member_joined")[0] == "Cleo"
        for kind in ("member_changed", "member_deactivated", "member_restored"):
            assert told(kind)[1]["name"] == "Ana"
        assert told("project_created")[0] == "Lena"

    def test_is_spoken_of_in_this_module(self):
        """A new kind needs its test here."""
        text = Path(__file__).read_text()

        assert [kind for kind in ActKind if f'"{kind}"' not in text] == []
