"""No answer is lost, whatever happens to network, server, tab or session."""

import re

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Error, expect

from annotator.models import AnnotationEvent
from tests import make
from tests.e2e.answering import (
    answer,
    claim_button,
    events,
    numbers,
    said,
    saved,
    says,
    sign_in,
    sign_out,
    text_of,
)
from tests.e2e.giving import check_looks
from tests.e2e.kept import may_be_left, until

BATCHES = "**/api/v1/annotations/batch/"

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def project(ana, ben):
    made = make.project(annotators=(ana, ben))
    make.article(made, text_of(56))
    return made


@pytest.fixture
def annotate(project):
    return f"/projects/{project.slug}/annotate"


NOTE_SAVES = """
    window.taken = [];
    const send = window.fetch;
    window.fetch = async (request, ...more) => {
        const isBatch = (request.url ?? "").endsWith("/annotations/batch/");
        const sent = isBatch ? await request.clone().json() : { saves: [] };
        const response = await send(request, ...more);
        window.taken.push(...sent.saves.map((save) => save.client_id));
        return response;
    };
"""


def taken(pages):
    """Give the ids of the saves which the server answered, however often it did."""
    return [one for page in pages for one in page.evaluate("window.taken")]


class TestWithoutNetwork:
    def test_fifty_answers_outlive_the_tab_and_arrive_once_and_in_order(
        self, site, context, visit, signed_in, ana, annotate
    ):
        page = signed_in(ana, annotate)
        asked = []
        page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
        for number in range(1, 7):
            answer(page, number, "13")
        saved(page)
        given = AnnotationEvent.objects.count()

        context.set_offline(True)
        for number in range(7, 32):
            answer(page, number, "21")
        says(page, "Offline, 25 kept here")
        site.web.kill()
        try:
            context.set_offline(False)
            for number in range(32, 57):
                answer(page, number, "32")
            says(page, "Not sent yet, 50 kept here")
            may_be_left(page)
            with page.expect_event("close"):
                page.close(run_before_unload=True)
        finally:
            site.web.start()
        assert (given, asked, numbers()) == (6, [], [1, 2, 3, 4, 5, 6])

        saved(visit(annotate))

        assert numbers() == list(range(1, 57))
        assert len({event.client_id for event in events()}) == 56
        assert {event.kind for event in events()} == {"created"}
        assert [said(number) for number in (6, 7, 31, 32, 56)] == [
            ("named", 3),
            ("anonymous", 1),
            ("anonymous", 1),
            ("official_statement", 2),
            ("official_statement", 2),
        ]

    def test_an_answer_whose_reply_was_lost_counts_once(
        self, context, signed_in, ana, annotate
    ):
        page = signed_in(ana, annotate)
        lost = []

        def lose(route):
            if lost:
                route.continue_()
                return
            lost.append(route.fetch().status)
            route.abort()

        context.route(BATCHES, lose)
        answer(page, 1, "13")
        answer(page, 2, "13")
        saved(page)

        assert lost == [200]
        assert numbers() == [1, 2]


class TestACrash:
    def test_of_a_tab_that_sends_leaves_the_sending_to_the_next_one(
        self, context, visit, signed_in, ana, annotate
    ):
        page = signed_in(ana, annotate)
        held = []

        def hold_first(route):
            if held:
                route.continue_()
            else:
                held.append(route)

        context.route(BATCHES, hold_first)
        with page.expect_request(BATCHES):
            answer(page, 1, "13")
            answer(page, 2, "13")
        says(page, "Saving…")
        may_be_left(page)
        with pytest.raises(Error):
            page.goto("chrome://crash")

        saved(visit(annotate))

        assert numbers() == [1, 2]


class TestAnExpiredSession:
    def test_keeps_the_answers_until_the_password_is_given(
        self, signed_in, ana, annotate
    ):
        page = signed_in(ana, annotate)
        answer(page, 1, "13")
        saved(page)
        held = []

        def hold(route):
            held.append(route)

        page.route(BATCHES, hold, times=1)
        answer(page, 2, "23")
        # Not before it is on its way: something else would be refused first.
        until(page, lambda: held)
        Session.objects.all().delete()
        held[0].continue_()

        dialog = page.get_by_role("dialog", name="Sign in to go on")
        expect(dialog).to_be_visible()
        page.keyboard.press("Escape")
        expect(dialog).to_be_hidden()
        answer(page, 3, "33")
        says(page, "Sign in to send 2").click()
        dialog.get_by_label("Password", exact=True).fill(make.PASSWORD)
        page.keyboard.press("Enter")

        expect(dialog).to_be_hidden()
        saved(page)
        assert numbers() == [1, 2, 3]


class TestTwoTabs:
    def test_send_nothing_twice_and_show_each_others_answers(
        self, context, visit, signed_in, ana, annotate
    ):
        context.add_init_script(NOTE_SAVES)
        first = signed_in(ana, annotate)
        second = visit(annotate)

        for number in (1, 2, 3):
            answer(first, number, "13")
            saved(first)
        expect(claim_button(second, 3, "Named source, confidence 3")).to_be_visible()
        context.set_offline(True)
        second.bring_to_front()
        claim_button(second, 4, "not answered").click()
        answer(second, 4, "21")
        says(first, re.compile(", 1 kept here"))
        answer(first, 4, "32")
        answer(first, 5, "32")
        context.set_offline(False)
        saved(first)
        saved(second)

        assert numbers()[:3] == [1, 2, 3]
        assert sorted(set(numbers())) == [1, 2, 3, 4, 5]
        kept = sorted(str(event.client_id) for event in events())
        assert sorted(taken([first, second])) == kept

    def test_the_one_sends_what_the_other_left(
        self, context, visit, signed_in, ana, annotate
    ):
        first = signed_in(ana, annotate)
        second = visit(annotate)
        saved(second)
        context.route(BATCHES, lambda route: route.abort())
        answer(first, 1, "13")
        says(second, "Not sent yet, 1 kept here")
        first.close()

        context.unroute(BATCHES)
        saved(second)

        assert numbers() == [1]


class TestAnotherUserOfTheBrowser:
    def test_neither_sees_nor_sends_what_waits(
        self, site, context, signed_in, ana, ben, annotate
    ):
        page = signed_in(ana, annotate)
        saved(page)
        context.route(BATCHES, lambda route: route.abort())
        for number in (1, 2, 3):
            answer(page, number, "13")
        says(page, "Not sent yet, 3 kept here")
        sign_out(page)
        dialog = page.get_by_role("dialog", name="Some answers are not sent yet")
        expect(dialog).to_contain_text("3 answers are kept on this device")
        check_looks(page)
        dialog.get_by_role("button", name="Sign out and keep them here").click()

        # On the same page, where what waits is tried again as soon as it can be.
        sign_in(page, ben.email)
        page.get_by_role("link", name="Start, Ferries").press("Enter")
        saved(page)
        context.unroute(BATCHES)
        page.evaluate("dispatchEvent(new Event('online'))")
        answer(page, 1, "21")
        saved(page)
        assert [event.annotator for event in events()] == [ben]
        sign_out(page)
        page.wait_for_url(f"{site.address}/sign-in*")

        sign_in(page, ana.email)
        page.wait_for_url(f"{site.address}/")
        page.goto(f"{site.address}{annotate}")
        saved(page)

        mine = [event for event in events() if event.annotator == ana]
        assert [event.claim.number for event in mine] == [1, 2, 3]
