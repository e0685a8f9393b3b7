"""The screens of a lead: full, empty and very large; their numbers are the API's."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from annotator.models import Role
from annotator.services import agreement, invitations, overviews
from tests import make
from tests.e2e import downloads
from tests.e2e.crowd import Crowd
from tests.e2e.giving import NARROW, NARROWEST, WIDE, check_looks
from tests.e2e.leading import Reader, panel
from tests.e2e.looks import sideways, violations
from tests.e2e.reading import (
    check,
    check_headline,
    check_panels,
    check_people,
    rows_of,
    stands_for,
    table_of,
)
from tests.e2e.told import IN_WORDS, PANELS, Told, estimate

pytestmark = pytest.mark.django_db(transaction=True)


PICTURED = ["Who agrees with whom", "By guidelines revision", "Pace"]
"""A chart of each kind. Chromium lets no page save more than ten files in a second."""


@pytest.fixture
def show(signed_in, lead):
    """Open a screen of a project as its lead, and wait for its heading."""

    def open_(project, rest="", heading=None):
        page = signed_in(lead, f"/projects/{project.slug}{rest}")
        page.set_viewport_size(WIDE)
        title = page.get_by_role("heading", level=1, name=heading)
        expect(title).to_be_attached()
        return page

    return open_


@pytest.fixture
def crowd(lead):
    return Crowd(lead, 7)


@pytest.fixture
def read(site, crowd, lead):
    reader = Reader(site, crowd.project, lead)
    reader.settle(crowd.answers)
    return reader


class TestTheDashboard:
    def test_shows_the_numbers_of_the_api_and_gives_them_away(self, show, crowd, read):
        page = show(crowd.project)
        told = Told(read)

        check_headline(page, told)
        check_panels(page, told)
        check_people(page, told)

        check_looks(page)
        for title in PICTURED:
            self.check_files(page, title, PANELS[title](told), crowd.project.slug)

    def check_files(self, page, title, rows, slug):
        """A chart as a drawing, as a picture twice as fine, and as its numbers."""
        name, path = downloads.download(page, title, "SVG")
        assert re.fullmatch(rf"{slug}-[a-z-]+-[\d-]+\.svg", name)
        width, height, words = downloads.drawn(path)
        assert title in words
        assert min(width, height) > 100
        _, path = downloads.download(page, title, "PNG")
        picture = downloads.painted(page, path)
        assert (picture["width"], picture["height"]) == (2 * width, 2 * height)
        assert picture["colors"] > 3
        _, path = downloads.download(page, title, "CSV")
        last = -1 if title in IN_WORDS else None
        assert [row[:last] for row in downloads.numbers(path)] == rows

    def test_shows_the_numbers_of_a_selection(self, show, crowd, read):
        people = [one.pk for one in crowd.people[:4]]
        chosen = {"outlets": ["Coast Wire", ""], "annotators": people}
        page = show(
            crowd.project,
            "?outlet=Coast+Wire&outlet="
            + "".join(f"&annotator={number}" for number in people),
        )
        counted = page.get_by_text("The figures are of the chosen answers only.")
        expect(counted).to_be_visible()

        scope = read.select(**chosen)
        told = Told(read, scope)
        assert 0 < told.overview["answers"] < crowd.answers
        check_headline(page, told)
        check_panels(page, told)
        check_people(page, told)


def peers(told, names):
    """Give how somebody agrees with each of the others, as rows."""
    return [
        [
            names[pair["other" if pair["one"] == told["id"] else "one"]],
            *estimate(pair),
            pair["units"],
            pair["percent_agreement"],
        ]
        for pair in told["pairs"]
    ]


class TestPeople:
    def test_and_what_they_did_are_shown_to_everybody(self, show, crowd, read):
        page = show(crowd.project, "/people", "People")
        members = {one["name"]: one for one in read.get("members/")}
        shown = rows_of(page.get_by_role("table", name="In this project"))
        assert len(shown) == len(members) == 8
        for name, *_, held, answered, code, _ in shown:
            one = members[re.match(r"Person \d\d|Lena", name)[0]]
            assert stands_for(held, one["held"])
            assert answered.startswith(f"{one['answered']:,}")
            assert code == one["code"]
        check_looks(page)

        page.get_by_role("banner").get_by_role("link", name="Activity").click()
        page.get_by_label("Who", exact=True).select_option(label="Lena")
        expect(page.get_by_text("imported 1,680 answers")).to_be_visible()
        check_looks(page)

    def test_have_a_page_each_and_one_for_every_two(self, show, crowd, read):
        person = crowd.people[2]
        page = show(crowd.project, f"/people/{person.pk}", person.name)
        told = read.get(f"annotators/{person.pk}/")
        check(
            table_of(page, "Answers by day"),
            [[one["day"], one["answers"]] for one in told["days"]],
        )
        check(
            sorted(table_of(page, "With each of the others")),
            sorted(peers(told, {one.pk: one.name for one in crowd.people})),
        )
        expect(page.get_by_text("differs from the others").first).to_be_visible()
        check_looks(page)

        one, other = sorted(person.pk for person in crowd.people[:2])
        page.goto(re.sub(r"/people/.*", f"/pairs/{one}/{other}", page.url))
        expect(page.get_by_role("heading", level=1)).to_have_text(
            "Person 00 and Person 01"
        )
        told = read.get(f"agreement/pairs/{one}/{other}/")
        kappa = page.locator("section").filter(has_text=re.compile("^Agreement")).last
        expect(kappa).to_contain_text(f"{told['value']:.2f}"[1:])
        cells = rows_of(page.get_by_role("table", name="What each said"))
        confusion = [row for row in told["confusion"] if any(row)]
        assert [[int(cell or 0) for cell in row[1:]] for row in cells] == confusion
        history = page.get_by_role("button", name=re.compile("^History of claim"))
        expect(history.first).to_be_visible()
        check_looks(page)


class TestFiftyAnnotators:
    def test_fit_on_the_screens_of_a_lead(self, site, show, lead):
        crowd = Crowd(lead, 50)
        read = Reader(site, crowd.project, lead)
        read.settle(crowd.answers)
        page = show(crowd.project)
        expect(panel(page, "Who agrees with whom").locator("td a")).to_have_count(1225)
        page.get_by_role("button", name="Show all 50").click()
        told = Told(read)
        check_people(page, told)
        # To look at so many cells takes seconds; their colors are those of a few.
        assert not violations(page)
        for size in (NARROW, NARROWEST, WIDE):
            assert sideways(page, size) <= 0
        check_headline(page, told)
        check_panels(page, told)

        page = show(crowd.project, "/people", "People")
        names = page.get_by_role("link", name=re.compile("^Person"))
        expect(names).to_have_count(50)
        check_looks(page)
        page.get_by_label("Find somebody").fill("person 4")
        expect(names).to_have_count(10)


WITHOUT = {
    "no articles": (0, [], "Start with one article"),
    "no answers": (2, ["....", "...."], "None of the 2 claims has an answer yet."),
    "one annotator": (1, ["n", "a", "o"], "So far one person has answered 3 of 3"),
    "no variation": (2, ["nn", "nn", "nn"], "Everybody gave the same answer"),
}


class TestWithLittle:
    @pytest.mark.parametrize("name", WITHOUT)
    def test_says_what_is_missing(self, name, lead, show):
        people, rows, words = WITHOUT[name]
        annotators = [make.user(f"Person {n}") for n in range(people)]
        if rows:
            project = make.annotated_project(annotators, rows, lead=lead)
        else:
            project = make.project(lead=lead)
        agreement.report_agreement(project=project, now=timezone.now())
        overviews.count_overviews(project=project, clock=timezone.now)

        page = show(project)

        expect(page.get_by_text(words).first).to_be_visible()
        for title in PANELS:
            expect(panel(page, title)).to_be_visible()
        expect(page.get_by_text("could not be loaded")).to_have_count(0)
        expect(page.get_by_text("NaN")).to_have_count(0)
        check_looks(page)

    def test_says_so_beside_the_dashboard(self, lead, show, site):
        project = make.project(lead=lead)
        page = show(project)
        for rest, heading, words in (
            ("/people", "People", "As what?"),
            ("/activity", "Activity", "Lena created the project"),
            (f"/people/{lead.pk}", "Lena", "Has not answered yet"),
            (f"/pairs/{lead.pk}/{lead.pk + 1}", "and", "They share no counted"),
        ):
            page.goto(f"{site.address}/projects/{project.slug}{rest}")
            expect(page.get_by_role("heading", level=1)).to_contain_text(heading)
            expect(page.get_by_text(words).first).to_be_visible()
            check_looks(page)


class TestComingIn:
    @pytest.fixture
    def link(self, lead, site):
        made = invitations.invite(
            project=make.project(lead=lead),
            lead=lead,
            role=Role.ANNOTATOR,
            origin=site.address,
            now=timezone.now(),
        )
        return invitations.link_to(made)

    def test_with_an_account(self, link, signed_in, ana, site):
        page = signed_in(ana, link.removeprefix(site.address))
        expect(page.get_by_role("button", name="Join as Ana")).to_be_visible()
        check_looks(page)
        page.get_by_role("button", name="Join as Ana").press("Enter")
        expect(page.get_by_text("Nothing waiting for you")).to_be_visible()

    def test_by_a_link_that_lets_nobody_in(self, link, visit):
        page = visit("/join#1-nothing.at.all")
        expect(page.get_by_text("There is no such invitation.")).to_be_visible()
        check_looks(page)

    def test_first_is_for_nobody_once_there_are_accounts(self, lead, visit):
        page = visit("/first-account#code")
        expect(page.get_by_text("There is an account already")).to_be_visible()
        check_looks(page)
