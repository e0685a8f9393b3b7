"""A proxy before the site, which can answer in its place or change what it says."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import NamedTuple
from urllib.parse import urlsplit

# They hold between two neighbors; a body comes back whole and as it is.
HOP = {"accept-encoding", "connection", "content-length", "transfer-encoding"}


class Answer(NamedTuple):
    """What comes back for a request."""

    status: int
    body: bytes = b""
    headers: list[tuple[str, str]] = []


Change = Callable[[str, Answer], Answer]


class Gateway(ThreadingHTTPServer):
    """Pass everything on to the site, unless a test says otherwise."""

    daemon_threads = True

    def __init__(self, site: str) -> None:
        super().__init__(("127.0.0.1", 0), Passage)
        self.site = site
        self.address = f"http://127.0.0.1:{self.server_port}"
        self.asked: list[str] = []
        self.instead: Answer | None = None
        self.changes: list[Change] = []
        self.speaks = Event()
        self.speaks.set()


class Passage(BaseHTTPRequestHandler):
    """One request on its way."""

    server: Gateway

    def pass_on(self) -> None:
        """Answer with what the test or the site says."""
        gateway = self.server
        given = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        gateway.speaks.wait()
        gateway.asked.append(self.path)
        answer = gateway.instead or self.ask(given)
        for change in gateway.changes:
            answer = change(self.path, answer)
        self.send_response(answer.status)
        for name, value in answer.headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)

    def __getattr__(self, name: str) -> Callable[[], None]:
        """Take every method of HTTP."""
        if name.startswith("do_"):
            return self.pass_on
        raise AttributeError(name)

    def ask(self, given: bytes) -> Answer:
        """Ask the site."""
        site = HTTPConnection(urlsplit(self.server.site).netloc)
        headers = {k: v for k, v in self.headers.items() if k.lower() not in HOP}
        site.request(self.command, self.path, given or None, headers)
        said = site.getresponse()
        passed = [(k, v) for k, v in said.getheaders() if k.lower() not in HOP]
        answer = Answer(said.status, said.read(), passed)
        site.close()
        return answer

    def handle(self) -> None:
        """Take it that a browser does not wait for every answer."""
        with suppress(ConnectionError):
            super().handle()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def gateway(site: str) -> Iterator[Gateway]:
    """Run a gateway before the site at this address."""
    with Gateway(site) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server
        finally:
            server.speaks.set()
            server.shutdown()
