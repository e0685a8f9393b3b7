"""What the browser keeps of the site for the time without a server."""

import time
from collections.abc import Callable

from playwright.sync_api import Page

from tests.e2e.answering import PATIENCE, events

ARTICLES = "onrecord-kept"
IS_ACTIVE = """async () => {
    const found = await navigator.serviceWorker.getRegistration();
    return found?.active?.state === "activated" && !found.installing && !found.waiting;
}"""
FILES = """async () => {
    const cache = await caches.open("onrecord");
    return (await cache.keys()).map(({ url }) => url.slice(location.origin.length));
}"""
DATABASES = """async (prefix) => {
    const resultOf = (request) => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
    const found = [];
    for (const { name } of await indexedDB.databases()) {
        if (!name.startsWith(prefix)) continue;
        const database = await resultOf(indexedDB.open(name));
        for (const name of database.objectStoreNames) {
            const store = database.transaction(name).objectStore(name);
            found.push(await resultOf(store.getAll()));
        }
        database.close();
    }
    return JSON.stringify(found);
}"""
ASKS_NOTHING = "dispatchEvent(new Event('beforeunload', { cancelable: true }))"
REGISTRATIONS = "async () => (await navigator.serviceWorker.getRegistrations()).length"


def screen_kept(page: Page) -> None:
    """Wait until the browser has kept the screen, and is not about to keep another."""
    until(page, lambda: page.evaluate(IS_ACTIVE))


def files_kept(page: Page) -> list[str]:
    """Give the paths of what is kept of the front end."""
    kept: list[str] = page.evaluate(FILES)
    return kept


def databases(page: Page, prefix: str = "") -> str:
    """Give all that the browser's databases hold whose names begin like this."""
    kept: str = page.evaluate(DATABASES, prefix)
    return kept


def answers_kept(page: Page) -> None:
    """Wait until each answer that was saved is in what is kept of its article."""
    given = [str(event.client_id) for event in events()]
    until(page, lambda: all(one in databases(page, ARTICLES) for one in given))


def may_be_left(page: Page) -> None:
    """Wait until all answers are on the device: the page asks who leaves it before."""
    until(page, lambda: bool(page.evaluate(ASKS_NOTHING)))


def until(page: Page, condition: Callable[[], bool]) -> None:
    """Wait until what the browser does beside the page has led to this."""
    deadline = time.monotonic() + PATIENCE / 1000
    while not condition():
        assert time.monotonic() < deadline, condition
        page.wait_for_timeout(50)
