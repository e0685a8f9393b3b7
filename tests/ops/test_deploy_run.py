"""The deployment's own commands and health checks, run for real without its images."""

import json
import os
import re
import secrets
import shlex
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from annotator.supervisor.process import Program
from annotator.supervisor.site import answers
from tests import servers
from tests.postgres import postgres
from tests.servers import ROOT, Server

SERVICES: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())[
    "services"
]
DOCKERFILE = (ROOT / "Dockerfile").read_text().replace("\\\n", " ")

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="images are Linux's")


def from_dockerfile(instruction: str) -> list[str]:
    """Give the command of the last CMD in an instruction of the Dockerfile."""
    (*_, line) = re.findall(rf"^{instruction}.*?(\[.*\])$", DOCKERFILE, re.M)
    command: list[str] = json.loads(line)
    return command


@pytest.fixture(scope="module")
def deployed(tmp_path_factory) -> Iterator[dict[str, str]]:
    """Give a container's environment, with a real database and a real Redis."""
    given = {
        "SECRET_KEY": secrets.token_urlsafe(64),
        "POSTGRES_PASSWORD": "unused",
        "ALLOWED_HOSTS": "onrecord.example",
    }
    with postgres() as server, server.database() as url, servers.redis() as (_, redis):
        environ = {
            name: re.sub(
                r"\$\{(\w+):[?-]([^}]*)\}",
                lambda found: given.get(found[1], found[2]),
                value,
            )
            for name, value in SERVICES["web"]["environment"].items()
        }
        assert "$" not in "".join(environ.values())
        yield {
            **environ,
            "DATABASE_URL": url,
            "REDIS_URL": redis,
            "DATA_DIR": str(tmp_path_factory.mktemp("container")),
            "DJANGO_SETTINGS_MODULE": "annotator.settings",
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "HOSTNAME": os.uname().nodename,
            "SWEEP_SECONDS": "1",
        }


def run(command: Sequence[str], environ: dict[str, str]) -> int:
    ran = subprocess.run(command, cwd=ROOT, env=environ, check=False, timeout=120)
    return ran.returncode


def health_check(name: str) -> list[str]:
    """Give a service's health check as a command."""
    kind: str
    command: list[str]
    kind, *command = SERVICES[name]["healthcheck"]["test"]
    if kind == "CMD-SHELL":
        return ["/bin/sh", "-c", command[0].replace("$$", "$")]
    return command


def test_the_image_has_the_settings_of_this_test() -> None:
    assert "DJANGO_SETTINGS_MODULE=annotator.settings" in DOCKERFILE


def test_everything_runs_and_is_healthy(deployed: dict[str, str]) -> None:
    port = servers.free_port()
    web = shlex.join(from_dockerfile("CMD")).replace(
        "0.0.0.0:8000", f"127.0.0.1:{port}"
    )
    web_health = [part.replace("8000", str(port)) for part in from_dockerfile("HEALTH")]
    program = Program(
        "web", shlex.split(web), ready=lambda: answers(host="127.0.0.1", port=port)
    )

    assert run(SERVICES["migrate"]["command"], deployed) == 0
    assert run(web_health, deployed) != 0
    assert run(health_check("worker"), deployed) != 0
    assert run(health_check("beat"), deployed) != 0

    with (
        Server(program, environ=deployed),
        Server(Program("worker", SERVICES["worker"]["command"]), environ=deployed) as w,
        Server(Program("beat", SERVICES["beat"]["command"]), environ=deployed),
    ):
        assert run(web_health, deployed) == 0
        w.wait_for(lambda: run(health_check("beat"), deployed) == 0, "to sweep")
        w.wait_for(lambda: run(health_check("worker"), deployed) == 0, "to answer")
