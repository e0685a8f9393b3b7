"""Whoever annotates goes on without the server, be it in another tab or browser."""

import re
from contextlib import closing, contextmanager

import pytest
from playwright.sync_api import expect

from tests import make
from tests.e2e.answering import (
    answer,
    claim_button,
    events,
    saved,
    says,
    sign_in,
    sign_out,
    text_of,
)
from tests.e2e.kept import answers_kept, databases, may_be_left, screen_kept
from tests.e2e.quay import press

pytestmark = pytest.mark.django_db(transaction=True)

SAID_IN_IT = "made-up claim"


@pytest.fixture
def cleo():
    return make.user("Cleo")


@pytest.fixture
def project(ana, ben):
    made = make.project(annotators=(ana, ben))
    make.article(made, text_of(4))
    make.article(made, text_of(3).replace("made-up", "other"))
    return made


@pytest.fixture
def annotate(project):
    return f"/projects/{project.slug}/annotate"


@pytest.fixture
def own_browser(browser_type, browser_type_launch_args, tmp_path, watched):
    """Open one browser again and again: it keeps what it has when it is closed."""

    @contextmanager
    def open_():
        arguments = browser_type_launch_args
        context = browser_type.launch_persistent_context(tmp_path, **arguments)
        with closing(context):
            yield watched(context.new_page())

    return open_


def begin(page):
    """Answer the first two claims, and have them saved and the screen kept."""
    answer(page, 1, "13")
    answer(page, 2, "21")
    saved(page)
    screen_kept(page)
    answers_kept(page)


def go_on(page):
    """Finish the article, of which one answer was not sent, and then the next."""
    says(page, re.compile(", 1 kept here"))
    expect(claim_button(page, 1, "Named source, confidence 3")).to_be_visible()
    expect(claim_button(page, 2, "Anonymous source, confidence 1")).to_be_visible()
    expect(claim_button(page, 3, "Named source, confidence 2")).to_be_visible()
    press(page, "g")
    guide = page.get_by_role("complementary", name="Guidelines")
    expect(guide).to_contain_text("What a claim is")
    press(page, "g")
    # A browser that was restarted may have forgotten the last step; there is no fifth.
    press(page, "j")
    answer(page, 4, "33")
    expect(page.get_by_text("Article finished", exact=True)).to_be_visible()
    press(page, "Enter")
    for number in (1, 2, 3):
        answer(page, number, "41")
    says(page, re.compile(", 5 kept here"))


def unreachable(page):
    """Expect to be told so: the page says it after it has tried for seconds."""
    told = page.get_by_text("We could not reach the server")
    expect(told).to_be_visible()


def all_arrived():
    """Tell whether each answer arrived once, and in the order in which it was given."""
    kept = [(event.claim.article_id, event.claim.number) for event in events()]
    first, second = sorted({article for article, _ in kept})
    return kept == [(first, n) for n in (1, 2, 3, 4)] + [(second, n) for n in (1, 2, 3)]


class TestWithoutTheServer:
    @pytest.mark.parametrize(("goes", "comes"), [("kill", "start"), ("freeze", "thaw")])
    def test_a_reload_shows_everything_and_the_work_goes_on(
        self, site, signed_in, ana, annotate, goes, comes
    ):
        page = signed_in(ana, annotate)
        begin(page)
        getattr(site.web, goes)()
        try:
            answer(page, 3, "12")
            says(page, re.compile("1 kept here|Saving…"))
            may_be_left(page)
            page.reload()
            go_on(page)
        finally:
            getattr(site.web, comes)()

        saved(page)

        assert all_arrived()

    def test_a_new_tab_does_the_same(
        self, site, context, watched, signed_in, ana, annotate
    ):
        page = signed_in(ana, annotate)
        begin(page)
        context.set_offline(True)
        answer(page, 3, "12")
        says(page, "Offline, 1 kept here")
        page.close()
        page = watched(context.new_page())
        page.goto(f"{site.address}{annotate}")
        go_on(page)

        context.set_offline(False)
        saved(page)

        assert all_arrived()

    def test_so_does_a_browser_that_was_restarted(
        self, site, own_browser, ana, annotate
    ):
        with own_browser() as page:
            page.goto(f"{site.address}/sign-in")
            sign_in(page, ana.email)
            page.wait_for_url(f"{site.address}/")
            page.goto(f"{site.address}{annotate}")
            begin(page)
            page.context.set_offline(True)
            answer(page, 3, "12")
            says(page, "Offline, 1 kept here")
        site.web.kill()
        try:
            with own_browser() as page:
                page.goto(f"{site.address}{annotate}")
                go_on(page)
        finally:
            site.web.start()

        with own_browser() as page:
            page.goto(f"{site.address}{annotate}")
            saved(page)

        assert all_arrived()


class TestWhoeverComesNext:
    @pytest.fixture
    def left(self, signed_in, ana, annotate):
        """Give the page of somebody who has annotated, and whose articles are kept."""
        page = signed_in(ana, annotate)
        begin(page)
        assert SAID_IN_IT in databases(page)
        return page

    def test_finds_nothing_of_who_signed_out(self, context, site, left, annotate):
        sign_out(left)
        left.wait_for_url(f"{site.address}/sign-in*")

        context.set_offline(True)
        left.goto(f"{site.address}{annotate}")

        unreachable(left)
        assert SAID_IN_IT not in databases(left)

    def test_finds_nothing_of_who_was_there_before(
        self, context, site, left, signed_in, cleo, annotate
    ):
        page = signed_in(cleo, annotate)
        expect(page.get_by_text("not found")).to_be_visible()

        context.set_offline(True)
        page.reload()

        unreachable(page)
        assert SAID_IN_IT not in databases(page)
