"""Read numbers off a screen, and compare them with those that they stand for."""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.e2e.leading import panel
from tests.e2e.told import IN_WORDS, PANELS, Cell, Told

ALPHA, DASH, MINUS = "\N{GREEK SMALL LETTER ALPHA}", "\N{EN DASH}", "\N{MINUS SIGN}"
HEADLINES = {
    "Agreement on source type": "source_type",
    "Agreement on confidence": "confidence",
}

ROWS = """
(table) => [...table.tBodies[0].rows].map(
    (row) => [...row.cells].map((cell) => cell.textContent.trim()),
)
"""


def rows_of(table: Locator) -> list[list[str]]:
    """Give the cells of a table's body."""
    expect(table).to_be_visible()
    found: list[list[str]] = table.evaluate(ROWS)
    return found


def table_of(page: Page, title: str) -> list[list[str]]:
    """Open the table of a chart, and give its rows."""
    box = panel(page, title)
    toggle = box.get_by_role("button", name="Show as table")
    if toggle.get_attribute("aria-expanded") == "false":
        toggle.click()
    shown = box.get_by_role("region", name=f"Table of “{title}”")
    return rows_of(shown.get_by_role("table"))


def stands_for(text: str, value: Cell) -> bool:
    """Tell whether a text is a value as it is written: rounded, in percent, or none."""
    if value is None or isinstance(value, str):
        return text == (DASH if value is None else value)
    found = re.fullmatch(rf"({MINUS}?)([\d,]*)(?:\.(\d+))?(%?)", text)
    if found is None or not re.search(r"\d", text):
        return False
    sign, whole, places, percent = found.groups()
    number = float(f"{whole.replace(',', '') or 0}.{places or 0}")
    unit = 10.0 ** -len(places or "") / (100 if percent else 1)
    number = (-number if sign else number) / (100 if percent else 1)
    return abs(number - value) <= unit / 2 + 1e-9


def check(shown: Sequence[Sequence[str]], told: Sequence[Sequence[Cell]]) -> None:
    """Check that rows on the screen stand for those of the API, each in its place."""
    assert len(shown) == len(told)
    for texts, values in zip(shown, told, strict=True):
        same = map(stands_for, texts, values)
        assert len(texts) == len(values), texts
        assert all(same), f"{texts} is not {values}"


def check_panels(page: Page, told: Told) -> None:
    """Check that every table of the dashboard has the numbers of the API."""
    for title, rows in PANELS.items():
        shown = table_of(page, title)
        if title in IN_WORDS:
            shown = [row[:-1] for row in shown]
        check(shown, rows(told))


def check_people(page: Page, told: Told) -> None:
    """Check the table of people, whose numbers stand among words."""
    shown = rows_of(panel(page, "People").get_by_role("table"))
    numbers = [
        [name, answered, skipped, per_day, median.removesuffix("\u00a0s")]
        for name, answered, skipped, _, per_day, median, _ in shown
    ]
    check(numbers, told.people())


def check_headline(page: Page, told: Told) -> None:
    """Check the figures at the top, which are sentences."""
    report = told.read.get("agreement/", scope=told.scope)["report"]
    said = {
        title: agreement_words(report["variables"][variable])
        for title, variable in HEADLINES.items()
    }
    said["Progress"] = progress_words(told.read.get("progress/"))
    said["Median time per claim"] = time_words(told.overview["seconds"])
    for title, sentences in said.items():
        heading = page.get_by_role("heading", name=title, exact=True)
        box = page.get_by_role("main").locator("section").filter(has=heading)
        for words in sentences:
            expect(box).to_contain_text(words)


def agreement_words(figure: Any) -> list[str]:
    """Say what stands with an agreement: interval, probabilities, and basis."""
    spread, other = figure["interval"], figure["others"]["gwet_ac"]
    name = {"identity": "AC1", "ordinal": "AC2"}[figure["weights"]]
    return [
        f"{rounded(figure['value'], 2)}Krippendorff",
        f"95% interval {bare(spread['low'])} to {bare(spread['high'])}, clustered by "
        f"{spread['n']} articles",
        f"Probability of .667 or more: {sure(figure['at_least']['tentative'])}, "
        f"of .80 or more: {sure(figure['at_least']['reliable'])}",
        f"percent agreement {rounded(100 * figure['percent_agreement'], 0)}%",
        f"{name} {bare(other['value'])} ({bare(other['interval']['low'])} to "
        f"{bare(other['interval']['high'])})",
        f"{ALPHA} of {figure['pairable_units']:,} claims answered by at least two "
        f"people, {figure['annotators']} annotators",
    ]


def progress_words(progress: Any) -> list[str]:
    return [
        f"{progress['answers']:,} of {progress['answers_needed']:,} answers",
        f"{progress['articles']:,} articles, {progress['claims']:,} claims",
    ]


def time_words(seconds: Any) -> list[str]:
    low, high = seconds["quartiles"]
    return [
        f"{rounded(seconds['median'], 1)}s",
        f"The middle half takes {rounded(low, 1)} to {rounded(high, 1)}\u00a0s",
        f"of {seconds['n']:,} timed answers",
    ]


def rounded(value: float, places: int) -> str:
    """Write a number as browsers do: halves go up, and a minus is a real one."""
    digits = Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{digits}".replace("-", MINUS)


def bare(value: float) -> str:
    """Write a coefficient as statisticians do, without the zero before the point."""
    return rounded(value, 2).replace("0.", ".", 1)


def sure(share: float) -> str:
    """Write a probability, as certain only if it is."""
    if 0 < share < 0.005:
        return "<1%"
    return ">99%" if 0.995 <= share < 1 else f"{rounded(100 * share, 0)}%"
