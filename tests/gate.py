"""
The whole gate: `make test` runs it, and so does CI.

Three lanes of steps run side by side; each ends with browser tests on its own site.
Each step is a line with its seconds; the first that fails ends the run with its output.
With the names of groups as arguments, only their steps run, one after the other, and
one sees them at work.
"""

import os
import re
import secrets
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from tests.chromium import NoBrowser, find_chromium
from tests.servers import ROOT, environment

EMBEDDED = {"DATA_DIR": "$SCRATCH/data"}
PRODUCTION = EMBEDDED | {
    "DATABASE_URL": "postgresql://onrecord:unused@database.invalid/onrecord",
    "SECRET_KEY": secrets.token_urlsafe(64),
    "ALLOWED_HOSTS": "onrecord.example",
    "CSRF_TRUSTED_ORIGINS": "https://onrecord.example",
    "HTTPS": "1",
}
POSTGRESQL = {"TEST_DATABASE": "postgresql"}
SQLITE = {"TEST_DATABASE": "sqlite"}
PURE = [
    f"tests/annotator/{name}"
    for name in ("attribution", "formats", "metrics", "splits")
]
UNIT = " ".join(f"--ignore={path}" for path in (*PURE, "tests/ops", "tests/e2e"))
OR_WRITE_IT = "|| { echo 'It is not: make schema writes it.'; exit 1; }"
CLOSING = re.compile(r"^=+ .*\b(?:passed|failed|skipped|error).* in [\d.]+s.*=+$", re.M)
STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
STOP_SECONDS = 15


@dataclass(frozen=True)
class Step:
    """One command of the gate."""

    group: str
    name: str
    command: str
    environ: Mapping[str, str] = field(default_factory=dict)


ANNOTATE, LEADS = "tests/e2e/annotate", "tests/e2e/leads"
REST = f"tests/e2e --ignore={ANNOTATE} --ignore={LEADS}"

FIRST = [
    Step("lint", "ruff check", "ruff check --quiet ."),
    Step("lint", "ruff format", "ruff format --check --quiet ."),
    Step("lint", "import-linter", "lint-imports --no-cache"),
    Step(
        "checks",
        "migrations are made",
        "python manage.py makemigrations --check --dry-run",
        EMBEDDED,
    ),
    Step(
        "checks",
        "check --deploy",
        "python manage.py check --deploy --fail-level WARNING",
        PRODUCTION,
    ),
    Step(
        "checks",
        "openapi.yaml is current",
        "python manage.py spectacular --validate --fail-on-warn --file $SCRATCH/it.yaml"
        f" && diff -u frontend/openapi.yaml $SCRATCH/it.yaml {OR_WRITE_IT}",
        EMBEDDED,
    ),
    Step(
        "checks",
        "schema.ts is current",
        # Made beside the tree, which the other lanes are reading.
        "mkdir -p $SCRATCH/f/src/api && cd frontend"
        " && cp package.json openapi.yaml $SCRATCH/f/"
        ' && ln -s "$PWD/node_modules" $SCRATCH/f/node_modules'
        " && npm --prefix $SCRATCH/f run --silent schema >/dev/null"
        f" && diff -u src/api/schema.ts $SCRATCH/f/src/api/schema.ts {OR_WRITE_IT}",
    ),
    Step("unit", "pytest on PostgreSQL", f"pytest --no-header {UNIT}", POSTGRESQL),
    Step("e2e", "pytest e2e, leads", f"pytest --no-header {LEADS}", POSTGRESQL),
]
SECOND = [
    # First, for what is started later shows it.
    Step("web", "vite build", "make --silent build"),
    Step("web", "size", "cd frontend && npm run --silent size"),
    Step("web", "biome", "cd frontend && npm run --silent lint"),
    Step("types", "mypy", "mypy annotator api tests benchmarks"),
    Step("sqlite", "pytest on SQLite", f"pytest --no-header {UNIT}", SQLITE),
    Step("e2e", "pytest e2e, the rest", f"pytest --no-header {REST}", POSTGRESQL),
]
# Much of this is waiting: for programs to start and stop, for networks to come back.
THIRD = [
    Step("web", "tsc", "cd frontend && npm run --silent typecheck"),
    Step("web", "vitest", "cd frontend && npm run --silent test"),
    # What needs no database runs once, beside the tests that do.
    Step(
        "pure",
        "pytest without a database",
        f"pytest --no-header {' '.join(PURE)}",
        SQLITE,
    ),
    Step("ops", "pytest tests/ops", "pytest --no-header tests/ops", POSTGRESQL),
    Step("e2e", "pytest e2e, annotate", f"pytest --no-header {ANNOTATE}", POSTGRESQL),
]
STEPS = [*FIRST, *SECOND, *THIRD]


