"""
The settings that the tests run with: a pytest plugin, because Django reads them early.

TEST_DATABASE=sqlite takes the embedded database; otherwise a real PostgreSQL is started
for this run, or the one in DATABASE_URL is used.
"""

import os
import secrets
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.postgres import postgres

_open = ExitStack()


def prepare() -> None:
    """Set the environment of the settings, starting the database server if need be."""
    folder = _open.enter_context(tempfile.TemporaryDirectory(prefix="onr-test-"))
    os.environ["DATA_DIR"] = str(Path(folder) / "data")
    os.environ["SECRET_KEY"] = secrets.token_urlsafe(64)
    # Nothing listens there: what needs a broker starts its own.
    os.environ["REDIS_URL"] = "redis://127.0.0.1:1/0"
    # Playwright keeps an event loop in this thread: no reason to refuse queries.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    for name in ("DEBUG", "DEMO", "HTTPS", "ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS"):
        os.environ.pop(name, None)
    for name in ("PUBLIC_URL", "EMAIL_HOST", "EMAIL_FROM", "SNAPSHOTS_DIR"):
        os.environ.pop(name, None)
    for name in ("SNAPSHOTS_BUCKET", "SNAPSHOTS_ENDPOINT", "SNAPSHOTS_PREFIX"):
        os.environ.pop(name, None)
    if os.environ.get("TEST_DATABASE", "postgresql") == "sqlite":
        os.environ.pop("DATABASE_URL", None)
    else:
        os.environ["DATABASE_URL"] = _open.enter_context(postgres()).url
        os.environ["HTTPS"] = "0"


def pytest_unconfigure() -> None:
    _open.close()


prepare()
