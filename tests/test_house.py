"""Rules of the house that no linter knows."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 300
NAMES_THAT_SAY_NOTHING = {"utils", "helpers", "common", "core", "base", "misc"}
SOURCES = {".py", ".ts", ".tsx", ".css"}
GENERATED = {"frontend/src/api/schema.ts"}


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    files = [Path(name) for name in listed.split("\0") if name]
    return [name for name in files if (ROOT / name).is_file()]


def sources() -> list[Path]:
    return [
        name
        for name in tracked()
        if name.suffix in SOURCES
        and str(name) not in GENERATED
        and "migrations" not in name.parts
    ]


def mapped() -> list[str]:
    readme = (ROOT / "README.md").read_text()
    table = readme.split("## The map of the house")[1]
    return re.findall(r"^\| `([^`]+)`", table, flags=re.MULTILINE)


class TestModules:
    def test_are_no_longer_than_a_reader_can_hold(self):
        long = {
            str(name): lines
            for name in sources()
            if (lines := len((ROOT / name).read_text().splitlines())) > LONGEST
        }

        assert not long

    def test_have_names_that_say_something(self):
        vague = [str(name) for name in sources() if name.stem in NAMES_THAT_SAY_NOTHING]

        assert not vague


class TestTheMapOfTheHouse:
    def test_names_only_what_exists(self):
        assert [name for name in mapped() if not (ROOT / name).exists()] == []

    def test_names_every_room(self):
        rooms = {"tests", "docs", "frontend", "api", "annotator"} | {
            f"annotator/{name.parts[1]}"
            for name in tracked()
            if name.parts[0] == "annotator" and len(name.parts) > 2
        }

        assert rooms <= {name.rstrip("/") for name in mapped()}


class TestFiles:
    @pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
    def test_pin_python_packages_by_hash_without_addresses(self, lock):
        text = (ROOT / lock).read_text()

        pins = re.findall(r"^[a-z0-9][^ ]*==", text, flags=re.MULTILINE)
        assert len(pins) > 20
        assert text.count("--hash=sha256:") >= len(pins)
        assert not re.search(r"https?://|--index-url|--find-links", text)

    def test_pin_node_packages_without_addresses(self):
        locks = [name for name in tracked() if name.name == "package-lock.json"]

        assert locks
        for lock in locks:
            text = (ROOT / lock).read_text()
            assert '"integrity"' in text
            assert '"resolved": "http' not in text

    def test_hold_no_default_secret(self):
        literal = re.compile(r"SECRET_KEY\s*[=:]\s*[\"'][^\"'${]")

        found = [
            str(name)
            for name in tracked()
            if name.parts[0] != "tests"
            and name.suffix in {".py", ".yml", ".yaml", ".env", ".toml"}
            and literal.search((ROOT / name).read_text())
        ]

        assert not found
