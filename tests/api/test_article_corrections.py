"""What a lead corrects in the preview is checked, stored, and shown to overseers."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from annotator.models import Article, Role
from annotator.services import projects
from tests import make

pytestmark = pytest.mark.django_db

TEXT = make.TEXT
PAGE = f"Share this\n\n{TEXT}\n\nContinue Reading"


def url(project, rest=""):
    return f"/api/v1/projects/{project.slug}/articles/{rest}"


def span(part, text=TEXT, **more):
    start = text.index(part)
    return {"start": start, "end": start + len(part), **more}


@pytest.fixture
def project(lead, ana):
    return make.project(lead=lead, annotators=(ana,))


@pytest.fixture
def send(api, lead, project):
    """Give what adds an article as the lead."""
    return lambda **given: api(lead).post(url(project), given)


@pytest.fixture
def preview(api, lead, project):
    return lambda **given: api(lead).post(url(project, "preview/"), given)


class TestPreview:
    def test_says_who_seems_to_stand_behind_each_claim(self, preview, project):
        shown = preview(text=TEXT).json()

        assert shown["threshold"] == project.suggestion_threshold == 0.7
        assert shown["version"]
        assert shown["sentences"]
        for claim in shown["claims"]:
            assert claim["source_type"]
            assert 0 <= claim["score"] <= 1
            for part in ("source", "cue"):
                found = claim[part]
                assert found is None or 0 <= found["start"] < found["end"] <= len(TEXT)

    def test_reads_a_file_with_what_it_says_of_itself(self, api, lead, project):
        page = (
            "<html><head><title>Ferry to stop</title></head><body><article>"
            "<h1>Ferry to stop</h1>"
            + "".join(f"<p>{make.text(number)}</p>" for number in range(5))
            + "</article></body></html>"
        )
        file = SimpleUploadedFile("page.html", page.encode())

        answer = api(lead).post(
            url(project, "preview/"), {"file": file}, format="multipart"
        )

        shown = answer.json()
        assert answer.status_code == 200, shown
        assert shown["title"] == "Ferry to stop"
        assert make.TEXT in shown["text"]
        assert {"outlet", "author", "url", "published_on", "notes"} <= shown.keys()
        assert not Article.objects.exists()

    def test_shows_the_claims_that_were_chosen(self, preview):
        chosen = [span("The ferry will stop running in March"), span(TEXT[-31:])]

        shown = preview(text=TEXT, claims=chosen).json()

        assert [
            {"start": claim["start"], "end": claim["end"]} for claim in shown["claims"]
        ] == chosen

    def test_leaves_out_the_lines_that_were_chosen_and_no_others(self, preview):
        found = preview(text=PAGE).json()["dropped"]
        assert len(found) == 2

        shown = preview(text=PAGE, dropped=found[1:]).json()

        assert shown["dropped"] == found[1:]

    def test_leaves_out_the_lines_that_are_outside(self, preview):
        outside = [span("Budget news", f"Budget news\n\n{TEXT}")]

        shown = preview(text=f"Budget news\n\n{TEXT}", outside=outside).json()

        assert shown["dropped"] == [{**outside[0], "reason": "outside"}]


class TestCorrections:
    def test_are_stored(self, send):
        first, rest = span("The ferry will stop running in March"), span(TEXT[-31:])
        middle = span("Two people who know the budget said that the boat is too old.")

        stored = send(
            text=TEXT,
            author="Ida Moen",
            claims=[rest, first, {**middle, "excluded": True}],
        )

        assert stored.status_code == 201, stored.json()
        article = Article.objects.get()
        spans = [(one.start, one.end) for one in article.claims.order_by("number")]
        assert spans == [(one["start"], one["end"]) for one in (first, rest)]
        assert article.author == stored.json()["author"] == "Ida Moen"
        assert article.claim_count == 2
        assert [(one["start"], one["end"]) for one in stored.json()["excluded"]] == [
            (middle["start"], middle["end"])
        ]
        assert article.excluded[0]["rule"]

    def test_are_the_leads_where_the_extraction_found_something_else(
        self, preview, send
    ):
        found = [
            {"start": claim["start"], "end": claim["end"]}
            for claim in preview(text=TEXT).json()["claims"]
        ]
        cut = found[0]["start"] + 9

        send(
            text=TEXT,
            claims=[
                {**found[0], "end": cut},
                {**found[0], "start": cut},
                *found[1:],
            ],
        )

        origins = Article.objects.get().claims.values_list("origin", flat=True)
        assert list(origins) == ["lead", "lead"] + ["extracted"] * (len(found) - 1)

    def test_keep_the_suggestions_of_the_server(self, send):
        given = span(TEXT[-31:], source_type="anonymous", score=1)

        send(text=TEXT, claims=[given])

        assert Article.objects.get().claims.get().suggestion["score"] != 1

    def test_restore_a_line_that_holds_a_claim(self, send):
        send(text=PAGE, claims=[span("Continue Reading", PAGE), span(TEXT[:40], PAGE)])

        dropped = Article.objects.get().dropped
        assert [PAGE[one["start"] : one["end"]] for one in dropped] == ["Share this"]

    @pytest.mark.parametrize(
        ("given", "words"),
        [
            ({"claims": []}, "no claim"),
            ({"claims": [{"start": 5, "end": 5}]}, "Claim 1: 5 to 5 is empty"),
            ({"claims": [{"start": 9, "end": 4}]}, "Claim 1: 9 to 4 is empty"),
            ({"claims": [{"start": 0, "end": 9999}]}, "9999 is not within the text"),
            ({"claims": [{"start": 3, "end": 4}]}, "holds no word"),
            (
                {"claims": [{"start": 30, "end": 60}, {"start": 0, "end": 31}]},
                "Claims 2 and 1 overlap",
            ),
            (
                {"claims": [{"start": 0, "end": 30, "excluded": True}]},
                "Every claim of this text is excluded",
            ),
            (
                {"dropped": [{"start": 0, "end": 9999, "reason": "date"}]},
                "not within the text",
            ),
            (
                {"dropped": [{"start": 0, "end": 9, "reason": "dull"}]},
                "The reason 'dull' is unknown",
            ),
            (
                {
                    "dropped": [
                        {"start": 0, "end": 9, "reason": "date"},
                        {"start": 8, "end": 12, "reason": "date"},
                    ]
                },
                "Two lines overlap",
            ),
            (
                {
                    "dropped": [{"start": 0, "end": 9, "reason": "date"}],
                    "claims": [{"start": 4, "end": 30}],
                },
                "is in a line that is left out",
            ),
        ],
    )
    def test_are_refused_where_they_cannot_be(self, send, given, words):
        answer = send(text=TEXT, **given)

        assert answer.status_code == 400
        assert answer.json()["code"] in {"wrong_claims", "wrong_dropped", "no_claims"}
        assert words in answer.json()["detail"]
        assert not Article.objects.exists()

    def test_name_ten_wrong_claims_at_most(self, send):
        claims = [{"start": 5, "end": 5}] * 30

        detail = send(text=TEXT, claims=claims).json()["detail"]

        assert "Claim 10:" in detail
        assert "Claim 11:" not in detail
        assert "And 20 more." in detail


class TestSuggestions:
    def test_are_for_leads_and_viewers(self, api, lead, ana, project):
        article = make.article(project)
        make.lease(project, ana)
        viewer = make.user("Vera")
        projects.add_member(project=project, user=viewer, role=Role.VIEWER)
        path = f"/api/v1/articles/{article.pk}/"

        seen = {
            who.name: [
                claim["suggestion"] is not None
                for claim in api(who).get(path).json()["claims"]
            ]
            for who in (lead, viewer, ana)
        }

        assert all(seen["Lena"])
        assert all(seen["Vera"])
        assert not any(seen["Ana"])

    def test_are_not_in_the_queue(self, api, lead, project):
        make.article(project)

        queue = api(lead).post(f"/api/v1/projects/{project.slug}/queue/", {}).json()

        claims = queue["articles"][0]["claims"]
        assert claims
        assert {claim["suggestion"] for claim in claims} == {None}

    def test_take_as_many_queries_however_many(
        self, api, lead, project, django_assert_num_queries
    ):
        article = make.article(project, " ".join(map(make.text, range(30))))
        client = api(lead)

        with django_assert_num_queries(7):
            shown = client.get(f"/api/v1/articles/{article.pk}/").json()

        assert len(shown["claims"]) > 50


class TestBodies:
    def test_that_are_too_large_are_refused(self, api, lead, project):
        body = json.dumps({"text": "Much. " * 1_000_000})

        answer = api(lead).post(url(project), body, content_type="application/json")

        assert (answer.status_code, answer.json()["code"]) == (413, "too_large")

    def test_that_say_nothing_are_refused(self, send):
        assert send().json()["code"] == "invalid"
