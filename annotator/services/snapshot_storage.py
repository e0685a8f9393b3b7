"""Where the files of snapshots lie: in a folder named by what is in them."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core.files import File
from django.core.files.storage import FileSystemStorage, storages
from django.db import connection, transaction

from annotator.models import Snapshot

WORK = "work"
"""Where files are made; digests are longer."""
LOCK = 1
"""The first key of the locks that keep deleting and finishing apart."""


class LocalSnapshots(FileSystemStorage):
    """Files on a disk, each of which is there as a whole or not at all."""

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        """Give the name as it is: what is there already is the same."""
        return name

    def _save(self, name: str, content: "File[bytes]") -> str:
        place = Path(self.path(name))
        place.parent.mkdir(parents=True, exist_ok=True)
        half = place.with_name(f".{place.name}.{uuid4().hex}")
        try:
            with half.open("xb") as file:
                for chunk in content.chunks():
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
            half.replace(place)
        finally:
            half.unlink(missing_ok=True)
        return name


@contextmanager
def workplace(snapshot: Snapshot) -> Iterator[Path]:
    """Give an empty folder to make files in; nothing stays of it or earlier tries."""
    forget_work(snapshot.pk)
    place = _work() / f"{snapshot.pk}-{uuid4().hex[:8]}"
    place.mkdir(parents=True)
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def forget_work(snapshot_id: int) -> None:
    """Remove what workers left behind who were killed."""
    for left in _work().glob(f"{snapshot_id}-*"):
        shutil.rmtree(left, ignore_errors=True)


def _work() -> Path:
    return Path(settings.SNAPSHOTS_DIR) / WORK


def put(digest: str, names: list[str], folder: Path) -> None:
    """Store files that are not there yet; to do it twice is harmless."""
    storage = storages["snapshots"]
    for name in names:
        if not storage.exists(f"{digest}/{name}"):
            with (folder / name).open("rb") as content:
                storage.save(f"{digest}/{name}", File(content))


def find(digest: str, name: str, *, download: str) -> Path | str:
    """Give the path of a file, or the address where a storage service gives it out."""
    storage, place = storages["snapshots"], f"{digest}/{name}"
    try:
        return Path(storage.path(place))
    except NotImplementedError:
        named = {"ResponseContentDisposition": f'attachment; filename="{download}"'}
        return str(storage.url(place, parameters=named))  # type: ignore[call-arg]


@contextmanager
def opened(digest: str, name: str) -> Iterator["File[bytes]"]:
    """Open a file, wherever it lies."""
    with storages["snapshots"].open(f"{digest}/{name}", "rb") as content:
        yield content


@contextmanager
def alone_with(digest: str) -> Iterator[None]:
    """
    Keep others from finishing or deleting this content; one transaction.

    Who finishes a snapshot makes sure of its files here, and who deletes one looks here
    whether somebody needs them, so that no snapshot is left without files.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":  # SQLite has one writer at a time
            with connection.cursor() as cursor:
                key = int(digest[:8], 16) - 2**31
                cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCK, key])
        yield


def remove_unused(digest: str, names: list[str]) -> None:
    """Remove the files of a digest that no snapshot has."""
    storage = storages["snapshots"]
    with alone_with(digest):
        if Snapshot.objects.filter(digest=digest).exists():
            return
        for name in names:
            storage.delete(f"{digest}/{name}")
        if isinstance(storage, FileSystemStorage):
            shutil.rmtree(storage.path(digest), ignore_errors=True)
