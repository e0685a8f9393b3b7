"""What a lead gives to the screens that take articles in, and what they look like."""

import csv
import io

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize, expect

WIDE: ViewportSize = {"width": 1440, "height": 900}
NARROW: ViewportSize = {"width": 390, "height": 844}
NARROWEST: ViewportSize = {"width": 320, "height": 640}

HARBOR = """<!doctype html>
<html lang="en"><head>
<title>Ferry stays in port | Harbor Times</title>
<meta property="og:site_name" content="Harbor Times">
<meta name="author" content="Nora Vance">
<meta property="article:published_time" content="2026-05-04T08:00:00Z">
</head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article>
<h1>Ferry stays in port</h1>
<p>The island ferry 🚢 will stay in port until March, Mayor Ida Moll said on Monday,
because the hull is cracked.</p>
<p>Two people who work at the yard said that the crack was known for years.</p>
<p>The operator said in a statement that every inspection had been passed.</p>
<p>The island has 900 inhabitants, and most of them work on the mainland.</p>
<p>Read more: The bridge that was never built</p>
<p>The council meets again on Thursday to decide about a second boat.</p>
</article>
<footer>Copyright 2026 Harbor Times</footer>
</body></html>
"""

TABLE = [
    ["Headline", "Story", "Paper"],
    ["Rain", "It rained for a week, Mayor Osei said. Nobody knew why.", "Wire"],
    ["Snow 🌨", "It snowed, two drivers said. The road was closed.", "Wire"],
    ["Nothing", "", "Wire"],
    ["Wind", "The wind took twelve roofs, the fire brigade said.", "Times"],
]


def choose(page: Page, name: str, content: str, kind: str) -> None:
    page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": kind, "buffer": content.encode()}
    )


def choose_harbor(page: Page) -> None:
    choose(page, "harbor.html", HARBOR, "text/html")
    expect(page.get_by_role("heading", name="Check the article")).to_be_visible()


def choose_table(page: Page) -> None:
    rows = io.StringIO()
    csv.writer(rows).writerows(TABLE)
    choose(page, "weather.csv", rows.getvalue(), "text/csv")
    expect(page.get_by_role("heading", name="What the columns hold")).to_be_visible()


def set_theme(page: Page, theme: str) -> None:
    """Show the page in a theme, as the button in the bar does."""
    page.evaluate(
        "(theme) => { document.documentElement.dataset.theme = theme; }", theme
    )


# Scripts hear of another size of the window with the next frame, and draw in the one
# after it; fonts move the words when they come. What turns for as long as something
# loads never ends, and is left to turn.
COME_TO_REST = """
    async () => {
        const frame = () => new Promise(requestAnimationFrame);
        await frame();
        await frame();
        await document.fonts.ready;
        await Promise.all(
            document.getAnimations()
                .filter((one) => one.effect.getComputedTiming().endTime !== Infinity)
                .map((one) => one.finished.catch(() => undefined)),
        );
    }
"""


def come_to_rest(page: Page) -> None:
    """Wait for what moves or fades, as half-faded words have too little contrast."""
    page.evaluate(COME_TO_REST)


def resize(page: Page, size: ViewportSize) -> None:
    """Give the window a size, and wait for all that moves with it."""
    page.set_viewport_size(size)
    come_to_rest(page)


def check_access(page: Page) -> None:
    """Check that nothing on the page shuts anybody out, in light and in dark."""
    for theme in ("light", "dark"):
        set_theme(page, theme)
        come_to_rest(page)
        found = Axe().run(page)
        assert found.violations_count == 0, f"{theme}: {found.generate_report()}"


def check_looks(page: Page) -> None:
    """Check that nothing on the page shuts anybody out, or goes over its edge."""
    check_access(page)
    for size in (NARROW, NARROWEST, WIDE):
        resize(page, size)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= size["width"]
