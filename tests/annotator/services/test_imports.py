"""Imports of many articles: each row once, whatever happens to who takes it in."""

import pytest

from annotator.formats.articles import MAX_CHARACTERS
from annotator.models import (
    Article,
    Claim,
    ImportBlock,
    ImportFailure,
    ImportFile,
    ImportPiece,
    ImportState,
)
from annotator.services import import_blocks, import_rows, import_uploads
from tests import importing, make

pytestmark = pytest.mark.django_db


@pytest.fixture
def project(lead):
    return make.project(lead=lead)


@pytest.fixture
def small_blocks(monkeypatch):
    """Cut tables into blocks of two rows."""
    monkeypatch.setattr(import_rows, "MOST_ROWS", 2)


def rows(count):
    return [{"text": make.text(number)} for number in range(count)]


class TestImport:
    def test_stores_every_row_with_claims_and_suggestions(self, project):
        done = importing.work(importing.start(project, make.jsonl(*rows(5))))

        assert (done.state, done.total, done.done) == (ImportState.DONE, 5, 5)
        assert done.ended_at == make.NOW
        assert Article.objects.count() == 5
        for article in Article.objects.all():
            claims = list(article.claims.all())
            assert len(claims) == article.claim_count > 0
            for claim in claims:
                assert article.text[claim.start : claim.end] == claim.quote
                assert claim.suggestion["version"]

    def test_keeps_what_a_row_says_of_its_article(self, project):
        row = {
            "text": make.TEXT,
            "title": "Ferry",
            "outlet": "The Harbor",
            "author": "Ida Moen",
            "url": "https://harbor.example/ferry",
            "published_on": "2026-03-01",
            "language": "en-GB",
        }

        importing.work(importing.start(project, make.jsonl(row)))

        stored = Article.objects.values(*row).get()
        assert {**stored, "published_on": str(stored["published_on"])} == row

    def test_leaves_out_what_a_row_says_that_cannot_be(self, project):
        row = {"text": make.TEXT, "url": "javascript:alert(1)", "author": "Ida " * 99}

        importing.work(importing.start(project, make.jsonl(row)))

        stored = Article.objects.get()
        assert stored.url == ""
        assert len(stored.author) == 200

    def test_removes_the_upload_when_it_is_done(self, project):
        importing.work(importing.start(project, make.jsonl(*rows(3))))

        for model in (ImportFile, ImportPiece, ImportBlock):
            assert not model.objects.exists()

    def test_keeps_large_files_in_pieces(self, project, monkeypatch):
        monkeypatch.setattr(import_uploads, "PIECE", 100)

        begun = importing.start(project, make.jsonl(*rows(5)))

        assert ImportPiece.objects.count() > 5
        assert importing.counts(importing.work(begun)) == (5, 0, 0)

    def test_takes_several_files_as_a_row_each(self, project):
        files = [
            make.SimpleUploadedFile("one.txt", make.text(1).encode()),
            make.SimpleUploadedFile("bad.docx", b"This is no such document."),
            make.SimpleUploadedFile("two.txt", make.text(2).encode()),
        ]

        done = importing.work(importing.start(project, *files))

        assert (done.name, done.state) == ("3 files", ImportState.DONE)
        assert importing.counts(done) == (2, 0, 1)
        failure = ImportFailure.objects.get()
        assert (failure.row, failure.raw) == (2, "bad.docx")
        assert not ImportPiece.objects.exists()


class TestDuplicates:
    def test_are_counted_and_not_stored_again(self, project, small_blocks):
        make.article(project, make.text(0))
        twice = [*rows(3), {"text": make.text(1), "title": "Again"}]

        done = importing.work(importing.start(project, make.jsonl(*twice)))

        assert importing.counts(done) == (2, 2, 0)
        assert Article.objects.count() == 3

    def test_within_one_block_are_stored_once(self, project):
        done = importing.work(importing.start(project, make.jsonl(*rows(1), *rows(1))))

        assert importing.counts(done) == (1, 1, 0)

    def test_are_all_that_a_second_run_finds(self, project):
        importing.work(importing.start(project, make.jsonl(*rows(3))))

        again = importing.work(importing.start(project, make.jsonl(*rows(3))))

        assert importing.counts(again) == (0, 3, 0)
        assert Article.objects.count() == 3

    def test_may_be_in_another_project(self, project):
        make.article(make.project(), make.text(0))

        done = importing.work(importing.start(project, make.jsonl(*rows(1))))

        assert importing.counts(done) == (1, 0, 0)


class TestFailures:
    def test_say_which_row_and_why_and_hold_the_row(self, project):
        bad = {
            2: "{no json",
            3: '{"title": "No text"}',
            4: '{"text": "A null \\u0000 here."}',
            5: '{"text": "A lone \\ud800 here."}',
            6: '{"text": "  "}',
            7: f'{{"text": "{"a" * (MAX_CHARACTERS + 1)}"}}',
        }
        given = [*rows(1), *bad.values(), {"text": make.text(1)}]

        done = importing.work(importing.start(project, make.jsonl(*given)))

        assert importing.counts(done) == (2, 0, len(bad))
        failures = {one.row: one for one in ImportFailure.objects.all()}
        assert failures.keys() == bad.keys()
        for number, raw in bad.items():
            assert failures[number].raw == raw
            assert failures[number].code
            assert failures[number].reason

    def test_refuse_a_row_with_a_wrong_claim_whole(self, project):
        claims = [{"quote": "The island has 900 inhabitants."}, {"quote": "Not there."}]

        done = importing.work(
            importing.start(project, make.jsonl({"text": make.TEXT, "claims": claims}))
        )

        assert importing.counts(done) == (0, 0, 1)
        assert "Not there." in ImportFailure.objects.get().reason
        assert not Claim.objects.exists()

    def test_do_not_hold_up_others_when_the_program_fails(self, project, monkeypatch):
        draft = import_blocks.draft_row

        def failing(project, row, learned):
            if row.number == 2:
                raise RuntimeError("a fault of the program")
            return draft(project, row, learned)

        monkeypatch.setattr(import_blocks, "draft_row", failing)

        done = importing.work(importing.start(project, make.jsonl(*rows(3))))

        assert importing.counts(done) == (2, 0, 1)
        assert ImportFailure.objects.get().code == "internal_error"


class TestClaimsThatCameWithTheirArticle:
    def test_are_stored_as_given(self, project):
        text = make.TEXT
        first = text.index("The island")
        claims = [
            {"quote": "The ferry will stop running in March"},
            {"start": first, "end": len(text), "quote": text[first:]},
        ]

        importing.work(
            importing.start(project, make.jsonl({"text": text, "claims": claims}))
        )

        stored = Claim.objects.order_by("number")
        assert [claim.quote for claim in stored] == [one["quote"] for one in claims]
        assert {claim.origin for claim in stored} == {"imported"}
        assert all(claim.suggestion for claim in stored)
