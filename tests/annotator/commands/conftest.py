"""Ways to run `manage.py agreement --file` on rows."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from tests.annotator.commands.rated import HEADER


@pytest.fixture
def measure(tmp_path):
    """Give a way to run the command on rows of a CSV."""

    def run(rows: list[str], *options: str, header: str = HEADER) -> str:
        file = tmp_path / "ratings.csv"
        file.write_text("\n".join([header, *rows]), encoding="utf-8")
        out = StringIO()
        call_command("agreement", "--file", str(file), *options, stdout=out)
        return out.getvalue()

    return run


@pytest.fixture
def figures(measure):
    """Give a way to read the figures of rows of a CSV."""

    def run(rows: list[str], *options: str, header: str = HEADER):
        return json.loads(measure(rows, "--json", *options, header=header))

    return run
