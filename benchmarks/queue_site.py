"""The servers and the project of a benchmark of the queue."""

import os
import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

OVERLAP = 3
CLAIMS = 3


@dataclass
class Site:
    """The servers of a run."""

    database: str
    urls: list[str]
    servers: list[Any]


@contextmanager
def running(database: str, processes: int) -> Iterator[Site]:
    """Start the servers."""
    from tests import servers
    from tests.postgres import postgres

    with ExitStack() as stack:
        folder = stack.enter_context(TemporaryDirectory(prefix="onr-queue-"))
        _, redis_url = stack.enter_context(servers.redis())
        ours = {
            "DATA_DIR": str(Path(folder) / "data"),
            "REDIS_URL": redis_url,
            "HTTPS": "0",
            "SECRET_KEY": secrets.token_urlsafe(64),
        }
        others = []
        if database == "postgresql":
            server = stack.enter_context(postgres())
            ours["DATABASE_URL"] = stack.enter_context(server.database())
            others += [one for one in servers.running if one.name == "postgres"]
        environ = servers.environment(**ours)
        os.environ.clear()
        os.environ.update(environ, DJANGO_SETTINGS_MODULE="annotator.settings")
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        web = [servers.web(environ) for _ in range(processes)]
        work = [servers.worker(environ), servers.beat(environ)]
        for one in [*(server for server, _ in web), *work]:
            stack.enter_context(one)
        all_servers = [*others, *(server for server, _ in web), *work]
        yield Site(database, [url for _, url in web], all_servers)


def make_project(count: int, people: int) -> tuple[Any, list[tuple[int, str]]]:
    """Store a project with short articles; give its people and their tokens."""
    from django.db import connection
    from django.utils import timezone

    from annotator.models import Article, Claim, Role, TokenScope, User
    from annotator.services.article_rows import digest
    from annotator.services.projects import add_member, create_project
    from annotator.services.tokens import create_token

    now = timezone.now()
    lead = User.objects.create_user("lead@example.org", None, name="Lead")
    project = create_project(
        name="Queue", slug="queue", lead=lead, now=now, overlap=OVERLAP
    )
    texts = [
        " ".join(f"Sentence {number} of article {n}." for number in range(CLAIMS))
        for n in range(count)
    ]
    articles = Article.objects.bulk_create(
        Article(
            project=project,
            text=text,
            sha256=digest(text),
            words=len(text.split()),
            extraction_version="1",
            claim_count=CLAIMS,
            open_places=OVERLAP,
            created_by=lead,
            created_at=now,
        )
        for text in texts
    )
    Claim.objects.bulk_create(
        Claim(
            article=article, number=n + 1, start=start, end=end, quote=text[start:end]
        )
        for article, text in zip(articles, texts, strict=True)
        for n, (start, end) in enumerate(sentences(text))
    )
    users = []
    for number in range(people):
        user = User.objects.create_user(
            f"p{number}@example.org", None, name=f"P{number}"
        )
        add_member(project=project, user=user, role=Role.ANNOTATOR)
        _, secret = create_token(
            user=user, name="queue", scope=TokenScope.ANNOTATE, now=now
        )
        users.append((user.pk, secret))
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # which its autovacuum would do, but is off
    return project, users


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Give where each sentence stands."""
    start = 0
    while start < len(text):
        end = text.index(".", start) + 1
        yield start, end
        start = end + 1
