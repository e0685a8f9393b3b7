"""
The annotate screen in a real browser: how long a key takes, and what a page costs.

    python -m benchmarks.annotate_screen        # the build in frontend/dist

A real PostgreSQL, Redis and web server, and Chromium. Two made-up articles: one like
most, with 16 claims, and one of 20,000 words with 600. A key's time is from its event's
own time stamp until the next claim is the current one in the document, and until the
frame after that; answers go to the server meanwhile, as always. The cold load is of
somebody who has signed in and has nothing in the cache: until the first claim can be
answered, and all bytes until the network is quiet. It exits with 1 beyond a budget.
"""

import gzip
import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.annotate_watch import KEYS, LOAD
from benchmarks.imports import sentence

KEYS_PRESSED = 200
WARM_UP = 6
COLD_LOADS = 5
PASSWORD = secrets.token_urlsafe(12)
# (slug, words, claims): the first is the one whose cold load has a budget.
ARTICLES = (("usual", 550, 16), ("long", 20_000, 600))
MOST_KEY_MS = 50
MOST_LOAD_MS = 1_500
MOST_LOAD_KB = 250
MOST_JS_KB = 130


@dataclass
class Measured:
    """What came out for one article."""

    words: int
    claims: int
    answers: list[tuple[float, float]] = field(default_factory=list)
    moves: list[tuple[float, float]] = field(default_factory=list)
    heap_mb: float = 0
    loads_ms: list[float] = field(default_factory=list)
    load_kb: float = 0
    js_kb: float = 0


def main() -> int:
    """Measure both articles, print the table, and say whether a budget was passed."""
    from playwright.sync_api import sync_playwright

    from tests.chromium import ARGUMENTS, find_chromium

    with ExitStack() as stack:
        address = stack.enter_context(site())
        sizes = {slug: make_article(slug, *size) for slug, *size in ARTICLES}
        browsers = stack.enter_context(sync_playwright())
        browser = browsers.chromium.launch(
            executable_path=find_chromium(), args=ARGUMENTS
        )
        found = []
        for slug, (words, claims) in sizes.items():
            measured = Measured(words, claims)
            for _ in range(COLD_LOADS):
                load(browser, address, slug, measured)
            press(browser, address, slug, measured)
            found.append(measured)
        browser.close()
    print_table(found)
    return report(found)


@contextmanager
def site() -> Iterator[str]:
    """Run PostgreSQL, Redis and the web server; give its address."""
    from tests import servers
    from tests.postgres import postgres

    with ExitStack() as stack:
        folder = stack.enter_context(TemporaryDirectory(prefix="onr-screen-"))
        _, redis_url = stack.enter_context(servers.redis())
        database = stack.enter_context(postgres())
        ours = {
            "DATA_DIR": str(Path(folder) / "data"),
            "DATABASE_URL": stack.enter_context(database.database()),
            "REDIS_URL": redis_url,
            "SECRET_KEY": secrets.token_urlsafe(64),
            "HTTPS": "0",
        }
        os.environ.update(ours)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "annotator.settings")
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        web, address = servers.web(servers.environment(**ours))
        stack.enter_context(web)
        yield address


