"""Exports that give what has changed since a cursor, over REST."""

import csv
import io
import json
from datetime import timedelta
from uuid import uuid4

import pyarrow.parquet as pq
import pytest
from django.utils import timezone

from annotator.models import Role
from annotator.services import annotations, projects
from tests import make

pytestmark = pytest.mark.django_db


def url(project, file, query=""):
    return f"/api/v1/projects/{project.slug}/export/{file}?{query}"


def pulled(client, project, file, since, query=""):
    """Give the rows that have changed, and the cursor that goes on after them."""
    answer = client.get(url(project, file, f"updated_since={since}&{query}"))
    assert answer.status_code == 200
    return read(file, answer.getvalue()), answer["OnRecord-Cursor"]


def read(file, content):
    if file.endswith("jsonl"):
        return [json.loads(line) for line in content.splitlines()]
    if file.endswith("csv"):
        return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    return pq.read_table(io.BytesIO(content)).to_pylist()


@pytest.fixture
def project(lead, ana, ben):
    made = make.project(lead=lead, annotators=(ana, ben))
    for outlet, article in zip(
        ("Harbor Post", "Bay News"), make.articles_of(made, 2), strict=True
    ):
        article.outlet = outlet
        article.save()
    for who in (ana, ben):
        for article in make.lease(made, who):
            make.annotate(article.claims.first(), who)
    return made


@pytest.fixture
def claim(project):
    return project.articles.first().claims.first()


@pytest.fixture
def withdraw(claim, ana):
    return lambda: annotations.withdraw(
        claim=claim, annotator=ana, client_id=uuid4(), now=make.NOW
    )


def code(project, who):
    return project.participants.get(user=who).code


class TestAPull:
    @pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
    def test_gives_annotations_and_then_what_became_of_them(
        self, api, lead, project, claim, ana, form, withdraw
    ):
        file = f"annotations.{form}"
        plain = read(file, api(lead).get(url(project, file)).getvalue())

        rows, cursor = pulled(api(lead), project, file, "start")

        assert len(rows) == len(plain) == 4
        for row in rows:
            assert {name: row[name] for name in row.keys() - ADDED} in plain
            assert row["deleted"] in (False, "false")
        assert pulled(api(lead), project, file, rows[1]["cursor"])[0] == rows[2:]
        withdraw()
        (gone,), cursor = pulled(api(lead), project, file, cursor)
        assert gone["deleted"] in (True, "true")
        assert int(gone["claim_id"]) == claim.pk
        assert gone["annotator"] == code(project, ana)
        assert gone.get("quote") in (None, "")
        assert pulled(api(lead), project, file, cursor)[0] == []

    @pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
    def test_gives_claims_whose_votes_changed(
        self, api, lead, project, claim, form, withdraw
    ):
        file = f"claims.{form}"
        plain = read(file, api(lead).get(url(project, file)).getvalue())

        rows, cursor = pulled(api(lead), project, file, "start")

        told = [{name: row[name] for name in row.keys() - ADDED} for row in rows]
        assert told == plain
        withdraw()
        (changed,), _ = pulled(api(lead), project, file, cursor)
        assert int(changed["claim_id"]) == claim.pk
        assert int(changed["answers"]) == 1

    def test_goes_with_names_text_people_and_outlets(
        self, api, lead, project, ana, ben, withdraw
    ):
        mine = f"annotators={code(project, ana)}&outlets=Harbor Post&names=true"
        (row,), cursor = pulled(api(lead), project, "annotations.jsonl", "start", mine)
        assert (row["annotator_name"], row["article_outlet"]) == ("Ana", "Harbor Post")
        here = "outlets=Bay News&text=true"
        rows, seen = pulled(api(lead), project, "claims.jsonl", "start", here)
        assert {row["article_outlet"] for row in rows} == {"Bay News"}
        assert all(row["quote"] in row["text"] for row in rows)

        withdraw()

        (gone,), _ = pulled(api(lead), project, "annotations.jsonl", cursor, mine)
        assert gone["deleted"]
        assert pulled(api(lead), project, "claims.jsonl", seen, here)[0] == []

    @pytest.mark.parametrize(
        "query", ["since=2026-01-01", "until=2030-01-01", "min_votes=1", "decided=true"]
    )
    def test_goes_with_no_filter_that_rows_can_come_and_go_by(
        self, api, lead, project, query
    ):
        for file in ("annotations.jsonl", "claims.csv"):
            answer = api(lead).get(url(project, file, f"updated_since=start&{query}"))

            assert answer.status_code == 400
            assert answer.json()["code"] == "filter_with_cursor"
        who = f"updated_since=start&annotators={project.participants.first().code}"
        answer = api(lead).get(url(project, "claims.parquet", who))
        assert answer.json()["code"] == "filter_with_cursor"

    def test_refuses_what_is_no_cursor(self, api, lead, project):
        _, other = pulled(api(lead), project, "claims.jsonl", "start")
        _, mine = pulled(api(lead), project, "annotations.jsonl", "start")
        for cursor in ("yesterday", "1.a.2", "%00", "x" * 300, "", other, mine + "!"):
            answer = api(lead).get(
                url(project, "annotations.jsonl", f"updated_since={cursor}")
            )

            assert answer.status_code == 400
            assert answer.json()["code"] in {"bad_cursor", "invalid"}

    def test_is_for_those_alone_who_may_export(self, api, project, ana, lead):
        reader = make.user("Vera")
        projects.add_member(project=project, user=reader, role=Role.VIEWER)

        def status(who, query=""):
            path = url(project, "annotations.jsonl", f"updated_since=start&{query}")
            return api(who).get(path).status_code

        assert [status(who) for who in (reader, ana, make.user("Eve"))] == [
            200,
            403,
            404,
        ]
        assert status(reader, "names=true") == 403

    def test_is_noted_where_it_begins_and_then_once_a_day(self, api, lead, project):
        noted = project.acts.filter(kind="labels_exported")
        _, cursor = pulled(api(lead), project, "annotations.jsonl", "start")
        assert noted.count() == 1

        pulled(api(lead), project, "annotations.jsonl", cursor)

        assert noted.count() == 1
        pulled(api(lead), project, "annotations.jsonl", cursor, "names=true")
        assert noted.count() == 2
        noted.update(at=timezone.now() - timedelta(days=2))
        pulled(api(lead), project, "annotations.jsonl", cursor)
        pulled(api(lead), project, "annotations.jsonl", cursor)
        assert noted.count() == 3


ADDED = {"deleted", "cursor"}
