"""Every screen is accessible in both themes and never scrolls sideways."""

import pytest
from playwright.sync_api import expect

from annotator.services.agreement import report_agreement
from tests import make
from tests.e2e.giving import NARROW, NARROWEST, WIDE, check_access
from tests.e2e.looks import sideways

pytestmark = pytest.mark.django_db(transaction=True)
SCREENS = {
    "sign-in": (None, "/sign-in", "Sign in"),
    "projects": ("lead", "/", "Projects"),
    "my work": ("ana", "/", "Projects"),
    "annotate": ("ana", "/projects/{slug}/annotate", "Who stands behind this claim?"),
    "dashboard": ("lead", "/projects/{slug}", "Agreement on source type"),
    "articles": ("lead", "/projects/{slug}/articles", "Articles"),
    "import": ("lead", "/projects/{slug}/articles/new", "Import an article"),
    "suggestions": (
        "lead",
        "/projects/{slug}/articles/suggestions",
        "Decided articles",
    ),
    "proposals": (
        "lead",
        "/projects/{slug}/articles/proposals",
        "Nothing is proposed",
    ),
    "queue": ("lead", "/projects/{slug}/queue", "Most uncertain first"),
    "guidelines": ("ana", "/projects/{slug}/guidelines", "Annotator guidelines"),
    "account": ("ana", "/account", "Account"),
    "not found": ("ana", "/nowhere/at/all", "not"),
}


@pytest.fixture
def project(ana, ben, lead):
    made = make.project(lead=lead, annotators=(ana, ben))
    first = make.article(made)
    make.articles_of(made, 1)
    for person, source_types in ((ana, ("named", "anonymous")), (ben, ("named",) * 3)):
        make.lease(made, person, limit=1)
        for claim, source_type in zip(first.claims.all(), source_types, strict=False):
            make.annotate(claim, person, source_type)
    report_agreement(project=made, now=make.NOW)
    return made


@pytest.fixture
def show(request, project, visit, signed_in):
    def open_(name):
        who, path, words = SCREENS[name]
        path = path.format(slug=project.slug)
        page = signed_in(request.getfixturevalue(who), path) if who else visit(path)
        page.set_viewport_size(WIDE)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page.get_by_role("main").get_by_text(words).first).to_be_visible()
        return page

    return open_


@pytest.mark.parametrize("name", SCREENS)
class TestEveryScreen:
    def test_is_accessible_and_fits_a_phone(self, name, show):
        page = show(name)

        check_access(page)
        for size in (NARROW, NARROWEST):
            assert sideways(page, size) <= 0
