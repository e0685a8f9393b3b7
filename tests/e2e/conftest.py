"""A whole running site: web server, worker, timer, broker and database, all real."""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from annotator.models import User
from annotator.services import tokens
from tests import servers


@dataclass(frozen=True)
class Site:
    """Where the site answers, and the servers that a test may kill."""

    address: str
    redis: servers.Server
    worker: servers.Server

    def headers(self, user: User) -> dict[str, str]:
        """Give the headers of requests that come from `user`."""
        _, secret = tokens.create_token(user=user, name="test", now=timezone.now())
        return {"Authorization": f"Bearer {secret}"}


@pytest.fixture(scope="session")
def running_site(django_db_setup: None) -> Iterator[Site]:
    """Run the site on the tests' own database, once for all tests."""
    given = urlsplit(os.environ["DATABASE_URL"])
    name = connection.settings_dict["NAME"]
    with ExitStack() as open_, TemporaryDirectory(prefix="onr-site-") as folder:
        redis, redis_url = open_.enter_context(servers.redis())
        environ = servers.environment(
            DATA_DIR=str(Path(folder) / "data"),
            DATABASE_URL=urlunsplit(given._replace(path=f"/{name}")),
            REDIS_URL=redis_url,
            SECRET_KEY=settings.SECRET_KEY,
            HTTPS="0",
        )
        web, address = servers.web(environ)
        worker = servers.worker(environ)
        for server in (web, worker, servers.beat(environ)):
            open_.enter_context(server)
        yield Site(address, redis, worker)


@pytest.fixture
def site(running_site: Site, transactional_db: None) -> Site:
    """Give the running site with an empty database."""
    return running_site
