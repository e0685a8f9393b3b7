"""Keys of one's own: changed in the account, used at once, kept with the account."""

import pytest
from playwright.sync_api import expect

from tests import make
from tests.e2e.answering import answer, saved, sign_in, sign_out, text_of
from tests.e2e.quay import answers, at_claim, press, told

pytestmark = pytest.mark.django_db(transaction=True)

WHY = "Why is it skipped?"


@pytest.fixture
def project(ana):
    made = make.project(annotators=(ana,))
    make.article(made, text_of(6))
    return made


@pytest.fixture
def annotate(site, project):
    return f"{site.address}/projects/{project.slug}/annotate"


def row(page, command):
    """Find the keys of a command in the help sheet or in the account."""
    return page.locator("dl > div, tr").filter(has_text=command)


def change(page, command, key, *, removed=None):
    """Give a command another key by keyboard."""
    page.get_by_role("button", name=f"Change the keys of “{command}”").focus()
    press(page, "Enter")
    dialog = page.get_by_role("dialog", name=f"Keys of “{command}”")
    expect(dialog.get_by_label("Press the new key")).to_be_focused()
    press(page, key)
    if removed:
        dialog.get_by_role("button", name=f"Remove {removed}").press("Enter")
    dialog.get_by_role("button", name="Keep").press("Enter")
    expect(page.get_by_role("status").filter(has_text=f"{command}: ")).to_be_visible()


def go_to_annotate(page):
    """Go on without loading the page anew."""
    press(page, "Control+k")
    expect(page.get_by_role("dialog", name="Commands")).to_be_visible()
    page.keyboard.type("annotate")
    expect(page.get_by_role("option", name="Annotate · Ferries")).to_be_visible()
    press(page, "Enter")


class TestKeysOfOnesOwn:
    def test_hold_at_once_and_outlive_sign_out_and_browser(
        self, browser, site, signed_in, ana, annotate
    ):
        page = signed_in(ana, "/account#keyboard")
        change(page, "Skip this claim", "m", removed="S")
        change(page, "Undo", "u")
        go_to_annotate(page)
        self.check_keys(page)
        ana.refresh_from_db()
        assert ana.preferences["keys"] == {
            "skip": ["m"],
            "undo": ["z", "Backspace", "u"],
        }

        press(page, "?")
        sheet = page.get_by_role("dialog", name="Keyboard shortcuts")
        expect(row(sheet, "Skip this claim").locator("dt")).to_have_text("M")
        expect(row(sheet, "Undo").locator("dt")).to_have_text("Z⌫U")
        press(page, "Escape")
        sign_out(page)
        page.wait_for_url(f"{site.address}/sign-in*")
        sign_in(page, ana.email)
        page.wait_for_url(f"{site.address}/")
        page.goto(annotate)
        self.check_keys(page)

        other = browser.new_context()
        there = other.new_page()
        there.goto(annotate)
        sign_in(there, ana.email)
        self.check_keys(there)
        other.close()

    def check_keys(self, page):
        """Check both keys, and leave the first claim open."""
        at_claim(page, 1, 6)
        why = page.get_by_text(WHY, exact=True)
        press(page, "s")
        press(page, "m")
        # Had S still meant skipping, the second key would have skipped the claim.
        expect(why).to_be_visible()
        press(page, "1")
        at_claim(page, 2, 6)
        press(page, "u")
        told(page, "Undone. Claim 1: not answered")
        at_claim(page, 1, 6)
        saved(page)
        assert answers() == {}


class TestWithoutSingleKeys:
    def test_letters_do_nothing_and_tab_and_enter_do_it_all(
        self, signed_in, ana, annotate, project
    ):
        page = signed_in(ana, f"/projects/{project.slug}/annotate")
        answer(page, 1, "13")
        at_claim(page, 2, 6)
        press(page, "?")
        switch = page.get_by_label("Use single-key shortcuts")
        switch.focus()
        with page.expect_response("**/me/preferences/"):
            press(page, "Space")
        expect(switch).not_to_be_checked()
        press(page, "Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)

        press(page, *"13szf")
        at_claim(page, 2, 6)
        expect(page.get_by_text(WHY)).to_have_count(0)
        page.get_by_role("button", name="Anonymous source").first.focus()
        press(page, "Enter")
        expect(page.get_by_role("button", name="Low")).to_be_focused()
        press(page, "Tab", "Enter")
        at_claim(page, 3, 6)
        saved(page)
        found = answers()
        assert {n: one["answer"] for n, one in found.items()} == {
            1: ("named", 3),
            2: ("anonymous", 2),
        }
        assert found[2]["flags"] == []

        page.reload()
        at_claim(page, 3, 6)
        press(page, "1")
        press(page, "Control+k")
        expect(page.get_by_role("dialog", name="Commands")).to_be_visible()
        ana.refresh_from_db()
        assert ana.preferences["single_keys"] is False
