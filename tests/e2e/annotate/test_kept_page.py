"""The page that the browser keeps is there if nobody answers, and of one build."""

import re

import pytest
from playwright.sync_api import expect

from tests import make, servers
from tests.e2e.answering import answer, saved, sign_in
from tests.e2e.gateway import Answer, gateway
from tests.e2e.kept import REGISTRATIONS, answers_kept, files_kept, screen_kept, until

pytestmark = pytest.mark.django_db(transaction=True)

# As a script it does nothing, so a page in which it stands for one reports no error.
GUEST_NET = Answer(200, b"<!-- Sign in -->", [("Content-Type", "text/html")])
LOGIN = Answer(302, headers=[("Location", "/login-of-a-proxy")])
NOBODY = Answer(502)
MAIN = "document.querySelector('script[type=module]').src"
BUILD = "document.documentElement.dataset.build"
NEXT_THEME = "/static/app/theme.js?next"
YET_ANOTHER = GUEST_NET._replace(
    body=b'<script src="/static/app/theme.js?next"></script>'
    b'<script src="/static/app/assets/other.js"></script>'
)


def deploy(path: str, given: Answer) -> Answer:
    """Answer as a site does that has another build: another script, by another name."""
    if path == NEXT_THEME:
        script = f"{BUILD} = 'next';".encode()
        return Answer(200, script, [("Content-Type", "text/javascript")])
    if path.startswith(("/api/", "/static/")):
        return given
    body = re.sub(rb"/static/app/theme\.js\?\w+", NEXT_THEME.encode(), given.body)
    return given._replace(body=body)


def rename_main(path: str, given: Answer) -> Answer:
    """Answer as a site does in whose build the script of the page has another name."""
    if re.search(r"/index-[^/]+\.js$", path):
        return Answer(404)
    if path.startswith(("/api/", "/static/")):
        return given
    return given._replace(body=re.sub(rb"(/index-[^/]+\.js)", rb"\1?next", given.body))


def build_of(page):
    return page.evaluate(BUILD)


def after(path, asked):
    return asked[asked.index(path) :] if path in asked else []


def themes_kept(page):
    return [path for path in files_kept(page) if "/theme.js" in path]


def look_at_the_next(page, gate, *, until_asked_for):
    """Have the browser try to keep another build, then look what it shows alone."""
    gate.asked.clear()
    page.reload()
    until(page, lambda: until_asked_for in after("/service-worker.js", gate.asked))
    screen_kept(page)
    gate.instead, gate.changes = NOBODY, []
    page.reload()
    expect(page).to_have_title(re.compile("OnRecord"))


@pytest.fixture
def gate(site):
    with gateway(site.address) as before_the_site:
        yield before_the_site


@pytest.fixture
def page(gate, another, ana):
    """Give the annotate screen of somebody whose browser has kept it."""
    project = make.project(annotators=(ana,))
    make.article(project)
    page = another(f"{gate.address}/sign-in")
    sign_in(page, ana.email)
    page.wait_for_url(f"{gate.address}/")
    page.goto(f"{gate.address}/projects/{project.slug}/annotate")
    answer(page, 1, "13")
    saved(page)
    screen_kept(page)
    return page


class TestWithoutAServer:
    @pytest.mark.parametrize("status", [502, 503, 504])
    def test_is_shown_where_a_proxy_says_that_there_is_none(self, gate, page, status):
        gate.instead = Answer(status)

        page.reload()

        expect(page).to_have_title(re.compile("OnRecord"))

    def test_is_shown_where_nothing_is_said(self, gate, page):
        gate.speaks.clear()

        page.reload(wait_until="commit")

        expect(page).to_have_title(re.compile("OnRecord"))

    @pytest.mark.parametrize("rest", ["", "annotate/"])
    def test_is_shown_at_addresses_that_end_in_a_slash(self, gate, page, rest):
        answers_kept(page)
        gate.instead = NOBODY

        page.goto(page.url.removesuffix("annotate") + rest)

        answer(page, 2, "13")

    def test_is_not_shown_where_somebody_answers(self, gate, page):
        gate.instead = Answer(500, b"<title>Something broke</title>", GUEST_NET.headers)

        page.reload()

        expect(page).to_have_title("Something broke")

    def test_does_not_stand_in_for_what_is_no_screen(self, gate, page):
        gate.instead = Answer(503, b"<title>Nobody there</title>", GUEST_NET.headers)

        for path in ("/admin/", "/api/v1/docs/", "/account"):
            page.goto(f"{gate.address}{path}")
            expect(page).to_have_title("Nobody there")


class TestADeployment:
    def test_is_taken_at_once_and_what_was_before_is_forgotten(self, gate, page):
        number = len(files_kept(page))
        gate.changes.append(deploy)

        page.reload()
        assert build_of(page) == "next"
        until(page, lambda: themes_kept(page) == [NEXT_THEME])
        gate.instead = NOBODY
        page.reload()

        assert build_of(page) == "next"
        assert len(files_kept(page)) == number

    @pytest.mark.parametrize(
        ("path", "instead"),
        [
            (NEXT_THEME, Answer(404)),
            (NEXT_THEME, GUEST_NET),
            ("/", LOGIN),
            ("/", GUEST_NET),
            ("/", YET_ANOTHER),
        ],
    )
    def test_that_is_not_whole_leaves_the_one_before(self, gate, page, path, instead):
        [before] = themes_kept(page)
        gate.changes += [
            deploy,
            lambda asked, given: instead if asked == path else given,
        ]
        look_at_the_next(page, gate, until_asked_for=path)

        assert build_of(page) is None
        assert before in themes_kept(page)

    def test_is_loaded_by_itself_where_a_kept_page_lacks_a_part(self, gate, page):
        gate.instead = NOBODY
        page.reload()
        answer(page, 2, "13")
        gate.instead = None
        gate.changes.append(rename_main)

        page.get_by_role("button", name=re.compile("Account of")).click()
        page.get_by_role("link", name="Account").click()

        expect(page).to_have_title(re.compile("^Account"))
        assert page.evaluate(MAIN).endswith("?next")

    def test_for_which_there_is_no_room_leaves_the_one_before(self, gate, page):
        [before] = themes_kept(page)
        quota = {"origin": gate.address, "quotaSize": 1}
        page.context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", quota)
        gate.changes.append(deploy)

        look_at_the_next(page, gate, until_asked_for=NEXT_THEME)

        assert build_of(page) is None
        assert themes_kept(page) == [before]


class TestTheSwitch:
    def test_takes_away_what_was_kept(self, site, gate, page):
        web, gate.site = servers.web(site.environ | {"OFFLINE": "0"})

        with web:
            page.reload()
            until(page, lambda: page.evaluate(REGISTRATIONS) == 0)
            page.reload()
            answer(page, 2, "13")
            saved(page)

        assert page.evaluate("caches.keys()") == []
