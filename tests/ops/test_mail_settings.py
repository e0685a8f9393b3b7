"""What the environment says of the mail server."""

import json
import subprocess
import sys

import pytest

from tests.servers import ROOT, environment

ASKED = ["EMAIL_BACKEND", "EMAIL_PORT", "EMAIL_USE_SSL", "EMAIL_USE_TLS"]
TOLD = f"""
import json
from annotator import settings
print(json.dumps([getattr(settings, name) for name in {ASKED}]))
"""


class TestTheMailServer:
    @pytest.mark.parametrize(
        ("given", "settings"),
        [
            ({}, ["console", 587, False, True]),
            ({"EMAIL_HOST": "mail.example"}, ["smtp", 587, False, True]),
            (
                {"EMAIL_HOST": "mail.example", "EMAIL_PORT": "465"},
                ["smtp", 465, True, False],
            ),
            (
                {
                    "EMAIL_HOST": "mail.example",
                    "EMAIL_PORT": "25",
                    "EMAIL_USE_TLS": "0",
                },
                ["smtp", 25, False, False],
            ),
        ],
        ids=["none", "STARTTLS", "TLS", "plain"],
    )
    def test_is_used_as_its_port_wants_it(self, tmp_path, given, settings):
        told = subprocess.run(
            [sys.executable, "-c", TOLD],
            env=environment(DATA_DIR=str(tmp_path), **given),
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout

        (backend, *others) = json.loads(told)
        assert [backend.split(".")[-2], *others] == settings
