"""What a state of a screen must be, whoever looks at it, and on whatever device."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, ViewportSize

from tests.e2e.giving import (
    NARROW,
    NARROWEST,
    WIDE,
    come_to_rest,
    resize,
    set_theme,
)

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
RULES = {
    "runOnly": {"type": "tag", "values": TAGS},
    # In no tag's name does axe run this one by itself, though WCAG 2.2 AA asks for it.
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}


def violations(page: Page) -> list[str]:
    """Give what axe finds wrong, by WCAG 2.2 A and AA."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    come_to_rest(page)
    found: list[dict[str, Any]] = page.evaluate(
        "async (rules) => (await axe.run(rules)).violations", RULES
    )
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in found
        for node in one["nodes"]
    ]


def sideways(page: Page, size: ViewportSize) -> int:
    """Give by how much the page is wider than its window, when that has `size`."""
    resize(page, size)
    return int(page.evaluate("document.documentElement.scrollWidth")) - size["width"]


def flaws(page: Page) -> list[str]:
    """Look at a state: light and wide, dark and narrow, and on the narrowest phones."""
    set_theme(page, "light")
    found = [f"light: {one}" for one in violations(page)]
    over = sideways(page, NARROW)
    set_theme(page, "dark")
    found += [f"dark: {one}" for one in violations(page)]
    over = max(over, sideways(page, NARROWEST))
    page.set_viewport_size(WIDE)
    return [*found, f"{over} px too wide"] if over > 0 else found


# By the numbers of WCAG 1.4.12. A sheet made by script, as the policy allows no other.
SPACE_OUT = """
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
        * {
            line-height: 1.5 !important;
            letter-spacing: 0.12em !important;
            word-spacing: 0.16em !important;
        }
        p { margin-bottom: 2em !important; }
    `);
    document.adoptedStyleSheets.push(sheet);
"""

# What is not seen is left out: in a closed menu, or said to a screen reader alone.
BADLY_PLACED = """
() => {
    const root = document.querySelector("dialog[open]") ?? document;
    const controls = [...root.querySelectorAll("button, a[href], input, summary")];
    const how = { visibilityProperty: true, opacityProperty: true };
    const seen = controls.filter(
        (one) => one.checkVisibility(how)
            && !one.closest(".visually-hidden, .skip-link")
            && one.getClientRects().length > 0,
    );
    const nameOf = (one) => (one.ariaLabel ?? one.innerText).trim().slice(0, 40);
    const found = [];
    for (const one of seen) {
        const { display, overflowY } = getComputedStyle(one);
        if (display === "inline" || one.tagName === "INPUT") continue;
        const wide = one.scrollWidth - one.clientWidth;
        // Lines may be higher than their box, as long as they are not cut off.
        const high = overflowY === "visible" ? 0 : one.scrollHeight - one.clientHeight;
        if (wide > 1 || high > 1) {
            found.push(`${nameOf(one)}: ${wide} by ${high} px stick out`);
        }
    }
    const blocks = seen.filter((one) => getComputedStyle(one).display !== "inline");
    for (const [at, one] of blocks.entries()) {
        const a = one.getBoundingClientRect();
        for (const other of blocks.slice(at + 1)) {
            if (one.contains(other) || other.contains(one)) continue;
            if (layerOf(one) !== layerOf(other)) continue;
            const b = other.getBoundingClientRect();
            const x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (x > 1 && y > 1) found.push(`${nameOf(one)} lies over ${nameOf(other)}`);
        }
    }
    return found;

    // What is fixed lies over what scrolls beneath it, and is meant to.
    function layerOf(one) {
        for (let box = one; box; box = box.parentElement) {
            const { position, overflowY } = getComputedStyle(box);
            if (/fixed|sticky/.test(position)) return box;
            if (/auto|scroll/.test(overflowY)) return box;
        }
        return null;
    }
}
"""


def badly_placed(page: Page) -> list[str]:
    """Give the controls that are too small for their words or lie over others."""
    come_to_rest(page)
    found: list[str] = page.evaluate(BADLY_PLACED)
    return found