def make_article(slug: str, words: int, claims: int) -> tuple[int, int]:
    """Store a made-up article in a project of its own; give its words and claims."""
    import random

    from django.utils import timezone

    from annotator.formats.articles.article import GivenClaim, RawArticle
    from annotator.models import Role, User
    from annotator.services import articles, projects

    now = timezone.now()
    lead = User.objects.create_user(f"lead-{slug}@example.org", PASSWORD, name="Lead")
    reader = User.objects.create_user(f"{slug}@example.org", PASSWORD, name="Ana Ray")
    project = projects.create_project(name=slug, slug=slug, lead=lead, now=now)
    projects.add_member(project=project, user=reader, role=Role.ANNOTATOR)
    chance = random.Random(words)  # noqa: S311  # no secret
    text, length = "", 0
    while length < words:
        sentences = [sentence(chance) for _ in range(chance.randint(2, 5))]
        text += " ".join(sentences) + "\n\n"
        length += sum(len(one.split()) for one in sentences)
    given = RawArticle(text=text, title="The bridge, the clinic and the ferry")
    found = articles.preview_article(project=project, given=given).claims
    kept = [one for one in found if not one.excluded]
    chosen = tuple(
        GivenClaim(quote=None, start=one.start, end=one.end)
        for one in (kept[n * len(kept) // claims] for n in range(claims))
    )
    article = articles.store_article(
        project=project, lead=lead, given=replace(given, claims=chosen), now=now
    )
    return article.words, article.claim_count


def signed_in(browser: Any, address: str, slug: str) -> Any:
    """Give a context with an empty cache, and nothing but the session in it."""
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, locale="en-US"
    )
    context.request.get(f"{address}/api/v1/session/")
    token = next(
        cookie["value"] for cookie in context.cookies() if cookie["name"] == "csrftoken"
    )
    answer = context.request.post(
        f"{address}/api/v1/session/",
        data={"email": f"{slug}@example.org", "password": PASSWORD},
        headers={"X-CSRFToken": token, "Referer": f"{address}/"},
    )
    assert answer.ok, answer.text()
    return context


def load(browser: Any, address: str, slug: str, measured: Measured) -> None:
    """Load the screen with nothing in the cache."""
    context = signed_in(browser, address, slug)
    page = context.new_page()
    page.add_init_script(LOAD)
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    transferred: list[float] = []
    network.on(
        "Network.loadingFinished",
        lambda event: transferred.append(event["encodedDataLength"]),
    )
    scripts: list[Any] = []
    page.on(
        "response",
        lambda one: scripts.append(one) if ".js" in one.url else None,
    )
    page.goto(f"{address}/projects/{slug}/annotate")
    page.wait_for_selector("[data-in-force] button:enabled")
    page.wait_for_load_state("networkidle")
    measured.loads_ms.append(page.evaluate("window.firstClaimAt"))
    measured.load_kb = sum(transferred) / 1000
    measured.js_kb = sum(len(gzip.compress(one.body())) for one in scripts) / 1000
    context.close()


def press(browser: Any, address: str, slug: str, measured: Measured) -> None:
    """Answer claims and move among them by keys."""
    context = signed_in(browser, address, slug)
    page = context.new_page()
    page.goto(f"{address}/projects/{slug}/annotate")
    page.wait_for_selector("[aria-current=step]")
    page.wait_for_load_state("networkidle")
    page.evaluate(KEYS)
    for _ in range(WARM_UP):
        for key in ("j", "k"):
            page.keyboard.press(key)
    page.wait_for_timeout(500)
    page.evaluate("window.times.length = 0")
    for _ in range(min(KEYS_PRESSED, measured.claims - 1)):
        page.keyboard.press("1")
        page.keyboard.press("3")
        page.wait_for_timeout(30)
    page.wait_for_timeout(200)
    measured.answers = page.evaluate("window.times.splice(0)")
    for number in range(KEYS_PRESSED):
        page.keyboard.press("k" if number // (measured.claims - 1) % 2 == 0 else "j")
        page.wait_for_timeout(20)
    page.wait_for_timeout(200)
    measured.moves = page.evaluate("window.times.splice(0)")
    memory = context.new_cdp_session(page)
    memory.send("HeapProfiler.collectGarbage")
    memory.send("Performance.enable")
    metrics = memory.send("Performance.getMetrics")["metrics"]
    heap = next(one["value"] for one in metrics if one["name"] == "JSHeapUsedSize")
    measured.heap_mb = heap / 1e6
    context.close()


def share(values: list[float], part: float) -> float:
    """Give a percentile: the value that `part` of all do not pass."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def print_table(found: list[Measured]) -> None:
    """Print what was measured, in milliseconds unless it says otherwise."""
    print(
        "| words | claims | key | n | to the next claim p50 / p95 / p99 "
        "| to its frame p50 / p95 / p99 |\n|---|---|---|---|---|---|"
    )
    for one in found:
        for name, times in (("answer", one.answers), ("J, K", one.moves)):
            document, frame = ([pair[at] for pair in times] for at in (0, 1))
            cells = [
                " / ".join(f"{share(values, part):.1f}" for part in (0.5, 0.95, 0.99))
                for values in (document, frame)
            ]
            size = f"{one.words:,} | {one.claims}"
            print(f"| {size} | {name} | {len(times)} | {cells[0]} | {cells[1]} |")
    print(
        "\n| words | claims | first claim, best / median | transferred, kB "
        "| JavaScript, kB gzip | heap, MB |\n|---|---|---|---|---|---|"
    )
    for one in found:
        loads = sorted(one.loads_ms)
        print(
            f"| {one.words:,} | {one.claims} | {loads[0]:.0f} / "
            f"{loads[len(loads) // 2]:.0f} | {one.load_kb:.0f} | {one.js_kb:.1f} "
            f"| {one.heap_mb:.1f} |"
        )


def report(found: list[Measured]) -> int:
    """Say which budgets were passed; give the exit code."""
    beyond = []
    for one in found:
        for name, times in (("an answer", one.answers), ("a move", one.moves)):
            slow = share([pair[0] for pair in times], 0.95)
            if slow >= MOST_KEY_MS:
                beyond.append(f"{name} among {one.claims} claims: {slow:.0f} ms")
    usual = found[0]
    loads = sorted(usual.loads_ms)
    for name, value, most in (
        ("the first claim, ms", loads[len(loads) // 2], MOST_LOAD_MS),
        ("transferred, kB", usual.load_kb, MOST_LOAD_KB),
        ("JavaScript, kB", usual.js_kb, MOST_JS_KB),
    ):
        if value > most:
            beyond.append(f"{name}: {value:.1f} of {most}")
    for line in beyond:
        print(f"Beyond its budget: {line}", file=sys.stderr)
    return 1 if beyond else 0


if __name__ == "__main__":
    sys.exit(main())
