"""The annotate page in a browser that never saw it, for `benchmarks.api --page`."""

from collections import Counter
from statistics import median
from typing import Any

VISITS = 7
READY = "the first claim can be answered"


def measure_page(url: str, slug: str, headers: dict[str, str]) -> None:
    """Print what a cold visit transfers, by kind, and how long until it is READY."""
    from playwright.sync_api import sync_playwright

    from tests.chromium import ARGUMENTS, find_chromium

    cookies = [
        dict(zip(("name", "value"), one.split("=", 1), strict=True)) | {"url": url}
        for one in headers["Cookie"].split("; ")
    ]
    times, kinds = [], Counter[str]()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=ARGUMENTS
        )
        for _ in range(VISITS):
            context = browser.new_context()
            context.add_cookies(cookies)  # type: ignore[arg-type]
            took, kinds = visit(context, f"{url}/projects/{slug}/annotate")
            times.append(took)
            context.close()
        browser.close()
    print(f"\n| kind | kB |\n|---|---|\n| all | {sum(kinds.values()) / 1000:.1f} |")
    for kind, size in kinds.most_common():
        print(f"| {kind} | {size / 1000:.1f} |")
    print(
        f"\nFrom the address to when {READY}, {VISITS} cold visits: "
        f"median {median(times):.0f} ms, most {max(times):.0f} ms"
    )


def visit(context: Any, address: str) -> tuple[float, Counter[str]]:
    """Open the page; give the milliseconds until it is READY, and bytes by kind."""
    page = context.new_page()
    developer = context.new_cdp_session(page)
    developer.send("Network.enable")
    kinds: dict[str, str] = {}
    sizes: Counter[str] = Counter()

    def began(event: dict[str, Any]) -> None:
        kinds[event["requestId"]] = event["type"]

    def ended(event: dict[str, Any]) -> None:
        kind = kinds.get(event["requestId"], "Other")
        sizes[kind] += int(event["encodedDataLength"])

    developer.on("Network.responseReceived", began)
    developer.on("Network.loadingFinished", ended)
    page.goto(address, wait_until="commit")
    page.get_by_role("region", name="Question").wait_for()
    took: float = page.evaluate("performance.now()")
    page.wait_for_load_state("networkidle")
    return took, sizes
