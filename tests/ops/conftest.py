"""Run `manage.py up` as a newcomer does, and look for what it leaves behind."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.servers import ROOT, environment, free_port

WAIT_SECONDS = 60


class Up:
    """A supervisor at work, in a session of its own as under a shell."""

    def __init__(self, *, data_dir: Path, **settings: str) -> None:
        self.data_dir = data_dir
        self.mark = uuid.uuid4().hex
        self.port = settings.get("PORT") or str(free_port())
        self.out, path = tempfile.mkstemp(prefix="onr-log-")
        Path(path).unlink()
        self.popen = subprocess.Popen(
            [sys.executable, "manage.py", "up"],
            cwd=ROOT,
            env=environment(
                DATA_DIR=str(data_dir),
                **settings | {"PORT": self.port, "MARK": self.mark},
            ),
            stdin=subprocess.DEVNULL,
            stdout=self.out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    @property
    def said(self) -> str:
        """Everything printed so far."""
        return os.pread(self.out, os.fstat(self.out).st_size, 0).decode()

    def wait_until(self, condition: Callable[[], bool]) -> None:
        """Wait for something to become true; fail with the output if it does not."""
        deadline = time.monotonic() + WAIT_SECONDS
        while not condition():
            assert time.monotonic() < deadline, self.said
            time.sleep(0.1)

    def wait_for(self, pattern: str) -> None:
        """Wait until the output matches."""
        self.wait_until(
            lambda: bool(re.search(pattern, self.said)) or self.popen.poll() is not None
        )
        assert re.search(pattern, self.said), self.said

    def end(self) -> int:
        """Wait for the end, and give the exit code."""
        return self.popen.wait(WAIT_SECONDS)

    def processes(self) -> dict[int, str]:
        """Find whatever has our mark in its environment, or works in our folder."""
        # The second is for Redis, which writes its title over its environment.
        found = {}
        for folder in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                marked = self.mark.encode() in (folder / "environ").read_bytes()
                inside = (folder / "cwd").readlink().is_relative_to(self.data_dir)
                if marked or inside:
                    words = (folder / "cmdline").read_bytes().replace(b"\0", b" ")
                    found[int(folder.name)] = words.decode()
        return found

    def one_of(self, *words: str) -> int:
        """Give our own child whose command line holds all of these words."""
        supervisor = self.popen.pid
        children = Path(f"/proc/{supervisor}/task/{supervisor}/children").read_text()
        all_of = self.processes()
        (pid,) = (
            pid
            for pid in map(int, children.split())
            if all(word in all_of.get(pid, "") for word in words)
        )
        return pid


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the data of an installation that has started before, made once."""
    folder = tmp_path_factory.mktemp("migrated")
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity=0"],
        cwd=ROOT,
        env=environment(DATA_DIR=str(folder)),
        check=True,
    )
    return folder


@pytest.fixture
def started_before(migrated: Path, tmp_path: Path) -> None:
    """Begin with such data: making them takes longer than most tests do."""
    shutil.copytree(migrated, tmp_path / "data")


@pytest.fixture
def start_up(tmp_path: Path) -> Iterator[Callable[..., Up]]:
    """Give a function that starts `manage.py up`; whatever it started is killed."""
    started: list[Up] = []

    def start(**settings: object) -> Up:
        given = {"data_dir": tmp_path / "data", **settings}
        started.append(Up(**given))  # type: ignore[arg-type]
        return started[-1]

    yield start
    for one in started:
        for pid in one.processes():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        one.popen.wait(WAIT_SECONDS)
        os.close(one.out)
