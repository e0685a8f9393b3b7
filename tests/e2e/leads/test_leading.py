"""From an empty installation to agreement per revision, as a lead goes there."""

import re

import pytest
from playwright.sync_api import expect

from annotator.models import Article, Project, User
from annotator.services.first_account import first_account_link
from tests.e2e.giving import WIDE, check_looks
from tests.e2e.leading import (
    CLAIMS,
    STORIES,
    Reader,
    annotate,
    heard,
    import_stories,
    link_in_letter,
    log_of,
    made_link,
    make_account,
    new_project,
    panel,
    publish,
    tab,
)
from tests.e2e.reading import check, check_headline, check_panels, table_of
from tests.e2e.told import Told

pytestmark = pytest.mark.django_db(transaction=True)

# A row an article, a word a claim: the keys of the source type and of the confidence.
UNDER_ONE = {
    "Ana": ["13 22 33 43", "13 12 33 41", "11 23 32 43"],
    "Ben": ["13 12 33 23", "13 12 43 41", "23 23 32 43"],
}
UNDER_TWO = {
    "Ana": ["13 23 33 43", "13 23 33 43", "12 23 33 42"],
    "Ben": ["13 23 33 43", "13 23 33 43", "12 23 43 42"],
}
SPLITS = 4
NOTE = "Two clerks are anonymous."
RULE = "Two clerks without names are an anonymous source."
MARK = "window.isSamePage = true"


def words(rows):
    return [row.split() for row in rows]


@pytest.fixture
def lead_page(visit, site):
    """Open the link that a new installation prints, and make the first account."""
    path = first_account_link(site.address).removeprefix(site.address)
    page = visit(path)
    page.set_viewport_size(WIDE)
    expect(page.get_by_role("heading", name="The first account")).to_be_visible()
    check_looks(page)
    make_account(page, "Lena", "Make the account", email="lena@example.org")
    return page


@pytest.fixture
def people(lead_page, another, site):
    """Make a project and invite two: Ana by a link, Ben by a letter."""
    page = lead_page
    new_project(page, "Oosterly", overlap=2)
    tab(page, "People")
    page.get_by_role("radio", name="By link").check()
    page.get_by_role("button", name="Make the link").click()
    ana = another(made_link(page))
    page.get_by_role("button", name="Invite somebody else").click()
    page.get_by_role("radio", name="By email").check()
    page.get_by_label("Email address").fill("ben@example.org")
    page.get_by_role("button", name="Send the invitation").click()
    expect(page.get_by_text("No email goes out, as no mail server is")).to_be_visible()
    link = link_in_letter(site, "ben@example.org")
    assert link == made_link(page)
    ben = another(link)
    expect(ben.get_by_role("heading", name="Join Oosterly")).to_be_visible()
    for one in (page, ben):
        check_looks(one)
    make_account(ana, "Ana", "Make the account and join", email="ana@example.org")
    make_account(ben, "Ben", "Make the account and join", email=None)
    for one in (ana, ben):
        expect(one.get_by_text("Nothing waiting for you")).to_be_visible()
    return {"Ana": ana, "Ben": ben}


