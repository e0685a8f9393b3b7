"""An annotator at work in the browser: keys pressed, and what the screen says."""

import re

from playwright.sync_api import Locator, Page, expect

from annotator.models import Annotation, AnnotationEvent
from tests import make

PATIENCE = 30_000  # ms, on a machine that does much else


def text_of(sentences: int) -> str:
    """Make a text in which each sentence is a claim."""
    return " ".join(f"This is made-up claim number {n} here." for n in range(sentences))


def question(page: Page) -> Locator:
    return page.get_by_role("region", name="Question")


def answer(page: Page, number: int, keys: str) -> None:
    """Answer the claim, which is the current one, by a key for each step."""
    card = re.compile(rf"Claim {number} of ")
    expect(question(page)).to_contain_text(card)
    for key in keys:
        page.keyboard.press(key)


def says(page: Page, words: str | re.Pattern[str]) -> Locator:
    """Expect the words beside the account, and give them to be pressed."""
    found = page.get_by_role("banner").get_by_text(words)
    expect(found.first).to_be_visible()
    return found.first


def saved(page: Page) -> None:
    says(page, "All saved")


def claim_button(page: Page, number: int, state: str) -> Locator:
    """Find the mark of a claim by what it says of its answer."""
    name = re.compile(rf"^Claim {number}, {state}")
    return page.get_by_role("button", name=name).first


def sign_in(page: Page, email: str) -> None:
    """Sign in on the screen that asks for it."""
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password", exact=True).fill(make.PASSWORD)
    page.keyboard.press("Enter")


def sign_out(page: Page) -> None:
    page.get_by_role("button", name=re.compile("Account of")).click()
    page.get_by_role("button", name="Sign out", exact=True).click()


def events() -> list[AnnotationEvent]:
    """Give what was saved, in the order in which it was."""
    return list(AnnotationEvent.objects.order_by("pk").select_related("claim"))


def numbers() -> list[int]:
    """Give the numbers of the claims that were saved, in that order."""
    return [event.claim.number for event in events()]


def said(number: int) -> tuple[str | None, int | None]:
    """Give what is now said of a claim."""
    now = Annotation.objects.get(claim__number=number)
    source_type = now.source_type.key if now.source_type else None
    return source_type, now.confidence
