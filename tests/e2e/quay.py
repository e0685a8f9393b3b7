"""An article of sixteen claims, and an annotator who works through it by keys."""

from typing import Any

from playwright.sync_api import Page, expect

from annotator.models import Annotation
from tests.e2e.answering import question

A_GLANCE = 120  # ms for a claim at least, so that the time spent is more than nothing

# The emoji are outside the basic plane: offsets in UTF-16 units are wrong after them.
QUAY = (
    "The quay 🚢🏗️ will cost twelve million, harbor master Ida Moll said on Monday. "
    "Two people who know the budget said that the sum is too low. "
    "The port authority said in a statement that the soil was tested. "
    "The island has 900 inhabitants. "
    "“We never saw the figures,” Councilor Ben Osei told the radio. "
    "The work will begin in May, according to the port authority. "
    "A diver who asked not to be named said that the piles are rotten. "
    "The first quay was built in 1887.\n\n"
    "Treasurer Nora Vance said that the loan is agreed. "
    "The ministry announced on Friday that it will pay a third. "
    "An official who was not authorized to speak said that nothing is signed. "
    "Most of the freight goes by road now. "
    "Captain Leo Brandt said the channel is too shallow. "
    "The union said in a statement that forty jobs are at risk. "
    "Residents fear another winter without a ferry. "
    "The council will meet again on Thursday, Mayor Ada Quist said."
)
UNSURE = 15
"""The claim whose suggestion is not likely enough to be accepted by one key."""


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def at_claim(page: Page, number: int, of: int = 16, word: str = "Claim") -> None:
    """Wait until a claim is asked about, and read it."""
    of_word = "von" if word == "Aussage" else "of"
    card = (
        question(page) if word == "Claim" else page.get_by_role("region", name="Frage")
    )
    expect(card).to_contain_text(f"{word} {number} {of_word} {of}")
    page.wait_for_timeout(A_GLANCE)


def answers() -> dict[int, dict[str, Any]]:
    """Give what is now said of each claim, by its number."""
    rows = Annotation.objects.select_related("claim__article", "source_type")
    return {row.claim.number: _said(row) for row in rows}


def _said(row: Annotation) -> dict[str, Any]:
    text = row.claim.article.text

    def words(start: int | None, end: int | None) -> str | None:
        return None if start is None else text[start:end]

    return {
        "answer": row.skip_reason
        if row.skipped
        else (row.source_type and row.source_type.key, row.confidence),
        "source": words(row.source_start, row.source_end),
        "cue": words(row.cue_start, row.cue_end),
        "flags": row.flags,
        "note": row.note,
        "suggestion": (row.suggestion_shown, row.suggestion_accepted),
    }


def told(page: Page, words: str) -> None:
    """Expect that the line under the question says what the last key did."""
    expect(page.get_by_text(words).first).to_be_visible()
