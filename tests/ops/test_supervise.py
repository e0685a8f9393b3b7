"""The supervisor, with small programs of the tests' own."""

import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

import pytest

from tests.servers import ROOT

HEAD = """
import sys
from annotator.supervisor.process import Program
from annotator.supervisor.supervise import Supervisor

def python(name, code, **more):
    return Program(name, [sys.executable, "-u", "-c", code], **more)

def run(*stages):
    supervisor = Supervisor(stages, environ={}, cwd=".", out=sys.stdout)
    sys.exit(supervisor.run(when_ready=lambda: supervisor.say("ready")))

FOREVER = "import time; print('up'); time.sleep(1000)"
DEAF = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN);" + FOREVER
"""


@contextmanager
def start(code: str) -> Iterator[subprocess.Popen[str]]:
    """Run a supervisor; one that hangs is killed, which ends its output."""
    with subprocess.Popen(
        [sys.executable, "-c", HEAD + textwrap.dedent(code)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        watchdog = Timer(60, process.kill)
        watchdog.start()
        try:
            yield process
        finally:
            watchdog.cancel()


def read_until(process: subprocess.Popen[str], text: str) -> str:
    assert process.stdout is not None
    lines: list[str] = []
    for line in process.stdout:
        lines.append(line)
        if text in line:
            return "".join(lines)
    raise AssertionError("".join(lines))


class TestSupervisor:
    def test_prefixes_every_line_even_the_last_that_has_no_end(self):
        code = "print('one\\\\ntwo\\\\xe9'); print('half', end='')"
        with start(f'run([python("a", "{code}", once=True)], [])') as process:
            said = read_until(process, "ready")
            process.terminate()

        assert said.splitlines() == [
            "a        | one",
            "a        | twoé",
            "a        | half",
            "onrecord | ready",
        ]

    def test_starts_each_stage_when_the_one_before_is_ready_and_stops_them_backwards(
        self,
    ):
        program = (
            "import signal, sys, time\\n"
            "def end(*_): print('bye'); sys.exit()\\n"
            "signal.signal(signal.SIGTERM, end)\\n"
            "print('hello')\\n"
            "time.sleep(1000)"
        )
        with start(f"""
            import os
            marks = iter([False, False, True])
            first = python("first", "{program}", ready=lambda: next(marks))
            second = python("second", "{program}")
            run([first], [second])
        """) as process:
            said = read_until(process, "second   | hello")
            process.terminate()
            rest, _ = process.communicate(timeout=60)

        assert said.index("first    | hello") < said.index("second   | hello")
        assert rest.splitlines()[-3:] == [
            "onrecord | stopping",
            "second   | bye",
            "first    | bye",
        ]
        assert process.returncode == 0

    def test_gives_up_on_what_never_starts(self):
        with start("""
            run([python("good", FOREVER), python("bad", "1/0", ready=lambda: False)])
        """) as process:
            said, _ = process.communicate(timeout=60)

        assert process.returncode == 1
        assert "bad ended (exit code 1); starting it again in 0.5 s" in said.replace(
            "onrecord | ", ""
        )
        assert said.splitlines()[-1] == (
            "onrecord | bad keeps failing (exit code 1); see its lines above. Stopping."
        )

    def test_gives_up_when_what_runs_once_fails(self):
        with start("""
            run([python("load", "raise SystemExit(3)", once=True)],
                [python("never", "print('started')")])
        """) as process:
            said, _ = process.communicate(timeout=60)

        assert process.returncode == 1
        assert said == (
            "onrecord | load failed (exit code 3); see its lines above. Stopping.\n"
        )

    @pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
    def test_kills_the_deaf_at_the_second_signal(self, number):
        with start('run([python("deaf", DEAF)])') as process:
            read_until(process, "deaf     | up")
            process.send_signal(number)
            read_until(process, "stopping")
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(2)
            process.send_signal(number)

            assert process.wait(60) == 0

    def test_stops_when_nobody_reads_it(self):
        chatty = "import time\\nwhile True: print('x'); time.sleep(.01)"
        with start(f'run([python("chatty", "{chatty}")])') as process:
            read_until(process, "chatty   | x")
            assert process.stdout is not None
            process.stdout.close()

            assert process.wait(60) == 0
