"""One program and the process that runs it at the moment."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

LONGEST_LINE = 65_536
PR_SET_PDEATHSIG = 1


@dataclass(frozen=True)
class Program:
    """A command to keep running, or with `once` to see through to its end."""

    name: str
    command: Sequence[str]
    ready: Callable[[], bool] = lambda: True
    once: bool = False


class GivenUp(Exception):
    """A program cannot be kept running."""


class Process:
    """The process of a program, its output and its record."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.is_ready = False
        self.failures = 0  # quick ones, in a row
        self.start_again_at: float | None = None
        self.started_at = 0.0
        self.output: int | None = None
        self._popen: subprocess.Popen[bytes] | None = None
        self._unfinished = b""

    @property
    def is_started(self) -> bool:
        return self._popen is not None

    @property
    def has_ended(self) -> bool:
        """Tell whether the process was started and ended without being asked to."""
        return self._popen is not None and self._popen.poll() is not None

    def start(
        self, *, environ: Mapping[str, str], cwd: str, keep_open: Sequence[int]
    ) -> None:
        """Start the program in a session of its own, tied to this process's life."""
        self.output, theirs = os.pipe()
        os.set_blocking(self.output, False)
        parent = os.getpid()
        try:
            self._popen = subprocess.Popen(  # noqa: S603  # our own commands
                self.program.command,
                cwd=cwd,
                env=environ,
                stdin=subprocess.DEVNULL,
                stdout=theirs,
                stderr=theirs,
                # A terminal's Ctrl-C reaches the supervisor alone, which stops the
                # programs in their order.
                start_new_session=True,
                pass_fds=keep_open,
                preexec_fn=lambda: end_with(parent),  # noqa: PLW1509  # one thread
            )
        finally:
            os.close(theirs)
        self.started_at = time.monotonic()
        self.start_again_at = None

    def read(self) -> list[str]:
        """Give the lines that were written since the last call."""
        while self.output is not None:
            try:
                read = os.read(self.output, LONGEST_LINE)
            except BlockingIOError:
                break
            self._unfinished += read
            if not read:
                os.close(self.output)
                self.output = None
        *lines, rest = self._unfinished.split(b"\n")
        if rest and (self.output is None or len(rest) > LONGEST_LINE):
            lines, rest = [*lines, rest], b""
        self._unfinished = rest
        return [line.decode(errors="replace") for line in lines]

    def ask_to_stop(self) -> None:
        """Send SIGTERM."""
        if self._popen is not None:
            self._popen.terminate()

    def bury(self) -> int:
        """Kill what is left of the process and its children, and give its exit code."""
        if self._popen is None:
            return 0
        # Nothing may be left to kill; macOS says PermissionError of a zombie.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._popen.pid, signal.SIGKILL)
        code = self._popen.wait()
        self._popen = None
        return code


def end_with(parent: int, number: signal.Signals = signal.SIGTERM) -> None:
    """Ask Linux to send this process a signal when the one that started it is gone."""
    if sys.platform != "linux":
        return
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, number)
    if os.getppid() != parent:
        os._exit(1)


def ending(code: int) -> str:
    """Say how a process ended."""
    if code < 0:
        return f"killed by {signal.Signals(-code).name}"
    return f"exit code {code}"
