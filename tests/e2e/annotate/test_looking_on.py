"""Members who do not annotate are told so, and where they can go instead."""

import pytest
from playwright.sync_api import expect

from annotator.models import Role
from annotator.services import projects
from tests import make
from tests.e2e.giving import check_looks

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def annotate(lead, ana):
    made = make.project(lead=lead)
    projects.add_member(project=made, user=ana, role=Role.VIEWER)
    make.article(made)
    return f"/projects/{made.slug}/annotate"


def test_a_viewer_goes_on_to_the_dashboard(signed_in, ana, annotate):
    page = signed_in(ana, annotate)
    heading = page.get_by_role("heading", name="You look on in this project")
    expect(heading).to_be_visible()
    expect(page.get_by_text("Try again")).to_be_hidden()
    check_looks(page)

    page.get_by_role("main").get_by_role("link", name="Dashboard").click()

    expect(page.get_by_role("heading", name="Ferries")).to_be_visible()


def test_an_outsider_learns_nothing(signed_in, annotate):
    page = signed_in(make.user("Ben"), annotate)

    expect(page.get_by_role("heading", name="Not found")).to_be_visible()