class StepFailed(Exception):
    """A step of the gate did not pass."""


class Running:
    """A step at work, its output kept in a file."""

    def __init__(self, step: Step, *, scratch: Path) -> None:
        self.step = step
        self.started_at = time.monotonic()
        self.output = scratch / f"{step.group}-{step.name}.log".replace("/", "-")
        with self.output.open("wb") as out:
            self.popen = subprocess.Popen(
                ["/bin/sh", "-c", step.command],
                cwd=ROOT,
                env=step_environ(step, scratch=scratch),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def report(self) -> str:
        """Print the step's line, and give pytest's closing line if there is one."""
        seconds = time.monotonic() - self.started_at
        passed = self.popen.returncode == 0
        say(f"{'ok  ' if passed else 'FAIL'} {self.step.name:<26} {seconds:6.1f} s")
        said = self.output.read_text(errors="replace")
        if not passed:
            say(said)
            raise StepFailed(
                f"make test failed at: {self.step.name} "
                f"(make {self.step.group} runs it alone)"
            )
        return "\n".join(CLOSING.findall(said)[-1:])

    def end(self) -> None:
        """Interrupt the step, which lets pytest stop its servers, and see it end."""
        if self.popen.poll() is not None:
            return
        for number in (signal.SIGINT, signal.SIGKILL):
            with suppress(ProcessLookupError):
                os.killpg(self.popen.pid, number)
            with suppress(subprocess.TimeoutExpired):
                self.popen.wait(STOP_SECONDS)
                return


def run_side_by_side(lanes: Sequence[Sequence[Step]], *, scratch: Path) -> list[str]:
    """Run each lane's steps in their order; give pytest's closing lines."""
    waiting = [list(lane) for lane in lanes]
    running: list[Running | None] = [None for _ in lanes]
    closing: list[str] = []
    try:
        while any(waiting) or any(running):
            for number, one in enumerate(running):
                if one and one.popen.poll() is not None:
                    closing.append(one.report())
                    running[number] = None
                elif one is None and waiting[number]:
                    step = waiting[number].pop(0)
                    running[number] = Running(step, scratch=scratch)
            time.sleep(0.05)
    finally:
        for one in running:
            if one:
                one.end()
    return list(filter(None, closing))


def run_openly(steps: Sequence[Step], *, scratch: Path) -> None:
    """Run steps one after the other, for somebody to watch."""
    for step in steps:
        say(f"-- {step.name}")
        ran = subprocess.run(
            ["/bin/sh", "-c", step.command],
            cwd=ROOT,
            env=step_environ(step, scratch=scratch),
            check=False,
        )
        if ran.returncode != 0:
            raise StepFailed(f"It failed at: {step.name}")


def step_environ(step: Step, *, scratch: Path) -> dict[str, str]:
    """Give the environment of a step: what it asks for, and what the machine has."""
    asked = {k: v.replace("$SCRATCH", str(scratch)) for k, v in step.environ.items()}
    if (given := os.environ.get("DATABASE_URL")) and step.environ is POSTGRESQL:
        asked = {"DATABASE_URL": given} | asked
    environ = environment(**asked) | {"SCRATCH": str(scratch)}
    # With it, each of the many programs would compile all modules for itself.
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    return environ


def look_for_browser() -> str:
    """Give what to say when there is no browser; without one CI has failed."""
    try:
        os.environ["CHROMIUM"] = find_chromium()
    except NoBrowser as reason:
        if os.environ.get("CI") == "true":
            raise StepFailed(str(reason)) from reason
        return f"Skipped the browser tests. {reason}"
    return ""


def main(groups: Sequence[str]) -> None:
    """Run the gate, or the groups of it that are named."""
    started_at = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="onrecord-gate-") as made:
        scratch = Path(made)
        if groups:
            look_for_browser() if "e2e" in groups else None
            asked = [s for s in STEPS if s.group in groups]
            run_openly(asked, scratch=scratch)
            return
        excuse = look_for_browser()
        closing = run_side_by_side([FIRST, SECOND, THIRD], scratch=scratch)
    say(f"Everything passed in {time.monotonic() - started_at:.0f} s. {excuse}".strip())
    say("\n".join(closing))


def say(text: str) -> None:
    """Print at once, for a pipe has no patience of its own."""
    print(text, flush=True)  # noqa: T201


def stop(number: int, frame: object) -> NoReturn:
    """End in good order, once; `make` passes on what its whole group has had."""
    for other in STOPS:
        signal.signal(other, signal.SIG_IGN)
    raise KeyboardInterrupt


if __name__ == "__main__":
    for one in STOPS:
        signal.signal(one, stop)
    try:
        main(sys.argv[1:])
    except StepFailed as failure:
        sys.exit(str(failure))
    except KeyboardInterrupt:
        sys.exit(130)
