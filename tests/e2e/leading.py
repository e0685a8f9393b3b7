"""A lead at work in the browser, and those who come by invitation."""

import csv
import io
import json
import re
import time
from collections.abc import Callable
from typing import Any

import requests
from playwright.sync_api import Locator, Page, expect

from annotator.models import Project, User
from tests import make
from tests.e2e.answering import PATIENCE, answer, saved
from tests.e2e.conftest import Site
from tests.e2e.giving import choose

STORIES = {
    "Pump house silent since Sunday": ("Coast Wire", "2026-03-02"),
    "Lamp oil runs short on the islands": ("The Lantern", "2026-03-09"),
    "Council sells the old tide mill": ("Coast Wire", "2026-04-01"),
    "Bell foundry to reopen in spring": ("The Lantern", "2026-04-07"),
    "Salt road closed for the lambing": ("Coast Wire", "2026-05-11"),
    "Nobody wants the lighthouse": ("", "2026-05-12"),
}
"""Headlines with outlet and day; `story_of` makes the text."""
COLUMNS = {
    "Headline": "title",
    "Story": "text",
    "Paper": "outlet",
    "Day": "published_on",
}
CLAIMS = 4


def story_of(headline: str) -> str:
    """Give a made-up article of four claims, each a sentence with a source."""
    return (
        f"The news reached the town of Oosterly at dawn: {headline.lower()}. "
        "Two clerks who asked not to be named said that the ledgers were never kept. "
        "The harbor council said in a statement that every lamp had been counted. "
        "The town has 4,100 inhabitants and one weighing house."
    )


def table_of_stories() -> str:
    rows = io.StringIO()
    writer = csv.writer(rows)
    writer.writerow([*COLUMNS])
    writer.writerows([name, story_of(name), *rest] for name, rest in STORIES.items())
    return rows.getvalue()


def panel(page: Page, title: str) -> Locator:
    """Find a panel by its heading; what is in it may have the same name."""
    return page.get_by_role("region", name=title, exact=True).first


def tab(page: Page, name: str) -> None:
    """Go to a part of the project by the bar above it."""
    page.get_by_role("banner").get_by_role("link", name=name, exact=True).click()


def make_account(page: Page, name: str, button: str, *, email: str | None) -> None:
    """Fill the form of a new account in; with no address, it is there already."""
    page.get_by_label("Name", exact=True).fill(name)
    if email is not None:
        page.get_by_label("Email", exact=True).fill(email)
    page.get_by_label("Password", exact=True).fill(make.PASSWORD)
    page.get_by_role("button", name=button).click()


def new_project(page: Page, name: str, *, overlap: int) -> None:
    page.get_by_role("link", name="New project").click()
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("Answers a claim").fill(str(overlap))
    page.get_by_role("button", name="Create the project").click()
    steps = page.get_by_role("region", name="Next steps")
    expect(steps.get_by_role("link", name="Invite people")).to_be_visible()


def made_link(page: Page) -> str:
    """Give the link of the invitation that was just made."""
    figure = page.get_by_role("figure").filter(has_text="Link of the invitation")
    return figure.locator("code").inner_text()


def link_in_letter(site: Site, email: str) -> str:
    """Wait until the worker has printed a letter, and give the link that it holds."""

    def link() -> str | None:
        letters = site.worker.log.split("Content-Type: text/plain")
        ours = [one for one in letters if f"To: {email}\n" in one]
        found = re.search(r"^http\S+/join#\S+\n", ours[-1], re.M) if ours else None
        return found and found[0].strip()

    return str(wait_for(link))


def import_stories(page: Page) -> None:
    """Import all stories as a table, and wait until the workers have."""
    choose(page, "stories.csv", table_of_stories(), "text/csv")
    for column, holds in COLUMNS.items():
        page.get_by_label(f"What the column {column} holds").select_option(holds)
    page.get_by_role("button", name="Start import").click()
    expect(page.get_by_text("Done", exact=True)).to_be_visible()


def annotate(page: Page, articles: list[list[str]], *, onwards: bool) -> None:
    """Answer article after article by keys; `onwards` says to leave the last one."""
    for place, answers in enumerate(articles):
        for number, keys in enumerate(answers, start=1):
            answer(page, number, keys)
        finished = page.get_by_text("Article finished", exact=True)
        expect(finished).to_be_visible()
        saved(page)
        if onwards or place < len(articles) - 1:
            page.keyboard.press("Enter")


def publish(page: Page, addition: str, note: str) -> None:
    """Add a paragraph to the guidelines in the editor, and publish them."""
    page.get_by_role("link", name="Edit", exact=True).click()
    text = page.get_by_label("Text, in Markdown")
    text.press("Control+End")
    page.keyboard.insert_text(f"\n\n{addition}\n")
    page.get_by_label("What changed").fill(note)
    page.get_by_role("button", name=re.compile("Publish as revision")).click()


def heard(page: Page, note: str, addition: str) -> None:
    """Expect the notice of new guidelines, and go on."""
    notice = page.get_by_role("dialog", name="The guidelines have changed")
    expect(notice).to_be_visible()
    expect(notice).to_contain_text(note)
    expect(notice.get_by_role("insertion")).to_contain_text(addition)
    page.keyboard.press("Enter")
    expect(notice).to_have_count(0)


def log_of(page: Page) -> list[str]:
    """Give the sentences of the activity log, the newest first."""
    while page.get_by_role("button", name="Show earlier").count():
        shown = page.locator("ol li").count()
        page.get_by_role("button", name="Show earlier").click()
        expect(page.locator("ol li").nth(shown)).to_be_visible()
    return page.locator("main ol li p:first-child").all_inner_texts()


def wait_for(condition: Callable[[], Any]) -> Any:
    deadline = time.monotonic() + PATIENCE / 1000
    while not (found := condition()):
        assert time.monotonic() < deadline
        time.sleep(0.1)
    return found


class Reader:
    """What a lead reads of a project by the API."""

    def __init__(self, site: Site, project: Project, lead: User) -> None:
        self.root = f"{site.address}/api/v1/projects/{project.slug}/"
        self.session = requests.Session()
        self.session.headers.update(site.headers(lead))

    def get(self, path: str, **query: str) -> Any:
        answer = self.session.get(self.root + path, params=query, timeout=20)
        answer.raise_for_status()
        return answer.json()

    def rows(self) -> list[Any]:
        """Give the exported annotations."""
        path = f"{self.root}export/annotations.jsonl"
        lines = self.session.get(path, timeout=20).text.splitlines()
        return [json.loads(line) for line in lines]

    def select(self, **filters: Any) -> str:
        """Choose answers, wait until they are counted, and give the scope."""
        path = f"{self.root}agreement/selections/"

        def counted() -> Any:
            told = self.session.post(path, json=filters, timeout=20).json()
            return told["is_current"] and told["scope"]

        return str(wait_for(counted))

    def settle(self, answers: int) -> None:
        """Wait until so many answers are in all figures."""

        def is_settled() -> bool:
            told, overview = self.get("agreement/"), self.get("overview/")
            return bool(
                not told["pending"]
                and not told["recomputation"]
                and overview["is_current"]
                and overview["figures"]["answers"] == answers
            )

        wait_for(is_settled)