class TestALead:
    def test_goes_from_nothing_to_agreement_per_revision(self, site, lead_page, people):
        page = lead_page
        tab(page, "Articles")
        page.get_by_role("link", name="Import an article").first.click()
        import_stories(page)
        assert [one.claim_count for one in Article.objects.all()] == [CLAIMS] * 6
        project = Project.objects.get()
        read = Reader(site, project, User.objects.get(name="Lena"))

        # The first half is annotated while the lead looks on.
        tab(page, "Dashboard")
        expect(page.get_by_text("0 of 48 answers", exact=True)).to_be_visible()
        page.evaluate(MARK)
        for name, one in people.items():
            one.reload()
            annotate(one, words(UNDER_ONE[name]), onwards=False)
        expect(page.get_by_text("24 of 48 answers", exact=True)).to_be_visible()
        read.settle(24)
        check_headline(page, Told(read))
        assert page.evaluate("window.isSamePage")

        # What the two split on.
        cell = panel(page, "Who agrees with whom").get_by_role("link")
        expect(cell).to_have_accessible_name(re.compile("12 claims in common"))
        cell.click()
        claims = page.get_by_role("region", name="Claims they split on")
        expect(claims.get_by_role("button", name="History")).to_have_count(SPLITS)
        expect(claims).to_contain_text("Ana: Anonymous source, Medium")

        # A better rule, which both read before they annotate on.
        page.goto(f"{site.address}/projects/{project.slug}/guidelines")
        publish(page, RULE, NOTE)
        expect(page.get_by_text("Revision 2 is in force.")).to_be_visible()
        for name, one in people.items():
            one.reload()
            heard(one, NOTE, RULE)
            annotate(one, words(UNDER_TWO[name]), onwards=True)
            expect(one.get_by_text("Nothing waiting for you")).to_be_visible()

        read.settle(48)
        tab(page, "Dashboard")
        self.check_revisions(page, read)
        self.check_filter(page, read)
        self.check_log(page)
        self.check_that_all_is_kept(page, read)

    def check_revisions(self, page, read):
        """Two revisions, each with its interval, as the API has them."""
        told = read.get("agreement/scopes/")["revisions"]
        figures = [row["variables"]["source_type"] for row in told]
        assert [row["revision"] for row in told] == [1, 2]
        first, second = (figure["value"] for figure in figures)
        assert 0.4 < first < 0.7 < second < 1
        assert all(figure["interval"]["low"] < figure["value"] for figure in figures)
        check_panels(page, Told(read))
        shown = table_of(page, "By guidelines revision")
        chart = panel(page, "By guidelines revision").get_by_role("table").first
        for row, (name, alpha, low, high, *_) in zip(
            chart.get_by_role("row").all()[1:], shown, strict=False
        ):
            expect(row).to_contain_text(name)
            expect(row).to_contain_text(f" {alpha}, 95% interval {low} to {high}")

    def check_filter(self, page, read):
        """The answers under revision 2 alone, by an address that says so."""
        page.get_by_role("button", name=re.compile("^Guidelines: all")).click()
        page.get_by_role("checkbox", name="Revision 2").check()
        page.get_by_role("button", name="Apply").click()
        counted = page.get_by_text("The figures are of the chosen answers only.")
        expect(counted).to_be_visible()
        assert page.url.endswith("?revision=2")
        page.reload()
        expect(counted).to_be_visible()
        check_headline(page, Told(read, "revision:2"))
        check(
            [row[:-1] for row in table_of(page, "Who agrees with whom")],
            Told(read, "revision:2").pairs(),
        )
        page.get_by_role("button", name="Clear filters").click()
        expect(counted).to_have_count(0)

    def check_log(self, page):
        """Everything that was done, in sentences."""
        tab(page, "Activity")
        expect(page.get_by_text("Lena published revision 2")).to_be_visible()
        said = log_of(page)
        for sentence in (
            "Lena created the project",
            "Lena made a link for annotators, with 1 place",
            "Lena invited ben@example.org as an annotator",
            "Ana joined as an annotator",
            "Ben joined as an annotator",
            "Lena began to import stories.csv",
            "Lena published revision 2 of the guidelines",
        ):
            assert said.count(sentence) == 1, sentence
        answers = [one for one in said if " answered claim " in one]
        assert len(answers) == 48
        title = next(iter(STORIES))
        assert f"Ana answered claim 1 of “{title}”: Named source, 3 of 3" in answers
        assert said[-1] == "Lena created the project"

    def check_that_all_is_kept(self, page, read):
        """Whoever leaves takes nothing along."""
        figures, rows = read.get("agreement/")["report"], read.rows()
        tab(page, "People")
        page.get_by_role("button", name="Deactivate Ben").click()
        dialog = page.get_by_role("dialog", name="Deactivate Ben?")
        expect(dialog).to_contain_text("Nothing is lost: 24 answers stay")
        dialog.get_by_role("button", name="Deactivate", exact=True).click()
        expect(
            page.get_by_text("Ben is deactivated. Their answers stay.")
        ).to_be_visible()
        former = page.get_by_role("region", name="Former members")
        expect(former.get_by_role("row", name=re.compile("Ben"))).to_contain_text("24")
        check_looks(page)

        read.settle(48)
        assert read.rows() == rows
        assert len(rows) == 48
        assert read.get("agreement/")["report"]["variables"] == figures["variables"]
        tab(page, "Dashboard")
        expect(page.get_by_text("48 of 48 answers", exact=True)).to_be_visible()
        check_headline(page, Told(read))
