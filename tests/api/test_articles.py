"""Texts in: preview, import, lists, and exact offsets whatever the characters."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from annotator.formats.articles import MAX_CHARACTERS
from annotator.models import Article
from tests import make

pytestmark = pytest.mark.django_db

# Emoji, a combining mark, a no-break space, right-to-left text, CRLF, curly quotes.
MIXED = (
    "The storm 🌪️ reached the cafe\u0301 at noon, the mayor said.\r\n\r\n"
    "“We lost\u00a0twelve roofs,” a neighbor 👩🏽\u200d🚒 told the radio.\r\n"
    "قال المسؤول إن الطريق مغلق. הדרך סגורה, אמר הדובר.\r\n"
)


def url(project, rest=""):
    return f"/api/v1/projects/{project.slug}/articles/{rest}"


@pytest.fixture
def project(lead, ana):
    return make.project(lead=lead, annotators=(ana,))


class TestImporting:
    def test_keeps_the_text_and_exact_offsets(self, api, lead, project):
        answer = api(lead).post(url(project), {"text": MIXED, "title": "Storm"})

        stored = answer.json()
        assert answer.status_code == 201
        assert stored["text"] == Article.objects.get().text == MIXED
        assert len(stored["claims"]) >= 3
        for claim in stored["claims"]:
            assert MIXED[claim["start"] : claim["end"]] == claim["quote"]

    def test_takes_a_file_byte_for_byte(self, api, lead, project):
        file = SimpleUploadedFile("storm.txt", MIXED.encode())

        answer = api(lead).post(url(project), {"file": file}, format="multipart")

        assert answer.status_code == 201
        assert Article.objects.get().text == MIXED

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
    def test_reads_files_with_a_byte_order_mark(self, api, lead, project, encoding):
        file = SimpleUploadedFile("storm.txt", MIXED.encode(encoding))

        api(lead).post(url(project), {"file": file}, format="multipart")

        assert Article.objects.get().text == MIXED

    def test_counts_the_words_of_the_article_alone(self, api, lead, project):
        text = f"Share this\n\n{make.TEXT}\n\nContinue Reading"

        shown = api(lead).post(url(project, "preview/"), {"text": text}).json()
        stored = api(lead).post(url(project), {"text": text}).json()

        assert shown["words"] == stored["words"] == len(make.TEXT.split())

    def test_keeps_context_around_each_quote(self, api, lead, project):
        api(lead).post(url(project), {"text": make.TEXT})

        text = make.TEXT
        for claim in Article.objects.get().claims.all():
            assert claim.prefix == text[max(0, claim.start - 32) : claim.start]
            assert claim.suffix == text[claim.end : claim.end + 32]

    def test_finds_the_way_the_text_runs(self, api, lead, project):
        arabic = "قال المسؤول إن الطريق مغلق. وقال الوزير إن العمل مستمر."

        stored = api(lead).post(url(project), {"text": arabic}).json()

        assert stored["direction"] == "rtl"

    def test_refuses_the_same_text_twice(self, api, lead, project):
        api(lead).post(url(project), {"text": make.TEXT})

        again = api(lead).post(url(project), {"text": make.TEXT})

        assert again.status_code == 409
        assert again.json()["code"] == "duplicate_article"
        assert Article.objects.count() == 1

    @pytest.mark.parametrize(
        ("given", "refusal"),
        [
            ({}, (400, "invalid")),
            ({"text": ""}, (400, "invalid")),
            ({"text": " \n "}, (400, "no_claims")),
            ({"text": "A null \x00 here."}, (400, "invalid")),
            ({"text": "A lone \ud800 here."}, (400, "invalid")),
            ({"text": "a" * (MAX_CHARACTERS + 1)}, (413, "text_too_long")),
            ({"text": make.TEXT, "url": "javascript:alert(1)"}, (400, "invalid")),
            ({"text": make.TEXT, "published_on": "soon"}, (400, "invalid")),
        ],
    )
    def test_refuses_what_is_no_article(self, api, lead, project, given, refusal):
        answer = api(lead).post(
            url(project), json.dumps(given), content_type="application/json"
        )

        assert (answer.status_code, answer.json()["code"]) == refusal
        assert not Article.objects.exists()

    def test_refuses_a_file_that_is_not_text(self, api, lead, project):
        file = SimpleUploadedFile("picture.png", b"\x89PNG\r\n\x1a\n\x00\xff")

        answer = api(lead).post(url(project), {"file": file}, format="multipart")

        assert (answer.status_code, answer.json()["code"]) == (400, "unknown_format")

    def test_refuses_a_file_too_large_to_be_an_article(self, api, lead, project):
        file = SimpleUploadedFile("much.txt", b"Much. " * 400_000)

        answer = api(lead).post(url(project), {"file": file}, format="multipart")

        assert (answer.status_code, answer.json()["code"]) == (413, "text_too_long")

    def test_is_for_leads(self, api, ana, project):
        for path in (url(project), url(project, "preview/")):
            answer = api(ana).post(path, {"text": make.TEXT})
            assert answer.status_code == 403

        assert not Article.objects.exists()

    def test_is_404_for_leads_of_other_projects(self, api, project):
        other = make.user("Otto")
        make.project(lead=other)

        assert api(other).post(url(project), {"text": "A. B."}).status_code == 404


class TestPreview:
    def test_shows_what_importing_would_do_and_stores_nothing(self, api, lead, project):
        shown = api(lead).post(url(project, "preview/"), {"text": MIXED}).json()

        assert not Article.objects.exists()
        stored = api(lead).post(url(project), {"text": MIXED}).json()
        assert shown["text"] == stored["text"]
        assert shown["dropped"] == stored["dropped"]
        spans = [
            (claim["start"], claim["end"])
            for claim in shown["claims"]
            if not claim["excluded"]
        ]
        assert spans == [(claim["start"], claim["end"]) for claim in stored["claims"]]


class TestLists:
    def test_show_who_is_at_which_article(self, api, lead, ana, project):
        article = make.article(project)
        make.lease(project, ana)
        make.annotate(article.claims.all()[0], ana)

        listed = api(lead).get(url(project)).json()["results"]

        assert listed[0]["claims"] == 3
        assert listed[0]["assignments"] == [
            {
                "id": article.assignments.get().pk,
                "annotator_id": ana.pk,
                "annotator": "Ana",
                "state": "open",
                "answered": 1,
                "by_name": False,
            }
        ]

    def test_take_as_many_queries_however_many(
        self, api, lead, ana, project, django_assert_num_queries
    ):
        make.articles_of(project, 20)
        make.lease(project, ana)
        client = api(lead)

        with django_assert_num_queries(6):
            listed = client.get(url(project)).json()["results"]

        assert len(listed) == 20
        assert listed[0]["id"] > listed[-1]["id"]


class TestOneArticle:
    def test_is_seen_by_its_annotators_and_overseers_only(
        self, api, lead, ana, ben, project
    ):
        article = make.article(project)
        make.lease(project, ana)
        path = f"/api/v1/articles/{article.pk}/"

        seen = {who.name: api(who).get(path).status_code for who in (lead, ana, ben)}

        assert seen == {"Lena": 200, "Ana": 200, "Ben": 404}
