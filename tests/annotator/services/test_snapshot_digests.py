"""One state gives one digest, wherever and however often it is taken."""

import os
import subprocess
import sys
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.db import connection

from tests import make, snapshotting
from tests.servers import environment
from tests.snapshotting import SPLITS, folder, take

TAKE = """
import locale, sys, time
import django
django.setup()
try:
    locale.setlocale(locale.LC_ALL, "")
except locale.Error:
    pass  # this machine has not that one
time.tzset()
from django.utils import timezone
from annotator.models import Snapshot
from annotator.services import snapshots
asked = Snapshot.objects.get(pk=int(sys.argv[1]))
snapshots.take_snapshot(snapshot_id=asked.pk, clock=timezone.now)
asked.refresh_from_db()
print(asked.digest)
"""
PLACES = [
    {"TZ": "Pacific/Auckland", "LC_ALL": "de_DE.UTF-8", "PYTHONHASHSEED": "1"},
    {"TZ": "America/St_Johns", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "77"},
    {"TZ": "UTC", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "0", "PYTHONUTF8": "0"},
]


@pytest.fixture
def project(lead, ana, ben):
    made = make.project(lead=lead, annotators=(ana, ben), overlap=2)
    made.name = "Färjor: «čeština»"
    made.save()
    for text in snapshotting.texts(6) + snapshotting.near_duplicates():
        make.article(made, text)
    for who, labels in ((ana, ["named"]), (ben, ["anonymous", "named", "unclear"])):
        for article in make.lease(made, who):
            for place, claim in enumerate(article.claims.all()):
                make.annotate(claim, who, labels[place % len(labels)], 1 + place % 3)
    return made


def database(tmp_path) -> dict[str, str]:
    """Give the settings by which another process works on this test's database."""
    if connection.vendor == "postgresql":
        name = connection.settings_dict["NAME"]
        url = urlsplit(os.environ["DATABASE_URL"])
        return {"DATABASE_URL": urlunsplit(url._replace(path=f"/{name}"))}
    with connection.cursor() as cursor:
        cursor.execute(f"VACUUM INTO '{tmp_path / 'onrecord.sqlite3'}'")
    return {"DATA_DIR": str(tmp_path)}


@pytest.mark.django_db(transaction=True)
class TestTheDigest:
    def test_is_the_same_in_every_place(self, project, tmp_path):
        options = {"splits": SPLITS, "formats": ["jsonl", "csv"], "text": True}
        here = take(project, **options)
        asked = [snapshotting.ask(project, **options) for _ in PLACES]
        known = database(tmp_path)

        for place, (one, chosen) in enumerate(zip(asked, PLACES, strict=True)):
            run = subprocess.run(
                [sys.executable, "-c", TAKE, str(one.pk)],
                env=environment(
                    **known, **chosen, SECRET_KEY="x" * 60, HTTPS="0",
                    DJANGO_SETTINGS_MODULE="annotator.settings",
                    SNAPSHOTS_DIR=str(tmp_path / f"place-{place}"),
                ),
                capture_output=True, text=True, check=False,
            )  # fmt: skip

            assert run.stdout.strip() == here.digest, run.stderr
            there = tmp_path / f"place-{place}" / here.digest
            for file in here.files:
                name = file["name"]
                assert (there / name).read_bytes() == (folder(here) / name).read_bytes()
