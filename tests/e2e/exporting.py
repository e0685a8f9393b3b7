"""Labels out of the site: a project to export, a token made by keys, shown commands."""

import hashlib
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from annotator.models import Project, TokenScope, User
from annotator.services import tokens
from tests import make
from tests.e2e.leading import panel
from tests.servers import environment

OUTLETS = ["Coast Wire", "The Keeper's Post & Co", ""]
"""One of which has what shells and addresses read in their own way."""
ARTICLES, CLAIMS = 6, 3
SAID = ["nna", "aaa", "ooo"]
"""A word a claim, a letter a person; of the last article one person says all."""
KEYS = {"n": "named", "a": "anonymous", "o": "official_statement"}
TABS = 80

COUNT = """
import sys
from glob import glob
import duckdb, pandas, polars

for table in ("claims", "annotations"):
    files = sorted(glob(f"{sys.argv[1]}/data/{table}/*.parquet"))
    loaded = load_dataset(sys.argv[1], table)
    print(
        sum(len(rows) for rows in loaded.values()),
        sum(len(pandas.read_parquet(file)) for file in files),
        sum(len(polars.read_parquet(file)) for file in files),
        sum(len(duckdb.read_parquet(file)) for file in files),
    )
print(*sorted(claims), sum(len(rows) for rows in claims.values()))
"""
"""Count rows in every way, after the lines that a snapshot's page shows."""


def labeled_project(lead: User, people: tuple[User, ...]) -> Project:
    """Make a project of articles that are not alike, with answers."""
    made = make.project(lead=lead, annotators=people)
    for number in range(ARTICLES):
        article = make.article(made, story(number))
        article.title = f"Lamp {number}"
        article.outlet = OUTLETS[number % len(OUTLETS)]
        article.save()
    for place, who in enumerate(people):
        for number, article in enumerate(make.lease(made, who)):
            if place == 0 or number < ARTICLES - 1:
                for claim in article.claims.all():
                    make.annotate(claim, who, KEYS[SAID[claim.number - 1][place]])
    return made


def story(number: int) -> str:
    """Make a text of three claims that shares no three words with another."""
    names = [f"{number}x{place}" for place in range(CLAIMS)]
    return " ".join(f"Lamp{n} 🏮 was lit by keeper{n}, captain{n} said." for n in names)


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until something has the focus."""
    for _ in range(TABS):
        if target.evaluate("(one) => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{target} is not reached by Tab")


def make_token(page: Page, project: Project) -> str:
    """Make a token that may read one project, by keys alone; give what is copied."""
    name = page.get_by_label("Name of the new token")
    expect(name).to_be_visible()
    tab_to(page, name)
    page.keyboard.type("Training")
    bound_to = page.get_by_label("Project", exact=True)
    expect(bound_to.get_by_role("option", name=project.name)).to_be_attached()
    tab_to(page, bound_to)
    page.keyboard.type(project.name[:3])
    expect(bound_to).to_have_value(project.slug)
    tab_to(page, page.get_by_role("radio", name="Read", exact=True))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Token “Training” is ready")).to_be_visible()
    tab_to(page, snippet(page, "Token").get_by_role("button"))
    page.keyboard.press("Enter")
    expect(snippet(page, "Token")).to_contain_text("Copied")
    copied: str = page.evaluate("navigator.clipboard.readText()")
    assert copied == shown(page, "Token")
    return copied


def snippet(page: Page, label: str) -> Locator:
    return page.get_by_role("figure").filter(has_text=re.compile(f"^{label}"))


def shown(page: Page, label: str) -> str:
    """Give the lines that are there to be copied."""
    return snippet(page, label).locator("code").text_content() or ""


def run(command: str, folder: Path, token: str) -> None:
    """Run a command of a screen's in a shell, with a token where it looks for it."""
    _run(["sh", "-c", command], folder, ONRECORD_TOKEN=token)


def python(program: str, *arguments: str, folder: Path) -> list[str]:
    """Run a program, with nothing to load but what lies here; give its lines."""
    offline = {"HF_HUB_OFFLINE": "1", "HF_HOME": str(folder / "cache")}
    command = [sys.executable, "-c", program, *arguments]
    return _run(command, folder, **offline).splitlines()


def _run(command: list[str], folder: Path, **settings: str) -> str:
    ran = subprocess.run(
        command,
        cwd=folder,
        env=environment(**settings),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def choose_filter(page: Page, title: str) -> Locator:
    """Open a filter, and give what it can be set to."""
    page.get_by_role(
        "button", name=re.compile(f"^{title}: .* Change the filter")
    ).click()
    return page.get_by_role("form", name=title)


def take_snapshot(page: Page, number: int) -> list[str]:
    """Take what the form says; give the row of the list once a worker has taken it."""
    rows = page.get_by_role("table", name="Snapshots").locator("tbody tr")
    panel(page, "Take a snapshot").get_by_role("button", name="Take a snapshot").click()
    expect(page.get_by_text("Asked for: it is the first in the list")).to_be_visible()
    expect(rows).to_have_count(number)
    digest = rows.first.get_by_role("button", name="the digest")
    expect(digest).to_be_visible()
    return rows.first.locator("td").all_inner_texts()


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def files_of(told: dict[str, Any]) -> dict[str, str]:
    """Give the checksum of each file of a snapshot, as the API tells of it."""
    return {one["name"]: one["sha256"] for one in told["files"]}


def token_of(user: User) -> str:
    """Give a token by which `user` may read."""
    now = timezone.now()
    scope = TokenScope.READ
    return tokens.create_token(user=user, name="read", scope=scope, now=now)[1]
