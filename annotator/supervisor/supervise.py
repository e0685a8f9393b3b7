"""
Run programs side by side: prefixed output, restarts, and nobody left behind.

One thread and one selector. honcho's manager is not used: it ends everything when one
program ends, and its programs outlive it when it is killed.
"""

import os
import selectors
import signal
import socket
import time
from collections.abc import Callable, Mapping, Sequence
from types import FrameType
from typing import TextIO

from annotator.supervisor.process import GivenUp, Process, Program, ending

START_SECONDS = 90.0  # to be ready
STOP_SECONDS = 4.5  # from the request to stop to the kill
STEADY_SECONDS = 10.0  # whatever ran this long has not failed quickly
QUICK_FAILURES = 5  # in a row, and the supervisor gives up
FIRST_QUICK_FAILURES = 2  # the same before everything was ready once
SAME_SIGNAL_SECONDS = 1.0
NAME = "onrecord"
COLORS = (36, 33, 32, 35, 34)


class StopAsked(Exception):
    """Somebody wants the end."""


class Supervisor:
    """Start stages of programs one after the other, then keep all of them running."""

    def __init__(
        self,
        stages: Sequence[Sequence[Program]],
        *,
        environ: Mapping[str, str],
        cwd: str,
        out: TextIO,
        keep_open: Sequence[int] = (),
    ) -> None:
        self.stages = [[Process(program) for program in stage] for stage in stages]
        self.processes = [process for stage in self.stages for process in stage]
        self.environ = dict(environ)
        self.cwd = cwd
        self.out = out
        self.keep_open = tuple(keep_open)
        self.was_ready = False
        self.times_asked_to_stop = 0
        self.asked_to_stop_at = -SAME_SIGNAL_SECONDS
        self.selector = selectors.DefaultSelector()
        names = [NAME, *(process.program.name for process in self.processes)]
        self.width = max(map(len, names))
        self.colorful = out.isatty() and "NO_COLOR" not in os.environ

    def run(self, *, when_ready: Callable[[], None]) -> int:
        """Run until asked to stop (0) or until a program cannot be kept running (1)."""
        self._listen()
        try:
            for stage in self.stages:
                self._start_stage(stage)
            self.was_ready = True
            when_ready()
            while True:
                self._turn(most=1.0)
        except StopAsked:
            self.say("stopping")
            return 0
        except GivenUp as reason:
            self._pass_on(most=0.5)  # what it wrote of its trouble comes first
            self.say(f"{reason} Stopping.")
            return 1
        finally:
            self._stop()

    def say(self, text: str) -> None:
        """Write a line of the supervisor's own."""
        self._write(NAME, 1, text)

    def announce(self, text: str) -> None:
        """Write some lines as they are."""
        self._print(text)

    # -- signals

    def _listen(self) -> None:
        # A signal wakes the selector through this pair; it is kept, for a collected
        # socket is a closed one.
        self.pair = socket.socketpair()
        for end in self.pair:
            end.settimeout(0)
        self.selector.register(self.pair[0], selectors.EVENT_READ)
        signal.set_wakeup_fd(self.pair[1].fileno(), warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.signal(signal.SIGINT, self._note_wish_to_stop)
        signal.signal(signal.SIGTERM, self._note_wish_to_stop)
        if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # as nohup leaves it
            signal.signal(signal.SIGHUP, self._note_wish_to_stop)

    def _note_wish_to_stop(self, number: int, frame: FrameType | None) -> None:
        # `make` passes on the very signal that its whole group has had.
        if time.monotonic() - self.asked_to_stop_at > SAME_SIGNAL_SECONDS:
            self.times_asked_to_stop += 1
        self.asked_to_stop_at = time.monotonic()

    # -- starting

    def _start_stage(self, stage: Sequence[Process]) -> None:
        for process in stage:
            self._start(process)
        deadline = time.monotonic() + START_SECONDS
        while not all(process.is_ready for process in stage):
            self._turn(most=0.1)
            for process in stage:
                if process.is_started and not process.program.once:
                    process.is_ready = process.is_ready or process.program.ready()
            if time.monotonic() > deadline:
                late = next(process for process in stage if not process.is_ready)
                raise GivenUp(
                    f"{late.program.name} was not ready in {START_SECONDS:.0f} seconds."
                )

    def _start(self, process: Process) -> None:
        process.start(environ=self.environ, cwd=self.cwd, keep_open=self.keep_open)
        if process.output is not None:
            self.selector.register(process.output, selectors.EVENT_READ, process)

    # -- running

    def _turn(self, *, most: float) -> None:
        """Wait `most` seconds for news; pass on output, and start again what ended."""
        self._pass_on(most=most)
        if self.times_asked_to_stop:
            raise StopAsked
        for process in self.processes:
            if process.has_ended:
                self._see_to_the_end_of(process)
            elif process.start_again_at and time.monotonic() >= process.start_again_at:
                self._start(process)

    def _pass_on(self, *, most: float) -> None:
        for key, _ in self.selector.select(most):
            if isinstance(key.data, Process):
                self._read(key.data)
            else:
                self.pair[0].recv(4096)

    def _read(self, process: Process) -> None:
        descriptor = process.output
        color = COLORS[self.processes.index(process) % len(COLORS)]
        lines = process.read()
        if descriptor is not None and process.output is None:
            self.selector.unregister(descriptor)
        for line in lines:
            self._write(process.program.name, color, line)

    def _see_to_the_end_of(self, process: Process) -> None:
        code = self._bury(process)
        name = process.program.name
        if process.program.once:
            if code:
                raise GivenUp(f"{name} failed ({ending(code)}); see its lines above.")
            process.is_ready = True
            return
        steady = time.monotonic() - process.started_at >= STEADY_SECONDS
        process.failures = 1 if steady else process.failures + 1
        allowed = QUICK_FAILURES if self.was_ready else FIRST_QUICK_FAILURES
        if process.failures >= allowed:
            raise GivenUp(
                f"{name} keeps failing ({ending(code)}); see its lines above."
            )
        delay = 0.5 * 2 ** (process.failures - 1)
        process.start_again_at = time.monotonic() + delay
        self.say(f"{name} ended ({ending(code)}); starting it again in {delay:g} s")

    def _bury(self, process: Process) -> int:
        code = process.bury()
        self._read(process)
        if process.output is not None:  # somebody who left the group still has it
            self.selector.unregister(process.output)
            os.close(process.output)
            process.output = None
        return code

    # -- stopping

    def _stop(self) -> None:
        """Stop the stages, the last one first, so that nobody misses the broker."""
        asked = self.times_asked_to_stop
        for stage in reversed(self.stages):
            started = [process for process in stage if process.is_started]
            for process in started:
                process.ask_to_stop()
            deadline = time.monotonic() + STOP_SECONDS
            while not all(process.has_ended for process in started):
                self._pass_on(most=0.1)
                if self.times_asked_to_stop > asked or time.monotonic() > deadline:
                    break
            for process in started:
                self._bury(process)

    # -- output

    def _write(self, name: str, color: int, text: str) -> None:
        prefix = f"{name:<{self.width}} |"
        if self.colorful:
            prefix = f"\x1b[{color}m{prefix}\x1b[0m"
        self._print(f"{prefix} {text}")

    def _print(self, text: str) -> None:
        try:
            self.out.write(f"{text}\n")
            self.out.flush()
        except OSError:  # whoever read us has gone
            self.out = open(os.devnull, "w")  # noqa: PTH123, SIM115
            self.times_asked_to_stop += 1
