"""Labels out: downloads, snapshots and their comparison, as people and programs go."""

import gzip
import json
import re
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from playwright.sync_api import expect

from annotator.models import Claim, Role, Snapshot
from annotator.services import projects
from annotator.services.turns import SILENT
from tests import make, snapshotting
from tests.e2e.exporting import (
    CLAIMS,
    COUNT,
    OUTLETS,
    choose_filter,
    files_of,
    labeled_project,
    make_token,
    python,
    run,
    sha256,
    shown,
    tab_to,
    take_snapshot,
    token_of,
)
from tests.e2e.giving import WIDE, check_looks
from tests.e2e.leading import Reader, log_of, panel
from tests.e2e.reading import rows_of

pytestmark = pytest.mark.django_db(transaction=True)
MARK = "window.isSamePage = true"
WHILE = timedelta(hours=1)


@pytest.fixture
def people(ana, ben):
    return ana, ben, make.user("Cleo")


@pytest.fixture
def project(lead, people):
    return labeled_project(lead, people)


@pytest.fixture
def read(site, project, lead):
    return Reader(site, project, lead)


@pytest.fixture
def token(signed_in, context, lead, project):
    """Make a token by keys, and see that it is shown this once."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = signed_in(lead, "/account")
    page.set_viewport_size(WIDE)
    made = make_token(page, project)
    check_looks(page)
    tab_to(page, page.get_by_role("button", name="Done"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("table", name="Your tokens")).to_contain_text("Read")
    expect(page.get_by_text(made)).to_have_count(0)
    check_looks(page)
    page.close()
    return made


@pytest.fixture
def page(signed_in, lead, project):
    """Open the export of what at least two have answered."""
    page = signed_in(lead, f"/projects/{project.slug}/export")
    page.set_viewport_size(WIDE)
    expect(page.get_by_text("No snapshot yet")).to_be_visible()
    choose_filter(page, "Claims").get_by_label("Least number of votes").fill("2")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?min_votes=2$"))
    return page


def download(page, folder):
    """Take the file by the link, into a folder under the name that it comes with."""
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download", exact=True).click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


class TestADownload:
    def test_is_the_same_by_the_link_and_by_the_command(
        self, site, token, page, project, tmp_path
    ):
        by_link, by_command = tmp_path / "link", tmp_path / "command"
        by_command.mkdir()

        def both():
            path = download(page, by_link)
            run(shown(page, "The same by API"), by_command, token)
            assert path.read_bytes() == (by_command / path.name).read_bytes()
            return path

        menu = choose_filter(page, "Outlet")
        menu.get_by_label(OUTLETS[1]).check()
        menu.get_by_label("(none given)").check()
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("outlets="))
        path = both()
        rows = [json.loads(line) for line in path.read_text().splitlines()]
        assert path.name == f"{project.slug}-claims.jsonl"
        assert len(rows) == 3 * CLAIMS
        assert {row["article_outlet"] for row in rows} == {OUTLETS[1], ""}
        assert {row["majority"] for row in rows[:CLAIMS]} == {
            "named", "anonymous", "official_statement"
        }  # fmt: skip

        page.get_by_role("radio", name="CoNLL").check()
        assert "# newdoc id" in both().read_text()
        page.get_by_role("radio", name="Answer").check()
        page.get_by_role("radio", name="CSV").check()
        page.get_by_role("radio", name="gzip").check()
        page.get_by_label("Say who answered").check()
        check_looks(page)
        table = gzip.decompress(both().read_bytes()).decode()
        assert len(table.splitlines()) == 1 + 3 * 3 * CLAIMS
        assert "Cleo" in table

        page.goto(f"{site.address}/projects/{project.slug}/activity")
        expect(page.get_by_text("Lena exported the labels with names")).to_have_count(2)
        assert log_of(page).count("Lena exported the labels") == 4
        articles = page.get_by_text(f"on articles of no outlet, {OUTLETS[1]}")
        expect(articles).to_have_count(6)
        check_looks(page)


class TestSnapshots:
    def test_are_taken_loaded_and_compared(
        self, page, site, read, people, project, lead, tmp_path
    ):
        page.evaluate(MARK)
        split_in_three(page)
        first, second = take_snapshot(page, 1), take_snapshot(page, 2)
        assert first == second
        assert first[0].startswith("Answers: 2 or more votes")
        assert first[1:3] == ["15", "45"]
        assert page.evaluate("window.isSamePage")
        check_looks(page)

        older = Snapshot.objects.earliest("pk")
        told = read.get(f"snapshots/{older.pk}/")
        self.check_files(page, told, token_of(lead), tmp_path)
        check_looks(page)

        page.get_by_label("Compare with").select_option(index=1)
        same = page.get_by_text("The two are the same, to the last byte.")
        expect(same).to_be_visible()
        claim = Claim.objects.filter(article__project=project, number=1).earliest("pk")
        make.annotate(claim, people[1], "anonymous", minutes=1)
        page.goto(f"{site.address}/projects/{project.slug}/export?min_votes=2")
        split_in_three(page)
        third = take_snapshot(page, 3)
        assert third[:3] == first[:3]
        assert third[-1] != first[-1]
        self.check_comparison(page, claim)
        check_looks(page)

        self.check_deleting(page, read, older)
        page.goto(f"{site.address}/projects/{project.slug}/activity")
        expect(
            page.get_by_text(f"Lena deleted the snapshot {told['digest'][:12]}")
        ).to_be_visible()
        assert log_of(page).count("Lena asked for a snapshot") == 3

    def check_files(self, page, told, token, tmp_path):
        """All files of the first snapshot, by the command that its page shows."""
        page.get_by_role("table", name="Snapshots").get_by_role("link").last.click()
        expect(page.get_by_text(told["digest"], exact=True)).to_be_visible()
        run(shown(page, "All files by API"), tmp_path, token)
        (folder,) = tmp_path.iterdir()
        found = {
            str(path.relative_to(folder)): sha256(path) for path in folder.rglob("*.*")
        }
        assert found == files_of(told)
        assert found["manifest.json"] == told["digest"]
        files = rows_of(page.get_by_role("table", name="Files"))
        for table, rows in (("claims", 15), ("annotations", 45)):
            parts = [
                row[1] for row in files if re.match(rf"data/{table}/.*parq", row[0])
            ]
            assert (len(parts), sum(map(int, parts))) == (3, rows)
        program = shown(page, "Then, in Python") + COUNT
        assert python(program, folder.name, folder=tmp_path) == [
            "15 15 15 15",
            "45 45 45 45",
            "test train validation 15",
        ]

    def check_comparison(self, page, claim):
        """One answer is another: one claim is relabeled, and nothing else."""
        page.get_by_role("table", name="Snapshots").get_by_role("link").first.click()
        compare = panel(page, "Compare")
        compare.get_by_label("Compare with").select_option(index=2)
        counts = compare.locator("dl").first
        expect(counts).to_contain_text("Claims relabeled")
        assert counts.locator("dd").all_inner_texts() == ["0", "0", "1"]
        expect(compare).to_contain_text("15 claims before, 15 after.")
        expect(compare).to_contain_text("Votes: 0 added, 0 removed, 1 changed.")
        labels = compare.get_by_role("region", name="From which label to which")
        assert rows_of(labels.get_by_role("table")) == [
            ["Named source", "Anonymous source", "1"]
        ]
        expect(compare.get_by_role("region", name="Examples")).to_contain_text(
            claim.quote
        )

    def check_deleting(self, page, read, older):
        """Who deletes one snapshot takes no files away from the same one beside it."""
        page.get_by_role("link", name="Export").last.click()
        page.get_by_role("table", name="Snapshots").get_by_role("link").last.click()
        page.get_by_role("button", name="Delete", exact=True).click()
        page.get_by_role("button", name="Delete it").click()
        rows = page.get_by_role("table", name="Snapshots").locator("tbody tr")
        expect(rows).to_have_count(2)
        same = Snapshot.objects.get(digest=older.digest)
        assert read.get(f"snapshots/{same.pk}/files/manifest.json") == older.manifest

    def test_say_how_far_they_are_without_reload(self, page, project):
        with transaction.atomic():
            failed, asked = snapshotting.ask(project), snapshotting.ask(project)
            failed.state, failed.error = "failed", "The program failed on this."
            failed.finished_at = timezone.now()
            failed.save()
            # A worker is at it, and will be heard of for longer than this is looked at.
            asked.state, asked.worked_at = "running", timezone.now() + WHILE
            asked.step, asked.done, asked.total = "claims", 6, 18
            asked.save()
        page.reload()
        page.evaluate(MARK)
        expect(page.get_by_text("Reading the claims: 6 of 18")).to_be_visible()
        expect(page.get_by_text("The program failed on this.")).to_be_visible()
        check_looks(page)
        page.get_by_role("table", name="Snapshots").get_by_role("link").first.click()
        expect(page.get_by_role("progressbar")).to_be_visible()
        check_looks(page)

        # As a worker leaves it that was lost.
        asked.worked_at = timezone.now() - 2 * SILENT
        asked.save()

        expect(page.get_by_role("table", name="Files")).to_be_visible()
        expect(
            page.get_by_text("The snapshot is done, with 18 claims.")
        ).to_be_attached()
        assert page.evaluate("window.isSamePage")

    def test_are_for_viewers_too_who_delete_none(self, signed_in, site, read, project):
        vera = make.user("Vera")
        projects.add_member(project=project, user=vera, role=Role.VIEWER)
        page = signed_in(vera, f"/projects/{project.slug}/export?rows=annotations")
        page.set_viewport_size(WIDE)
        expect(page.get_by_role("radio", name="Answer")).to_be_checked()
        expect(page.get_by_label("Say who answered")).to_have_count(0)
        take_snapshot(page, 1)
        page.get_by_role("table", name="Snapshots").get_by_role("link").click()
        expect(page.get_by_role("table", name="Files")).to_be_visible()
        expect(page.get_by_role("button", name="Delete")).to_have_count(0)
        names = {one["name"] for one in read.get("members/")} - {"Vera"}
        assert "Cleo" in names
        for name in names:
            expect(page.get_by_text(name)).to_have_count(0)
        check_looks(page)


def split_in_three(page):
    """Ask for every form of file, and for splits that an article more or less fills."""
    form = panel(page, "Take a snapshot")
    for name in ("JSONL", "CSV"):
        form.get_by_label(name).check()
    for name, share in {"Train": "60", "Validation": "20", "Test": "20"}.items():
        form.get_by_label(name, exact=True).fill(share)
