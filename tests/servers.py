"""
Start the real servers that the tests need, and never leave one behind.

Each is a context manager. `logs` gives what those that still run have written, for the
report of a failed test.
"""

import os
import pwd
import random
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import warnings
import weakref
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from annotator.supervisor import site
from annotator.supervisor.broker import find_server, private_redis
from annotator.supervisor.process import Program, end_with

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 60
STOP_SECONDS = 15
LONGEST_PARENT = 60  # bytes, of the folder that holds the sockets' folders
OUR_SETTINGS = re.compile(
    r"(DATA_DIR|DATABASE_URL|REDIS_URL|HOST|PORT|DEMO|DEBUG|HTTPS|SECRET_KEY|LOG_LEVEL"
    r"|ALLOWED_HOSTS|CSRF_TRUSTED_ORIGINS|SWEEP_SECONDS|LEASE_HOURS|OFFLINE|PUBLIC_URL"
    r"|EMAIL_\w+|SNAPSHOTS_\w+|API_RATE|EXPORT_RATE)$"
)
running: list["Server"] = []


def logs(most: int = 4000) -> str:
    """Give the end of what each running server has written."""
    return "\n".join(f"--- {one.name}\n{one.log[-most:]}" for one in running)


def environment(**settings: str) -> dict[str, str]:
    """Give this process's environment with these settings of OnRecord and no others."""
    rest = {k: v for k, v in os.environ.items() if not OUR_SETTINGS.match(k)}
    return rest | {"PYTHONUNBUFFERED": "1"} | settings


def free_port() -> int:
    """
    Give a port of the loopback address that nobody listens on.

    It lies below those from which connections go out: one of them could take it before
    the server does, or while that is restarted.
    """
    for port in random.sample(range(20_000, 32_768), 100):
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
    raise AssertionError("All of a hundred ports are in use.")


class Server:
    """A program that can be started, stopped, killed, frozen and started again."""

    def __init__(
        self,
        program: Program,
        *,
        environ: Mapping[str, str],
        user: str | None = None,
        stop_signal: signal.Signals = signal.SIGTERM,
    ) -> None:
        self.program = program
        self.name = program.name
        self.environ = dict(environ)
        self.user = user
        self.stop_signal = stop_signal
        self.popen: subprocess.Popen[bytes] | None = None
        self._started_at = 0
        self._log, path = tempfile.mkstemp(prefix="onr-log-")
        Path(path).unlink()
        weakref.finalize(self, os.close, self._log)

    @property
    def log(self) -> str:
        """Everything written so far."""
        return self._written_since(0)

    @property
    def log_since_start(self) -> str:
        """What was written since it was started last."""
        return self._written_since(self._started_at)

    def _written_since(self, offset: int) -> str:
        # Not by seeking: the program writes through the same offset.
        size = os.fstat(self._log).st_size - offset
        return os.pread(self._log, size, offset).decode(errors="replace")

    @property
    def has_ended(self) -> bool:
        """Whether it ended by itself; not whether somebody stopped it."""
        return self.popen is not None and self.popen.poll() is not None

    def __enter__(self) -> "Server":
        try:
            self.start()
        except BaseException:
            self.kill()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.thaw()
        self.stop()

    def start(self) -> None:
        """Start the program and wait until it is ready."""
        assert self.popen is None, f"{self.name} runs already"
        parent = os.getpid()
        self._started_at = os.fstat(self._log).st_size
        with warnings.catch_warnings():
            # What runs between fork and exec takes no lock, so threads do not matter.
            warnings.simplefilter("ignore", DeprecationWarning)
            self.popen = subprocess.Popen(
                self.program.command,
                cwd=ROOT,
                env=self.environ,
                stdin=subprocess.DEVNULL,
                stdout=self._log,
                stderr=self._log,
                start_new_session=True,
                user=self.user,
                group=pwd.getpwnam(self.user).pw_gid if self.user else None,
                extra_groups=[] if self.user else None,
                preexec_fn=lambda: end_with(parent, self.stop_signal),  # noqa: PLW1509
            )
        running.append(self)
        self.wait_for(self.program.ready, "to be ready")

    def stop(self) -> None:
        """Ask the program to stop, and wait until it has."""
        if self.popen is None:
            return
        self.popen.send_signal(self.stop_signal)
        with suppress(subprocess.TimeoutExpired):
            self.popen.wait(STOP_SECONDS)
        self.kill()

    def kill(self) -> None:
        """Kill the program and whatever it started."""
        if self.popen is None:
            return
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.popen.pid, signal.SIGKILL)
        self.popen.wait()
        self.popen = None
        running.remove(self)

    def freeze(self) -> None:
        """Stop the program's clock: it keeps its connections and never answers."""
        self._signal_all(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let a frozen program go on."""
        self._signal_all(signal.SIGCONT)

    def _signal_all(self, number: signal.Signals) -> None:
        if self.popen is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.popen.pid, number)

    def wait_for(self, condition: Callable[[], bool], what: str) -> None:
        """Wait until `condition` holds; fail with the log if it does not."""
        deadline = time.monotonic() + START_SECONDS
        while not condition():
            ended = self.popen is None or self.has_ended
            if ended or time.monotonic() > deadline:
                state = "ended" if ended else f"ran {START_SECONDS} seconds"
                raise AssertionError(
                    f"{self.name} {state}, and was waited for {what}:\n{self.log}"
                )
            time.sleep(0.05)


def web(environ: Mapping[str, str], *, port: int | None = None) -> tuple[Server, str]:
    """Describe a real web server, and give its address."""
    port = port or free_port()
    program = site.web(host="127.0.0.1", port=port)
    return Server(program, environ=environ), f"http://127.0.0.1:{port}"


def worker(environ: Mapping[str, str], *, name: str = "onrecord") -> Server:
    """Describe a real Celery worker; ready once it takes messages."""
    server = Server(site.worker(log_level="INFO", name=name), environ=environ)
    server.program = Program(
        "worker",
        server.program.command,
        ready=lambda: " ready." in server.log_since_start,
    )
    return server


def beat(environ: Mapping[str, str]) -> Server:
    """Describe the real timer of the worker's sweeps."""
    return Server(site.beat(log_level="INFO"), environ=environ)


@contextmanager
def redis() -> Iterator[tuple[Server, str]]:
    """
    Run a real Redis that keeps its messages, and give it and its address.

    The address stays the same when the server is killed and started again.
    """
    command = find_server(path=os.environ.get("PATH", os.defpath))
    assert command, "No redis-server runs here: install Redis or Valkey."
    folder = short_temporary_folder()
    try:
        broker = private_redis(command, folder=folder)
        assert broker.program is not None
        with Server(broker.program, environ=environment()) as server:
            yield server, broker.url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def short_temporary_folder() -> Path:
    """Make a folder for sockets, whose paths have to be short."""
    parent = Path(tempfile.gettempdir())
    # A private TMPDIR of root's is of no use to servers that may not run as root.
    if is_root() or len(os.fsencode(parent)) > LONGEST_PARENT:
        parent = Path("/tmp")  # noqa: S108
    return Path(tempfile.mkdtemp(prefix="onr-", dir=parent))


def is_root() -> bool:
    """Tell whether the tests run as root, as they do in many containers."""
    return os.geteuid() == 0
