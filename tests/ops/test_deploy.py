"""What the deployment files promise, as far as it shows without a Docker engine."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.servers import ROOT

COMPOSE = ROOT / "docker-compose.yml"
DOCKERFILE = (ROOT / "Dockerfile").read_text()
SERVICES: dict[str, dict[str, Any]] = yaml.safe_load(COMPOSE.read_text())["services"]
OURS = [name for name, service in SERVICES.items() if "build" in service]
# An image's user when nobody says otherwise, and what is as good as a user of its own.
ROOTS = {None, "root", "0"}


def settings_read() -> set[str]:
    """Find the variables that the settings read."""
    sources = [
        ROOT / "annotator" / f"{name}.py" for name in ("settings", "environment")
    ]
    source = "".join(one.read_text() for one in sources)
    by_name = re.findall(r'\benv\.\w+\(\s*"([A-Z_]+)"', source)
    by_option = re.findall(r'"[a-z_]+": "(SNAPSHOTS_[A-Z_]+)"', source)
    return {*by_name, *by_option}


class TestCompose:
    def test_is_valid(self):
        ran = subprocess.run(
            [
                *(sys.executable, "-m", "check_jsonschema"),
                *("--builtin-schema", "vendor.compose-spec", COMPOSE),
            ],
            capture_output=True,
            text=True,
            check=False,
        )

        assert ran.returncode == 0, ran.stdout

    def test_has_the_five_that_run_and_the_one_that_prepares(self):
        assert set(SERVICES) == {
            *("web", "worker", "beat", "postgres", "redis"),
            "migrate",
        }

    @pytest.mark.parametrize("name", SERVICES)
    def test_knows_whether_each_is_healthy(self, name):
        service = SERVICES[name]
        if service["restart"] == "no":
            return
        told = service.get("healthcheck", {}).get("test")

        assert told or ("build" in service and "HEALTHCHECK" in DOCKERFILE)

    @pytest.mark.parametrize("name", SERVICES)
    def test_runs_nothing_as_root(self, name):
        service = SERVICES[name]
        user = service.get("user")
        if "build" in service:
            (*_, user) = re.findall(r"^USER (\S+)$", DOCKERFILE, re.M)

        assert user not in ROOTS
        assert service["read_only"] is True
        assert "no-new-privileges:true" in service["security_opt"]

    @pytest.mark.parametrize("name", SERVICES)
    def test_has_no_default_secret(self, name):
        for variable, value in SERVICES[name].get("environment", {}).items():
            if re.search(r"SECRET|PASSWORD|TOKEN|KEY", f"{variable}={value}"):
                # Refused without a value, or without one left out.
                asked = re.search(r"\$\{[A-Z_]+:(\?[^}]+|-)\}", value)
                assert asked, variable

    @pytest.mark.parametrize("name", OURS)
    def test_sets_only_what_the_settings_read(self, name):
        assert set(SERVICES[name]["environment"]) <= settings_read()

    def test_publishes_the_web_server_to_this_machine_alone(self):
        published = {n: s["ports"] for n, s in SERVICES.items() if "ports" in s}

        assert published == {"web": ["127.0.0.1:${PORT:-8000}:8000"]}

    def test_gives_the_worker_time_and_redis_a_memory(self):
        assert SERVICES["worker"]["stop_grace_period"] == "60s"
        command = " ".join(SERVICES["redis"]["command"])
        assert "--appendonly yes" in command
        assert "--maxmemory-policy noeviction" in command
        assert SERVICES["redis"]["volumes"]
        assert SERVICES["postgres"]["volumes"]

    @pytest.mark.parametrize("name", ["web", "worker", "beat"])
    def test_waits_for_the_migrations(self, name):
        waits_for = SERVICES[name]["depends_on"]

        assert waits_for["migrate"]["condition"] == "service_completed_successfully"

    def test_serves_without_redis(self):
        assert "redis" not in SERVICES["web"]["depends_on"]


class TestDockerfile:
    def test_copies_what_exists_and_is_let_through(self):
        let_through = re.findall(
            r"^!(\S+)$", (ROOT / ".dockerignore").read_text(), re.M
        )
        copied = [
            source
            for line in re.findall(r"^COPY (?!--from)(.+)$", DOCKERFILE, re.M)
            for source in line.split()[:-1]
        ]

        assert copied
        for source in copied:
            assert (ROOT / source).exists()
            assert Path(source).parts[0] in let_through

    def test_leaves_what_is_private_or_made_here_out_of_the_image(self):
        (first, *rest) = (ROOT / ".dockerignore").read_text().splitlines()

        assert first == "*"
        assert {"frontend/node_modules", "frontend/dist"} <= set(rest)
        assert not {"!data", "!.env", "!.git", "!."} & set(rest)

    def test_pins_what_it_installs(self):
        assert "--require-hashes" in DOCKERFILE
        assert "npm ci" in DOCKERFILE
        assert ":latest" not in DOCKERFILE + COMPOSE.read_text()

    def test_has_no_secret(self):
        assert not re.search(r"SECRET|PASSWORD|TOKEN", DOCKERFILE)
