"""Who types the site's address without the server is led to what the browser keeps."""

import re

import pytest
from playwright.sync_api import expect

from tests import make
from tests.e2e.answering import (
    answer,
    events,
    saved,
    says,
    sign_out,
    text_of,
)
from tests.e2e.giving import check_looks
from tests.e2e.kept import databases, screen_kept, until

pytestmark = pytest.mark.django_db(transaction=True)

NO_SERVER = re.compile("We could not reach the server")


def name(project, called):
    project.name = called
    project.save()
    return project


@pytest.fixture
def project(ana):
    made = name(make.project(annotators=(ana,)), "Ferries")
    make.article(made, text_of(4))
    return made


@pytest.fixture
def other(ana):
    made = name(make.project(annotators=(ana,)), "Harbor")
    make.article(made)
    return made


@pytest.fixture
def left(signed_in, ana, project, other):
    """Give the page of somebody who has annotated in one project of two."""
    page = signed_in(ana, f"/projects/{project.slug}/annotate")
    answer(page, 1, "13")
    saved(page)
    screen_kept(page)
    until(page, lambda: project.slug in databases(page))
    return page


def names(page):
    return page.get_by_role("heading", level=2).all_inner_texts()


def test_the_list_has_what_is_kept_until_the_server_answers(site, left, project):
    page = left
    site.web.kill()
    try:
        page.goto(site.address)
        expect(page.get_by_text(NO_SERVER)).to_be_visible()
        expect(page).to_have_title("Projects · OnRecord")
        assert names(page) == ["Ferries"]
        check_looks(page)
        go_on = page.get_by_role("link", name="Continue, Ferries")
        expect(go_on).to_be_focused()
        page.keyboard.press("Enter")
        answer(page, 2, "21")
        page.goto(f"{site.address}/projects/{project.slug}")
        answer(page, 3, "12")
        says(page, re.compile(", 2 kept here"))
        page.get_by_role("link", name="OnRecord").click()
        expect(page.get_by_text(NO_SERVER)).to_be_visible()
    finally:
        site.web.start()

    expect(page.get_by_text("your part 3 of 4")).to_be_visible()

    assert names(page) == ["Ferries", "Harbor"]
    assert [event.claim.number for event in events()] == [1, 2, 3]


def test_what_is_not_kept_is_said_to_be_out_of_reach(site, context, left, other):
    context.set_offline(True)

    left.goto(f"{site.address}/projects/{other.slug}")
    expect(left.get_by_text(NO_SERVER)).to_be_visible()
    expect(left).to_have_title("OnRecord")
    left.get_by_role("link", name="Back to projects").click()

    expect(left.get_by_role("link", name="Continue, Ferries")).to_be_visible()
    assert names(left) == ["Ferries"]


def test_nothing_of_who_signed_out_is_listed(site, context, left):
    sign_out(left)
    left.wait_for_url(f"{site.address}/sign-in*")
    context.set_offline(True)

    left.goto(site.address)

    expect(left.get_by_text(NO_SERVER)).to_be_visible()
    expect(left.get_by_text("Ferries")).to_be_hidden()
