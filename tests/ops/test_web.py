"""The web server itself: gunicorn, as it is started here."""

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from urllib.request import urlopen

from annotator.supervisor import site
from tests.servers import Server, environment, free_port

HOST = "127.0.0.1"
ASKED = b"GET /healthz HTTP/1.0\r\nHost: localhost\r\n\r\n"
LONG = "60"
"""Seconds that a client may stay: longer than any test of this takes."""
SHORT = "1"


@contextmanager
def served(folder: Path, *, stay: str) -> Iterator[int]:
    """Run the web server, on which clients may stay for so long; give its port."""
    port = free_port()
    program = site.web(host=HOST, port=port)
    program = replace(program, command=[*program.command, "--keep-alive", stay])
    environ = environment(
        DATA_DIR=str(folder), DJANGO_SETTINGS_MODULE="annotator.settings"
    )
    with Server(program, environ=environ):
        yield port


@contextmanager
def stayers(port: int) -> Iterator[list[socket.socket]]:
    """Give clients whose connections end, and who do not close them."""
    with ExitStack() as stack:
        made = [
            stack.enter_context(socket.create_connection((HOST, port), timeout=30))
            for _ in range(8)
        ]
        for one in made:
            one.sendall(ASKED)
        for one in made:
            with one.makefile("rb") as answer:
                assert answer.read().endswith(b'{"status": "ok"}')
        yield made


def is_let_go(client: socket.socket) -> bool:
    """Tell whether the server has closed a connection, having ended it before."""
    try:
        for _ in range(2):  # the first is answered with a reset, if it has
            client.sendall(b"still here")
            time.sleep(0.05)
    except OSError:
        return True
    return False


class TestClientsThatStay:
    def test_hold_nobody_up(self, tmp_path):
        with served(tmp_path, stay=LONG) as port, stayers(port) as clients:
            with urlopen(f"http://{HOST}:{port}/healthz", timeout=30) as answer:
                assert answer.status == 200

            # It was answered beside them, and not after them.
            assert not any(map(is_let_go, clients))

    def test_are_let_go(self, tmp_path):
        with served(tmp_path, stay=SHORT) as port, stayers(port) as clients:
            deadline = time.monotonic() + 30
            while not all(map(is_let_go, clients)):
                assert time.monotonic() < deadline, "The server still listens."

            with urlopen(f"http://{HOST}:{port}/healthz", timeout=30) as answer:
                assert answer.status == 200
