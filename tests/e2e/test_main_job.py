"""The main job: raw text in, answers by keyboard, agreement shown, labels out."""

import json
import re

import pytest
import requests
from playwright.sync_api import expect

from annotator.models import Article, Role
from annotator.services import projects
from tests import make
from tests.e2e.raw import AWKWARD, HEADLINE, PASTED

# One line a claim, one answer an annotator: the key of the source type, then that of
# the confidence. The figures were worked out from this table beforehand, by another
# program, and are in no way taken from ours.
ANSWERS = """
13 13 13
13 12 13
23 23 23
33 33 12
32 21 33
22 41 22
43 43 43
12 31 32
"""
ALPHA_OF_SOURCE_TYPE = 0.5660377358490567
ALPHA_OF_CONFIDENCE = 0.5079481792717087
KEYS = ["named", "anonymous", "official_statement", "unattributed", "unclear"]

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def people():
    return [make.user(name) for name in ("Ana", "Ben", "Cleo")]


@pytest.fixture
def project(lead, people):
    return make.project(lead=lead, annotators=tuple(people))


def saved(page):
    expect(page.get_by_text("All saved")).to_be_visible()


def begin(page):
    """Press Enter on the project list, where the way on to one's work has the focus."""
    expect(page.get_by_role("link", name="Start, Ferries")).to_be_focused()
    page.keyboard.press("Enter")


def annotate(page, answers):
    """Answer every claim of the article in view with keys alone."""
    begin(page)
    for number, (source_type, confidence) in enumerate(answers, start=1):
        card = page.get_by_role("region", name="Question")
        expect(card).to_contain_text(re.compile(rf"Claim {number} of {len(answers)}"))
        page.keyboard.press(source_type)
        page.keyboard.press(confidence)
    expect(page.get_by_text("Article finished", exact=True)).to_be_visible()
    saved(page)


def rows_of(site, lead, project):
    address = f"{site.address}/api/v1/projects/{project.slug}/export/annotations.jsonl"
    answer = requests.get(
        address, {"names": "true"}, headers=site.headers(lead), timeout=10
    )
    return [json.loads(line) for line in answer.text.splitlines()]


class TestTheMainJob:
    def test_goes_from_raw_text_to_agreement_and_labels(
        self, site, signed_in, lead, people, project
    ):
        table = [line.split() for line in ANSWERS.split("\n") if line]
        page = signed_in(lead, f"/projects/{project.slug}/articles/new")
        page.get_by_label("Text", exact=True).fill(PASTED)
        page.get_by_role("button", name="Preview").click()
        expect(page.get_by_text("8 lines left out").first).to_be_visible()
        page.get_by_role("button", name="Import this article").click()
        expect(page.get_by_text(f"“{HEADLINE}” is imported")).to_be_visible()
        page.close()

        for place, person in enumerate(people):
            page = signed_in(person)
            annotate(page, [row[place] for row in table])
            page.close()

        page = signed_in(lead, f"/projects/{project.slug}")
        # The workers count it meanwhile.
        for alpha in (ALPHA_OF_SOURCE_TYPE, ALPHA_OF_CONFIDENCE):
            shown = page.get_by_text(f"{alpha:.2f}"[1:]).first
            expect(shown).to_be_visible()
        expect(page.get_by_text("24 of 24 answers", exact=True)).to_be_visible()

        report = project.reports.first().variables
        assert report["source_type"]["value"] == pytest.approx(ALPHA_OF_SOURCE_TYPE)
        assert report["confidence"]["value"] == pytest.approx(ALPHA_OF_CONFIDENCE)

        rows = rows_of(site, lead, project)
        told = {
            (row["claim_number"], row["annotator_name"]): (
                row["source_type"],
                row["confidence"],
            )
            for row in rows
        }
        assert len(rows) == 24
        assert told == {
            (number, person.name): (KEYS[int(cell[0]) - 1], int(cell[1]))
            for number, row in enumerate(table, start=1)
            for person, cell in zip(people, row, strict=True)
        }
        assert all(PASTED[row["start"] : row["end"]] == row["quote"] for row in rows)

    def test_shows_agreement_without_reload(self, signed_in, lead, people, project):
        article = make.article(project)
        for person in people[:2]:
            make.lease(project, person)
        claims = list(article.claims.all())
        page = signed_in(lead, f"/projects/{project.slug}")
        expect(page.get_by_text("Agreement on source type")).to_be_visible()
        expect(page.get_by_text("0 of", exact=False).first).to_be_visible()
        for person, source_types in zip(people, ("na", "nn"), strict=False):
            for claim, letter in zip(claims, source_types, strict=False):
                make.annotate(claim, person, {"n": "named", "a": "anonymous"}[letter])

        # Nobody sent a message here: the sweep finds these answers.
        expect(page.get_by_text("percent agreement 50")).to_be_visible()


class TestAwkwardText:
    def test_keeps_its_offsets_through_the_browser(
        self, site, signed_in, lead, people, project
    ):
        page = signed_in(lead, f"/projects/{project.slug}/articles/new")
        page.locator("input[type=file]").set_input_files(
            {"name": "storm.txt", "mimeType": "text/plain", "buffer": AWKWARD.encode()}
        )
        page.get_by_role("button", name="Import this article").click()
        expect(page.get_by_text("is imported")).to_be_visible()
        page.close()

        page = signed_in(people[0])
        begin(page)
        claims = list(Article.objects.get().claims.all())
        expect(page.get_by_role("region", name="Question")).to_contain_text(
            "Claim 1 of 4"
        )
        for index, claim in enumerate(claims):
            shown = page.locator(f"article [data-claim='{index}']").all_text_contents()
            assert "".join(shown).removeprefix(str(claim.number)) == claim.quote
        for number, _ in enumerate(claims, start=1):
            expect(page.get_by_role("region", name="Question")).to_contain_text(
                re.compile(rf"Claim {number} of {len(claims)}")
            )
            page.keyboard.press("1")
            page.keyboard.press("3")
        saved(page)

        rows = rows_of(site, lead, project)
        assert len(rows) == len(claims) == 4
        assert Article.objects.get().text == AWKWARD
        assert all(AWKWARD[row["start"] : row["end"]] == row["quote"] for row in rows)


class TestRoles:
    def test_a_viewer_reads_and_does_not_annotate(self, signed_in, project):
        vera = make.user("Vera")
        projects.add_member(project=project, user=vera, role=Role.VIEWER)

        page = signed_in(vera, f"/projects/{project.slug}")

        expect(page.get_by_text("Agreement on source type")).to_be_visible()
        expect(page.get_by_role("link", name="Annotate")).to_have_count(0)

    def test_a_project_of_others_is_not_there(self, signed_in, project):
        page = signed_in(make.user("Out"), f"/projects/{project.slug}")

        expect(page.get_by_role("heading", level=1)).not_to_contain_text(project.name)
        expect(page.get_by_text(project.name)).to_have_count(0)
