"""Imports over REST: begun, watched, stopped and gone on with."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from rest_framework.test import APIClient

from annotator.models import Article, ArticleImport, ImportPiece
from tests import importing, make

pytestmark = pytest.mark.django_db

COUNTS = ["total", "done", "stored", "duplicates", "failed"]


@pytest.fixture
def project(lead, ana):
    return make.project(lead=lead, annotators=(ana,))


@pytest.fixture
def url(project):
    return f"/api/v1/projects/{project.slug}/imports/"


@pytest.fixture
def client(api, lead):
    return api(lead)


@pytest.fixture
def send(client, url):
    """Give what sends files, as a lead."""

    def post(*files, rest="", **more):
        file = files[0] if rest else list(files)
        return client.post(f"{url}{rest}", {"file": file, **more}, format="multipart")

    return post


class Endless:
    """A body that goes on as long as somebody reads it; `most` is what at once."""

    most = 0

    def read(self, size=-1):
        self.most = max(self.most, size)
        return bytes(size)

    readline = read


def rows(count):
    return [{"text": make.text(number)} for number in range(count)]


def table(text):
    return SimpleUploadedFile("many.csv", text.encode())


class TestStarting:
    def test_answers_at_once_and_leaves_the_work_to_the_workers(
        self, send, client, url
    ):
        answer = send(make.jsonl(*rows(3)))

        begun = answer.json()
        assert answer.status_code == 202
        assert (begun["name"], begun["state"]) == ("many.jsonl", "waiting")
        assert [begun[name] for name in COUNTS] == [None, 0, 0, 0, 0]
        assert not Article.objects.exists()
        importing.work(ArticleImport.objects.get())
        done = client.get(f"{url}{begun['id']}/").json()
        assert (done["state"], done["error"]) == ("done", "")
        assert [done[name] for name in COUNTS] == [3, 3, 3, 0, 0]
        assert done["ended_at"]

    def test_reads_columns_as_they_are_mapped(self, send):
        text = f'a,b,c\n"{make.TEXT}",Ferry,1\n'
        mapping = {"a": "text", "b": "title", "c": None}

        send(table(text), mapping=json.dumps(mapping))

        importing.work(ArticleImport.objects.get())
        assert Article.objects.values_list("text", "title").get() == (
            make.TEXT,
            "Ferry",
        )

    @pytest.mark.parametrize(
        "mapping", ["[]", "{", '{"a": "color"}', '{"a": "text", "b": "text"}', "7"]
    )
    def test_refuses_a_mapping_that_is_none(self, send, mapping):
        answer = send(make.jsonl(*rows(1)), mapping=mapping)

        assert (answer.status_code, answer.json()["code"]) == (400, "invalid")
        assert not ArticleImport.objects.exists()

    @pytest.mark.parametrize(
        ("name", "content", "code"),
        [
            ("empty.txt", b"", "invalid"),
            ("picture.png", b"\x89PNG\r\n\x1a\n\x00\xff", "unknown_format"),
            ("bad.docx", b"no document", "damaged"),
            ("boats.csv", b"name,color\nboat,red\n", "no_text_column"),
            ("boats.jsonl", b"\n\n", "no_rows"),
        ],
    )
    def test_refuses_one_file_that_is_nothing(self, send, name, content, code):
        answer = send(SimpleUploadedFile(name, content))

        assert (answer.status_code, answer.json()["code"]) == (400, code)
        assert not ArticleImport.objects.exists()

    def test_refuses_a_table_among_other_files(self, send):
        answer = send(
            make.jsonl(*rows(1)), SimpleUploadedFile("one.txt", b"One thing.")
        )

        assert answer.json()["code"] == "one_table_alone"
        assert not ImportPiece.objects.exists()

    def test_refuses_more_files_than_are_taken(self, send):
        files = [SimpleUploadedFile(f"{n}.txt", b"One thing.") for n in range(101)]

        answer = send(*files)

        assert (answer.status_code, answer.json()["code"]) == (400, "too_many_files")

    def test_refuses_no_file(self, client, url):
        answer = client.post(url, {}, format="multipart")

        assert answer.json()["code"] == "invalid"

    @pytest.mark.parametrize("path", ["imports/", "articles/", "articles/preview/"])
    def test_refuses_by_its_length_what_is_far_too_large(self, client, project, path):
        body = Endless()

        answer = client.generic(
            "POST",
            f"/api/v1/projects/{project.slug}/{path}",
            content_type="multipart/form-data; boundary=x",
            CONTENT_LENGTH="200000000",
            **{"wsgi.input": body},
        )

        assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
        assert "200.0 MB" in answer.json()["detail"]
        assert body.most <= 1_000_000  # it was let go by, and never kept

    def test_refuses_what_is_far_too_large_from_a_browser_too(self, lead, url):
        # Who is signed in with a session has the body read for a CSRF token.
        browser = APIClient(enforce_csrf_checks=True)
        browser.force_login(lead)
        browser.cookies["csrftoken"] = token = "t" * 32

        answer = browser.generic(
            "POST",
            url,
            content_type="multipart/form-data; boundary=x",
            CONTENT_LENGTH="200000000",
            HTTP_X_CSRFTOKEN=token,
            **{"wsgi.input": Endless()},
        )

        assert (answer.status_code, answer.json()["code"]) == (413, "too_large")

    def test_is_for_leads(self, api, ana, project, url):
        make.article(project)
        make.lease(project, ana)
        begun = importing.start(project, make.jsonl(*rows(1)))
        paths = ["", "preview/", f"{begun.pk}/cancel/", f"{begun.pk}/resume/"]
        reads = [
            "",
            f"{begun.pk}/",
            f"{begun.pk}/failures/",
            f"{begun.pk}/failures.csv",
        ]

        codes = {
            api(ana).post(url + path, format="multipart").status_code for path in paths
        }
        codes |= {api(ana).get(url + path).status_code for path in reads}

        assert codes == {403}

    def test_is_404_for_leads_of_other_projects(self, api, project, url):
        otto = make.user("Otto")
        other = make.project(lead=otto)
        begun = importing.start(project, make.jsonl(*rows(1)))

        assert api(otto).get(f"{url}{begun.pk}/").status_code == 404
        path = f"/api/v1/projects/{other.slug}/imports/{begun.pk}/"
        assert api(otto).get(path).status_code == 404


class TestPreview:
    def test_shows_the_columns_and_the_first_article(self, send):
        text = (
            f'body,headline,color\n"{make.TEXT}",Ferry,red\n"{make.text(1)}",Two,blue\n'
        )

        shown = send(table(text), rest="preview/").json()

        assert shown["kind"] == "csv"
        assert [(one["name"], one["field"]) for one in shown["columns"]] == [
            ("body", "text"),
            ("headline", "title"),
            ("color", None),
        ]
        assert shown["columns"][2]["samples"] == ["red", "blue"]
        assert shown["fields"][0] == "text"
        assert shown["first"]["title"] == "Ferry"
        assert shown["first"]["text"] == make.TEXT
        assert shown["problems"] == []
        assert not ArticleImport.objects.exists()

    def test_names_the_rows_that_would_be_refused(self, send):
        shown = send(make.jsonl("{no json", *rows(1)), rest="preview/").json()

        assert [one["row"] for one in shown["problems"]] == [1]
        assert shown["first"]["text"] == make.text(0)

    def test_shows_the_columns_where_none_is_the_text(self, send):
        shown = send(table(f'x,y\n1,"{make.TEXT}"\n'), rest="preview/").json()

        assert [one["field"] for one in shown["columns"]] == [None, None]
        assert shown["first"] is None

    def test_follows_the_mapping(self, send):
        shown = send(
            table(f'x,y\n1,"{make.TEXT}"\n'),
            rest="preview/",
            mapping='{"y": "text", "x": null}',
        ).json()

        assert shown["first"]["text"] == make.TEXT

    def test_refuses_a_file_with_one_article(self, send):
        answer = send(SimpleUploadedFile("one.txt", b"One thing."), rest="preview/")

        assert (answer.status_code, answer.json()["code"]) == (400, "not_a_table")


class TestWatching:
    def test_takes_as_many_queries_however_many(
        self, client, url, project, django_assert_num_queries
    ):
        for number in range(12):
            importing.start(project, make.jsonl(*rows(number + 1)))

        with django_assert_num_queries(5):
            listed = client.get(url).json()["results"]

        assert len(listed) == 12
        assert listed[0]["id"] > listed[-1]["id"]

    def test_of_one_takes_few_queries(
        self, client, url, project, django_assert_num_queries
    ):
        begun = importing.start(project, make.jsonl(*rows(50)))
        importing.cut(begun)

        with django_assert_num_queries(5):
            client.get(f"{url}{begun.pk}/")

    def test_is_stopped_and_gone_on_with(self, client, url, project):
        begun = importing.start(project, make.jsonl(*rows(3)))

        stopped = client.post(f"{url}{begun.pk}/cancel/")
        again = client.post(f"{url}{begun.pk}/cancel/")
        resumed = client.post(f"{url}{begun.pk}/resume/")
        twice = client.post(f"{url}{begun.pk}/resume/")

        assert (stopped.status_code, stopped.json()["state"]) == (200, "canceled")
        assert (again.status_code, again.json()["code"]) == (409, "import_ended")
        assert (resumed.status_code, resumed.json()["state"]) == (200, "waiting")
        assert (twice.status_code, twice.json()["code"]) == (409, "import_goes_on")
        assert importing.counts(importing.work(begun)) == (3, 0, 0)
