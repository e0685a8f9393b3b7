"""The Makefile's own sentences, on machines that lack something."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.servers import ROOT

TOOLS = ("env", "find", "head", "make", "mkdir", "rm", "sh", "touch")


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """Give a checkout with nothing but the Makefile, and a PATH with the bare tools."""
    (tmp_path / "bin").mkdir()
    for name in TOOLS:
        found = shutil.which(name)
        assert found
        (tmp_path / "bin" / name).symlink_to(found)
    checkout = tmp_path / "a checkout"
    checkout.mkdir()
    shutil.copy(ROOT / "Makefile", checkout)
    for name in ("requirements.txt", "requirements-dev.txt"):
        (checkout / name).touch()
    (checkout / "frontend").mkdir()
    for name in ("package.json", "package-lock.json"):
        (checkout / "frontend" / name).touch()
    return tmp_path


def program(path: Path, body: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)


def make(machine: Path, target: str) -> tuple[int, str]:
    ran = subprocess.run(
        ["make", target],
        cwd=machine / "a checkout",
        env={"PATH": str(machine / "bin"), "HOME": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    # What make itself says of a failure comes last.
    lines = [line for line in ran.stdout.splitlines() if not line.startswith("make")]
    return ran.returncode, "\n".join(lines)


class TestPython:
    def test_is_missing(self, machine):
        code, said = make(machine, "run")

        assert code != 0
        assert said == "OnRecord needs Python 3.11 or newer, and found none."

    def test_is_too_old(self, machine):
        program(
            machine / "bin" / "python3",
            'case $* in *version_info*) exit 1 ;; -V) echo "Python 3.9.2" ;; esac',
        )

        code, said = make(machine, "test")

        assert code != 0
        assert said == "OnRecord needs Python 3.11 or newer, and found Python 3.9.2."

    def test_has_no_venv(self, machine):
        program(machine / "bin" / "python3", "case $* in *ensurepip*) exit 1 ;; esac")

        code, said = make(machine, "run")

        assert code != 0
        assert said == "OnRecord needs Python's venv module: install python3-venv."

    def test_is_found_under_another_name(self, machine):
        program(machine / "bin" / "python3", "exit 1")
        program(
            machine / "bin" / "python3.12",
            'case $* in *"-m venv"*) echo "a venv of 3.12"; exit 1 ;; esac',
        )

        _, said = make(machine, "run")

        assert said == "a venv of 3.12"


class TestInstalled:
    @pytest.fixture
    def installed(self, machine: Path) -> Path:
        """Give a checkout with pretended packages; what it runs is written down."""
        checkout = machine / "a checkout"
        program(checkout / ".venv" / "bin" / "python", 'echo "python $*"')
        program(checkout / ".venv" / "bin" / "npm", "mkdir -p node_modules dist")
        make(machine, "build")
        return machine

    def test_a_package_cannot_be_installed(self, machine):
        program(
            machine / "a checkout" / ".venv" / "bin" / "python",
            "echo 'pip: no such hash' >&2; exit 1",
        )

        code, said = make(machine, "run")

        assert code != 0
        assert said.splitlines() == [
            "Installing Python packages…",
            "pip: no such hash",
            "The Python packages could not be installed; see above.",
        ]

    def test_the_front_end_does_not_build(self, installed):
        checkout = installed / "a checkout"
        program(checkout / ".venv" / "bin" / "npm", "echo 'App.tsx: oops'; exit 1")
        (checkout / "frontend" / "App.tsx").touch()
        os.utime(checkout / "frontend" / "App.tsx", (4e9, 4e9))

        code, said = make(installed, "run")

        assert code != 0
        assert said.splitlines() == [
            "Building the front end…",
            "App.tsx: oops",
            "The front end did not build; see above.",
        ]

    def test_a_second_start_installs_and_builds_nothing(self, installed):
        code, said = make(installed, "run")

        assert code == 0
        assert said == "python manage.py up"

    @pytest.mark.parametrize(
        ("changed", "expected"),
        [
            ("requirements.txt", "Installing Python packages…"),
            ("frontend/package-lock.json", "Installing the front end's packages…"),
            ("frontend/App.tsx", "Building the front end…"),
        ],
    )
    def test_what_changed_is_made_anew(self, installed, changed, expected):
        path = installed / "a checkout" / changed
        path.touch()
        os.utime(path, (4e9, 4e9))

        code, said = make(installed, "run")

        assert code == 0
        assert expected in said.splitlines()
        assert said.splitlines()[-1] == "python manage.py up"
