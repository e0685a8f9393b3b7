"""Setting a project up: a new one, its settings, its source types, its guidelines."""

import re

import pytest
from playwright.sync_api import expect

from annotator.models import Project
from annotator.services import guidelines
from tests import make
from tests.e2e.giving import NARROW, WIDE, check_looks

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def project(lead):
    return make.project(lead=lead)


class TestNewProject:
    def test_is_made_like_another_by_keyboard(self, project, lead, signed_in):
        project.overlap = 5
        project.save()
        page = signed_in(lead, "/")
        page.get_by_role("link", name="New project").press("Enter")
        page.get_by_role("button", name="Create the project").press("Enter")
        expect(page.locator(":focus")).to_contain_text("Put this right first")
        page.get_by_role("link", name="Give the project a name.").press("Enter")
        expect(page.get_by_label("Name")).to_be_focused()
        page.keyboard.type("Coast")
        expect(page.get_by_label("Name")).to_have_value("Coast")
        page.get_by_label("Take settings from").select_option(label=project.name)
        expect(page.get_by_label("Answers a claim")).to_have_value("5")
        check_looks(page)
        page.get_by_label("Name").press("Enter")

        steps = page.get_by_role("region", name="Next steps")
        expect(steps.get_by_role("link", name="Invite people")).to_be_visible()
        check_looks(page)
        made = Project.objects.get(name="Coast")
        assert made.overlap == 5
        assert made.memberships.get().user == lead


class TestTheTabs:
    def test_show_on_a_phone_where_one_is(self, project, lead, signed_in, site):
        page = signed_in(lead)
        page.set_viewport_size(NARROW)
        for name in ("activity", "settings"):
            page.goto(f"{site.address}/projects/{project.slug}/{name}")
            tab = page.get_by_role("link", name=name.capitalize(), exact=True)
            expect(tab).to_have_attribute("aria-current", "page")
            expect(tab).to_be_in_viewport(ratio=1)
            assert page.evaluate("window.scrollY") == 0


class TestGeneralSettings:
    def test_are_saved_part_by_part(self, project, lead, signed_in):
        page = signed_in(lead, f"/projects/{project.slug}/settings")
        scale = page.get_by_role("region", name="Confidence scale")
        scale.get_by_role("button", name="Add a point").press("Enter")
        expect(scale.get_by_role("textbox").last).to_be_focused()
        page.keyboard.type("Sure")
        page.keyboard.press("Enter")
        expect(scale.get_by_text("Saved.")).to_be_visible()
        state = page.get_by_role("region", name="State")
        state.get_by_role("radio", name="Closed").check()
        page.keyboard.press("Enter")
        expect(state.get_by_text("Saved.")).to_be_visible()

        check_looks(page)
        project.refresh_from_db()
        assert project.confidence_words[-1] == "Sure"
        assert project.state == "closed"


class TestSourceTypes:
    def test_are_added_moved_and_removed(self, project, lead, signed_in):
        page = signed_in(lead, f"/projects/{project.slug}/settings")
        page.set_viewport_size(WIDE)
        parts = page.get_by_role("navigation", name="Parts of the settings")
        parts.get_by_role("link", name="Source types").press("Enter")
        page.get_by_role("button", name="Add a source type").press("Enter")
        expect(page.get_by_role("listitem").get_by_label("Name").last).to_be_focused()
        page.keyboard.type("News agency")
        row = page.get_by_role("listitem", name="News agency")
        row.get_by_label("Definition").fill("A wire service")
        row.get_by_label("Counts as").select_option(label="Named source")
        row.get_by_role("button", name="Color and shape").press("Enter")
        row.get_by_role("radio", name="Blue bars").check()
        row.get_by_label("Definition").press("Alt+ArrowUp")
        expect(row.get_by_label("Definition")).to_be_focused()
        save = page.get_by_role("button", name="Save")
        save.press("Enter")
        expect(page.get_by_text("Saved. Annotators have these")).to_be_visible()
        check_looks(page)

        made = project.source_types.get(key="news_agency")
        assert (made.order, made.color, made.maps_to.key) == (5, "free_4", "named")
        row.get_by_role("button", name="Remove News agency").press("Enter")
        check_looks(page)
        save.press("Enter")
        expect(page.get_by_text("Saved. Annotators have these")).to_be_visible()
        assert not project.source_types.filter(key="news_agency").exists()


class TestGuidelines:
    def test_keep_a_draft_while_somebody_else_publishes(self, project, lead, signed_in):
        page = signed_in(lead, f"/projects/{project.slug}/guidelines")
        page.get_by_role("link", name="Edit").press("Enter")
        text = page.get_by_label("Text, in Markdown")
        text.press("Control+Home")
        page.keyboard.type("Read this first.\n\n")
        guidelines.publish_guidelines(
            project=project,
            author=lead,
            body="# Short",
            change_note="Shorter",
            now=make.NOW,
        )
        page.reload()
        expect(page.get_by_text("Revision 2 was published meanwhile")).to_be_visible()
        expect(text).to_have_value(re.compile("^Read this first."))
        page.get_by_text("What revision 2 changed").press("Enter")
        check_looks(page)

        page.get_by_role("button", name="Go on from revision 2").press("Enter")
        page.get_by_label("What changed").fill("Where to begin")
        page.keyboard.press("Enter")
        expect(page.get_by_text("Revision 3 is in force.")).to_be_visible()
        page.get_by_role("button", name="Show changes").press("Enter")
        page.get_by_label("Compared with").select_option("1")
        expect(page.locator("ins")).to_have_text("Read this first.")
        check_looks(page)
        assert project.guidelines.first().change_note == "Where to begin"
