"""The web server itself: gunicorn, as it is started here."""

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from urllib.request import urlopen

import pytest

from annotator.supervisor import site
from tests.servers import Server, environment, free_port

HOST = "127.0.0.1"
ASKED = b"GET /healthz HTTP/1.0\r\nHost: localhost\r\n\r\n"


@pytest.fixture(scope="module")
def port(tmp_path_factory) -> Iterator[int]:
    port = free_port()
    environ = environment(
        DATA_DIR=str(tmp_path_factory.mktemp("web")),
        DJANGO_SETTINGS_MODULE="annotator.settings",
    )
    with Server(site.web(host=HOST, port=port), environ=environ):
        yield port


def seconds_to_answer(port: int) -> float:
    began = time.monotonic()
    with urlopen(f"http://{HOST}:{port}/healthz", timeout=30) as answer:
        assert answer.status == 200
    return time.monotonic() - began


class TestClientsThatStay:
    @pytest.fixture
    def stayers(self, port):
        """Give clients whose connections end, and who do not close them."""
        with ExitStack() as stack:
            made = [
                stack.enter_context(socket.create_connection((HOST, port), timeout=10))
                for _ in range(8)
            ]
            for one in made:
                one.sendall(ASKED)
            yield made

    def test_hold_nobody_up(self, port, stayers):
        assert seconds_to_answer(port) < 1

    def test_are_answered_to_the_end(self, stayers):
        for one in stayers:
            answer = b"".join(iter(lambda one=one: one.recv(1000), b""))
            assert answer.endswith(b'{"status": "ok"}')

    def test_are_let_go(self, port, stayers):
        deadline = time.monotonic() + 10
        for one in stayers:
            while time.monotonic() < deadline:
                try:
                    one.sendall(b"still here")
                except OSError:
                    break
                time.sleep(0.1)
            else:
                pytest.fail("The server still listens.")
        assert seconds_to_answer(port) < 1
