"""Projects of any size with annotators who are signed in, for `benchmarks.api`."""

import json
import secrets
import string
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

PER_ARTICLE = 10
OVERLAP = 3
NEXT = 200
"""So many articles wait in the queue for each of the two who ask for the next one."""
SENTENCE = (
    "The works at the harbor will take two more years, the board said in a letter. "
)

ARTICLES = """
INSERT INTO annotator_article (project_id, title, outlet, author, url, direction, text,
    sha256, words, dropped, excluded, extraction_version, claim_count, open_places,
    queue_rank, created_by_id, created_at)
SELECT %(project)s, 'Article ' || n, 'The Gazette', '', '', 'ltr',
    repeat(%(sentence)s, 50), %(project)s || '-' || n, 700, '[]', '[]', '1',
    %(claims)s, CASE WHEN n > %(done)s THEN %(overlap)s ELSE 0 END, 0, %(lead)s, now()
FROM generate_series(1, %(done)s + %(open)s) n
"""
CLAIMS = """
INSERT INTO annotator_claim (article_id, number, start, "end", quote, prefix, suffix,
    origin)
SELECT r.id, n, (n - 1) * 78, (n - 1) * 78 + 77, rtrim(%(sentence)s), '', '',
    'extracted'
FROM annotator_article r, generate_series(1, %(claims)s) n
WHERE r.project_id = %(project)s
ORDER BY r.id, n
"""
ASSIGNMENTS = """
INSERT INTO annotator_assignment (article_id, annotator_id, position, state, answered,
    skipped, lease_until, created_at)
SELECT r.id, (%(people)s::bigint[])[n], n, 'done', %(claims)s, 0, now(), now()
FROM annotator_article r, generate_series(1, %(overlap)s) n
WHERE r.project_id = %(project)s AND r.open_places = 0
ORDER BY r.id, n
"""
ANNOTATIONS = """
INSERT INTO annotator_annotation (claim_id, annotator_id, source_type_id, confidence,
    skipped, skip_reason, flags, note, guidelines_id, suggestion_shown, version,
    client_id, created_at, updated_at)
SELECT c.id, a.annotator_id, %(type)s, 2, false, '', '[]', '', %(guidelines)s, false, 1,
    gen_random_uuid(), now(), now()
FROM annotator_assignment a
JOIN annotator_article r ON r.id = a.article_id AND r.project_id = %(project)s
JOIN annotator_claim c ON c.article_id = r.id
ORDER BY c.id, a.id
"""
EVENTS = """
INSERT INTO annotator_annotationevent (project_id, claim_id, annotator_id, kind,
    client_id, after, at, tallied_at)
SELECT %(project)s, m.claim_id, m.annotator_id, 'created', m.client_id,
    '{"source_type": "named", "confidence": 2, "skipped": false, "skip_reason": "",
    "flags": [], "note": "", "seconds": null, "guideline_revision": 1}', now(), now()
FROM annotator_annotation m WHERE m.guidelines_id = %(guidelines)s
"""


@dataclass
class World:
    """A project, who has answered much in it, who nothing, and who is about to."""

    project: Any
    veteran: Any
    newcomer: Any
    busy: list[Any]


def make_world(claims: int, busy: int, own: int) -> World:
    """
    Make a project in which so many claims have three answers each.

    The veteran has given a third of all. `busy` people have `own` claims each that
    they have not answered yet.
    """
    from django.db import connection
    from django.utils import timezone

    from annotator.models import Article, Assignment, Role, User
    from annotator.services.projects import add_member, create_project

    now, name = timezone.now(), f"api-{claims}"
    people = User.objects.bulk_create(
        User(email=f"{n}@{name}.example.org", name=f"Annotator {n}", password="!")  # noqa: S106
        for n in range(OVERLAP + 1 + busy)
    )
    project = create_project(
        name=name, slug=name, lead=people[1], now=now, overlap=OVERLAP
    )
    for one in people[:1] + people[2:]:
        add_member(project=project, user=one, role=Role.ANNOTATOR)
    articles = busy * own // PER_ARTICLE
    values: dict[str, Any] = {
        "project": project.pk,
        "lead": people[1].pk,
        "people": [one.pk for one in people[:OVERLAP]],
        "overlap": OVERLAP,
        "done": claims // PER_ARTICLE,
        "open": NEXT + articles,
        "claims": PER_ARTICLE,
        "sentence": SENTENCE,
        "type": project.source_types.get(key="named").pk,
        "guidelines": project.guidelines.get().pk,
    }
    with connection.cursor() as cursor:
        # The rows are right by their making; checking each would take most of the time.
        cursor.execute("SET session_replication_role = replica")
        for statement in (ARTICLES, CLAIMS, ASSIGNMENTS, ANNOTATIONS, EVENTS):
            cursor.execute(statement, values)
        cursor.execute("SET session_replication_role = origin")
        cursor.execute("VACUUM ANALYZE")
    # The newest are handed out by name here, so that the oldest are left to the queue.
    workers = people[OVERLAP + 1 :]
    given = project.articles.order_by("-pk")[:articles].values_list("pk", flat=True)
    Assignment.objects.bulk_create(
        Assignment(
            article_id=article,
            annotator=workers[n * busy // articles],
            position=1,
            lease_until=now + timedelta(hours=9),
            created_at=now,
        )
        for n, article in enumerate(given)
    )
    Article.objects.filter(pk__in=list(given)).update(open_places=0)
    return World(project, people[0], people[OVERLAP], workers)


def claims_of(person: Any) -> list[int]:
    """Give the claims that somebody has to answer."""
    from annotator.models import Claim

    mine = Claim.objects.filter(
        article__assignments__annotator=person, article__assignments__state="open"
    )
    return list(mine.values_list("pk", flat=True))


def finish(person: Any) -> None:
    """Have somebody be done with what they are at, so that something else is next."""
    person.assignments.filter(state="open").update(state="done", answered=PER_ARTICLE)


def sign_in(person: Any) -> dict[str, str]:
    """Give the headers of a browser in which somebody is signed in."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    token = "".join(secrets.choice(string.ascii_letters) for _ in range(32))
    return {
        "Cookie": f"sessionid={session.session_key}; csrftoken={token}",
        "X-CSRFToken": token,
        "Content-Type": "application/json",
        "Accept-Encoding": "gzip",
    }


def answer(**more: Any) -> dict[str, Any]:
    """Give an answer as the front end sends it."""
    return {
        "source_type": "named",
        "confidence": 2,
        "skipped": False,
        "skip_reason": "",
        "flags": [],
        "note": "",
        "seconds": 4.5,
        "source": {"start": 50, "end": 59},
        "cue": {"start": 60, "end": 64},
        "suggestion_shown": False,
        "suggestion_accepted": None,
        **more,
    }


def body(**content: Any) -> str:
    """Give the body of a request."""
    return json.dumps(content)
