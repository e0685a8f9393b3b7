"""A project of any size as its lead sees it on the dashboard."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any

PEOPLE = 50
PER_ARTICLE = 10
OVERLAP = 5
DAYS = 60

ARTICLES = """
INSERT INTO annotator_article (project_id, title, outlet, author, url, published_on,
    direction, text, sha256, words, dropped, excluded, extraction_version, claim_count,
    open_places, queue_rank, created_by_id, created_at)
SELECT %(project)s, 'Article ' || n, 'The Gazette of town ' || (n * n) %% 60, '', '',
    date '2024-01-01' + (n * 7) %% 1000, 'ltr', repeat('A sentence of the text. ', 160),
    %(project)s || '-' || n, 640, '[]', '[]', '1', %(claims)s, 1, 0, %(lead)s, %(began)s
FROM generate_series(1, %(articles)s) n
"""
CLAIMS = """
INSERT INTO annotator_claim (article_id, number, start, "end", quote, prefix, suffix,
    origin)
SELECT r.id, n, n * 100, n * 100 + 80, repeat('A claim of usual length. ', 3), '', '',
    'extracted'
FROM annotator_article r, generate_series(1, %(claims)s) n
WHERE r.project_id = %(project)s
ORDER BY r.id, n
"""
# Each article has its own five annotators, so that all 1,225 pairs meet.
ASSIGNMENTS = """
INSERT INTO annotator_assignment (article_id, annotator_id, position, state, answered,
    skipped, lease_until, created_at, last_saved_at)
SELECT r.id, (%(annotators)s::bigint[])[1 + (r.id * 7
        + CASE WHEN n = 4 THEN 25 ELSE n * (1 + r.id %% 12) END) %% 50],
    n, 'done', %(claims)s, 0, %(began)s, at, at
FROM annotator_article r
CROSS JOIN generate_series(0, 4) n
CROSS JOIN LATERAL (SELECT %(began)s::timestamptz
    + interval '1 day' * ((hashint8(r.id * 8 + n) & 65535) %% %(days)s)
    + interval '1 second' * ((hashint8(r.id * 8 + n) & 65535) %% 28800) AS at) saved
WHERE r.project_id = %(project)s
ORDER BY r.id, n
"""
# Three answers in four are the claim's own type.
ANNOTATIONS = """
INSERT INTO annotator_annotation (claim_id, annotator_id, source_type_id, confidence,
    skipped, skip_reason, flags, note, seconds, guidelines_id, suggestion_shown,
    version, client_id, created_at, updated_at)
SELECT c.id, a.annotator_id,
    (%(types)s::bigint[])[1 + CASE WHEN random() < .75 THEN (c.id * 13) %% 5
        ELSE floor(random() * 5)::int END],
    1 + floor(random() * 3)::int, false, '', '[]', '', 3 + 9 * random(),
    (%(guidelines)s::bigint[])[CASE WHEN a.last_saved_at < %(half)s THEN 1 ELSE 2 END],
    false, 1, gen_random_uuid(), a.last_saved_at, a.last_saved_at
FROM annotator_assignment a
JOIN annotator_article r ON r.id = a.article_id AND r.project_id = %(project)s
JOIN annotator_claim c ON c.article_id = r.id
ORDER BY a.last_saved_at, c.id
"""
EVENTS = """
INSERT INTO annotator_annotationevent (project_id, claim_id, annotator_id, kind,
    client_id, after, at, tallied_at)
SELECT %(project)s, m.claim_id, m.annotator_id, 'created', m.client_id,
    '{"source_type": "named", "confidence": 2, "skipped": false, "skip_reason": "",
    "flags": [], "note": "", "seconds": 4.5, "guideline_revision": 1}', m.created_at,
    m.created_at
FROM annotator_annotation m WHERE m.guidelines_id = ANY(%(guidelines)s)
ORDER BY m.created_at, m.id
"""
STATEMENTS = (ARTICLES, CLAIMS, ASSIGNMENTS, ANNOTATIONS, EVENTS)


@dataclass
class World:
    """A project, its lead, those who annotate, and the middle of their time."""

    project: Any
    lead: Any
    people: list[Any]
    half: datetime


def make_world(answers: int) -> World:
    """Make a project with so many answers of fifty people, given within sixty days."""
    from django.db import connection
    from django.utils import timezone

    from annotator.models import Role, User
    from annotator.services.guidelines import publish_guidelines
    from annotator.services.projects import add_member, create_project

    now = timezone.now()
    midnight = datetime.combine(now.date(), time.min, UTC)
    began = midnight - timedelta(days=DAYS - 8, hours=-8)
    half = began + timedelta(days=DAYS // 2)
    lead, *people = User.objects.bulk_create(
        User(email=f"a{n}@example.org", name=f"Annotator {n:02}", password="!")  # noqa: S106
        for n in range(PEOPLE + 1)
    )
    project = create_project(
        name="The dashboard's", slug="dashboard", lead=lead, now=began, overlap=OVERLAP
    )
    for one in people:
        add_member(project=project, user=one, role=Role.ANNOTATOR)
    publish_guidelines(
        project=project, author=lead, body="More.", change_note="More", now=half, base=1
    )
    numbered = project.guidelines.order_by("number")
    values: dict[str, Any] = {
        "project": project.pk,
        "lead": lead.pk,
        "annotators": [one.pk for one in people],
        "articles": answers // (PER_ARTICLE * OVERLAP),
        "claims": PER_ARTICLE,
        "types": list(project.source_types.values_list("pk", flat=True)),
        "guidelines": list(numbered.values_list("pk", flat=True)),
        "began": began,
        "half": half,
        "days": DAYS - 8,
    }
    with connection.cursor() as cursor:
        # The rows are right by their making; checking each would take most of the time.
        cursor.execute("SET session_replication_role = replica; SELECT setseed(.5)")
        for statement in STATEMENTS:
            cursor.execute(statement, values)
        cursor.execute("SET session_replication_role = origin")
        cursor.execute("VACUUM ANALYZE")
    return World(project, lead, people, half)
