"""Tables and many files at once: mapped, imported by the workers, reported on."""

import csv
import re

import pytest
from playwright.sync_api import expect

from annotator.models import Article
from tests import make
from tests.e2e.giving import WIDE, check_looks, choose_table

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def project(lead, ana):
    return make.project(lead=lead, annotators=(ana,))


@pytest.fixture
def importing(signed_in, lead, project):
    """Open the screen that takes articles in, as its lead."""
    page = signed_in(lead, f"/projects/{project.slug}/articles/new")
    page.set_viewport_size(WIDE)
    return page


class TestATable:
    def test_is_mapped_imported_and_reports_the_row_that_failed(self, importing):
        page = importing
        choose_table(page)
        story = page.get_by_label("What the column Story holds")
        story.select_option("text")
        page.get_by_label("What the column Paper holds").select_option("author")
        expect(page.get_by_text("Row 3")).to_be_visible()
        first = page.locator("article")
        expect(first).to_contain_text("It rained for a week")
        expect(page.get_by_text("Wire", exact=True).last).to_be_visible()

        page.get_by_role("button", name="Start import").click()
        expect(page.get_by_text("Done", exact=True)).to_be_visible()
        expect(page.get_by_text("4 of 4 rows")).to_be_visible()
        failed = page.get_by_role("row").filter(has_text="Nothing")
        expect(failed).to_contain_text("3")
        with page.expect_download() as waiting:
            page.get_by_role("link", name="Download as CSV").click()
        rows = list(csv.DictReader(waiting.value.path().read_text().splitlines()))
        assert [row["row"] for row in rows] == ["3"]
        assert {one.author for one in Article.objects.all()} == {"Wire", "Times"}

        page.get_by_role("link", name="See the articles").click()
        expect(page.get_by_text("Snow 🌨")).to_be_visible()
        page.get_by_role("link", name="Imports").click()
        expect(page.get_by_role("link", name="weather.csv")).to_be_visible()

    def test_given_again_doubles_nothing(self, importing):
        for stored in (3, 0):
            importing.goto(re.sub(r"/articles/.*", "/articles/new", importing.url))
            choose_table(importing)
            importing.get_by_label("What the column Story holds").select_option("text")
            importing.get_by_role("button", name="Start import").click()
            expect(importing.get_by_text("Done", exact=True)).to_be_visible()
            figure = importing.get_by_role("definition").first
            expect(figure).to_contain_text(str(stored))
        assert Article.objects.count() == 3

    def test_of_which_no_column_is_the_text_cannot_be_started(self, importing):
        choose_table(importing)
        importing.get_by_label("What the column Story holds").select_option("text")
        importing.get_by_label("What the column Story holds").select_option("")

        expect(
            importing.get_by_text("Say which column holds the text.")
        ).to_be_visible()
        expect(importing.get_by_role("button", name="Start import")).to_be_disabled()


class TestSeveralFiles:
    def test_become_an_article_each(self, importing):
        importing.locator("input[type=file]").set_input_files(
            [
                {
                    "name": f"{name}.txt",
                    "mimeType": "text/plain",
                    "buffer": f"The {name} closed, the mayor said.".encode(),
                }
                for name in ("school", "road", "port")
            ]
        )
        importing.get_by_role("button", name="Remove road.txt").click()
        importing.get_by_role("button", name="Import 2 files").click()
        expect(importing.get_by_text("Done", exact=True)).to_be_visible()

        assert Article.objects.count() == 2


class TestItsScreens:
    def test_are_open_to_all(self, importing):
        choose_table(importing)
        importing.get_by_label("What the column Story holds").select_option("text")
        check_looks(importing)
        importing.get_by_role("button", name="Start import").click()
        expect(importing.get_by_text("Done", exact=True)).to_be_visible()
        check_looks(importing)
        importing.goto(re.sub(r"/imports/.*", "/imports", importing.url))
        expect(importing.get_by_role("link", name="weather.csv")).to_be_visible()
        check_looks(importing)
