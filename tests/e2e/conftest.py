"""A whole running site: web server, worker, timer, broker and database, all real."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, expect

from annotator.models import TokenScope, User
from annotator.services import tokens
from tests import make, servers
from tests.chromium import NoBrowser, find_chromium
from tests.e2e.answering import PATIENCE

IDLE_SECONDS = 5

expect.set_options(timeout=PATIENCE)


@dataclass(frozen=True)
class Site:
    """Where the site answers, and the servers that a test may kill."""

    address: str
    web: servers.Server
    redis: servers.Server
    worker: servers.Server
    environ: dict[str, str]

    @property
    def killable(self) -> tuple[servers.Server, ...]:
        """Those of its servers that a test may kill, and starts again."""
        return self.web, self.redis, self.worker

    def another_worker(self) -> servers.Server:
        """Describe a second worker beside the first."""
        return servers.worker(self.environ, name="another")

    def headers(self, user: User) -> dict[str, str]:
        """Give the headers of requests that come from `user`."""
        _, secret = tokens.create_token(
            user=user, name="test", scope=TokenScope.MANAGE, now=timezone.now()
        )
        return {"Authorization": f"Bearer {secret}"}


@pytest.fixture(scope="session")
def running_site(django_db_setup: None) -> Iterator[Site]:
    """Run the site on the tests' own database, once for all tests."""
    given = urlsplit(os.environ["DATABASE_URL"])
    name = connection.settings_dict["NAME"]
    with ExitStack() as open_, TemporaryDirectory(prefix="onr-site-") as folder:
        redis, redis_url = open_.enter_context(servers.redis())
        environ = servers.environment(
            DATA_DIR=str(Path(folder) / "data"),
            DATABASE_URL=urlunsplit(given._replace(path=f"/{name}")),
            REDIS_URL=redis_url,
            SECRET_KEY=settings.SECRET_KEY,
            HTTPS="0",
            SWEEP_SECONDS="2",
            API_RATE="0",  # tests ask as often as they like
            EXPORT_RATE="0",
        )
        web, address = servers.web(environ)
        worker = servers.worker(environ)
        for server in (web, worker, servers.beat(environ)):
            open_.enter_context(server)
        yield Site(address, web, redis, worker, environ)


@pytest.fixture
def site(running_site: Site, transactional_db: None) -> Iterator[Site]:
    """Give the running site with an empty database; fail if a server of it ended."""
    yield running_site
    ended = [one for one in running_site.killable if one.has_ended]
    for one in ended:
        # The tests that come after it are not to blame.
        one.kill()
        one.start()
    assert not ended, [one.log[-4000:] for one in ended]
    wait_until_idle()


def wait_until_idle() -> None:
    """Wait for what is still being done: emptying the tables could deadlock with it."""
    with connection.cursor() as cursor:
        # Should they be in each other's way all the same, the other one gives way.
        cursor.execute("SET deadlock_timeout = '1min'")
    deadline = time.monotonic() + IDLE_SECONDS
    while time.monotonic() < deadline:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT 1 FROM pg_stat_activity WHERE datname = current_database()"
                " AND pid <> pg_backend_pid() AND state <> 'idle'"
            )
            if cursor.fetchone() is None:
                return
        time.sleep(0.05)


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any],
) -> dict[str, Any]:
    """Take the browser that is here; without one skip, or in CI fail."""
    try:
        found = find_chromium()
    except NoBrowser as reason:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(str(reason))
    quiet = ["gpu", "quic", "background-networking", "component-update", "sync"]
    return {
        **browser_type_launch_args,
        "executable_path": found,
        "args": [
            "--no-sandbox",
            "--no-first-run",
            *(f"--disable-{name}" for name in quiet),
        ],
    }


@pytest.fixture
def watched() -> Iterator[Callable[[Page], Page]]:
    """Watch pages; fail if one reported an error or broke the policy."""
    complaints: list[str] = []

    def watch(page: Page) -> Page:
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console",
            lambda message: (
                complaints.append(message.text)
                if "Content Security Policy" in message.text
                else None
            ),
        )
        return page

    yield watch
    assert not complaints


@pytest.fixture
def visit(
    site: Site, context: BrowserContext, watched: Callable[[Page], Page]
) -> Callable[[str], Page]:
    """Open pages of the site in one browser."""

    def open_(path: str = "/") -> Page:
        page = watched(context.new_page())
        page.goto(site.address + path)
        return page

    return open_


@pytest.fixture
def another(
    site: Site, browser: Browser, watched: Callable[[Page], Page]
) -> Iterator[Callable[[str], Page]]:
    """Open pages of the site, each in a browser of somebody else's."""
    with ExitStack() as open_:

        def visit(address: str) -> Page:
            context = open_.enter_context(closing(browser.new_context()))
            page = watched(context.new_page())
            page.goto(address)
            return page

        yield visit


@pytest.fixture
def signed_in(
    visit: Callable[[str], Page], context: BrowserContext, site: Site
) -> Callable[[User, str], Page]:
    """Open a page of the site as somebody, who signs in by hand."""

    def open_(user: User, path: str = "/") -> Page:
        context.clear_cookies()
        page = visit("/sign-in")
        page.get_by_label("Email").fill(user.email)
        page.get_by_label("Password", exact=True).fill(make.PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url(f"{site.address}/")
        if path != "/":
            page.goto(site.address + path)
        return page

    return open_
