"""The preview of an article: a lead corrects what was found, then imports it."""

import re

import pytest
from playwright.sync_api import Page, expect

from annotator.models import Article
from tests import make
from tests.e2e.giving import WIDE, check_looks, choose, choose_harbor

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


def claim(page: Page, words: str):
    """Find the claim that holds `words`."""
    return page.locator("article [role=button]").filter(has_text=words)


class TestThePreview:
    def test_is_corrected_by_hand_and_imported(
        self, importing, signed_in, ana, project
    ):
        page = importing
        choose_harbor(page)
        expect(page.get_by_label("Title")).to_have_value("Ferry stays in port")
        expect(page.get_by_label("Outlet")).to_have_value("Harbor Times")
        expect(page.get_by_label("Author")).to_have_value("Nora Vance")
        page.get_by_label("Author").fill("Nora Vance and Ben Ode")

        lines = page.get_by_role("button", name=re.compile("Restore the line"))
        left_out = lines.count()
        page.get_by_role("button", name="Restore the line: Read more").click()
        expect(lines).to_have_count(left_out - 1)
        expect(
            page.get_by_role("button", name="Leave out the line: Read more")
        ).to_be_focused()

        mayor = claim(page, "will stay in port")
        mayor.click()
        page.get_by_role("button", name="Split", exact=True).click()
        expect(page.get_by_role("heading", name="Split where?")).to_be_visible()
        second = page.get_by_role("listitem").filter(
            has_text=re.compile("^because the hull")
        )
        for _ in range(40):
            if second.count():
                break
            page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        expect(claim(page, "because the hull is cracked.")).not_to_contain_text("ferry")

        claim(page, "900 inhabitants").click()
        page.get_by_role("button", name="Exclude", exact=True).click()
        expect(page.get_by_text("excluded: your choice")).to_be_visible()

        page.get_by_role("button", name="Import this article").first.click()
        expect(page.get_by_text("“Ferry stays in port” is imported")).to_be_visible()
        row = page.get_by_role("row").filter(has_text="Ferry stays in port")
        expect(row).to_contain_text("Harbor Times")
        page.close()

        article = Article.objects.get()
        quotes = [one.quote for one in article.claims.all()]
        assert article.author == "Nora Vance and Ben Ode"
        assert "because the hull is cracked." in quotes
        assert not any("900 inhabitants" in quote for quote in quotes)
        assert not any(
            "Read more" in article.text[line["start"] : line["end"]]
            for line in article.dropped
        )
        assert all(
            article.text[one.start : one.end] == one.quote
            for one in article.claims.all()
        )
        reading = signed_in(ana, f"/projects/{project.slug}/annotate")
        card = reading.get_by_role("region", name="Question")
        expect(card).to_contain_text(f"Claim 1 of {len(quotes)}")
        expect(reading.get_by_role("article")).to_contain_text("Read more: The bridge")

    def test_is_corrected_by_keys_alone(self, importing):
        page = importing
        choose_harbor(page)
        selected = page.locator("article [aria-current]")
        # From the heading, where the focus is, to the second claim.
        page.keyboard.press("j")
        expect(selected).to_be_focused()
        article = page.locator("article")
        before = article.inner_text()
        second = selected.get_attribute("aria-label")

        page.keyboard.press("s")
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("Escape")
        expect(article).to_have_text(before, use_inner_text=True)
        page.keyboard.press("s")
        page.keyboard.press("Enter")
        expect(page.get_by_text("Claim split.")).to_be_attached()
        page.keyboard.press("m")
        expect(page.get_by_text("Claims merged.")).to_be_attached()
        page.keyboard.press("e")
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("Shift+ArrowRight")
        page.keyboard.press("Enter")
        expect(page.get_by_text("Edges moved.")).to_be_attached()
        page.keyboard.press("x")
        expect(page.get_by_text("Claim excluded.")).to_be_attached()
        page.keyboard.press("l")
        expect(page.get_by_text("left out: your choice")).to_be_visible()
        for _ in range(5):
            page.keyboard.press("Control+z")
        page.keyboard.press("k")
        page.keyboard.press("j")
        expect(selected).to_have_attribute("aria-label", second or "")
        expect(article).to_have_text(before, use_inner_text=True)

    def test_takes_words_marked_with_the_pointer(self, importing):
        page = importing
        choose_harbor(page)
        page.evaluate(
            """() => {
              const piece = [...document.querySelectorAll("article [data-at]")].find(
                (one) => one.textContent.includes("until March"));
              const at = piece.textContent.indexOf("until March");
              const range = document.createRange();
              range.setStart(piece.firstChild, at + 2);
              range.setEnd(piece.firstChild, at + 8);
              const selection = getSelection();
              selection.removeAllRanges();
              selection.addRange(range);
            }"""
        )
        page.get_by_role("button", name="Add as a claim").click()

        expect(page.locator("article [aria-current]")).to_contain_text("until March,")
        expect(page.locator("article [aria-current]")).not_to_contain_text("port")

    def test_asks_before_corrections_are_lost(self, importing):
        page = importing
        choose_harbor(page)
        page.keyboard.press("j")
        page.keyboard.press("x")

        page.get_by_role("link", name="Guidelines").click()
        page.get_by_role("button", name="Stay", exact=True).click()
        expect(page.get_by_text("excluded: your choice")).to_be_visible()
        page.get_by_role("link", name="Guidelines").click()
        page.get_by_role("button", name="Leave", exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("uidelines")

    def test_keeps_corrections_while_nobody_answers(self, importing, context):
        page = importing
        choose_harbor(page)
        context.set_offline(True)
        page.keyboard.press("j")
        page.keyboard.press("x")
        expect(page.get_by_text("Your corrections are kept here")).to_be_visible()
        page.get_by_role("button", name="Import this article").first.click()
        expect(page.get_by_text("We could not reach the server")).to_be_visible()

        context.set_offline(False)
        expect(page.get_by_text("Your corrections are kept here")).to_have_count(0)
        expect(page.get_by_text("excluded: your choice")).to_be_visible()

    def test_says_why_a_file_is_not_taken(self, importing):
        page = importing
        for content, why in (
            ("\x00\x01\x02\x03" * 99, "Nothing was stored."),
            ("", "There is nothing in this file. Nothing was stored"),
        ):
            choose(page, "notes.txt", content, "text/plain")
            expect(page.get_by_role("alert")).to_contain_text(why)
            expect(page.get_by_role("alert")).to_be_focused()

    def test_is_open_to_all(self, importing):
        choose_harbor(importing)
        check_looks(importing)
        importing.keyboard.press("j")
        importing.keyboard.press("s")
        check_looks(importing)
